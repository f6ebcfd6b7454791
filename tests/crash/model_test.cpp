// The model finds what it is there to find: each breach of the promise, told to it one at a time.
#include "tests/crash/model.h"

#include <gtest/gtest.h>

#include <cstring>

namespace bredvid::crash {
namespace {

wire::Blob blob_of(std::uint64_t tag, std::size_t size = 40) {
  wire::Blob blob(size, 0x5a);
  std::memcpy(blob.data(), &tag, sizeof tag);
  return blob;
}

/// Devices 1 and 2 in circle 0, whose log ends at 2 in epoch 2. Both are connected.
class ModelTest : public ::testing::Test {
 protected:
  ModelTest() {
    login(1, 2, 2);
    login(2, 2, 2);
  }
  void login(std::size_t device, std::uint64_t head, std::uint64_t acked, std::uint64_t epoch = 2) {
    model.connecting(device);
    model.logged_in(device, 0, {epoch}, {head}, {acked});
  }
  void send(std::uint64_t tag, std::uint64_t epoch = 2, wire::EnvelopeKind kind = wire::EnvelopeKind::message) {
    model.sending({tag, 0, 1, kind, {epoch}, blob_of(tag)});
  }
  void deliver(std::size_t device, std::uint64_t sequence, std::uint64_t tag, std::uint64_t epoch = 2,
               wire::EnvelopeKind kind = wire::EnvelopeKind::message) {
    model.delivered(device, 0, {{}, {}, {sequence}, kind, {epoch}, blob_of(tag)});
  }
  /// The breaches so far, in words.
  std::string found() const {
    std::string words;
    for (const Violation& one : model.violations())
      words += std::string(words.empty() ? "" : " ") + name_of(one.breach);
    return words;
  }

