// A type per id, so that no call can mix up two of them.
//
// ByteId: random bytes chosen by a client or the server. NumberId: a plain number with a meaning.
// Both are ordered and hashable values. Secrets are not ids: see secret32.h.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bredvid {

/// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);

/// Exactly `out.size()` bytes from hexadecimal of either case; false (and `out` undefined) otherwise.
[[nodiscard]] bool from_hex(std::string_view text, std::span<std::uint8_t> out);

template <class Tag, std::size_t N>
struct ByteId {
  static constexpr std::size_t kSize = N;
  std::array<std::uint8_t, N> bytes{};

  [[nodiscard]] std::span<const std::uint8_t, N> view() const { return bytes; }
  [[nodiscard]] static std::optional<ByteId> from(std::span<const std::uint8_t> raw) {
    if (raw.size() != N) return std::nullopt;
    ByteId id;
    std::memcpy(id.bytes.data(), raw.data(), N);
    return id;
  }
  friend auto operator<=>(const ByteId&, const ByteId&) = default;
};

template <class Tag, class Rep>
struct NumberId {
  Rep value{};
  friend auto operator<=>(const NumberId&, const NumberId&) = default;
};

template <class Tag, std::size_t N>
[[nodiscard]] std::string to_hex(const ByteId<Tag, N>& id) {
  return to_hex(std::span<const std::uint8_t>(id.bytes));
}

using DeviceId = ByteId<struct DeviceIdTag, 16>;
using CircleId = ByteId<struct CircleIdTag, 16>;
using MessageId = ByteId<struct MessageIdTag, 16>;
using TallyId = ByteId<struct TallyIdTag, 16>;
/// Names a device's share to the server. Known to that device and the server alone, unlike a DeviceId, which every
/// member of its circles sees.
using ShareId = ByteId<struct ShareIdTag, 16>;
/// Names a colleague towards coordinators and nowhere else.
using StaffId = ByteId<struct StaffIdTag, 16>;
using AssignmentId = ByteId<struct AssignmentIdTag, 16>;
/// What is too large for an envelope, within one circle.
using AttachmentId = ByteId<struct AttachmentIdTag, 16>;

/// A place in an open door's queue; goes with it.
using WaitId = ByteId<struct WaitIdTag, 16>;
/// An organisation's place in the operator's config.json, from 1: what the open door calls it.
using OrganisationNumber = NumberId<struct OrganisationNumberTag, std::uint16_t>;

/// The database's row numbers; they never leave the server.
using AccountId = NumberId<struct AccountIdTag, std::int64_t>;
using OrganisationId = NumberId<struct OrganisationIdTag, std::int64_t>;

using SpanId = NumberId<struct SpanIdTag, std::uint32_t>;
using ReleaseId = NumberId<struct ReleaseIdTag, std::uint32_t>;
using RequestId = NumberId<struct RequestIdTag, std::uint32_t>;
/// 20 bits: how a slip is found; not a secret.
using Selector = NumberId<struct SelectorTag, std::uint32_t>;
/// Days since 1970-01-01 in the organisation's civil calendar.
using Day = NumberId<struct DayTag, std::uint32_t>;
using Epoch = NumberId<struct EpochTag, std::uint64_t>;
/// Place in a circle's log, from 1; 0 = before the first.
using Sequence = NumberId<struct SequenceTag, std::uint64_t>;

using Key32 = std::array<std::uint8_t, 32>;
using Signature64 = std::array<std::uint8_t, 64>;

}  // namespace bredvid

template <class Tag, std::size_t N>
struct std::hash<bredvid::ByteId<Tag, N>> {
  // Ids are random, so their first bytes are hash enough; nothing here is indexed by ids an attacker
  // could collide at will and profit from.
  std::size_t operator()(const bredvid::ByteId<Tag, N>& id) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data(), N < sizeof value ? N : sizeof value);
    return value;
  }
};

template <class Tag, class Rep>
struct std::hash<bredvid::NumberId<Tag, Rep>> {
  std::size_t operator()(const bredvid::NumberId<Tag, Rep>& id) const noexcept { return std::hash<Rep>{}(id.value); }
};
