// One device's own words about itself: its keys, credential and capabilities, signed (RFC 9420 7.2, 7.3).
#pragma once

#include "crypto/mls/types.h"

namespace bredvid::mls {

enum class LeafNodeSource : std::uint8_t { key_package = 1, update = 2, commit = 3 };

// struct {
//     HPKEPublicKey encryption_key;
//     SignaturePublicKey signature_key;
//     Credential credential;
//     Capabilities capabilities;
//     LeafNodeSource leaf_node_source;
//     select (LeafNode.leaf_node_source) {
//         case key_package: Lifetime lifetime;
//         case update:      struct{};
//         case commit:      opaque parent_hash<V>;
//     };
//     Extension extensions<V>;
//     /* SignWithLabel(., "LeafNodeTBS", LeafNodeTBS) */
//     opaque signature<V>;
// } LeafNode;
struct LeafNode {
  Bytes encryption_key;
  Bytes signature_key;
  Credential credential;
  Capabilities capabilities;
  LeafNodeSource source = LeafNodeSource::key_package;
  Lifetime lifetime;
  Bytes parent_hash;
  Extensions extensions;
  Bytes signature;

  void encode(tls::Writer& writer) const;
  static LeafNode decode(tls::Reader& reader);
  bool operator==(const LeafNode&) const = default;
};

// Where a leaf stands; bound into the signature except for leaves from key packages.
struct LeafPosition {
  ByteView group_id;
  LeafIndex leaf;
};

[[nodiscard]] Result<void> sign_leaf(LeafNode& leaf, const LeafPosition& position, ByteView seed);

// Errors: bad_signature, bad_leaf_node.
[[nodiscard]] Result<void> verify_leaf_signature(const LeafNode& leaf, const LeafPosition& position);

// The key of a leaf that is about to enter the tree can be encrypted to. A point of small order would make everybody's
// next commit fail. Errors: bad_leaf_node.
[[nodiscard]] Result<void> check_new_key(const LeafNode& leaf);

// What 7.3 asks of a leaf by itself: key sizes, credential, capabilities that cover its own content, our suite.
// The signature is checked apart, the lifetime is the caller's. Errors: bad_leaf_node, unsupported.
[[nodiscard]] Result<void> check_leaf(const LeafNode& leaf);

}  // namespace bredvid::mls
