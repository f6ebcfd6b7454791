// Slips: made, looked at, used up once, and answered the same when asked again.
#include <gtest/gtest.h>

#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

using SlipStore = StorageTest;

domain::OpenSlip look(std::uint32_t selector, std::uint32_t token, Instant now = kNow) {
  return {{selector}, token_of(token), now};
}

TEST_F(SlipStore, LookingUsesNothingUp) {
  people();
  get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(1), kCircle, kNow});
  get<domain::Done>(circle_slip(100));
  for (int i = 0; i < 2; ++i) {
    const auto info = get<wire::SlipInfo>(look(100, 100));
    EXPECT_EQ(info.role, wire::Role::parent);
    EXPECT_EQ(info.organisation.name, "Krisstöd");
    ASSERT_TRUE(info.circle);
    EXPECT_EQ(info.circle->circle_id, kCircle);
    EXPECT_EQ(info.circle->sealed, counted(40, 1));
  }
  EXPECT_EQ(failure(look(100, 101)), "slip_unknown") << "a wrong token";
  EXPECT_EQ(failure(look(101, 100)), "slip_unknown") << "a wrong number";
  EXPECT_EQ(failure(look(100, 100, kNow.plus_s(15 * 86400))), "slip_expired");
  EXPECT_EQ(failure(look(100, 100, kNow.plus_s(14 * 86400))), "no failure");
}

TEST_F(SlipStore, AStaffSlipMakesOneAccountOnce) {
  people();
  EXPECT_EQ(failure(look(1, 1)), "slip_used");
  const auto again = get<domain::RedeemedSlip>(domain::RedeemStaffSlip{{1}, token_of(1), device(1), kNow});
  EXPECT_EQ(again.role, wire::Role::supporter);
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{1}, token_of(1), device(5), kNow}), "slip_used");
  auto other_share = device(1);
  other_share.share = token_of(4);
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{1}, token_of(1), std::move(other_share), kNow}), "slip_used")
      << "not the same enrolment";
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{1}, token_of(2), device(1), kNow}), "slip_unknown");
}

TEST_F(SlipStore, AnExpiredOneOrATakenDeviceChangesNothing) {
  people();
  const auto organisations = get<domain::Organisations>(domain::ListOrganisations{});
  const auto org = organisations.organisations[0].organisation_id;
  get<domain::Done>(domain::MakeOperatorSlip{org, {7}, token_of(7), wire::Role::lead, {kToday.value + 1}, kNow});
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{7}, token_of(7), device(7), kNow.plus_s(2 * 86400)}), "slip_expired");
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{7}, token_of(7), device(1), kNow}), "device_exists");
  EXPECT_EQ(failure(domain::LoadLogin{numbered<DeviceId>(7), kNow}), "login_failed");
  EXPECT_EQ(get<domain::RedeemedSlip>(domain::RedeemStaffSlip{{7}, token_of(7), device(7), kNow}).role,
            wire::Role::lead);
}

TEST_F(SlipStore, JoiningIsOneStep) {
  people();
  get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(1), kCircle, kNow});
  get<domain::Done>(circle_slip(100));
  get<domain::Done>(circle_slip(101));
  auto join = redeem(100, 10);
  join.sealed = {{{101}, counted(50, 9)}, {{100}, counted(50, 8)}, {{55555}, counted(50, 7)}};
  const auto done = get<domain::RedeemedSlip>(std::move(join));
  EXPECT_EQ(done.role, wire::Role::parent);
  EXPECT_EQ(done.circle, (wire::JoinedCircle{kCircle, {1}}));
  ASSERT_EQ(done.circles.size(), 1U);
  EXPECT_EQ(done.circles[0], (wire::Circle{kCircle, {1}, {1}, {1}}));
  EXPECT_EQ(failure(look(100, 100)), "slip_used");
  const auto other = get<wire::SlipInfo>(look(101, 101));
  EXPECT_EQ(other.circle->epoch, Epoch{1});
  EXPECT_EQ(other.circle->sealed, counted(50, 9)) << "the other slip's package is the new epoch's";
}

