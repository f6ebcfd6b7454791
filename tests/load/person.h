// A device on its connection: logs in by itself, sends, and acknowledges what it gets.
#pragma once

#include "tests/load/scenarios.h"
#include "tests/load/world.h"

namespace bredvid::load {

class Person {
 public:
  using OnStored = std::function<void(RequestId)>;
  using OnEnvelope = std::function<void(const wire::Envelope&)>;

  Person(Loop& loop, SSL_CTX* tls, std::uint16_t port, const support::Device& device);

  [[nodiscard]] bool active() const { return active_; }
  [[nodiscard]] bool failed() const { return client_.failed() || refused_; }
  [[nodiscard]] Client& client() { return client_; }
  [[nodiscard]] std::uint64_t received() const { return received_; }
  [[nodiscard]] std::uint64_t stored() const { return stored_; }

  // A message of `size_bytes`; `tag` stands in its first bytes.
  RequestId say(const CircleId& circle, Epoch epoch, std::uint64_t tag, std::size_t size_bytes = kPayload_bytes);
  // Acknowledges this many envelopes together, and the last ones when nothing more comes in the same read.
  void acknowledge_every(std::uint32_t envelopes) { every_ = envelopes; }
  void acknowledge_now();
  void on_stored(OnStored call) { on_stored_ = std::move(call); }
  void on_envelope(OnEnvelope call) { on_envelope_ = std::move(call); }

 private:
  void take(wire::ServerFrame& frame);

  const support::Device& device_;
  OnStored on_stored_;
  OnEnvelope on_envelope_;
  CircleId circle_;
  Sequence seen_;
  std::uint32_t every_ = 1;
  std::uint32_t unacknowledged_ = 0;
  std::uint32_t rid_ = 0;
  std::uint64_t received_ = 0;
  std::uint64_t stored_ = 0;
  bool active_ = false;
  bool refused_ = false;
  Client client_;  // last: its frames meet the rest
};

}  // namespace bredvid::load
