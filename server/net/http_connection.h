// One accepted connection: TLS handshake, plain requests for the web client's files, and the upgrade to a
// session, which takes the stream over. Every wait has a time limit (limits.h).
//
// A handshake is driven by plain callbacks and begins only when the client has sent something: until then a
// connection is a socket and this object. Requests are served in a coroutine. Owned by its loop.
#pragma once

#include <memory>
#include <optional>

#include "server/base/metrics.h"
#include "server/net/beast.h"
#include "server/net/http_answer.h"
#include "server/net/stream.h"
#include "server/net/surroundings.h"

namespace bredvid::net {

enum class Cover : std::uint8_t {
  tls,
  plain,  ///< a proxy on this machine speaks TLS for us
};

class HttpConnection final : public HandshakeGate::Visitor, public Newcomers::Newcomer {
 public:
  HttpConnection(Socket socket, Cover cover, Surroundings& around, Census::Seat seat);

  /// In a turn, after being added to the loop.
  void start();

  void enter() override;
  void step() override;
  [[nodiscard]] bool is_stalled() const override { return stream_.unread_bytes() == 0; }
  void give_up() override { close(); }
  void make_way() override { close(); }
  void on_deadline() override { close(); }
  void stop() override { close(); }

 private:
  void begin_serving();
  void close();
  void expire_after(std::chrono::milliseconds patience);
  std::shared_ptr<HttpConnection> self() { return std::static_pointer_cast<HttpConnection>(shared_from_this()); }

  Task<void> serve();
  /// False: the connection is done with.
  Task<bool> serve_one(beast::flat_buffer& buffer, std::chrono::milliseconds patience);
  Task<bool> write(Answer answer);
  /// Nothing: upgraded. Else what to refuse with.
  std::optional<Answer> upgrade(const Request& request);
  Task<void> finish();

  Surroundings& around_;
  Stream stream_;  // moves into the session
  Census::Seat seat_;
  metrics::ConnectionPlace place_;
  Newcomers::Place newcomer_;
  Cover cover_;
  bool upgraded_ = false;
};

}  // namespace bredvid::net
