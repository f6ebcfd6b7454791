// The WebSocket on a pair of sockets, with short limits: what goes out together, what is bounded, what ends it.
#include "server/net/websocket.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace bredvid::net {
namespace {

using Bytes = std::vector<std::uint8_t>;
using namespace std::chrono_literals;

class Listening final : public WebSocketUser {
 public:
  Listening(Stream stream, Loop& loop) : socket(std::move(stream), loop, *this), loop_(loop) {}
  void on_message(std::span<const std::uint8_t> message) override {
    messages.emplace_back(message.begin(), message.end());
    if (pause_after == messages.size()) socket.pause();
  }
  void on_closed() override {
    ++closed;
    loop_.remove(*this);
  }
  void flush() override { socket.flush(); }
  void on_deadline() override { socket.on_deadline(); }
  void stop() override { socket.abort(); }
  Time holds_part_since() const override { return socket.holds_part_since(); }
  void drop_part() override { socket.drop_part(); }

  WebSocket socket;
  std::vector<Bytes> messages;
  std::size_t pause_after = 0;
  int closed = 0;

 private:
  Loop& loop_;
};

Limits short_limits() {
  Limits limits;
  limits.websocket_close = 150ms;
  limits.websocket_idle = 10s;
  limits.message = 150ms;
  limits.write_stall = 150ms;
  limits.tick = 5ms;
  return limits;
}

/// A server's end on a loop that the test turns itself, and the client's end as a plain descriptor.
struct Pair {
  explicit Pair(const Limits& limits = short_limits()) : loop(limits), user(join()) { loop.begin(); }
  ~Pair() {
    if (peer >= 0) ::close(peer);
  }
  std::shared_ptr<Listening> join() {
    int ends[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    peer = ends[1];
    Socket socket(loop.executor());
    socket.assign(tcp::v4(), ends[0]);
    auto made = std::make_shared<Listening>(Stream(std::move(socket)), loop);
    loop.turn([&] {
      loop.add(made);
      made->socket.start({'u', 'p'});
    });
    return made;
  }
  void work(std::chrono::milliseconds lasting = 20ms) {
    loop.io().restart();
    loop.io().run_for(lasting);
  }
  void put(const Bytes& bytes) const {
    ASSERT_EQ(::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL), ssize_t(bytes.size()));
  }
  /// What has come in one call.
  Bytes get() const {
    Bytes bytes(1 << 20);
    const ssize_t got = ::recv(peer, bytes.data(), bytes.size(), MSG_DONTWAIT);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
  }
  bool at_end() const {
    std::uint8_t byte = 0;
    return ::recv(peer, &byte, 1, MSG_DONTWAIT) == 0;
  }

