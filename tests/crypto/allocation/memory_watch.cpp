#include "tests/crypto/allocation/memory_watch.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace {

std::size_t live_bytes = 0;
std::size_t most_bytes = 0;

// In front of each block stands its size; the gap keeps the block aligned for everything.
constexpr std::size_t kGap = alignof(std::max_align_t);
static_assert(kGap >= sizeof(std::size_t));

void* take(std::size_t size_bytes) {
  auto* block = static_cast<std::size_t*>(std::malloc(size_bytes + kGap));
  if (block == nullptr) std::abort();
  *block = size_bytes;
  live_bytes += size_bytes;
  most_bytes = std::max(most_bytes, live_bytes);
  return reinterpret_cast<char*>(block) + kGap;
}

void give_back(void* memory) {
  if (memory == nullptr) return;
  auto* block = reinterpret_cast<std::size_t*>(static_cast<char*>(memory) - kGap);
  live_bytes -= *block;
  std::free(block);
}

}  // namespace

void* operator new(std::size_t size_bytes) {
  return take(size_bytes);
}
void* operator new[](std::size_t size_bytes) {
  return take(size_bytes);
}
void* operator new(std::size_t size_bytes, const std::nothrow_t&) noexcept {
  return take(size_bytes);
}
void* operator new[](std::size_t size_bytes, const std::nothrow_t&) noexcept {
  return take(size_bytes);
}
void operator delete(void* memory) noexcept {
  give_back(memory);
}
void operator delete[](void* memory) noexcept {
  give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  give_back(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  give_back(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  give_back(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
  give_back(memory);
}

namespace bredvid::allocation {

MemoryWatch::MemoryWatch() : before_(live_bytes) {
  most_bytes = live_bytes;
}

std::size_t MemoryWatch::peak_bytes() const {
  return most_bytes - before_;
}

}  // namespace bredvid::allocation
