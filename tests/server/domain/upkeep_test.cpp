// A calendar that jumps holds everything for a week; one that only moves on does not.
#include "server/domain/upkeep.h"

#include <gtest/gtest.h>

namespace bredvid::domain {
namespace {

constexpr Day kToday{20'780};
constexpr std::uint32_t kTenYears_days = 3652;

TEST(Upkeep, TheFirstDayEverAndTheNextOnesHoldNothing) {
  Upkeep upkeep = seen({}, kToday);
  EXPECT_FALSE(holds(upkeep, kToday));
  for (std::uint32_t day = 1; day < 100; day += kMaxCalendarStep_days) {
    upkeep = seen(upkeep, {kToday.value + day});
    EXPECT_FALSE(holds(upkeep, {kToday.value + day})) << day;
  }
}

TEST(Upkeep, AStepOfMoreThanAFortnightHoldsForAWeek) {
  const Upkeep before = seen({}, kToday);
  const Day edge{kToday.value + kMaxCalendarStep_days};
  EXPECT_FALSE(holds(seen(before, edge), edge));
  const Day above{edge.value + 1};
  Upkeep held = seen(before, above);
  EXPECT_TRUE(holds(held, above));
  const Day last{above.value + kHold_days - 1};
  held = seen(held, last);
  EXPECT_TRUE(holds(held, last)) << "also when it is asked again in between";
  const Day over{last.value + 1};
  EXPECT_FALSE(holds(seen(held, over), over));
}

TEST(Upkeep, TenYearsAheadAndBackAgainLeaveNoHold) {
  Upkeep upkeep = seen({}, kToday);
  const Day future{kToday.value + kTenYears_days};
  upkeep = seen(upkeep, future);
  EXPECT_TRUE(holds(upkeep, future));
  upkeep = seen(upkeep, kToday);
  EXPECT_FALSE(holds(upkeep, kToday)) << "not for ten years";
}

TEST(Upkeep, TenYearsBackAndForwardAgainHoldWhatWasSentInBetween) {
  Upkeep upkeep = seen({}, kToday);
  const Day past{kToday.value - kTenYears_days};
  upkeep = seen(upkeep, past);
  EXPECT_FALSE(holds(upkeep, past));
  upkeep = seen(upkeep, kToday);
  EXPECT_TRUE(holds(upkeep, kToday));
}

}  // namespace
}  // namespace bredvid::domain
