// The alphabet and the check characters of slip texts; for slip.cpp and its tests.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace bredvid::circle {

// Value 0..31 of a character, with the forgiven look-alikes; nothing for any other character.
[[nodiscard]] std::optional<std::uint8_t> slip_digit(char character);
// REQUIRES value < 32.
[[nodiscard]] char slip_character(std::uint8_t value);

// The check digit of the group with this number (from 1). REQUIRES at most 5 digits, each < 32, and group < 32.
[[nodiscard]] std::uint8_t slip_check(std::span<const std::uint8_t> digits, std::size_t group);

}  // namespace bredvid::circle
