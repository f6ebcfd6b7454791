// What everything else passes around: owned bytes and views of bytes that are not secret.
//
// Bytes owns, ByteView borrows (the caller keeps the owner alive). Secrets go in secret_bytes.h instead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace bredvid {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using MutableByteView = std::span<std::uint8_t>;

// A copy of what a view shows.
[[nodiscard]] inline Bytes to_bytes(ByteView view) {
  return Bytes(view.begin(), view.end());
}

// The bytes of a text, without a terminator. The view lives as long as the text.
[[nodiscard]] ByteView bytes_of(std::string_view text);

// All parts in order.
[[nodiscard]] Bytes concat(std::initializer_list<ByteView> parts);

// Ordinary comparison, for public values only: it stops at the first difference.
[[nodiscard]] bool equal_public(ByteView left, ByteView right);

// Compares without telling by its time where the difference is. Different lengths are unequal at once.
[[nodiscard]] bool equal_constant_time(ByteView left, ByteView right);

}  // namespace bredvid
