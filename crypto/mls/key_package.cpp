#include "crypto/mls/key_package.h"

#include "crypto/mls/labels.h"

namespace bredvid::mls {
namespace {

void encode_unsigned(tls::Writer& writer, const KeyPackage& key_package) {
  writer.u16(key_package.version);
  writer.u16(key_package.cipher_suite);
  writer.opaque(key_package.init_key);
  key_package.leaf_node.encode(writer);
  writer.vector_of(key_package.extensions);
}

Bytes to_be_signed(const KeyPackage& key_package) {
  tls::Writer writer;
  encode_unsigned(writer, key_package);
  return writer.take();
}

}  // namespace

void KeyPackage::encode(tls::Writer& writer) const {
  encode_unsigned(writer, *this);
  writer.opaque(signature);
}

KeyPackage KeyPackage::decode(tls::Reader& reader) {
  KeyPackage made;
  made.version = reader.u16();
  made.cipher_suite = reader.u16();
  made.init_key = reader.opaque();
  made.leaf_node = LeafNode::decode(reader);
  made.extensions = decode_extensions(reader);
  made.signature = reader.opaque();
  return made;
}

Result<void> sign_key_package(KeyPackage& key_package, ByteView seed) {
  BREDVID_TRY(signature, sign_with_label(seed, "KeyPackageTBS", to_be_signed(key_package)));
  key_package.signature = std::move(signature);
  return {};
}

Result<void> check_key_package(const KeyPackage& key_package) {
  if (key_package.version != kMls10) return std::unexpected(CryptoError::unsupported_version);
  if (key_package.cipher_suite != kSuite) return std::unexpected(CryptoError::unsupported_suite);
  const LeafNode& leaf = key_package.leaf_node;
  if (leaf.source != LeafNodeSource::key_package || key_package.init_key.size() != crypto::kKemKeySize ||
      key_package.init_key == leaf.encryption_key) {
    return std::unexpected(CryptoError::bad_key_package);
  }
  BREDVID_CHECK(check_leaf(leaf));
  BREDVID_CHECK(check_new_key(leaf));
  if (!crypto::kem_public_key_is_good(key_package.init_key)) return std::unexpected(CryptoError::bad_key_package);
  BREDVID_CHECK(verify_leaf_signature(leaf, {}));
  return verify_with_label(leaf.signature_key, "KeyPackageTBS", to_be_signed(key_package), key_package.signature);
}

}  // namespace bredvid::mls
