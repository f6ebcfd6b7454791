// Accepts connections on one address and port, each on a strand of its own.
//
// Thread: start and stop on any thread; the handler is called on the accepting strand and must not block.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/net/asio.h"
#include "server/net/operator_error.h"

namespace bredvid::net {

class Listener : public std::enable_shared_from_this<Listener> {
 public:
  using Handler = std::function<void(tcp::socket)>;

  /// `address`: an IPv4 or IPv6 address ("::" listens on both). Port 0: the system chooses one, see port().
  /// port_in_use, address_bad.
  [[nodiscard]] static OperatorResult<std::shared_ptr<Listener>> bind(asio::io_context& io, const std::string& address,
                                                                      std::uint16_t port);

  explicit Listener(asio::io_context& io);

  [[nodiscard]] std::uint16_t port() const { return port_; }
  void start(Handler handler);
  /// No connection is handed out afterwards; those that wait in the kernel are refused.
  void stop();

 private:
  asio::awaitable<void> accept_loop();

  asio::io_context& io_;
  asio::strand<asio::io_context::executor_type> strand_;
  tcp::acceptor acceptor_;
  Handler handler_;
  std::uint16_t port_ = 0;
};

}  // namespace bredvid::net
