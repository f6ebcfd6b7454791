// Reads CTAP2's canonical CBOR (CTAP 2.1, section 8) from the front of some bytes: definite lengths, shortest heads,
// four levels at most, no tags, no floats. Nothing is copied. Order and sameness of map keys are the callers', who ask
// for the keys that they know one after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "crypto/base/bytes.h"

namespace bredvid::webauthn {

/// CTAP 2.1, section 8: four levels; what we skip lies one below the outermost map.
constexpr int kMaxCborDepth = 4;
/// Items of what is skipped (extensions): none that is known has more than a handful.
constexpr std::size_t kMaxCborItems = 64;

class CborReader {
 public:
  explicit CborReader(ByteView rest) : rest_(rest) {}

  /// The number of pairs.
  [[nodiscard]] std::optional<std::uint64_t> map();
  /// True when the next item is this text; it is then behind us.
  [[nodiscard]] bool text(std::string_view expected);
  /// Any text; the view is into the bytes given.
  [[nodiscard]] std::optional<ByteView> any_text();
  [[nodiscard]] std::optional<ByteView> bytes();
  /// Positive or negative, as far as an int32 reaches: no label or algorithm lies beyond.
  [[nodiscard]] std::optional<std::int32_t> integer();
  /// One item with all that is in it.
  [[nodiscard]] bool skip();
  [[nodiscard]] ByteView rest() const { return rest_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  struct Head {
    std::uint8_t major = 0;
    std::uint64_t value = 0;
  };
  [[nodiscard]] std::optional<Head> head();
  [[nodiscard]] std::optional<ByteView> take(std::uint64_t size);
  [[nodiscard]] std::optional<ByteView> string(std::uint8_t major);
  [[nodiscard]] bool skip_item(std::size_t& items_left, int depth);

  ByteView rest_;
};

}  // namespace bredvid::webauthn
