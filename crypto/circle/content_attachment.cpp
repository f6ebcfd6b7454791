#include "crypto/circle/content_attachment.h"

#include <algorithm>

namespace bredvid::circle {
namespace {

std::string decode_words(tls::Reader& reader, std::size_t most_code_points) {
  const ByteView bytes = reader.opaque_view(4 * most_code_points);
  const auto length = utf8_length(bytes);
  if (!length || *length > most_code_points) reader.fail(CryptoError::malformed);
  return {bytes.begin(), bytes.end()};
}

// A name that can be no path and no terminal's command.
bool name_is_plain(std::string_view name) {
  return std::ranges::none_of(name, [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte < 0x20 || byte == 0x7f || c == '/' || c == '\\';
  });
}

bool kind_is_kept(const Attachment& a) {
  const bool photo = a.kind == Attachment::Kind::photo;
  const bool file = a.kind == Attachment::Kind::file;
  const bool voice = a.kind == Attachment::Kind::voice;
  if (!photo && !file && !voice) return false;
  const bool pixels = photo ? a.width > 0 && a.height > 0 : a.width == 0 && a.height == 0 && a.preview.empty();
  const bool time = voice ? a.duration_ms >= 1 && a.duration_ms <= kMaxVoiceMs : a.duration_ms == 0;
  const bool name = file ? name_is_plain(a.name) : a.name.empty();
  return pixels && time && name;
}

}  // namespace

void encode_attachment(tls::Writer& writer, const Attachment& attachment) {
  writer.u8(static_cast<std::uint8_t>(attachment.kind));
  attachment.attachment_id.encode(writer);
  writer.fixed(attachment.key.view());
  writer.u32(attachment.size);
  writer.u16(attachment.width);
  writer.u16(attachment.height);
  writer.u32(attachment.duration_ms);
  writer.opaque(bytes_of(attachment.name));
  writer.opaque(attachment.preview);
  writer.opaque(bytes_of(attachment.caption));
}

Attachment decode_attachment(tls::Reader& reader) {
  Attachment a;
  a.kind = static_cast<Attachment::Kind>(reader.u8());
  a.attachment_id = AttachmentId::decode(reader);
  a.key = SecretBytes(reader.fixed(kAttachmentKeySize));
  a.size = reader.u32();
  a.width = reader.u16();
  a.height = reader.u16();
  a.duration_ms = reader.u32();
  a.name = decode_words(reader, kMaxAttachmentNameCodePoints);
  a.preview = reader.opaque(kMaxPreviewSize);
  a.caption = decode_words(reader, kMaxCaptionCodePoints);
  if (!kind_is_kept(a) || a.size < 1 || a.size > kMaxAttachmentSize) reader.fail(CryptoError::malformed);
  return a;
}

}  // namespace bredvid::circle
