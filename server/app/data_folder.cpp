#include "server/app/data_folder.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "server/base/ids.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

/// Closes a file descriptor at the end of its scope.
class File {
 public:
  explicit File(int number) : number_(number) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

OperatorResult<void> write_all(int file, std::string_view content, const std::string& subject) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      return operator_fail(errno == ENOSPC || errno == EFBIG ? ErrorCode::disk_full : ErrorCode::io_failed, subject);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file) != 0) return operator_fail(errno == ENOSPC ? ErrorCode::disk_full : ErrorCode::io_failed, subject);
  return {};
}

}  // namespace

OperatorResult<FolderLock> FolderLock::take(const DataFolder& folder) {
  if (!fs::is_directory(folder.root)) return operator_fail(ErrorCode::data_missing, folder.root.string());
  File file(::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (file.number() < 0)
    return operator_fail(errno == ENOSPC ? ErrorCode::disk_full : ErrorCode::io_failed, folder.lock().string());
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
    return operator_fail(errno == EWOULDBLOCK ? ErrorCode::data_in_use : ErrorCode::io_failed, folder.root.string());
  }
  return FolderLock(file.release());
}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);  // the lock goes with the descriptor; the file stays
}

OperatorResult<Secret32> read_database_key(const DataFolder& folder) {
  const std::string subject = folder.database_key().string();
  const File file(::open(folder.database_key().c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status{};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
    return operator_fail(ErrorCode::key_unreadable, subject);
  if ((status.st_mode & 077) != 0) return operator_fail(ErrorCode::key_permissions, subject);
  std::array<char, 66> text{};
  const ssize_t size = ::read(file.number(), text.data(), text.size());
  std::array<std::uint8_t, Secret32::kSize> raw{};
  const bool whole = size == 64 || (size == 65 && text[64] == '\n');
  const bool valid = whole && from_hex(std::string_view(text.data(), 64), raw);
  sodium_memzero(text.data(), text.size());
  Secret32 key(raw);
  sodium_memzero(raw.data(), raw.size());
  if (!valid) return operator_fail(ErrorCode::key_unreadable, subject);
  return key;
}

OperatorResult<std::string> read_small_file(const fs::path& path, std::size_t most_bytes) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return operator_fail(ErrorCode::io_failed, path.string());
  std::string content(most_bytes + 1, '\0');
  std::size_t size = 0;
  while (size < content.size()) {
    const ssize_t part = ::read(file.number(), content.data() + size, content.size() - size);
    if (part < 0 && errno == EINTR) continue;
    if (part < 0) return operator_fail(ErrorCode::io_failed, path.string());
    if (part == 0) break;
    size += static_cast<std::size_t>(part);
  }
  if (size > most_bytes) return operator_fail(ErrorCode::io_failed, path.string() + " is too large");
  content.resize(size);
  return content;
}

OperatorResult<Config> read_config_file(const fs::path& path) {
  if (!fs::exists(path)) return operator_fail(ErrorCode::data_missing, path.string());
  auto text = read_small_file(path, kMaxConfigBytes);
  if (!text) return std::unexpected(text.error());
  auto config = parse_config(*text);
  if (!config) return operator_fail(config.error().code, path.string() + ": " + config.error().subject);
  return config;
}

OperatorResult<void> write_new_file(const fs::path& path, std::string_view content) {
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (file.number() < 0)
    return operator_fail(errno == ENOSPC ? ErrorCode::disk_full : ErrorCode::io_failed, path.string());
  return write_all(file.number(), content, path.string());
}

}  // namespace bredvid::app
