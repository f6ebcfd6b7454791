// A client that costs as little as can be: TLS 1.3 straight on a socket, WebSocket framing by hand, frames by the
// server's own codec. It trusts any certificate: it measures, on this machine.
#pragma once

#include <openssl/ssl.h>

#include <functional>
#include <memory>
#include <string>

#include "server/wire/codec.h"
#include "tests/load/loop.h"

namespace bredvid::load {

using TlsContext = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;
[[nodiscard]] TlsContext client_tls();

class Client : public Watched {
 public:
  using OnFrame = std::function<void(Client&, wire::ServerFrame&)>;

  // `receive_buffer_bytes`: how much the system takes for us while we do not read; 0: as it likes.
  Client(Loop& loop, SSL_CTX* tls, std::uint16_t port, OnFrame on_frame, int receive_buffer_bytes = 0);
  ~Client() override;
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void send(const wire::ClientFrame& frame);
  // One binary message that need not be a frame.
  void send_message(std::span<const std::uint8_t> message);
  // Bytes for the WebSocket as they stand: header, mask and all.
  void send_raw(std::span<const std::uint8_t> bytes);
  // What the system has not taken yet.
  [[nodiscard]] std::size_t unsent() const { return out_.size(); }
  // Gathers what is sent until the matching `uncork`: one TLS record for many frames.
  void cork() { corked_ = true; }
  void uncork();
  [[nodiscard]] bool failed() const { return state_ == State::failed; }
  // Connected, upgraded.
  [[nodiscard]] bool open() const { return state_ == State::open; }
  void close();
  // No more is read, so that the server's buffers fill.
  void stop_reading();

  void on_ready(std::uint32_t events) override;

 private:
  enum class State : std::uint8_t { connecting, handshake, upgrade, open, failed };
  void step();
  void flush();
  bool read_some();
  void take_frames();
  void watch();
  void fail();

  Loop& loop_;
  OnFrame on_frame_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
  int socket_ = -1;
  State state_ = State::connecting;
  bool want_write_ = true;
  bool corked_ = false;
  bool reading_ = true;
  std::vector<std::uint8_t> in_;
  std::vector<std::uint8_t> out_;
  std::vector<std::uint8_t> message_;  // of a fragmented message
  std::uint16_t port_;
};

}  // namespace bredvid::load
