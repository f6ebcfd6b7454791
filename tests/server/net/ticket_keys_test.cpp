// The keys of session tickets: when they change, and which are still accepted.
#include "server/net/ticket_keys.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace bredvid::net {
namespace {

/// A ring whose time and randomness the test holds.
struct RingTest : ::testing::Test {
  std::int64_t now_ms = 1'000;
  std::uint8_t next = 1;
  TicketKeyRing ring{[this] { return now_ms; },
                     [this](std::span<std::uint8_t> out) { std::ranges::fill(out, next++); }};
};

TEST_F(RingTest, AKeyIsMadeOfThreeDifferentRandoms) {
  const auto key = ring.current();
  EXPECT_EQ(key->name[0], 1);
  EXPECT_EQ(key->cipher.view()[31], 2);
  EXPECT_EQ(key->mac.view()[0], 3);
}

TEST_F(RingTest, ChangesAtTheRotationAndKeepsOneBefore) {
  const auto first = ring.current();
  now_ms += kTicketRotation_ms - 1;
  EXPECT_EQ(ring.current(), first);
  now_ms += 1;
  const auto second = ring.current();
  EXPECT_NE(second->name, first->name);
  EXPECT_EQ(ring.find(first->name), first);
  EXPECT_EQ(ring.find(second->name), second);
  now_ms += kTicketRotation_ms;
  EXPECT_EQ(ring.find(first->name), nullptr) << "two rotations";
  EXPECT_EQ(ring.find(second->name), second);
}

TEST_F(RingTest, AQuietNightEndsThePreviousKeyToo) {
  const auto first = ring.current();
  now_ms += 2 * kTicketRotation_ms;
  EXPECT_EQ(ring.find(first->name), nullptr);
}

TEST_F(RingTest, AnOldKeyIsLetGoSoThatItsMemoryIsWiped) {
  const std::weak_ptr<const TicketKey> first = ring.current();
  now_ms += kTicketRotation_ms;
  static_cast<void>(ring.current());
  EXPECT_FALSE(first.expired());
  now_ms += kTicketRotation_ms;
  static_cast<void>(ring.current());
  EXPECT_TRUE(first.expired());
}

TEST_F(RingTest, ForgettingEndsEveryTicket) {
  const auto first = ring.current();
  ring.forget();
  EXPECT_EQ(ring.find(first->name), nullptr);
  EXPECT_NE(ring.current()->name, first->name);
}

TEST_F(RingTest, AnUnknownNameIsNoKey) {
  EXPECT_EQ(ring.find(std::array<std::uint8_t, 16>{9}), nullptr);
}

TEST(TicketKeyRing, TwoProcessesHaveNothingInCommon) {
  const auto one = TicketKeyRing::make();
  const auto two = TicketKeyRing::make();
  EXPECT_NE(one->current()->name, two->current()->name);
  EXPECT_FALSE(one->current()->cipher == two->current()->cipher);
  EXPECT_EQ(one->find(two->current()->name), nullptr);
}

}  // namespace
}  // namespace bredvid::net
