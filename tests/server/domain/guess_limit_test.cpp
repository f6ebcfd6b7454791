// Guessing of slips costs more the more of it there is, and never keeps anybody's own slip closed.
#include "server/domain/guess_limit.h"

#include <gtest/gtest.h>

namespace bredvid::domain {
namespace {

constexpr Instant kNow{1'795'000'000'000};

TEST(GuessLimit, StrangersTogetherHaveABurstAndARate) {
  GuessLimit limit(kNow);
  for (std::uint32_t i = 0; i < kSlipTryBurst; ++i) ASSERT_TRUE(limit.stranger_tries(kNow));
  const auto refused = limit.stranger_tries(kNow);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), (Failure{ErrorCode::too_many, 1})) << "a thousand a second: the next in a millisecond";
  EXPECT_TRUE(limit.stranger_tries({kNow.ms + 1}));
  EXPECT_FALSE(limit.stranger_tries({kNow.ms + 1}));
  std::uint32_t taken = 0;
  for (int ms = 2; ms <= 1001; ++ms) {
    for (int i = 0; i < 10; ++i) taken += limit.stranger_tries({kNow.ms + ms}) ? 1 : 0;
  }
  EXPECT_EQ(taken, kSlipTriesPerSecond);
}

TEST(GuessLimit, TheEleventhWrongTryAtOneSlipWithinTheHourIsAGuess) {
  GuessLimit limit(kNow);
  for (std::uint32_t i = 0; i < kWrongTriesPerSlip; ++i) EXPECT_FALSE(limit.wrong({7}, kNow)) << i;
  EXPECT_TRUE(limit.wrong({7}, kNow));
  EXPECT_FALSE(limit.wrong({8}, kNow)) << "another slip's holder may mistype";
  EXPECT_TRUE(limit.wrong({7}, {kNow.ms + kWrongTriesKept_ms - 1}));
  EXPECT_FALSE(limit.wrong({7}, {kNow.ms + kWrongTriesKept_ms})) << "an hour after the first it begins anew";
}

TEST(GuessLimit, ManyWrongTriesAtManySlipsAreGuesses) {
  GuessLimit limit(kNow);
  std::uint32_t selector = 0;
  for (std::uint32_t i = 0; i < kWrongSlipBurst; ++i) EXPECT_FALSE(limit.wrong({selector++}, kNow));
  EXPECT_TRUE(limit.wrong({selector++}, kNow));
  EXPECT_FALSE(limit.wrong({selector++}, kNow.plus_s(1))) << "one a second passes as mistyped";
  EXPECT_TRUE(limit.wrong({selector++}, kNow.plus_s(1)));
}

TEST(GuessLimit, RemembersABoundedNumberOfSlips) {
  GuessLimit full(kNow);
  for (std::uint32_t i = 0; i < kMaxGuessedSlips; ++i) static_cast<void>(full.wrong({i}, kNow));
  const Instant later = kNow.plus_s(600);  // the overall rate has room again, the slips are still remembered
  EXPECT_TRUE(full.wrong({kMaxGuessedSlips}, later)) << "one more than is remembered counts as a guess";
  EXPECT_FALSE(full.wrong({1}, later)) << "one that is remembered has its own count";
  EXPECT_FALSE(full.wrong({kMaxGuessedSlips}, {kNow.ms + kWrongTriesKept_ms})) << "old ones make room";
}

TEST(GuessLimit, AClockThatJumpsTenYearsLocksNobodyOut) {
  constexpr std::int64_t kTenYears_s = 10LL * 365 * 86'400;
  for (const std::int64_t jump_s : {kTenYears_s, -kTenYears_s}) {
    GuessLimit limit(kNow);
    for (std::uint32_t i = 0; i <= kWrongTriesPerSlip; ++i) static_cast<void>(limit.wrong({7}, kNow));
    for (std::uint32_t i = 0; i < kSlipTryBurst; ++i) static_cast<void>(limit.stranger_tries(kNow));
    const Instant there = kNow.plus_s(jump_s);
    EXPECT_FALSE(limit.wrong({7}, there)) << jump_s;
    static_cast<void>(limit.stranger_tries(there));
    EXPECT_TRUE(limit.stranger_tries(there.plus_s(1))) << jump_s;
  }
}

TEST(RateLimit, SaysHowLongToWait) {
  FrameRate rate(2, 10, kNow);
  EXPECT_EQ(rate.wait_ms(), 0U);
  EXPECT_TRUE(rate.take(kNow));
  EXPECT_TRUE(rate.take(kNow));
  EXPECT_EQ(rate.wait_ms(), 100U);
  EXPECT_FALSE(rate.take({kNow.ms + 99}));
  EXPECT_EQ(rate.wait_ms(), 1U);
  EXPECT_TRUE(rate.take({kNow.ms + 100}));
  FrameRate once(1, 0, kNow);
  EXPECT_TRUE(once.take(kNow));
  EXPECT_EQ(once.wait_ms(), 0U) << "waiting does not help";
}

}  // namespace
}  // namespace bredvid::domain
