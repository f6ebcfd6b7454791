// The small structures that everything else in RFC 9420 is made of: extensions, credentials, capabilities.
#pragma once

#include <algorithm>

#include "crypto/mls/group.h"
#include "crypto/primitives/hpke.h"
#include "crypto/tls_codec/reader.h"
#include "crypto/tls_codec/writer.h"

namespace bredvid::mls {

inline constexpr std::uint16_t kMls10 = 0x0001;  // ProtocolVersion
// MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519, the only suite we use.
inline constexpr std::uint16_t kSuite = 0x0003;

// RFC 9420 17.3
namespace extension_type {
inline constexpr std::uint16_t kApplicationId = 0x0001;
inline constexpr std::uint16_t kRatchetTree = 0x0002;
inline constexpr std::uint16_t kRequiredCapabilities = 0x0003;
inline constexpr std::uint16_t kExternalPub = 0x0004;
inline constexpr std::uint16_t kExternalSenders = 0x0005;
inline constexpr std::uint16_t kLastResort = 0x000A;  // of a key package, empty (draft-ietf-mls-extensions)
}  // namespace extension_type

// struct { ExtensionType extension_type; opaque extension_data<V>; } Extension;
struct Extension {
  std::uint16_t type = 0;
  Bytes data;

  void encode(tls::Writer& writer) const;
  static Extension decode(tls::Reader& reader);
  bool operator==(const Extension&) const = default;
};
using Extensions = std::vector<Extension>;

// Extension extensions<V>; a type that occurs twice is malformed (RFC 9420 13.4).
[[nodiscard]] Extensions decode_extensions(tls::Reader& reader);
// Null when there is none of this type.
[[nodiscard]] const Extension* find_extension(const Extensions& extensions, std::uint16_t type);

// struct {
//     CredentialType credential_type;
//     select (Credential.credential_type) {
//         case basic: opaque identity<V>;
//         case x509:  Certificate certificates<V>;   struct { opaque cert_data<V>; } Certificate;
//     };
// } Credential;
struct Credential {
  static constexpr std::uint16_t kBasic = 0x0001;
  static constexpr std::uint16_t kX509 = 0x0002;  // read and written again, never accepted in a leaf

  std::uint16_t type = kBasic;
  Bytes identity;
  std::vector<Bytes> certificates;

  void encode(tls::Writer& writer) const;
  static Credential decode(tls::Reader& reader);
  bool operator==(const Credential&) const = default;
};

// struct {
//     ProtocolVersion versions<V>;
//     CipherSuite cipher_suites<V>;
//     ExtensionType extensions<V>;
//     ProposalType proposals<V>;
//     CredentialType credentials<V>;
// } Capabilities;
struct Capabilities {
  std::vector<std::uint16_t> versions;
  std::vector<std::uint16_t> cipher_suites;
  std::vector<std::uint16_t> extensions;
  std::vector<std::uint16_t> proposals;
  std::vector<std::uint16_t> credentials;

  void encode(tls::Writer& writer) const;
  static Capabilities decode(tls::Reader& reader);
  bool operator==(const Capabilities&) const = default;
};

// What we say of ourselves: MLS 1.0, one suite, basic credentials, last-resort key packages, else the defaults.
[[nodiscard]] Capabilities own_capabilities();

// struct {
//     ExtensionType extension_types<V>;
//     ProposalType proposal_types<V>;
//     CredentialType credential_types<V>;
// } RequiredCapabilities;
struct RequiredCapabilities {
  Requirements types;

  void encode(tls::Writer& writer) const;
  static RequiredCapabilities decode(tls::Reader& reader);
};
[[nodiscard]] bool meets(const Capabilities& capabilities, const Requirements& requirements);

[[nodiscard]] inline bool contains(const std::vector<std::uint16_t>& list, std::uint16_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}
// Types every implementation knows (RFC 9420 7.2).
[[nodiscard]] constexpr bool is_default_extension(std::uint16_t type) {
  return type >= 0x0001 && type <= 0x0005;
}
[[nodiscard]] constexpr bool is_default_proposal(std::uint16_t type) {
  return type >= 0x0001 && type <= 0x0007;
}

// struct { opaque kem_output<V>; opaque ciphertext<V>; } HPKECiphertext;
void encode_hpke(tls::Writer& writer, const crypto::HpkeMessage& message);
[[nodiscard]] crypto::HpkeMessage decode_hpke(tls::Reader& reader);

}  // namespace bredvid::mls
