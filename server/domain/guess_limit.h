// How often slips may be guessed at, by everybody together and at one slip, without locking anybody out.
//
// A right token is always answered, whatever happened before: so no number of wrong tries by strangers keeps the
// holder of a slip out. What wrong tries change is their price: from then on each costs a whole connection (a TLS
// handshake) instead of a fifth of one. The secrets do the rest: at 5,000 tries a second, which is all that a small
// machine's handshakes allow, 75 bits last 10^11 years. Only the sum of strangers' tries is refused unseen, at a rate
// that nothing honest reaches and that costs the reader's thread 4 % of a processor at most. See README.md, "Guessing".
//
// Pure; the owner serialises calls. Holds selectors (numbers of slips, not secrets) of the last hour, in memory alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "server/base/clock.h"
#include "server/base/failure.h"
#include "server/base/ids.h"
#include "server/domain/rate_limit.h"

namespace bredvid::domain {

/// Tries of strangers, right or wrong, that are looked at. Each hashes for 40 microseconds: 4 % of a processor.
constexpr std::uint32_t kSlipTryBurst = 2'000;
constexpr std::uint32_t kSlipTriesPerSecond = 1'000;
/// Wrong ones of everybody that pass as mistyped: a town's worth of tired people.
constexpr std::uint32_t kWrongSlipBurst = 100;
constexpr std::uint32_t kWrongSlipsPerSecond = 1;
/// Wrong ones at one slip within the hour that pass as mistyped.
constexpr std::uint32_t kWrongTriesPerSlip = 10;
constexpr std::int64_t kWrongTriesKept_ms = 3'600'000;
/// Slips whose wrong tries are remembered: 4096 x 40 bytes. When full, every further wrong try is a guess.
constexpr std::size_t kMaxGuessedSlips = 4'096;

class GuessLimit {
 public:
  explicit GuessLimit(Instant now);
  /// Before the token of a stranger is looked at: too_many (detail: milliseconds to wait) when all strangers together
  /// ask too fast. Not to be asked for people who are logged in.
  [[nodiscard]] Outcome<void> stranger_tries(Instant now);
  /// A wrong token for this selector, known or not. True: no more a slip of the finger; the connection has to end.
  [[nodiscard]] bool wrong(Selector selector, Instant now);

 private:
  struct Wrong {
    Instant first;
    std::uint32_t count = 0;
  };

  FrameRate tries_;
  FrameRate wrong_;
  std::unordered_map<std::uint32_t, Wrong> slips_;
};

}  // namespace bredvid::domain
