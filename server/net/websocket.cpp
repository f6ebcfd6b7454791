#include "server/net/websocket_impl.h"

#include "server/net/limits.h"

namespace bredvid::net {

WebSocket::WebSocket(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

asio::any_io_executor WebSocket::executor() const {
  return impl_->stream.get_executor();
}

asio::awaitable<std::expected<std::span<const std::uint8_t>, ReadEnd>> WebSocket::read() {
  const auto impl = impl_;  // outlives the operation even when the owner goes away
  impl->incoming.clear();
  auto [failure, size] = co_await impl->stream.async_read(impl->incoming, use_tuple);
  if (failure) co_return std::unexpected(ReadEnd::closed);
  if (!impl->stream.got_binary()) co_return std::unexpected(ReadEnd::not_binary);
  const auto data = impl->incoming.cdata();
  co_return std::span<const std::uint8_t>(static_cast<const std::uint8_t*>(data.data()), data.size());
}

bool WebSocket::send(std::vector<std::uint8_t> frame) {
  Impl& impl = *impl_;
  if (impl.closing || impl.queue.size() >= kMaxQueuedFrames || impl.queued_bytes + frame.size() > kMaxQueuedBytes)
    return false;
  impl.queued_bytes += frame.size();
  impl.queue.push_back(std::move(frame));
  if (!impl.writing) impl.write_next();
  return true;
}

void WebSocket::close(CloseCode code) {
  if (impl_->closing) return;
  impl_->closing = code;
  if (!impl_->writing) impl_->start_closing();
}

void WebSocket::abort() {
  impl_->closing = impl_->closing.value_or(CloseCode::internal);
  beast::get_lowest_layer(impl_->stream).close();
}

void WebSocket::Impl::write_next() {
  writing = true;
  stream.async_write(asio::buffer(queue.front()), [self = shared_from_this()](error_code failure, std::size_t) {
    self->writing = false;
    if (failure) {
      // The pending read ends with the socket, and the session with it.
      self->queue.clear();
      beast::get_lowest_layer(self->stream).close();
      return;
    }
    self->queued_bytes -= self->queue.front().size();
    self->queue.pop_front();
    if (!self->queue.empty()) {
      self->write_next();
    } else if (self->closing) {
      self->start_closing();
    }
  });
}

void WebSocket::Impl::start_closing() {
  const auto code = static_cast<websocket::close_code>(*closing);
  stream.async_close(websocket::close_reason(code),
                     [self = shared_from_this()](error_code) { beast::get_lowest_layer(self->stream).close(); });
}

}  // namespace bredvid::net
