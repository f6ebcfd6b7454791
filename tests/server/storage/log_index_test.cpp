// Where envelopes stand: what the index says is what the table holds, in slices that keep to their limits.
#include "server/storage/log_index.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "server/domain/mailbox.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

PlaceChange added(std::uint64_t sequence, std::uint32_t size_bytes, Day expires = kToday) {
  return {kCircle, {{sequence}, static_cast<std::int64_t>(sequence) + 100, size_bytes, expires}, true};
}
PlaceChange gone(std::uint64_t sequence) {
  return {kCircle, {{sequence}, 0, 0, {}}, false};
}

TEST(LogIndexTest, ASliceEndsAtTheNumberOrAtTheBytesButHoldsAtLeastOne) {
  LogIndex log;
  log.apply(std::vector{added(1, 100), added(2, 100), added(4, 100)});
  EXPECT_EQ(log.after(kCircle, {}, 2, 1000).places.size(), 2U);
  EXPECT_TRUE(log.after(kCircle, {}, 2, 1000).more);
  EXPECT_EQ(log.after(kCircle, {}, 3, 300).places.size(), 3U) << "exactly as many bytes as there may be";
  EXPECT_FALSE(log.after(kCircle, {}, 3, 300).more);
  EXPECT_EQ(log.after(kCircle, {}, 3, 299).places.size(), 2U);
  EXPECT_TRUE(log.after(kCircle, {}, 3, 299).more);
  EXPECT_EQ(log.after(kCircle, {}, 3, 1).places.size(), 1U) << "or nobody would ever get a large one";
  EXPECT_EQ(log.after(kCircle, {2}, 3, 1000).places.at(0).sequence, Sequence{4});
  EXPECT_FALSE(log.after(kCircle, {4}, 3, 1000).more);
  EXPECT_FALSE(log.after(kCircle, {UINT64_MAX}, 3, 1000).more);
  EXPECT_TRUE(log.after(numbered<CircleId>(99), {}, 3, 1000).places.empty());
}

TEST(LogIndexTest, WhatIsGoneIsGoneAndItsNumberStays) {
  LogIndex log;
  log.apply(std::vector{added(1, 10), added(2, 10), added(3, 10)});
  log.apply(std::vector{gone(2)});
  EXPECT_EQ(log.places(kCircle).size(), 2U);
  log.apply(std::vector{gone(1), gone(3), gone(3)});
  EXPECT_TRUE(log.places(kCircle).empty());
  EXPECT_EQ(log.last(kCircle), Sequence{3}) << "a reader whose look at the database is older must not fall behind";
  EXPECT_FALSE(log.last(numbered<CircleId>(99)));
}

TEST(LogIndexTest, FindsWhatExpires) {
  LogIndex log;
  log.apply(std::vector{added(1, 10, {kToday.value + 1}), added(2, 10, kToday), added(3, 10, {kToday.value + 2})});
  EXPECT_TRUE(log.expiring(kToday).empty());
  const auto found = log.expiring({kToday.value + 2});
  ASSERT_EQ(found.size(), 2U) << "a retention that was shortened leaves them out of order";
  EXPECT_EQ(found[1].place.sequence, Sequence{2});
}

class LogIndexStore : public StorageTest {
 protected:
  std::vector<Place> loaded() {
    store.reset();
    auto db = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::writer, 0);
    EXPECT_TRUE(db);
    LogIndex log;
    log.load(*db);
    next_row = log.next_row();
    return log.places(kCircle);
  }
  std::int64_t next_row = 0;
};

TEST_F(LogIndexStore, IsReadAtTheStart) {
  circle();
  for (std::uint32_t i = 0; i < 3; ++i) get<domain::Appended>(message(1, 50 + i, {1}, wire::Blob(100 + i, 1)));
  for (const std::uint32_t who : {1U, 10U})
    get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(who), kCircle, {2}});
  const auto places = loaded();
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].sequence, Sequence{3});
  EXPECT_EQ(places[1].size_bytes, 102U);
  EXPECT_EQ(next_row, places[1].row + 1);
}

TEST_F(LogIndexStore, TwoEnvelopesOfOneNumberAreDamage) {
  circle();
  get<domain::Appended>(message(1, 50, {1}));
  store.reset();
  {
    auto db = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::writer, 0);
    ASSERT_TRUE(db);
    db->run("UPDATE envelope SET sequence = 1");
  }
  EXPECT_THROW(loaded(), SqlError);
}

TEST_F(LogIndexStore, AFetchKeepsToItsBytes) {
  circle();
  const std::size_t each = 20'000;
  for (std::uint32_t i = 0; i < 4; ++i) get<domain::Appended>(message(1, 50 + i, {1}, wire::Blob(each, 1)));
  const auto fetched = [&](std::uint64_t after, std::size_t bytes) {
    return get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(1), kCircle, {after}, 64, bytes});
  };
  EXPECT_EQ(fetched(1, 1).envelopes.size(), 1U) << "one always";
  EXPECT_EQ(fetched(1, 3 * each - 1).envelopes.size(), 2U);
  const auto most = fetched(1, 3 * each);
  EXPECT_EQ(most.envelopes.size(), 3U);
  EXPECT_TRUE(most.more);
  const auto rest = fetched(most.envelopes.back().sequence.value, 3 * each);
  EXPECT_EQ(rest.envelopes.size(), 1U);
  EXPECT_FALSE(rest.more);
}

TEST_F(LogIndexStore, AReaderBesideTheWriterNeverSeesAGapOrAnothersEnvelope) {
  circle();
  // Two circles by turns, so that rows of both come and go side by side; each blob says whose it is and which.
  const auto other = numbered<CircleId>(2);
  get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(1), other, kNow});
  constexpr std::uint32_t kRounds = 300;
  std::atomic<bool> done = false;
  std::jthread writer([&] {
    for (std::uint32_t i = 0; i < kRounds; ++i) {
      domain::AppendMessage one{numbered<DeviceId>(1), other, numbered<MessageId>(5000 + i), {0}, {2}, kNow};
      const auto place = get<domain::Appended>(std::move(one)).sequence;
      get<domain::Appended>(message(1, 1000 + i, {1}, {1}));
      // Alone in the other circle: what it acknowledges goes at once.
      if (i % 3 == 2) get<domain::Done>(domain::Acknowledge{numbered<DeviceId>(1), other, place});
    }
    done = true;
  });
  std::size_t looks = 0;
  for (Sequence seen{1}; !done || seen.value < kRounds + 1; ++looks) {
    const auto ours = get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(10), kCircle, seen, 64});
    for (const wire::Envelope& one : ours.envelopes) {
      ASSERT_EQ(one.sequence.value, seen.value + 1) << "a gap";
      ASSERT_EQ(one.blob, wire::Blob{1});
      seen = one.sequence;
    }
    const auto theirs = get<domain::Envelopes>(domain::FetchEnvelopes{numbered<DeviceId>(1), other, {}, 64});
    for (const wire::Envelope& one : theirs.envelopes) ASSERT_EQ(one.blob, wire::Blob{2});
  }

  EXPECT_GT(looks, 10U);
}

}  // namespace
}  // namespace bredvid::storage
