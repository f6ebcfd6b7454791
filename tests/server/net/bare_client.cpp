#include "tests/server/net/bare_client.h"

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <stdexcept>

namespace bredvid::support {

BareClient::BareClient(std::uint16_t port)
    : context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free),
      ssl_(SSL_new(context_.get()), SSL_free),
      socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("nobody listens");
  }
  SSL_set_fd(ssl_.get(), socket_);
  SSL_set_connect_state(ssl_.get());
}

BareClient::~BareClient() {
  ::close(socket_);
}

void BareClient::patience(std::chrono::milliseconds time) {
  const timeval limit{time.count() / 1000, time.count() % 1000 * 1000};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
}

void BareClient::put_raw(const std::string& bytes) {
  static_cast<void>(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

bool BareClient::handshake(std::chrono::milliseconds time) {
  patience(time);
  return SSL_do_handshake(ssl_.get()) == 1;
}

void BareClient::begin_handshake() {
  // Through memory, so that an answer that is quick cannot carry it any further.
  SSL_set_bio(ssl_.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
  SSL_do_handshake(ssl_.get());
  std::string hello(16384, '\0');
  const int size = BIO_read(SSL_get_wbio(ssl_.get()), hello.data(), static_cast<int>(hello.size()));
  hello.resize(static_cast<std::size_t>(size));
  put_raw(hello);
  SSL_set_fd(ssl_.get(), socket_);
}

void BareClient::put(const std::string& bytes) {
  static_cast<void>(SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())));
}

std::string BareClient::get(std::size_t bytes, std::chrono::milliseconds time) {
  patience(time);
  std::string all;
  char buffer[16384];
  while (all.size() < bytes) {
    const int got = SSL_read(ssl_.get(), buffer, sizeof buffer);
    if (got <= 0) break;
    all.append(buffer, static_cast<std::size_t>(got));
  }
  return all;
}

std::string BareClient::upgrade() {
  if (!handshake()) return {};
  put(upgrade_request());
  return get(1);
}

bool BareClient::sees_end(std::chrono::milliseconds time) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  patience(std::chrono::milliseconds(10));
  char buffer[16384];
  while (std::chrono::steady_clock::now() < deadline) {
    const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) return true;
  }
  return false;
}

std::string upgrade_request() {
  return "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
         "Sec-WebSocket-Protocol: bredvid.v1\r\nOrigin: https://localhost\r\n\r\n";
}

}  // namespace bredvid::support
