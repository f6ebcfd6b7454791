#include "server/webauthn/cbor.h"

#include <limits>

namespace bredvid::webauthn {
namespace {

// RFC 8949, 3.1
constexpr std::uint8_t kUnsigned = 0;
constexpr std::uint8_t kNegative = 1;
constexpr std::uint8_t kBytes = 2;
constexpr std::uint8_t kText = 3;
constexpr std::uint8_t kArray = 4;
constexpr std::uint8_t kMap = 5;
constexpr std::uint8_t kSimple = 7;
constexpr std::uint64_t kFalse = 20;
constexpr std::uint64_t kNull = 22;

}  // namespace

std::optional<CborReader::Head> CborReader::head() {
  if (rest_.empty()) return std::nullopt;
  const std::uint8_t first = rest_[0];
  const std::uint8_t info = first & 0x1f;
  rest_ = rest_.subspan(1);
  Head found{static_cast<std::uint8_t>(first >> 5), info};
  if (info < 24) return found;
  if (info > 27) return std::nullopt;
  const auto raw = take(std::uint64_t{1} << (info - 24));
  if (!raw) return std::nullopt;
  found.value = 0;
  for (const std::uint8_t byte : *raw) found.value = found.value << 8 | byte;
  const std::uint64_t least = raw->size() == 1 ? 24 : std::uint64_t{1} << (4 * raw->size());
  // A simple value of two bytes and a float have no use here.
  if (found.value < least || found.major == kSimple) return std::nullopt;
  return found;
}

std::optional<ByteView> CborReader::take(std::uint64_t size) {
  if (size > rest_.size()) return std::nullopt;
  const ByteView part = rest_.first(static_cast<std::size_t>(size));
  rest_ = rest_.subspan(static_cast<std::size_t>(size));
  return part;
}

std::optional<ByteView> CborReader::string(std::uint8_t major) {
  const auto found = head();
  if (!found || found->major != major) return std::nullopt;
  return take(found->value);
}

std::optional<std::uint64_t> CborReader::map() {
  const auto found = head();
  if (!found || found->major != kMap) return std::nullopt;
  return found->value;
}

std::optional<ByteView> CborReader::any_text() {
  return string(kText);
}

bool CborReader::text(std::string_view expected) {
  const auto found = any_text();
  return found && equal_public(*found, bytes_of(expected));
}

std::optional<ByteView> CborReader::bytes() {
  return string(kBytes);
}

std::optional<std::int32_t> CborReader::integer() {
  const auto found = head();
  if (!found || found->major > kNegative) return std::nullopt;
  if (found->value > static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max())) return std::nullopt;
  const auto value = static_cast<std::int32_t>(found->value);
  return found->major == kUnsigned ? value : -1 - value;
}

bool CborReader::skip() {
  std::size_t items = kMaxCborItems;
  return skip_item(items, 0);
}

bool CborReader::skip_item(std::size_t& items_left, int depth) {
  if (items_left == 0) return false;
  --items_left;
  const auto found = head();
  if (!found) return false;
  switch (found->major) {
    case kUnsigned:
    case kNegative:
      return true;
    case kBytes:
    case kText:
      return take(found->value).has_value();
    case kArray:
    case kMap: {
      // Each entry takes an item at least: a count beyond what is left is refused before any work.
      if (depth >= kMaxCborDepth || found->value > items_left) return false;
      const std::uint64_t entries = found->major == kMap ? 2 * found->value : found->value;
      for (std::uint64_t i = 0; i < entries; ++i) {
        if (!skip_item(items_left, depth + 1)) return false;
      }
      return true;
    }
    case kSimple:
      return found->value >= kFalse && found->value <= kNull;
    default:
      return false;
  }
}

}  // namespace bredvid::webauthn
