// Limits that are held where the data is: one below, at and above each, and that a repetition is never refused.
#include <gtest/gtest.h>

#include "server/domain/daily_limit.h"
#include "server/domain/guess_limit.h"
#include "server/domain/mailbox.h"
#include "server/domain/room.h"
#include "server/wire/limits.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

class StorageLimits : public StorageTest {
 protected:
  OrganisationId organisation() {
    return get<domain::Organisations>(domain::ListOrganisations{}).organisations[0].organisation_id;
  }
  /// Runs SQL in the closed database, and opens it again.
  void tamper(const std::string& sql) {
    store.reset();
    {
      auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::writer, 0);
      ASSERT_TRUE(database);
      database->execute(sql);
    }
    start(options(OpenMode::existing));
  }
  domain::MakeOperatorSlip operator_slip(std::uint32_t n) {
    return {organisation(), {n}, token_of(n), wire::Role::supporter, {kToday.value + 5}, kNow};
  }
  domain::RedeemStaffSlip enter_with(std::uint32_t n) { return {{n}, token_of(n), device(n), kNow}; }
  domain::AddTally tally(std::uint32_t id, Instant now = kNow, std::uint32_t who = 1) {
    wire::TagSet tags;
    tags.tag = counted_array<32>(1);
    return {numbered<DeviceId>(who), numbered<TallyId>(id), {1}, wire::Counted::of(wire::Contact::visit), {tags}, now};
  }
};

TEST_F(StorageLimits, AccountsOfAnOrganisation) {
  people();
  get<domain::Done>(operator_slip(20));
  get<domain::Done>(operator_slip(21));
  get<domain::Done>(operator_slip(22));
  tamper("UPDATE organisation SET accounts = accounts - 1 + " +
         std::to_string(domain::kMaxAccountsPerOrganisation - 1));
  get<domain::RedeemedSlip>(enter_with(20));
  EXPECT_EQ(failure(enter_with(21)), "organisation_full");
  EXPECT_EQ(failure(domain::LoadLogin{numbered<DeviceId>(21), kNow}), "login_failed") << "nothing was made";
  EXPECT_EQ(failure(enter_with(20)), "no failure") << "a repetition";
  tamper("UPDATE organisation SET accounts = accounts - 1");
  EXPECT_EQ(failure(enter_with(21)), "no failure") << "the slip was not used up";
}

TEST_F(StorageLimits, Organisations) {
  people();
  const auto make = [](std::size_t n) {
    return domain::MakeOrganisation{wire::OrgKind::association, "Förening " + std::to_string(n), ""};
  };
  for (std::size_t n = 2; n < domain::kMaxOrganisations; ++n) get<domain::OrganisationMade>(make(n));
  EXPECT_EQ(failure(make(99)), "config_bad");
  EXPECT_EQ(failure(make(2)), "no failure") << "a known one gets its new hours";
}

