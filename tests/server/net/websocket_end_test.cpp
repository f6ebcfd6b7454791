// The WebSocket on a pair of sockets: messages that do not end, silence, and what ends a connection.
#include "tests/server/net/websocket_pair.h"

namespace bredvid::net {
namespace {

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
