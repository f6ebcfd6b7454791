// Attachments: announced, put part by part, fetched, and gone when nobody needs them any more.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "server/domain/attachments.h"
#include "server/storage/attachment_store.h"
#include "server/wire/limits.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

constexpr std::uint64_t kDay_ms = 24ULL * 3600 * 1000;

class AttachmentStore : public StorageTest {
 protected:
  static constexpr std::uint32_t kSupporter = 1;
  static constexpr std::uint32_t kParent = 10;

  static domain::BeginAttachment begin(std::uint32_t who, std::uint32_t id, std::uint32_t chunks, std::uint64_t size,
                                       Instant now = kNow) {
    return {numbered<DeviceId>(who), kCircle, numbered<AttachmentId>(id), chunks, size, now};
  }
  static domain::PutChunk put(std::uint32_t who, std::uint32_t id, std::uint64_t index, wire::Blob chunk,
                              Instant now = kNow) {
    return {numbered<DeviceId>(who), kCircle, numbered<AttachmentId>(id), index, std::move(chunk), now};
  }
  static domain::GetChunk fetch(std::uint32_t who, std::uint32_t id, std::uint64_t index) {
    return {numbered<DeviceId>(who), kCircle, numbered<AttachmentId>(id), index};
  }
  static domain::LeaveAttachment leave(std::uint32_t who, std::uint32_t id) {
    return {numbered<DeviceId>(who), kCircle, numbered<AttachmentId>(id)};
  }
  /// Two parts, of 300 and 17 bytes.
  void two_parts(std::uint32_t id, std::uint32_t who = kSupporter, Instant now = kNow) {
    EXPECT_EQ(get<wire::AttachAt>(begin(who, id, 2, 317, now)).stored, 0U);
    EXPECT_EQ(get<wire::AttachAt>(put(who, id, 0, counted(300, 1), now)).stored, 1U);
    EXPECT_EQ(get<wire::AttachAt>(put(who, id, 1, counted(17, 2), now)).stored, 2U);
  }
  /// Rows of a table, once the sweeping has come to its end.
  std::uint64_t rows(const char* table) {
    store.reset();
    auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::writer, 0);
    EXPECT_TRUE(database);
    while (has_rubbish(*database)) {
      database->execute("BEGIN IMMEDIATE");
      sweep_rubbish(*database);
      database->execute("COMMIT");
    }
    std::uint64_t found = 0;
    {
      Query row = database->query(std::string("SELECT count(*) FROM ") + table);
      if (row.next()) found = row.large(0);
    }
    return found;
  }
};

TEST_F(AttachmentStore, EveryDeviceFetchesItAndThenItIsGone) {
  circle();
  two_parts(7);
  EXPECT_EQ(get<wire::AttachChunk>(fetch(kParent, 7, 0)).chunk, counted(300, 1));
  EXPECT_EQ(get<wire::AttachChunk>(fetch(kParent, 7, 1)).chunk, counted(17, 2));
  get<domain::Done>(leave(kParent, 7));
  EXPECT_EQ(failure(fetch(kSupporter, 7, 0)), "no failure") << "whoever put it there has not said that it is done";
  EXPECT_EQ(failure(fetch(kParent, 7, 0)), "no failure") << "done and not quite: it is still there";
  get<domain::Done>(leave(kSupporter, 7));
  EXPECT_EQ(failure(fetch(kParent, 7, 0)), "attachment_gone");
  EXPECT_EQ(failure(put(kSupporter, 7, 1, counted(17, 2))), "attachment_gone");
  EXPECT_EQ(failure(leave(kSupporter, 7)), "no failure") << "again";
  EXPECT_EQ(rows("attachment_chunk"), 0U);
}

