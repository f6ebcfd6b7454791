// A failed commit and a failed checkpoint end the process: with the code for it, with a line that says what to do, and
// without losing what was acknowledged.
#include <gtest/gtest.h>

#include "tests/crash/report.h"
#include "tests/crash/town_fixture.h"

namespace bredvid::crash {
namespace {

constexpr int kIoFailed = static_cast<int>(ErrorCode::io_failed);

/// Lives until the `number`th sync of the file whose name ends so has failed.
class BrokenSync final : public Aftermath {
 public:
  BrokenSync(std::string file, int number) : file_(std::move(file)), number_(number) {}
  Surroundings before(const std::filesystem::path&) override {
    if (healed_) return {};
    return {
        {BREDVID_BROKEN_SYNC}, {{"BREDVID_BROKEN_FILE", file_}, {"BREDVID_BROKEN_SYNC", std::to_string(number_)}}, {}};
  }
  void after(const std::filesystem::path&, Chance&) override {}
  void heal() { healed_ = true; }

 private:
  std::string file_;
  int number_;
  bool healed_ = false;
};

void ends_well(const std::string& file, int number, bool with_checkpoints) {
  BrokenSync disk(file, number);
  Story story(the_town(), BREDVID_BINARY, disk, seed());
  EXPECT_EQ(story.live_until_it_ends(with_checkpoints), kIoFailed) << story.log();
  const std::string log = story.log();
  EXPECT_NE(log.find("the disk: a sync of " + file + " fails"), std::string::npos) << "nothing was broken\n" << log;
  EXPECT_NE(log.find("The server ends here: what was acknowledged is on disk"), std::string::npos) << log;
  EXPECT_NE(log.find("What to do: "), std::string::npos) << log;
  disk.heal();
  EXPECT_TRUE(story.finish()) << story.failure() << text_of(story.model().violations());
}

TEST(Ending, AFailedCommit) {
  ends_well("-wal", 20, false);
}

TEST(Ending, AFailedCheckpoint) {
  ends_well("bredvid.db", 2, true);
}

}  // namespace
}  // namespace bredvid::crash
