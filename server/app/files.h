// Small things done to files safely: descriptors that close, folders that are synced, secrets that are overwritten.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "server/net/operator_error.h"

namespace bredvid::app {

/// Closes a file descriptor at the end of its scope.
class File {
 public:
  explicit File(int number) : number_(number) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();
  [[nodiscard]] bool ok() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

/// disk_full or io_failed, from errno.
[[nodiscard]] std::unexpected<OperatorError> file_failure(const std::filesystem::path& subject);

/// A new file with mode 0600, on disk when this returns. io_failed (also when it exists), disk_full.
[[nodiscard]] OperatorResult<void> write_new_file(const std::filesystem::path& path, std::string_view content);
/// The same content in place of what may be there, whole or not at all: written aside, synced, renamed.
[[nodiscard]] OperatorResult<void> replace_file(const std::filesystem::path& path, std::string_view content);

/// Renames within a folder and syncs it. `to` is replaced.
[[nodiscard]] OperatorResult<void> rename_file(const std::filesystem::path& from, const std::filesystem::path& to);
/// Makes names and removals in this folder last.
[[nodiscard]] OperatorResult<void> sync_folder(const std::filesystem::path& folder);
/// Overwrites with random bytes, syncs, unlinks. A file system that copies on write may keep the old bytes.
[[nodiscard]] OperatorResult<void> destroy_file(const std::filesystem::path& path);
/// Also a dangling link.
[[nodiscard]] bool is_there(const std::filesystem::path& path);
/// Nothing happens when it is missing.
void remove_quietly(const std::filesystem::path& path);

}  // namespace bredvid::app
