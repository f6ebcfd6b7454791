// Counting and releasing, with the keys outside of the database.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

class TallyStore : public StorageTest {
 protected:
  /// One contact of the supporter with the parent on a day.
  domain::AddTally tally(std::uint32_t id, std::uint32_t parent, std::uint32_t day, std::uint32_t supporter = 1,
                         wire::Contact contact = wire::Contact::visit, std::uint32_t span = 1) {
    wire::TagSet tags;
    tags.tag = counted_array<32>(static_cast<std::uint8_t>(parent));
    tags.day_tag = counted_array<32>(static_cast<std::uint8_t>(100 + parent * 8 + day));
    return {numbered<DeviceId>(supporter), numbered<TallyId>(id), {span}, wire::Counted::of(contact), {tags}, kNow};
  }
  void count_parents(std::uint32_t parents, std::uint32_t first_id = 1, std::uint32_t span = 1) {
    for (std::uint32_t p = 0; p < parents; ++p)
      get<domain::Done>(tally(first_id + p, p, 0, 1, wire::Contact::visit, span));
  }
  bool key_exists(int span) {
    return std::filesystem::exists(folder.path() / ("keys/span-" + std::to_string(span) + ".key"));
  }
  nlohmann::json release(std::uint32_t id) {
    const auto found = get<wire::Release>(domain::GetRelease{{id}});
    return nlohmann::json::parse(found.json);
  }
  const Instant due = domain::start_of_day(domain::day_of({2027, 1, 1})).plus_s(72 * 3600);
};

TEST_F(TallyStore, ARetryCountsOnceAndAnOccasionIsAParentOnADay) {
  people();
  count_parents(5);
  get<domain::Done>(tally(1, 0, 0));
  get<domain::Done>(tally(20, 0, 0, 1, wire::Contact::phone));
  for (std::uint32_t p = 1; p < 5; ++p) get<domain::Done>(tally(20 + p, p, 1, 1, wire::Contact::phone));
  const auto published = get<domain::Published>(domain::PublishDue{due});
  ASSERT_EQ(published.releases.size(), 1U);
  const auto json = release(1);
  EXPECT_EQ(json["level"], "organisation_and_contact");
  EXPECT_EQ(json["total"]["contacts"], 10) << "5 visits and 5 calls, the retry not again";
  EXPECT_EQ(json["total"]["persons"], 5);
  EXPECT_EQ(json["total"]["occasions"], 10) << "9, rounded: one parent had both on one day";
}

TEST_F(TallyStore, AContactWithBothParentsCountsOnceAndHoldsTwoPersons) {
  people();
  auto both = tally(1, 0, 0);
  both.tags.push_back(tally(2, 1, 0).tags[0]);
  get<domain::Done>(std::move(both));
  for (std::uint32_t p = 2; p < 5; ++p) get<domain::Done>(tally(p + 1, p, 0));
  ASSERT_EQ(get<domain::Published>(domain::PublishDue{due}).releases.size(), 1U);
  EXPECT_EQ(release(1)["total"]["persons"], 5);
  EXPECT_EQ(release(1)["total"]["contacts"], 5) << "4, rounded";
}

TEST_F(TallyStore, AnOutcomeIsNoContact) {
  people();
  count_parents(5);
  auto closing = tally(30, 6, 1);
  closing.counted = {wire::Series::closing, 1};
  get<domain::Done>(std::move(closing));
  ASSERT_EQ(get<domain::Published>(domain::PublishDue{due}).releases.size(), 1U);
  EXPECT_EQ(release(1)["total"]["contacts"], 5);
  EXPECT_EQ(release(1)["total"]["persons"], 5) << "6 had it counted";
}

TEST_F(TallyStore, BeforeItsTimeNothingIsDue) {
  people();
  count_parents(6);
  EXPECT_EQ(failure(domain::PublishDue{{due.ms - 1}}), "nothing_due");
  EXPECT_EQ(failure(domain::GetRelease{{1}}), "release_unknown");
  EXPECT_TRUE(get<wire::Releases>(domain::ListReleases{}).releases.empty());
}

TEST_F(TallyStore, FourParentsAreNotPublishedAndTheSpanRunsOn) {
  people();
  count_parents(4);
  const auto held = get<domain::Published>(domain::PublishDue{due});
  EXPECT_TRUE(held.releases.empty());
  EXPECT_EQ(held.run_on, 1U);
  ASSERT_EQ(held.spans.size(), 1U);
  EXPECT_EQ(held.spans[0], (wire::Span{{1}, domain::day_of({2026, 10, 1}), domain::day_of({2027, 3, 31})}));
  EXPECT_TRUE(key_exists(1));
  get<domain::Done>(tally(50, 3, 5));
  get<domain::Done>(tally(51, 4, 5));
  const auto later = get<domain::Published>(domain::PublishDue{domain::start_of_day(domain::day_of({2027, 4, 4}))});
  ASSERT_EQ(later.releases.size(), 1U) << "the fifth parent came in the second quarter";
  EXPECT_EQ(release(1)["total"]["persons"], 5);
  EXPECT_EQ(release(1)["first_day"], "2026-10-01");
  EXPECT_EQ(release(1)["last_day"], "2027-03-31");
}

