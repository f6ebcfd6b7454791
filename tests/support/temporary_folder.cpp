#include "tests/support/temporary_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;

/// Making and losing a folder so often in a row is no accident: locks do not work there.
constexpr int kTries = 100;
constexpr std::string_view kPrefix = "bredvid-scratch-";

/// The folder's lock, held by whoever has it open; -1: somebody else has it, or it is not ours to touch.
int try_lock(const fs::path& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (opened < 0) return -1;
  if (::flock(opened, LOCK_EX | LOCK_NB) == 0) return opened;
  ::close(opened);
  return -1;
}

void drop(const fs::path& folder) {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

void clear_away_left_ones(const fs::path& base) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(base, error)) {
    if (!entry.path().filename().string().starts_with(kPrefix)) continue;
    const int lock = try_lock(entry.path());
    if (lock < 0) continue;
    drop(entry.path());
    ::close(lock);
  }
}

fs::path base_of(Medium medium) {
  const fs::path memory = "/dev/shm";
  const bool there = medium == Medium::memory && ::access(memory.c_str(), W_OK) == 0;
  return fs::canonical(there ? memory : fs::temp_directory_path());
}

}  // namespace

TemporaryFolder::TemporaryFolder(Medium medium) : TemporaryFolder(base_of(medium)) {}

TemporaryFolder::TemporaryFolder(const fs::path& base) {
  clear_away_left_ones(base);
  // Another process may clear it away between the making and the locking; then it is no folder any more.
  for (int i = 0; i < kTries; ++i) {
    std::string name = (base / (std::string(kPrefix) + "XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr) break;
    path_ = name;
    lock_ = try_lock(path_);
    if (lock_ >= 0 && fs::exists(path_)) return;
    if (lock_ >= 0) ::close(lock_);
    lock_ = -1;
  }
  throw std::runtime_error("no temporary folder that can be locked");
}

TemporaryFolder::~TemporaryFolder() {
  drop(path_);
  ::close(lock_);
}

}  // namespace bredvid::support
