// The structures around every message of a group (RFC 9420 6). What is done with them stands in message_protection.h.
#pragma once

#include "crypto/mls/commit.h"

namespace bredvid::mls {

inline constexpr std::uint16_t kWirePublicMessage = 0x0001;
inline constexpr std::uint16_t kWirePrivateMessage = 0x0002;
inline constexpr std::uint16_t kWireWelcome = 0x0003;
inline constexpr std::uint16_t kWireGroupInfo = 0x0004;
inline constexpr std::uint16_t kWireKeyPackage = 0x0005;

enum class ContentType : std::uint8_t { application = 1, proposal = 2, commit = 3 };
enum class SenderType : std::uint8_t { member = 1, external = 2, new_member_proposal = 3, new_member_commit = 4 };

// struct {
//     SenderType sender_type;
//     select (Sender.sender_type) {
//         case member:   uint32 leaf_index;
//         case external: uint32 sender_index;
//         case new_member_commit, new_member_proposal: struct{};
//     };
// } Sender;
struct Sender {
  SenderType type = SenderType::member;
  std::uint32_t index = 0;

  void encode(tls::Writer& writer) const;
  static Sender decode(tls::Reader& reader);
};

struct ApplicationData {
  WipedBytes data;  // may carry keys
};

// The order is that of ContentType, from 1.
using Content = std::variant<ApplicationData, Proposal, Commit>;
[[nodiscard]] inline ContentType content_type(const Content& content) {
  return static_cast<ContentType>(content.index() + 1);
}
[[nodiscard]] ContentType decode_content_type(tls::Reader& reader);
void encode_content(tls::Writer& writer, const Content& content);
[[nodiscard]] Content decode_content(tls::Reader& reader, ContentType type);

// struct {
//     opaque group_id<V>;
//     uint64 epoch;
//     Sender sender;
//     opaque authenticated_data<V>;
//     ContentType content_type;
//     select (FramedContent.content_type) {
//         case application: opaque application_data<V>;
//         case proposal:    Proposal proposal;
//         case commit:      Commit commit;
//     };
// } FramedContent;
struct FramedContent {
  Bytes group_id;
  std::uint64_t epoch = 0;
  Sender sender;
  Bytes authenticated_data;
  Content content;

  void encode(tls::Writer& writer) const;
  static FramedContent decode(tls::Reader& reader);
};

// struct {
//     /* SignWithLabel(., "FramedContentTBS", FramedContentTBS) */
//     opaque signature<V>;
//     select (FramedContent.content_type) { case commit: opaque confirmation_tag<V>; default: struct{}; };
// } FramedContentAuthData;
struct FramedContentAuthData {
  Bytes signature;
  Bytes confirmation_tag;  // commits only

  void encode(tls::Writer& writer, ContentType type) const;
  static FramedContentAuthData decode(tls::Reader& reader, ContentType type);
};

// struct { WireFormat wire_format; FramedContent content; FramedContentAuthData auth; } AuthenticatedContent;
struct AuthenticatedContent {
  std::uint16_t wire_format = kWirePrivateMessage;
  FramedContent content;
  FramedContentAuthData auth;

  void encode(tls::Writer& writer) const;
  static AuthenticatedContent decode(tls::Reader& reader);
};

// struct {
//     FramedContent content;
//     FramedContentAuthData auth;
//     select (PublicMessage.content.sender.sender_type) { case member: opaque membership_tag<V>; default: struct{}; };
// } PublicMessage;
struct PublicMessage {
  FramedContent content;
  FramedContentAuthData auth;
  Bytes membership_tag;

  void encode(tls::Writer& writer) const;
  static PublicMessage decode(tls::Reader& reader);
};

// struct {
//     opaque group_id<V>;
//     uint64 epoch;
//     ContentType content_type;
//     opaque authenticated_data<V>;
//     opaque encrypted_sender_data<V>;
//     opaque ciphertext<V>;
// } PrivateMessage;
struct PrivateMessage {
  Bytes group_id;
  std::uint64_t epoch = 0;
  ContentType type = ContentType::application;
  Bytes authenticated_data;
  Bytes encrypted_sender_data;
  Bytes ciphertext;

  void encode(tls::Writer& writer) const;
  static PrivateMessage decode(tls::Reader& reader);
};

}  // namespace bredvid::mls
