// Who takes whom from the queue, gives, gives back; and that nothing of it is left.
#include <algorithm>
#include <cctype>
#include <set>
#include <thread>

#include "tests/server/storage/door_fixture.h"

namespace bredvid::storage {
namespace {

TEST_F(DoorStore, TheFirstFreeSupporterTakesTheFirstAndTheOtherIsTold) {
  doors();
  get<domain::Placed>(wait(10));
  const auto place = taken(1);
  EXPECT_EQ(place.taken.wait_id, wait_id(10));
  EXPECT_EQ(place.taken.selector, Selector{kDoor});
  EXPECT_EQ(place.taken.wait_key, counted_array<32>(10));
  EXPECT_TRUE(place.fresh);
  EXPECT_EQ(failure(take(31)), "queue_empty");
  const auto again = taken(1);
  EXPECT_EQ(again.taken.wait_id, place.taken.wait_id) << "a phone that was killed gets the same";
  EXPECT_FALSE(again.fresh);
  EXPECT_EQ(placed(10).place.waiting.taken, 1);
  EXPECT_TRUE(queue(31).empty());
  get<domain::Placed>(wait(11));
  EXPECT_EQ(ahead(11), 0U) << "who is taken is not before anybody";
  EXPECT_EQ(taken(31).taken.wait_id, wait_id(11));
}

TEST_F(DoorStore, TwoWhoPressAtOnceNeverTakeTheSame) {
  doors();
  for (int round = 0; round < 20; ++round) {
    const auto waiter = static_cast<std::uint32_t>(700 + round);
    get<domain::Placed>(wait(waiter));
    std::array<std::string, 2> answers;
    {
      const auto press = [&](std::size_t i, std::uint32_t by) {
        return std::jthread([this, &answers, i, by] { answers[i] = failure(take(by)); });
      };
      const auto one = press(0, 1);
      const auto two = press(1, 31);
    }
    EXPECT_EQ((std::multiset<std::string>{answers[0], answers[1]}),
              (std::multiset<std::string>{"no failure", "queue_empty"}));
    get<domain::WorkChanged>(domain::EndWait{numbered<DeviceId>(waiter)});
  }
}

TEST_F(DoorStore, OnlyThroughDoorsWhoseCodeTheSupporterHas) {
  doors();
  get<domain::Placed>(wait(10, 1, kOtherDoor));
  get<domain::Placed>(wait(11));
  EXPECT_EQ(failure(take(1, {{999}})), "queue_empty");
  EXPECT_EQ(failure(take(2, {{kDoor}, {kOtherDoor}})), "queue_empty") << "the wall";
  EXPECT_EQ(taken(1).taken.wait_id, wait_id(11)) << "passes over whom it could not answer";
  EXPECT_EQ(get<domain::TakenPlace>(take(31, {{kDoor}, {kOtherDoor}})).taken.wait_id, wait_id(10));
  EXPECT_EQ(failure(take(21)), "not_allowed") << "a coordinator";
  EXPECT_EQ(failure(take(10)), "not_allowed") << "a parent";
}

TEST_F(DoorStore, IsGivenByTheTakerAloneAndTheSameAgainIsFine) {
  doors();
  get<domain::Placed>(wait(10));
  const WaitId place = taken(1).taken.wait_id;
  EXPECT_EQ(failure(give(31, place)), "not_waiting") << "has not taken it";
  EXPECT_EQ(failure(give(2, place)), "not_waiting") << "the wall";
  EXPECT_EQ(failure(give(21, place)), "not_allowed");
  EXPECT_EQ(failure(give(1, numbered<WaitId>(9))), "not_waiting");
  const auto news = get<domain::WorkChanged>(give(1, place));
  EXPECT_TRUE(news.queue);
  EXPECT_FALSE(news.work);
  EXPECT_EQ(failure(give(1, place)), "no failure") << "the same again";
  EXPECT_EQ(failure(give(1, place, 2)), "not_waiting") << "another slip";
  EXPECT_EQ(placed(10).place.sealed, counted(127, 1));
  EXPECT_EQ(get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(10), kNow}).place->sealed, counted(127, 1));
  EXPECT_EQ(failure(take(1)), "queue_empty") << "given away";
  EXPECT_EQ(failure(domain::ReturnPlace{numbered<DeviceId>(1), place, kNow}), "not_waiting");
  EXPECT_EQ(failure(domain::SwitchWait{numbered<DeviceId>(10), {2}, kNow}), "not_waiting");
}

