// What a commit may do to a group (RFC 9420 12.1).
//
// Large parts are boxed: a Remove is seven bytes on the wire and must not take the room of a key package.
#pragma once

#include <variant>

#include "crypto/mls/boxed.h"
#include "crypto/mls/key_package.h"
#include "crypto/mls/psk.h"

namespace bredvid::mls {

// struct { KeyPackage key_package; } Add;
struct Add {
  Boxed<KeyPackage> key_package;
  bool operator==(const Add&) const = default;
};
// struct { LeafNode leaf_node; } Update;
struct Update {
  Boxed<LeafNode> leaf_node;
  bool operator==(const Update&) const = default;
};
// struct { uint32 removed; } Remove;
struct Remove {
  LeafIndex removed;
  bool operator==(const Remove&) const = default;
};
// struct { PreSharedKeyID psk; } PreSharedKey;
struct PreSharedKey {
  Boxed<PreSharedKeyId> psk;
  bool operator==(const PreSharedKey&) const = default;
};
// struct { opaque group_id<V>; ProtocolVersion version; CipherSuite cipher_suite; Extension extensions<V>; } ReInit;
struct ReInit {
  Bytes group_id;
  std::uint16_t version = 0;
  std::uint16_t cipher_suite = 0;
  Boxed<Extensions> extensions;
  bool operator==(const ReInit&) const = default;
};
// struct { opaque kem_output<V>; } ExternalInit;
struct ExternalInit {
  Bytes kem_output;
  bool operator==(const ExternalInit&) const = default;
};
// struct { Extension extensions<V>; } GroupContextExtensions;
struct GroupContextExtensions {
  Extensions extensions;
  bool operator==(const GroupContextExtensions&) const = default;
};

// struct { ProposalType proposal_type; select (Proposal.proposal_type) { ... }; } Proposal;
// The variant's order is the order of the types' numbers, from 1 (RFC 9420 17.4).
struct Proposal {
  std::variant<Add, Update, Remove, PreSharedKey, ReInit, ExternalInit, GroupContextExtensions> body;

  [[nodiscard]] std::uint16_t type() const { return static_cast<std::uint16_t>(body.index() + 1); }
  void encode(tls::Writer& writer) const;
  static Proposal decode(tls::Reader& reader);  // an unknown type is `unsupported`
  bool operator==(const Proposal&) const = default;
};

// A body alone, without its type in front.
void encode_body(tls::Writer& writer, const Proposal& proposal);
[[nodiscard]] Proposal decode_body(tls::Reader& reader, std::uint16_t type);

}  // namespace bredvid::mls
