// Randomness that repeats itself: SHA-256 over a seed and a counter. For tests only.
#pragma once

#include <string_view>

#include "crypto/base/random.h"

namespace bredvid::interop {

class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::string_view seed);
  void fill(MutableByteView target) override;

 private:
  Bytes seed_;
  std::uint64_t counter_ = 0;
  Bytes left_;
};

}  // namespace bredvid::interop
