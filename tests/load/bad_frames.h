// What a hostile client says: frames that are nearly right, CBOR that is not ours, and WebSocket framing against RFC
// 6455.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace bredvid::load {

using Chance = std::mt19937_64;

class BadFrames {
 public:
  BadFrames();
  // A message that is no frame, with few exceptions: a flipped bit may still be somebody's frame.
  [[nodiscard]] std::vector<std::uint8_t> message(Chance& chance) const;
  // Bytes after which no WebSocket connection may go on; `kind` < kEndings.
  [[nodiscard]] static std::vector<std::uint8_t> ending(std::size_t kind, Chance& chance);
  static constexpr std::size_t kEndings = 16;

 private:
  std::vector<std::vector<std::uint8_t>> whole_;
};

}  // namespace bredvid::load
