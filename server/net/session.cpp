#include "server/net/session.h"

#include <openssl/rand.h>

#include <stdexcept>
#include <utility>

#include "server/base/log.h"
#include "server/base/metrics.h"
#include "server/net/limits.h"
#include "server/wire/cbor_scan.h"
#include "server/wire/codec.h"

namespace bredvid::net {
namespace {

Key32 fresh_challenge() {
  Key32 challenge;
  if (RAND_bytes(challenge.data(), static_cast<int>(challenge.size())) != 1) throw std::runtime_error("no randomness");
  return challenge;
}

/// A frame's type number; one that stands for none when there is none.
std::size_t kind_of(std::span<const std::uint8_t> message) {
  const auto head = wire::peek_head(message);
  return head ? static_cast<std::size_t>(head->type) : metrics::kUnknownKind;
}

void count_sent(const wire::ServerFrame& frame) {
  metrics::ServerMetrics& metrics = metrics::server();
  metrics.frames_out.add(std::visit([](const auto& one) { return one.kType; }, frame));
  if (const auto* error = std::get_if<wire::Error>(&frame)) metrics.refusals.add(error->code);
  if (std::holds_alternative<wire::Envelope>(frame)) metrics.envelopes_delivered.add();
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

Session::Session(Stream stream, Surroundings& around, Census::Seat seat)
    : around_(around),
      socket_(std::move(stream), around.loop, *this),
      connection_(around.services.connection, fresh_challenge(), around.services.clock.now()),
      seat_(std::move(seat)),
      websocket_seat_(std::in_place, around.websockets),
      newcomer_(around.newcomers, *this, Stage::websocket) {}

void Session::start(std::vector<std::uint8_t> answer) {
  around_.bus.add(self());
  socket_.start(std::move(answer));
  guarded([this] { apply(connection_.on_open(around_.services.clock.now())); });
  ask_for_tick();
}

void Session::on_message(std::span<const std::uint8_t> message) {
  if (phase_ != Phase::open) return;
  metrics::server().frames_in.add(kind_of(message));
  guarded([&] { apply(connection_.on_frame(message, around_.services.clock.now())); });
  if (outstanding_ >= kMaxStoreRequests) socket_.pause();
}

void Session::on_closed() {
  phase_ = Phase::ended;
  around_.bus.remove(*this);
  newcomer_.leave();
  websocket_seat_.reset();
  seat_.reset();
  around_.loop.remove(*this);
}

// ---- time ----

void Session::ask_for_tick() {
  if (phase_ != Phase::open || alarm_ != kNever) return;
  alarm_ = around_.loop.now() + kDomainTickInterval;
  socket_.set_alarm(alarm_);
}

void Session::on_deadline() {
  const bool rings = alarm_ <= around_.loop.now();
  if (rings) alarm_ = kNever;
  socket_.set_alarm(alarm_);
  if (phase_ == Phase::open) {
    // Whoever is logged in and idle has nothing to be told of the time; the long interval of pings is a safety net.
    guarded([this] { apply(connection_.on_tick(around_.services.clock.now())); });
    if (!connection_.device_id()) ask_for_tick();
  } else if (rings && phase_ == Phase::draining) {
    leave();
  } else if (rings && phase_ == Phase::leaving) {
    return socket_.abort();
  }
  socket_.on_deadline();
}

// ---- the server stops ----

void Session::stop() {
  if (phase_ != Phase::open) return;
  phase_ = Phase::draining;
  if (outstanding_ == 0) return leave();
  alarm_ = around_.loop.now() + kDrainTimeout;
  socket_.set_alarm(alarm_);
}

void Session::leave() {
  phase_ = Phase::leaving;
  const Failure reason{ErrorCode::shutting_down};
  static_cast<void>(socket_.send(wire::encode(wire::ServerFrame(wire::error_frame(RequestId{0}, reason)))));
  socket_.close(CloseCode::going_away);
  alarm_ = around_.loop.now() + kCloseTimeout;
  socket_.set_alarm(alarm_);
}

// ---- news of others ----

void Session::on_loop(Loop::Step step) {
  if (around_.loop.is_this_thread()) return around_.loop.later(std::move(step));
  around_.loop.post(std::move(step));
}

void Session::wake(const CircleId& circle_id, std::shared_ptr<const domain::LiveEnvelope> envelope) {
  on_loop([self = self(), circle_id, envelope = std::move(envelope)] {
    if (self->phase_ != Phase::open) return;
    self->guarded(
        [&] { self->apply(self->connection_.on_published(circle_id, envelope, self->around_.services.clock.now())); });
  });
}

void Session::spans_changed(const std::vector<wire::Span>& spans) {
  on_loop([self = self(), spans] {
    if (self->phase_ != Phase::open) return;
    self->guarded([&] { self->apply(self->connection_.on_spans(spans)); });
  });
}

void Session::work_changed(std::shared_ptr<const domain::WorkChanged> news) {
  on_loop([self = self(), news = std::move(news)] {
    if (self->phase_ != Phase::open) return;
    self->guarded([&] { self->apply(self->connection_.on_work(*news, self->around_.services.clock.now())); });
  });
}

// ---- effects ----

void Session::apply(domain::Effects effects) {
  for (auto& effect : effects) {
    std::visit([this](auto& one) { carry_out(one); }, effect);
  }
  if (!connection_.device_id()) return;
  place_.move_to(metrics::ConnectionState::logged_in);
  newcomer_.leave();
}

void Session::carry_out(domain::Send& effect) {
  count_sent(effect.frame);
  // A client that does not read is let go: it comes back and fetches from what it acknowledged last.
  if (!socket_.send(wire::encode(effect.frame))) socket_.close(CloseCode::try_again_later);
}

void Session::carry_out(domain::SendEncoded& effect) {
  metrics::server().frames_out.add(wire::Envelope::kType);
  metrics::server().envelopes_delivered.add();
  if (!socket_.send(SharedBytes(effect.envelope, &effect.envelope->frame))) socket_.close(CloseCode::try_again_later);
}

void Session::carry_out(domain::Submit& effect) {
  if (phase_ == Phase::draining || phase_ == Phase::leaving) return;
  ++outstanding_;
  around_.services.store.submit(std::move(effect.request),
                                [self = self(), token = effect.token](domain::StoreResult result) mutable {
                                  Loop& loop = self->around_.loop;
                                  loop.deliver(std::move(self), token, std::move(result));
                                });
}

void Session::carry_out(domain::Publish& effect) {
  around_.bus.publish(effect.circle_id, effect.envelope);
}
void Session::carry_out(domain::Tell& effect) {
  around_.bus.tell(effect.news);
}
void Session::carry_out(domain::Watch& effect) {
  around_.bus.watch(*this, effect.circle_id);
}
void Session::carry_out(domain::Unwatch& effect) {
  around_.bus.unwatch(*this, effect.circle_id);
}
void Session::carry_out(domain::CloseConnection& effect) {
  socket_.close(close_code(effect.code));
}

void Session::on_answer(domain::Token token, domain::StoreResult result) {
  --outstanding_;
  if (!result) ask_for_tick();  // a fetch that failed is asked for again by the domain's tick
  // Also after the connection has ended: what was stored must still wake the circle's other connections.
  guarded([&] { apply(connection_.on_stored(token, std::move(result), around_.services.clock.now())); });
  if (phase_ == Phase::draining && outstanding_ == 0) return leave();
  if (outstanding_ < kMaxStoreRequests) socket_.resume();
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
