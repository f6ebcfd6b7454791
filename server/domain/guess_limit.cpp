#include "server/domain/guess_limit.h"

namespace bredvid::domain {
namespace {

// A clock that jumped back by years must not keep an old window for ever.
bool over(Instant first, Instant now) {
  return now < first || now.ms - first.ms >= kWrongTriesKept_ms;
}

}  // namespace

GuessLimit::GuessLimit(Instant now)
    : tries_(kSlipTryBurst, kSlipTriesPerSecond, now), wrong_(kWrongSlipBurst, kWrongSlipsPerSecond, now) {}

Outcome<void> GuessLimit::stranger_tries(Instant now) {
  if (tries_.take(now)) return {};
  return fail(ErrorCode::too_many, tries_.wait_ms());
}

bool GuessLimit::wrong(Selector selector, Instant now) {
  const bool many = !wrong_.take(now);
  auto found = slips_.find(selector.value);
  if (found == slips_.end() && slips_.size() >= kMaxGuessedSlips) {
    std::erase_if(slips_, [&](const auto& one) { return over(one.second.first, now); });
    if (slips_.size() >= kMaxGuessedSlips) return true;
  }
  if (found == slips_.end()) found = slips_.emplace(selector.value, Wrong{now, 0}).first;
  Wrong& tries = found->second;
  if (over(tries.first, now)) tries = {now, 0};
  ++tries.count;
  return many || tries.count > kWrongTriesPerSlip;
}

}  // namespace bredvid::domain