TEST_F(AttachmentStore, AnUploadGoesOnWhereItWas) {
  circle();
  EXPECT_EQ(get<wire::AttachAt>(begin(kParent, 7, 2, 317)).stored, 0U);
  EXPECT_EQ(get<wire::AttachAt>(put(kParent, 7, 0, counted(300, 1))).stored, 1U);
  reopen();
  EXPECT_EQ(get<wire::AttachAt>(begin(kParent, 7, 2, 317)).stored, 1U);
  EXPECT_EQ(get<wire::AttachAt>(put(kParent, 7, 0, counted(20, 9))).stored, 1U) << "there already: not looked at";
  EXPECT_EQ(get<wire::AttachAt>(put(kParent, 7, 1, counted(17, 2))).stored, 2U);
  EXPECT_EQ(get<wire::AttachAt>(begin(kParent, 7, 2, 317)).stored, 2U);
  EXPECT_EQ(get<wire::AttachChunk>(fetch(kSupporter, 7, 0)).chunk, counted(300, 1));
}

TEST_F(AttachmentStore, WhatDoesNotFitChangesNothing) {
  circle();
  get<wire::AttachAt>(begin(kSupporter, 7, 2, 317));
  EXPECT_EQ(failure(begin(kSupporter, 7, 3, 317)), "attachment_mismatch");
  EXPECT_EQ(failure(begin(kSupporter, 7, 2, 318)), "attachment_mismatch");
  EXPECT_EQ(failure(begin(kSupporter, 8, 2, 33)), "attachment_mismatch");
  EXPECT_EQ(failure(put(kSupporter, 7, 1, counted(17, 2))), "attachment_mismatch") << "one is left out";
  EXPECT_EQ(failure(put(kSupporter, 7, 2, counted(17, 2))), "attachment_mismatch");
  EXPECT_EQ(failure(put(kSupporter, 7, 0, counted(317, 2))), "attachment_mismatch");
  EXPECT_EQ(failure(fetch(kParent, 7, 0)), "attachment_incomplete");
  EXPECT_EQ(failure(fetch(kParent, 7, 2)), "attachment_mismatch");
  EXPECT_EQ(get<wire::AttachAt>(begin(kSupporter, 7, 2, 317)).stored, 0U);
}

TEST_F(AttachmentStore, OnlyItsCircleKnowsIt) {
  circle();
  two_parts(7);
  EXPECT_EQ(failure(fetch(2, 7, 0)), "not_a_member");
  EXPECT_EQ(failure(begin(2, 8, 2, 317)), "not_a_member");
  EXPECT_EQ(failure(put(2, 7, 1, counted(17, 2))), "not_a_member");
  EXPECT_EQ(failure(leave(2, 7)), "not_a_member");
  const auto other = numbered<CircleId>(9);
  get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(2), other, kNow});
  EXPECT_EQ(failure(domain::GetChunk{numbered<DeviceId>(2), other, numbered<AttachmentId>(7), 0}), "attachment_gone");
  EXPECT_EQ(failure(domain::GetChunk{numbered<DeviceId>(2), numbered<CircleId>(99), numbered<AttachmentId>(7), 0}),
            "circle_unknown");
  // The same id in two circles is two attachments.
  EXPECT_EQ(
      get<wire::AttachAt>(domain::BeginAttachment{numbered<DeviceId>(2), other, numbered<AttachmentId>(7), 1, 17, kNow})
          .stored,
      0U);
}

TEST_F(AttachmentStore, WhoLeavesOrIsRemovedIsNotWaitedFor) {
  circle();
  two_parts(7);
  get<domain::Done>(leave(kSupporter, 7));
  get<domain::Done>(domain::LeaveCircle{numbered<DeviceId>(kParent), kCircle});
  EXPECT_EQ(failure(fetch(kSupporter, 7, 0)), "attachment_gone");
  two_parts(8);
  get<domain::Done>(domain::LeaveCircle{numbered<DeviceId>(kSupporter), kCircle});
  EXPECT_EQ(rows("attachment"), 0U) << "nobody is left in the circle";
}

