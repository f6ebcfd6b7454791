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

using Clock = std::chrono::steady_clock;

// First a step runs so long without counting, until caches and the engine's compiler are done with it ...
inline constexpr std::chrono::milliseconds kWarmUp{40};
// ... and then so long on the clock, at least kLeast and at most kMost times.
inline constexpr std::chrono::milliseconds kBudget{250};
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

// Microseconds of one step, sorted. `step(prepare())`, `batch` times for each look at the clock; only `step` is on it.
// A batch shares one input, and is for steps that are over before the clock has ticked often.
template <typename Prepare, typename Step>
std::vector<double> time_step(std::size_t batch, Prepare&& prepare, Step&& step) {
  const auto timed = [&] {
    auto input = prepare();
    const auto began = Clock::now();
    for (std::size_t i = 0; i < batch; ++i) step(input);
    return Clock::now() - began;
  };
  for (Clock::duration spent{}; spent < kWarmUp;) spent += timed();
  std::vector<double> took_us;
  for (Clock::duration spent{}; took_us.size() < kMost && (took_us.size() < kLeast || spent < kBudget);) {
    const auto took = timed();
    spent += took;
    took_us.push_back(std::chrono::duration<double, std::micro>(took).count() / static_cast<double>(batch));
  }
  std::sort(took_us.begin(), took_us.end());
  return took_us;
}

template <typename Prepare, typename Step>
void measure(const char* what, std::size_t members, Prepare&& prepare, Step&& step) {
  const std::vector<double> took_us = time_step(1, prepare, step);
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
