// No input makes a decoder take more memory than 16 times its size, or time that grows with the square of its size.
#include <gtest/gtest.h>

#include <ctime>

#include "tests/crypto/allocation/bombs.h"
#include "tests/crypto/allocation/decoders.h"
#include "tests/crypto/allocation/memory_watch.h"

namespace bredvid::allocation {
namespace {

std::vector<Decoder> all_decoders() {
  std::vector<Decoder> all;
  for (auto& some : {mls_decoders(), circle_decoders(), wire_decoders()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

void expect_modest(const Decoder& decoder, const std::string& name, ByteView input) {
  (void)decoder.decode(input);  // what is made once and kept is not this input's
  const MemoryWatch watch;
  (void)decoder.decode(input);
  EXPECT_LE(watch.peak_bytes(), decoder.most_memory(input.size()))
      << decoder.name << ", " << name << " of " << input.size()
      << " bytes: " << static_cast<double>(watch.peak_bytes()) / static_cast<double>(input.size()) << " times its size";
}

TEST(Allocation, ListsOfTinyElements) {
  for (const std::size_t size : {1024U, 4096U, 16384U, 65536U}) {
    for (const Bomb& bomb : make_bombs(size)) {
      ASSERT_LE(bomb.bytes.size(), size + 64) << bomb.name;
      for (const Decoder& decoder : all_decoders()) expect_modest(decoder, bomb.name, bomb.bytes);
    }
    for (const Bytes& bomb : circle_bombs(size)) {
      for (const Decoder& decoder : circle_decoders()) expect_modest(decoder, "a circle's list", bomb);
    }
  }
}

// The smallest inputs, for which the fixed part counts.
TEST(Allocation, SmallLists) {
  for (std::size_t size = 150; size < 1024; size += 50) {
    for (const Bomb& bomb : make_bombs(size)) {
      for (const Decoder& decoder : all_decoders()) expect_modest(decoder, bomb.name, bomb.bytes);
    }
  }
}

TEST(Allocation, RealMessagesAndTheirMutants) {
  std::uint32_t state = 7;
  const auto next = [&](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8) % below;
  };
  std::vector<Bytes> all = real_messages();
  for (Bytes& data : real_circle_data()) all.push_back(std::move(data));
  for (Bytes& frame : real_frames()) all.push_back(std::move(frame));
  for (const Bytes& real : all) {
    bool anyone = false;
    for (const Decoder& decoder : all_decoders()) {
      anyone = decoder.decode(real) || anyone;
      expect_modest(decoder, "a real message", real);
      for (int i = 0; i < 60; ++i) {
        Bytes mutant = real;
        mutant[next(mutant.size())] = static_cast<std::uint8_t>(next(256));
        if (i % 3 == 0) mutant.resize(1 + next(mutant.size()));
        if (i % 3 == 1) mutant.insert(mutant.end(), real.begin(), real.end());
        expect_modest(decoder, "a mutant", mutant);
      }
    }
    EXPECT_TRUE(anyone) << "a real message that nobody takes";
  }
}

double seconds_for(const Decoder& decoder, ByteView input) {
  double least = 1e9;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t begun = std::clock();
    (void)decoder.decode(input);
    least = std::min(least, static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
  }
  return least;
}

// A list eight times as long takes about eight times as long; a quadratic one 64 times.
TEST(Allocation, TimeGrowsWithTheSizeAlone) {
  constexpr std::size_t kSmall = 8192;
  constexpr std::size_t kLarge = 65536;
  constexpr double kMostGrowth = 24;
  constexpr double kUnnoticed = 0.02;  // seconds; a scheduler's tick or two
  const auto small = make_bombs(kSmall);
  const auto large = make_bombs(kLarge);
  ASSERT_EQ(small.size(), large.size());
  for (std::size_t i = 0; i < small.size(); ++i) {
    for (const Decoder& decoder : all_decoders()) {
      const double slow = seconds_for(decoder, large[i].bytes);
      if (slow < kUnnoticed) continue;
      EXPECT_LT(slow, kMostGrowth * seconds_for(decoder, small[i].bytes)) << decoder.name << ", " << large[i].name;
    }
  }
}

}  // namespace
}  // namespace bredvid::allocation
