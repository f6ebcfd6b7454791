#include "server/net/listener.h"

#include "server/net/limits.h"

namespace bredvid::net {
namespace {

OperatorResult<void> open(tcp::acceptor& acceptor, const tcp::endpoint& endpoint, const std::string& subject) {
  error_code failure;
  acceptor.open(endpoint.protocol(), failure);
  if (failure) return operator_fail(ErrorCode::address_bad, subject);
  acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
  if (endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only(!endpoint.address().is_unspecified()), failure);
  acceptor.bind(endpoint, failure);
  if (!failure) acceptor.listen(kListenBacklog, failure);
  if (!failure) return {};
  const bool taken = failure == boost::system::errc::address_in_use;
  return operator_fail(taken ? ErrorCode::port_in_use : ErrorCode::address_bad, subject);
}

}  // namespace

Listener::Listener(asio::io_context& io) : io_(io), strand_(asio::make_strand(io)), acceptor_(strand_) {}

OperatorResult<std::shared_ptr<Listener>> Listener::bind(asio::io_context& io, const std::string& address,
                                                         std::uint16_t port) {
  const std::string subject = address + " port " + std::to_string(port);
  error_code failure;
  const auto parsed = asio::ip::make_address(address, failure);
  if (failure) return operator_fail(ErrorCode::address_bad, subject);
  auto listener = std::make_shared<Listener>(io);
  if (auto opened = open(listener->acceptor_, {parsed, port}, subject); !opened) return std::unexpected(opened.error());
  listener->port_ = listener->acceptor_.local_endpoint(failure).port();
  return listener;
}

void Listener::start(Handler handler) {
  handler_ = std::move(handler);
  asio::co_spawn(strand_, [self = shared_from_this()] { return self->accept_loop(); }, asio::detached);
}

void Listener::stop() {
  asio::post(strand_, [self = shared_from_this()] {
    error_code ignored;
    self->acceptor_.close(ignored);
  });
}

asio::awaitable<void> Listener::accept_loop() {
  asio::steady_timer pause(strand_);
  while (acceptor_.is_open()) {
    auto [failure, socket] = co_await acceptor_.async_accept(asio::any_io_executor(asio::make_strand(io_)), use_tuple);
    if (!acceptor_.is_open()) break;
    if (failure) {
      pause.expires_after(kAcceptRetry);
      co_await pause.async_wait(use_tuple);
      continue;
    }
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    handler_(std::move(socket));
  }
}

}  // namespace bredvid::net
