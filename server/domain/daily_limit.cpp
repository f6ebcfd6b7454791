#include "server/domain/daily_limit.h"

#include <algorithm>

#include "server/domain/calendar.h"

namespace bredvid::domain {
namespace {

struct Rule {
  std::uint64_t most;
  ErrorCode code;
};

Rule rule_of(Daily what) {
  switch (what) {
    case Daily::tallies:
      return {kMaxTalliesPerDay, ErrorCode::tally_limit};
    case Daily::circles:
      return {kMaxCirclesMadePerDay, ErrorCode::circle_limit};
    case Daily::slips:
      return {kMaxSlipsMadePerDay, ErrorCode::slip_day_limit};
    case Daily::shares:
      return {kMaxSharesChangedPerDay, ErrorCode::too_many};
    case Daily::bytes:
      break;
  }
  return {kMaxBytesSentPerDay, ErrorCode::too_many};
}

}  // namespace

std::uint64_t until_tomorrow_ms(Instant now) {
  const Day tomorrow{stockholm_day(now).value + 1};
  return static_cast<std::uint64_t>(std::max<std::int64_t>(1, start_of_day(tomorrow).ms - now.ms));
}

Outcome<void> DailyLimit::take(const DeviceId& device, Daily what, Instant now, std::uint64_t amount) {
  const Day today = stockholm_day(now);
  if (today != today_) {
    taken_.clear();
    today_ = today;
  }
  if (taken_.size() >= kMaxDevicesRemembered && !taken_.contains(device)) taken_.clear();
  const Rule rule = rule_of(what);
  std::uint64_t& taken = taken_[device][static_cast<std::size_t>(what)];
  if (amount > rule.most - taken) return fail(rule.code, until_tomorrow_ms(now));
  taken += amount;
  return {};
}

}  // namespace bredvid::domain