TEST_F(AttachmentStore, ACommitThatRemovesADeviceRemovesItHereToo) {
  circle();
  two_parts(7);
  get<domain::Done>(leave(kSupporter, 7));
  get<domain::Appended>(domain::AppendCommit{numbered<DeviceId>(kSupporter),
                                             kCircle,
                                             numbered<MessageId>(60),
                                             {1},
                                             {9},
                                             {},
                                             {numbered<DeviceId>(kParent)},
                                             kNow});
  EXPECT_EQ(failure(fetch(kSupporter, 7, 0)), "attachment_gone");
}

TEST_F(AttachmentStore, WhoComesInBeforeItIsWholeIsWaitedFor) {
  circle();
  get<wire::AttachAt>(begin(kSupporter, 7, 2, 317));
  get<wire::AttachAt>(put(kSupporter, 7, 0, counted(300, 1)));
  auto slip = circle_slip(101, {1});
  get<domain::Done>(std::move(slip));
  get<domain::RedeemedSlip>(redeem(101, 11, {1}));
  get<wire::AttachAt>(put(kSupporter, 7, 1, counted(17, 2)));
  get<domain::Done>(leave(kSupporter, 7));
  get<domain::Done>(leave(kParent, 7));
  EXPECT_EQ(failure(fetch(11, 7, 0)), "no failure");
  get<domain::Done>(leave(11, 7));
  EXPECT_EQ(failure(fetch(11, 7, 0)), "attachment_gone");
}

TEST_F(AttachmentStore, WhatIsNotWholeHasTwoDaysAndWhatIsWholeTheRetention) {
  circle();
  get<wire::AttachAt>(begin(kSupporter, 6, 2, 317));
  two_parts(7);
  EXPECT_EQ(maintained_in(domain::kIncomplete_days).attachments_expired, 0U);
  EXPECT_EQ(maintained_in(domain::kIncomplete_days + 1).attachments_expired, 1U);
  EXPECT_EQ(failure(put(kSupporter, 6, 0, counted(300, 1))), "attachment_gone");
  EXPECT_EQ(failure(fetch(kParent, 7, 0)), "no failure");
  EXPECT_EQ(maintained_in(30).attachments_expired, 0U);
  EXPECT_EQ(maintained_in(31).attachments_expired, 1U);
  EXPECT_EQ(failure(fetch(kParent, 7, 0)), "attachment_gone");
  EXPECT_EQ(rows("attachment_waits"), 0U);
}

TEST_F(AttachmentStore, ACircleAndItsDayHaveTheirLimits) {
  circle();
  const std::uint64_t largest = std::uint64_t{wire::kMaxChunks} * wire::kMaxChunkBytes;
  for (std::uint32_t id = 1; id <= 4; ++id) get<wire::AttachAt>(begin(kSupporter, id, wire::kMaxChunks, largest));
  EXPECT_EQ(failure(begin(kSupporter, 5, 1, 17)), "attachment_room");
  for (std::uint32_t id = 1; id <= 4; ++id) {
    get<domain::Done>(leave(kSupporter, id));
    get<domain::Done>(leave(kParent, id));
    get<wire::AttachAt>(begin(kSupporter, 10 + id, wire::kMaxChunks, largest));
  }
  get<domain::Done>(leave(kSupporter, 11));
  get<domain::Done>(leave(kParent, 11));
  const auto refused = ask(begin(kSupporter, 5, 1, 17));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::attachment_day_limit);
  EXPECT_EQ(refused.error().detail, kDay_ms / 2) << "it is noon";
  EXPECT_EQ(failure(begin(kSupporter, 12, wire::kMaxChunks, largest)), "no failure") << "the same again costs nothing";
  EXPECT_EQ(failure(begin(kSupporter, 5, 1, 17, kNow.plus_s(13 * 3600))), "no failure");
}

