#include "tests/support/wire_client.h"

#include <openssl/ssl.h>

#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include "server/net/beast.h"

namespace bredvid::support {
namespace {

using namespace bredvid::net;
using Clock = std::chrono::steady_clock;
using Bytes = std::vector<std::uint8_t>;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

constexpr std::size_t kMaxServerMessage = 1024 * 1024;

}  // namespace

struct WireClient::Impl {
  asio::io_context io;
  asio::ssl::context tls{asio::ssl::context::tls_client};
  std::optional<websocket::stream<TlsStream>> stream;
  beast::flat_buffer buffer;
  std::deque<Bytes> received;
  std::vector<Bytes> traffic;
  std::string failure;
  bool open = false;

  /// Runs until `done`; false: the time was over.
  template <class Done>
  bool run_until(Done done, std::chrono::milliseconds patience) {
    const auto deadline = Clock::now() + patience;
    while (!done()) {
      if (Clock::now() >= deadline) return false;
      if (io.stopped()) io.restart();
      if (io.run_one_until(deadline) == 0 && !done() && Clock::now() < deadline)
        return false;  // nothing left to wait for
    }
    return true;
  }

  /// Starts one operation and runs it to its end. `what` names it when it fails.
  template <class Start>
  bool step(const char* what, Start start) {
    std::optional<error_code> result;
    start([&result](error_code code, auto&&...) { result = code; });
    if (!run_until([&] { return result.has_value(); }, kPatience)) {
      failure = std::string(what) + ": no answer";
      cut();
      io.restart();
      io.run_for(std::chrono::seconds(1));  // the operation refers to `result`
      return false;
    }
    if (*result) failure = std::string(what) + ": " + result->message();
    return !*result;
  }

  void read_on() {
    stream->async_read(buffer, [this](error_code code, std::size_t) {
      if (code) {
        open = false;
        return;
      }
      const auto data = buffer.cdata();
      const auto* begin = static_cast<const std::uint8_t*>(data.data());
      received.emplace_back(begin, begin + data.size());
      traffic.push_back(received.back());
      buffer.clear();
      read_on();
    });
  }

  void cut() {
    open = false;
    if (stream) beast::get_lowest_layer(*stream).close();
  }

  bool write(const void* data, std::size_t size, bool binary) {
    if (!open) return false;
    stream->binary(binary);
    return step("write", [&](auto handler) { stream->async_write(asio::buffer(data, size), handler); });
  }
};

WireClient::WireClient() : impl_(std::make_unique<Impl>()) {}
WireClient::WireClient(WireClient&&) noexcept = default;

WireClient& WireClient::operator=(WireClient&& other) noexcept {
  if (impl_) cut();
  impl_ = std::move(other.impl_);
  news_ = std::move(other.news_);
  last_rid_ = other.last_rid_;
  return *this;
}

WireClient::~WireClient() {
  if (impl_) cut();
}

bool WireClient::connect(const ConnectOptions& options) {
  Impl& impl = *impl_;
  error_code code;
  impl.tls.load_verify_file(options.certificate.string(), code);
  impl.tls.set_verify_mode(asio::ssl::verify_peer);
  TlsStream tls(beast::tcp_stream(impl.io), impl.tls);
  SSL_set1_host(tls.native_handle(), options.host.c_str());
  SSL_set_tlsext_host_name(tls.native_handle(), options.host.c_str());
  impl.stream.emplace(std::move(tls));
  auto& lowest = beast::get_lowest_layer(*impl.stream);
  const tcp::endpoint loopback(asio::ip::address_v4::loopback(), options.port);
  if (!impl.step("connect", [&](auto handler) { lowest.async_connect(loopback, handler); })) return false;
  auto& layer = impl.stream->next_layer();
  if (!impl.step("tls", [&](auto handler) { layer.async_handshake(asio::ssl::stream_base::client, handler); }))
    return false;
  const std::string authority = options.host + ":" + std::to_string(options.port);
  const std::string origin = options.origin.empty() ? "https://" + authority : options.origin;
  impl.stream->set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
    request.set(http::field::origin, origin);
    if (!options.subprotocol.empty()) request.set(http::field::sec_websocket_protocol, options.subprotocol);
  }));
  impl.stream->read_message_max(kMaxServerMessage);
  if (!impl.step("upgrade", [&](auto handler) { impl.stream->async_handshake(authority, options.path, handler); }))
    return false;
  impl.open = true;
  impl.read_on();
  return true;
}

const std::string& WireClient::failure() const {
  return impl_->failure;
}
bool WireClient::open() const {
  return impl_->open;
}
std::uint16_t WireClient::local_port() const {
  error_code failure;
  return impl_->stream ? beast::get_lowest_layer(*impl_->stream).socket().local_endpoint(failure).port()
                       : std::uint16_t{0};
}
const std::vector<Bytes>& WireClient::traffic() const {
  return impl_->traffic;
}
std::uint16_t WireClient::close_code() const {
  return impl_->stream ? impl_->stream->reason().code : std::uint16_t{0};
}
void WireClient::cut() {
  impl_->cut();
}

bool WireClient::send_raw(const Bytes& bytes) {
  impl_->traffic.push_back(bytes);
  return impl_->write(bytes.data(), bytes.size(), true);
}

bool WireClient::send_text(const std::string& text) {
  return impl_->write(text.data(), text.size(), false);
}
bool WireClient::send(const wire::ClientFrame& frame) {
  return send_raw(wire::encode(frame));
}

std::optional<wire::ServerFrame> WireClient::next(std::chrono::milliseconds patience) {
  Impl& impl = *impl_;
  static_cast<void>(impl.run_until([&] { return !impl.received.empty() || !impl.open; }, patience));
  if (impl.received.empty()) return std::nullopt;
  const Bytes bytes = std::move(impl.received.front());
  impl.received.pop_front();
  auto decoded = wire::decode_server(bytes);
  if (!decoded) {
    impl.failure = "the server sent what the schema does not allow";
    cut();
    return std::nullopt;
  }
  return *std::move(decoded);
}

std::optional<wire::ServerFrame> WireClient::answer(RequestId rid, std::chrono::milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    auto frame = next(std::max(left, std::chrono::milliseconds(0)));
    if (!frame || wire::request_id(*frame) == rid) return frame;
    news_.push_back(*std::move(frame));
  }
}

std::optional<wire::ServerFrame> WireClient::next_news(std::chrono::milliseconds patience) {
  if (news_.empty()) return next(patience);
  auto frame = std::move(news_.front());
  news_.pop_front();
  return frame;
}

bool WireClient::wait_closed(std::chrono::milliseconds patience) {
  return impl_->run_until([this] { return !impl_->open; }, patience);
}

void WireClient::close() {
  if (!impl_->open) return;
  impl_->stream->async_close(websocket::close_code::normal, [](error_code) {});
  static_cast<void>(wait_closed());
}

}  // namespace bredvid::support
