// What a connection's state machine asks its session to do, in order. The session decides nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "server/domain/store.h"

namespace bredvid::domain {

/// Names a Submit so that its answer finds the question; unique within a connection.
using Token = std::uint64_t;

/// Write this frame to the socket.
struct Send {
  wire::ServerFrame frame;
};
/// An envelope that has just been stored, as the bytes of its frame: encoded once for everybody who gets it.
struct LiveEnvelope {
  Sequence sequence;
  wire::Blob frame;
};
/// Write these bytes, a whole frame, to the socket.
struct SendEncoded {
  std::shared_ptr<const LiveEnvelope> envelope;
};
/// Give this to the store; its answer comes back through on_stored with the token.
struct Submit {
  Token token = 0;
  StoreRequest request;
};
/// The circle's log or membership changed: call on_published on every connection that watches it, this one included.
struct Publish {
  CircleId circle_id;
  /// what the log has grown by; null: only that something changed
  std::shared_ptr<const LiveEnvelope> envelope{};
};
/// An organisation's own affairs have changed: call on_work on every connection, this one included.
struct Tell {
  std::shared_ptr<const WorkChanged> news;
};
struct Watch {
  CircleId circle_id;
};
struct Unwatch {
  CircleId circle_id;
};
/// Write what was sent before, then close. Further calls return no effects.
struct CloseConnection {
  ErrorCode code{ErrorCode::internal};
};

using Effect = std::variant<Send, SendEncoded, Submit, Publish, Tell, Watch, Unwatch, CloseConnection>;
using Effects = std::vector<Effect>;

}  // namespace bredvid::domain
