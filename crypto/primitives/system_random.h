// The machine's own randomness through libsodium (in WebAssembly: the one import, WASI random_get).
#pragma once

#include "crypto/base/random.h"

namespace bredvid::crypto {

class SystemRandom final : public Random {
 public:
  SystemRandom();  // also lets libsodium choose the fastest code for this processor
  void fill(MutableByteView target) override;
};

}  // namespace bredvid::crypto
