// A look over CBOR bytes before any memory is spent on them: only what wire.cddl uses may be there.
//
// Allowed: unsigned integers, byte and text strings, arrays, null; definite lengths; shortest heads; bounded depth;
// text is UTF-8; nothing after the one item; no more items than a frame can have, since each of them, a byte on the
// wire, becomes a hundred in memory. Everything else is a second form or not ours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace bredvid::wire {

/// frame > enrolment or list > entry > (tag set's) fields: the schema needs four.
constexpr int kMaxDepth = 4;

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
