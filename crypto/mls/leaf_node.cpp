#include "crypto/mls/leaf_node.h"

#include "crypto/mls/labels.h"

namespace bredvid::mls {
namespace {

// All fields above the signature.
void encode_unsigned(tls::Writer& writer, const LeafNode& leaf) {
  writer.opaque(leaf.encryption_key);
  writer.opaque(leaf.signature_key);
  leaf.credential.encode(writer);
  leaf.capabilities.encode(writer);
  writer.u8(static_cast<std::uint8_t>(leaf.source));
  if (leaf.source == LeafNodeSource::key_package) {
    writer.u64(leaf.lifetime.not_before);
    writer.u64(leaf.lifetime.not_after);
  } else if (leaf.source == LeafNodeSource::commit) {
    writer.opaque(leaf.parent_hash);
  }
  writer.vector_of(leaf.extensions);
}

// LeafNodeTBS: the fields above the signature, then for update and commit: opaque group_id<V>; uint32 leaf_index;
Bytes to_be_signed(const LeafNode& leaf, const LeafPosition& position) {
  tls::Writer writer;
  encode_unsigned(writer, leaf);
  if (leaf.source != LeafNodeSource::key_package) {
    writer.opaque(position.group_id);
    writer.u32(position.leaf.value);
  }
  return writer.take();
}

}  // namespace

void LeafNode::encode(tls::Writer& writer) const {
  encode_unsigned(writer, *this);
  writer.opaque(signature);
}

LeafNode LeafNode::decode(tls::Reader& reader) {
  LeafNode leaf;
  leaf.encryption_key = reader.opaque();
  leaf.signature_key = reader.opaque();
  leaf.credential = Credential::decode(reader);
  leaf.capabilities = Capabilities::decode(reader);
  const std::uint8_t source = reader.u8();
  if (source < 1 || source > 3) reader.fail(CryptoError::malformed);
  leaf.source = static_cast<LeafNodeSource>(source);
  if (leaf.source == LeafNodeSource::key_package) {
    leaf.lifetime.not_before = reader.u64();
    leaf.lifetime.not_after = reader.u64();
  } else if (leaf.source == LeafNodeSource::commit) {
    leaf.parent_hash = reader.opaque();
  }
  leaf.extensions = decode_extensions(reader);
  leaf.signature = reader.opaque();
  return leaf;
}

Result<void> sign_leaf(LeafNode& leaf, const LeafPosition& position, ByteView seed) {
  BREDVID_TRY(signature, sign_with_label(seed, "LeafNodeTBS", to_be_signed(leaf, position)));
  leaf.signature = std::move(signature);
  return {};
}

Result<void> verify_leaf_signature(const LeafNode& leaf, const LeafPosition& position) {
  return verify_with_label(leaf.signature_key, "LeafNodeTBS", to_be_signed(leaf, position), leaf.signature);
}

Result<void> check_new_key(const LeafNode& leaf) {
  if (!crypto::kem_public_key_is_good(leaf.encryption_key)) return std::unexpected(CryptoError::bad_leaf_node);
  return {};
}

Result<void> check_leaf(const LeafNode& leaf) {
  if (leaf.credential.type != Credential::kBasic) return std::unexpected(CryptoError::unsupported);
  const Capabilities& can = leaf.capabilities;
  const bool covers_extensions =
      std::all_of(leaf.extensions.begin(), leaf.extensions.end(), [&](const Extension& extension) {
        return is_default_extension(extension.type) || contains(can.extensions, extension.type);
      });
  if (leaf.encryption_key.size() != crypto::kKemKeySize || leaf.signature_key.size() != crypto::kSignaturePublicSize ||
      !contains(can.versions, kMls10) || !contains(can.cipher_suites, kSuite) ||
      !contains(can.credentials, leaf.credential.type) || !covers_extensions) {
    return std::unexpected(CryptoError::bad_leaf_node);
  }
  return {};
}

}  // namespace bredvid::mls
