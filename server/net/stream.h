// A connected socket with or without TLS 1.3 on it: one type for both, so that everything above is written once.
//
// Why not asio::ssl::stream: it keeps two buffers of 17 kB and a pair of BIOs for as long as it lives. Here OpenSSL
// reads and writes the socket itself, and its buffers are given back whenever they are empty: an idle connection
// holds none. The price: we wait for readiness first and call OpenSSL after it.
// Two ways to use it: the non-blocking calls with wait() (websocket.h), and as Beast's AsyncStream (http_connection.h).
// A peer's failure is a value, never an exception, and leaves nothing in OpenSSL's error queue.
// Thread: the loop's. Movable while no wait is under way.
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <memory>
#include <span>

#include "server/net/asio.h"

namespace bredvid::net {

/// What a call could not do without; `nothing`: it is done.
enum class Want : std::uint8_t { nothing, read, write, end };

struct Progress {
  std::size_t bytes = 0;
  Want want = Want::nothing;
};

class Stream {
 public:
  using executor_type = Executor;

  /// REQUIRES: connected. Plain until secure() is called.
  explicit Stream(Socket socket);

  /// From here on everything is TLS, as the server. False: out of memory.
  [[nodiscard]] bool secure(SSL_CTX* context);
  [[nodiscard]] bool is_secure() const { return ssl_ != nullptr; }
  [[nodiscard]] bool is_open() const { return socket_.is_open(); }

  /// The next steps of the handshake; `nothing`: it is complete.
  [[nodiscard]] Want handshake();
  /// The handshake was a short one: the client came back with a ticket.
  [[nodiscard]] bool resumed() const { return ssl_ && SSL_session_reused(ssl_.get()) == 1; }
  /// At most one TLS record. `end`: closed by the peer, or broken.
  [[nodiscard]] Progress read(std::span<std::uint8_t> into);
  /// At most one TLS record. After a want, the next call must begin with the same bytes (it may hold more).
  [[nodiscard]] Progress write(std::span<const std::uint8_t> from);
  /// Bytes have been taken from the socket that read() has not given out: readiness will not tell of them.
  [[nodiscard]] bool has_pending() const { return ssl_ && SSL_has_pending(ssl_.get()) == 1; }

  /// What the socket holds for us; 0 also when it is broken.
  [[nodiscard]] std::size_t unread_bytes() const;

  /// Says that nothing more will be sent (close_notify, FIN), as far as that works at once.
  void say_goodbye();
  /// Throws away what the peer still sends, so that closing does not reset what it has not read yet; `end`: it is done.
  [[nodiscard]] Want discard(std::span<std::uint8_t> scratch);
  /// At once. Waits end with operation_aborted.
  void close();

  /// `handler(error_code)` when a call that wanted this may succeed. One wait a direction.
  template <class Handler>
  void wait(Want want, Handler&& handler) {
    socket_.async_wait(want == Want::write ? Socket::wait_write : Socket::wait_read, std::forward<Handler>(handler));
  }

  // ---- Beast's AsyncReadStream and AsyncWriteStream ----
  [[nodiscard]] executor_type get_executor() { return socket_.get_executor(); }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    const asio::mutable_buffer first = first_of<asio::mutable_buffer>(buffers);
    return async_some([this, first] { return read({static_cast<std::uint8_t*>(first.data()), first.size()}); }, token);
  }

  /// An answer's many small parts go out as one record.
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return async_some(
        [this, buffers] {
          const asio::const_buffer first = first_of<asio::const_buffer>(buffers);
          const std::span<std::uint8_t> joined = joining_buffer();
          if (first.size() >= joined.size())
            return write({static_cast<const std::uint8_t*>(first.data()), first.size()});
          return write(joined.first(asio::buffer_copy(asio::buffer(joined.data(), joined.size()), buffers)));
        },
        token);
  }

 private:
  struct FreeSsl {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
  };

  template <class Buffer, class Buffers>
  static Buffer first_of(const Buffers& buffers) {
    for (auto one = asio::buffer_sequence_begin(buffers); one != asio::buffer_sequence_end(buffers); ++one) {
      if (const Buffer buffer(*one); buffer.size() > 0) return buffer;
    }
    return {};
  }

  template <class Attempt, class Token>
  auto async_some(Attempt attempt, Token& token);

  Want want_after(int result);
  /// For one call; a write that has to be tried again joins the same bytes again.
  static std::span<std::uint8_t> joining_buffer();

  Socket socket_;
  std::unique_ptr<SSL, FreeSsl> ssl_;
};

template <class Attempt, class Token>
auto Stream::async_some(Attempt attempt, Token& token) {
  enum class Step : std::uint8_t { first, again, done };
  return asio::async_compose<Token, void(error_code, std::size_t)>(
      [this, attempt, step = Step::first, got = Progress{}](auto& self, error_code failure = {}) mutable {
        if (step != Step::done) {
          if (failure) return self.complete(failure, 0);
          got = attempt();
          if (got.want == Want::read || got.want == Want::write) {
            step = Step::again;
            return wait(got.want, std::move(self));
          }
          // Never complete inside of the call that began it.
          const bool posted = step == Step::first;
          step = Step::done;
          if (posted) return asio::post(socket_.get_executor(), std::move(self));
        }
        self.complete(got.want == Want::end ? error_code(asio::error::eof) : error_code(), got.bytes);
      },
      token, socket_);
}

}  // namespace bredvid::net
