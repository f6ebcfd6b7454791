#include "crypto/mls/commit.h"

namespace bredvid::mls {
namespace {
constexpr std::uint8_t kByValue = 1;
constexpr std::uint8_t kByReference = 2;
}  // namespace

void UpdatePathNode::encode(tls::Writer& writer) const {
  writer.opaque(encryption_key);
  writer.vector([&](tls::Writer& inner) {
    for (const crypto::HpkeMessage& message : encrypted_path_secret) encode_hpke(inner, message);
  });
}

UpdatePathNode UpdatePathNode::decode(tls::Reader& reader) {
  UpdatePathNode node;
  node.encryption_key = reader.opaque();
  node.encrypted_path_secret = reader.items<crypto::HpkeMessage>(decode_hpke);
  return node;
}

void UpdatePath::encode(tls::Writer& writer) const {
  leaf_node.encode(writer);
  writer.vector_of(nodes);
}

UpdatePath UpdatePath::decode(tls::Reader& reader) {
  UpdatePath path;
  path.leaf_node = LeafNode::decode(reader);
  path.nodes = reader.items<UpdatePathNode>();
  return path;
}

void ProposalOrRef::encode(tls::Writer& writer) const {
  if (const auto* proposal = std::get_if<Proposal>(&value)) {
    writer.u8(kByValue);
    proposal->encode(writer);
  } else {
    writer.u8(kByReference);
    writer.opaque(std::get<ProposalReference>(value).hash);
  }
}

ProposalOrRef ProposalOrRef::decode(tls::Reader& reader) {
  const std::uint8_t type = reader.u8();
  if (type == kByValue) return {Proposal::decode(reader)};
  if (type != kByReference) reader.fail(CryptoError::malformed);
  return {ProposalReference{reader.opaque()}};
}

void Commit::encode(tls::Writer& writer) const {
  writer.vector_of(proposals);
  writer.present(path.has_value());
  if (path) path->encode(writer);
}

Commit Commit::decode(tls::Reader& reader) {
  Commit commit;
  commit.proposals = reader.items<ProposalOrRef>();
  if (commit.proposals.size() > kMaxProposals) reader.fail(CryptoError::too_large);
  if (reader.present()) commit.path = UpdatePath::decode(reader);
  return commit;
}

}  // namespace bredvid::mls
