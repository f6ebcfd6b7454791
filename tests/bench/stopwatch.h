// Measures a step many times and prints one JSON object a line. The same natively and in WebAssembly.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace bredvid::bench {

#ifdef __wasm__
inline constexpr const char* kPlatform = "wasm";
#else
inline constexpr const char* kPlatform = "native";
#endif

// So long is a step repeated, at least kLeast and at most kMost times, after kWarmUp that do not count.
inline constexpr std::chrono::milliseconds kBudget{250};
inline constexpr int kWarmUp = 3;
inline constexpr std::size_t kLeast = 10;
inline constexpr std::size_t kMost = 2000;

// A benchmark that can't go on says where and ends: there is nobody to hand an error to.
inline void require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "mls_bench: %s\n", what);
  std::exit(1);
}

// The value of a Result or Outcome.
template <typename Result>
auto take(Result&& result, const char* what) {
  require(result.has_value(), what);
  return std::move(*result);
}

// `step(prepare())`: only `step` is on the clock.
template <typename Prepare, typename Step>
void measure(const char* what, std::size_t members, Prepare&& prepare, Step&& step) {
  using Clock = std::chrono::steady_clock;
  for (int i = 0; i < kWarmUp; ++i) {
    auto input = prepare();
    step(input);
  }
  std::vector<double> took_us;
  Clock::duration spent{};
  while (took_us.size() < kMost && (took_us.size() < kLeast || spent < kBudget)) {
    auto input = prepare();
    const auto began = Clock::now();
    step(input);
    const auto took = Clock::now() - began;
    spent += took;
    took_us.push_back(std::chrono::duration<double, std::micro>(took).count());
  }
  std::sort(took_us.begin(), took_us.end());
  const auto at = [&](std::size_t percent) { return took_us[(took_us.size() - 1) * percent / 100]; };
  std::printf(
      "{\"bench\":\"mls\",\"platform\":\"%s\",\"what\":\"%s\",\"members\":%zu,\"us_median\":%.1f,\"us_p10\":%.1f,"
      "\"us_p90\":%.1f,\"n\":%zu}\n",
      kPlatform, what, members, at(50), at(10), at(90), took_us.size());
}

inline void report_bytes(const char* what, std::size_t members, std::size_t bytes) {
  std::printf("{\"bench\":\"mls\",\"platform\":\"%s\",\"what\":\"%s\",\"members\":%zu,\"bytes\":%zu}\n", kPlatform,
              what, members, bytes);
}

}  // namespace bredvid::bench
