#include "crypto/primitives/system_random.h"

#include <sodium.h>

namespace bredvid::crypto {

SystemRandom::SystemRandom() {
  // Only fails where the machine has no randomness at all, and then the first fill stops the program.
  [[maybe_unused]] const int ready = sodium_init();
}

void SystemRandom::fill(MutableByteView target) {
  if (!target.empty()) randombytes_buf(target.data(), target.size());
}

}  // namespace bredvid::crypto
