// Bytes as hexadecimal, for tests of crypto/ that do not link the server.
#pragma once

#include <string>

#include "crypto/base/bytes.h"

namespace bredvid::support {

[[nodiscard]] inline std::string hex(ByteView bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

}  // namespace bredvid::support
