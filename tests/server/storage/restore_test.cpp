// The server has gone back in time: what it says afterwards, about messages and about counts.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "server/domain/restore_rule.h"
#include "server/storage/backup.h"
#include "tests/server/storage/filled.h"

namespace bredvid::storage {
namespace {

constexpr std::int64_t kDay_s = 24 * 60 * 60;

class StorageRestore : public FilledStorage {
 protected:
  [[nodiscard]] std::filesystem::path saved() const { return folder.path() / "saved.db"; }
  void back_up() {
    std::ofstream(saved(), std::ios::trunc).close();
    ASSERT_TRUE(copy_database(file(), database_key(), saved(), database_key()));
  }
  AfterRestore restore(Instant now, std::uint32_t span_days = 0) {
    store.reset();
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file().string() + ending);
    std::filesystem::copy_file(saved(), file());
    const auto done = ready_after_restore(file(), database_key(), {now, span_days, folder.path() / "keys"});
    EXPECT_TRUE(done) << name(done.error().code);
    EXPECT_TRUE(check_database(file(), database_key(), Serving::no));
    start(options(OpenMode::existing));
    get<domain::Maintained>(domain::Maintain{now});
    return done ? *done : AfterRestore{};
  }
  [[nodiscard]] std::filesystem::path key_of(SpanId span) const {
    return folder.path() / "keys" / ("span-" + std::to_string(span.value) + ".key");
  }
  wire::Span the_open_span() { return get<domain::SpansFound>(domain::ListSpans{}).spans.at(0); }
  Sequence say(std::uint32_t id) {
    return get<domain::Appended>(
               domain::AppendMessage{
                   numbered<DeviceId>(1), circle_number(0), numbered<MessageId>(id), {}, {1, 2}, kNow})
        .sequence;
  }
  std::size_t releases() { return get<wire::Releases>(domain::ListReleases{}).releases.size(); }
};

TEST_F(StorageRestore, NoSequenceIsGivenToTwoEnvelopes) {
  fill();
  back_up();
  std::vector<std::uint64_t> given;
  for (std::uint32_t i = 0; i < 5; ++i) given.push_back(say(60'000 + i).value);
  EXPECT_EQ(restore(kNow.plus_s(60)).circles, kCircles);
  for (std::uint32_t i = 0; i < 5; ++i) given.push_back(say(61'000 + i).value);
  // The same backup again, an hour later: it knows nothing of the first restore either.
  restore(kNow.plus_s(3600));
  for (std::uint32_t i = 0; i < 5; ++i) given.push_back(say(62'000 + i).value);
  std::ranges::sort(given);
  EXPECT_EQ(std::ranges::adjacent_find(given), given.end());
}

TEST_F(StorageRestore, ALogThatIsAheadOfItsCirclesRowCounts) {
  fill();
  back_up();
  restore(kNow);
  // What is said now waits, and only its envelopes say how far the log has come. The clock stands still, so that time
  // doesn't make up for it.
  Sequence last;
  for (std::uint32_t i = 0; i < 5; ++i) last = say(63'000 + i);
  back_up();
  restore(kNow);
  EXPECT_EQ(say(64'000).value, last.value + domain::kLeastSequenceGap + 1);
}

TEST_F(StorageRestore, WhatWaitedIsDeliveredAndADeviceThatIsAheadMayAcknowledge) {
  fill();
  back_up();
  const Sequence ahead = say(60'000);
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(1), circle_number(0), ahead});
  restore(kNow.plus_s(60));
  const auto again = get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(1), circle_number(0), {}, 1000});
  EXPECT_EQ(again.envelopes.size(), kMessagesEach);
  EXPECT_GT(get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(1), kNow}).circles.at(0).head, ahead);
  // The device has read more than the backup knows of; its acknowledgement is not "beyond the head".
  get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(1), circle_number(0), ahead});
  const Sequence next = say(61'000);
  const auto fresh =
      get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(1), circle_number(0), ahead, 1000});
  ASSERT_EQ(fresh.envelopes.size(), 1U);
  EXPECT_EQ(fresh.envelopes[0].sequence, next);
}

TEST_F(StorageRestore, WithoutTheKeyCountingBeginsAnewTodayAndReleasesStay) {
  fill();
  const wire::Span before = the_open_span();
  ASSERT_EQ(releases(), 1U);
  back_up();
  std::filesystem::remove_all(folder.path() / "keys");
  const Instant later = kNow.plus_s(3 * kDay_s);
  const AfterRestore done = restore(later);
  ASSERT_TRUE(done.new_span);
  const wire::Span now = the_open_span();
  EXPECT_EQ(now, *done.new_span);
  EXPECT_EQ(now.first_day.value, kToday.value + 3);
  EXPECT_NE(now.span_id, before.span_id);
  EXPECT_TRUE(std::filesystem::exists(key_of(now.span_id)));
  EXPECT_EQ(releases(), 1U);
  // The six parents of before would be enough to publish. They are gone, not guessed.
  const auto published = get<domain::Published>(domain::PublishDue{later, Day{kToday.value + 3}});
  EXPECT_TRUE(published.releases.empty());
  EXPECT_EQ(published.run_on, 1U);
}

TEST_F(StorageRestore, WithTheKeyThePeriodGoesOn) {
  fill();
  const wire::Span before = the_open_span();
  back_up();
  EXPECT_FALSE(restore(kNow.plus_s(60)).new_span);
  EXPECT_EQ(the_open_span(), before);
  EXPECT_EQ(get<domain::Published>(domain::PublishDue{kNow.plus_s(kDay_s), Day{kToday.value + 1}}).releases.size(), 1U);
}

TEST_F(StorageRestore, ASpanThatWasPublishedSinceIsNeverPublishedAgain) {
  fill();
  const wire::Span before = the_open_span();
  back_up();
  // Published after the backup, a day later: its key is destroyed, the next span is open and has its key.
  const Instant day_two = kNow.plus_s(kDay_s);
  ASSERT_EQ(get<domain::Published>(domain::PublishDue{day_two, Day{kToday.value + 1}}).releases.size(), 1U);
  const auto lost = get<wire::Releases>(domain::ListReleases{}).releases.front();
  ASSERT_FALSE(std::filesystem::exists(key_of(before.span_id)));
  const SpanId successor = the_open_span().span_id;
  ASSERT_TRUE(std::filesystem::exists(key_of(successor)));

  const Instant day_five = kNow.plus_s(4 * kDay_s);
  const AfterRestore done = restore(day_five);
  ASSERT_TRUE(done.new_span);
  const wire::Span now = the_open_span();
  EXPECT_GT(now.first_day, lost.last_day) << "its days are not those that were published";
  EXPECT_NE(now.span_id, before.span_id);
  EXPECT_NE(now.span_id, successor) << "and its number none that clients have heard";
  EXPECT_FALSE(std::filesystem::exists(key_of(successor))) << "a key of a span that is no more";
  // What waits on clients for the old spans is told that they are closed, and goes into the new one.
  for (const SpanId old : {before.span_id, successor}) {
    wire::TagSet tags{counted_array<32>(1), counted_array<32>(1), counted_array<32>(1)};
    EXPECT_EQ(failure(domain::AddTally{numbered<DeviceId>(1),
                                       numbered<TallyId>(old.value + 900),
                                       old,
                                       wire::Counted::of(wire::Contact::visit),
                                       {tags},
                                       day_five}),
              "span_closed");
  }
  tallies(3);
  const auto published = get<domain::Published>(domain::PublishDue{day_five, Day{kToday.value + 4}});
  ASSERT_EQ(published.releases.size(), 1U);
  EXPECT_GT(published.releases[0].value, lost.release_id.value + 1) << "no second release of that number";
}

TEST_F(StorageRestore, AWrongKeyAndANewerDatabaseAreLeftAlone) {
  fill();
  back_up();
  store.reset();
  EXPECT_EQ(ready_after_restore(saved(), counted_id<Secret32>(9), {kNow, 0, folder.path() / "keys"}).error().code,
            ErrorCode::key_wrong);
  {
    auto database = Database::open(saved(), database_key(), DatabaseRole::reader, 0);
    ASSERT_TRUE(database);
    database->execute("PRAGMA query_only = OFF; PRAGMA user_version = 99");
  }
  EXPECT_EQ(ready_after_restore(saved(), database_key(), {kNow, 0, folder.path() / "keys"}).error().code,
            ErrorCode::database_newer);
}

}  // namespace
}  // namespace bredvid::storage
