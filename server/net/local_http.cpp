#include "server/net/local_http.h"

#include <thread>

#include "server/net/beast.h"
#include "server/net/limits.h"
#include "server/net/loopback.h"

namespace bredvid::net {
namespace {

using Request = http::request<http::empty_body>;
using Answer = http::response<http::string_body>;

/// The Host of a request without its port.
std::string_view host_of(const Request& request) {
  const auto field = request[http::field::host];
  std::string_view host(field.data(), field.size());
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    return end == std::string_view::npos ? std::string_view() : host.substr(1, end - 1);
  }
  return host.substr(0, host.find(':'));
}

Answer refusal(http::status status) {
  Answer answer(status, 11);
  if (status == http::status::method_not_allowed) answer.set(http::field::allow, "GET");
  return answer;
}

class RunningLocalHttp final : public LocalHttp {
 public:
  ~RunningLocalHttp() override { stop(); }

  OperatorResult<void> listen(const std::string& address, std::uint16_t port) {
    error_code failure;
    const tcp::endpoint endpoint(asio::ip::make_address(address, failure), port);
    if (!failure) acceptor_.open(endpoint.protocol(), failure);
    if (!failure) acceptor_.set_option(tcp::acceptor::reuse_address(true), failure);
    if (!failure) acceptor_.bind(endpoint, failure);
    if (!failure) acceptor_.listen(kMaxLocalConnections, failure);
    if (!failure) return {};
    const bool taken = failure == boost::system::errc::address_in_use;
    return operator_fail(taken ? ErrorCode::port_in_use : ErrorCode::address_bad,
                         address + " port " + std::to_string(port));
  }

  std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }

  void start(Handler handler) override {
    handler_ = std::move(handler);
    asio::co_spawn(io_, [this] { return accept(); }, asio::detached);
    thread_ = std::thread([this] { io_.run(); });
  }

  void stop() override {
    if (!thread_.joinable()) return;
    io_.stop();
    thread_.join();
  }

 private:
  asio::awaitable<void> accept() {
    asio::steady_timer pause(io_);
    for (;;) {
      auto [failure, socket] = co_await acceptor_.async_accept(use_tuple);
      if (failure) {
        pause.expires_after(kAcceptRetry);
        co_await pause.async_wait(use_tuple);
      } else if (open_ < kMaxLocalConnections) {
        ++open_;
        asio::co_spawn(
            io_, [this, socket = std::move(socket)]() mutable { return serve(std::move(socket)); },
            [this](const std::exception_ptr&) { --open_; });
      }
    }
  }

  asio::awaitable<void> serve(tcp::socket socket) {
    beast::tcp_stream stream(std::move(socket));
    stream.expires_after(kLocalTimeout);
    beast::flat_buffer buffer(2 * kMaxHttpHeaderBytes);
    http::request_parser<http::empty_body> parser;
    parser.header_limit(kMaxHttpHeaderBytes);
    auto [failure, size] = co_await http::async_read_header(stream, buffer, parser, use_tuple);
    if (failure || size > kMaxHttpHeaderBytes) co_return;
    Answer answer = answer_to(parser.get());
    answer.set(http::field::cache_control, "no-store");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.keep_alive(false);
    answer.prepare_payload();
    stream.expires_after(kLocalTimeout);
    co_await http::async_write(stream, answer, use_tuple);
    error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

  Answer answer_to(const Request& request) {
    const std::string_view host = host_of(request);
    if (host != "localhost" && !is_loopback(host)) return refusal(http::status::forbidden);
    if (request.method() != http::verb::get) return refusal(http::status::method_not_allowed);
    const auto target = request.target();
    const std::string_view path = std::string_view(target.data(), target.size());
    auto made = handler_(path.substr(0, path.find('?')));
    if (!made) return refusal(http::status::not_found);
    Answer answer(static_cast<http::status>(made->status), 11);
    answer.set(http::field::content_type, beast::string_view(made->type.data(), made->type.size()));
    answer.body() = std::move(made->body);
    return answer;
  }

  Handler handler_;
  std::size_t open_ = 0;
  asio::io_context io_{1};  // its destructor ends what still waits
  tcp::acceptor acceptor_{io_};
  std::thread thread_;
};

}  // namespace

OperatorResult<std::unique_ptr<LocalHttp>> LocalHttp::bind(const std::string& address, std::uint16_t port) {
  if (!is_loopback(address)) return operator_fail(ErrorCode::address_bad, address);
  auto local = std::make_unique<RunningLocalHttp>();
  if (auto listening = local->listen(address, port); !listening) return std::unexpected(listening.error());
  return local;
}

}  // namespace bredvid::net
