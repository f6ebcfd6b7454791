// The tests of death_test.cpp are able to fail: two servers that do lose messages are made by preloading alone, and
// each has to be found out, soon, by the test that is there for it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/crash/power.h"
#include "tests/crash/report.h"
#include "tests/crash/town_fixture.h"

namespace bredvid::crash {
namespace {

/// Each loses something with every fifth death or so: after a hundred it has gone unnoticed.
constexpr std::size_t kMostCycles = 100;

struct Found {
  bool loss = false;
  std::size_t cycles = 0;
  std::string what;
  std::string log;
};

Found hunt(Aftermath& aftermath, std::size_t most) {
  Story story(the_town(), BREDVID_BINARY, aftermath, seed());
  story.look_for_losses_only();
  Found found;
  bool fine = true;
  while (fine && found.cycles < most) {
    fine = story.cycle();
    ++found.cycles;
  }
  found.log = story.log();
  const auto& all = story.model().violations();
  if (!all.empty()) {
    found.loss = std::ranges::any_of(
        all, [](const Violation& one) { return one.breach == Breach::lost || one.breach == Breach::ack_lost; });
    found.what = text_of(all);
  } else if (!story.failure().empty()) {
    // A folder that nobody can open any more is a loss too.
    found.loss = story.failure().starts_with("the server does not start");
    found.what = found.loss ? "\n  nobody can open the database any more" : story.failure();
  }
  return found;
}

Surroundings preloading(const char* library) {
  return {{library}, {}, {}};
}

TEST(Mutant, LoweredSynchronousIsFoundByThePowerCut) {
  PowerCut aftermath(preloading(BREDVID_LOWERED_SYNC));
  const Found found = hunt(aftermath, kMostCycles);
  ASSERT_NE(found.log.find("mutant: synchronous lowered"), std::string::npos) << "the mutant is none";
  EXPECT_TRUE(found.loss) << found.what;
  say("mutant, synchronous lowered: found by the power cut in cycle " + std::to_string(found.cycles) + found.what);
}

TEST(Mutant, AnEarlyAnswerIsFoundByKillNine) {
  NothingMore aftermath(preloading(BREDVID_EARLY_ANSWER));
  const Found found = hunt(aftermath, kMostCycles);
  ASSERT_NE(found.log.find("mutant: answered before the commit"), std::string::npos) << "the mutant is none";
  EXPECT_TRUE(found.loss) << found.what;
  say("mutant, early answer: found by kill -9 in cycle " + std::to_string(found.cycles) + found.what);
}

TEST(Mutant, LoweredSynchronousIsNothingToKillNine) {
  // The kernel keeps what was written: only the power cut is there for this mutant, and it is not the harness that
  // loses.
  NothingMore aftermath(preloading(BREDVID_LOWERED_SYNC));
  const Found found = hunt(aftermath, 10);
  EXPECT_FALSE(found.loss) << found.what;
  EXPECT_EQ(found.what, "");
}

}  // namespace
}  // namespace bredvid::crash
