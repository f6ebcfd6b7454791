// An authenticator in software: makes passkeys and signs, rightly or, where a test asks for it, wrongly.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "server/webauthn/ceremony.h"
#include "server/webauthn/cose_key.h"

typedef struct evp_pkey_st EVP_PKEY;

namespace bredvid::webauthn {

inline constexpr std::uint8_t kUp = 0x01;
inline constexpr std::uint8_t kUv = 0x04;
inline constexpr std::uint8_t kBe = 0x08;
inline constexpr std::uint8_t kBs = 0x10;
inline constexpr std::uint8_t kAt = 0x40;
inline constexpr std::uint8_t kEd = 0x80;

/// {"type":...,"challenge":...,"origin":...,"crossOrigin":false}, as browsers write it
std::string client_data(std::string_view type, ByteView challenge, std::string_view origin);

struct Made {
  Bytes client_data;
  Bytes attestation;
  [[nodiscard]] Registration view() const { return {client_data, attestation}; }
};
struct Signed {
  Bytes client_data;
  Bytes authenticator_data;
  Bytes signature;
  [[nodiscard]] Assertion view() const { return {client_data, authenticator_data, signature}; }
};

class Authenticator {
 public:
  explicit Authenticator(Algorithm algorithm = Algorithm::es256, std::string rp_id = "bredvid.example.se",
                         std::string origin = "https://bredvid.example.se");
  ~Authenticator();

  [[nodiscard]] RelyingParty party() const { return {rp_id, origin}; }
  [[nodiscard]] Bytes cose_key() const;
  [[nodiscard]] Bytes attested() const;
  [[nodiscard]] Bytes data(std::uint8_t with_flags, ByteView rest) const;
  [[nodiscard]] Bytes sign(ByteView message) const;
  /// The attestation object around these authenticator data; `self`: with the key's own signature over `client`.
  [[nodiscard]] Bytes attestation(ByteView authenticator_data) const;
  [[nodiscard]] Bytes self_attestation(ByteView authenticator_data, ByteView client) const;
  [[nodiscard]] Made make(ByteView challenge) const;
  [[nodiscard]] Signed get(ByteView challenge) const;

  Algorithm algorithm;
  std::string rp_id;
  std::string origin;
  Bytes credential_id = Bytes(32, 0xc1);
  std::uint8_t flags = kUp | kUv;
  std::uint32_t counter = 1;
  /// behind the attested data, with kEd
  Bytes extensions;

 private:
  EVP_PKEY* key_ = nullptr;
};

/// CBOR as authenticators write it.
Bytes cbor_head(std::uint8_t major, std::uint64_t value);
Bytes cbor_bytes(ByteView value);
Bytes cbor_text(std::string_view value);
Bytes cbor_integer(std::int64_t value);

}  // namespace bredvid::webauthn