TEST_F(TallyStore, PublishingClosesTheSpanAndDestroysWhatIsBehindIt) {
  people();
  count_parents(5);
  EXPECT_TRUE(key_exists(1));
  const auto published = get<domain::Published>(domain::PublishDue{due});
  EXPECT_FALSE(key_exists(1));
  EXPECT_TRUE(key_exists(2));
  ASSERT_EQ(published.spans.size(), 1U);
  EXPECT_EQ(published.spans[0], (wire::Span{{2}, domain::day_of({2027, 1, 1}), domain::day_of({2027, 3, 31})}));
  EXPECT_EQ(failure(tally(60, 0, 0)), "span_closed");
  EXPECT_EQ(failure(tally(61, 0, 0, 1, wire::Contact::visit, 2)), "no failure");
  EXPECT_EQ(failure(domain::PublishDue{due}), "nothing_due");
  store.reset();
  auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::reader, 0);
  ASSERT_TRUE(database);
  for (const char* sql :
       {"SELECT count(*) FROM tally_count WHERE span_id = 1", "SELECT count(*) FROM tally_person WHERE span_id = 1",
        "SELECT count(*) FROM tally_occasion WHERE span_id = 1"}) {
    Query row = database->query(sql);
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.integer(0), 0) << sql;
  }
}

TEST_F(TallyStore, ReleasesAreImmutableAndListed) {
  people();
  count_parents(5);
  get<domain::Published>(domain::PublishDue{due});
  const auto first = get<wire::Release>(domain::GetRelease{{1}});
  reopen();
  EXPECT_EQ(get<wire::Release>(domain::GetRelease{{1}}), first);
  const auto list = get<wire::Releases>(domain::ListReleases{});
  ASSERT_EQ(list.releases.size(), 1U);
  EXPECT_EQ(
      list.releases[0],
      (wire::ReleaseEntry{{1}, wire::Scope::span, domain::day_of({2026, 10, 1}), domain::day_of({2026, 12, 31})}));
}

TEST_F(TallyStore, AnEarlyCloseKeepsTheRule) {
  people();
  count_parents(4);
  EXPECT_EQ(failure(domain::PublishDue{kNow, Day{kToday.value + 1}}), "config_bad") << "a day ahead";
  EXPECT_EQ(failure(domain::PublishDue{kNow, domain::day_of({2026, 9, 30})}), "config_bad") << "before the span";
  EXPECT_EQ(get<domain::Published>(domain::PublishDue{kNow, kToday}).run_on, 1U);
  EXPECT_EQ(get<domain::SpansFound>(domain::ListSpans{}).spans[0].last_day, domain::day_of({2026, 12, 31}))
      << "as it was";
  get<domain::Done>(tally(50, 4, 0));
  const auto published = get<domain::Published>(domain::PublishDue{kNow, kToday});
  ASSERT_EQ(published.releases.size(), 1U);
  EXPECT_EQ(published.spans[0], (wire::Span{{2}, {kToday.value + 1}, domain::day_of({2026, 12, 31})}));
  EXPECT_EQ(release(1)["last_day"], "2026-11-23");
}

TEST_F(TallyStore, WithoutTheSpansKeyNothingIsCountedAndThenCountingStartsAgain) {
  people();
  count_parents(4);
  store.reset();
  std::filesystem::remove(folder.path() / "keys/span-1.key");
  start(options(OpenMode::existing));
  EXPECT_EQ(failure(tally(50, 4, 0)), "internal");
  const auto maintained = get<domain::Maintained>(domain::Maintain{kNow});
  EXPECT_TRUE(maintained.spans_changed);
  EXPECT_EQ(maintained.spans[0].first_day, kToday)
      << "what came before is gone, and the release will say from when it counts";
  EXPECT_EQ(failure(tally(50, 4, 0)), "no failure");
  EXPECT_EQ(get<domain::Published>(domain::PublishDue{due}).run_on, 1U) << "one parent, not five";
}

TEST_F(TallyStore, AStrayKeyIsDestroyed) {
  people();
  std::filesystem::copy_file(folder.path() / "keys/span-1.key", folder.path() / "keys/span-7.key");
  get<domain::Maintained>(domain::Maintain{kNow});
  EXPECT_FALSE(key_exists(7));
  EXPECT_TRUE(key_exists(1));
}

TEST_F(TallyStore, IdsAreForgottenAfterTwoDays) {
  people();
  get<domain::Done>(tally(1, 0, 0));
  EXPECT_EQ(get<domain::Maintained>(domain::Maintain{kNow.plus_s(2 * 86400)}).ids_removed, 0U);
  EXPECT_EQ(get<domain::Maintained>(domain::Maintain{kNow.plus_s(3 * 86400)}).ids_removed, 1U);
}

TEST_F(TallyStore, TheTagsOnDiskAreNotTheClients) {
  people();
  get<domain::Done>(tally(1, 0, 0));
  store.reset();
  auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::reader, 0);
  ASSERT_TRUE(database);
  Query row = database->query("SELECT tag FROM tally_person");
  ASSERT_TRUE(row.next());
  EXPECT_NE(row.key(0), counted_array<32>(0));
}

}  // namespace
}  // namespace bredvid::storage
