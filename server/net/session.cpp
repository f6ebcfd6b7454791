#include "server/net/session.h"

#include <openssl/rand.h>

#include <stdexcept>
#include <utility>

#include "server/base/log.h"
#include "server/net/limits.h"
#include "server/wire/codec.h"

namespace bredvid::net {
namespace {

Key32 fresh_challenge() {
  Key32 challenge;
  if (RAND_bytes(challenge.data(), static_cast<int>(challenge.size())) != 1) throw std::runtime_error("no randomness");
  return challenge;
}

CloseCode close_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::shutting_down:
      return CloseCode::going_away;
    case ErrorCode::internal:
      return CloseCode::internal;
    default:
      return CloseCode::policy;
  }
}

}  // namespace

Session::Session(WebSocket socket, const Services& services, Bus& bus)
    : socket_(std::move(socket)),
      services_(services),
      bus_(bus),
      strand_(socket_.executor()),
      connection_(services.connection, fresh_challenge(), services.clock.now()),
      ticker_(strand_),
      room_(strand_) {}

asio::awaitable<void> Session::run() {
  const auto self = shared_from_this();
  bus_.add(self);
  asio::co_spawn(strand_, [self] { return self->tick(); }, asio::detached);
  guarded([this] { apply(connection_.on_open(services_.clock.now())); });
  co_await read_frames();
  ended_ = true;
  bus_.remove(*this);
  ticker_.cancel();
}

asio::awaitable<void> Session::read_frames() {
  for (;;) {
    while (outstanding_ >= kMaxStoreRequests && !stopping_) {
      room_.expires_at(asio::steady_timer::time_point::max());
      co_await room_.async_wait(use_tuple);
    }
    auto frame = co_await socket_.read();
    if (!frame && frame.error() == ReadEnd::closed) co_return;
    // After a close we read on, into nothing, until the peer's half of the closing handshake is here.
    if (!frame) {
      socket_.close(CloseCode::not_binary);
    } else if (!stopping_) {
      guarded([&] { apply(connection_.on_frame(*frame, services_.clock.now())); });
    }
  }
}

asio::awaitable<void> Session::tick() {
  const auto self = shared_from_this();
  while (!ended_) {
    ticker_.expires_after(kTickInterval);
    co_await ticker_.async_wait(use_tuple);
    if (!ended_ && !stopping_) guarded([this] { apply(connection_.on_tick(services_.clock.now())); });
  }
}

void Session::shut_down() {
  if (stopping_ || ended_) return;
  stopping_ = true;
  room_.cancel();
  asio::co_spawn(strand_, [self = shared_from_this()] { return self->drain(); }, asio::detached);
}

asio::awaitable<void> Session::drain() {
  const auto self = shared_from_this();
  const auto deadline = std::chrono::steady_clock::now() + kDrainTimeout;
  while (outstanding_ > 0 && !ended_ && std::chrono::steady_clock::now() < deadline) {
    room_.expires_at(deadline);
    co_await room_.async_wait(use_tuple);
  }
  if (ended_) co_return;
  const Failure reason{ErrorCode::shutting_down};
  static_cast<void>(socket_.send(wire::encode(wire::ServerFrame(wire::error_frame(RequestId{0}, reason)))));
  socket_.close(CloseCode::going_away);
  asio::steady_timer patience(strand_);
  patience.expires_after(kCloseTimeout);
  co_await patience.async_wait(use_tuple);
  if (!ended_) socket_.abort();
}

void Session::wake(const CircleId& circle_id, std::shared_ptr<const domain::LiveEnvelope> envelope) {
  asio::post(strand_, [self = shared_from_this(), circle_id, envelope = std::move(envelope)] {
    if (self->ended_ || self->stopping_) return;
    self->guarded(
        [&] { self->apply(self->connection_.on_published(circle_id, envelope, self->services_.clock.now())); });
  });
}

void Session::spans_changed(const std::vector<wire::Span>& spans) {
  asio::post(strand_, [self = shared_from_this(), spans] {
    if (self->ended_ || self->stopping_) return;
    self->guarded([&] { self->apply(self->connection_.on_spans(spans)); });
  });
}

void Session::apply(domain::Effects effects) {
  for (auto& effect : effects) {
    std::visit([this](auto& one) { carry_out(one); }, effect);
  }
}

void Session::carry_out(domain::Send& effect) {
  // A client that does not read is let go: it comes back and fetches from what it acknowledged last.
  if (!socket_.send(wire::encode(effect.frame))) socket_.close(CloseCode::try_again_later);
}

void Session::carry_out(domain::SendEncoded& effect) {
  if (!socket_.send(effect.envelope->frame)) socket_.close(CloseCode::try_again_later);
}

void Session::carry_out(domain::Submit& effect) {
  if (stopping_) return;
  ++outstanding_;
  services_.store.submit(
      std::move(effect.request), [self = shared_from_this(), token = effect.token](domain::StoreResult result) mutable {
        auto* session = self.get();
        asio::post(session->strand_, [self = std::move(self), token, result = std::move(result)]() mutable {
          self->stored(token, std::move(result));
        });
      });
}

void Session::carry_out(domain::Publish& effect) {
  bus_.publish(effect.circle_id, effect.envelope);
}
void Session::carry_out(domain::Watch& effect) {
  bus_.watch(*this, effect.circle_id);
}
void Session::carry_out(domain::Unwatch& effect) {
  bus_.unwatch(*this, effect.circle_id);
}
void Session::carry_out(domain::CloseConnection& effect) {
  socket_.close(close_code(effect.code));
}

void Session::stored(domain::Token token, domain::StoreResult result) {
  --outstanding_;
  // Also after the connection has ended: what was stored must still wake the circle's other connections.
  guarded([&] { apply(connection_.on_stored(token, std::move(result), services_.clock.now())); });
  room_.cancel();
}

template <class Step>
void Session::guarded(Step step) {
  try {
    step();
  } catch (const std::exception&) {
    // A bug or a dead resource. Its text may quote what a client sent, so it is not logged.
    fail();
  }
}

void Session::fail() {
  log::write(log::Level::error, "connection_failed");
  socket_.close(CloseCode::internal);
}

}  // namespace bredvid::net
