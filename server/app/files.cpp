#include "server/app/files.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

OperatorResult<void> write_all(int file, std::string_view content, const fs::path& subject) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return file_failure(subject);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

OperatorResult<void> sync(int file, const fs::path& subject) {
  if (::fsync(file) != 0) return file_failure(subject);
  return {};
}

}  // namespace

File::~File() {
  if (number_ >= 0) ::close(number_);
}

std::unexpected<OperatorError> file_failure(const fs::path& subject) {
  const bool full = errno == ENOSPC || errno == EFBIG || errno == EDQUOT;
  return operator_fail(full ? ErrorCode::disk_full : ErrorCode::io_failed, subject.string());
}

OperatorResult<void> write_new_file(const fs::path& path, std::string_view content) {
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file.ok()) return file_failure(path);
  if (auto written = write_all(file.number(), content, path); !written) return written;
  return sync(file.number(), path);
}

OperatorResult<void> replace_file(const fs::path& path, std::string_view content) {
  const fs::path aside = path.string() + ".new";
  remove_quietly(aside);
  if (auto written = write_new_file(aside, content); !written) {
    remove_quietly(aside);
    return written;
  }
  return rename_file(aside, path);
}

OperatorResult<void> rename_file(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return file_failure(to);
  return sync_folder(folder_of(to));
}

OperatorResult<void> sync_folder(const fs::path& folder) {
  const File file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!file.ok() || ::fsync(file.number()) != 0) return file_failure(folder);
  return {};
}

OperatorResult<void> destroy_file(const fs::path& path) {
  {
    const File file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat status{};
    if (!file.ok() || ::fstat(file.number(), &status) != 0) return file_failure(path);
    std::string noise(static_cast<std::size_t>(status.st_size), '\0');
    randombytes_buf(noise.data(), noise.size());
    if (auto written = write_all(file.number(), noise, path); !written) return written;
    if (auto synced = sync(file.number(), path); !synced) return synced;
  }
  if (::unlink(path.c_str()) != 0) return file_failure(path);
  return sync_folder(folder_of(path));
}

bool is_there(const fs::path& path) {
  struct stat status{};
  return ::lstat(path.c_str(), &status) == 0;
}

void remove_quietly(const fs::path& path) {
  ::unlink(path.c_str());
}

}  // namespace bredvid::app