TEST_F(DoorStore, IsGivenBackToItsOldPlace) {
  doors();
  get<domain::Placed>(wait(10));
  get<domain::Placed>(wait(11));
  const WaitId place = taken(1).taken.wait_id;
  EXPECT_EQ(failure(domain::ReturnPlace{numbered<DeviceId>(31), place, kNow}), "not_waiting");
  get<domain::WorkChanged>(domain::ReturnPlace{numbered<DeviceId>(1), place, kNow});
  EXPECT_EQ(ahead(10), 0U);
  EXPECT_EQ(ahead(11), 1U);
  EXPECT_EQ(failure(give(1, place)), "not_waiting");
  EXPECT_EQ(taken(31).taken.wait_id, place) << "first as before";
}

TEST_F(DoorStore, WaitsAgainWhenNothingIsGivenForHalfAnHour) {
  doors();
  get<domain::Placed>(wait(10));
  get<domain::Placed>(wait(11));
  const WaitId place = taken(1).taken.wait_id;
  const Instant before = kNow.plus_s(29 * 60);
  const Instant after = kNow.plus_s(30 * 60);
  EXPECT_EQ(placed(10, before).place.waiting.taken, 1);
  EXPECT_EQ(ahead(11, before), 0U);
  EXPECT_EQ(placed(10, after).place.waiting.taken, 0);
  EXPECT_EQ(ahead(11, after), 1U);
  EXPECT_EQ(failure(give(1, place, 1, after)), "not_waiting");
  EXPECT_TRUE(get<domain::Maintained>(domain::Maintain{before}).queues.empty());
  const auto news = get<domain::Maintained>(domain::Maintain{after}).queues;
  ASSERT_EQ(news.size(), 1U) << "everybody is told";
  EXPECT_TRUE(news[0].queue);
  EXPECT_EQ(taken(31, after).taken.wait_id, place);
  EXPECT_EQ(failure(give(31, place, 1, after)), "no failure");
}

TEST_F(DoorStore, ASupporterWhoIsRemovedGivesBack) {
  doors();
  get<domain::Placed>(wait(10));
  static_cast<void>(taken(31));
  const auto news = get<domain::WorkChanged>(domain::RemoveStaff{numbered<DeviceId>(21), staff_id("Yusuf")});
  EXPECT_TRUE(news.queue);
  EXPECT_TRUE(news.work);
  EXPECT_EQ(placed(10).place.waiting.taken, 0);
  EXPECT_EQ(taken(1).taken.wait_id, wait_id(10));
}

TEST_F(DoorStore, AfterTheJoinNoRowSaysWhoTookWhom) {
  doors();
  get<domain::Placed>(wait(10));
  const WaitId place = taken(1).taken.wait_id;
  get<domain::WorkChanged>(give(1, place));
  const auto joined = join(10);
  EXPECT_TRUE(joined.waited_at);
  ASSERT_TRUE(joined.circle);
  EXPECT_EQ(failure(domain::GetPlace{numbered<DeviceId>(10), kNow}), "not_waiting");
  EXPECT_EQ(failure(give(1, place)), "not_waiting");
  const std::string wait_hex = to_hex(place.view());
  const std::string parent = to_hex(numbered<DeviceId>(10).view());
  const std::string supporter = to_hex(numbered<DeviceId>(1).view());
  const auto holds = [](std::string row, const std::string& hex) {
    std::ranges::transform(row, row.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return row.find(hex) != std::string::npos;
  };
  for (const auto& [table, row] : everything()) {
    EXPECT_NE(table, "wait") << row;
    EXPECT_FALSE(holds(row, wait_hex)) << table;
    EXPECT_FALSE(holds(row, parent) && holds(row, supporter)) << table << ": " << row;
    // Of the two devices' tables, what belongs to people: members of a circle, as with any slip, and nothing else.
    if (holds(row, parent)) {
      EXPECT_TRUE(table == "device" || table == "membership" || table == "slip") << table;
    }
  }
  EXPECT_EQ(failure(domain::FindDevice{numbered<DeviceId>(10)}), "no failure") << "the account stays";
}

TEST_F(DoorStore, WhoJoinsByAnotherSlipLeavesTheQueue) {
  doors();
  get<domain::Placed>(wait(10));
  get<domain::Placed>(wait(11));
  EXPECT_TRUE(join(10).waited_at);
  EXPECT_EQ(ahead(11), 0U);
}

}  // namespace
}  // namespace bredvid::storage
