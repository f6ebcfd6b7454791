#include "server/storage/raw_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace bredvid::storage {

RawFile::RawFile(const std::filesystem::path& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

RawFile::~RawFile() {
  if (number_ >= 0) ::close(number_);
}

std::optional<std::size_t> RawFile::read(std::uint64_t at, std::span<std::uint8_t> into) const {
  std::size_t have = 0;
  while (have < into.size()) {
    const ssize_t part = ::pread(number_, into.data() + have, into.size() - have, static_cast<off_t>(at + have));
    if (part < 0 && errno == EINTR) continue;
    if (part < 0) return std::nullopt;
    if (part == 0) break;
    have += static_cast<std::size_t>(part);
  }
  return have;
}

}  // namespace bredvid::storage
