// The connection's life: opening, logging in, roles, limits. Delivery: delivery_test.cpp.
#include <gtest/gtest.h>

#include <chrono>

#include "tests/server/domain/script.h"

namespace bredvid::domain {
namespace {

TEST(ConnectionLogin, HelloCarriesTheChallenge) {
  Script s;
  ASSERT_EQ(s.sent<wire::Hello>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Hello>()[0]->challenge, kChallenge);
  EXPECT_EQ(s.sent<wire::Hello>()[0]->now_s, 1'795'000'000U);
  EXPECT_TRUE(s.connection.on_open(kStart).empty()) << "only once";
}

TEST(ConnectionLogin, ASignatureOverTheChallengeLogsIn) {
  Script s;
  s.log_in(wire::Role::supporter, {{kCircle, {2}, {9}, {4}}});
  const auto* login = s.sent<wire::LoginOk>()[0];
  EXPECT_EQ(login->rid, RequestId{1});
  EXPECT_EQ(login->undo_s, 600U);
  EXPECT_EQ(s.last<Watch>().size(), 1U);
  const auto* fetch = s.asked<FetchEnvelopes>();
  ASSERT_TRUE(fetch);
  EXPECT_EQ(fetch->after, Sequence{4}) << "what follows the last acknowledged one";
  EXPECT_EQ(fetch->limit, kWindow);
  EXPECT_EQ(s.connection.device_id(), kDevice);
}

TEST(ConnectionLogin, AWrongSignatureOrAnUnknownDeviceIsTheSame) {
  for (const bool known : {true, false}) {
    Script s;
    s.frame(wire::Login{{1}, kDevice, counted_array<64>(0)});
    ASSERT_TRUE(s.asked<FindDevice>());
    if (known)
      s.answer(s.token, DeviceFound{kDevice, as_array<32>(login_key().public_key)});
    else
      s.answer(s.token, fail(ErrorCode::login_failed));
    EXPECT_EQ(s.error(), ErrorCode::login_failed);
    EXPECT_FALSE(s.connection.device_id());
    s.log_in(wire::Role::parent);
  }
}

TEST(ConnectionLogin, AnUnknownDeviceIsRefusedNoFasterThanAKnownOne) {
  using SteadyClock = std::chrono::steady_clock;
  const auto signature = as_array<64>(*crypto::sign(login_key().seed.view(), bytes_of("something else")));
  const auto quickest = [&](bool known) {
    auto best = SteadyClock::duration::max();
    for (int i = 0; i < 100; ++i) {
      Script s;
      s.frame(wire::Login{{1}, kDevice, signature});
      if (!s.asked<FindDevice>()) ADD_FAILURE();
      StoreResult result = fail(ErrorCode::login_failed);
      if (known) result = DeviceFound{kDevice, as_array<32>(login_key().public_key)};
      const auto began = SteadyClock::now();
      s.answer(s.token, std::move(result));
      best = std::min(best, SteadyClock::now() - began);
      EXPECT_EQ(s.error(), ErrorCode::login_failed);
    }
    return best;
  };
  const auto unknown = quickest(false);
  const auto known = quickest(true);
  EXPECT_GT(unknown * 2, known) << "a look at a signature takes many times as long as all the rest";
  EXPECT_LT(unknown, known * 2);
}

TEST(ConnectionLogin, ASignatureForAnotherChallengeIsRefused) {
  Script s;
  const Bytes message = concat({bytes_of("bredvid.v1 login"), counted_array<32>(0x78), kDevice.view()});
  s.frame(wire::Login{{1}, kDevice, as_array<64>(*crypto::sign(login_key().seed.view(), message))});
  ASSERT_TRUE(s.asked<FindDevice>());
  s.answer(s.token, DeviceFound{kDevice, as_array<32>(login_key().public_key)});
  EXPECT_EQ(s.error(), ErrorCode::login_failed);
}

TEST(ConnectionLogin, FramesOutOfTheirMomentAreNotNow) {
  Script s;
  for (const auto& example : wire::client_examples()) {
    const auto& f = example.frame;
    const bool early = std::holds_alternative<wire::Ping>(f) || std::holds_alternative<wire::Login>(f) ||
                       std::holds_alternative<wire::SlipOpen>(f) || std::holds_alternative<wire::SlipRedeemStaff>(f) ||
                       std::holds_alternative<wire::SlipRedeemCircle>(f) || std::holds_alternative<wire::ShareGet>(f) ||
                       std::holds_alternative<wire::WaitBegin>(f);
    if (early) continue;
    Script fresh;
    fresh.frame(f);
    EXPECT_EQ(fresh.error(), ErrorCode::not_now) << example.name;
    EXPECT_TRUE(fresh.last<Submit>().empty()) << example.name;
  }
  s.log_in(wire::Role::parent);
  s.frame(wire::Login{{9}, kDevice, {}});
  EXPECT_EQ(s.error(), ErrorCode::not_now) << "a second login";
  s.frame(wire::ShareGet{{9}, counted_id<ShareId>(3), counted_id<Secret32>(1)});
  EXPECT_EQ(s.error(), ErrorCode::not_now);
}

TEST(ConnectionLogin, ABadFrameIsAnsweredAndChangesNothing) {
  Script s;
  s.bytes({0xff});
  EXPECT_EQ(s.error(), ErrorCode::bad_frame);
  s.bytes({0x82, 0x18, 0x63, 0x09});
  EXPECT_EQ(s.error(), ErrorCode::unknown_frame);
  EXPECT_EQ(s.sent<wire::Error>()[0]->rid, RequestId{9});
  s.log_in(wire::Role::parent);
}

TEST(ConnectionLimits, TenSecondsWithoutLoginAreTheEnd) {
  Script s;
  EXPECT_TRUE(s.connection.on_tick({kStart.ms + kAnonymousLimit_ms - 1}).empty());
  const Effects end = s.connection.on_tick({kStart.ms + kAnonymousLimit_ms});
  ASSERT_EQ(end.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<CloseConnection>(end[0]));
  EXPECT_TRUE(s.connection.closed());
  EXPECT_TRUE(s.connection.on_frame(wire::encode(wire::ClientFrame{wire::Ping{{1}}}), kStart).empty());
  Script active;
  active.log_in(wire::Role::parent);
  EXPECT_TRUE(active.connection.on_tick(kStart.plus_s(3600)).empty());
}

TEST(ConnectionLimits, TheFifthWrongSlipClosesTheConnection) {
  Script s;
  for (std::uint32_t i = 1; i <= kMaxWrongSlips; ++i) {
    s.frame(wire::SlipOpen{{i}, {i}, counted_id<Secret32>(1)});
    ASSERT_TRUE(s.asked<OpenSlip>());
    s.answer(s.token, fail(ErrorCode::slip_unknown));
    EXPECT_EQ(s.error(), i < kMaxWrongSlips ? ErrorCode::slip_unknown : ErrorCode::too_many);
  }
  EXPECT_TRUE(s.closed());
}

TEST(ConnectionLimits, AUsedOrOldSlipIsNoWrongTry) {
  Script s;
  for (std::uint32_t i = 1; i <= 10; ++i) {
    s.frame(wire::SlipOpen{{i}, {i}, counted_id<Secret32>(1)});
    ASSERT_TRUE(s.asked<OpenSlip>());
    s.answer(s.token, fail(i % 2 == 0 ? ErrorCode::slip_used : ErrorCode::slip_expired));
    EXPECT_FALSE(s.closed());
  }
}

TEST(ConnectionLimits, TooManyFramesFailOpenAfterLoginAndClosedBefore) {
  Script s;
  s.log_in(wire::Role::parent);
  std::uint32_t refused = 0;
  for (std::uint32_t i = 1; i <= kFrameBurst + 10; ++i) {
    s.frame(wire::Ping{{i}});
    if (s.error() == ErrorCode::too_many) ++refused;
  }
  EXPECT_EQ(refused, 11U) << "the login took one";
  EXPECT_FALSE(s.connection.closed());
  s.now = s.now.plus_s(1);
  s.frame(wire::Ping{{1}});
  EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);

  Script anonymous;
  for (std::uint32_t i = 1; i <= kAnonymousFrames; ++i) anonymous.frame(wire::Ping{{i}});
  EXPECT_FALSE(anonymous.connection.closed());
  anonymous.frame(wire::Ping{{99}});
  EXPECT_TRUE(anonymous.closed());
}

TEST(ConnectionLimits, ARefusalSaysWhenToComeBack) {
  const auto detail = [](const Script& s) {
    const auto errors = s.sent<wire::Error>();
    return errors.size() == 1 ? errors[0]->detail : UINT64_MAX;
  };
  Script fast;
  fast.log_in(wire::Role::parent);
  for (std::uint32_t i = 1; i <= kFrameBurst; ++i) fast.frame(wire::Ping{{i}});
  EXPECT_EQ(fast.error(), ErrorCode::too_many);
  EXPECT_EQ(detail(fast), 1000 / kFramesPerSecond) << "the login took one";
  fast.now = {fast.now.ms + 1000 / kFramesPerSecond};
  fast.frame(wire::Ping{{1}});
  EXPECT_EQ(fast.sent<wire::Ok>().size(), 1U) << "and then it works";

  Script many;
  many.log_in(wire::Role::parent);
  for (std::uint32_t i = 1; i <= kMaxOutstanding + 1; ++i) many.frame(wire::Ack{{i}, kCircle, {1}});
  EXPECT_EQ(detail(many), kOutstandingWait_ms);

  Script anonymous;
  for (std::uint32_t i = 0; i <= kAnonymousFrames; ++i) anonymous.frame(wire::Ping{{1}});
  EXPECT_EQ(detail(anonymous), kReconnectWait_ms);

  Script busy;
  busy.frame(wire::Login{{1}, kDevice, counted_array<64>(0)});
  ASSERT_TRUE(busy.asked<FindDevice>());
  busy.answer(busy.token, fail(ErrorCode::too_many, 3000));
  EXPECT_EQ(detail(busy), 3000U) << "the store's word is passed on";
  EXPECT_FALSE(busy.closed()) << "the client logs in again on the same connection";
}

TEST(ConnectionLimits, BadFramesFasterThanGoodOnesMayComeAreTheEnd) {
  Script s;
  s.log_in(wire::Role::parent);
  for (std::uint32_t i = 1; i < kFrameBurst; ++i) {
    s.bytes({0xff});
    ASSERT_EQ(s.error(), ErrorCode::bad_frame) << i;
  }
  s.bytes({0xff});
  EXPECT_EQ(s.error(), ErrorCode::too_many);
  EXPECT_TRUE(s.closed());
}

TEST(ConnectionLimits, AGuessEndsAStrangersConnectionAndNoMembers) {
  for (const bool member : {false, true}) {
    Script s;
    if (member) s.log_in(wire::Role::parent);
    s.frame(wire::SlipOpen{{2}, {7}, counted_id<Secret32>(1)});
    const auto* asked = s.asked<OpenSlip>();
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->stranger, !member);
    s.answer(s.token, fail(ErrorCode::slip_unknown, kGuessed));
    EXPECT_EQ(s.error(), ErrorCode::slip_unknown);
    EXPECT_EQ(s.sent<wire::Error>()[0]->detail, 0U) << "who guesses is not told that it was noticed";
    EXPECT_EQ(s.closed(), !member);
  }
  Script busy;
  busy.frame(wire::SlipOpen{{2}, {7}, counted_id<Secret32>(1)});
  ASSERT_TRUE(busy.asked<OpenSlip>());
  busy.answer(busy.token, fail(ErrorCode::too_many, 5));
  EXPECT_EQ(busy.error(), ErrorCode::too_many);
  EXPECT_TRUE(busy.closed()) << "another try costs another connection";
}

TEST(ConnectionLimits, OutstandingQuestionsAreBounded) {
  Script s;
  s.log_in(wire::Role::parent);
  for (std::uint32_t i = 1; i <= kMaxOutstanding; ++i) s.frame(wire::Ack{{i}, kCircle, {1}});
  EXPECT_TRUE(s.asked<Acknowledge>());
  s.frame(wire::Ack{{999}, kCircle, {1}});
  EXPECT_EQ(s.error(), ErrorCode::too_many);
  EXPECT_TRUE(s.last<Submit>().empty());
}

TEST(ConnectionRoles, WhatARoleMayNotIsNotAllowed) {
  Script parent;
  parent.log_in(wire::Role::parent);
  parent.frame(wire::CircleCreate{{2}, kCircle});
  EXPECT_EQ(parent.error(), ErrorCode::not_allowed);
  parent.frame(wire::Tally{{3}, {}, {1}, wire::Counted::of(wire::Contact::visit), {wire::TagSet{}}});
  EXPECT_EQ(parent.error(), ErrorCode::not_allowed);
  parent.frame(wire::ReleaseList{{4}});
  EXPECT_EQ(parent.error(), ErrorCode::not_allowed);
  parent.frame(wire::Tally{{5}, {}, {1}, {wire::Series::wellbeing_first, 3}, {wire::TagSet{}}});
  EXPECT_EQ(parent.last<Submit>().size(), 1U) << "how it is, a parent says alone";
  Script coordinator;
  coordinator.log_in(wire::Role::coordinator);
  coordinator.frame(wire::SendMessage{{2}, kCircle, {}, {0}, {1}});
  EXPECT_EQ(coordinator.last<Submit>().size(), 1U) << "whether it is in that circle, the store says";
  Script lead;
  lead.log_in(wire::Role::lead);
  lead.frame(wire::SendMessage{{2}, kCircle, {}, {0}, {1}});
  EXPECT_EQ(lead.error(), ErrorCode::not_allowed);
  coordinator.frame(wire::SlipMakeStaff{{3}, {1}, counted_id<Secret32>(1), wire::Role::parent, {20790}});
  EXPECT_EQ(coordinator.error(), ErrorCode::not_allowed) << "parents are no staff";
  Script supporter;
  supporter.log_in(wire::Role::supporter);
  supporter.frame(wire::SlipMakeCircle{
      {3}, {1}, counted_id<Secret32>(1), kCircle, wire::Role::lead, {20790}, {0}, {1}, std::nullopt});
  EXPECT_EQ(supporter.error(), ErrorCode::not_allowed) << "leads join no circle";
  supporter.frame(wire::Tally{{4}, {}, {1}, {wire::Series::wellbeing_last, 3}, {wire::TagSet{}}});
  EXPECT_EQ(supporter.error(), ErrorCode::not_allowed) << "nobody answers for a parent";
}

TEST(ConnectionRedeem, ABadProofIsRefusedBeforeTheStore) {
  Script s;
  wire::Enrolment bad = enrolment();
  bad.proof[0] ^= 1;
  s.frame(wire::SlipRedeemStaff{{2}, {7}, counted_id<Secret32>(3), std::move(bad)});
  EXPECT_EQ(s.error(), ErrorCode::login_failed);
  EXPECT_TRUE(s.last<Submit>().empty());
}

TEST(ConnectionRedeem, TheRightOneEntersAndWakesTheCircle) {
  Script s;
  s.frame(wire::SlipRedeemCircle{{2}, {7}, counted_id<Secret32>(3), enrolment(), {}, {0}, {1}, {}});
  const auto* ask = s.asked<RedeemCircleSlip>();
  ASSERT_TRUE(ask);
  ASSERT_TRUE(ask->new_device);
  EXPECT_FALSE(ask->known_device);
  EXPECT_NE(ask->new_device->share_auth_hash, counted_array<32>(2)) << "hashed";
  s.frame(wire::Ping{{3}});
  EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);
  s.answer(s.token, RedeemedSlip{kDevice,
                                 wire::Role::parent,
                                 kOrganisation,
                                 wire::JoinedCircle{kCircle, {5}},
                                 {{kCircle, {1}, {5}, {5}}},
                                 kSpans});
  ASSERT_EQ(s.sent<wire::Redeemed>().size(), 1U);
  EXPECT_EQ(s.last<Watch>().size(), 1U);
  EXPECT_EQ(s.last<Publish>().size(), 1U);
  EXPECT_EQ(s.connection.device_id(), kDevice);
}

