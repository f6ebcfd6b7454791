#include "crypto/mls/proposal.h"

namespace bredvid::mls {
namespace {

struct BodyEncoder {
  tls::Writer& writer;
  void operator()(const Add& add) const { add.key_package->encode(writer); }
  void operator()(const Update& update) const { update.leaf_node->encode(writer); }
  void operator()(const Remove& remove) const { writer.u32(remove.removed.value); }
  void operator()(const PreSharedKey& psk) const { psk.psk->encode(writer); }
  void operator()(const ReInit& reinit) const {
    writer.opaque(reinit.group_id);
    writer.u16(reinit.version);
    writer.u16(reinit.cipher_suite);
    writer.vector_of(*reinit.extensions);
  }
  void operator()(const ExternalInit& init) const { writer.opaque(init.kem_output); }
  void operator()(const GroupContextExtensions& change) const { writer.vector_of(change.extensions); }
};

ReInit decode_reinit(tls::Reader& reader) {
  ReInit reinit;
  reinit.group_id = reader.opaque();
  reinit.version = reader.u16();
  reinit.cipher_suite = reader.u16();
  reinit.extensions = decode_extensions(reader);
  return reinit;
}

}  // namespace

void encode_body(tls::Writer& writer, const Proposal& proposal) {
  std::visit(BodyEncoder{writer}, proposal.body);
}

Proposal decode_body(tls::Reader& reader, std::uint16_t type) {
  switch (type) {
    case 1:
      if (!reader.charge(sizeof(KeyPackage))) break;
      return {Add{KeyPackage::decode(reader)}};
    case 2:
      if (!reader.charge(sizeof(LeafNode))) break;
      return {Update{LeafNode::decode(reader)}};
    case 3:
      return {Remove{LeafIndex{reader.u32()}}};
    case 4:
      if (!reader.charge(sizeof(PreSharedKeyId))) break;
      return {PreSharedKey{PreSharedKeyId::decode(reader)}};
    case 5:
      if (!reader.charge(sizeof(Extensions))) break;
      return {decode_reinit(reader)};
    case 6:
      return {ExternalInit{reader.opaque()}};
    case 7:
      return {GroupContextExtensions{decode_extensions(reader)}};
    default:
      break;
  }
  reader.fail(CryptoError::unsupported);
  return {Remove{}};
}

void Proposal::encode(tls::Writer& writer) const {
  writer.u16(type());
  encode_body(writer, *this);
}

Proposal Proposal::decode(tls::Reader& reader) {
  const std::uint16_t type = reader.u16();
  return decode_body(reader, type);
}

}  // namespace bredvid::mls
