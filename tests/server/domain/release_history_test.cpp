// The release rule over random years: no told group rests on fewer than k parents, and nobody who keeps every release
// can compute a group that does.
#pragma GCC optimize("O2")
#include "tests/server/domain/release_history.h"

#include <gtest/gtest.h>

#include "server/domain/calendar.h"
#include "server/domain/tally.h"

namespace bredvid::domain {
namespace {

constexpr std::uint64_t kSeed = 20190101;
constexpr std::size_t kHistories = 100'000;

struct Found {
  Audit::Counts counts;
  std::uint64_t tellings = 0;
  /// sums that said more than the spans had said
  std::uint64_t news = 0;
};

Found play(std::size_t histories, const Book::Choose& choose) {
  std::mt19937_64 random(kSeed);
  Found found;
  for (std::size_t i = 0; i < histories; ++i) {
    const History history = random_history(random);
    const Book book(history, choose);
    const Audit::Counts counts = Audit(history, book).counts();
    found.counts.small += counts.small;
    found.counts.shown += counts.shown;
    found.counts.computable += counts.computable;
    found.tellings += book.tellings().size();
    for (const Telling& telling : book.tellings())
      found.news += telling.parts.size() > 1 && telling.level > Level::total;
  }
  return found;
}

Level by_the_rule(const Sum& sum, std::size_t values, const ReleaseRule& rule) {
  return choose_level(sum, values, rule);
}

TEST(ReleaseHistory, NoSmallGroupIsToldOrCanBeComputedFromAllReleasesTogether) {
  const Found found = play(kHistories, by_the_rule);
  EXPECT_EQ(found.counts.shown, 0U);
  EXPECT_EQ(found.counts.computable, 0U);
  EXPECT_GT(found.counts.small, 10 * kHistories) << "there was much to hide";
  EXPECT_GT(found.tellings, 3 * kHistories) << "and much was told";
  EXPECT_GT(found.news, kHistories / 2);
}

// Each part of the rule is needed: without it, the audit finds something.
struct Mutant {
  const char* name;
  Book::Choose choose;
};
class ReleaseHistoryMutant : public testing::TestWithParam<Mutant> {};

TEST_P(ReleaseHistoryMutant, IsCaught) {
  const Found found = play(kHistories / 10, GetParam().choose);
  EXPECT_GT(found.counts.shown + found.counts.computable, 0U);
}

constexpr std::size_t at(Level level) {
  return static_cast<std::size_t>(level);
}

const Mutant kMutants[] = {
    {"OneParentFewer",
     [](const Sum& s, std::size_t v, const ReleaseRule& r) { return choose_level(s, v, {r.k - 1, 1}); }},
    {"NoComplementAtAll",
     [](const Sum& s, std::size_t v, const ReleaseRule& r) { return choose_level(s.whole, v, r); }},
    {"NoRest",
     [](const Sum& s, std::size_t v, const ReleaseRule& r) {
       Sum m = s;
       for (const Level level : {Level::cells, Level::by_value, Level::by_organisation}) m.rest[at(level)] = {};
       return choose_level(m, v, r);
     }},
    {"NoUntoldTotal",
     [](const Sum& s, std::size_t v, const ReleaseRule& r) {
       Sum m = s;
       m.rest[at(Level::total)] = {};
       return choose_level(m, v, r);
     }},
    {"MarginsBetween",
     [](const Sum& s, std::size_t v, const ReleaseRule& r) {
       Sum m = s;
       m.between = {};
       return choose_level(m, v, r);
     }},
};
INSTANTIATE_TEST_SUITE_P(Each, ReleaseHistoryMutant, testing::ValuesIn(kMutants),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(ReleaseHistory, SpansFollowEachOtherWithoutGapOrOverlapWhateverTheClockSays) {
  std::mt19937_64 random(kSeed);
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (std::size_t i = 0; i < kHistories / 10; ++i) {
    const std::uint32_t length = below(3) == 0 ? 1 + below(120) : 0;
    Day today{18'000 + below(4000)};
    wire::Span span = first_span({1}, today, length);
    EXPECT_LE(span.first_day, today);
    for (std::uint32_t id = 2; id < 12; ++id) {
      // The clock goes on, stands still, or jumps either way.
      today.value = below(8) == 0 ? 17'000 + below(6000) : today.value + below(150);
      if (below(3) == 0) {
        const wire::Span longer = run_on(span, today, length);
        ASSERT_EQ(longer.first_day, span.first_day);
        ASSERT_GT(longer.last_day, span.last_day);
        span = longer;
      }
      const wire::Span next = span_after(span, {id}, today, length);
      ASSERT_EQ(next.first_day.value, span.last_day.value + 1);
      ASSERT_GE(next.last_day, next.first_day);
      ASSERT_LE(half_of(span), half_of(next));
      ASSERT_EQ(half_of(span) / 2, year_of(span));
      span = next;
    }
  }
}

}  // namespace
}  // namespace bredvid::domain
