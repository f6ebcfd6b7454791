// CBOR's heads (RFC 8949, 3), and a look over whole bytes: only what wire.cddl uses may be there.
//
// Allowed: unsigned integers, byte and text strings, arrays, null; definite lengths; shortest heads; bounded depth;
// text is UTF-8; nothing after the one item; no more items than a frame can have. Everything else is a second form or
// not ours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace bredvid::wire {

/// frame > enrolment or list > entry > (tag set's) fields: the schema needs four.
constexpr int kMaxDepth = 4;

/// RFC 8949, 3.1: those that wire.cddl uses.
enum class CborMajor : std::uint8_t { uint = 0, bytes = 2, text = 3, array = 4, simple = 7 };
constexpr std::uint64_t kCborNull = 22;

/// Three bits of major type, five of additional information, then the value in 0, 1, 2, 4 or 8 bytes: the shortest.
void put_head(std::vector<std::uint8_t>& out, CborMajor major, std::uint64_t value);

/// Reads heads and strings from the front of some bytes. Nothing is copied; no memory is taken.
class CborScanner {
 public:
  struct Head {
    CborMajor major{};
    std::uint64_t value = 0;
  };

  explicit CborScanner(std::span<const std::uint8_t> rest) : rest_(rest) {}

  /// nullopt: cut off, not the shortest form, indefinite, or a kind that wire.cddl has no use for.
  [[nodiscard]] std::optional<Head> head();
  /// The next `size` bytes; nullopt when there are fewer.
  [[nodiscard]] std::optional<std::span<const std::uint8_t>> take(std::uint64_t size);
  /// True when the next item is null; it is then behind us.
  [[nodiscard]] bool skip_null();
  [[nodiscard]] std::size_t left() const { return rest_.size(); }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::span<const std::uint8_t> rest_;
};

/// `most_items`: arrays, strings, numbers and nulls together, the outermost included.
[[nodiscard]] bool well_formed(std::span<const std::uint8_t> bytes, std::size_t most_items);

/// The type and, when it can be read too, the request id at a frame's head.
struct FrameHead {
  std::uint64_t type = 0;
  std::optional<std::uint64_t> rid;
};
[[nodiscard]] std::optional<FrameHead> peek_head(std::span<const std::uint8_t> bytes);

/// RFC 3629: no surrogates, no overlong forms.
[[nodiscard]] bool is_utf8(std::span<const std::uint8_t> bytes);

}  // namespace bredvid::wire
