#include "tests/interop/peer_random.h"

#include "crypto/primitives/hash.h"

namespace bredvid::interop {

SeededRandom::SeededRandom(std::string_view seed) : seed_(to_bytes(bytes_of(seed))) {}

void SeededRandom::fill(MutableByteView target) {
  for (std::uint8_t& byte : target) {
    if (left_.empty()) {
      Bytes block = seed_;
      for (int shift = 56; shift >= 0; shift -= 8) block.push_back(static_cast<std::uint8_t>(counter_ >> shift));
      ++counter_;
      left_ = crypto::sha256(block);
    }
    byte = left_.back();
    left_.pop_back();
  }
}

}  // namespace bredvid::interop
