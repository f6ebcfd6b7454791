#include "crypto/mls/group_info.h"

#include "crypto/mls/labels.h"

namespace bredvid::mls {
namespace {

// GroupInfoTBS: all fields above the signature.
void encode_unsigned(tls::Writer& writer, const GroupInfo& info) {
  info.group_context.encode(writer);
  writer.vector_of(info.extensions);
  writer.opaque(info.confirmation_tag);
  writer.u32(info.signer.value);
}

Bytes to_be_signed(const GroupInfo& info) {
  tls::Writer writer;
  encode_unsigned(writer, info);
  return writer.take();
}

}  // namespace

void GroupInfo::encode(tls::Writer& writer) const {
  encode_unsigned(writer, *this);
  writer.opaque(signature);
}

GroupInfo GroupInfo::decode(tls::Reader& reader) {
  GroupInfo info;
  info.group_context = GroupContext::decode(reader);
  info.extensions = decode_extensions(reader);
  info.confirmation_tag = reader.opaque();
  info.signer = {reader.u32()};
  info.signature = reader.opaque();
  return info;
}

Result<void> sign_group_info(GroupInfo& info, ByteView seed) {
  BREDVID_TRY(signature, sign_with_label(seed, "GroupInfoTBS", to_be_signed(info)));
  info.signature = std::move(signature);
  return {};
}

Result<void> verify_group_info(const GroupInfo& info, ByteView signature_key) {
  return verify_with_label(signature_key, "GroupInfoTBS", to_be_signed(info), info.signature);
}

}  // namespace bredvid::mls
