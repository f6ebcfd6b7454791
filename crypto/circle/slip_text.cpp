#include "crypto/circle/slip_text.h"

#include <array>
#include <string_view>

namespace bredvid::circle {
namespace {

// Crockford's base32: no I, L, O, U.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
// Powers of the generator 2 of GF(32); the check digit itself has weight 1.
constexpr std::array<std::uint8_t, 5> kWeights{2, 4, 8, 16, 5};

// Multiplication in GF(32) = GF(2)[x] / (x^5 + x^2 + 1).
constexpr std::uint8_t multiply(std::uint8_t left, std::uint8_t right) {
  unsigned product = 0;
  for (unsigned bit = 0; bit < 5; ++bit) {
    if ((right >> bit) & 1u) product ^= static_cast<unsigned>(left) << bit;
  }
  for (unsigned bit = 9; bit >= 5; --bit) {
    if ((product >> bit) & 1u) product ^= 0b100101u << (bit - 5);
  }
  return static_cast<std::uint8_t>(product);
}

}  // namespace

std::optional<std::uint8_t> slip_digit(char character) {
  if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
  if (character == 'O') character = '0';
  if (character == 'I' || character == 'L') character = '1';
  const auto found = kAlphabet.find(character);
  if (found == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint8_t>(found);
}

char slip_character(std::uint8_t value) {
  return kAlphabet[value];
}

std::uint8_t slip_check(std::span<const std::uint8_t> digits, std::size_t group) {
  auto sum = static_cast<std::uint8_t>(group);
  for (std::size_t i = 0; i < digits.size(); ++i) sum ^= multiply(kWeights[i], digits[i]);
  return sum;
}

}  // namespace bredvid::circle
