#include "server/base/metrics.h"

namespace bredvid::metrics {

ServerMetrics& server() {
  static auto* const instance = new ServerMetrics;
  return *instance;
}

}  // namespace bredvid::metrics