  Model model{{{{1, 2}, {2}, {2}}}};
};

TEST_F(ModelTest, AGoodStoryHasNoBreach) {
  send(10);
  send(11, 2, wire::EnvelopeKind::commit);
  model.stored(10, {3});
  model.stored(11, {4});
  for (const std::size_t device : {1U, 2U}) {
    deliver(device, 3, 10);
    deliver(device, 4, 11, 2, wire::EnvelopeKind::commit);
  }
  model.acknowledging(1, 0, {4});
  model.acknowledged(1, 0, {4});
  model.acknowledging(2, 0, {3});
  login(1, 4, 4, 3);
  login(2, 4, 3, 3);  // its acknowledgement had no ok, and was kept all the same
  deliver(2, 4, 11, 2, wire::EnvelopeKind::commit);
  send(12, 3);
  model.stored(12, {5});
  deliver(1, 5, 12, 3);
  deliver(2, 5, 12, 3);
  model.settle({1, 2});
  EXPECT_EQ(found(), "");
  EXPECT_EQ(model.acknowledged_messages(), 3U);
}

TEST_F(ModelTest, AnUnansweredMessageMayBeThereOrNot) {
  send(10);
  login(1, 2, 2);
  model.stored(10, {3});  // the retry
  login(2, 3, 2);
  send(11);
  deliver(2, 3, 10);
  deliver(2, 4, 11);      // never answered, and there
  model.stored(11, {4});  // its retry says the same
  EXPECT_EQ(found(), "");
}

TEST_F(ModelTest, AStoredMessageThatIsGone) {
  send(10);
  model.stored(10, {3});
  login(2, 2, 2);
  EXPECT_EQ(found(), "lost");
}

TEST_F(ModelTest, ADeliveredMessageThatIsGone) {
  send(10);
  deliver(2, 3, 10);
  login(2, 2, 2);
  EXPECT_EQ(found(), "lost");
}

TEST_F(ModelTest, AnEpochThatIsGone) {
  send(10, 2, wire::EnvelopeKind::commit);
  model.stored(10, {3});
  login(2, 3, 2, 2);
  EXPECT_EQ(found(), "lost");
}

TEST_F(ModelTest, ALoginThatBeganBeforeTheAnswerKnowsLess) {
  model.connecting(2);
  send(10);
  model.stored(10, {3});
  model.logged_in(2, 0, {2}, {2}, {2});
  EXPECT_EQ(found(), "");
}

TEST_F(ModelTest, AnotherSequenceThanWasSaid) {
  send(10);
  model.stored(10, {3});
  model.stored(10, {4});
  EXPECT_EQ(found(), "twice");
}

TEST_F(ModelTest, TwoMessagesWithOneSequence) {
  send(10);
  send(11);
  model.stored(10, {3});
  model.stored(11, {3});
  EXPECT_EQ(found(), "sequence");
  deliver(2, 3, 11);
  EXPECT_EQ(found(), "sequence sequence");
}

TEST_F(ModelTest, ASequenceFromBeforeTheStory) {
  send(10);
  model.stored(10, {2});
  EXPECT_EQ(found(), "sequence");
}

TEST_F(ModelTest, OneEnvelopeTwiceOrOneTooFar) {
  send(10);
  send(11);
  deliver(2, 3, 10);
  deliver(2, 3, 10);
  EXPECT_EQ(found(), "twice");
  deliver(1, 4, 11);
  EXPECT_EQ(found(), "twice order");
}

TEST_F(ModelTest, WhatTheDeviceItselfAcknowledgedMayBeSkipped) {
  for (const std::uint64_t tag : {10U, 11U, 12U}) send(tag);
  deliver(2, 3, 10);
  deliver(2, 4, 11);
  model.acknowledging(2, 0, {4});
  login(2, 4, 2);  // before the acknowledgement of the old connection was carried out
  deliver(2, 5, 12);
  EXPECT_EQ(found(), "");
  deliver(1, 4, 11);
  EXPECT_EQ(found(), "order") << "another device has acknowledged nothing";
}

TEST_F(ModelTest, WhatWasAcknowledgedComesAgain) {
  send(10);
  deliver(2, 3, 10);
  model.acknowledging(2, 0, {3});
  model.acknowledged(2, 0, {3});
  login(2, 3, 2);
  EXPECT_EQ(found(), "ack_lost");
  deliver(2, 3, 10);
  EXPECT_EQ(found(), "ack_lost twice");
}

TEST_F(ModelTest, AnAcknowledgementThatNobodyMade) {
  send(10);
  model.stored(10, {3});
  login(2, 3, 3);
  EXPECT_EQ(found(), "phantom");
}

TEST_F(ModelTest, OtherBytesKindOrEpoch) {
  send(10);
  send(11);
  send(12);
  wire::Blob bent = blob_of(10);
  bent.back() ^= 1;
  model.delivered(2, 0, {{}, {}, {3}, wire::EnvelopeKind::message, {2}, bent});
  deliver(2, 4, 11, 2, wire::EnvelopeKind::commit);
  deliver(2, 5, 12, 3);
  EXPECT_EQ(found(), "altered altered altered");
}

TEST_F(ModelTest, WhatNobodySentOrWasRefused) {
  send(10);
  model.refused(10);
  deliver(2, 3, 99);
  deliver(2, 4, 10);
  EXPECT_EQ(found(), "phantom phantom");
  login(1, 5, 2);
  EXPECT_EQ(found(), "phantom phantom phantom") << "a log that is longer than what was sent";
}

TEST_F(ModelTest, ARetryOfAStoredMessageIsRefused) {
  send(10);
  model.stored(10, {3});
  model.refused(10);
  EXPECT_EQ(found(), "lost");
}

TEST_F(ModelTest, AGapAndAnEpochThatDoesNotFollow) {
  send(10);
  send(11, 2, wire::EnvelopeKind::commit);
  send(12, 2);
  model.stored(10, {3});
  model.stored(11, {5});
  model.stored(12, {6});
  for (const std::size_t device : {1U, 2U}) {
    login(device, 6, 2, 3);
    for (const auto& [sequence, tag] : {std::pair{3, 10}, {5, 11}, {6, 12}})
      deliver(device, static_cast<std::uint64_t>(sequence), static_cast<std::uint64_t>(tag), 2,
              tag == 11 ? wire::EnvelopeKind::commit : wire::EnvelopeKind::message);
  }
  const std::size_t before = model.violations().size();
  model.settle({1, 2});
  EXPECT_EQ(model.violations().size(), before + 2) << found();
}

TEST_F(ModelTest, WhatIsNotDeliveredOrAnswered) {
  send(10);
  send(11);
  model.stored(10, {3});
  deliver(1, 3, 10);
  EXPECT_TRUE(model.served(1, 0));
  EXPECT_FALSE(model.served(2, 0));
  model.settle({1, 2});
  EXPECT_EQ(found(), "withheld withheld");
}

TEST_F(ModelTest, WhoSleepsIsOwedNothingYet) {
  send(10);
  model.stored(10, {3});
  deliver(1, 3, 10);
  model.settle({1});
  EXPECT_EQ(found(), "");
}

TEST_F(ModelTest, WhatEverybodyAcknowledgedIsForgottenAndItsSequenceStays) {
  send(10, 2, wire::EnvelopeKind::commit);
  send(11, 3);
  model.stored(10, {3});
  model.stored(11, {4});
  for (const std::size_t device : {1U, 2U}) {
    deliver(device, 3, 10, 2, wire::EnvelopeKind::commit);
    model.acknowledging(device, 0, {3});
    model.acknowledged(device, 0, {3});
    deliver(device, 4, 11, 3);
  }
  model.forget_acknowledged();
  EXPECT_EQ(model.remembered(), 1U);
  model.settle({1, 2});
  EXPECT_EQ(found(), "");
  send(12, 3);
  model.stored(12, {3});
  EXPECT_EQ(found(), "sequence");
}

TEST_F(ModelTest, AShareIsAsNewAsItsLastOk) {
  model.changing_share(1, 1);
  model.share_changed(1, 1);
  model.changing_share(1, 2);
  model.share_seen(1, 1);
  model.share_seen(1, 2);
  EXPECT_EQ(found(), "");
  model.share_changed(1, 2);
  model.share_seen(1, 1);
  model.share_seen(1, 3);
  EXPECT_EQ(found(), "lost phantom");
}

}  // namespace
}  // namespace bredvid::crash
