#include "crypto/circle/content_message.h"

namespace bredvid::circle {

std::string decode_utf8(tls::Reader& reader, std::size_t least_code_points, std::size_t most_code_points) {
  const ByteView bytes = reader.opaque_view(4 * most_code_points);
  const auto length = utf8_length(bytes);
  if (!length || *length < least_code_points || *length > most_code_points) reader.fail(CryptoError::malformed);
  return {bytes.begin(), bytes.end()};
}

void encode_message(tls::Writer& writer, const Reply& reply) {
  reply.answered.encode(writer);
  writer.opaque(bytes_of(reply.text));
}
void encode_message(tls::Writer& writer, const Reaction& reaction) {
  reaction.content.encode(writer);
  writer.u8(static_cast<std::uint8_t>(reaction.mark));
}
void encode_message(tls::Writer& writer, const Edit& edit) {
  edit.content.encode(writer);
  writer.u32(edit.revision);
  writer.opaque(bytes_of(edit.text));
}
void encode_message(tls::Writer& writer, const Delete& gone) {
  gone.content.encode(writer);
}

Reply decode_reply(tls::Reader& reader) {
  const ContentId answered = ContentId::decode(reader);
  return {answered, decode_utf8(reader, 1, kMaxTextCodePoints)};
}

Reaction decode_reaction(tls::Reader& reader) {
  const ContentId content = ContentId::decode(reader);
  const std::uint8_t mark = reader.u8();
  if (mark > kReactionCount) reader.fail(CryptoError::malformed);
  return {content, static_cast<Reaction::Mark>(mark)};
}

Edit decode_edit(tls::Reader& reader) {
  const ContentId content = ContentId::decode(reader);
  const std::uint32_t revision = reader.u32();
  if (revision == 0) reader.fail(CryptoError::malformed);
  return {content, revision, decode_utf8(reader, 1, kMaxTextCodePoints)};
}

}  // namespace bredvid::circle
