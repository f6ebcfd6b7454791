// The least that an online message can cost on this machine: TLS, epoll and SQLCipher as the server sets them, with
// nothing of the server's in between. No accounts, no WebSocket, no domain, one thread. A record is a message.
//
// It is not durable in every way that the server is (nothing is read back, nobody is served twice): it is a yardstick.
#pragma once

#include <openssl/ssl.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "server/storage/database.h"
#include "tests/load/loop.h"
#include "tests/support/temporary_folder.h"

namespace bredvid::load {

inline constexpr std::size_t kRelayMessage_bytes = 576;  // a frame with 512 bytes in it
inline constexpr std::size_t kRelayAnswer_bytes = 24;

class Relay {
 public:
  Relay();
  ~Relay();
  Relay(const Relay&) = delete;
  Relay& operator=(const Relay&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  // Connections are pairs: 0 and 1, 2 and 3; what one sends, the other gets.
  [[nodiscard]] std::size_t connected() const { return connected_.load(); }
  // What its thread has taken so far.
  [[nodiscard]] std::uint64_t cpu_ns() const;

 private:
  struct Line;
  struct Listener;
  void serve();
  void turn_ended();
  void took(Line& from, std::span<const std::uint8_t> record);

  support::TemporaryFolder folder_;
  std::optional<storage::Database> database_;
  std::shared_ptr<SSL_CTX> tls_;
  Loop loop_;
  int socket_ = -1;
  std::uint16_t port_ = 0;
  std::unique_ptr<Listener> listener_;
  std::vector<std::unique_ptr<Line>> lines_;
  struct Waiting {
    Line* from;
    std::vector<std::uint8_t> record;
  };
  std::vector<Waiting> waiting_;
  std::size_t acknowledged_ = 0;
  std::size_t stored_ = 0;
  std::size_t deleted_ = 0;
  std::size_t checkpointed_ = 0;
  Clock::time_point last_delete_;
  std::atomic<std::size_t> connected_ = 0;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace bredvid::load
