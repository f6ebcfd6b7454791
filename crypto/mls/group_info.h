// What a newcomer needs to know about a group's epoch, signed by a member (RFC 9420 12.4.3).
#pragma once

#include "crypto/mls/group_context.h"

namespace bredvid::mls {

// struct {
//     GroupContext group_context;
//     Extension extensions<V>;
//     opaque confirmation_tag<V>;
//     uint32 signer;
//     /* SignWithLabel(., "GroupInfoTBS", GroupInfoTBS) */
//     opaque signature<V>;
// } GroupInfo;
struct GroupInfo {
  GroupContext group_context;
  Extensions extensions;
  Bytes confirmation_tag;
  LeafIndex signer;
  Bytes signature;

  void encode(tls::Writer& writer) const;
  static GroupInfo decode(tls::Reader& reader);
};

[[nodiscard]] Result<void> sign_group_info(GroupInfo& info, ByteView seed);
// Errors: bad_signature, bad_key.
[[nodiscard]] Result<void> verify_group_info(const GroupInfo& info, ByteView signature_key);

}  // namespace bredvid::mls
