#include "server/domain/circle_order.h"

#include "server/domain/mailbox.h"

namespace bredvid::domain {

Outcome<Sequence> place_message(const CircleState& circle, Epoch sent_in, std::uint64_t size_bytes) {
  if (sent_in != circle.epoch) return fail(ErrorCode::epoch_stale, circle.epoch.value);
  if (circle.waiting_envelopes + 1 > kMaxWaitingEnvelopes || circle.waiting_bytes + size_bytes > kMaxWaitingBytes) {
    return fail(ErrorCode::mailbox_full);
  }
  return Sequence{circle.head.value + 1};
}

Outcome<PlacedCommit> place_commit(const CircleState& circle, Epoch leaves, std::uint64_t size_bytes) {
  const auto sequence = place_message(circle, leaves, size_bytes);
  if (!sequence) return std::unexpected(sequence.error());
  return PlacedCommit{*sequence, Epoch{leaves.value + 1}};
}

Outcome<void> room_for_device(const CircleState& circle) {
  if (circle.devices >= kMaxDevicesPerCircle) return fail(ErrorCode::circle_full);
  return {};
}

}  // namespace bredvid::domain
