// Application messages: order, replay, limits, epochs, padding.
#include "crypto/mls/group_state.h"
#include "crypto/mls/secret_tree.h"
#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

std::string received(Group& group, ByteView message) {
  const auto got = group.process(message, knows_nothing(), accepts_all());
  if (!got) return error_name(got.error());
  return text(std::get<ApplicationMessage>(*got).data);
}

Circle pair() {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  return circle;
}

TEST(GroupMessage, OutOfOrderAndReplay) {
  Circle circle = pair();
  std::vector<Bytes> sent;
  for (const char* word : {"ett", "två", "tre", "fyra"}) {
    sent.push_back(*circle.at("anna").encrypt(bytes_of(word), kBucket, circle.random));
  }
  Group& bo = circle.at("bo");
  EXPECT_EQ(received(bo, sent[2]), "tre");
  EXPECT_EQ(received(bo, sent[0]), "ett");
  EXPECT_EQ(received(bo, sent[3]), "fyra");
  EXPECT_EQ(received(bo, sent[1]), "två");
  const Bytes before = stored(bo);
  for (const Bytes& message : sent) EXPECT_EQ(received(bo, message), "replayed");
  EXPECT_EQ(stored(bo), before);
}

TEST(GroupMessage, ForwardLimit) {
  Circle circle = pair();
  Bytes at_limit;
  Bytes beyond;
  for (std::uint32_t i = 0; i <= kForwardLimit + 1; ++i) {
    Bytes message = *circle.at("anna").encrypt(bytes_of("hej"), 16, circle.random);
    if (i == kForwardLimit) at_limit = message;
    if (i == kForwardLimit + 1) beyond = message;
  }
  Group& bo = circle.at("bo");
  const Bytes before = stored(bo);
  EXPECT_EQ(received(bo, beyond), "too_far_ahead");
  EXPECT_EQ(stored(bo), before);
  EXPECT_EQ(received(bo, at_limit), "hej");
  EXPECT_EQ(received(bo, beyond), "hej");
}

TEST(GroupMessage, OwnMessageIsRecognised) {
  Circle circle = pair();
  const Bytes sent = *circle.at("anna").encrypt(bytes_of("hej"), kBucket, circle.random);
  EXPECT_EQ(received(circle.at("anna"), sent), "own_message");
}

TEST(GroupMessage, PastEpochsAreKeptForAWhile) {
  Circle circle = pair();
  const Bytes late = *circle.at("anna").encrypt(bytes_of("sent"), kBucket, circle.random);
  const Bytes too_late = *circle.at("anna").encrypt(bytes_of("borta"), kBucket, circle.random);
  for (std::size_t i = 0; i < kPastEpochs; ++i) circle.commit("anna", {});
  EXPECT_EQ(received(circle.at("bo"), late), "sent");
  EXPECT_EQ(received(circle.at("bo"), late), "replayed");
  circle.commit("bo", {});
  EXPECT_EQ(received(circle.at("bo"), too_late), "past_epoch");
}

TEST(GroupMessage, LateMessageOfARemovedMember) {
  Circle circle = pair();
  circle.join_external("cilla", "anna");
  const Bytes late = *circle.at("cilla").encrypt(bytes_of("hej då"), kBucket, circle.random);
  circle.remove("anna", "cilla");
  const auto got = circle.at("bo").process(late, knows_nothing(), accepts_all());
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(text(std::get<ApplicationMessage>(*got).sender.identity), "cilla");
  EXPECT_EQ(std::get<ApplicationMessage>(*got).epoch, 2U);
}

TEST(GroupMessage, FutureEpochAndOtherGroup) {
  Circle circle = pair();
  auto pending = circle.at("anna").commit({}, circle.random);
  ASSERT_TRUE(circle.at("anna").merge(std::move(*pending)).has_value());
  const Bytes early = *circle.at("anna").encrypt(bytes_of("hej"), kBucket, circle.random);
  EXPECT_EQ(received(circle.at("bo"), early), "future_epoch");
  auto other = Group::create(bytes_of("another"), identity("x", circle.random), {}, circle.random);
  EXPECT_EQ(received(circle.at("bo"), *other->encrypt(bytes_of("hej"), kBucket, circle.random)), "wrong_group");
}

TEST(GroupMessage, LengthTellsTheBucketOnly) {
  Circle circle = pair();
  std::size_t size = 0;
  for (std::size_t length : {0, 1, 63, 64, 255, 256}) {
    const auto sent = circle.at("anna").encrypt(Bytes(length, 'x'), kBucket, circle.random);
    ASSERT_TRUE(sent.has_value());
    if (size == 0) size = sent->size();
    EXPECT_EQ(sent->size(), size);
    EXPECT_EQ(received(circle.at("bo"), *sent), std::string(length, 'x'));
  }
  EXPECT_EQ(circle.at("anna").encrypt(Bytes(257), kBucket, circle.random).error(), CryptoError::bad_argument);
}

TEST(GroupMessage, AuthenticatedDataTravelsAlong) {
  Circle circle = pair();
  const Bytes sent = *circle.at("anna").encrypt(bytes_of("hej"), kBucket, circle.random, bytes_of("open"));
  const auto got = circle.at("bo").process(sent, knows_nothing(), accepts_all());
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(text(std::get<ApplicationMessage>(*got).authenticated_data), "open");
}

TEST(GroupMessage, EveryFlippedByte) {
  Circle circle = pair();
  const Bytes sent = *circle.at("anna").encrypt(bytes_of("hej"), 16, circle.random);
  Group& bo = circle.at("bo");
  const Bytes before = stored(bo);
  for (std::size_t i = 0; i < sent.size(); ++i) {
    Bytes altered = sent;
    altered[i] ^= 0x20;
    ASSERT_FALSE(bo.process(altered, knows_nothing(), accepts_all()).has_value()) << "byte " << i;
  }
  EXPECT_EQ(stored(bo), before);
  EXPECT_EQ(received(bo, sent), "hej");
}

}  // namespace
}  // namespace bredvid::mls
