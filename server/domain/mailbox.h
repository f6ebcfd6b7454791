// What one connection has sent of one circle's log and not yet seen acknowledged.
//
// Keeps the window: at most kWindow envelopes under way, one fetch at a time, in order, each once per
// connection. No I/O; one strand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

#include "server/base/ids.h"

namespace bredvid::domain {

/// Larger keeps a fast client busier; smaller bounds what a slow one makes the server hold (64 x 24 KiB = 1.5 MiB).
constexpr std::size_t kWindow = 64;
/// What one fetch brings at most, but for its first envelope. Larger fills a window of large envelopes sooner; smaller
/// lets others take turns while somebody catches up with a month of photos.
constexpr std::size_t kMaxFetchBytes = 256UL * 1024;
/// A full window is filled again from here on: higher would fetch one by one.
constexpr std::size_t kRefillAt = 32;

/// Waiting limits of one circle, over all of its envelopes not yet deleted. 20,000 short texts or a month of long ones.
constexpr std::uint64_t kMaxWaitingEnvelopes = 20000;
constexpr std::uint64_t kMaxWaitingBytes = 64ULL * 1024 * 1024;
/// DESIGN 5 aims at circles of 2-5 devices; 16 leaves room for handovers and second devices.
constexpr std::uint32_t kMaxDevicesPerCircle = 16;

class Mailbox {
 public:
  explicit Mailbox(Sequence acked) : sent_(acked) {}

  /// A fetch is wanted now: returns how many envelopes it may bring; 0 = none (window full or one is under way,
  /// in which case it is remembered that more may wait).
  [[nodiscard]] std::uint32_t start_fetch();
  /// The fetch came back, and `more` waits behind what it brought; true: fetch again now.
  [[nodiscard]] bool end_fetch(bool more);
  /// The fetch failed: to be asked again at the next tick.
  void failed_fetch();
  [[nodiscard]] bool wants_fetch() const { return more_ && !fetching_ && in_flight_.size() <= kRefillAt; }
  /// An envelope goes out. False when it is not beyond the last one sent (never sent twice on a connection).
  [[nodiscard]] bool send(Sequence sequence);
  /// An envelope is here without having been fetched. True: it is the very next one, nothing is being fetched and the
  /// window has room: it goes out. False: a fetch has to bring it.
  [[nodiscard]] bool send_live(Sequence sequence);
  /// Acknowledged up to and with `sequence`; true when there is room again and something may wait.
  [[nodiscard]] bool acknowledge(Sequence sequence);

  [[nodiscard]] Sequence sent() const { return sent_; }
  [[nodiscard]] std::size_t in_flight() const { return in_flight_.size(); }

 private:
  Sequence sent_;
  std::deque<Sequence> in_flight_;
  bool fetching_ = false;
  bool more_ = false;
};

}  // namespace bredvid::domain
