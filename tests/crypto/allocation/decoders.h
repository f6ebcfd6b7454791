// Everything that reads bytes which somebody else may have made.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "crypto/base/bytes.h"
#include "tests/crypto/allocation/limits.h"

namespace bredvid::allocation {

struct Decoder {
  std::string name;
  // True when it took the input.
  std::function<bool(ByteView)> decode;
  std::size_t fixed_memory = kFixedMemory;

  [[nodiscard]] std::size_t most_memory(std::size_t input_size) const {
    return kMemoryPerByte * input_size + fixed_memory;
  }
};

[[nodiscard]] std::vector<Decoder> mls_decoders();
[[nodiscard]] std::vector<Decoder> circle_decoders();
[[nodiscard]] std::vector<Decoder> wire_decoders();

// Real encodings of every kind that the decoders above take.
[[nodiscard]] std::vector<Bytes> real_messages();
[[nodiscard]] std::vector<Bytes> real_frames();
[[nodiscard]] std::vector<Bytes> real_circle_data();
// Lists of a circle's own structures, as long as the size allows (see bombs.h for all others).
[[nodiscard]] std::vector<Bytes> circle_bombs(std::size_t size_bytes);

}  // namespace bredvid::allocation
