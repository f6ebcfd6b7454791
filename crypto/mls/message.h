// The outermost envelope: everything that travels is an MLSMessage (RFC 9420 6).
#pragma once

#include "crypto/mls/framing.h"
#include "crypto/mls/welcome.h"

namespace bredvid::mls {

// struct {
//     ProtocolVersion version = mls10;
//     WireFormat wire_format;
//     select (MLSMessage.wire_format) {
//         case mls_public_message:  PublicMessage public_message;
//         case mls_private_message: PrivateMessage private_message;
//         case mls_welcome:         Welcome welcome;
//         case mls_group_info:      GroupInfo group_info;
//         case mls_key_package:     KeyPackage key_package;
//     };
// } MLSMessage;
// The variant's order is the order of the wire formats' numbers, from 1.
struct MlsMessage {
  std::variant<PublicMessage, PrivateMessage, Welcome, GroupInfo, KeyPackage> body;

  void encode(tls::Writer& writer) const;
  static MlsMessage decode(tls::Reader& reader);
};

// The message as bytes.
template <typename Body>
[[nodiscard]] Bytes encode_message(Body body) {
  return tls::encode(MlsMessage{std::move(body)});
}

// The body of a message that has to be of this kind. Errors: malformed and the codec's others.
template <typename Body>
[[nodiscard]] Result<Body> decode_message(ByteView bytes) {
  BREDVID_TRY(message, tls::decode<MlsMessage>(bytes));
  auto* body = std::get_if<Body>(&message.body);
  if (body == nullptr) return std::unexpected(CryptoError::malformed);
  return std::move(*body);
}

}  // namespace bredvid::mls
