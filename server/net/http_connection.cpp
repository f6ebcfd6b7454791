#include "server/net/http_connection.h"

#include <utility>

#include "server/base/log.h"
#include "server/net/session.h"
#include "server/net/upgrade.h"

namespace bredvid::net {
namespace {

using metrics::ConnectionState;

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

HttpConnection::HttpConnection(Socket socket, Cover cover, Surroundings& around, Census::Seat seat)
    : around_(around),
      stream_(std::move(socket)),
      seat_(std::move(seat)),
      place_(cover == Cover::tls ? ConnectionState::handshake : ConnectionState::http),
      newcomer_(around.newcomers, *this, cover == Cover::tls ? Stage::handshake : Stage::request),
      cover_(cover) {}

void HttpConnection::expire_after(std::chrono::milliseconds patience) {
  around_.loop.set_deadline(*this, std::chrono::steady_clock::now() + patience);
}

// ---- before the first request ----

void HttpConnection::start() {
  expire_after(around_.loop.limits().tls_handshake);
  stream_.wait(Want::read, [self = self()](error_code failure) {
    self->around_.loop.turn([&] {
      if (failure) return self->close();
      if (self->cover_ == Cover::plain) return self->begin_serving();
      self->expire_after(kGateTimeouts * self->around_.loop.limits().tls_handshake);
      self->around_.gate.knock(self);
    });
  });
}

void HttpConnection::enter() {
  if (!stream_.is_open() || !stream_.secure(around_.tls().get())) return close();
  expire_after(around_.loop.limits().tls_handshake);
  around_.gate.step_soon(self());
}

void HttpConnection::step() {
  const Want want = stream_.handshake();
  if (want == Want::end) {
    metrics::server().handshakes_failed.add();
    return close();
  }
  if (want == Want::nothing) {
    (stream_.resumed() ? metrics::server().handshakes_resumed : metrics::server().handshakes_full).add();
    place_.move_to(ConnectionState::http);
    newcomer_.move_to(Stage::request);
    around_.gate.leave(*this);
    return begin_serving();
  }
  stream_.wait(want, [self = self()](error_code failure) {
    self->around_.loop.turn([&] { failure ? self->close() : self->around_.gate.step_soon(self); });
  });
}

void HttpConnection::begin_serving() {
  asio::co_spawn(
      around_.loop.executor(), [self = self()] { return self->serve(); },
      [self = self()](std::exception_ptr failure) {
        // Its text may quote what a client sent, so it is not logged.
        if (failure) log::write(log::Level::error, "connection_failed");
        self->close();
      });
}

void HttpConnection::close() {
  const auto kept = shared_from_this();
  around_.gate.leave(*this);
  around_.loop.remove(*this);
  newcomer_.leave();
  if (upgraded_) return;
  stream_.close();
  seat_.release();
}

// ---- requests ----

Task<void> HttpConnection::serve() {
  const Limits& limits = around_.loop.limits();
  beast::flat_buffer buffer(std::size_t{2} * kMaxHttpHeaderBytes);
  bool more = co_await serve_one(buffer, limits.http_header);
  for (int served = 1; more && served < kMaxRequestsPerConnection; ++served) {
    more = co_await serve_one(buffer, limits.http_idle);
  }
  if (!upgraded_ && stream_.is_open()) co_await finish();
}

Task<bool> HttpConnection::serve_one(beast::flat_buffer& buffer, std::chrono::milliseconds patience) {
  http::request_parser<http::empty_body> parser;
  parser.header_limit(kMaxHttpHeaderBytes);
  expire_after(patience);
  auto [failure, size] = co_await http::async_read_header(stream_, buffer, parser, use_task);
  if (!stream_.is_open()) co_return false;
  // Beast looks at its limit only when a header comes in pieces.
  if (!failure && size > kMaxHttpHeaderBytes) failure = http::error::header_limit;
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
    // Kept until the answer is written: the operator may change the pages meanwhile.
    const std::shared_ptr<const InfoPages> info = around_.info.current();
    Answer answer = answer_request(request, around_.site, *info);
    const bool keep = answer.keep_alive();
    const bool written = co_await write(std::move(answer));
    co_return keep&& written;
  }
  // A client speaks first only after our answer, so nothing may wait behind the header.
  std::optional<Answer> refused;
  if (buffer.size() > 0) {
    refused = refuse_request(http::status::bad_request, version);
  } else {
    refused = upgrade(request);
  }
  if (refused) co_await write(*std::move(refused));
  co_return false;
}

Task<bool> HttpConnection::write(Answer answer) {
  expire_after(around_.loop.limits().http_write);
  metrics::server().http_answers.add(answer.result_int() / 100);
  auto [failure, size] = co_await http::async_write(stream_, answer, use_task);
  co_return !failure;
}

std::optional<Answer> HttpConnection::upgrade(const Request& request) {
  const std::string_view origin = cover_ == Cover::plain ? std::string_view(around_.plain_origin) : std::string_view();
  if (const auto refused = check_upgrade(request, origin)) return refuse_request(*refused, request.version());
  if (!has_websocket_key(request)) return refuse_request(http::status::bad_request, request.version());
  Loop& loop = around_.loop;
  bool room = around_.websockets.count() < loop.limits().websockets;
  if (!room) loop.turn([&] { room = around_.newcomers.let_one_go(Stage::websocket); });
  if (!room) {
    Answer busy = refuse_request(http::status::service_unavailable, request.version());
    busy.set(http::field::retry_after, std::to_string(kRetryAfter.count()));
    return busy;
  }
  upgraded_ = true;
  newcomer_.leave();
  metrics::server().http_answers.add(1);
  loop.turn([&] {
    const auto session = std::make_shared<Session>(std::move(stream_), around_, std::move(seat_));
    loop.add(session);
    session->start(upgrade_answer(request));
  });
  return std::nullopt;
}

// ---- the end ----

// The answer must arrive before the connection goes: what the client has sent too much is read and thrown away, since
// closing over it would reset the connection.
Task<void> HttpConnection::finish() {
  expire_after(around_.loop.limits().tls_shutdown);
  stream_.say_goodbye();
  while (stream_.is_open() && stream_.discard(around_.loop.read_buffer()) != Want::end) {
    const auto waiting = [this](auto handler) { stream_.wait(Want::read, std::move(handler)); };
    auto [failure] = co_await asio::async_initiate<decltype(use_task), void(error_code)>(waiting, use_task);
    if (failure) co_return;
  }
}

}  // namespace bredvid::net
