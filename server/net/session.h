// One client's connection while it lasts: carries out what the domain's state machine asks for.
//
// Decides nothing. Frames, store answers and bus wake-ups all come together on the connection's loop, in its turns. A
// failure inside ends this session alone. Owned by its loop, and by the questions that the store owes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "server/base/metrics.h"
#include "server/net/bus.h"
#include "server/net/surroundings.h"
#include "server/net/websocket.h"

namespace bredvid::net {

class Session final : public WebSocketUser, public Subscriber, public Newcomers::Newcomer {
 public:
  Session(Stream stream, Surroundings& around, Census::Seat seat);

  /// Once, in a turn, after being added to the loop. `answer`: the upgrade's, sent first.
  void start(std::vector<std::uint8_t> answer);

  // ---- Member ----
  void flush() override { socket_.flush(); }
  void on_deadline() override;
  void on_answer(domain::Token token, domain::StoreResult result) override;
  [[nodiscard]] Time holds_part_since() const override { return socket_.holds_part_since(); }
  void drop_part() override { socket_.drop_part(); }
  /// Takes no more frames, waits (bounded) for what the store owes, says shutting_down and closes.
  void stop() override;

  // ---- WebSocketUser ----
  void on_message(std::span<const std::uint8_t> message) override;
  void on_closed() override;

  // ---- Newcomer, until the login ----
  [[nodiscard]] bool is_stalled() const override { return outstanding_ == 0 && socket_.is_silent(); }
  void make_way() override {
    const auto kept = shared_from_this();
    socket_.abort();
  }

  // ---- Subscriber: any thread ----
  void wake(const CircleId& circle_id, std::shared_ptr<const domain::LiveEnvelope> envelope) override;
  void spans_changed(const std::vector<wire::Span>& spans) override;
  void work_changed(std::shared_ptr<const domain::WorkChanged> news) override;

 private:
  enum class Phase : std::uint8_t { open, draining, leaving, ended };

  void apply(domain::Effects effects);
  void carry_out(domain::Send& effect);
  void carry_out(domain::SendEncoded& effect);
  void carry_out(domain::Submit& effect);
  void carry_out(domain::Publish& effect);
  void carry_out(domain::Tell& effect);
  void carry_out(domain::Watch& effect);
  void carry_out(domain::Unwatch& effect);
  void carry_out(domain::CloseConnection& effect);
  /// Runs `step` and contains whatever it throws.
  template <class Step>
  void guarded(Step step);
  void fail();
  void leave();
  /// At the next tick of the domain.
  void ask_for_tick();
  /// Later in this turn when on the loop, else in a turn of its own.
  void on_loop(Loop::Step step);
  std::shared_ptr<Session> self() { return std::static_pointer_cast<Session>(shared_from_this()); }

  Surroundings& around_;
  WebSocket socket_;
  domain::Connection connection_;
  std::optional<Census::Seat> seat_;
  std::optional<Census::Seat> websocket_seat_;
  metrics::ConnectionPlace place_{metrics::ConnectionState::anonymous};
  Newcomers::Place newcomer_;
  Time alarm_ = kNever;
  std::size_t outstanding_ = 0;
  Phase phase_ = Phase::open;
};

}  // namespace bredvid::net
