// The open door in the store: doors, the queue that they lead to, and its limits.
#include "tests/server/storage/door_fixture.h"

namespace bredvid::storage {
namespace {

TEST_F(DoorStore, IsLookedAtAndUsedByNobody) {
  doors();
  const auto look = [this](Instant now = kNow) { return ask(domain::OpenSlip{{kDoor}, token_of(kDoor), now}); };
  for (int i = 0; i < 2; ++i) {
    const auto info = get<wire::DoorInfo>(domain::OpenSlip{{kDoor}, token_of(kDoor), kNow});
    EXPECT_EQ(info.expires.value, kToday.value + 100);
    ASSERT_EQ(info.organisations.size(), 2U);
    EXPECT_EQ(info.organisations[0].number, OrganisationNumber{1});
    EXPECT_EQ(info.organisations[0].organisation.name, "Krisstöd");
    EXPECT_EQ(info.organisations[0].waiting, static_cast<std::uint32_t>(i));
    EXPECT_EQ(info.organisations[1].waiting, 0U);
    if (i == 0) get<domain::Placed>(wait(10));
  }
  EXPECT_EQ(failure(domain::OpenSlip{{kDoor}, token_of(9), kNow}), "slip_unknown");
  EXPECT_EQ(look(kNow.plus_s(101 * 86'400)).error().code, ErrorCode::slip_expired);
  open_doors(false);
  EXPECT_EQ(get<wire::DoorInfo>(domain::OpenSlip{{kDoor}, token_of(kDoor), kNow}).organisations.size(), 1U);
  get<domain::Done>(domain::OpenDoors{});
  EXPECT_EQ(look().error().code, ErrorCode::not_allowed) << "nobody's is open";
}

TEST_F(DoorStore, IsMadeByCoordinatorsWhoseOrganisationsDoorIsOpen) {
  doors();
  EXPECT_EQ(failure(door(kDoor, 21)), "no failure") << "the same again";
  EXPECT_EQ(failure(door(kDoor, 22)), "slip_selector_taken");
  EXPECT_EQ(failure(door(kDoor, 21, 99)), "slip_selector_taken");
  EXPECT_EQ(failure(door(502, 1)), "not_allowed") << "a supporter";
  EXPECT_EQ(failure(door(502, 21, 401)), "bad_expiry");
  for (std::uint32_t n = 1; n < wire::kMaxDoors; ++n) get<domain::Done>(door(510 + n, 21));
  EXPECT_EQ(failure(door(520, 21)), "door_limit");
  EXPECT_EQ(failure(door(kDoor, 21)), "no failure") << "the same again, at the limit";
  EXPECT_EQ(failure(door(520, 22)), "no failure") << "the other organisation's";
  get<domain::Done>(domain::RevokeSlip{numbered<DeviceId>(21), {kDoor}, kNow});
  EXPECT_EQ(failure(door(520, 21)), "slip_selector_taken");
  EXPECT_EQ(failure(door(521, 21)), "no failure");
  open_doors(false);
  EXPECT_EQ(failure(door(522, 21)), "not_allowed") << "closed";
}

TEST_F(DoorStore, IsNoOtherKindOfSlip) {
  doors();
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{kDoor}, token_of(kDoor), device(70), kNow}), "not_allowed");
  domain::RedeemCircleSlip circle_wise = redeem(kDoor, 70);
  EXPECT_EQ(failure(std::move(circle_wise)), "not_allowed");
  get<domain::Done>(domain::MakeOperatorSlip{
      get<domain::Organisations>(domain::ListOrganisations{}).organisations.at(0).organisation_id,
      {600},
      token_of(600),
      wire::Role::supporter,
      {kToday.value + 5},
      kNow});
  EXPECT_EQ(failure(wait(70, 1, 600)), "not_allowed") << "a staff slip is no door";
  // A colleague who leaves takes the open staff slips along; a poster stays.
  get<domain::WorkChanged>(domain::RemoveStaff{numbered<DeviceId>(21), staff_id("Yusuf")});
  EXPECT_EQ(failure(wait(70, 1, 600)), "slip_unknown");
  EXPECT_EQ(failure(wait(70)), "no failure");
  EXPECT_EQ(failure(domain::RevokeSlip{numbered<DeviceId>(22), {kDoor}, kNow}), "not_allowed");
  get<domain::Done>(domain::RevokeSlip{numbered<DeviceId>(21), {kDoor}, kNow});
  EXPECT_EQ(failure(wait(71)), "slip_unknown") << "nobody new comes in";
  EXPECT_EQ(ahead(70), 0U) << "who waits goes on waiting";
}

TEST_F(DoorStore, TheQueueSaysHonestlyWhoIsBefore) {
  doors();
  const auto first = get<domain::Placed>(wait(10));
  EXPECT_EQ(first.place.waiting.ahead, 0U);
  EXPECT_EQ(first.place.waiting.since, kToday);
  EXPECT_EQ(first.place.waiting.organisation.name, "Krisstöd");
  ASSERT_EQ(first.place.waiting.others.size(), 1U);
  EXPECT_EQ(first.place.waiting.others[0].number, OrganisationNumber{2});
  EXPECT_EQ(first.changed.size(), 1U);
  EXPECT_EQ(get<domain::Placed>(wait(11)).place.waiting.ahead, 1U);
  EXPECT_EQ(get<domain::Placed>(wait(12, 2)).place.waiting.ahead, 0U) << "the other organisation's";
  EXPECT_EQ(get<domain::Placed>(wait(13, 1, kOtherDoor)).place.waiting.ahead, 2U);
  const auto again = get<domain::Placed>(wait(11));
  EXPECT_EQ(again.place.waiting.ahead, 1U) << "the same again: nobody twice";
  EXPECT_TRUE(again.changed.empty());
  auto other_key = wait(11);
  other_key.device.login_key = counted_array<32>(99);
  EXPECT_EQ(failure(std::move(other_key)), "device_exists");
  EXPECT_EQ(failure(wait(20, 3)), "not_allowed") << "no such organisation";
  EXPECT_EQ(failure(wait(20, 0)), "not_allowed");
  const auto rows = queue(1);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (wire::QueueRow{{kDoor}, 2, kToday}));
  EXPECT_EQ(rows[1], (wire::QueueRow{{kOtherDoor}, 1, kToday}));
  EXPECT_EQ(queue(21), rows) << "coordinators see the numbers";
  EXPECT_EQ(queue(2).size(), 1U) << "the wall";
  EXPECT_EQ(failure(domain::GetQueue{numbered<DeviceId>(10), kNow}), "not_allowed");
  EXPECT_EQ(get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(11), kNow}).place->waiting.ahead, 1U);
  EXPECT_FALSE(get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(1), kNow}).place);
}

