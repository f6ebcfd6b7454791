// What one connection has sent of one circle's log and not yet seen acknowledged.
//
// Keeps the window: at most kWindow envelopes and about kWindowBytes under way, one fetch at a time, in order, each
// once per connection. No I/O; one strand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

#include "server/base/ids.h"

namespace bredvid::domain {

/// Larger keeps a fast client busier; smaller bounds what a slow one makes the server do.
constexpr std::size_t kWindow = 64;
/// The same in bytes: with room for one byte one more envelope goes. Sixty-four texts of 1 KB fit; of the largest
/// envelopes two or three are under way, 300 kB/s for a phone that answers after 200 ms. Larger would read, decrypt and
/// queue more for people who never read it: 2,000 who come back at once cost 128 MiB so, and 3 GiB by number alone. A
/// fetch brings no more than the window has room for, so others take turns while somebody catches up with a month of
/// photos.
constexpr std::size_t kWindowBytes = 64UL * 1024;
/// A full window is filled again from here on: higher would fetch one by one. In bytes: from half of them.
constexpr std::size_t kRefillAt = 32;

/// Waiting limits of one circle, over all of its envelopes not yet deleted. 20,000 short texts or a month of long ones.
constexpr std::uint64_t kMaxWaitingEnvelopes = 20000;
constexpr std::uint64_t kMaxWaitingBytes = 64ULL * 1024 * 1024;
/// DESIGN 5 aims at circles of 2-5 devices; 16 leaves room for handovers and second devices.
constexpr std::uint32_t kMaxDevicesPerCircle = 16;

class Mailbox {
 public:
  explicit Mailbox(Sequence acked) : sent_(acked) {}

  /// What a fetch may bring; `envelopes` 0: none.
  struct Allowance {
    std::uint32_t envelopes = 0;
    std::size_t bytes = 0;
  };

  /// A fetch is wanted now. None: the window is full or one is under way; it is remembered that more may wait.
  [[nodiscard]] Allowance start_fetch();
  /// The fetch came back, and `more` waits behind what it brought; true: fetch again now.
  [[nodiscard]] bool end_fetch(bool more);
  /// The fetch failed: to be asked again at the next tick.
  void failed_fetch();
  [[nodiscard]] bool wants_fetch() const {
    return more_ && !fetching_ && in_flight_.size() <= kRefillAt && in_flight_bytes_ <= kWindowBytes / 2;
  }
  /// An envelope goes out. False when it is not beyond the last one sent (never sent twice on a connection).
  [[nodiscard]] bool send(Sequence sequence, std::size_t bytes);
  /// An envelope is here without having been fetched. True: it is the very next one, nothing is being fetched and the
  /// window has room: it goes out. False: a fetch has to bring it.
  [[nodiscard]] bool send_live(Sequence sequence, std::size_t bytes);
  /// Acknowledged up to and with `sequence`; true when there is room again and something may wait.
  [[nodiscard]] bool acknowledge(Sequence sequence);

  [[nodiscard]] Sequence sent() const { return sent_; }
  [[nodiscard]] std::size_t in_flight() const { return in_flight_.size(); }

 private:
  struct UnderWay {
    Sequence sequence;
    std::size_t bytes;
  };

  [[nodiscard]] bool full() const { return in_flight_.size() >= kWindow || in_flight_bytes_ >= kWindowBytes; }

  Sequence sent_;
  std::deque<UnderWay> in_flight_;
  std::size_t in_flight_bytes_ = 0;
  bool fetching_ = false;
  bool more_ = false;
};

}  // namespace bredvid::domain
