#include "crypto/mls/welcome.h"

#include "crypto/mls/labels.h"
#include "crypto/primitives/aead.h"

namespace bredvid::mls {
namespace {

struct WelcomeKey {
  SecretBytes key;
  SecretBytes nonce;
};

// welcome_nonce = ExpandWithLabel(welcome_secret, "nonce", "", AEAD.Nn)
// welcome_key = ExpandWithLabel(welcome_secret, "key", "", AEAD.Nk)
WelcomeKey welcome_key(const SecretBytes& welcome_secret) {
  return {expand_with_label<crypto::kAeadKeySize>(welcome_secret, "key", {}),
          expand_with_label<crypto::kAeadNonceSize>(welcome_secret, "nonce", {})};
}

}  // namespace

void GroupSecrets::encode(tls::Writer& writer) const {
  writer.opaque(joiner_secret);
  writer.present(path_secret.has_value());
  if (path_secret) writer.opaque(*path_secret);
  writer.vector_of(psks);
}

GroupSecrets GroupSecrets::decode(tls::Reader& reader) {
  GroupSecrets secrets;
  secrets.joiner_secret = reader.opaque_secret();
  if (reader.present()) secrets.path_secret = reader.opaque_secret();
  secrets.psks = reader.items<PreSharedKeyId>();
  return secrets;
}

void EncryptedGroupSecrets::encode(tls::Writer& writer) const {
  writer.opaque(new_member);
  encode_hpke(writer, encrypted_group_secrets);
}

EncryptedGroupSecrets EncryptedGroupSecrets::decode(tls::Reader& reader) {
  Bytes new_member = reader.opaque();
  return {std::move(new_member), decode_hpke(reader)};
}

void Welcome::encode(tls::Writer& writer) const {
  writer.u16(cipher_suite);
  writer.vector_of(secrets);
  writer.opaque(encrypted_group_info);
}

Welcome Welcome::decode(tls::Reader& reader) {
  Welcome welcome;
  welcome.cipher_suite = reader.u16();
  welcome.secrets = reader.items<EncryptedGroupSecrets>();
  welcome.encrypted_group_info = reader.opaque();
  return welcome;
}

Result<Bytes> encrypt_group_info(const GroupInfo& info, const SecretBytes& welcome_secret) {
  const WelcomeKey key = welcome_key(welcome_secret);
  return crypto::aead_seal(key.key.view(), key.nonce.view(), {}, tls::encode(info));
}

Result<GroupInfo> decrypt_group_info(ByteView ciphertext, const SecretBytes& welcome_secret) {
  const WelcomeKey key = welcome_key(welcome_secret);
  BREDVID_TRY(plaintext, crypto::aead_open(key.key.view(), key.nonce.view(), {}, ciphertext));
  return tls::decode<GroupInfo>(plaintext.view());
}

Result<EncryptedGroupSecrets> encrypt_group_secrets(const GroupSecrets& secrets, ByteView key_package_ref,
                                                    ByteView init_key, ByteView encrypted_group_info, Random& random) {
  tls::Writer writer;
  secrets.encode(writer);
  BREDVID_TRY(sealed, encrypt_with_label(init_key, "Welcome", encrypted_group_info, writer.view(), random));
  return EncryptedGroupSecrets{to_bytes(key_package_ref), std::move(sealed)};
}

Result<GroupSecrets> decrypt_group_secrets(const Welcome& welcome, ByteView key_package_ref, ByteView init_private) {
  if (welcome.cipher_suite != kSuite) return std::unexpected(CryptoError::unsupported_suite);
  for (const EncryptedGroupSecrets& entry : welcome.secrets) {
    if (!equal_public(entry.new_member, key_package_ref)) continue;
    BREDVID_TRY(plaintext, decrypt_with_label(init_private, "Welcome", welcome.encrypted_group_info,
                                              entry.encrypted_group_secrets));
    return tls::decode<GroupSecrets>(plaintext.view());
  }
  return std::unexpected(CryptoError::not_for_us);
}

}  // namespace bredvid::mls
