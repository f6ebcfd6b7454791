#include "server/net/listener.h"

#include "server/net/limits.h"

namespace bredvid::net {
namespace {

template <class Acceptor>
OperatorResult<void> open(Acceptor& acceptor, const tcp::endpoint& endpoint, const std::string& subject) {
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

Listener::Listener(Loop& loop) : acceptor_(loop.executor()), pause_(loop.executor()) {}

OperatorResult<std::shared_ptr<Listener>> Listener::bind(Loop& loop, const std::string& address, std::uint16_t port) {
  const std::string subject = address + " port " + std::to_string(port);
  error_code failure;
  const auto parsed = asio::ip::make_address(address, failure);
  if (failure) return operator_fail(ErrorCode::address_bad, subject);
  auto listener = std::make_shared<Listener>(loop);
  if (auto opened = open(listener->acceptor_, {parsed, port}, subject); !opened) return std::unexpected(opened.error());
  listener->port_ = listener->acceptor_.local_endpoint(failure).port();
  return listener;
}

void Listener::start(Choose choose, Handler handler) {
  choose_ = std::move(choose);
  handler_ = std::move(handler);
  accept_next();
}

void Listener::stop() {
  error_code ignored;
  acceptor_.close(ignored);
  pause_.cancel();
}

void Listener::accept_next() {
  Loop& loop = choose_();
  acceptor_.async_accept(loop.executor(), [self = shared_from_this(), &loop](error_code failure, Socket socket) {
    if (!self->acceptor_.is_open()) return;
    if (!failure) {
      error_code ignored;
      socket.set_option(tcp::no_delay(true), ignored);
      self->handler_(loop, std::move(socket));
      return self->accept_next();
    }
    self->pause_.expires_after(kAcceptRetry);
    self->pause_.async_wait([self](error_code) {
      if (self->acceptor_.is_open()) self->accept_next();
    });
  });
}

}  // namespace bredvid::net
