#include "server/domain/attachments.h"

#include <algorithm>

#include "server/domain/calendar.h"
#include "server/domain/daily_limit.h"
#include "server/wire/limits.h"

namespace bredvid::domain {

Outcome<void> room_for_attachment(const AttachmentRoom& room, std::uint32_t chunks) {
  const bool circle_fits = room.circle_chunks + chunks <= kMaxChunksOfCircle;
  const bool server_fits = room.server_chunks + chunks <= room.keep_mib * kChunksPerMib;
  const bool disk_fits = room.free_bytes >= kFreeBesideAttachments_bytes + chunks * kDiskPerChunk_bytes;
  if (!circle_fits || !server_fits || !disk_fits) return fail(ErrorCode::attachment_room);
  return {};
}

Outcome<void> check_size(std::uint32_t chunks, std::uint64_t size) {
  const bool fits =
      size >= std::uint64_t{chunks} * wire::kMinChunkBytes && size <= std::uint64_t{chunks} * wire::kMaxChunkBytes;
  if (!fits) return fail(ErrorCode::attachment_mismatch);
  return {};
}

Outcome<ChunkPlace> place_chunk(const Upload& upload, std::uint64_t index, std::uint64_t bytes) {
  if (index < upload.stored) return ChunkPlace::known;
  const std::uint64_t sum = upload.stored_bytes + bytes;
  const bool last = index + 1 == upload.chunks;
  const bool fits = last ? sum == upload.size : sum < upload.size;
  if (index != upload.stored || index >= upload.chunks || !fits) return fail(ErrorCode::attachment_mismatch);
  return ChunkPlace::next;
}

Outcome<void> find_chunk(const Upload& upload, std::uint64_t index) {
  if (index >= upload.chunks) return fail(ErrorCode::attachment_mismatch);
  if (index >= upload.stored) return fail(ErrorCode::attachment_incomplete);
  return {};
}

Day incomplete_until(Day today, std::uint32_t retention_days) {
  return {today.value + std::min(kIncomplete_days, retention_days)};
}

Day whole_until(Day today, std::uint32_t retention_days) {
  return {today.value + retention_days};
}

Outcome<void> AttachmentDays::take(const CircleId& circle, std::uint32_t chunks, Instant now) {
  const Day today = stockholm_day(now);
  if (today != today_ || (taken_.size() >= kMaxCirclesRemembered && !taken_.contains(circle))) {
    taken_.clear();
    today_ = today;
  }
  std::uint64_t& taken = taken_[circle];
  if (taken + chunks > kMaxChunksPerDay) return fail(ErrorCode::attachment_day_limit, until_tomorrow_ms(now));
  taken += chunks;
  return {};
}

}  // namespace bredvid::domain
