#include "crypto/mls/framing.h"

namespace bredvid::mls {

void Sender::encode(tls::Writer& writer) const {
  writer.u8(static_cast<std::uint8_t>(type));
  if (type == SenderType::member || type == SenderType::external) writer.u32(index);
}

Sender Sender::decode(tls::Reader& reader) {
  Sender sender;
  const std::uint8_t type = reader.u8();
  if (type < 1 || type > 4) reader.fail(CryptoError::malformed);
  sender.type = static_cast<SenderType>(type);
  if (sender.type == SenderType::member || sender.type == SenderType::external) sender.index = reader.u32();
  return sender;
}

ContentType decode_content_type(tls::Reader& reader) {
  const std::uint8_t type = reader.u8();
  if (type < 1 || type > 3) reader.fail(CryptoError::malformed);
  return static_cast<ContentType>(type);
}

void encode_content(tls::Writer& writer, const Content& content) {
  if (const auto* application = std::get_if<ApplicationData>(&content)) {
    writer.opaque(application->data);
  } else if (const auto* proposal = std::get_if<Proposal>(&content)) {
    proposal->encode(writer);
  } else {
    std::get<Commit>(content).encode(writer);
  }
}

Content decode_content(tls::Reader& reader, ContentType type) {
  if (type == ContentType::proposal) return Proposal::decode(reader);
  if (type == ContentType::commit) return Commit::decode(reader);
  const ByteView data = reader.opaque_view();
  return ApplicationData{{data.begin(), data.end()}};
}

void FramedContent::encode(tls::Writer& writer) const {
  writer.opaque(group_id);
  writer.u64(epoch);
  sender.encode(writer);
  writer.opaque(authenticated_data);
  writer.u8(static_cast<std::uint8_t>(content_type(content)));
  encode_content(writer, content);
}

FramedContent FramedContent::decode(tls::Reader& reader) {
  FramedContent made;
  made.group_id = reader.opaque();
  made.epoch = reader.u64();
  made.sender = Sender::decode(reader);
  made.authenticated_data = reader.opaque();
  const ContentType type = decode_content_type(reader);
  made.content = decode_content(reader, type);
  return made;
}

void FramedContentAuthData::encode(tls::Writer& writer, ContentType type) const {
  writer.opaque(signature);
  if (type == ContentType::commit) writer.opaque(confirmation_tag);
}

FramedContentAuthData FramedContentAuthData::decode(tls::Reader& reader, ContentType type) {
  FramedContentAuthData auth;
  auth.signature = reader.opaque();
  if (type == ContentType::commit) auth.confirmation_tag = reader.opaque();
  return auth;
}

void AuthenticatedContent::encode(tls::Writer& writer) const {
  writer.u16(wire_format);
  content.encode(writer);
  auth.encode(writer, content_type(content.content));
}

AuthenticatedContent AuthenticatedContent::decode(tls::Reader& reader) {
  AuthenticatedContent made;
  made.wire_format = reader.u16();
  if (made.wire_format != kWirePublicMessage && made.wire_format != kWirePrivateMessage) {
    reader.fail(CryptoError::malformed);
  }
  made.content = FramedContent::decode(reader);
  made.auth = FramedContentAuthData::decode(reader, content_type(made.content.content));
  return made;
}

void PublicMessage::encode(tls::Writer& writer) const {
  content.encode(writer);
  auth.encode(writer, content_type(content.content));
  if (content.sender.type == SenderType::member) writer.opaque(membership_tag);
}

PublicMessage PublicMessage::decode(tls::Reader& reader) {
  PublicMessage made;
  made.content = FramedContent::decode(reader);
  made.auth = FramedContentAuthData::decode(reader, content_type(made.content.content));
  if (made.content.sender.type == SenderType::member) made.membership_tag = reader.opaque();
  return made;
}

void PrivateMessage::encode(tls::Writer& writer) const {
  writer.opaque(group_id);
  writer.u64(epoch);
  writer.u8(static_cast<std::uint8_t>(type));
  writer.opaque(authenticated_data);
  writer.opaque(encrypted_sender_data);
  writer.opaque(ciphertext);
}

PrivateMessage PrivateMessage::decode(tls::Reader& reader) {
  PrivateMessage made;
  made.group_id = reader.opaque();
  made.epoch = reader.u64();
  made.type = decode_content_type(reader);
  made.authenticated_data = reader.opaque();
  made.encrypted_sender_data = reader.opaque();
  made.ciphertext = reader.opaque();
  return made;
}

}  // namespace bredvid::mls
