// Three words that two people can read to each other: the same on every device of the circle in one epoch, and
// different when somebody stands between them (RFC 9420 8.7, epoch authenticator).
//
// 512 common Swedish words, so 27 bits: an impostor gets one try in 134 million while people compare.
#pragma once

#include <array>
#include <string_view>

#include "crypto/base/bytes.h"

namespace bredvid::circle {

inline constexpr std::size_t kSafetyWordCount = 512;

// The list is part of the protocol: its order never changes.
[[nodiscard]] std::string_view safety_word(std::size_t index);

[[nodiscard]] std::array<std::string_view, 3> safety_words(ByteView epoch_authenticator);

}  // namespace bredvid::circle
