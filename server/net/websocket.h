// One WebSocket connection, with Beast hidden.
//
// Reading: one read at a time. Writing: send() queues and returns at once; frames go out in that order. The
// queue is bounded (limits.h): when it is full, send() says false and takes nothing; the caller closes.
// Thread: everything on the connection's strand.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <vector>

#include "server/net/asio.h"

namespace bredvid::net {

/// RFC 6455, section 7.4.1, as far as we use them.
enum class CloseCode : std::uint16_t {
  normal = 1000,
  going_away = 1001,  ///< the server stops
  not_binary = 1003,  ///< a text message came
  policy = 1008,      ///< the domain closed the connection; an error frame said why
  too_large = 1009,   ///< sent by Beast itself
  internal = 1011,
  try_again_later = 1013,  ///< the client reads too slowly; it may come back at once
};

enum class ReadEnd : std::uint8_t {
  closed,  ///< by either side, by a timeout or by a network failure
  not_binary,
};

class WebSocket {
 public:
  struct Impl;
  explicit WebSocket(std::shared_ptr<Impl> impl);

  /// The next message. The view lives until the next read.
  [[nodiscard]] asio::awaitable<std::expected<std::span<const std::uint8_t>, ReadEnd>> read();

  /// False: the queue is full or closing has begun; `frame` is dropped.
  [[nodiscard]] bool send(std::vector<std::uint8_t> frame);

  /// Sends what is queued, then the closing handshake. Later calls change nothing.
  void close(CloseCode code);

  /// Closes the socket at once.
  void abort();

  [[nodiscard]] asio::any_io_executor executor() const;

 private:
  std::shared_ptr<Impl> impl_;
};

}  // namespace bredvid::net
