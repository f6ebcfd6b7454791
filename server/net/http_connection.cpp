#include "server/net/http_connection.h"

#include <utility>

#include "server/net/http_answer.h"
#include "server/net/limits.h"
#include "server/net/websocket_impl.h"

namespace bredvid::net {
namespace {

/// What an unreadable request is answered with; nothing: the peer is gone or was too slow.
std::optional<http::status> refusal_for(error_code failure) {
  if (failure == http::error::header_limit || failure == http::error::buffer_overflow) {
    return http::status::request_header_fields_too_large;
  }
  if (failure == http::error::end_of_stream || failure == http::error::partial_message) return std::nullopt;
  if (failure.category() == http::make_error_code(http::error::bad_version).category())
    return http::status::bad_request;
  return std::nullopt;
}

bool has_body(const http::request_parser<http::empty_body>& parser) {
  return parser.chunked() || (parser.content_length() && *parser.content_length() > 0);
}

}  // namespace

HttpConnection::HttpConnection(tcp::socket socket, asio::ssl::context& tls, const StaticSite& site,
                               const Services& services, Bus& bus)
    : strand_(socket.get_executor()),
      stream_(std::in_place, beast::tcp_stream(std::move(socket)), tls),
      site_(site),
      services_(services),
      bus_(bus) {}

void HttpConnection::stop() {
  asio::post(strand_, [self = shared_from_this()] {
    self->stopping_ = true;
    if (self->session_) {
      self->session_->shut_down();
    } else if (self->stream_) {
      beast::get_lowest_layer(*self->stream_).close();
    }
  });
}

asio::awaitable<void> HttpConnection::run() {
  beast::get_lowest_layer(*stream_).expires_after(kTlsHandshakeTimeout);
  auto [failure] = co_await stream_->async_handshake(asio::ssl::stream_base::server, use_tuple);
  if (failure) co_return;
  beast::flat_buffer buffer(2 * kMaxHttpHeaderBytes);
  bool more = co_await serve_one(buffer, kHttpHeaderTimeout);
  for (int served = 1; more && served < kMaxRequestsPerConnection; ++served) {
    more = co_await serve_one(buffer, kHttpIdleTimeout);
  }
  if (stream_) co_await close_tls();
}

asio::awaitable<bool> HttpConnection::serve_one(beast::flat_buffer& buffer, std::chrono::seconds patience) {
  http::request_parser<http::empty_body> parser;
  parser.header_limit(kMaxHttpHeaderBytes);
  beast::get_lowest_layer(*stream_).expires_after(patience);
  auto [failure, size] = co_await http::async_read_header(*stream_, buffer, parser, use_tuple);
  if (stopping_) co_return false;
  if (failure) {
    if (const auto status = refusal_for(failure)) co_await write(refuse_request(*status, 11));
    co_return false;
  }
  const unsigned version = parser.get().version();
  if (has_body(parser)) {
    co_await write(refuse_request(http::status::payload_too_large, version));
    co_return false;
  }
  const Request request = parser.release();
  if (request.target() != beast::string_view(kWebsocketPath.data(), kWebsocketPath.size())) {
    Answer answer = answer_request(request, site_);
    const bool keep = answer.keep_alive();
    const bool written = co_await write(std::move(answer));
    co_return keep&& written;
  }
  if (const auto refused = check_upgrade(request)) {
    co_await write(refuse_request(*refused, version));
    co_return false;
  }
  // A client speaks first only after our answer, so nothing may wait behind the header.
  if (buffer.size() > 0) {
    co_await write(refuse_request(http::status::bad_request, version));
    co_return false;
  }
  co_await upgrade(request);
  co_return false;
}

asio::awaitable<bool> HttpConnection::write(Answer answer) {
  beast::get_lowest_layer(*stream_).expires_after(kHttpWriteTimeout);
  auto [failure, size] = co_await http::async_write(*stream_, answer, use_tuple);
  co_return !failure;
}

asio::awaitable<void> HttpConnection::upgrade(Request request) {
  beast::get_lowest_layer(*stream_).expires_never();  // the WebSocket keeps its own time
  auto impl = std::make_shared<WebSocket::Impl>(std::move(*stream_));
  stream_.reset();
  impl->stream.set_option(websocket::stream_base::timeout{kWebsocketHandshakeTimeout, kWebsocketIdleTimeout, true});
  impl->stream.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
    set_security_headers(response);
    response.set(http::field::sec_websocket_protocol, beast::string_view(kSubprotocol.data(), kSubprotocol.size()));
    response.erase(http::field::server);
  }));
  impl->stream.read_message_max(kMaxMessageBytes);
  impl->stream.auto_fragment(false);
  impl->stream.binary(true);
  auto [failure] = co_await impl->stream.async_accept(request, use_tuple);
  if (failure) co_return;
  session_ = std::make_shared<Session>(WebSocket(std::move(impl)), services_, bus_);
  if (stopping_) session_->shut_down();
  co_await session_->run();
}

asio::awaitable<void> HttpConnection::close_tls() {
  beast::get_lowest_layer(*stream_).expires_after(kTlsShutdownTimeout);
  co_await stream_->async_shutdown(use_tuple);
}

}  // namespace bredvid::net
