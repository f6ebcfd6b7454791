// A blocking client of the real protocol: TLS 1.3, WebSocket, typed frames. For tests and the demo.
//
// One thread. Everything that goes over the wire is kept in traffic(), so that a test can look for what must not be
// there.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/wire/codec.h"

namespace bredvid::support {

struct ConnectOptions {
  std::uint16_t port = 0;
  /// the certificate to trust
  std::filesystem::path certificate;
  std::string host = "localhost";
  /// empty: what a page of this server would send
  std::string origin;
  std::string subprotocol = "bredvid.v1";
  std::string path = "/ws";
};

class WireClient {
 public:
  WireClient();
  ~WireClient();
  WireClient(WireClient&&) noexcept;
  WireClient& operator=(WireClient&&) noexcept;

  /// False: refused, at whatever step; failure() says which.
  [[nodiscard]] bool connect(const ConnectOptions& options);
  [[nodiscard]] const std::string& failure() const;

  /// Sends a message as it stands, also one that is no frame. False: the connection has ended.
  bool send_raw(const std::vector<std::uint8_t>& bytes);
  bool send_text(const std::string& text);
  bool send(const wire::ClientFrame& frame);

  /// The next frame, whatever it is. Nothing: the connection has ended, or nothing came in time.
  [[nodiscard]] std::optional<wire::ServerFrame> next(std::chrono::milliseconds patience = kPatience);
  /// The answer with this request id; frames that nobody asked for are kept for next_news().
  [[nodiscard]] std::optional<wire::ServerFrame> answer(RequestId rid, std::chrono::milliseconds patience = kPatience);
  /// The next frame that nobody asked for.
  [[nodiscard]] std::optional<wire::ServerFrame> next_news(std::chrono::milliseconds patience);

  [[nodiscard]] RequestId fresh_rid() { return RequestId{++last_rid_}; }
  [[nodiscard]] bool open() const;
  /// The close code that the server gave; 0 while open or when it gave none.
  [[nodiscard]] std::uint16_t close_code() const;
  /// Reads into nothing until the connection has ended; false: it has not, in time.
  [[nodiscard]] bool wait_closed(std::chrono::milliseconds patience = kPatience);
  void close();
  /// Drops the connection without a word.
  void cut();

  /// This end's own port, by which a log could know it; 0: not connected.
  [[nodiscard]] std::uint16_t local_port() const;
  [[nodiscard]] const std::vector<std::vector<std::uint8_t>>& traffic() const;

  static constexpr std::chrono::milliseconds kPatience{10000};

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::deque<wire::ServerFrame> news_;
  std::uint32_t last_rid_ = 0;
};

}  // namespace bredvid::support
