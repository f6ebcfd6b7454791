// Pull on notify: what a connection sends of its circles' logs.
#include <gtest/gtest.h>

#include "server/wire/limits.h"
#include "tests/server/domain/script.h"

namespace bredvid::domain {
namespace {

Envelopes some(std::uint64_t first, std::uint64_t count, bool more = false) {
  Envelopes found{kCircle, {}, more};
  for (std::uint64_t i = 0; i < count; ++i)
    found.envelopes.push_back({{}, kCircle, {first + i}, wire::EnvelopeKind::message, {1}, {7}});
  return found;
}

/// Logged in with one circle whose first fetch came back empty.
void idle(Script& s) {
  s.log_in(wire::Role::supporter, {{kCircle, {1}, {0}, {0}}});
  ASSERT_TRUE(s.asked<FetchEnvelopes>());
  s.answer(s.token, some(1, 0));
  ASSERT_TRUE(s.effects.empty());
}

std::shared_ptr<const LiveEnvelope> live(std::uint64_t sequence) {
  return std::make_shared<const LiveEnvelope>(LiveEnvelope{{sequence}, {1, 2, 3}});
}

TEST(Delivery, StoredComesBeforeTheOwnEnvelope) {
  Script s;
  idle(s);
  s.frame(wire::SendMessage{{5}, kCircle, {}, {3}, {7}});
  ASSERT_TRUE(s.asked<AppendMessage>());
  s.answer(s.token, Appended{{1}, true, {7}});
  ASSERT_EQ(s.effects.size(), 3U);
  EXPECT_EQ(s.sent<wire::Stored>().size(), 1U);
  const auto* own = std::get_if<SendEncoded>(&s.effects[1]);
  ASSERT_NE(own, nullptr);
  const auto* published = std::get_if<Publish>(&s.effects[2]);
  ASSERT_NE(published, nullptr);
  EXPECT_EQ(published->envelope, own->envelope) << "encoded once";
  const auto frame = wire::decode_server(own->envelope->frame);
  ASSERT_TRUE(frame);
  EXPECT_EQ(*frame, wire::ServerFrame(wire::Envelope{{}, kCircle, {1}, wire::EnvelopeKind::message, {3}, {7}}));
  s.publish(kCircle, own->envelope);
  EXPECT_TRUE(s.effects.empty()) << "it has its own already";
}

TEST(Delivery, TheVeryNextEnvelopeGoesOutAtOnceAndAnyOtherIsFetched) {
  Script s;
  idle(s);
  s.publish(kCircle, live(1));
  ASSERT_EQ(s.last<SendEncoded>().size(), 1U);
  s.publish(kCircle, live(3));
  ASSERT_TRUE(s.asked<FetchEnvelopes>()) << "2 is missing";
  EXPECT_EQ(s.asked<FetchEnvelopes>()->after, Sequence{1});
  s.publish(kCircle, live(4));
  EXPECT_TRUE(s.effects.empty()) << "a fetch is under way";
  s.answer(s.token, some(2, 2));
  EXPECT_EQ(s.sent<wire::Envelope>().size(), 2U);
  ASSERT_TRUE(s.asked<FetchEnvelopes>()) << "4 was announced meanwhile";
  s.answer(s.token, some(4, 1));
  s.publish(kCircle, live(2));
  EXPECT_TRUE(s.effects.empty()) << "nothing twice";
  s.publish(kCircle, live(5));
  EXPECT_EQ(s.last<SendEncoded>().size(), 1U);
}

TEST(Delivery, LiveEnvelopesKeepTheWindow) {
  Script s;
  idle(s);
  for (std::uint64_t i = 1; i <= kWindow; ++i) {
    s.publish(kCircle, live(i));
    ASSERT_EQ(s.last<SendEncoded>().size(), 1U) << i;
  }
  s.publish(kCircle, live(kWindow + 1));
  EXPECT_TRUE(s.effects.empty());
  s.frame(wire::Ack{{9}, kCircle, {kWindow}});
  EXPECT_TRUE(s.asked<Acknowledge>());
  EXPECT_TRUE(s.asked<FetchEnvelopes>()) << "the window moves on before the acknowledgement is on the disk";
}

TEST(Delivery, ACommitIsOnlyAnnounced) {
  Script s;
  idle(s);
  s.frame(wire::SendCommit{{5}, kCircle, {}, {1}, {7}, {}, {}});
  ASSERT_TRUE(s.asked<AppendCommit>());
  s.answer(s.token, Appended{{1}, true});
  EXPECT_TRUE(s.last<SendEncoded>().empty());
  ASSERT_EQ(s.last<Publish>().size(), 1U);
  EXPECT_EQ(s.last<Publish>()[0]->envelope, nullptr);
}

TEST(Delivery, AKnownMessageIsAnsweredAndWakesNobody) {
  Script s;
  idle(s);
  s.frame(wire::SendMessage{{5}, kCircle, {}, {1}, {7}});
  ASSERT_TRUE(s.asked<AppendMessage>());
  s.answer(s.token, Appended{{1}, false});
  EXPECT_EQ(s.sent<wire::Stored>().size(), 1U);
  EXPECT_TRUE(s.last<Publish>().empty());
}

TEST(Delivery, AtMostSixtyFourAreUnderWay) {
  Script s;
  idle(s);
  s.publish(kCircle);
  ASSERT_TRUE(s.asked<FetchEnvelopes>());
  s.answer(s.token, some(1, kWindow, true));
  EXPECT_EQ(s.sent<wire::Envelope>().size(), kWindow);
  EXPECT_TRUE(s.last<Submit>().empty()) << "full";
  s.publish(kCircle);
  EXPECT_TRUE(s.effects.empty());
  s.frame(wire::Ack{{9}, kCircle, {40}});
  ASSERT_TRUE(s.asked<Acknowledge>());
  const Token acknowledged = s.token;
  const auto* fetch = s.asked<FetchEnvelopes>();
  ASSERT_TRUE(fetch);
  EXPECT_EQ(fetch->after, Sequence{64});
  EXPECT_EQ(fetch->limit, 40U);
  s.answer(acknowledged, Done{});
  EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);
}

TEST(Delivery, AFetchThatWasCutShortIsFollowedByTheNext) {
  Script s;
  idle(s);
  s.publish(kCircle);
  ASSERT_TRUE(s.asked<FetchEnvelopes>());
  s.answer(s.token, some(1, 10, true));
  const auto* fetch = s.asked<FetchEnvelopes>();
  ASSERT_TRUE(fetch);
  EXPECT_EQ(fetch->after, Sequence{10});
  EXPECT_EQ(fetch->limit, kWindow - 10);
  s.answer(s.token, some(11, 10));
  EXPECT_EQ(s.sent<wire::Envelope>().size(), 10U);
  EXPECT_TRUE(s.last<Submit>().empty());
}

TEST(Delivery, ADeviceThatIsAheadOfARestoredServerIsNotHeldUp) {
  Script s;
  idle(s);
  s.publish(kCircle);
  ASSERT_TRUE(s.asked<FetchEnvelopes>());
  s.answer(s.token, some(1, kWindow, true));
  s.frame(wire::Ack{{9}, kCircle, {kWindow * 2}});
  EXPECT_TRUE(s.asked<Acknowledge>());
  const auto* fetch = s.asked<FetchEnvelopes>();
  ASSERT_TRUE(fetch);
  EXPECT_EQ(fetch->after, Sequence{kWindow}) << "whether it may skip anything is for the store to say";
}

TEST(Delivery, WhoDoesNotAcknowledgeGetsNoMoreThanTheWindowInBytes) {
  Script s;
  idle(s);
  s.publish(kCircle);
  const auto* fetch = s.asked<FetchEnvelopes>();
  ASSERT_TRUE(fetch);
  EXPECT_EQ(fetch->limit_bytes, kWindowBytes);
  Envelopes large = some(1, 2, true);
  for (wire::Envelope& envelope : large.envelopes) envelope.blob.resize(wire::kMaxBlobBytes);
  s.answer(s.token, std::move(large));
  EXPECT_EQ(s.sent<wire::Envelope>().size(), 2U);
  EXPECT_TRUE(s.last<Submit>().empty()) << "more waits, but more than half of the window is under way";
  s.frame(wire::Ack{{9}, kCircle, {1}});
  fetch = s.asked<FetchEnvelopes>();
  ASSERT_TRUE(fetch);
  EXPECT_EQ(fetch->limit_bytes, kWindowBytes - wire::kMaxBlobBytes);
  s.answer(s.token, some(3, 1));
  auto larger = std::make_shared<LiveEnvelope>(*live(4));
  larger->frame.resize(kWindowBytes);
  s.publish(kCircle, larger);
  EXPECT_EQ(s.last<SendEncoded>().size(), 1U);
  s.publish(kCircle, live(5));
  EXPECT_TRUE(s.effects.empty()) << "the window is full";
}

TEST(Delivery, AnEnvelopeGoesOutOncePerConnection) {
  Script s;
  idle(s);
  s.publish(kCircle);
  ASSERT_TRUE(s.asked<FetchEnvelopes>());
  s.answer(s.token, some(1, 3));
  s.publish(kCircle);
  ASSERT_TRUE(s.asked<FetchEnvelopes>());
  s.answer(s.token, some(2, 3));
  ASSERT_EQ(s.sent<wire::Envelope>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Envelope>()[0]->sequence, Sequence{4});
}

TEST(Delivery, AFailedFetchIsAskedAgainAtTheTick) {
  Script s;
  idle(s);
  s.publish(kCircle);
  ASSERT_TRUE(s.asked<FetchEnvelopes>());
  s.answer(s.token, fail(ErrorCode::too_many));
  EXPECT_TRUE(s.effects.empty()) << "nobody asked, nobody is told";
  const Effects tick = s.connection.on_tick(s.now);
  ASSERT_EQ(tick.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<Submit>(tick[0]));
}

TEST(Delivery, ARemovedDeviceStopsWatching) {
  Script s;
  idle(s);
  s.publish(kCircle);
  ASSERT_TRUE(s.asked<FetchEnvelopes>());
  s.answer(s.token, fail(ErrorCode::not_a_member));
  EXPECT_EQ(s.last<Unwatch>().size(), 1U);
  s.publish(kCircle);
  EXPECT_TRUE(s.effects.empty());
}

TEST(Delivery, LeavingStopsWatchingAndANewCircleStarts) {
  Script s;
  idle(s);
  s.frame(wire::CircleLeave{{4}, kCircle});
  ASSERT_TRUE(s.asked<LeaveCircle>());
  s.answer(s.token, Done{});
  EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);
  EXPECT_EQ(s.last<Unwatch>().size(), 1U);
  EXPECT_EQ(s.last<Publish>().size(), 1U) << "the device's other connections find out";
  const auto other = counted_id<CircleId>(0x44);
  s.frame(wire::CircleCreate{{5}, other});
  ASSERT_TRUE(s.asked<CreateCircle>());
  s.answer(s.token, Done{});
  EXPECT_EQ(s.last<Watch>().size(), 1U);
  s.publish(other);
  EXPECT_TRUE(s.asked<FetchEnvelopes>());
}

TEST(Delivery, AnAnswerAfterTheCloseHasNoEffect) {
  Script s;
  s.frame(wire::SlipOpen{{1}, {1}, counted_id<Secret32>(1)});
  ASSERT_TRUE(s.asked<OpenSlip>());
  const Token late = s.token;
  ASSERT_FALSE(s.connection.on_tick(kStart.plus_s(60)).empty());
  s.answer(late, fail(ErrorCode::slip_unknown));
  EXPECT_TRUE(s.effects.empty());
}

}  // namespace
}  // namespace bredvid::domain
