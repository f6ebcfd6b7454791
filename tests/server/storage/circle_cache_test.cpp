// The writer's memory of circles: whatever it forgets, the tables say the same.
#include "server/storage/circle_cache.h"

#include <gtest/gtest.h>

#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

class CircleCacheTest : public StorageTest {
 protected:
  void SetUp() override {
    circle();
    store.reset();
    auto opened = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::writer, 0);
    ASSERT_TRUE(opened);
    db.emplace(std::move(*opened));
    log.load(*db);
  }
  CachedCircle& found(CircleCache& cache, const CircleId& id = kCircle) {
    CachedCircle* circle = cache.find(*db, id);
    EXPECT_NE(circle, nullptr);
    return *circle;
  }
  void append(CircleCache& cache, std::uint32_t id, Sequence sequence, const CircleId& circle = kCircle) {
    const wire::Blob blob(10, 1);
    const auto message = numbered<MessageId>(id);
    cache.append(*db, found(cache, circle), {message, wire::EnvelopeKind::message, {1}, blob, sequence, kToday});
  }
  std::int64_t rows(std::string_view sql) {
    Query row = db->query(sql);
    return row.next() ? row.integer(0) : -1;
  }
  std::optional<Database> db;
  LogIndex log;
};

TEST_F(CircleCacheTest, ReadsWhatIsThere) {
  CircleCache cache(log);
  const domain::CircleState state = found(cache).state();
  EXPECT_EQ(state.epoch, Epoch{1});
  EXPECT_EQ(state.head, Sequence{1});
  EXPECT_EQ(state.waiting_envelopes, 1U);
  EXPECT_EQ(state.waiting_bytes, 30U);
  EXPECT_EQ(state.devices, 2U);
  EXPECT_EQ(cache.find(*db, numbered<CircleId>(99)), nullptr);
}

TEST_F(CircleCacheTest, WritesOnlyAtTheFlush) {
  CircleCache cache(log);
  append(cache, 50, {2});
  EXPECT_TRUE(cache.acknowledge(found(cache), numbered<DeviceId>(1), {2}));
  EXPECT_FALSE(cache.acknowledge(found(cache), numbered<DeviceId>(1), {2}));
  cache.release_acknowledged(found(cache));
  EXPECT_EQ(rows("SELECT head FROM circle"), 1);
  EXPECT_EQ(rows("SELECT count(*) FROM envelope"), 2);
  cache.flush(*db);
  EXPECT_EQ(rows("SELECT head FROM circle"), 1) << "its last envelope still says so";
  EXPECT_EQ(rows("SELECT min(acked) FROM membership"), 1);
  EXPECT_EQ(rows("SELECT count(*) FROM envelope"), 1) << "both have the commit";
  EXPECT_EQ(cache.committed(), 1U);
  CircleCache fresh(log);
  EXPECT_EQ(found(fresh).state().waiting_envelopes, found(cache).state().waiting_envelopes);
  EXPECT_EQ(found(fresh).state().waiting_bytes, found(cache).state().waiting_bytes);
}

TEST_F(CircleCacheTest, ACirclesCountOutlivesItsLastEnvelope) {
  CircleCache cache(log);
  append(cache, 50, {2});
  for (const std::uint32_t who : {1U, 10U}) cache.acknowledge(found(cache), numbered<DeviceId>(who), {2});
  cache.release_acknowledged(found(cache));
  cache.flush(*db);
  EXPECT_EQ(cache.committed(), 2U);
  EXPECT_EQ(rows("SELECT count(*) FROM envelope"), 0);
  EXPECT_EQ(rows("SELECT head FROM circle"), 2);
  append(cache, 51, {3});
  cache.flush(*db);
  cache.committed();
  EXPECT_EQ(rows("SELECT head FROM circle"), 2);
  EXPECT_EQ(cache.delete_expired(*db, {kToday.value + 1}), 1U);
  EXPECT_EQ(cache.committed(), 1U);
  EXPECT_EQ(rows("SELECT head FROM circle"), 3);
  CircleCache fresh(log);
  EXPECT_EQ(found(fresh).state().head, Sequence{3});
}

TEST_F(CircleCacheTest, AfterARollbackItKnowsWhatTheTablesSay) {
  CircleCache cache(log);
  db->run("BEGIN IMMEDIATE");
  append(cache, 50, {2});
  cache.flush(*db);
  cache.begin_job();
  db->run("SAVEPOINT job");
  append(cache, 51, {3});
  cache.set_epoch(found(cache), {7});
  cache.remove_member(*db, found(cache), numbered<DeviceId>(10));
  db->run("ROLLBACK TO job");
  cache.forget_job();
  EXPECT_EQ(found(cache).state().head, Sequence{2}) << "the earlier job stands";
  EXPECT_EQ(found(cache).state().epoch, Epoch{1});
  EXPECT_EQ(found(cache).state().devices, 2U);
  EXPECT_FALSE(found(cache).known(numbered<MessageId>(51)));
  EXPECT_TRUE(found(cache).known(numbered<MessageId>(50)));
  db->run("ROLLBACK");
  cache.forget_all();
  EXPECT_EQ(found(cache).state().head, Sequence{1});
  EXPECT_FALSE(found(cache).known(numbered<MessageId>(50)));
}

TEST_F(CircleCacheTest, RemembersRecentIdsUpToItsLimit) {
  CircleCache cache(log);
  for (std::uint32_t i = 0; i <= kRecentIds; ++i) append(cache, 100 + i, {2 + i});
  for (const std::uint32_t who : {1U, 10U}) {
    cache.acknowledge(found(cache), numbered<DeviceId>(who), {2 + kRecentIds});
  }
  cache.release_acknowledged(found(cache));
  EXPECT_EQ(found(cache).state().waiting_envelopes, 0U);
  // The joining commit and the first message are the oldest of kRecentIds + 2.
  EXPECT_FALSE(found(cache).known(numbered<MessageId>(100)));
  EXPECT_TRUE(found(cache).known(numbered<MessageId>(101)));
  EXPECT_TRUE(found(cache).known(numbered<MessageId>(100 + kRecentIds)));
}

TEST_F(CircleCacheTest, KeepsToItsLimitsAndLosesNothingByIt) {
  CircleCache cache(log, {2, 1000});
  const auto second = numbered<CircleId>(2);
  const auto third = numbered<CircleId>(3);
  for (const auto& id : {second, third}) {
    cache.create(*db, id, std::nullopt);
    cache.add_member(*db, found(cache, id), numbered<DeviceId>(1), {});
  }
  append(cache, 50, {2});
  append(cache, 60, {1}, second);
  append(cache, 61, {1}, third);
  cache.flush(*db);
  EXPECT_EQ(cache.circles(), 3U);
  cache.committed();
  EXPECT_EQ(cache.circles(), 2U) << "the one unused for longest went";
  EXPECT_EQ(found(cache).state().head, Sequence{2});
  EXPECT_TRUE(found(cache).known(numbered<MessageId>(50)));
  CircleCache small(log, {10, 2});
  EXPECT_EQ(found(small).state().waiting_envelopes, 2U);
  EXPECT_EQ(found(small, second).state().waiting_envelopes, 1U);
  small.committed();
  EXPECT_EQ(small.circles(), 1U) << "three envelopes are more than two";
}

}  // namespace
}  // namespace bredvid::storage
