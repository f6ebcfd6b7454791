// The open door on a connection: who may ask what, and what is told as a queue moves.
#include <algorithm>

#include "crypto/primitives/kem.h"
#include "tests/server/domain/script.h"

namespace bredvid::domain {
namespace {

using wire::Role;

const auto kWait = counted_id<WaitId>(0xb0);
constexpr OrganisationId kOwn{7};

const WorkChanged kQueueMoved{kOwn, {}, {}, false, true};

WaitingPlace place(std::uint32_t ahead, wire::Blob sealed = {}) {
  WaitingPlace made;
  made.waiting = {{}, kWait, {1}, kOrganisation, ahead, {20780}, sealed.empty() ? std::uint8_t{0} : std::uint8_t{1},
                  {}};
  made.sealed = std::move(sealed);
  made.organisation_id = kOwn;
  return made;
}
Placed placed(std::uint32_t ahead, std::vector<OrganisationId> changed = {}) {
  return {kDevice, place(ahead), std::move(changed)};
}
Key32 wait_key() {
  return as_array<32>(crypto::kem_derive_key(counted(32, 9)).public_key);
}

TEST(ConnectionQueue, WhoMayDoWhat) {
  const struct {
    wire::ClientFrame frame;
    std::vector<Role> may;
  } kRows[] = {
      {wire::DoorMake{{2}, {5}, counted_id<Secret32>(1), {20800}}, {Role::coordinator}},
      {wire::WaitSwitch{{2}, {2}}, {Role::parent}},
      {wire::WaitEnd{{2}}, {Role::parent}},
      {wire::QueueGet{{2}}, {Role::supporter, Role::coordinator}},
      {wire::QueueTake{{2}, {{5}}}, {Role::supporter}},
      {wire::WaitGive{{2}, kWait, counted(127, 1)}, {Role::supporter}},
      {wire::WaitBack{{2}, kWait}, {Role::supporter}},
  };
  for (const auto& row : kRows) {
    for (const Role role : {Role::parent, Role::supporter, Role::coordinator, Role::lead}) {
      Script s;
      s.log_in(role);
      s.frame(*wire::decode_client(wire::encode(row.frame)));
      const bool may = std::ranges::find(row.may, role) != row.may.end();
      EXPECT_EQ(s.last<Submit>().size(), may ? 1U : 0U) << row.frame.index() << ' ' << static_cast<int>(role);
      if (!may) {
        EXPECT_EQ(s.error(), ErrorCode::not_allowed);
      }
    }
    Script stranger;
    stranger.frame(*wire::decode_client(wire::encode(row.frame)));
    EXPECT_EQ(stranger.error(), ErrorCode::not_now);
  }
}

TEST(ConnectionQueue, WhoeverBeginsToWaitIsLoggedInAndTheStaffHearOfIt) {
  Script s;
  s.frame(wire::WaitBegin{{3}, {5}, counted_id<Secret32>(1), enrolment(), {2}, wait_key()});
  const auto* asked = s.asked<BeginWait>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->organisation, OrganisationNumber{2});
  EXPECT_EQ(asked->wait_key, wait_key());
  s.answer(s.token, placed(4, {kOwn}));
  ASSERT_EQ(s.sent<wire::Waiting>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Waiting>()[0]->rid, RequestId{3});
  EXPECT_EQ(s.sent<wire::Waiting>()[0]->ahead, 4U);
  ASSERT_EQ(s.last<Tell>().size(), 1U);
  EXPECT_TRUE(s.last<Tell>()[0]->news->queue);
  EXPECT_FALSE(s.last<Tell>()[0]->news->work);
  EXPECT_EQ(s.connection.device_id(), kDevice);
  s.frame(wire::CircleCreate{{4}, kCircle});
  EXPECT_EQ(s.error(), ErrorCode::not_allowed) << "a parent";
}

TEST(ConnectionQueue, AKeyThatNothingCanBeSealedToIsRefused) {
  Script s;
  s.frame(wire::WaitBegin{{3}, {5}, counted_id<Secret32>(1), enrolment(), {2}, Key32{}});
  EXPECT_EQ(s.error(), ErrorCode::not_allowed);
  EXPECT_TRUE(s.last<Submit>().empty());
}

TEST(ConnectionQueue, AWrongPosterCountsAsAGuess) {
  Script s;
  for (int i = 0; i < 5; ++i) {
    EXPECT_FALSE(s.closed());
    s.frame(wire::WaitBegin{{3}, {5}, counted_id<Secret32>(1), enrolment(), {2}, wait_key()});
    ASSERT_TRUE(s.asked<BeginWait>());
    s.answer(s.token, std::unexpected(Failure{ErrorCode::slip_unknown}));
  }
  EXPECT_EQ(s.error(), ErrorCode::too_many);
  EXPECT_TRUE(s.closed());
}

TEST(ConnectionQueue, OneQuestionAtATimeAndOnlyNewsIsTold) {
  Script s;
  s.log_in(Role::parent, {}, {.organisation_id = kOwn, .place = place(2)});
  ASSERT_EQ(s.sent<wire::Waiting>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Waiting>()[0]->rid, RequestId{});
  ASSERT_TRUE(s.asked<GetPlace>()) << "what changed during the login";
  const Token first = s.token;
  s.run(s.connection.on_work(kQueueMoved, s.now));
  s.run(s.connection.on_work(kQueueMoved, s.now));
  EXPECT_TRUE(s.last<Submit>().empty()) << "one question is under way";
  s.answer(first, placed(2));
  EXPECT_TRUE(s.sent<wire::Waiting>().empty()) << "nothing new";
  ASSERT_TRUE(s.asked<GetPlace>()) << "it moved meanwhile";
  s.answer(s.token, placed(1));
  ASSERT_EQ(s.sent<wire::Waiting>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Waiting>()[0]->ahead, 1U);
  EXPECT_TRUE(s.last<Submit>().empty());
  s.run(s.connection.on_work({{8}, {}, {}, false, true}, s.now));
  EXPECT_TRUE(s.effects.empty()) << "another organisation's queue";
}

TEST(ConnectionQueue, TheSealedSlipIsSentOnceAConnection) {
  Script s;
  s.log_in(Role::parent, {}, {.organisation_id = kOwn, .place = place(0)});
  ASSERT_TRUE(s.asked<GetPlace>());
  s.answer(s.token, Placed{kDevice, place(0, counted(127, 3)), {}});
  ASSERT_EQ(s.sent<wire::DoorOpened>().size(), 1U);
  EXPECT_EQ(s.sent<wire::DoorOpened>()[0]->sealed, counted(127, 3));
  EXPECT_EQ(s.sent<wire::DoorOpened>()[0]->wait_id, kWait);
  s.run(s.connection.on_work(kQueueMoved, s.now));
  EXPECT_TRUE(s.effects.empty()) << "nothing else will come";
  Script again;
  again.log_in(Role::parent, {}, {.organisation_id = kOwn, .place = place(0, counted(127, 3))});
  EXPECT_EQ(again.sent<wire::DoorOpened>().size(), 1U) << "at each login until it has joined";
}

TEST(ConnectionQueue, StaffHearOfTheQueueWhenTheyHaveAskedOnce) {
  Script s;
  s.log_in(Role::supporter, {}, {.organisation_id = kOwn});
  s.run(s.connection.on_work(kQueueMoved, s.now));
  EXPECT_TRUE(s.effects.empty()) << "not asked";
  s.frame(wire::QueueGet{{4}});
  ASSERT_TRUE(s.asked<GetQueue>());
  s.answer(s.token, wire::Queue{{}, {{{5}, 1, {20780}}}});
  ASSERT_EQ(s.sent<wire::Queue>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Queue>()[0]->rid, RequestId{4});
  s.run(s.connection.on_work(kQueueMoved, s.now));
  ASSERT_TRUE(s.asked<GetQueue>());
  s.answer(s.token, wire::Queue{});
  ASSERT_EQ(s.sent<wire::Queue>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Queue>()[0]->rid, RequestId{});
  EXPECT_TRUE(s.sent<wire::News>().empty()) << "staff and assignments are as they were";
}

TEST(ConnectionQueue, AQuestionThatFailedIsAskedAgainWithTheNextTick) {
  Script s;
  s.log_in(Role::parent, {}, {.organisation_id = kOwn, .place = place(2)});
  ASSERT_TRUE(s.asked<GetPlace>());
  s.answer(s.token, std::unexpected(Failure{ErrorCode::too_many, 100}));
  EXPECT_TRUE(s.effects.empty()) << "nobody asked";
  s.run(s.connection.on_tick(s.now));
  ASSERT_TRUE(s.asked<GetPlace>());
  s.answer(s.token, std::unexpected(Failure{ErrorCode::not_waiting}));
  s.run(s.connection.on_tick(s.now));
  EXPECT_TRUE(s.effects.empty()) << "it waits no more";
}

TEST(ConnectionQueue, TakingIsToldUnlessItIsTheSameAgain) {
  Script s;
  s.log_in(Role::supporter, {}, {.organisation_id = kOwn});
  for (const bool fresh : {true, false}) {
    s.frame(wire::QueueTake{{5}, {{5}}});
    ASSERT_TRUE(s.asked<TakePlace>());
    s.answer(s.token, TakenPlace{{{}, kWait, {5}, wait_key()}, kOwn, fresh});
    ASSERT_EQ(s.sent<wire::Taken>().size(), 1U);
    EXPECT_EQ(s.sent<wire::Taken>()[0]->rid, RequestId{5});
    EXPECT_EQ(s.last<Tell>().size(), fresh ? 1U : 0U);
  }
}

TEST(ConnectionQueue, OthersHearOfATakingWhoseConnectionIsGone) {
  Script s;
  s.log_in(Role::supporter, {}, {.organisation_id = kOwn});
  s.frame(wire::QueueTake{{5}, {{5}}});
  ASSERT_TRUE(s.asked<TakePlace>());
  const Token asked = s.token;
  s.run(s.connection.on_work({kOwn, {kDevice}}, s.now));
  ASSERT_TRUE(s.connection.closed());
  s.answer(asked, TakenPlace{{{}, kWait, {5}, wait_key()}, kOwn, true});
  EXPECT_TRUE(s.sent<wire::Taken>().empty());
  ASSERT_EQ(s.last<Tell>().size(), 1U);
  EXPECT_TRUE(s.last<Tell>()[0]->news->queue);
}

TEST(ConnectionQueue, WhoEndsTheWaitingIsAnsweredAndTheConnectionEnds) {
  Script s;
  s.log_in(Role::parent, {}, {.organisation_id = kOwn, .place = place(2)});
  s.frame(wire::WaitEnd{{6}});
  ASSERT_TRUE(s.asked<EndWait>());
  s.answer(s.token, WorkChanged{kOwn, {kDevice}, {}, false, true});
  ASSERT_EQ(s.sent<wire::Ok>().size(), 1U);
  EXPECT_EQ(s.last<Tell>().size(), 1U);
  EXPECT_TRUE(s.closed());
  EXPECT_FALSE(s.error()) << "nothing went wrong";
}

TEST(ConnectionQueue, WhoHasJoinedIsToldNoMore) {
  Script s;
  s.log_in(Role::parent, {}, {.organisation_id = kOwn, .place = place(0, counted(127, 3))});
  s.frame(wire::SlipRedeemCircle{{7}, {9}, counted_id<Secret32>(1), {}, counted_id<MessageId>(1), {0}, {1}, {}});
  ASSERT_TRUE(s.asked<RedeemCircleSlip>());
  RedeemedSlip slip{kDevice, Role::parent, kOrganisation, wire::JoinedCircle{kCircle, {1}}, {{kCircle, {1}, {1}, {1}}},
                    kSpans,  kOwn,         kOwn};
  s.answer(s.token, std::move(slip));
  EXPECT_EQ(s.sent<wire::Redeemed>().size(), 1U);
  ASSERT_EQ(s.last<Tell>().size(), 1U);
  s.run(s.connection.on_work(kQueueMoved, s.now));
  EXPECT_TRUE(s.effects.empty());
}

}  // namespace
}  // namespace bredvid::domain
