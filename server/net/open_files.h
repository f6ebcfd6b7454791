// How many descriptors this process may hold.
#pragma once

#include <cstddef>

namespace bredvid::net {

/// Raises the limit of open files to the most that the system allows and returns it.
[[nodiscard]] std::size_t raise_open_files();

/// How many connections fit into `open_files`, at most `wanted`: the rest of the server needs some too.
[[nodiscard]] std::size_t connections_for(std::size_t open_files, std::size_t wanted);

}  // namespace bredvid::net
