#include "server/app/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "server/app/files.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

}  // namespace

OperatorResult<FolderLock> FolderLock::take(const DataFolder& folder) {
  if (!fs::is_directory(folder.root)) return operator_fail(ErrorCode::data_missing, folder.root.string());
  File file(::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file.ok()) return file_failure(folder.lock());
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

OperatorResult<std::string> read_small_file(const fs::path& path, std::size_t most_bytes) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return operator_fail(ErrorCode::io_failed, path.string());
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

net::InfoSource info_source(const DataFolder& folder, const Config& config) {
  net::InfoSource source;
  if (!config.info.empty()) source.folder = folder.resolve(config.info);
  for (const OrganisationConfig& one : config.organisations)
    source.organisations.push_back({one.name, one.kind == wire::OrgKind::association ? "association" : "municipality"});
  return source;
}

OperatorResult<Config> read_config_file(const fs::path& path) {
  if (!fs::exists(path)) return operator_fail(ErrorCode::data_missing, path.string());
  auto text = read_small_file(path, kMaxConfigBytes);
  if (!text) return std::unexpected(text.error());
  auto config = parse_config(*text);
  if (!config) return operator_fail(config.error().code, path.string() + ": " + config.error().subject);
  return config;
}

}  // namespace bredvid::app
