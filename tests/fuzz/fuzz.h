// What every fuzzer shares: the entry, invariants, deterministic randomness, choices from bytes, a bound on memory.
//
// A fuzzer is one file with `run`. A broken invariant ends the program, so that libFuzzer keeps the input.
#pragma once

#include "crypto/base/random.h"
#include "crypto/tls_codec/reader.h"
#include "crypto/tls_codec/writer.h"

namespace bredvid::fuzz {

// Defined by each fuzzer.
void run(ByteView input);

// Prints the sentence and ends the program.
[[noreturn]] void broken(const char* what);
inline void require(bool holds, const char* what) {
  if (!holds) broken(what);
}

// SplitMix64: the same bytes from the same seed, on every machine.
class FixedRandom final : public Random {
 public:
  explicit FixedRandom(std::uint64_t seed) : state_(seed) {}
  void fill(MutableByteView target) override;

 private:
  std::uint64_t state_;
};

// Takes an input apart, one choice after the other; zeros when it is used up.
class Choices {
 public:
  explicit Choices(ByteView input) : rest_(input) {}
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] std::uint8_t byte();
  [[nodiscard]] std::uint16_t number() { return static_cast<std::uint16_t>(byte() << 8 | byte()); }
  // REQUIRES count > 0.
  [[nodiscard]] std::size_t below(std::size_t count) { return number() % count; }
  // At most `size_bytes`.
  [[nodiscard]] ByteView bytes(std::size_t size_bytes);
  [[nodiscard]] ByteView rest() const { return rest_; }

 private:
  ByteView rest_;
};

// Bytes that are taken beside what was there at the beginning, at their peak. Only one at a time.
class MemoryWatch {
 public:
  MemoryWatch();
  ~MemoryWatch();
  [[nodiscard]] std::size_t peak_bytes() const;
};

// No input costs more than this many times its size, and a fixed part (see tests/crypto/allocation/limits.h).
inline constexpr std::size_t kMemoryPerByte = 16;
inline constexpr std::size_t kFixedMemory = 4096;

// What `read` gives for the input, which has to be modest with memory.
template <typename Read>
auto modestly(ByteView input, Read&& read, std::size_t fixed_memory = kFixedMemory) {
  const MemoryWatch watch;
  auto result = read(input);
  require(watch.peak_bytes() <= kMemoryPerByte * input.size() + fixed_memory, "more than 16 times the input's memory");
  return result;
}

// What decodes encodes to the same bytes.
template <typename T>
void check_one_form(ByteView input) {
  const auto value = modestly(input, [](ByteView bytes) { return tls::decode<T>(bytes); });
  if (value) require(equal_public(tls::encode(*value), input), "a second form of the same value");
}

}  // namespace bredvid::fuzz
