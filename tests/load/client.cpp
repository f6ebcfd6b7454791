#include "tests/load/client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace bredvid::load {
namespace {

constexpr std::size_t kReadSize = 16 * 1024;
constexpr std::uint8_t kFin = 0x80;
constexpr std::uint8_t kBinary = 2;
constexpr std::uint8_t kClose = 8;
constexpr std::uint8_t kPing = 9;
constexpr std::uint8_t kPong = 10;
constexpr std::uint8_t kMasked = 0x80;

void put_header(std::vector<std::uint8_t>& out, std::uint8_t opcode, std::size_t size) {
  out.push_back(static_cast<std::uint8_t>(kFin | opcode));
  if (size < 126) {
    out.push_back(static_cast<std::uint8_t>(kMasked | size));
  } else if (size < 65536) {
    out.push_back(kMasked | 126);
    out.push_back(static_cast<std::uint8_t>(size >> 8));
    out.push_back(static_cast<std::uint8_t>(size));
  } else {
    out.push_back(kMasked | 127);
    for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(size >> shift));
  }
  out.insert(out.end(), 4, 0);  // a mask of zeros: saves our time, not the server's
}

std::string upgrade_request(std::uint16_t port) {
  const std::string host = "localhost:" + std::to_string(port);
  return "GET /ws HTTP/1.1\r\nHost: " + host +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: bredvid.v1\r\nOrigin: https://" +
         host + "\r\n\r\n";
}

}  // namespace

TlsContext client_tls() {
  TlsContext context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
  SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION);
  SSL_CTX_set_mode(context.get(),
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
  return context;
}

Client::Client(Loop& loop, SSL_CTX* tls, std::uint16_t port, OnFrame on_frame, int receive_buffer_bytes)
    : loop_(loop), on_frame_(std::move(on_frame)), ssl_(SSL_new(tls), SSL_free), port_(port) {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (socket_ < 0 || !ssl_) throw std::runtime_error("no socket");
  const int one = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (receive_buffer_bytes > 0)
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 && errno != EINPROGRESS) {
    state_ = State::failed;
  }
  SSL_set_fd(ssl_.get(), socket_);
  SSL_set_connect_state(ssl_.get());
  loop_.add(socket_, *this, EPOLLIN | EPOLLOUT);
}

Client::~Client() {
  close();
}

void Client::close() {
  if (socket_ < 0) return;
  loop_.remove(socket_);
  ::close(socket_);
  socket_ = -1;
  state_ = State::failed;
}

void Client::fail() {
  close();
}

void Client::stop_reading() {
  reading_ = false;
  watch();
}

void Client::watch() {
  if (socket_ < 0) return;
  loop_.change(socket_, *this, (reading_ ? EPOLLIN : 0U) | (want_write_ ? EPOLLOUT : 0U));
}

void Client::send(const wire::ClientFrame& frame) {
  send_message(wire::encode(frame));
}

void Client::send_message(std::span<const std::uint8_t> message) {
  put_header(out_, kBinary, message.size());
  send_raw(message);
}

void Client::send_raw(std::span<const std::uint8_t> bytes) {
  out_.insert(out_.end(), bytes.begin(), bytes.end());
  if (state_ == State::open && !corked_) flush();
}

void Client::uncork() {
  corked_ = false;
  if (state_ == State::open) flush();
}

void Client::on_ready(std::uint32_t events) {
  if (socket_ < 0) return;
  if ((events & (EPOLLERR | EPOLLHUP)) != 0 && (events & EPOLLIN) == 0) return fail();
  step();
}

void Client::step() {
  if (state_ == State::connecting) state_ = State::handshake;
  if (state_ == State::handshake) {
    const int done = SSL_connect(ssl_.get());
    if (done != 1) {
      const int why = SSL_get_error(ssl_.get(), done);
      if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) return fail();
      want_write_ = why == SSL_ERROR_WANT_WRITE;
      return watch();
    }
    state_ = State::upgrade;
    const std::string request = upgrade_request(port_);
    std::vector<std::uint8_t> first(request.begin(), request.end());
    first.insert(first.end(), out_.begin(), out_.end());
    out_ = std::move(first);
  }
  flush();
  while (socket_ >= 0 && reading_ && read_some()) take_frames();
}

bool Client::read_some() {
  const std::size_t before = in_.size();
  in_.resize(before + kReadSize);
  const int got = SSL_read(ssl_.get(), in_.data() + before, static_cast<int>(kReadSize));
  in_.resize(before + static_cast<std::size_t>(std::max(got, 0)));
  if (got > 0) return true;
  const int why = SSL_get_error(ssl_.get(), got);
  if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) fail();
  return false;
}

void Client::flush() {
  std::size_t written = 0;
  while (socket_ >= 0 && written < out_.size()) {
    const int put = SSL_write(ssl_.get(), out_.data() + written, static_cast<int>(out_.size() - written));
    if (put <= 0) {
      const int why = SSL_get_error(ssl_.get(), put);
      if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) return fail();
      break;
    }
    written += static_cast<std::size_t>(put);
  }
  out_.erase(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(written));
  const bool want = !out_.empty();
  if (want == want_write_) return;
  want_write_ = want;
  watch();
}

void Client::take_frames() {
  std::size_t at = 0;
  if (state_ == State::upgrade) {
    static constexpr std::string_view kEnd = "\r\n\r\n";
    const auto end = std::search(in_.begin(), in_.end(), kEnd.begin(), kEnd.end());
    if (end == in_.end()) return;
    if (std::string_view(reinterpret_cast<const char*>(in_.data()), 12) != "HTTP/1.1 101") return fail();
    at = static_cast<std::size_t>(end - in_.begin()) + kEnd.size();
    state_ = State::open;
  }
  while (socket_ >= 0 && in_.size() - at >= 2) {
    const std::uint8_t opcode = in_[at] & 0x0f;
    std::size_t size = in_[at + 1] & 0x7f;
    std::size_t header = 2;
    if (size == 126) {
      header = 4;
      if (in_.size() - at < header) break;
      size = static_cast<std::size_t>(in_[at + 2]) << 8 | in_[at + 3];
    } else if (size == 127) {
      header = 10;
      if (in_.size() - at < header) break;
      size = 0;
      for (std::size_t i = 2; i < 10; ++i) size = size << 8 | in_[at + i];
    }
    if (in_.size() - at < header + size) break;
    const std::span<const std::uint8_t> payload(in_.data() + at + header, size);
    if (opcode == kPing) {
      put_header(out_, kPong, size);
      out_.insert(out_.end(), payload.begin(), payload.end());
      flush();
    } else if (opcode == kClose) {
      return fail();
    } else if (opcode != kPong) {
      message_.insert(message_.end(), payload.begin(), payload.end());
      if ((in_[at] & kFin) != 0) {
        auto frame = wire::decode_server(message_);
        message_.clear();
        if (!frame) return fail();
        on_frame_(*this, *frame);
      }
    }
    at += header + size;
  }
  if (socket_ >= 0) in_.erase(in_.begin(), in_.begin() + static_cast<std::ptrdiff_t>(std::min(at, in_.size())));
  if (in_.empty()) in_.shrink_to_fit();
}

}  // namespace bredvid::load