TEST_F(SlipStore, ALostRaceChangesNothingAndTheNextTryWorks) {
  circle();
  get<domain::Done>(circle_slip(101, {1}));
  EXPECT_EQ(failure(redeem(101, 11, {0})), "epoch_stale");
  EXPECT_EQ(failure(domain::LoadLogin{numbered<DeviceId>(11), kNow}), "login_failed") << "no account, no device";
  EXPECT_EQ(failure(look(101, 101)), "no failure");
  EXPECT_EQ(waiting(), 1U);
  auto taken = redeem(101, 10, {1});
  taken.message_id = numbered<MessageId>(300);
  EXPECT_EQ(failure(std::move(taken)), "device_exists");
  EXPECT_EQ(waiting(), 1U);
  EXPECT_EQ(get<domain::RedeemedSlip>(redeem(101, 11, {1})).circle->sequence, Sequence{2});
}

TEST_F(SlipStore, TheSameJoinAgainAnswersTheSame) {
  circle();
  get<domain::Appended>(message(10, 70, {1}));
  const auto again = get<domain::RedeemedSlip>(redeem(100, 10));
  EXPECT_EQ(again.circle, (wire::JoinedCircle{kCircle, {1}}));
  EXPECT_EQ(again.circles[0].head, Sequence{2});
  auto other_commit = redeem(100, 10);
  other_commit.message_id = numbered<MessageId>(999);
  EXPECT_EQ(failure(std::move(other_commit)), "slip_used");
  EXPECT_EQ(failure(redeem(100, 11)), "slip_used");
}

TEST_F(SlipStore, AKnownDeviceJoinsWithItsOwnRole) {
  circle();
  auto slip = circle_slip(102, {1});
  slip.role = wire::Role::supporter;
  get<domain::Done>(std::move(slip));
  get<domain::Done>(circle_slip(103, {1}));
  const auto join = [&](std::uint32_t selector, std::uint32_t who) {
    auto request = redeem(selector, who, {1});
    request.new_device.reset();
    request.known_device = numbered<DeviceId>(who);
    return request;
  };
  EXPECT_EQ(failure(join(103, 2)), "not_allowed") << "a parent's slip for a supporter";
  EXPECT_EQ(failure(join(102, 1)), "not_allowed") << "already there";
  EXPECT_EQ(get<domain::RedeemedSlip>(join(102, 2)).organisation.name, "Förening");
  EXPECT_EQ(get<domain::RedeemedSlip>(join(102, 2)).circle->sequence, Sequence{2}) << "again";
}

TEST_F(SlipStore, TheReplacedDeviceLeavesInTheSameStep) {
  circle();
  auto slip = circle_slip(101, {1});
  slip.replaces = numbered<DeviceId>(10);
  get<domain::Done>(std::move(slip));
  get<domain::Appended>(message(1, 60, {1}));
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(1), kCircle, {2}});
  EXPECT_EQ(waiting(10), 1U) << "the old phone still holds the message back";
  EXPECT_EQ(failure(redeem(101, 11)), "epoch_stale") << "a join that fails leaves the old phone in";
  EXPECT_EQ(waiting(10), 1U);

  get<domain::RedeemedSlip>(redeem(101, 11, {1}));
  EXPECT_EQ(failure(message(10, 61, {2})), "not_a_member");
  EXPECT_EQ(failure(domain::FetchEnvelopes{numbered<DeviceId>(10), kCircle, {}, 10}), "not_a_member");
  EXPECT_EQ(waiting(1), 1U) << "the joining commit waits for device 1; what the old phone held back is gone";
  get<domain::RedeemedSlip>(redeem(101, 11, {1}));
  EXPECT_EQ(waiting(1), 1U) << "the same join again changes nothing";
}

