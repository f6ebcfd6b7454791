#include "tests/fuzz/fuzz.h"

#include <sanitizer/allocator_interface.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace bredvid::fuzz {
namespace {

// Memory that was there before the watch may be given back during it: signed.
bool watching = false;
std::int64_t live_bytes = 0;
std::int64_t most_bytes = 0;

void taken(const volatile void* /*memory*/, std::size_t size_bytes) {
  if (!watching) return;
  live_bytes += static_cast<std::int64_t>(size_bytes);
  most_bytes = std::max(most_bytes, live_bytes);
}
void given_back(const volatile void* memory) {
  if (watching && memory != nullptr) {
    live_bytes -= static_cast<std::int64_t>(__sanitizer_get_allocated_size(memory));
  }
}

}  // namespace

void broken(const char* what) {
  std::fprintf(stderr, "\nBROKEN: %s\n", what);
  std::abort();
}

void FixedRandom::fill(MutableByteView target) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < target.size(); ++i) {
    if (i % 8 == 0) {
      state_ += 0x9e3779b97f4a7c15U;
      word = state_;
      word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9U;
      word = (word ^ (word >> 27)) * 0x94d049bb133111ebU;
      word ^= word >> 31;
    }
    target[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
  }
}

std::uint8_t Choices::byte() {
  if (rest_.empty()) return 0;
  const std::uint8_t first = rest_.front();
  rest_ = rest_.subspan(1);
  return first;
}

ByteView Choices::bytes(std::size_t size_bytes) {
  const ByteView taken = rest_.first(std::min(size_bytes, rest_.size()));
  rest_ = rest_.subspan(taken.size());
  return taken;
}

MemoryWatch::MemoryWatch() {
  static const bool installed = __sanitizer_install_malloc_and_free_hooks(taken, given_back) != 0;
  require(installed, "no place for the hooks that count memory");
  live_bytes = 0;
  most_bytes = 0;
  watching = true;
}

MemoryWatch::~MemoryWatch() {
  watching = false;
}

std::size_t MemoryWatch::peak_bytes() const {
  return static_cast<std::size_t>(most_bytes);
}

}  // namespace bredvid::fuzz
