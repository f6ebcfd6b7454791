#include "crypto/mls/message.h"

namespace bredvid::mls {

void MlsMessage::encode(tls::Writer& writer) const {
  writer.u16(kMls10);
  writer.u16(static_cast<std::uint16_t>(body.index() + 1));
  std::visit([&](const auto& message) { message.encode(writer); }, body);
}

MlsMessage MlsMessage::decode(tls::Reader& reader) {
  if (reader.u16() != kMls10) reader.fail(CryptoError::unsupported_version);
  switch (reader.u16()) {
    case kWirePublicMessage:
      return {PublicMessage::decode(reader)};
    case kWirePrivateMessage:
      return {PrivateMessage::decode(reader)};
    case kWireWelcome:
      return {Welcome::decode(reader)};
    case kWireGroupInfo:
      return {GroupInfo::decode(reader)};
    case kWireKeyPackage:
      return {KeyPackage::decode(reader)};
    default:
      break;
  }
  reader.fail(CryptoError::malformed);
  return {PrivateMessage{}};
}

}  // namespace bredvid::mls
