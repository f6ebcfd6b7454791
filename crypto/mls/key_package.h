// What a device publishes so that others can add it while it is away (RFC 9420 10).
#pragma once

#include "crypto/mls/leaf_node.h"

namespace bredvid::mls {

// struct {
//     ProtocolVersion version;
//     CipherSuite cipher_suite;
//     HPKEPublicKey init_key;
//     LeafNode leaf_node;
//     Extension extensions<V>;
//     /* SignWithLabel(., "KeyPackageTBS", KeyPackageTBS) */
//     opaque signature<V>;
// } KeyPackage;
struct KeyPackage {
  std::uint16_t version = kMls10;
  std::uint16_t cipher_suite = kSuite;
  Bytes init_key;
  LeafNode leaf_node;
  Extensions extensions;
  Bytes signature;

  void encode(tls::Writer& writer) const;
  static KeyPackage decode(tls::Reader& reader);
  bool operator==(const KeyPackage&) const = default;
};

[[nodiscard]] Result<void> sign_key_package(KeyPackage& key_package, ByteView seed);

// RFC 9420 10.1: version, suite, leaf (source and both signatures), init key different from the leaf's.
// Errors: unsupported_version, unsupported_suite, bad_key_package, bad_leaf_node, bad_signature.
[[nodiscard]] Result<void> check_key_package(const KeyPackage& key_package);

}  // namespace bredvid::mls
