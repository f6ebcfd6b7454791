// A crash between every two steps of a device's life loses nothing, doubles nothing and leaves nobody behind.
#include "tests/crypto/circle/device_story.h"

namespace bredvid::circle::model {
namespace {

// How the story goes: who is first, and how a commit's acceptance is noticed.
struct Way {
  bool backwards = false;
  bool trust_answers = false;
  std::size_t batch = 2;
};

constexpr Way kWays[] = {{false, false, 2}, {true, false, 1}, {false, true, 16}, {true, true, 1}};
// Seeds are numbers of runs, so that no two runs have a key in common.
constexpr std::uint64_t kRunsPerWay = 100'000;

std::unique_ptr<Story> begin(const Way& way, std::uint64_t seed) {
  auto story = std::make_unique<Story>(seed);
  story->world.trust_answers = way.trust_answers;
  story->world.batch = way.batch;
  return story;
}

TEST(DeviceCrash, WithoutACrashEverythingArrives) {
  std::uint64_t seed = 1;
  for (const Way& way : kWays) {
    const auto story = begin(way, seed++);
    EXPECT_TRUE(story->tell(way.backwards));
    story->expect_told();
    EXPECT_GT(story->world.fuse.count, 60);
    EXPECT_GE(story->world.server.epoch, 5u);
  }
}

TEST(DeviceCrash, ACrashAtAnyStepChangesNothing) {
  for (const std::size_t number : {std::size_t{0}, std::size_t{3}}) {
    const Way& way = kWays[number];
    int runs = 0;
    for (int at = 0;; ++at) {
      const auto story = begin(way, kRunsPerWay * (number + 1) + static_cast<std::uint64_t>(at));
      story->world.fuse.at = at;
      EXPECT_TRUE(story->tell(way.backwards));
      story->expect_told();
      if (HasFailure()) FAIL() << "way " << number << ", crash at step " << at;
      if (story->world.fuse.count <= at) break;  // the story was over before
      ++runs;
    }
    EXPECT_GT(runs, 60);
    std::printf("way %zu: %d steps, crashed at each\n", number, runs);
  }
}

// Crashes come in bad nights, not one at a time: about every twentieth step.
TEST(DeviceCrash, ManyCrashesInOneLifeChangeNothing) {
  CountingRandom chance(77);
  for (std::uint64_t run = 0; run < 60; ++run) {
    const Way& way = kWays[run % std::size(kWays)];
    const auto story = begin(way, kRunsPerWay * 50 + run);
    // Each time it has burnt, the fuse is set again.
    int crashes = 0;
    for (int night = 0; night < 8; ++night) {
      story->world.fuse.at = story->world.fuse.count + chance.bytes(1)[0] % 40;
      story->tell_until_burnt(way.backwards);
      ++crashes;
    }
    story->world.fuse.at = -1;
    EXPECT_TRUE(story->tell(way.backwards));
    story->expect_told();
    if (HasFailure()) FAIL() << "run " << run << " with " << crashes << " crashes";
  }
}

}  // namespace
}  // namespace bredvid::circle::model
