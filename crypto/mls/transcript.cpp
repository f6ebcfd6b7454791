#include "crypto/mls/transcript.h"

#include "crypto/primitives/hash.h"

namespace bredvid::mls {

Bytes confirmed_transcript_hash(ByteView interim_before, const AuthenticatedContent& commit) {
  tls::Writer writer;
  writer.fixed(interim_before);
  writer.u16(commit.wire_format);
  commit.content.encode(writer);
  writer.opaque(commit.auth.signature);
  return crypto::sha256(writer.view());
}

Bytes interim_transcript_hash(ByteView confirmed, ByteView confirmation_tag) {
  tls::Writer writer;
  writer.fixed(confirmed);
  writer.opaque(confirmation_tag);
  return crypto::sha256(writer.view());
}

}  // namespace bredvid::mls
