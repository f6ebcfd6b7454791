#include "tests/load/quantile.h"

#include <algorithm>
#include <cmath>

namespace bredvid::load {

double quantile_us(const std::vector<std::int64_t>& sorted_ns, double part) {
  if (sorted_ns.empty()) return 0;
  const auto at = static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted_ns.size()))) - 1;
  return static_cast<double>(sorted_ns[std::min(at, sorted_ns.size() - 1)]) / 1000.0;
}

}  // namespace bredvid::load
