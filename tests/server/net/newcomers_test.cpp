// Who makes room when there is none: the rule alone.
#include "server/net/newcomers.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <vector>

namespace bredvid::net {
namespace {

class Someone final : public Newcomers::Newcomer {
 public:
  Someone(Newcomers& all, Stage stage) : place(all, *this, stage) {}
  [[nodiscard]] bool is_stalled() const override { return stalled; }
  void make_way() override {
    gone = true;
    place.leave();
  }
  Newcomers::Place place;
  bool stalled = true;
  bool gone = false;
};

struct Crowd {
  Newcomers all;
  std::vector<std::unique_ptr<Someone>> people;
  Someone& comes(Stage stage) { return *people.emplace_back(std::make_unique<Someone>(all, stage)); }
  /// Who went, by number of arrival.
  std::optional<std::size_t> let_one_go(Stage first) {
    for (auto& one : people) one->gone = false;
    const bool went = all.let_one_go(first);
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (people[i]->gone) return i;
    }
    EXPECT_FALSE(went);
    return std::nullopt;
  }
};

TEST(NewcomersTest, TheOldestOfTheFirstStageGoes) {
  Crowd crowd;
  crowd.comes(Stage::websocket);
  crowd.comes(Stage::request);
  crowd.comes(Stage::handshake);
  crowd.comes(Stage::handshake);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), 2U);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), 3U);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), 1U);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), 0U);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), std::nullopt);
}

TEST(NewcomersTest, ForAWebsocketOnlyAWebsocketGoes) {
  Crowd crowd;
  crowd.comes(Stage::handshake);
  crowd.comes(Stage::request);
  EXPECT_EQ(crowd.let_one_go(Stage::websocket), std::nullopt);
  crowd.comes(Stage::websocket);
  EXPECT_EQ(crowd.let_one_go(Stage::websocket), 2U);
}

TEST(NewcomersTest, WhoWaitsForUsStaysUnlessSixteenBeforeItDo) {
  Crowd crowd;
  for (std::size_t i = 0; i < kLookedAtForRoom; ++i) crowd.comes(Stage::handshake);
  for (std::size_t i = 0; i + 1 < kLookedAtForRoom; ++i) crowd.people[i]->stalled = false;
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), kLookedAtForRoom - 1);
  crowd.people[kLookedAtForRoom - 2]->stalled = false;
  crowd.comes(Stage::handshake).stalled = false;
  crowd.comes(Stage::handshake);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), std::nullopt) << "the seventeenth is not looked at";
}

TEST(NewcomersTest, WhoComesFurtherIsTheYoungestThereAndWhoLogsInStays) {
  Crowd crowd;
  crowd.comes(Stage::handshake);
  crowd.comes(Stage::request);
  crowd.comes(Stage::handshake);
  crowd.people[0]->place.move_to(Stage::request);
  crowd.people[2]->place.leave();
  crowd.people[2]->place.move_to(Stage::request);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), 1U);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), 0U);
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), std::nullopt);
}

TEST(NewcomersTest, APlaceMovesWithItsOwner) {
  Crowd crowd;
  Someone& first = crowd.comes(Stage::handshake);
  {
    const Newcomers::Place elsewhere = std::move(first.place);
    first.place.leave();
    EXPECT_EQ(crowd.let_one_go(Stage::handshake), 0U) << "it is still in the list";
  }
  EXPECT_EQ(crowd.let_one_go(Stage::handshake), std::nullopt);
}

}  // namespace
}  // namespace bredvid::net