TEST_F(DoorStore, OneMaySwitchToTheEndOfTheOtherQueue) {
  doors();
  get<domain::Placed>(wait(10));
  get<domain::Placed>(wait(11, 2));
  get<domain::Placed>(wait(12));
  const auto moved = get<domain::Placed>(domain::SwitchWait{numbered<DeviceId>(10), {2}, kNow});
  EXPECT_EQ(moved.place.waiting.number, OrganisationNumber{2});
  EXPECT_EQ(moved.place.waiting.ahead, 1U);
  EXPECT_EQ(moved.changed.size(), 2U);
  EXPECT_EQ(ahead(12), 0U);
  const auto login = get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(10), kNow});
  EXPECT_EQ(login.organisation.name, "Förening");
  EXPECT_TRUE(get<domain::Placed>(domain::SwitchWait{numbered<DeviceId>(10), {2}, kNow}).changed.empty());
  const auto back = get<domain::Placed>(domain::SwitchWait{numbered<DeviceId>(10), {1}, kNow});
  EXPECT_EQ(back.place.waiting.ahead, 1U) << "not to the old place";
  EXPECT_EQ(failure(domain::SwitchWait{numbered<DeviceId>(10), {7}, kNow}), "not_allowed");
  static_cast<void>(get<domain::TakenPlace>(take(2)));
  EXPECT_EQ(failure(domain::SwitchWait{numbered<DeviceId>(11), {1}, kNow}), "not_waiting") << "taken";
  EXPECT_EQ(failure(domain::SwitchWait{numbered<DeviceId>(1), {1}, kNow}), "not_waiting");
}

TEST_F(DoorStore, WhoEndsTheWaitingIsForgottenWithAccountAndDevice) {
  doors();
  const auto before = everything();
  get<domain::Placed>(wait(10));
  static_cast<void>(taken(1));
  EXPECT_NE(everything(), before);
  const auto news = get<domain::WorkChanged>(domain::EndWait{numbered<DeviceId>(10)});
  EXPECT_EQ(news.dismissed, std::vector{numbered<DeviceId>(10)});
  EXPECT_TRUE(news.queue);
  EXPECT_EQ(failure(domain::FindDevice{numbered<DeviceId>(10)}), "login_failed");
  EXPECT_EQ(failure(domain::EndWait{numbered<DeviceId>(10)}), "not_waiting");
  const auto after = everything();
  const auto without_numbers = [](auto rows) {
    std::erase_if(rows, [](const auto& row) { return row.first == "sqlite_sequence"; });
    return rows;
  };
  EXPECT_EQ(without_numbers(after), without_numbers(before));
}

TEST_F(DoorStore, AMonthIsTheEnd) {
  doors();
  get<domain::Placed>(wait(10));
  const auto removed = maintained_in(domain::kPlaceKept_days);
  EXPECT_EQ(removed.places_removed, 0U);
  const auto done = get<domain::Maintained>(domain::Maintain{kNow.plus_s((domain::kPlaceKept_days + 1) * 86'400)});
  EXPECT_EQ(done.places_removed, 1U);
  ASSERT_EQ(done.queues.size(), 1U);
  EXPECT_EQ(done.queues[0].dismissed, std::vector{numbered<DeviceId>(10)});
  EXPECT_EQ(failure(domain::FindDevice{numbered<DeviceId>(10)}), "login_failed");
}

TEST_F(DoorStore, AQueueAndADoorsDayHaveTheirLimits) {
  doors();
  std::uint32_t who = 1000;
  for (std::uint32_t selector : {530U, 531U, 532U}) get<domain::Done>(door(selector, 21));
  for (std::uint32_t selector : {kDoor, 530U, 531U, 532U}) {
    for (std::uint64_t i = 0; i < domain::kMaxPlacesThroughDoorPerDay; ++i) {
      ASSERT_EQ(failure(wait(++who, 1, selector)), "no failure");
    }
    EXPECT_EQ(failure(wait(9000, 2, selector)), "door_day_limit");
    EXPECT_EQ(failure(wait(who, 1, selector)), "no failure") << "the same again";
  }
  EXPECT_EQ(failure(wait(9000, 1, kOtherDoor)), "queue_full");
  EXPECT_EQ(failure(wait(9000, 2, kOtherDoor)), "no failure");
  EXPECT_EQ(failure(domain::SwitchWait{numbered<DeviceId>(9000), {1}, kNow}), "queue_full");
  EXPECT_EQ(placed(9000).place.waiting.number, OrganisationNumber{2}) << "and stays";
  EXPECT_EQ(failure(domain::FindDevice{numbered<DeviceId>(9001)}), "login_failed") << "who was refused left nothing";
}

}  // namespace
}  // namespace bredvid::storage
