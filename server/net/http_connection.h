// One accepted connection: TLS handshake, plain requests for the web client's files, and the upgrade to a
// session. Every wait has a time limit (limits.h). Lives on the strand of its socket.
#pragma once

#include <memory>
#include <optional>

#include "server/net/beast.h"
#include "server/net/bus.h"
#include "server/net/http_answer.h"
#include "server/net/services.h"
#include "server/net/session.h"

namespace bredvid::net {

class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
 public:
  HttpConnection(tcp::socket socket, asio::ssl::context& tls, const StaticSite& site, const Services& services,
                 Bus& bus);

  [[nodiscard]] asio::any_io_executor executor() const { return strand_; }

  /// Ends when the connection has; failures of the network are silent.
  [[nodiscard]] asio::awaitable<void> run();

  /// The server stops. Any thread.
  void stop();

 private:
  /// False: the connection is done with.
  asio::awaitable<bool> serve_one(beast::flat_buffer& buffer, std::chrono::seconds patience);
  asio::awaitable<bool> write(Answer answer);
  asio::awaitable<void> upgrade(Request request);
  asio::awaitable<void> close_tls();

  asio::any_io_executor strand_;
  std::optional<TlsStream> stream_;  // moves into the session's WebSocket
  const StaticSite& site_;
  const Services& services_;
  Bus& bus_;
  std::shared_ptr<Session> session_;
  bool stopping_ = false;
};

}  // namespace bredvid::net
