// The program in a child process whose clock is ahead or behind: for what takes days.
#pragma once

#include "tests/support/server_process.h"

namespace bredvid::support {

/// The child runs the whole command line with the machine's clock plus `offset_s`.
[[nodiscard]] ProcessOptions with_clock(std::int64_t offset_s);
/// The same, with an offset that is read from a file whenever somebody asks; no file: 0.
[[nodiscard]] ProcessOptions with_clock_file(const std::filesystem::path& file);

}  // namespace bredvid::support
