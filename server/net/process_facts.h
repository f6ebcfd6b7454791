// What the kernel says about this process: processor time, memory, files. Linux only; 0 for what can't be read.
#pragma once

#include <cstdint>

namespace bredvid::net {

struct ProcessFacts {
  std::uint64_t cpu_s = 0;
  std::uint64_t resident_bytes = 0;
  std::uint64_t open_files = 0;
  std::uint64_t max_files = 0;
};

[[nodiscard]] ProcessFacts read_process_facts();

}  // namespace bredvid::net
