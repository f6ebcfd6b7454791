#include "server/net/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>

namespace bredvid::net {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_DELETE | IN_ATTRIB | IN_ONLYDIR;
// As many as a kernel follows at most; a ring of links ends here.
constexpr int kMaxLinks = 40;

/// `path`, then what it links to, and so on.
std::vector<fs::path> with_links(fs::path path) {
  std::vector<fs::path> all;
  std::error_code failure;
  for (int links = 0; links < kMaxLinks; ++links) {
    all.push_back(path);
    if (!fs::is_symlink(path, failure) || failure) break;
    const fs::path target = fs::read_symlink(path, failure);
    if (failure) break;
    path = path.parent_path() / target;
  }
  return all;
}

}  // namespace

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FolderWatch::watch(const std::vector<fs::path>& paths) {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor_ < 0) return;
  for (const fs::path& path : paths) {
    for (const fs::path& step : with_links(fs::absolute(path))) {
      ::inotify_add_watch(descriptor_, step.parent_path().c_str(), kEvents);
    }
  }
}

bool FolderWatch::drain() {
  alignas(inotify_event) std::array<char, 4096> buffer;
  bool any = false;
  while (descriptor_ >= 0 && ::read(descriptor_, buffer.data(), buffer.size()) > 0) any = true;
  return any;
}

}  // namespace bredvid::net
