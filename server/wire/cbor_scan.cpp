#include "server/wire/cbor_scan.h"

namespace bredvid::wire {
namespace {

constexpr std::uint8_t kUint = 0;
constexpr std::uint8_t kBytes = 2;
constexpr std::uint8_t kText = 3;
constexpr std::uint8_t kArray = 4;
constexpr std::uint8_t kSimple = 7;
constexpr std::uint64_t kNull = 22;

struct Head {
  std::uint8_t major = 0;
  std::uint64_t value = 0;
};

class Scanner {
 public:
  explicit Scanner(std::span<const std::uint8_t> rest, std::size_t most_items = 0)
      : rest_(rest), items_left_(most_items) {}

  /// RFC 8949, 3: three bits of major type, five of additional information, then 0, 1, 2, 4 or 8 bytes.
  std::optional<Head> head() {
    if (rest_.empty()) return std::nullopt;
    const std::uint8_t first = rest_[0];
    rest_ = rest_.subspan(1);
    const auto major = static_cast<std::uint8_t>(first >> 5);
    const std::uint8_t info = first & 0x1f;
    if (info < 24) return Head{major, info};
    if (info > 27) return std::nullopt;
    const std::size_t size = std::size_t{1} << (info - 24);
    if (rest_.size() < size) return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = (value << 8) | rest_[i];
    rest_ = rest_.subspan(size);
    const std::uint64_t least = size == 1 ? 24 : std::uint64_t{1} << (4 * size);
    if (value < least) return std::nullopt;
    return Head{major, value};
  }

  bool item(int depth) {
    if (items_left_ == 0) return false;
    --items_left_;
    const auto found = head();
    if (!found) return false;
    switch (found->major) {
      case kUint:
        return true;
      case kBytes:
        return string(found->value, false);
      case kText:
        return string(found->value, true);
      case kArray:
        // Each entry takes a byte at least: a length beyond the rest is a lie and is refused before any work.
        if (depth >= kMaxDepth || found->value > rest_.size() || found->value > items_left_) return false;
        for (std::uint64_t i = 0; i < found->value; ++i) {
          if (!item(depth + 1)) return false;
        }
        return true;
      case kSimple:
        return found->value == kNull;
      default:
        return false;
    }
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  bool string(std::uint64_t size, bool text) {
    if (size > rest_.size()) return false;
    const auto part = rest_.first(static_cast<std::size_t>(size));
    rest_ = rest_.subspan(static_cast<std::size_t>(size));
    return !text || is_utf8(part);
  }

  std::span<const std::uint8_t> rest_;
  std::size_t items_left_;
};

}  // namespace

bool well_formed(std::span<const std::uint8_t> bytes, std::size_t most_items) {
  Scanner scanner(bytes, most_items);
  return scanner.item(0) && scanner.at_end();
}

std::optional<FrameHead> peek_head(std::span<const std::uint8_t> bytes) {
  Scanner scanner(bytes);
  const auto array = scanner.head();
  if (!array || array->major != kArray) return std::nullopt;
  const auto type = scanner.head();
  if (!type || type->major != kUint) return std::nullopt;
  const auto rid = scanner.head();
  if (!rid || rid->major != kUint) return FrameHead{type->value, std::nullopt};
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
