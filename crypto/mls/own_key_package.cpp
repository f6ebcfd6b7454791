// Key packages: made, stored, looked into (RFC 9420 10, 16.8).
#include "crypto/mls/group_epoch.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"

namespace bredvid::mls {
namespace {

constexpr std::uint8_t kBundleVersion = 1;

Result<KeyPackage> checked(ByteView key_package) {
  BREDVID_TRY(decoded, decode_message<KeyPackage>(key_package));
  BREDVID_CHECK(check_key_package(decoded));
  return std::move(decoded);
}

}  // namespace

Result<KeyPackageBundle> make_key_package(const OwnIdentity& own, Lifetime lifetime, Random& random,
                                          KeyPackageUse use) {
  if (own.identity.size() > kMaxIdentitySize || lifetime.not_before > lifetime.not_after) {
    return std::unexpected(CryptoError::bad_argument);
  }
  crypto::KemKey init = crypto::kem_make_key(random);
  crypto::KemKey encryption = crypto::kem_make_key(random);
  KeyPackage key_package;
  key_package.init_key = std::move(init.public_key);
  key_package.leaf_node = leaf_template(own);
  key_package.leaf_node.encryption_key = std::move(encryption.public_key);
  key_package.leaf_node.lifetime = lifetime;
  if (use == KeyPackageUse::last_resort) key_package.extensions.push_back({extension_type::kLastResort, {}});
  BREDVID_CHECK(sign_leaf(key_package.leaf_node, {}, own.signature_key.seed.view()));
  BREDVID_CHECK(sign_key_package(key_package, own.signature_key.seed.view()));
  return KeyPackageBundle{encode_message(std::move(key_package)), std::move(init.private_key),
                          std::move(encryption.private_key)};
}

Result<Member> inspect_key_package(ByteView key_package) {
  BREDVID_TRY(decoded, checked(key_package));
  return Member{{}, decoded.leaf_node.credential.identity, decoded.leaf_node.signature_key};
}

Result<Lifetime> key_package_lifetime(ByteView key_package) {
  BREDVID_TRY(decoded, checked(key_package));
  return decoded.leaf_node.lifetime;
}

Result<KeyPackageUse> key_package_use(ByteView key_package) {
  BREDVID_TRY(decoded, checked(key_package));
  return find_extension(decoded.extensions, extension_type::kLastResort) != nullptr ? KeyPackageUse::last_resort
                                                                                    : KeyPackageUse::once;
}

Result<Bytes> key_package_reference(ByteView key_package) {
  BREDVID_TRY(decoded, decode_message<KeyPackage>(key_package));
  return key_package_ref(tls::encode(decoded));
}

Result<std::vector<Bytes>> welcome_references(ByteView welcome) {
  BREDVID_TRY(decoded, decode_message<Welcome>(welcome));
  std::vector<Bytes> references;
  for (EncryptedGroupSecrets& entry : decoded.secrets) references.push_back(std::move(entry.new_member));
  return references;
}

Result<KeyPackage> usable_key_package(ByteView key_package, std::optional<std::uint64_t> now_s) {
  BREDVID_TRY(decoded, checked(key_package));
  const Lifetime& lifetime = decoded.leaf_node.lifetime;
  if (now_s) {
    const bool current = lifetime.not_before <= *now_s && *now_s <= lifetime.not_after;
    if (!current || lifetime.not_after - lifetime.not_before > kMaxLifetimeS) {
      return std::unexpected(CryptoError::bad_lifetime);
    }
  }
  return std::move(decoded);
}

SecretBytes KeyPackageBundle::serialize() const {
  tls::Writer writer;
  writer.u8(kBundleVersion);
  writer.opaque(key_package);
  writer.opaque(init_private);
  writer.opaque(encryption_private);
  return std::move(writer).take_secret();
}

Result<KeyPackageBundle> KeyPackageBundle::restore(ByteView stored) {
  tls::Reader reader(stored);
  const std::uint8_t version = reader.u8();
  if (reader.ok() && version != kBundleVersion) return std::unexpected(CryptoError::bad_state_version);
  KeyPackageBundle bundle;
  bundle.key_package = reader.opaque();
  bundle.init_private = reader.opaque_secret(crypto::kKemKeySize);
  bundle.encryption_private = reader.opaque_secret(crypto::kKemKeySize);
  if (!reader.finish()) return std::unexpected(CryptoError::bad_state);
  // The private halves have to be those of the key package.
  const auto decoded = checked(bundle.key_package);
  const auto init = crypto::x25519_public(bundle.init_private.view());
  const auto encryption = crypto::x25519_public(bundle.encryption_private.view());
  if (!decoded || !init || !encryption || *init != decoded->init_key ||
      *encryption != decoded->leaf_node.encryption_key) {
    return std::unexpected(CryptoError::bad_state);
  }
  return bundle;
}

}  // namespace bredvid::mls
