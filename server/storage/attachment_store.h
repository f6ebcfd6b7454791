// Attachments in the database: announced, filled part by part, fetched, and taken away. Internal to storage/.
//
// An attachment that goes takes 1,600 parts with it at most, each of which is overwritten with zeros: more than a
// commit should hold, and more than the reserve has room for when the disk is low. So it goes at once for everybody who
// asks, and its parts are swept afterwards by the writer, some in a commit, between other work (writer.cpp).
#pragma once

#include "server/storage/circle_cache.h"
#include "server/storage/context.h"

namespace bredvid::storage {

/// Parts that are deleted in one commit, about 10 ms of them. More sweep faster and hold messages up for longer.
constexpr std::int64_t kSweepChunks = 32;

/// A device is out of the circle: it needs nothing of it any more.
void forget_attachments(Context& c, const CachedCircle& circle, const DeviceId& device);
/// What expires before `day`; how many.
std::uint64_t delete_old_attachments(Context& c, Day day);

/// Parts of attachments that are gone still stand in the database.
[[nodiscard]] bool has_rubbish(Database& db);
/// Deletes some of them. REQUIRES a transaction.
void sweep_rubbish(Database& db);

}  // namespace bredvid::storage
