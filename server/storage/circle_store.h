// Circles, members and the ordered log, for the other aggregates' files. Internal to storage/.
#pragma once

#include <optional>

#include "server/domain/circle_order.h"
#include "server/storage/context.h"

namespace bredvid::storage {

[[nodiscard]] std::optional<domain::CircleState> circle_state(Context& c, const CircleId& circle);
[[nodiscard]] bool is_member(Context& c, const CircleId& circle, const DeviceId& device);
/// The circle's state for one of its devices. circle_unknown, not_a_member.
[[nodiscard]] Outcome<domain::CircleState> for_member(Context& c, const CircleId& circle, const DeviceId& device);
[[nodiscard]] std::optional<Sequence> known_message(Context& c, const CircleId& circle, const MessageId& message);

struct NewEnvelope {
  const CircleId& circle_id;
  const MessageId& message_id;
  wire::EnvelopeKind kind;
  Epoch epoch;
  const wire::Blob& blob;
  Sequence sequence;
  Day today;
};
/// Writes the envelope and its id, and moves the circle's head.
void append(Context& c, const NewEnvelope& envelope);
void set_epoch(Context& c, const CircleId& circle, Epoch epoch);
void add_member(Context& c, const CircleId& circle, const DeviceId& device, Sequence acked);
void remove_member(Context& c, const CircleId& circle, const DeviceId& device);
/// Deletes what every device of the circle has acknowledged.
void delete_acknowledged(Context& c, const CircleId& circle);
/// Deletes what has expired; how many envelopes.
std::uint64_t delete_expired(Context& c, Day today);

}  // namespace bredvid::storage
