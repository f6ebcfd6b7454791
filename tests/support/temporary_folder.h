// A folder for one test, gone with it. Where the process dies first, the next one that needs a folder clears it away:
// a folder is locked as long as its owner lives, and one that nobody has locked is nobody's.
#pragma once

#include <cstdint>
#include <filesystem>

namespace bredvid::support {

enum class Medium : std::uint8_t {
  disk,
  memory,  // where there is some: hundreds of syncs to a real disk take half a minute and test the disk
};

class TemporaryFolder {
 public:
  explicit TemporaryFolder(Medium medium = Medium::disk);
  /// The folder to make it in, and to look for what was left behind in.
  explicit TemporaryFolder(const std::filesystem::path& base);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace bredvid::support
