// An allocator that overwrites memory with zeros before it gives it back, also when a vector grows.
//
// Used by SecretBytes and by the codec's writer, because both may hold keys.
#pragma once

#include <cstddef>
#include <memory>

namespace bredvid {

// Overwrites with zeros in a way the compiler may not remove.
void wipe(void* data, std::size_t size_bytes);

template <typename T>
struct WipingAllocator {
  using value_type = T;
  WipingAllocator() = default;
  template <typename U>
  explicit WipingAllocator(const WipingAllocator<U>&) {}
  T* allocate(std::size_t count) { return std::allocator<T>{}.allocate(count); }
  void deallocate(T* data, std::size_t count) {
    wipe(data, count * sizeof(T));
    std::allocator<T>{}.deallocate(data, count);
  }
  friend bool operator==(const WipingAllocator&, const WipingAllocator&) { return true; }
};

}  // namespace bredvid
