#include "server/net/stream.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

#include "server/net/limits.h"

namespace bredvid::net {
namespace {

// ---- a BIO on a socket; OpenSSL's own would raise SIGPIPE when the peer is gone ----

int socket_of(BIO* bio) {
  return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
}

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

int bio_write(BIO* bio, const char* data, int size) {
  BIO_clear_retry_flags(bio);
  const ssize_t sent = ::send(socket_of(bio), data, static_cast<std::size_t>(size), MSG_NOSIGNAL);
  if (sent < 0 && would_block()) BIO_set_retry_write(bio);
  return static_cast<int>(sent);
}

int bio_read(BIO* bio, char* data, int size) {
  BIO_clear_retry_flags(bio);
  const ssize_t got = ::recv(socket_of(bio), data, static_cast<std::size_t>(size), 0);
  if (got < 0 && would_block()) BIO_set_retry_read(bio);
  return static_cast<int>(got);
}

long bio_control(BIO*, int command, long, void*) {
  return command == BIO_CTRL_FLUSH ? 1 : 0;
}

const BIO_METHOD* socket_method() {
  static const BIO_METHOD* const method = [] {
    BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "bredvid socket");
    BIO_meth_set_write(made, bio_write);
    BIO_meth_set_read(made, bio_read);
    BIO_meth_set_ctrl(made, bio_control);
    return made;
  }();
  return method;
}

Progress plain(ssize_t result, Want blocked) {
  if (result > 0) return {static_cast<std::size_t>(result), Want::nothing};
  if (result < 0 && would_block()) return {0, blocked};
  return {0, Want::end};
}

// SSL_get_error looks into the thread's error queue: what another call left there would look like ours.
void forget_errors() {
  if (ERR_peek_error() != 0) ERR_clear_error();
}

}  // namespace

Stream::Stream(Socket socket) : socket_(std::move(socket)) {
  error_code ignored;
  socket_.non_blocking(true, ignored);
}

bool Stream::secure(SSL_CTX* context) {
  forget_errors();
  ssl_.reset(SSL_new(context));
  BIO* bio = ssl_ ? BIO_new(socket_method()) : nullptr;
  if (bio == nullptr) {
    ssl_.reset();
    return false;
  }
  BIO_set_data(bio, reinterpret_cast<void*>(static_cast<std::intptr_t>(socket_.native_handle())));
  BIO_set_init(bio, 1);
  SSL_set_bio(ssl_.get(), bio, bio);
  SSL_set_accept_state(ssl_.get());
  SSL_set_mode(ssl_.get(),
               SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  // A record's head and body come with one call to the system instead of two; has_pending() tells of more. An empty
  // buffer is released all the same.
  SSL_set_read_ahead(ssl_.get(), 1);
  return true;
}

Want Stream::want_after(int result) {
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_WANT_READ:
      return Want::read;
    case SSL_ERROR_WANT_WRITE:
      return Want::write;
    default:
      forget_errors();
      return Want::end;
  }
}

std::span<std::uint8_t> Stream::joining_buffer() {
  thread_local std::array<std::uint8_t, kRecordBytes> bytes;
  return bytes;
}

Want Stream::handshake() {
  forget_errors();
  const int result = SSL_do_handshake(ssl_.get());
  return result == 1 ? Want::nothing : want_after(result);
}

Progress Stream::read(std::span<std::uint8_t> into) {
  if (into.empty()) return {};
  if (!ssl_) return plain(::recv(socket_.native_handle(), into.data(), into.size(), 0), Want::read);
  forget_errors();
  std::size_t got = 0;
  const int result = SSL_read_ex(ssl_.get(), into.data(), into.size(), &got);
  return result == 1 ? Progress{got, Want::nothing} : Progress{0, want_after(result)};
}

Progress Stream::write(std::span<const std::uint8_t> from) {
  if (from.empty()) return {};
  if (!ssl_) return plain(::send(socket_.native_handle(), from.data(), from.size(), MSG_NOSIGNAL), Want::write);
  forget_errors();
  std::size_t put = 0;
  const int result = SSL_write_ex(ssl_.get(), from.data(), from.size(), &put);
  return result == 1 ? Progress{put, Want::nothing} : Progress{0, want_after(result)};
}

std::size_t Stream::unread_bytes() const {
  error_code failure;
  const std::size_t bytes = socket_.available(failure);
  return failure ? 0 : bytes;
}

void Stream::say_goodbye() {
  if (ssl_) {
    forget_errors();
    SSL_shutdown(ssl_.get());
    forget_errors();
  }
  error_code ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
}

Want Stream::discard(std::span<std::uint8_t> scratch) {
  // A few at a time: a peer that never stops must not hold up the others.
  for (int i = 0; i < 4; ++i) {
    const Progress got = plain(::recv(socket_.native_handle(), scratch.data(), scratch.size(), 0), Want::read);
    if (got.want != Want::nothing) return got.want;
  }
  return Want::read;
}

void Stream::close() {
  error_code ignored;
  socket_.close(ignored);
  ssl_.reset();
}

}  // namespace bredvid::net
