#include "crypto/mls/message_protection.h"

#include <algorithm>

#include "crypto/mls/labels.h"

namespace bredvid::mls {
namespace {

constexpr std::size_t kReuseGuardSize = 4;

// struct {
//     ProtocolVersion version = mls10;
//     WireFormat wire_format;
//     FramedContent content;
//     select (sender_type) { case member, new_member_commit: GroupContext context; default: struct{}; };
// } FramedContentTBS;
// Wiped, because the content may be an application message.
SecretBytes to_be_signed(std::uint16_t wire_format, const FramedContent& content, ByteView encoded_context) {
  tls::Writer writer;
  writer.u16(kMls10);
  writer.u16(wire_format);
  content.encode(writer);
  if (content.sender.type == SenderType::member || content.sender.type == SenderType::new_member_commit) {
    writer.fixed(encoded_context);
  }
  return std::move(writer).take_secret();
}

// struct { FramedContentTBS content_tbs; FramedContentAuthData auth; } AuthenticatedContentTBM;
Bytes to_be_maced(const AuthenticatedContent& content, ByteView encoded_context) {
  tls::Writer writer;
  writer.fixed(to_be_signed(content.wire_format, content.content, encoded_context).view());
  content.auth.encode(writer, content_type(content.content.content));
  return writer.take();
}

// struct { uint32 leaf_index; uint32 generation; opaque reuse_guard[4]; } SenderData;
struct SenderData {
  LeafIndex leaf;
  std::uint32_t generation = 0;
  Bytes reuse_guard;

