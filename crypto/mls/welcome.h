// The message that lets devices with a key package in (RFC 9420 12.4.3.1).
#pragma once

#include <optional>

#include "crypto/mls/group_info.h"
#include "crypto/mls/psk.h"

namespace bredvid::mls {

// struct { opaque path_secret<V>; } PathSecret;
// struct {
//   opaque joiner_secret<V>;
//   optional<PathSecret> path_secret;
//   PreSharedKeyID psks<V>;
// } GroupSecrets;
struct GroupSecrets {
  SecretBytes joiner_secret;
  std::optional<SecretBytes> path_secret;
  std::vector<PreSharedKeyId> psks;

  void encode(tls::Writer& writer) const;
  static GroupSecrets decode(tls::Reader& reader);
};

// struct { opaque new_member<V>; HPKECiphertext encrypted_group_secrets; } EncryptedGroupSecrets;
struct EncryptedGroupSecrets {
  Bytes new_member;  // KeyPackageRef
  crypto::HpkeMessage encrypted_group_secrets;

  void encode(tls::Writer& writer) const;
  static EncryptedGroupSecrets decode(tls::Reader& reader);
};

// struct {
//   CipherSuite cipher_suite;
//   EncryptedGroupSecrets secrets<V>;
//   opaque encrypted_group_info<V>;
// } Welcome;
struct Welcome {
  std::uint16_t cipher_suite = kSuite;
  std::vector<EncryptedGroupSecrets> secrets;
  Bytes encrypted_group_info;

  void encode(tls::Writer& writer) const;
  static Welcome decode(tls::Reader& reader);
};

// Both with the key and nonce that come from welcome_secret. Errors: decrypt_failed, and those of the codec.
[[nodiscard]] Result<Bytes> encrypt_group_info(const GroupInfo& info, const SecretBytes& welcome_secret);
[[nodiscard]] Result<GroupInfo> decrypt_group_info(ByteView ciphertext, const SecretBytes& welcome_secret);

// One entry of `secrets`. The encrypted GroupInfo is the context.
[[nodiscard]] Result<EncryptedGroupSecrets> encrypt_group_secrets(const GroupSecrets& secrets, ByteView key_package_ref,
                                                                  ByteView init_key, ByteView encrypted_group_info,
                                                                  Random& random);
// Errors: unsupported_suite, not_for_us, decrypt_failed, and those of the codec.
[[nodiscard]] Result<GroupSecrets> decrypt_group_secrets(const Welcome& welcome, ByteView key_package_ref,
                                                         ByteView init_private);

}  // namespace bredvid::mls
