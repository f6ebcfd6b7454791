// Which attachments find room, which part of one may come next, and how long one is kept. Pure; storage keeps them.
//
// Room is counted in parts of 16 KiB, as announced and before the first one comes: who was let in can finish, and many
// tiny attachments cost what they take.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "server/base/clock.h"
#include "server/base/failure.h"
#include "server/base/ids.h"

namespace bredvid::domain {

constexpr std::uint64_t kChunksPerMib = 64;
/// What one circle may have waiting: 100 MiB, four of the largest. Devices that fetch make room.
constexpr std::uint64_t kMaxChunksOfCircle = 100 * kChunksPerMib;
/// What one circle may begin in a day: 200 MiB. A photo a minute all day long is less; a loop is not.
constexpr std::uint64_t kMaxChunksPerDay = 200 * kChunksPerMib;
/// What the whole server keeps unless the operator says otherwise; 0: no attachments.
constexpr std::uint32_t kDefaultKeep_mib = 4096;
/// What stays free on the disk beside what is let in: messages, a backup's beginning, the time to notice. Attachments
/// are refused long before the disk is low (low_disk.h).
constexpr std::uint64_t kFreeBesideAttachments_bytes = 256ULL * 1024 * 1024;
/// The log and the file both hold a part for a while.
constexpr std::uint64_t kDiskPerChunk_bytes = 2ULL * 20'480;
/// An upload that is not whole by then is forgotten: a weekend's dead battery, not a lost phone.
constexpr std::uint32_t kIncomplete_days = 2;
/// Circles whose day is remembered. When full all are forgotten: members only, so this limit fails open.
constexpr std::size_t kMaxCirclesRemembered = 65'536;

/// What stands in the way of one more attachment.
struct AttachmentRoom {
  std::uint64_t circle_chunks = 0;
  std::uint64_t server_chunks = 0;
  std::uint32_t keep_mib = kDefaultKeep_mib;
  /// on the disk; nothing: it can't be asked
  std::uint64_t free_bytes = UINT64_MAX;
};
/// attachment_room.
[[nodiscard]] Outcome<void> room_for_attachment(const AttachmentRoom& room, std::uint32_t chunks);

/// attachment_mismatch when so many parts can't have that size together.
[[nodiscard]] Outcome<void> check_size(std::uint32_t chunks, std::uint64_t size);

/// An attachment as it was begun, and what of it is here.
struct Upload {
  std::uint32_t chunks = 0;
  std::uint64_t size = 0;
  std::uint32_t stored = 0;
  std::uint64_t stored_bytes = 0;

  [[nodiscard]] bool whole() const { return stored == chunks; }
};
enum class ChunkPlace : std::uint8_t {
  next,
  /// it is there already
  known,
};
/// attachment_mismatch when it is neither, or when the parts would be more than was announced, or less with the last.
[[nodiscard]] Outcome<ChunkPlace> place_chunk(const Upload& upload, std::uint64_t index, std::uint64_t bytes);
/// attachment_mismatch for a part that will never be, attachment_incomplete for one that has not come yet.
[[nodiscard]] Outcome<void> find_chunk(const Upload& upload, std::uint64_t index);

/// The last day of an attachment that is begun, and of one that is whole, today.
[[nodiscard]] Day incomplete_until(Day today, std::uint32_t retention_days);
[[nodiscard]] Day whole_until(Day today, std::uint32_t retention_days);

/// What circles have begun today; in memory alone (daily_limit.h says why). The owner serialises calls.
class AttachmentDays {
 public:
  /// attachment_day_limit with the milliseconds until the day is over, and nothing is taken.
  [[nodiscard]] Outcome<void> take(const CircleId& circle, std::uint32_t chunks, Instant now);

 private:
  Day today_{};
  std::unordered_map<CircleId, std::uint64_t> taken_;
};

}  // namespace bredvid::domain
