// Sudden deaths by the hundred: kill -9 and power cuts. Nothing acknowledged is lost, nothing comes twice, and the
// server is back within a second.
#include <gtest/gtest.h>

#include "tests/crash/power.h"
#include "tests/crash/report.h"
#include "tests/crash/town_fixture.h"

namespace bredvid::crash {
namespace {

/// A story is given a new town after so many deaths: a start reads the whole file, and files grow.
constexpr std::size_t kCyclesPerStory = 100;
/// "Ready again within a second", of the server's own time: what the machine took away is taken off (victim.h).
constexpr Milliseconds kReadyWithin{1000};
/// So often at least, of all deaths, has each kind of moment to be met: a tenth is meant.
constexpr std::size_t kMomentsAtLeastOneIn = 50;

struct Lived {
  std::vector<StartTime> starts;
  std::uint64_t stored = 0;
  std::uint64_t delivered = 0;
  std::array<std::size_t, kMoments> deaths{};
};

/// Lives through one story of `count` cycles and adds it up.
void live(const std::string& kind, Aftermath& aftermath, std::uint64_t story_seed, std::size_t count, Lived& lived) {
  Story story(the_town(), BREDVID_BINARY, aftermath, story_seed);
  bool fine = true;
  for (std::size_t i = 0; fine && i < count; ++i) fine = story.cycle();
  fine = fine && story.finish();
  ASSERT_TRUE(fine) << kind << ", seed " << story_seed << ": " << story.failure()
                    << text_of(story.model().violations());
  lived.starts.insert(lived.starts.end(), story.starts().begin(), story.starts().end());
  lived.stored += story.model().acknowledged_messages();
  lived.delivered += story.model().deliveries();
  for (std::size_t i = 0; i < kMoments; ++i) lived.deaths[i] += story.deaths(static_cast<Moment>(i));
}

void report(const std::string& kind, const Lived& lived, Clock::time_point began) {
  std::string moments;
  for (std::size_t i = 0; i < kMoments; ++i)
    moments +=
        std::string(i == 0 ? "" : ", ") + name_of(static_cast<Moment>(i)) + " " + std::to_string(lived.deaths[i]);
  const StartSummary summary = summary_of(lived.starts);
  say(kind + ": " + std::to_string(cycles()) + " cycles (" + moments + ") in " +
      text_of(Milliseconds(Clock::now() - began) / 1000) + " s, seed " + std::to_string(seed()) + ": " +
      std::to_string(lived.stored) + " stored, " + std::to_string(lived.delivered) + " delivered, none lost");
  say(kind + ", ready again: median " + text_of(summary.median) + " ms, longest " + text_of(summary.longest) + " ms, " +
      text_of(summary.longest_own) + " ms of it the server's own");
  EXPECT_GT(lived.stored, cycles());
  EXPECT_LT(summary.longest_own, kReadyWithin);
  for (std::size_t i = 0; cycles() >= 100 && i < kMoments; ++i)
    EXPECT_GT(lived.deaths[i], cycles() / kMomentsAtLeastOneIn) << name_of(static_cast<Moment>(i));
}

template <class MakeAftermath>
void live_through(const std::string& kind, MakeAftermath make) {
  Lived lived;
  const auto began = Clock::now();
  std::size_t left = cycles();
  for (std::uint64_t number = 0; left > 0; ++number) {
    const std::size_t here = std::min(left, kCyclesPerStory);
    const std::unique_ptr<Aftermath> aftermath = make();
    live(kind, *aftermath, seed() + number, here, lived);
    if (testing::Test::HasFatalFailure()) return;
    left -= here;
  }
  report(kind, lived, began);
}

TEST(SuddenDeath, KillNineLosesNothing) {
  live_through("kill -9", [] { return std::make_unique<NothingMore>(); });
}

TEST(SuddenDeath, APowerCutLosesNothing) {
  live_through("power cut", [] { return std::make_unique<PowerCut>(); });
}

}  // namespace
}  // namespace bredvid::crash
