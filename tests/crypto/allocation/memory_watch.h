// How much memory a piece of the program takes at its peak, in bytes asked for from operator new.
//
// memory_watch.cpp replaces the program's operator new and delete. One thread.
#pragma once

#include <cstddef>

namespace bredvid::allocation {

// Counts from its making on. Only one at a time.
class MemoryWatch {
 public:
  MemoryWatch();
  // The most that was taken at once beside what was there at the beginning.
  [[nodiscard]] std::size_t peak_bytes() const;

 private:
  std::size_t before_;
};

}  // namespace bredvid::allocation
