// What a folder holds, byte for byte, to see whether something was changed.
#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <string>

#include "tests/support/server_process.h"

namespace bredvid::support {

class Snapshot {
 public:
  explicit Snapshot(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      // The lock file is empty and may appear at the first use of a folder.
      if (entry.is_regular_file() && entry.path().filename() != "lock")
        files_[entry.path().string()] = read_whole(entry.path());
    }
  }
  friend bool operator==(const Snapshot&, const Snapshot&) = default;
  /// Names only: a failing test must not print a key.
  friend std::ostream& operator<<(std::ostream& out, const Snapshot& one) {
    for (const auto& [file, content] : one.files_) out << file << " (" << content.size() << ") ";
    return out;
  }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace bredvid::support
