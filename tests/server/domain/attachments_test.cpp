// The rules of attachments at their edges.
#include "server/domain/attachments.h"

#include <gtest/gtest.h>

#include "server/domain/calendar.h"
#include "server/wire/limits.h"

namespace bredvid::domain {
namespace {

constexpr Instant kNow{1'795'431'600'000};

template <class T>
std::string code(const Outcome<T>& outcome) {
  return outcome ? "fine" : std::string(name(outcome.error().code));
}
CircleId circle(std::uint32_t n) {
  CircleId id{};
  for (int i = 0; i < 4; ++i) id.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(n >> (8 * i));
  return id;
}

TEST(Attachments, ThereIsRoomUpToTheLimits) {
  const auto room = [](AttachmentRoom is, std::uint32_t chunks = 1) { return code(room_for_attachment(is, chunks)); };
  EXPECT_EQ(room({}, wire::kMaxChunks), "fine");
  EXPECT_EQ(room({.circle_chunks = kMaxChunksOfCircle - 1}), "fine");
  EXPECT_EQ(room({.circle_chunks = kMaxChunksOfCircle - 1}, 2), "attachment_room");
  EXPECT_EQ(room({.circle_chunks = kMaxChunksOfCircle}), "attachment_room");
  EXPECT_EQ(room({.server_chunks = 10 * kChunksPerMib - 1, .keep_mib = 10}), "fine");
  EXPECT_EQ(room({.server_chunks = 10 * kChunksPerMib, .keep_mib = 10}), "attachment_room");
  EXPECT_EQ(room({.server_chunks = kDefaultKeep_mib * kChunksPerMib}), "attachment_room");
  EXPECT_EQ(room({.keep_mib = 0}), "attachment_room") << "the operator wants none";
  EXPECT_EQ(kMaxChunksOfCircle, 4 * std::uint64_t{wire::kMaxChunks}) << "four of the largest";
}

TEST(Attachments, ADiskKeepsRoomForMessages) {
  const std::uint64_t least = kFreeBesideAttachments_bytes + 3 * kDiskPerChunk_bytes;
  EXPECT_EQ(code(room_for_attachment({.free_bytes = least}, 3)), "fine");
  EXPECT_EQ(code(room_for_attachment({.free_bytes = least - 1}, 3)), "attachment_room");
}

TEST(Attachments, ASizeThatCantBe) {
  EXPECT_EQ(code(check_size(3, 3 * wire::kMinChunkBytes)), "fine");
  EXPECT_EQ(code(check_size(3, 3 * wire::kMinChunkBytes - 1)), "attachment_mismatch");
  EXPECT_EQ(code(check_size(3, 3 * wire::kMaxChunkBytes)), "fine");
  EXPECT_EQ(code(check_size(3, 3 * wire::kMaxChunkBytes + 1)), "attachment_mismatch");
}

TEST(Attachments, PartsComeInTheirOrderAndFillTheSize) {
  const Upload half{3, 50, 1, 17};
  const auto place = [&](std::uint64_t index, std::uint64_t bytes) {
    const auto found = place_chunk(half, index, bytes);
    return found ? (*found == ChunkPlace::next ? "next" : "known") : code(found);
  };
  EXPECT_EQ(place(0, 99), "known") << "nothing is compared";
  EXPECT_EQ(place(1, 17), "next");
  EXPECT_EQ(place(1, 32), "next");
  EXPECT_EQ(place(1, 33), "attachment_mismatch") << "nothing is left for the last";
  EXPECT_EQ(place(2, 17), "attachment_mismatch") << "one is left out";
  EXPECT_EQ(place(2, 33), "attachment_mismatch") << "and the sum would be right";
  EXPECT_EQ(place(3, 17), "attachment_mismatch");
  const Upload nearly{3, 50, 2, 33};
  EXPECT_EQ(code(place_chunk(nearly, 2, 17)), "fine");
  EXPECT_EQ(code(place_chunk(nearly, 2, 16)), "attachment_mismatch") << "it would never be whole";
  EXPECT_EQ(code(place_chunk(nearly, 2, 18)), "attachment_mismatch");
  const Upload whole{3, 50, 3, 50};
  EXPECT_EQ(code(place_chunk(whole, 3, 17)), "attachment_mismatch");
  EXPECT_FALSE(nearly.whole());
  EXPECT_TRUE(whole.whole());
}

TEST(Attachments, APartIsThereOrNotYetOrNever) {
  const Upload half{3, 50, 1, 17};
  EXPECT_EQ(code(find_chunk(half, 0)), "fine");
  EXPECT_EQ(code(find_chunk(half, 1)), "attachment_incomplete");
  EXPECT_EQ(code(find_chunk(half, 3)), "attachment_mismatch");
}

TEST(Attachments, AnUploadHasTwoDaysAndWhatIsWholeHasTheRetention) {
  EXPECT_EQ(incomplete_until({20'000}, 30), (Day{20'000 + kIncomplete_days}));
  EXPECT_EQ(incomplete_until({20'000}, 1), (Day{20'001}));
  EXPECT_EQ(whole_until({20'000}, 30), (Day{20'030}));
}

TEST(Attachments, ACirclesDayHasALimitOfItsOwn) {
  AttachmentDays days;
  for (std::uint64_t i = 0; i < kMaxChunksPerDay / wire::kMaxChunks; ++i)
    ASSERT_EQ(code(days.take(circle(1), wire::kMaxChunks, kNow)), "fine");
  const auto refused = days.take(circle(1), 1, kNow);
  ASSERT_EQ(code(refused), "attachment_day_limit");
  // 12:00: twelve hours are left.
  EXPECT_EQ(refused.error().detail, 12ULL * 3600 * 1000);
  EXPECT_EQ(code(days.take(circle(2), 1, kNow)), "fine");
  EXPECT_EQ(code(days.take(circle(1), 1, kNow.plus_s(12 * 3600))), "fine") << "tomorrow";
}

TEST(Attachments, ManyCirclesAreForgottenTogether) {
  AttachmentDays days;
  ASSERT_EQ(code(days.take(circle(0), static_cast<std::uint32_t>(kMaxChunksPerDay), kNow)), "fine");
  for (std::uint32_t n = 1; n < kMaxCirclesRemembered; ++n) ASSERT_EQ(code(days.take(circle(n), 1, kNow)), "fine");
  EXPECT_EQ(code(days.take(circle(0), 1, kNow)), "attachment_day_limit") << "still full";
  EXPECT_EQ(code(days.take(circle(kMaxCirclesRemembered), 1, kNow)), "fine");
  EXPECT_EQ(code(days.take(circle(0), 1, kNow)), "fine") << "forgotten";
}

}  // namespace
}  // namespace bredvid::domain
