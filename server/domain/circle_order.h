// One total order per circle: where the next envelope goes, or why it may not go anywhere.
//
// A message is taken only in the circle's current epoch; of several commits that leave the same epoch the first
// wins and the others rebase (compare and swap). Known message ids are answered before this is asked. Pure.
#pragma once

#include <cstdint>

#include "server/base/failure.h"
#include "server/base/ids.h"

namespace bredvid::domain {

struct CircleState {
  Epoch epoch;
  Sequence head;
  std::uint64_t waiting_envelopes = 0;
  std::uint64_t waiting_bytes = 0;
  std::uint32_t devices = 0;
};

/// The message's sequence | epoch_stale (detail: the current epoch), mailbox_full.
[[nodiscard]] Outcome<Sequence> place_message(const CircleState& circle, Epoch sent_in, std::uint64_t size_bytes);

struct PlacedCommit {
  Sequence sequence;
  Epoch begins;
};
/// The commit's sequence and the epoch it begins | epoch_stale (detail: the current epoch), mailbox_full.
[[nodiscard]] Outcome<PlacedCommit> place_commit(const CircleState& circle, Epoch leaves, std::uint64_t size_bytes);

/// circle_full when one more device would be too many.
[[nodiscard]] Outcome<void> room_for_device(const CircleState& circle);

}  // namespace bredvid::domain
