// A WebSocket of the server on a pair of sockets, with short limits, for its tests.
#pragma once

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <utility>

#include "server/net/websocket.h"

namespace bredvid::net {

using Bytes = std::vector<std::uint8_t>;
using namespace std::chrono_literals;

class Listening final : public WebSocketUser {
 public:
  Listening(Stream stream, Loop& loop) : socket(std::move(stream), loop, *this), loop_(loop) {}
  void on_message(std::span<const std::uint8_t> message) override {
    messages.emplace_back(message.begin(), message.end());
    if (heard) heard();
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
  std::function<void()> heard;
  int closed = 0;

 private:
  Loop& loop_;
};

inline Limits short_limits() {
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

inline Bytes masked(int first, const Bytes& payload) {
  const FrameHeader header = frame_header(Opcode::binary, payload.size());
  Bytes out(header.bytes.begin(), header.bytes.begin() + header.size);
  out[0] = static_cast<std::uint8_t>(first);
  out[1] |= 0x80;
  out.insert(out.end(), 4, 0);  // a mask of zeros
  out.insert(out.end(), payload.begin(), payload.end());
  return out;
}
inline Bytes message(const Bytes& payload) {
  return masked(0x82, payload);
}

inline std::uint16_t close_code(const Bytes& frame) {
  if (frame.size() < 4 || frame[frame.size() - 4] != 0x88) return 0;
  return static_cast<std::uint16_t>(frame[frame.size() - 2] << 8 | frame[frame.size() - 1]);
}

}  // namespace bredvid::net
