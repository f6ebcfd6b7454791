#include "server/app/readiness.h"

namespace bredvid::app {

std::string_view readiness(const ReadinessFacts& facts) {
  if (facts.stopping) return "stopping";
  if (!facts.store_answers) return "store";
  if (facts.storage_full) return "storage_full";
  if (facts.free_bytes < kMinFreeBytes) return "disk_nearly_full";
  return "ready";
}

}  // namespace bredvid::app
