#include "server/wire/cbor_scan.h"

namespace bredvid::wire {
namespace {

constexpr std::uint8_t kTwoBytes = 25;

bool is_ours(CborMajor major) {
  switch (major) {
    case CborMajor::uint:
    case CborMajor::bytes:
    case CborMajor::text:
    case CborMajor::array:
    case CborMajor::simple:
      return true;
  }
  return false;
}

bool item_fits(CborScanner& scanner, std::size_t& items_left, int depth) {
  if (items_left == 0) return false;
  --items_left;
  const auto found = scanner.head();
  if (!found) return false;
  switch (found->major) {
    case CborMajor::uint:
      return true;
    case CborMajor::bytes:
      return scanner.take(found->value).has_value();
    case CborMajor::text: {
      const auto text = scanner.take(found->value);
      return text && is_utf8(*text);
    }
    case CborMajor::array:
      // Each entry takes a byte at least: a length beyond the rest is a lie and is refused before any work.
      if (depth >= kMaxDepth || found->value > scanner.left() || found->value > items_left) return false;
      for (std::uint64_t i = 0; i < found->value; ++i) {
        if (!item_fits(scanner, items_left, depth + 1)) return false;
      }
      return true;
    case CborMajor::simple:
      return found->value == kCborNull;
  }
  return false;
}

}  // namespace

void put_head(std::vector<std::uint8_t>& out, CborMajor major, std::uint64_t value) {
  const auto first = static_cast<std::uint8_t>(static_cast<std::uint8_t>(major) << 5);
  if (value < 24) return out.push_back(static_cast<std::uint8_t>(first | value));
  const std::uint8_t info = value <= 0xff ? 24 : value <= 0xffff ? kTwoBytes : value <= 0xffffffff ? 26 : 27;
  out.push_back(static_cast<std::uint8_t>(first | info));
  for (int shift = (8 << (info - 24)) - 8; shift >= 0; shift -= 8)
    out.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::optional<CborScanner::Head> CborScanner::head() {
  if (rest_.empty()) return std::nullopt;
  const std::uint8_t first = rest_[0];
  const auto major = static_cast<CborMajor>(first >> 5);
  const std::uint8_t info = first & 0x1f;
  if (!is_ours(major) || info > 27) return std::nullopt;
  rest_ = rest_.subspan(1);
  if (info < 24) return Head{major, info};
  const std::size_t size = std::size_t{1} << (info - 24);
  if (rest_.size() < size) return std::nullopt;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = (value << 8) | rest_[i];
  rest_ = rest_.subspan(size);
  const std::uint64_t least = size == 1 ? 24 : std::uint64_t{1} << (4 * size);
  if (value < least) return std::nullopt;
  return Head{major, value};
}

std::optional<std::span<const std::uint8_t>> CborScanner::take(std::uint64_t size) {
  if (size > rest_.size()) return std::nullopt;
  const auto part = rest_.first(static_cast<std::size_t>(size));
  rest_ = rest_.subspan(static_cast<std::size_t>(size));
  return part;
}

bool CborScanner::skip_null() {
  constexpr auto kNullByte = static_cast<std::uint8_t>(static_cast<std::uint8_t>(CborMajor::simple) << 5 | kCborNull);
  if (rest_.empty() || rest_[0] != kNullByte) return false;
  rest_ = rest_.subspan(1);
  return true;
}

bool well_formed(std::span<const std::uint8_t> bytes, std::size_t most_items) {
  CborScanner scanner(bytes);
  return item_fits(scanner, most_items, 0) && scanner.at_end();
}

std::optional<FrameHead> peek_head(std::span<const std::uint8_t> bytes) {
  CborScanner scanner(bytes);
  const auto array = scanner.head();
  if (!array || array->major != CborMajor::array) return std::nullopt;
  const auto type = scanner.head();
  if (!type || type->major != CborMajor::uint) return std::nullopt;
  const auto rid = scanner.head();
  if (!rid || rid->major != CborMajor::uint) return FrameHead{type->value, std::nullopt};
  return FrameHead{type->value, rid->value};
}

bool is_utf8(std::span<const std::uint8_t> bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const std::uint8_t lead = bytes[i++];
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return false;
    const std::size_t more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (bytes.size() - i < more) return false;
    const std::uint8_t second = bytes[i];
    if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || (lead == 0xf0 && second < 0x90) ||
        (lead == 0xf4 && second > 0x8f)) {
      return false;
    }
    for (std::size_t k = 0; k < more; ++k, ++i) {
      if ((bytes[i] & 0xc0) != 0x80) return false;
    }
  }
  return true;
}

}  // namespace bredvid::wire
