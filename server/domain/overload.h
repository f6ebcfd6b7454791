// What is refused when too much waits, and in which order: existing conversations go on when new ones are refused.
//
// A queue that fills turns away who only arrives (logins, slips, shares) while half of it is free, then what can be
// done later, then messages, and acknowledgements last of all, because they make room. Every refusal is too_many and
// says in its detail how many milliseconds to wait. Pure.
#pragma once

#include <cstddef>
#include <cstdint>

#include "server/domain/store.h"

namespace bredvid::domain {

/// From what is refused first to what is never refused by fullness alone.
enum class Urgency : std::uint8_t {
  /// logins, slips and shares: nobody is in a conversation yet
  newcomer,
  /// making circles and slips, tallies, releases, attachments: the client keeps it and asks again
  deferrable,
  /// messages, commits and their delivery
  message,
  /// acknowledgements and leaving make room; the operator and the timer keep the server alive
  relief,
};

[[nodiscard]] Urgency urgency_of(const StoreRequest& request);

/// How full, in percent, a queue may be before this kind is refused. Lower keeps the people who are in more comfortable
/// and turns newcomers away in a smaller rush: half of 4096 jobs is a second of the slowest work.
constexpr std::size_t kNewcomerUntil_percent = 50;
constexpr std::size_t kDeferrableUntil_percent = 70;
constexpr std::size_t kMessageUntil_percent = 90;

/// How long who is refused is asked to wait. Newcomers longest: they come in crowds, and each costs a handshake. The
/// client adds a random part of its own, so that a crowd does not come back as one.
constexpr std::uint64_t kNewcomerWait_ms = 3'000;
constexpr std::uint64_t kDeferrableWait_ms = 2'000;
constexpr std::uint64_t kMessageWait_ms = 1'000;
constexpr std::uint64_t kReliefWait_ms = 250;

/// May this still be queued where `waiting` of `limit` jobs wait? too_many (detail: milliseconds to wait).
[[nodiscard]] Outcome<void> admit(Urgency urgency, std::size_t waiting, std::size_t limit);

}  // namespace bredvid::domain
