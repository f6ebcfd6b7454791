// The program's own calls for files (span keys, the reserve), each of which can be made to fail. The linker puts these
// in front of libc's (--wrap, see CMakeLists.txt); SQLite's calls are faulty_disk's. One test at a time.
#pragma once

#include <cstdint>

namespace bredvid::crash {

/// Call `number` from now on (from 0) fails with `error`; with `for_ever` also every later one.
void arm_files(std::uint64_t number, int error, bool for_ever);
/// Nothing fails, and nothing is counted.
void heal_files();
/// The calls since arm_files().
[[nodiscard]] std::uint64_t file_calls();
[[nodiscard]] bool files_struck();

}  // namespace bredvid::crash
