// The WebSocket on a pair of sockets: what goes out together, and what is bounded on the way out.
#include "tests/server/net/websocket_pair.h"

namespace bredvid::net {
namespace {

TEST(WebSocketTest, OneTurnGoesOutInOnePieceAndInOrder) {
  Pair pair;
  pair.loop.turn([&] {
    EXPECT_TRUE(pair.user->socket.send(Bytes{1}));
    EXPECT_TRUE(pair.user->socket.send(std::make_shared<const Bytes>(Bytes{2, 2})));
    EXPECT_TRUE(pair.user->socket.send(Bytes{3}));
    EXPECT_EQ(pair.get(), (Bytes{'u', 'p'})) << "nothing before the turn ends";
  });
  EXPECT_EQ(pair.get(), (Bytes{0x82, 1, 1, 0x82, 2, 2, 2, 0x82, 1, 3}));
}

TEST(WebSocketTest, SeveralMessagesOfOneReadAreAnsweredTogether) {
  Pair pair;
  static_cast<void>(pair.get());
  Bytes two = message({7});
  const Bytes second = message({8});
  two.insert(two.end(), second.begin(), second.end());
  pair.put(two);
  pair.work();
  EXPECT_EQ(pair.user->messages, (std::vector<Bytes>{{7}, {8}}));
}

TEST(WebSocketTest, AFloodIsTakenInTurnsWithTheOthers) {
  Pair pair;
  const int first_peer = pair.peer;
  const std::shared_ptr<Listening> other = pair.join();
  const int second_peer = std::exchange(pair.peer, first_peer);
  pair.work();  // both upgrades are answered and both wait
  std::size_t before_the_other = 0;
  other->heard = [&] { before_the_other = pair.user->messages.size(); };
  Bytes flood;
  constexpr std::size_t kFlood = 10 * kFramesPerTurn + 1;
  for (std::size_t i = 0; i < kFlood; ++i) {
    const Bytes one = message({static_cast<std::uint8_t>(i)});
    flood.insert(flood.end(), one.begin(), one.end());
  }
  pair.put(flood);
  const Bytes one = message({7});
  ASSERT_EQ(::send(second_peer, one.data(), one.size(), MSG_NOSIGNAL), ssize_t(one.size()));
  pair.work();
  EXPECT_EQ(before_the_other, kFramesPerTurn);
  ASSERT_EQ(pair.user->messages.size(), kFlood) << "and none of the flood is lost";
  for (std::size_t i = 0; i < kFlood; ++i) EXPECT_EQ(pair.user->messages[i], Bytes{static_cast<std::uint8_t>(i)});
  ::close(second_peer);
}

TEST(WebSocketTest, APauseHoldsWhatHasComeAndLosesNothing) {
  Pair pair;
  pair.user->pause_after = 1;
  for (std::uint8_t i = 1; i <= 3; ++i) pair.put(message({i}));
  pair.work();
  EXPECT_EQ(pair.user->messages.size(), 1U);
  pair.put(message({4}));
  pair.work();
  EXPECT_EQ(pair.user->messages.size(), 1U);
  pair.loop.turn([&] { pair.user->socket.resume(); });
  pair.work();
  EXPECT_EQ(pair.user->messages, (std::vector<Bytes>{{1}, {2}, {3}, {4}}));
}

TEST(WebSocketTest, APingIsAnswered) {
  Pair pair;
  static_cast<void>(pair.get());
  pair.put(masked(0x89, {5, 6}));
  pair.work();
  EXPECT_EQ(pair.get(), (Bytes{0x8a, 2, 5, 6}));
}

/// Sends until the peer's socket takes nothing more, so that the queue begins to fill.
void fill_socket(Pair& pair) {
  const auto big = std::make_shared<const Bytes>(Bytes(60'000, 1));
  while (pair.loop.queued_bytes() == 0) {
    pair.loop.turn([&] { ASSERT_TRUE(pair.user->socket.send(big)); });
  }
}

TEST(WebSocketTest, TheQueueTakesSoManyFramesAndNoMore) {
  Pair pair;
  pair.loop.turn([&] {
    // The peer reads: however many in one turn, there is room.
    for (std::size_t i = 0; i < 2 * kMaxQueuedFrames; ++i) ASSERT_TRUE(pair.user->socket.send(Bytes{1})) << i;
  });
  Bytes all = pair.get();
  for (Bytes more = pair.get(); !more.empty(); more = pair.get()) all.insert(all.end(), more.begin(), more.end());
  EXPECT_EQ(all.size(), 2 + 2 * kMaxQueuedFrames * 3);
  // It reads no more.
  std::size_t taken = 0;
  pair.loop.turn([&] {
    while (pair.user->socket.send(Bytes(1000, 1))) ++taken;
    pair.user->socket.close(CloseCode::try_again_later);
    EXPECT_FALSE(pair.user->socket.send(Bytes{1})) << "after closing";
  });
  EXPECT_GE(taken, kMaxQueuedFrames);
  EXPECT_LT(taken, 4 * kMaxQueuedFrames);
  pair.work(30ms);
  EXPECT_EQ(pair.user->closed, 0) << "what was queued is still sent";
  Bytes last;
  std::size_t frames = 0;
  for (int i = 0; i < 50 && close_code(last) == 0; ++i) {
    if (Bytes more = pair.get(); !more.empty()) {
      frames += more.size();
      last = std::move(more);
    }
    pair.work(5ms);
  }
  EXPECT_EQ(close_code(last), 1013);
  EXPECT_EQ(frames, taken * 1004 + 4);
}

TEST(WebSocketTest, TheQueueIsBoundedInBytesToo) {
  Pair pair;
  fill_socket(pair);
  std::size_t bytes = 0;
  pair.loop.turn([&] {
    while (pair.user->socket.send(Bytes(50'000, 1))) bytes += 50'000;
  });
  EXPECT_LE(bytes, kMaxQueuedBytes);
  EXPECT_GT(bytes, kMaxQueuedBytes - 200'000);
  EXPECT_EQ(pair.user->closed, 0);
}

TEST(WebSocketTest, AllQueuesTogetherAreBoundedForThoseThatDoNotRead) {
  Limits limits = short_limits();
  limits.all_queued_bytes = 100'000;
  Pair pair(limits);
  fill_socket(pair);
  pair.loop.turn([&] {
    for (int i = 0; i < 100; ++i) static_cast<void>(pair.user->socket.send(Bytes(10'000, 1)));
    EXPECT_FALSE(pair.user->socket.send(Bytes(1, 1)));
  });
  EXPECT_GT(pair.loop.queued_bytes(), limits.all_queued_bytes);
  EXPECT_LT(pair.loop.queued_bytes(), limits.all_queued_bytes + 20'000);
  while (!pair.get().empty()) pair.work(2ms);
  pair.loop.turn([&] { EXPECT_TRUE(pair.user->socket.send(Bytes(200'000, 1))) << "whoever reads is served"; });
}

TEST(WebSocketTest, WhatOneTurnQueuesCountsWhenItsPeerDoesNotTakeIt) {
  for (const std::size_t limit : {100'000U, 4'000'000U}) {
    Limits limits = short_limits();
    limits.all_queued_bytes = limit;
    Pair pair(limits);
    pair.loop.turn([&] {
      for (int i = 0; i < 20; ++i) EXPECT_TRUE(pair.user->socket.send(Bytes(50'000, 1)));
    });
    const bool fits = limit > 1'000'000;
    EXPECT_EQ(pair.user->closed, fits ? 0 : 1) << limit;
    EXPECT_EQ(pair.loop.queued_bytes() > 0, fits) << "cut, and its memory is free";
  }
}

TEST(WebSocketTest, APeerThatTakesNothingIsCut) {
  Pair pair;
  fill_socket(pair);
  pair.work(80ms);
  EXPECT_EQ(pair.user->closed, 0);
  pair.work(150ms);
  EXPECT_EQ(pair.user->closed, 1);
}

TEST(WebSocketTest, APeerThatReadsSlowlyIsNotCut) {
  Pair pair;
  fill_socket(pair);
  pair.loop.turn([&] {
    for (int i = 0; i < 60; ++i) EXPECT_TRUE(pair.user->socket.send(Bytes(50'000, 1)));
  });
  for (int i = 0; i < 6; ++i) {
    Bytes some(250'000);
    ASSERT_GT(::recv(pair.peer, some.data(), some.size(), MSG_DONTWAIT), 0);
    pair.work(50ms);
  }
  EXPECT_EQ(pair.user->closed, 0);
}

}  // namespace
}  // namespace bredvid::net