TEST_F(AttachmentStore, TheServerKeepsWhatTheOperatorWants) {
  circle();
  store.reset();
  OpenOptions few = options(OpenMode::existing);
  few.attachments_keep_mib = 1;
  start(std::move(few));
  get<wire::AttachAt>(begin(kSupporter, 7, domain::kChunksPerMib, domain::kChunksPerMib * 17));
  EXPECT_EQ(failure(begin(kSupporter, 8, 1, 17)), "attachment_room");
  store.reset();
  OpenOptions none = options(OpenMode::existing);
  none.attachments_keep_mib = 0;
  start(std::move(none));
  EXPECT_EQ(failure(begin(kSupporter, 8, 1, 17)), "attachment_room");
  EXPECT_EQ(failure(put(kSupporter, 7, 0, counted(17, 1))), "no failure") << "what was let in can finish";
}

// The process dies by kill -9 while somebody puts parts: what was acknowledged is there, and the upload goes on behind
// it.
TEST_F(AttachmentStore, WhatWasAcknowledgedSurvivesSuddenDeath) {
  circle();
  constexpr std::uint32_t kParts = 400;
  constexpr std::uint32_t kEnough = 25;
  const auto part = [](std::uint32_t i) { return counted(16'400, static_cast<std::uint8_t>(i)); };
  get<wire::AttachAt>(begin(kSupporter, 7, kParts, kParts * 16'400ULL));
  store.reset();
  int acknowledged[2];
  ASSERT_EQ(::pipe(acknowledged), 0);
  const pid_t victim = ::fork();
  ASSERT_GE(victim, 0);
  if (victim == 0) {
    start(options(OpenMode::existing));
    for (std::uint32_t i = 0; i < kParts; ++i) {
      if (!ask(put(kSupporter, 7, i, part(i))) || ::write(acknowledged[1], "1", 1) != 1) ::_exit(1);
    }
    ::pause();
  }
  ::close(acknowledged[1]);
  std::uint32_t seen = 0;
  for (char one = 0; seen < kEnough && ::read(acknowledged[0], &one, 1) == 1;) ++seen;
  ::kill(victim, SIGKILL);
  ::waitpid(victim, nullptr, 0);
  for (char one = 0; ::read(acknowledged[0], &one, 1) == 1;) ++seen;
  ::close(acknowledged[0]);
  ASSERT_GE(seen, kEnough);
  ASSERT_LT(seen, kParts) << "it was over before it died";

  start(options(OpenMode::existing));
  const auto stored =
      static_cast<std::uint32_t>(get<wire::AttachAt>(begin(kSupporter, 7, kParts, kParts * 16'400ULL)).stored);
  EXPECT_GE(stored, seen);
  for (std::uint32_t i = stored; i < kParts; ++i) get<wire::AttachAt>(put(kSupporter, 7, i, part(i)));
  for (std::uint32_t i = 0; i < kParts; ++i)
    ASSERT_EQ(get<wire::AttachChunk>(fetch(kParent, 7, i)).chunk, part(i)) << i;
}

TEST_F(AttachmentStore, ManyPartsAreSweptAndTheNumberIsFreeAgain) {
  circle();
  const auto chunks = static_cast<std::uint32_t>(3 * kSweepChunks + 1);
  get<wire::AttachAt>(begin(kSupporter, 7, chunks, chunks * 20ULL));
  for (std::uint32_t i = 0; i < chunks; ++i)
    get<wire::AttachAt>(put(kSupporter, 7, i, counted(20, static_cast<std::uint8_t>(i))));
  get<domain::Done>(leave(kSupporter, 7));
  get<domain::Done>(leave(kParent, 7));
  two_parts(8);
  EXPECT_EQ(get<wire::AttachChunk>(fetch(kParent, 8, 1)).chunk, counted(17, 2)) << "beside what is being swept";
  EXPECT_EQ(rows("attachment_rubbish"), 0U);
  EXPECT_EQ(fatals, 0);
  start(options(OpenMode::existing));
  EXPECT_EQ(get<wire::AttachChunk>(fetch(kParent, 8, 0)).chunk, counted(300, 1));
  EXPECT_EQ(rows("attachment_chunk"), 2U);
}

}  // namespace
}  // namespace bredvid::storage
