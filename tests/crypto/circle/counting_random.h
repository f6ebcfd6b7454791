// Randomness for tests: the same bytes on every run, never the same twice within one.
#pragma once

#include "crypto/base/random.h"
#include "crypto/primitives/hash.h"

namespace bredvid {

class CountingRandom final : public Random {
 public:
  explicit CountingRandom(std::uint8_t seed = 1) : state_(crypto::sha256(ByteView(&seed, 1))) {}

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
