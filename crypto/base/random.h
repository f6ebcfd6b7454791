// Randomness, passed in by the caller wherever it is used.
//
// The engine itself never asks the machine: tests give a deterministic source, programs give SystemRandom
// (crypto/primitives/system_random.h).
#pragma once

#include "crypto/base/secret_bytes.h"

namespace bredvid {

class Random {
 public:
  virtual ~Random() = default;

  // Fills all of `target` with unpredictable bytes. Can't fail: a machine without randomness stops the program.
  virtual void fill(MutableByteView target) = 0;

  [[nodiscard]] SecretBytes secret(std::size_t size_bytes) {
    SecretBytes made(size_bytes);
    fill(made.mutable_view());
    return made;
  }
  [[nodiscard]] Bytes bytes(std::size_t size_bytes) {
    Bytes made(size_bytes);
    fill(made);
    return made;
  }
};

}  // namespace bredvid
