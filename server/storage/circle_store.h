// Circles, members and the ordered log, for the other aggregates' files. Internal to storage/.
//
// The writer's functions go through its CircleCache; those that say "stored" read the tables and are for the reader.
#pragma once

#include <optional>

#include "server/domain/circle_order.h"
#include "server/storage/circle_cache.h"
#include "server/storage/context.h"

namespace bredvid::storage {

/// Null when there is no such circle. Good until it is forgotten (circle_cache.h).
[[nodiscard]] CachedCircle* find_circle(Context& c, const CircleId& circle);
[[nodiscard]] bool is_member(Context& c, const CircleId& circle, const DeviceId& device);
/// The circle for one of its devices. circle_unknown, not_a_member.
[[nodiscard]] Outcome<CachedCircle*> for_member(Context& c, const CircleId& circle, const DeviceId& device);
[[nodiscard]] std::optional<Epoch> stored_epoch(Context& c, const CircleId& circle);

/// The device is out of the circle, and everything that waits there for it alone goes.
void remove_member(Context& c, CachedCircle& circle, const DeviceId& device);

/// Writes the envelope and moves the circle's head.
void append(Context& c, CachedCircle& circle, const MessageId& message_id, wire::EnvelopeKind kind, Epoch epoch,
            const wire::Blob& blob, Sequence sequence, Day today);

}  // namespace bredvid::storage
