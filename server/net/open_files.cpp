#include "server/net/open_files.h"

#include <sys/resource.h>

#include <algorithm>

#include "server/net/limits.h"

namespace bredvid::net {

std::size_t raise_open_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const rlim_t before = limit.rlim_cur;
  limit.rlim_cur = limit.rlim_max;
  if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = before;
  return static_cast<std::size_t>(limit.rlim_cur);
}

std::size_t connections_for(std::size_t open_files, std::size_t wanted) {
  // However few there are: a server that serves nobody helps nobody.
  if (open_files <= 2 * kReservedDescriptors) return std::min(wanted, std::max<std::size_t>(open_files / 2, 1));
  return std::min(wanted, open_files - kReservedDescriptors);
}

}  // namespace bredvid::net