TEST_F(SlipStore, ADeviceComesBackInItsOwnPlace) {
  circle();
  for (const std::uint32_t selector : {101U, 102U}) {
    auto slip = circle_slip(selector, {1});
    slip.replaces = numbered<DeviceId>(selector == 101 ? 10 : 1);
    slip.role = selector == 101 ? wire::Role::parent : wire::Role::supporter;
    get<domain::Done>(std::move(slip));
  }
  get<domain::Appended>(message(1, 60, {1}));
  const auto back = [&](std::uint32_t selector, std::uint32_t who) {
    auto request = redeem(selector, who, {1});
    request.message_id = numbered<MessageId>(700);
    request.new_device.reset();
    request.known_device = numbered<DeviceId>(who);
    return request;
  };
  EXPECT_EQ(failure(back(102, 10)), "not_allowed") << "in somebody else's place, with another role";
  EXPECT_GT(waiting(10), 0U);
  const auto joined = get<domain::RedeemedSlip>(back(101, 10));
  ASSERT_TRUE(joined.circle);
  EXPECT_EQ(joined.circle->sequence, Sequence{3});
  ASSERT_EQ(joined.circles.size(), 1U) << "one membership, not two";
  EXPECT_EQ(joined.circles[0].acked, Sequence{3}) << "it starts behind its own commit";
  EXPECT_EQ(get<domain::RedeemedSlip>(back(101, 10)).circle->sequence, Sequence{3}) << "the same join again";
  get<domain::Appended>(message(10, 61, {2}));
  EXPECT_EQ(failure(message(10, 62, {1})), "epoch_stale");
}

TEST_F(SlipStore, OnlyAMemberCanBeReplaced) {
  circle();
  auto slip = circle_slip(101, {1});
  slip.replaces = numbered<DeviceId>(2);
  EXPECT_EQ(failure(std::move(slip)), "not_a_member");
  EXPECT_EQ(failure(look(101, 101)), "slip_unknown");
}

TEST_F(SlipStore, SlipsHaveLimits) {
  people();
  get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(1), kCircle, kNow});
  for (std::uint32_t i = 0; i < 8; ++i) EXPECT_EQ(failure(circle_slip(100 + i)), "no failure");
  EXPECT_EQ(failure(circle_slip(108)), "slip_limit");
  EXPECT_EQ(failure(circle_slip(107)), "no failure") << "made again by a client that never saw the answer";
  auto taken = circle_slip(107);
  taken.token = token_of(1);
  EXPECT_EQ(failure(std::move(taken)), "slip_selector_taken");
  EXPECT_EQ(failure(domain::RevokeSlip{numbered<DeviceId>(1), {100}, kNow}), "no failure");
  EXPECT_EQ(failure(look(100, 100)), "slip_unknown");
  EXPECT_EQ(failure(circle_slip(108)), "no failure");
  auto late = circle_slip(109);
  late.expires = {kToday.value + 31};
  EXPECT_EQ(failure(std::move(late)), "bad_expiry");
  EXPECT_EQ(failure(circle_slip(109, {5})), "epoch_stale");
}

TEST_F(SlipStore, RevokingIsForThoseItConcerns) {
  circle();
  get<domain::Done>(circle_slip(101, {1}));
  EXPECT_EQ(failure(domain::RevokeSlip{numbered<DeviceId>(2), {101}, kNow}), "not_allowed");
  EXPECT_EQ(failure(domain::RevokeSlip{numbered<DeviceId>(1), {100}, kNow}), "slip_used");
  EXPECT_EQ(failure(domain::RevokeSlip{numbered<DeviceId>(1), {4242}, kNow}), "slip_unknown");
  EXPECT_EQ(failure(domain::RevokeSlip{numbered<DeviceId>(1), {2}, kNow}), "not_allowed") << "a staff slip";
}

TEST_F(SlipStore, AStaleSlipSaysSoUntilItIsRefreshed) {
  circle();
  get<domain::Done>(circle_slip(101, {1}));
  get<domain::Appended>(
      domain::AppendCommit{numbered<DeviceId>(1), kCircle, numbered<MessageId>(60), {1}, {9}, {}, {}, kNow});
  EXPECT_EQ(failure(look(101, 101)), "slip_stale");
  EXPECT_EQ(failure(domain::RefreshSlips{numbered<DeviceId>(1), kCircle, {1}, {{{101}, {1}}}, kNow}), "epoch_stale");
  EXPECT_EQ(failure(domain::RefreshSlips{numbered<DeviceId>(10), kCircle, {2}, {{{101}, {4, 2}}}, kNow}), "no failure");
  EXPECT_EQ(get<wire::SlipInfo>(look(101, 101)).circle->sealed, (wire::Blob{4, 2}));
}