TEST(ConnectionRedeem, AFailedOneMayTryAgain) {
  Script s;
  s.frame(wire::SlipRedeemStaff{{2}, {7}, counted_id<Secret32>(3), enrolment()});
  ASSERT_TRUE(s.asked<RedeemStaffSlip>());
  s.answer(s.token, fail(ErrorCode::epoch_stale, 4));
  EXPECT_EQ(s.error(), ErrorCode::epoch_stale);
  EXPECT_EQ(s.sent<wire::Error>()[0]->detail, 4U);
  s.frame(wire::SlipRedeemStaff{{3}, {7}, counted_id<Secret32>(3), enrolment()});
  EXPECT_TRUE(s.asked<RedeemStaffSlip>());
}

TEST(ConnectionRedeem, AKnownDeviceNeedsNoEnrolmentAndANewOneNeedsIt) {
  Script anonymous;
  anonymous.frame(wire::SlipRedeemCircle{{2}, {7}, counted_id<Secret32>(3), std::nullopt, {}, {0}, {1}, {}});
  EXPECT_EQ(anonymous.error(), ErrorCode::not_now);
  Script known;
  known.log_in(wire::Role::supporter);
  known.frame(wire::SlipRedeemCircle{{2}, {7}, counted_id<Secret32>(3), enrolment(), {}, {0}, {1}, {}});
  EXPECT_EQ(known.error(), ErrorCode::not_now);
  known.frame(wire::SlipRedeemCircle{{2}, {7}, counted_id<Secret32>(3), std::nullopt, {}, {0}, {1}, {}});
  const auto* ask = known.asked<RedeemCircleSlip>();
  ASSERT_TRUE(ask);
  EXPECT_EQ(ask->known_device, kDevice);
}

