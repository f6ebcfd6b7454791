// Randomness for tests: the same bytes on every run, never the same twice within one.
#pragma once

#include "crypto/base/random.h"
#include "crypto/primitives/hash.h"

namespace bredvid {

class CountingRandom final : public Random {
 public:
  explicit CountingRandom(std::uint8_t seed = 1) : state_(crypto::sha256(ByteView(&seed, 1))) {}

  // One of many runs that must have nothing in common.
  [[nodiscard]] static CountingRandom of_run(std::uint64_t number) {
    CountingRandom made;
    Bytes seed = to_bytes(bytes_of("run"));
    for (int shift = 0; shift < 64; shift += 8) seed.push_back(static_cast<std::uint8_t>(number >> shift));
    made.state_ = crypto::sha256(seed);
    return made;
  }

  void fill(MutableByteView target) override {
    for (std::size_t at = 0; at < target.size(); at += state_.size()) {
      state_ = crypto::sha256(state_);
      const Bytes block = crypto::hmac_sha256(bytes_of("block"), state_);
      for (std::size_t i = 0; i < block.size() && at + i < target.size(); ++i) target[at + i] = block[i];
    }
  }

 private:
  Bytes state_;
};

}  // namespace bredvid
