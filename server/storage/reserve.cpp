#include "server/storage/reserve.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "server/base/log.h"
#include "server/domain/low_disk.h"

namespace bredvid::storage {
namespace {

struct Room {
  std::uint64_t free = 0;
  std::uint64_t total = 0;
};

Room room_at(const std::filesystem::path& folder) {
  struct statvfs info{};
  if (::statvfs(folder.c_str(), &info) != 0) return {};
  return {std::uint64_t{info.f_bavail} * info.f_frsize, std::uint64_t{info.f_blocks} * info.f_frsize};
}

/// A file of that size whose blocks are its own. Nothing is left behind when that can't be.
bool set_aside(const std::filesystem::path& path, std::uint64_t size) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return false;
  const bool made = ::posix_fallocate(file, 0, static_cast<off_t>(size)) == 0;
  ::close(file);
  if (!made) ::unlink(path.c_str());
  return made;
}

}  // namespace

ReserveFound look_at_reserve(const std::filesystem::path& path) {
  ReserveFound found{domain::reserve_size(room_at(path.parent_path()).total), 0};
  struct stat info{};
  if (::lstat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode))
    found.kept_bytes = static_cast<std::uint64_t>(info.st_blocks) * 512;
  return found;
}

std::optional<std::uint64_t> free_beside(const std::filesystem::path& path) {
  const Room room = room_at(path.parent_path());
  if (room.total == 0) return std::nullopt;
  return room.free;
}

Reserve::Reserve(std::filesystem::path path) : path_(std::move(path)) {
  if (path_.empty()) return;
  const ReserveFound found = look_at_reserve(path_);
  size_ = found.wanted_bytes;
  held_ = found.whole();
}

void Reserve::keep() {
  if (!low() || !domain::room_for_reserve(room_at(path_.parent_path()).free, size_)) return;
  held_ = set_aside(path_, size_);
  if (held_) log::write(log::Level::info, "disk_reserve_made", {{"bytes", size_}});
}

bool Reserve::release() {
  if (!held_) return false;
  held_ = false;
  if (::unlink(path_.c_str()) != 0) return false;
  log::write(log::Level::error, "disk_low_reserve_released", {{"bytes", size_}});
  return true;
}

bool Reserve::refuses(const domain::StoreRequest& request) const {
  return low() && domain::grows(request);
}

}  // namespace bredvid::storage