  void encode(tls::Writer& writer) const {
    writer.u32(leaf.value);
    writer.u32(generation);
    writer.fixed(reuse_guard);
  }
  static SenderData decode(tls::Reader& reader) {
    const LeafIndex leaf{reader.u32()};
    const std::uint32_t generation = reader.u32();
    return {leaf, generation, to_bytes(reader.fixed(kReuseGuardSize))};
  }
};

// struct { opaque group_id<V>; uint64 epoch; ContentType content_type; } SenderDataAAD;
Bytes sender_data_aad(const PrivateMessage& message) {
  tls::Writer writer;
  writer.opaque(message.group_id);
  writer.u64(message.epoch);
  writer.u8(static_cast<std::uint8_t>(message.type));
  return writer.take();
}

// The same and: opaque authenticated_data<V>; } PrivateContentAAD;
Bytes content_aad(const PrivateMessage& message) {
  tls::Writer writer;
  writer.fixed(sender_data_aad(message));
  writer.opaque(message.authenticated_data);
  return writer.take();
}

SecretBytes guarded_nonce(const MessageKey& key, ByteView reuse_guard) {
  SecretBytes nonce = key.nonce.clone();
  for (std::size_t i = 0; i < reuse_guard.size(); ++i) nonce.mutable_view()[i] ^= reuse_guard[i];
  return nonce;
}

RatchetType ratchet_for(ContentType type) {
  return type == ContentType::application ? RatchetType::application : RatchetType::handshake;
}

// struct { content; FramedContentAuthData auth; opaque padding[length_of_padding]; } PrivateMessageContent;
Result<AuthenticatedContent> decode_private_content(const PrivateMessage& message, LeafIndex sender,
                                                    ByteView plaintext) {
  tls::Reader reader(plaintext);
  AuthenticatedContent made;
  made.wire_format = kWirePrivateMessage;
  made.content = {message.group_id,
                  message.epoch,
                  {SenderType::member, sender.value},
                  message.authenticated_data,
                  decode_content(reader, message.type)};
  made.auth = FramedContentAuthData::decode(reader, message.type);
  if (!reader.ok()) return std::unexpected(reader.error());
  const ByteView padding = reader.rest();
  if (std::any_of(padding.begin(), padding.end(), [](std::uint8_t byte) { return byte != 0; })) {
    return std::unexpected(CryptoError::bad_padding);
  }
  return made;
}

Result<SenderData> open_sender_data(const PrivateMessage& message, const SecretBytes& sender_data_secret) {
  const MessageKey key = sender_data_key(sender_data_secret, message.ciphertext);
  BREDVID_TRY(plaintext, crypto::aead_open(key.key.view(), key.nonce.view(), sender_data_aad(message),
                                           message.encrypted_sender_data));
  return tls::decode<SenderData>(plaintext.view());
}

}  // namespace

Result<AuthenticatedContent> sign_content(std::uint16_t wire_format, FramedContent content, ByteView encoded_context,
                                          ByteView seed) {
  BREDVID_TRY(signature,
              sign_with_label(seed, "FramedContentTBS", to_be_signed(wire_format, content, encoded_context).view()));
  return AuthenticatedContent{wire_format, std::move(content), {std::move(signature), {}}};
}

Result<void> verify_content(const AuthenticatedContent& content, ByteView encoded_context, ByteView signature_key) {
  return verify_with_label(signature_key, "FramedContentTBS",
                           to_be_signed(content.wire_format, content.content, encoded_context).view(),
                           content.auth.signature);
}

Result<PublicMessage> protect_public(AuthenticatedContent content, const SecretBytes& membership_key,
                                     ByteView encoded_context) {
  if (content_type(content.content.content) == ContentType::application) {
    return std::unexpected(CryptoError::bad_argument);
  }
  Bytes tag;
  if (content.content.sender.type == SenderType::member) {
    tag = crypto::hmac_sha256(membership_key.view(), to_be_maced(content, encoded_context));
  }
  return PublicMessage{std::move(content.content), std::move(content.auth), std::move(tag)};
}

Result<AuthenticatedContent> unprotect_public(PublicMessage message, const SecretBytes& membership_key,
                                              ByteView encoded_context) {
  if (content_type(message.content.content) == ContentType::application) {
    return std::unexpected(CryptoError::malformed);
  }
  AuthenticatedContent content{kWirePublicMessage, std::move(message.content), std::move(message.auth)};
  if (content.content.sender.type == SenderType::member &&
      !crypto::hmac_sha256_verify(membership_key.view(), to_be_maced(content, encoded_context),
                                  message.membership_tag)) {
    return std::unexpected(CryptoError::bad_membership_tag);
  }
  return content;
}

Result<PrivateMessage> protect_private(const AuthenticatedContent& content, std::size_t content_size, PrivateKeys keys,
                                       Random& random) {
  const ContentType type = content_type(content.content.content);
  const LeafIndex sender{content.content.sender.index};
  Ratchet* ratchet = keys.secret_tree.ratchet(sender, ratchet_for(type));
  if (content.content.sender.type != SenderType::member || ratchet == nullptr) {
    return std::unexpected(CryptoError::unknown_sender);
  }
  tls::Writer plaintext;
  encode_content(plaintext, content.content.content);
  content.auth.encode(plaintext, type);
  const std::size_t size = plaintext.view().size();
  if (content_size == 0) content_size = (size + kHandshakeStep - 1) / kHandshakeStep * kHandshakeStep;
  if (size > content_size) return std::unexpected(CryptoError::bad_argument);
  plaintext.fixed(Bytes(content_size - size));
  PrivateMessage message{
      content.content.group_id, content.content.epoch, type, content.content.authenticated_data, {}, {}};
  const SenderData sender_data{sender, ratchet->next_generation(), random.bytes(kReuseGuardSize)};
  BREDVID_TRY(key, ratchet->take(sender_data.generation));
  BREDVID_TRY(ciphertext, crypto::aead_seal(key.key.view(), guarded_nonce(key, sender_data.reuse_guard).view(),
                                            content_aad(message), plaintext.view()));
  message.ciphertext = std::move(ciphertext);
  const MessageKey hiding_key = sender_data_key(keys.sender_data_secret, message.ciphertext);
  BREDVID_TRY(hidden, crypto::aead_seal(hiding_key.key.view(), hiding_key.nonce.view(), sender_data_aad(message),
                                        tls::encode(sender_data)));
  message.encrypted_sender_data = std::move(hidden);
  return message;
}

void OpenedPrivate::spend(SecretTree& secret_tree) {
  *secret_tree.ratchet(sender, type) = std::move(moved);
}

Result<OpenedPrivate> open_private(const PrivateMessage& message, LeafIndex own, const SignatureKeyLookup& lookup,
                                   const PrivateKeys& keys) {
  BREDVID_TRY(sender_data, open_sender_data(message, keys.sender_data_secret));
  const RatchetType type = ratchet_for(message.type);
  const Bytes* signature_key = lookup(sender_data.leaf);
  const Ratchet* ratchet = keys.secret_tree.ratchet(sender_data.leaf, type);
  if (signature_key == nullptr || ratchet == nullptr) return std::unexpected(CryptoError::unknown_sender);
  if (sender_data.leaf == own && sender_data.generation < ratchet->next_generation()) {
    return std::unexpected(CryptoError::own_message);
  }

  Ratchet tried = ratchet->clone();  // the real one moves only when everything fits
  BREDVID_TRY(key, tried.take(sender_data.generation));
  BREDVID_TRY(plaintext, crypto::aead_open(key.key.view(), guarded_nonce(key, sender_data.reuse_guard).view(),
                                           content_aad(message), message.ciphertext));
  BREDVID_TRY(content, decode_private_content(message, sender_data.leaf, plaintext.view()));
  BREDVID_CHECK(verify_content(content, keys.encoded_context, *signature_key));
  if (sender_data.leaf == own) return std::unexpected(CryptoError::state_rolled_back);
  return OpenedPrivate{std::move(content), sender_data.leaf, type, std::move(tried)};
}

Result<AuthenticatedContent> unprotect_private(const PrivateMessage& message, LeafIndex own,
                                               const SignatureKeyLookup& lookup, PrivateKeys keys) {
  BREDVID_TRY(opened, open_private(message, own, lookup, keys));
  opened.spend(keys.secret_tree);
  return std::move(opened.content);
}

}  // namespace bredvid::mls