TEST_F(SlipStore, CoordinatorsMakeStaffSlipsForTheirOwnOrganisation) {
  people();
  const auto org = get<domain::Organisations>(domain::ListOrganisations{}).organisations[1].organisation_id;
  enter(org, 3, wire::Role::coordinator);
  const auto make = [](std::uint32_t who) {
    return domain::MakeStaffSlip{numbered<DeviceId>(who), {30}, token_of(30), wire::Role::supporter,
                                 {kToday.value + 2},      kNow};
  };
  EXPECT_EQ(failure(make(1)), "not_allowed");
  EXPECT_EQ(failure(make(3)), "no failure");
  EXPECT_EQ(get<wire::SlipInfo>(look(30, 30)).organisation.name, "Förening");
  EXPECT_EQ(failure(domain::RevokeSlip{numbered<DeviceId>(3), {30}, kNow}), "no failure");
  EXPECT_EQ(failure(domain::MakeOperatorSlip{{99}, {31}, token_of(31), wire::Role::lead, {kToday.value + 2}, kNow}),
            "config_bad");
}

TEST_F(SlipStore, ACircleHasRoomForSixteenDevices) {
  circle();
  std::uint32_t epoch = 1;
  for (std::uint32_t who = 11; who < 25; ++who, ++epoch) {
    get<domain::Done>(circle_slip(100 + who, {epoch}));
    EXPECT_EQ(failure(redeem(100 + who, who, {epoch})), "no failure") << who;
  }
  get<domain::Done>(circle_slip(500, {epoch}));
  EXPECT_EQ(failure(redeem(500, 30, {epoch})), "circle_full");
}

TEST_F(SlipStore, OldSlipsAreForgotten) {
  circle();
  EXPECT_EQ(maintained_in(35).slips_removed, 0U);
  EXPECT_EQ(get<domain::Maintained>(domain::Maintain{kNow.plus_s(45 * 86400)}).slips_removed, 3U);
}

using ShareStore = StorageTest;

TEST_F(ShareStore, TenWrongTriesDestroyTheShareForGood) {
  people();
  const auto wrong = [] { return domain::GetShare{numbered<ShareId>(2001), counted_array<32>(0x99)}; };
  const auto right = [] { return domain::GetShare{numbered<ShareId>(2001), counted_array<32>(2)}; };
  for (std::uint64_t left = 9; left >= 5; --left) {
    const auto result = ask(wrong());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error(), (Failure{ErrorCode::pin_wrong, left}));
  }
  EXPECT_TRUE(get<domain::ShareFound>(right()).share == token_of(1001)) << "the right one forgives";
  for (int i = 0; i < 9; ++i) EXPECT_EQ(failure(wrong()), "pin_wrong");
  reopen();
  EXPECT_EQ(failure(wrong()), "share_destroyed") << "the count outlives a restart";
  EXPECT_EQ(failure(right()), "share_destroyed");
  EXPECT_EQ(failure(domain::GetShare{numbered<ShareId>(77), {}}), "login_failed");
}

TEST_F(ShareStore, ANewPinReplacesTheShare) {
  people();
  get<domain::Done>(domain::ChangeShare{numbered<DeviceId>(1), token_of(7), counted_array<32>(0x50), kNow});
  EXPECT_EQ(failure(domain::GetShare{numbered<ShareId>(2001), counted_array<32>(2)}), "pin_wrong");
  EXPECT_TRUE(get<domain::ShareFound>(domain::GetShare{numbered<ShareId>(2001), counted_array<32>(0x50)}).share ==
              token_of(7));
}

}  // namespace
}  // namespace bredvid::storage
