#include "server/base/log_limit.h"

namespace bredvid::log {

LineLimit::Verdict LineLimit::next(const char* event, std::int64_t now_ms) {
  const bool room = windows_.size() < kMaxEventKinds || windows_.contains(event);
  auto [found, fresh] = windows_.try_emplace(room ? event : nullptr);
  Window& window = found->second;
  Verdict verdict;
  if (fresh || now_ms - window.began_ms >= kLineWindow_ms) {
    verdict.left_out = window.left_out;
    window = {now_ms, 0, 0};
  }
  if (++window.lines > kMaxLinesPerMinute) {
    ++window.left_out;
    verdict.write = false;
  }
  return verdict;
}

}  // namespace bredvid::log