TEST_F(StorageLimits, OpenStaffSlipsOfAnOrganisation) {
  people();
  get<domain::Done>(operator_slip(50));
  // The coordinator's own slip is used, so it takes no place.
  get<domain::Done>(
      domain::MakeOperatorSlip{organisation(), {51}, token_of(51), wire::Role::coordinator, {kToday.value + 5}, kNow});
  get<domain::RedeemedSlip>(enter_with(51));
  for (std::uint32_t n = 1; n < domain::kMaxLiveStaffSlips; ++n) get<domain::Done>(operator_slip(100 + n));
  const auto of_coordinator = [](std::uint32_t n) {
    return domain::MakeStaffSlip{numbered<DeviceId>(51), {n}, token_of(n), wire::Role::supporter,
                                 {kToday.value + 5},     kNow};
  };
  EXPECT_EQ(failure(operator_slip(300)), "staff_slip_limit");
  EXPECT_EQ(failure(of_coordinator(300)), "staff_slip_limit");
  EXPECT_EQ(failure(operator_slip(101)), "no failure") << "a repetition";
  get<domain::RedeemedSlip>(enter_with(101));
  EXPECT_EQ(failure(of_coordinator(300)), "no failure") << "a used one makes room";
  EXPECT_EQ(failure(operator_slip(301)), "staff_slip_limit");
  auto later = operator_slip(301);
  later.now = kNow.plus_s(6 * 86'400);
  later.expires = {kToday.value + 10};
  EXPECT_EQ(failure(std::move(later)), "no failure") << "so does one that has expired";
}

TEST_F(StorageLimits, TalliesOfADeviceAndDay) {
  people();
  std::uint32_t id = 0;
  for (std::uint64_t n = 0; n < domain::kMaxTalliesPerDay; ++n) get<domain::Done>(tally(++id));
  const auto refused = ask(tally(++id));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::tally_limit);
  EXPECT_EQ(refused.error().detail, 12ULL * 3600 * 1000) << "noon: half a day to wait";
  EXPECT_EQ(failure(tally(1)), "no failure") << "a repetition";
  EXPECT_EQ(failure(tally(id, kNow, 2)), "no failure") << "another device's day";
  EXPECT_EQ(failure(tally(++id, kNow.plus_s(86'400))), "no failure") << "tomorrow";
}

TEST_F(StorageLimits, CirclesMadeByADeviceInADay) {
  people();
  const auto make = [](std::uint32_t n, Instant now = kNow) {
    return domain::CreateCircle{numbered<DeviceId>(1), numbered<CircleId>(n), now};
  };
  for (std::uint32_t n = 0; n < domain::kMaxCirclesMadePerDay; ++n) get<domain::Done>(make(n));
  EXPECT_EQ(failure(make(1000)), "circle_limit");
  EXPECT_EQ(failure(make(3)), "no failure") << "a repetition";
  EXPECT_EQ(failure(make(1000, kNow.plus_s(86'400))), "no failure") << "tomorrow";
}

TEST_F(StorageLimits, CirclesOfADevice) {
  people();
  const std::size_t days = wire::kMaxCirclesPerDevice / domain::kMaxCirclesMadePerDay;
  std::uint32_t n = 0;
  const auto make = [&](std::size_t day) {
    return domain::CreateCircle{numbered<DeviceId>(1), numbered<CircleId>(++n),
                                kNow.plus_s(static_cast<std::int64_t>(day) * 86'400)};
  };
  for (std::size_t day = 0; day < days; ++day) {
    for (std::uint64_t i = 0; i < domain::kMaxCirclesMadePerDay; ++i) get<domain::Done>(make(day));
  }
  EXPECT_EQ(failure(make(days)), "circle_full");
  get<domain::Done>(domain::LeaveCircle{numbered<DeviceId>(1), numbered<CircleId>(1)});
  EXPECT_EQ(failure(make(days)), "no failure") << "one left makes room";
  EXPECT_EQ(failure(make(days)), "circle_full");
}

TEST_F(StorageLimits, SlipsMadeByADeviceInADay) {
  circle();
  const auto make_and_revoke = [&](std::uint32_t n) {
    const std::string made = failure(circle_slip(n, {1}));
    if (made == "no failure") get<domain::Done>(domain::RevokeSlip{numbered<DeviceId>(1), {n}, kNow});
    return made;
  };
  // circle() made one
  for (std::uint64_t n = 1; n < domain::kMaxSlipsMadePerDay; ++n)
    ASSERT_EQ(make_and_revoke(1000 + static_cast<std::uint32_t>(n)), "no failure");
  EXPECT_EQ(make_and_revoke(2000), "slip_day_limit");
}

TEST_F(StorageLimits, BytesSentByADeviceInADay) {
  circle();
  // The longest messages, acknowledged as they come so that the circle's own limit is not met.
  const std::uint64_t most = domain::kMaxBytesSentPerDay / wire::kMaxBlobBytes;
  constexpr std::uint64_t kRound = 512;
  std::uint32_t id = 100;
  const wire::Blob blob(wire::kMaxBlobBytes, 1);
  for (std::uint64_t sent = 0; sent < most;) {
    std::uint64_t now = 0;
    for (; now < kRound && sent < most; ++now, ++sent) store->submit(message(1, ++id, {1}, blob), [](auto) {});
    const Sequence head{1 + sent};
    get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(1), kCircle, head});
    get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(10), kCircle, head});
  }
  const auto refused = ask(message(1, ++id, {1}, blob));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), (Failure{ErrorCode::too_many, 12ULL * 3600 * 1000}));
  EXPECT_EQ(failure(message(1, id - 1, {1}, blob)), "no failure") << "a repetition of the last one";
  EXPECT_EQ(failure(message(10, ++id, {1}, blob)), "no failure") << "the other goes on";
}

TEST_F(StorageLimits, SharesChangedByADeviceInADay) {
  people();
  const auto change = [](std::uint32_t who, Instant now = kNow) {
    return domain::ChangeShare{numbered<DeviceId>(who), token_of(7), counted_array<32>(0x50), now};
  };
  for (std::uint64_t n = 0; n < domain::kMaxSharesChangedPerDay; ++n) get<domain::Done>(change(1));
  EXPECT_EQ(failure(change(1)), "too_many");
  EXPECT_EQ(failure(change(2)), "no failure") << "another device's day";
  EXPECT_EQ(failure(change(1, kNow.plus_s(86'400))), "no failure") << "tomorrow";
}

TEST_F(StorageLimits, DevicesOfACircle) {
  circle();
  std::uint32_t in = 2;
  Epoch epoch{1};
  const auto join = [&](std::uint32_t n) {
    const std::string made = failure(circle_slip(200 + n, epoch));
    if (made != "no failure") return made;
    const std::string joined = failure(redeem(200 + n, 20 + n, epoch));
    if (joined == "no failure") ++epoch.value;
    return joined;
  };
  for (std::uint32_t n = 0; in < domain::kMaxDevicesPerCircle; ++n, ++in) ASSERT_EQ(join(n), "no failure");
  EXPECT_EQ(join(90), "circle_full");
}

TEST_F(StorageLimits, AGuessedAtSlipStaysOpenForItsHolder) {
  people();
  get<domain::Done>(operator_slip(60));
  const auto look = [](std::uint32_t token, bool stranger = true) {
    return domain::OpenSlip{{60}, token_of(token), kNow, stranger};
  };
  for (std::uint32_t n = 0; n < domain::kWrongTriesPerSlip; ++n)
    EXPECT_EQ(ask(look(1000 + n)).error(), (Failure{ErrorCode::slip_unknown, 0}));
  EXPECT_EQ(ask(look(2000)).error(), (Failure{ErrorCode::slip_unknown, domain::kGuessed}));
  EXPECT_EQ(failure(look(60)), "no failure") << "the right token, in the middle of it";
  for (std::uint32_t n = 0; n < domain::kSlipTryBurst; ++n) static_cast<void>(ask(look(3000 + n)));
  const auto refused = ask(look(60));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::too_many) << "strangers together are over their rate";
  EXPECT_EQ(failure(look(60, false)), "no failure") << "somebody who is logged in is no stranger";
  auto next = look(60);
  next.now = kNow.plus_s(2);
  EXPECT_EQ(failure(std::move(next)), "no failure") << "two seconds later";
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{60}, token_of(60), device(60), kNow.plus_s(2)}), "no failure");
}

TEST_F(StorageLimits, AMemberWhoKnowsADeviceIdCannotUseUpItsTries) {
  circle();
  // All that the others of the circle know of parent device 10.
  ShareId guessed{};
  guessed.bytes = numbered<DeviceId>(10).bytes;
  for (int n = 0; n < 20; ++n) EXPECT_EQ(failure(domain::GetShare{guessed, counted_array<32>(9)}), "login_failed");
  const domain::NewDevice mother = device(10);
  EXPECT_TRUE(get<domain::ShareFound>(domain::GetShare{mother.share_id, mother.share_auth_hash}).share == mother.share);
}

TEST_F(StorageLimits, AShareIdCannotBeTakenTwice) {
  people();
  get<domain::Done>(operator_slip(61));
  auto thief = device(61);
  thief.share_id = device(1).share_id;
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{61}, token_of(61), std::move(thief), kNow}), "device_exists");
  EXPECT_EQ(failure(enter_with(61)), "no failure");
}

}  // namespace
}  // namespace bredvid::storage
