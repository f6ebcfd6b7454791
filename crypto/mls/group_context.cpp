#include "crypto/mls/group_context.h"

namespace bredvid::mls {

void GroupContext::encode(tls::Writer& writer) const {
  writer.u16(kMls10);
  writer.u16(cipher_suite);
  writer.opaque(group_id);
  writer.u64(epoch);
  writer.opaque(tree_hash);
  writer.opaque(confirmed_transcript_hash);
  writer.vector_of(extensions);
}

GroupContext GroupContext::decode(tls::Reader& reader) {
  GroupContext context;
  if (reader.u16() != kMls10) reader.fail(CryptoError::unsupported_version);
  context.cipher_suite = reader.u16();
  context.group_id = reader.opaque();
  context.epoch = reader.u64();
  context.tree_hash = reader.opaque();
  context.confirmed_transcript_hash = reader.opaque();
  context.extensions = decode_extensions(reader);
  return context;
}

}  // namespace bredvid::mls
