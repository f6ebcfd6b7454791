// Inputs that want as much memory or time as they can get for their size: lists of the smallest possible elements.
#pragma once

#include <string>
#include <vector>

#include "crypto/base/bytes.h"

namespace bredvid::allocation {

struct Bomb {
  std::string name;
  Bytes bytes;
};

// Each of about `size_bytes`, never more. Whole MLSMessages, single structures, frames of the server, and noise.
[[nodiscard]] std::vector<Bomb> make_bombs(std::size_t size_bytes);

// Commits of tiny elements, without anything around them.
[[nodiscard]] std::vector<Bomb> commit_bombs(std::size_t size_bytes);
// Ratchet trees, the same way.
[[nodiscard]] std::vector<Bomb> tree_bombs(std::size_t size_bytes);

}  // namespace bredvid::allocation
