// The keys that seal session tickets, so that a device that comes back within hours need not pay for a whole handshake.
//
// Tickets are stateless: the server keeps nothing for a device, the ticket itself is what it would have kept, sealed
// under these keys. The keys live in memory alone, are new in every process, and change every kTicketRotation_ms; the
// one before is still accepted until the next change, then zeroised. So a ticket lives 6 to 12 hours at most, and
// somebody who records traffic and takes the machine later finds no key for it. (Each resumption also makes a fresh
// X25519 exchange: tls.h.) A ticket tells the network that a device came back only when it is shown twice; each
// handshake gives a fresh one.
//
// Thread-safe. Time is injected; only differences of it matter.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>

#include "server/base/secret32.h"

namespace bredvid::net {

/// Shorter: more whole handshakes after the night. Longer: more traffic that a stolen key would open the tickets of.
inline constexpr std::int64_t kTicketRotation_ms = 6LL * 60 * 60 * 1000;
/// What the client is told, and what is enforced on top of the keys' own end.
inline constexpr std::int64_t kTicketLifetime_s = kTicketRotation_ms / 1000;

struct TicketKey {
  /// stands in the ticket in the clear: random, so it tells which key and nothing else
  std::array<std::uint8_t, 16> name{};
  Secret32 cipher;
  Secret32 mac;
};

class TicketKeyRing {
 public:
  using Now = std::function<std::int64_t()>;
  /// Fills with randomness; must not fail (it may end the process).
  using Random = std::function<void(std::span<std::uint8_t>)>;

  TicketKeyRing(Now now_ms, Random random);
  /// The machine's steady clock and OpenSSL's private randomness.
  [[nodiscard]] static std::shared_ptr<TicketKeyRing> make();

  /// The key to seal a new ticket with.
  [[nodiscard]] std::shared_ptr<const TicketKey> current();
  /// The key of that name when it is the current one or the one before; else null: a whole handshake.
  [[nodiscard]] std::shared_ptr<const TicketKey> find(std::span<const std::uint8_t, 16> name);
  /// No ticket given so far is good for anything any more: the certificate has changed.
  void forget();

 private:
  void rotate_if_due();
  [[nodiscard]] std::shared_ptr<const TicketKey> fresh() const;

  Now now_ms_;
  Random random_;
  std::mutex mutex_;
  std::int64_t began_ms_;
  std::shared_ptr<const TicketKey> current_;
  std::shared_ptr<const TicketKey> previous_;
};

}  // namespace bredvid::net