  int peer = -1;
  Loop loop;
  std::shared_ptr<Listening> user;
};

Bytes masked(int first, const Bytes& payload) {
  const FrameHeader header = frame_header(Opcode::binary, payload.size());
  Bytes out(header.bytes.begin(), header.bytes.begin() + header.size);
  out[0] = static_cast<std::uint8_t>(first);
  out[1] |= 0x80;
  out.insert(out.end(), 4, 0);  // a mask of zeros
  out.insert(out.end(), payload.begin(), payload.end());
  return out;
}
Bytes message(const Bytes& payload) {
  return masked(0x82, payload);
}

std::uint16_t close_code(const Bytes& frame) {
  if (frame.size() < 4 || frame[frame.size() - 4] != 0x88) return 0;
  return static_cast<std::uint16_t>(frame[frame.size() - 2] << 8 | frame[frame.size() - 1]);
}

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

TEST(WebSocketTest, AMessageMustEndInTime) {
  for (const Bytes& begun : {Bytes{0x82}, Bytes{0x82, 0x85, 0, 0, 0, 0, 1}, masked(0x02, {1})}) {
    Pair pair;
    static_cast<void>(pair.get());
    pair.put(begun);
    pair.work(80ms);
    EXPECT_TRUE(pair.get().empty());
    pair.work(150ms);
    EXPECT_EQ(close_code(pair.get()), 1013) << begun.size();
    EXPECT_TRUE(pair.at_end());
    pair.work(200ms);
    EXPECT_EQ(pair.user->closed, 1);
  }
}

TEST(WebSocketTest, FragmentsThatNeverEndAreOneMessage) {
  Pair pair;
  static_cast<void>(pair.get());
  pair.put(masked(0x02, {1}));
  Bytes answer;
  for (int i = 0; i < 30 && answer.empty(); ++i) {
    ::send(pair.peer, masked(0x00, {1}).data(), 7, MSG_NOSIGNAL);
    pair.work(10ms);
    answer = pair.get();
  }
  EXPECT_EQ(close_code(answer), 1013);
}

TEST(WebSocketTest, TheNextMessageHasItsOwnTime) {
  Pair pair;
  const Bytes whole = message({1, 2, 3});
  Bytes rest;
  // The end of one and the beginning of the next, again and again: never is nothing unfinished.
  pair.put({whole.begin(), whole.begin() + 3});
  for (int i = 0; i < 6; ++i) {
    pair.work(50ms);
    Bytes next(whole.begin() + 3, whole.end());
    next.insert(next.end(), whole.begin(), whole.begin() + 3);
    pair.put(next);
  }
  pair.work();
  EXPECT_EQ(pair.user->messages.size(), 6U);
  EXPECT_EQ(pair.user->closed, 0);
}

TEST(WebSocketTest, UnfinishedMessagesOfAllAreBoundedAndTheOldestGoes) {
  Limits limits = short_limits();
  limits.message = 10s;
  limits.all_part_bytes = 50'000;
  Pair pair(limits);
  const auto first = pair.user;
  const int first_peer = std::exchange(pair.peer, -1);
  const Bytes begun = [] {
    Bytes bytes = message(Bytes(60'000, 1));
    bytes.resize(30'000);
    return bytes;
  }();
  ASSERT_EQ(::send(first_peer, begun.data(), begun.size(), MSG_NOSIGNAL), ssize_t(begun.size()));
  pair.work();
  EXPECT_NE(first->holds_part_since(), kNever);
  const auto second = pair.join();
  pair.put(begun);
  pair.work();
  EXPECT_EQ(first->holds_part_since(), kNever);
  EXPECT_NE(second->holds_part_since(), kNever);
  ::close(std::exchange(pair.peer, first_peer));
  EXPECT_EQ(close_code(pair.get()), 1013);
}

TEST(WebSocketTest, SilenceIsAskedAfterAndThenEnds) {
  Limits limits = short_limits();
  limits.websocket_idle = 200ms;
  Pair pair(limits);
  static_cast<void>(pair.get());
  pair.work(50ms);
  EXPECT_TRUE(pair.get().empty());
  pair.work(80ms);
  EXPECT_EQ(pair.get(), (Bytes{0x89, 0}));
  pair.put(masked(0x8a, {}));  // its pong: alive for another 200 ms
  pair.work(150ms);
  EXPECT_EQ(pair.user->closed, 0);
  EXPECT_EQ(pair.get(), (Bytes{0x89, 0}));
  pair.work(150ms);
  EXPECT_EQ(pair.user->closed, 1);
}

TEST(WebSocketTest, BrokenFramesAreClosedWithTheirCode) {
  struct Case {
    Bytes bytes;
    int code;
  };
  Bytes too_large = message({});
  too_large = {0x82, 0xff, 0, 0, 0, 0};
  for (int shift = 24; shift >= 0; shift -= 8)
    too_large.push_back(static_cast<std::uint8_t>((kMaxMessageBytes + 1) >> shift));
  too_large.insert(too_large.end(), 4, 0);
  for (const Case& one :
       {Case{{0x82, 0x01, 1, 0, 0, 0, 0}, 1002}, Case{masked(0x81, {'x'}), 1003}, Case{too_large, 1009}}) {
    Pair pair;
    static_cast<void>(pair.get());
    pair.put(one.bytes);
    pair.put(message({9}));  // what follows means nothing any more
    pair.work();
    EXPECT_EQ(close_code(pair.get()), one.code);
    EXPECT_TRUE(pair.user->messages.empty());
    EXPECT_TRUE(pair.at_end());
    EXPECT_EQ(pair.user->closed, 0) << "the peer may still be reading";
    ::shutdown(pair.peer, SHUT_WR);
    pair.work();
    EXPECT_EQ(pair.user->closed, 1);
  }
}

TEST(WebSocketTest, EitherSideMayClose) {
  Pair theirs;
  static_cast<void>(theirs.get());
  theirs.put(masked(0x88, {0x03, 0xe8}));
  theirs.work();
  EXPECT_EQ(close_code(theirs.get()), 1000);
  EXPECT_EQ(theirs.user->closed, 1);

  Pair ours;
  static_cast<void>(ours.get());
  ours.loop.turn([&] { ours.user->socket.close(CloseCode::going_away); });
  EXPECT_EQ(close_code(ours.get()), 1001);
  EXPECT_EQ(ours.user->closed, 0);
  ours.put(masked(0x88, {0x03, 0xe9}));
  ours.work();
  EXPECT_EQ(ours.user->closed, 1);

  Pair unanswered;
  unanswered.loop.turn([&] { unanswered.user->socket.close(CloseCode::going_away); });
  unanswered.work(80ms);
  EXPECT_EQ(unanswered.user->closed, 0);
  unanswered.work(150ms);
  EXPECT_EQ(unanswered.user->closed, 1);
}

TEST(WebSocketTest, APeerThatIsGoneEndsItOnce) {
  Pair pair;
  ::close(pair.peer);
  pair.peer = -1;
  pair.work();
  EXPECT_EQ(pair.user->closed, 1);
  pair.loop.turn([&] { EXPECT_FALSE(pair.user->socket.send(Bytes{1})); });
  EXPECT_EQ(pair.loop.size(), 0U);
}

}  // namespace
}  // namespace bredvid::net
