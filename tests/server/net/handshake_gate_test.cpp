// The gate alone: what a crowd's handshakes take of a loop's time. (Who gets in, and who makes room: limits_test.cpp.)
#include "server/net/handshake_gate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <new>
#include <vector>

namespace bredvid::net {
namespace {

using namespace std::chrono_literals;

class Guest final : public HandshakeGate::Visitor {
 public:
  Guest(HandshakeGate& gate, std::vector<char>& diary) : gate_(gate), diary_(diary) {}
  void enter() override { gate_.step_soon(std::static_pointer_cast<Guest>(shared_from_this())); }
  void step() override {
    diary_.push_back('s');
    if (throws) throw std::bad_alloc();
    const auto until = std::chrono::steady_clock::now() + takes;
    while (std::chrono::steady_clock::now() < until) continue;
    gate_.leave(*this);
  }
  [[nodiscard]] bool is_stalled() const override { return false; }
  void give_up() override {}
  void on_deadline() override {}
  void stop() override {}

  std::chrono::microseconds takes{0};
  bool throws = false;

 private:
  HandshakeGate& gate_;
  std::vector<char>& diary_;
};

class HandshakeGateTest : public ::testing::Test {
 protected:
  static Limits with_slice(milliseconds slice) {
    Limits limits;
    limits.handshake_slice = slice;
    return limits;
  }
  std::shared_ptr<Guest> comes(HandshakeGate& gate, std::chrono::microseconds takes = 0us) {
    guests.push_back(std::make_shared<Guest>(gate, diary));
    guests.back()->takes = takes;
    return guests.back();
  }
  /// Somebody who is in: as soon as it was served it has something to say again.
  void talk(Loop& loop) {
    diary.push_back('m');
    if (steps() < guests.size()) asio::post(loop.executor(), [this, &loop] { talk(loop); });
  }
  [[nodiscard]] std::size_t steps() const {
    return static_cast<std::size_t>(std::count(diary.begin(), diary.end(), 's'));
  }
  [[nodiscard]] std::size_t most_steps_in_a_row() const {
    std::size_t most = 0;
    std::size_t now = 0;
    for (const char what : diary) most = std::max(most, now = what == 's' ? now + 1 : 0);
    return most;
  }

  std::vector<char> diary;
  std::vector<std::shared_ptr<Guest>> guests;
};

TEST_F(HandshakeGateTest, WhoIsInHasATurnBetweenTwoSlices) {
  Loop loop(with_slice(0ms));
  HandshakeGate gate(loop);
  loop.turn([&] {
    for (int i = 0; i < 40; ++i) gate.knock(comes(gate));
  });
  EXPECT_EQ(steps(), 0U) << "not where it knocks: the turn belongs to others";
  asio::post(loop.executor(), [&] { talk(loop); });
  loop.io().run();
  EXPECT_EQ(steps(), 40U);
  EXPECT_EQ(most_steps_in_a_row(), 1U) << "a slice of no length makes one step";
  EXPECT_EQ(gate.inside(), 0U);
}

TEST_F(HandshakeGateTest, ASliceEndsWhenItsTimeIsOver) {
  Loop loop(with_slice(5ms));
  HandshakeGate gate(loop);
  loop.turn([&] {
    for (int i = 0; i < 20; ++i) gate.knock(comes(gate, 2ms));
  });
  asio::post(loop.executor(), [&] { talk(loop); });
  loop.io().run();
  EXPECT_EQ(steps(), 20U);
  EXPECT_LE(most_steps_in_a_row(), 3U) << "2 + 2 + 2 ms: the third began in time";
}

TEST_F(HandshakeGateTest, WhoIsGoneIsNotSteppedAndAFailureStopsNobodyElse) {
  Loop loop(with_slice(5ms));
  HandshakeGate gate(loop);
  loop.turn([&] {
    for (int i = 0; i < 4; ++i) gate.knock(comes(gate));
    gate.leave(*guests[0]);
    gate.leave(*guests[1]);
    guests[1].reset();
    guests[2]->throws = true;
  });
  EXPECT_THROW(loop.io().run(), std::bad_alloc);
  EXPECT_EQ(steps(), 1U);
  loop.io().run();
  EXPECT_EQ(steps(), 2U);
}

}  // namespace
}  // namespace bredvid::net
