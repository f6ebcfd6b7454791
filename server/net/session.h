// One client's connection while it lasts: carries out what the domain's state machine asks for.
//
// Decides nothing. Frames, store answers and bus wake-ups all come together on the connection's strand. A
// failure inside ends this session alone. Owned by its coroutine and by the questions that the store owes.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "server/net/bus.h"
#include "server/net/services.h"
#include "server/net/websocket.h"

namespace bredvid::net {

class Session final : public Subscriber, public std::enable_shared_from_this<Session> {
 public:
  Session(WebSocket socket, const Services& services, Bus& bus);

  /// Runs until the connection has ended. Call once, on the connection's strand.
  [[nodiscard]] asio::awaitable<void> run();

  /// The server stops: takes no more frames, waits (bounded) for what the store owes, says shutting_down and
  /// closes. On the connection's strand.
  void shut_down();

  void wake(const CircleId& circle_id, std::shared_ptr<const domain::LiveEnvelope> envelope) override;
  void spans_changed(const std::vector<wire::Span>& spans) override;

 private:
  void apply(domain::Effects effects);
  void carry_out(domain::Send& effect);
  void carry_out(domain::SendEncoded& effect);
  void carry_out(domain::Submit& effect);
  void carry_out(domain::Publish& effect);
  void carry_out(domain::Watch& effect);
  void carry_out(domain::Unwatch& effect);
  void carry_out(domain::CloseConnection& effect);
  void stored(domain::Token token, domain::StoreResult result);
  /// Runs `step` and contains whatever it throws.
  template <class Step>
  void guarded(Step step);
  void fail();

  asio::awaitable<void> read_frames();
  asio::awaitable<void> tick();
  asio::awaitable<void> drain();

  WebSocket socket_;
  const Services& services_;
  Bus& bus_;
  asio::any_io_executor strand_;
  domain::Connection connection_;
  asio::steady_timer ticker_;
  asio::steady_timer room_;  // cancelled whenever the store has answered
  std::size_t outstanding_ = 0;
  bool stopping_ = false;
  bool ended_ = false;
};

}  // namespace bredvid::net
