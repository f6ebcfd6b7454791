// Accepts connections on one address and port and gives each to a loop.
//
// Thread: bind on any; start and stop on the loop's thread, or before it runs. The handlers must not block.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/net/loop.h"
#include "server/net/operator_error.h"

namespace bredvid::net {

class Listener : public std::enable_shared_from_this<Listener> {
 public:
  /// Whose loop the next connection will live on.
  using Choose = std::function<Loop&()>;
  /// On the listener's loop; the socket belongs to the chosen one.
  using Handler = std::function<void(Loop&, Socket)>;

  /// `address`: an IPv4 or IPv6 address ("::" listens on both). Port 0: the system chooses one, see port().
  /// port_in_use, address_bad.
  [[nodiscard]] static OperatorResult<std::shared_ptr<Listener>> bind(Loop& loop, const std::string& address,
                                                                      std::uint16_t port);

  explicit Listener(Loop& loop);

  [[nodiscard]] std::uint16_t port() const { return port_; }
  void start(Choose choose, Handler handler);
  /// No connection is handed out afterwards; those that wait in the kernel are refused.
  void stop();

 private:
  using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;

  void accept_next();

  Acceptor acceptor_;
  asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor> pause_;
  Choose choose_;
  Handler handler_;
  std::uint16_t port_ = 0;
};

}  // namespace bredvid::net
