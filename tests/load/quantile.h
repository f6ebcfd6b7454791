#pragma once

#include <cstdint>
#include <vector>

namespace bredvid::load {

// REQUIRES: sorted, not empty; 0 < part <= 1.
[[nodiscard]] double quantile_us(const std::vector<std::int64_t>& sorted_ns, double part);

}  // namespace bredvid::load
