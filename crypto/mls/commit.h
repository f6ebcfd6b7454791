// A commit: the proposals that are applied, and new keys from the committer's leaf up to the root (RFC 9420 7.6, 12.4).
#pragma once

#include <optional>

#include "crypto/mls/proposal.h"

namespace bredvid::mls {

// struct {
//     HPKEPublicKey encryption_key;
//     HPKECiphertext encrypted_path_secret<V>;
// } UpdatePathNode;
struct UpdatePathNode {
  Bytes encryption_key;
  std::vector<crypto::HpkeMessage> encrypted_path_secret;

  void encode(tls::Writer& writer) const;
  static UpdatePathNode decode(tls::Reader& reader);
};

// struct { LeafNode leaf_node; UpdatePathNode nodes<V>; } UpdatePath;
struct UpdatePath {
  LeafNode leaf_node;
  std::vector<UpdatePathNode> nodes;

  void encode(tls::Writer& writer) const;
  static UpdatePath decode(tls::Reader& reader);
};

struct ProposalReference {
  Bytes hash;
};

// struct {
//   ProposalOrRefType type;   /* proposal(1), reference(2) */
//   select (ProposalOrRef.type) { case proposal: Proposal proposal; case reference: opaque reference<V>; };
// } ProposalOrRef;
struct ProposalOrRef {
  std::variant<Proposal, ProposalReference> value;

  void encode(tls::Writer& writer) const;
  static ProposalOrRef decode(tls::Reader& reader);
};

// Proposals in one commit: no leaf of the largest group is touched twice.
inline constexpr std::size_t kMaxProposals = kMaxLeaves;

// struct { ProposalOrRef proposals<V>; optional<UpdatePath> path; } Commit;
struct Commit {
  std::vector<ProposalOrRef> proposals;
  std::optional<UpdatePath> path;

  void encode(tls::Writer& writer) const;
  static Commit decode(tls::Reader& reader);
};

}  // namespace bredvid::mls