TEST(ConnectionShare, IsGivenBeforeLogin) {
  Script s;
  s.frame(wire::ShareGet{{2}, counted_id<ShareId>(3), counted_id<Secret32>(2)});
  ASSERT_TRUE(s.asked<GetShare>());
  s.answer(s.token, fail(ErrorCode::pin_wrong, 9));
  EXPECT_EQ(s.error(), ErrorCode::pin_wrong);
  s.frame(wire::ShareGet{{3}, counted_id<ShareId>(3), counted_id<Secret32>(2)});
  ASSERT_TRUE(s.asked<GetShare>());
  s.answer(s.token, ShareFound{counted_id<Secret32>(9)});
  ASSERT_EQ(s.sent<wire::Share>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Share>()[0]->rid, RequestId{3});
}

TEST(ConnectionStore, EveryQuestionMayFailOnceAndTheNextOneWorks) {
  // Each frame a supporter, a coordinator and a lead may send: the store fails, the client hears of it, and goes on.
  for (const wire::Role role : {wire::Role::supporter, wire::Role::coordinator, wire::Role::lead}) {
    for (const auto& example : wire::client_examples()) {
      Script s;
      s.log_in(role);
      s.frame(example.frame);
      const auto submits = s.last<Submit>();
      if (submits.empty()) continue;
      ASSERT_EQ(submits.size(), 1U) << example.name;
      const Token asked = submits[0]->token;
      s.answer(asked, fail(ErrorCode::storage_full));
      EXPECT_EQ(s.error(), ErrorCode::storage_full) << example.name;
      EXPECT_EQ(s.sent<wire::Error>()[0]->rid, wire::request_id(example.frame)) << example.name;
      EXPECT_FALSE(s.connection.closed()) << example.name;
      EXPECT_TRUE(s.last<Publish>().empty() && s.last<Watch>().empty()) << example.name;
      s.frame(example.frame);
      EXPECT_EQ(s.last<Submit>().size(), 1U) << example.name << " again";
      s.answer(asked, Done{});
      EXPECT_TRUE(s.effects.empty()) << "an answer counts once";
    }
  }
}

TEST(ConnectionStore, SpansAreToldToWhoeverIsLoggedIn) {
  Script s;
  EXPECT_TRUE(s.connection.on_spans(kSpans).empty());
  s.log_in(wire::Role::supporter);
  EXPECT_EQ(s.connection.on_spans(kSpans).size(), 1U);
}

}  // namespace
}  // namespace bredvid::domain
