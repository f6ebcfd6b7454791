// The circle layer's identifiers: 16 random bytes each, one type per kind so that they can't be mixed up.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <optional>

#include "crypto/base/random.h"
#include "crypto/tls_codec/reader.h"
#include "crypto/tls_codec/writer.h"

namespace bredvid::circle {

inline constexpr std::size_t kIdSize = 16;

template <typename Tag>
struct Id {
  std::array<std::uint8_t, kIdSize> bytes{};

  [[nodiscard]] ByteView view() const { return bytes; }
  auto operator<=>(const Id&) const = default;

  [[nodiscard]] static std::optional<Id> from(ByteView source) {
    if (source.size() != kIdSize) return std::nullopt;
    Id id;
    std::ranges::copy(source, id.bytes.begin());
    return id;
  }
  [[nodiscard]] static Id fresh(Random& random) {
    Id id;
    random.fill(id.bytes);
    return id;
  }
  // opaque id[16]
  void encode(tls::Writer& writer) const { writer.fixed(bytes); }
  [[nodiscard]] static Id decode(tls::Reader& reader) { return from(reader.fixed(kIdSize)).value_or(Id{}); }
};

using CircleId = Id<struct CircleTag>;
using MemberId = Id<struct MemberTag>;  // a person in one circle; stays the same over a change of phone
using DeviceId = Id<struct DeviceTag>;
using ContentId = Id<struct ContentTag>;
using CardId = Id<struct CardTag>;              // something to return to, whichever content says it
using AssignmentId = Id<struct AssignmentTag>;  // the wire's
using AttachmentId = Id<struct AttachmentTag>;  // the wire's

// optional<Id>
template <typename Tag>
void encode_optional(tls::Writer& writer, const std::optional<Id<Tag>>& id) {
  writer.present(id.has_value());
  if (id) id->encode(writer);
}
template <typename Tag>
[[nodiscard]] std::optional<Id<Tag>> decode_optional(tls::Reader& reader) {
  if (!reader.present()) return std::nullopt;
  return Id<Tag>::decode(reader);
}

}  // namespace bredvid::circle
