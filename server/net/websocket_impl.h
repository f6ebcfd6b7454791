// The half of websocket.h that knows Beast: made by http_connection.cpp from an upgraded stream.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "server/net/beast.h"
#include "server/net/websocket.h"

namespace bredvid::net {

struct WebSocket::Impl : std::enable_shared_from_this<WebSocket::Impl> {
  explicit Impl(TlsStream&& tls) : stream(std::move(tls)) {}

  void write_next();
  void start_closing();

  websocket::stream<TlsStream> stream;
  beast::flat_buffer incoming;
  std::deque<std::vector<std::uint8_t>> queue;  // front: being written when `writing`
  std::size_t queued_bytes = 0;
  bool writing = false;
  std::optional<CloseCode> closing;
};

}  // namespace bredvid::net
