// Spans, half-years and years through the store: what is told, what waits, and what is gone afterwards.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/server/storage/failing_disk.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

constexpr auto kClosing = wire::Series::closing;

class YearStore : public StorageTest {
 protected:
  /// One thing counted with a parent; `year_tag` is the parent's own, as a client's is within a year.
  domain::AddTally tally(std::uint32_t parent, wire::Counted counted, SpanId span) {
    wire::TagSet tags;
    tags.tag = counted_array<32>(static_cast<std::uint8_t>(parent + 50 * span.value));
    tags.day_tag = counted_array<32>(static_cast<std::uint8_t>(100 + parent + 3 * span.value));
    tags.year_tag = counted_array<32>(static_cast<std::uint8_t>(parent));
    return {numbered<DeviceId>(1), numbered<TallyId>(++tallies), span, counted, {tags}, kNow};
  }
  SpanId open() { return get<domain::SpansFound>(domain::ListSpans{}).spans.at(0).span_id; }
  void visits(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t parent = from; parent < to; ++parent)
      get<domain::Done>(tally(parent, wire::Counted::of(wire::Contact::visit), open()));
  }
  void closings(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t parent = from; parent < to; ++parent) get<domain::Done>(tally(parent, {kClosing, 1}, open()));
  }
  domain::Published publish(Instant now) { return get<domain::Published>(domain::PublishDue{now}); }
  static Instant after(std::int32_t year, std::uint32_t month) {
    return domain::start_of_day(domain::day_of({year, month, 4}));
  }
  nlohmann::json release(ReleaseId id) {
    return nlohmann::json::parse(get<wire::Release>(domain::GetRelease{id}).json);
  }
  std::uint64_t rows(const std::string& of) {
    auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::reader, 0);
    EXPECT_TRUE(database);
    Query row = database->query("SELECT count(*) FROM " + of);
    EXPECT_TRUE(row.next());
    return row.large(0);
  }
  bool key_exists(const std::string& name) { return std::filesystem::exists(folder.path() / "keys" / (name + ".key")); }
  std::uint32_t tallies = 0;
};

TEST_F(YearStore, WhatASpanWithheldIsToldWithItsHalfYear) {
  people();
  visits(0, 6);
  closings(0, 3);
  // October to December 2026: half-year and year end with it, and nothing is left but the three closings.
  const auto first = publish(after(2027, 1));
  ASSERT_EQ(first.releases.size(), 3U) << "the span, the half-year, the year";
  EXPECT_EQ(release(first.releases[0])["outcomes"][1]["level"], "nothing");
  EXPECT_EQ(release(first.releases[2])["outcomes"][1]["level"], "nothing");
  // Two quarters with three and four closings of seven parents: together they are enough.
  visits(0, 6);
  closings(0, 3);
  ASSERT_EQ(publish(after(2027, 4)).releases.size(), 1U);
  visits(2, 9);
  closings(3, 7);
  const auto third = publish(after(2027, 7));
  ASSERT_EQ(third.releases.size(), 2U);
  EXPECT_EQ(release(third.releases[0])["outcomes"][1]["level"], "nothing");
  const auto half = release(third.releases[1]);
  EXPECT_EQ(half["scope"], "half_year");
  EXPECT_EQ(half["first_day"], "2027-01-01");
  EXPECT_EQ(half["last_day"], "2027-06-30");
  EXPECT_EQ(half["outcomes"][1]["total"]["count"], 5) << "7, rounded";
  EXPECT_EQ(half["total"]["contacts"], 15) << "6 and 7";
  EXPECT_EQ(half["persons"][0]["persons"], 10) << "9: four were there in both";
  const auto list = get<wire::Releases>(domain::ListReleases{}).releases;
  EXPECT_EQ(list[0].scope, wire::Scope::half_year);
  EXPECT_EQ(list[1].scope, wire::Scope::span);
}

TEST_F(YearStore, AHalfYearDoesNotTellWhatOneSpanWithheld) {
  people();
  visits(0, 6);
  publish(after(2027, 1));
  visits(0, 6);
  closings(0, 6);
  const auto quarter = publish(after(2027, 4));
  EXPECT_EQ(release(quarter.releases[0])["outcomes"][1]["total"]["count"], 5);
  visits(0, 6);
  closings(0, 3);
  const auto half = publish(after(2027, 7));
  ASSERT_EQ(half.releases.size(), 2U);
  EXPECT_EQ(release(half.releases[1])["outcomes"][1]["level"], "nothing") << "9 less 6 would be the three";
  EXPECT_EQ(release(half.releases[1])["total"]["contacts"], 10) << "12: both spans have told theirs";
}

TEST_F(YearStore, AParentCountsOnceInAYearAndAfterwardsNothingIsLeft) {
  people();
  visits(0, 6);
  publish(after(2027, 1));
  EXPECT_FALSE(key_exists("year-2026"));
  EXPECT_TRUE(key_exists("year-2027"));
  for (const std::uint32_t month : {4U, 7U, 10U}) {
    visits(0, 6);
    closings(0, 6);
    publish(after(2027, month));
  }
  get<domain::Maintained>(domain::Maintain{kNow});
  EXPECT_TRUE(key_exists("year-2027")) << "three spans wait under it";
  visits(1, 7);
  const auto last = publish(after(2028, 1));
  ASSERT_EQ(last.releases.size(), 3U);
  const auto year = release(last.releases[2]);
  EXPECT_EQ(year["scope"], "year");
  EXPECT_EQ(year["spans"].size(), 4U);
  EXPECT_EQ(year["total"]["contacts"], 25) << "24";
  EXPECT_EQ(year["total"]["persons"], 5) << "7 parents, rounded; 28 if each span counted them anew";
  EXPECT_EQ(year["outcomes"][1]["total"]["count"], 20) << "18";
  EXPECT_FALSE(key_exists("year-2027"));
  store.reset();
  for (const char* table : {"year_person", "span_figure", "span_told", "tally_count", "tally_person", "tally_occasion",
                            "span WHERE waits > 0"})
    EXPECT_EQ(rows(table), 0U) << table;
}

TEST_F(YearStore, ASpanThatRunsOnOverNewYearBelongsToTheYearThatItBeganIn) {
  people();
  visits(0, 3);
  EXPECT_EQ(publish(after(2027, 1)).run_on, 1U);
  visits(3, 6);
  const auto published = publish(after(2027, 4));
  ASSERT_EQ(published.releases.size(), 3U);
  const auto year = release(published.releases[2]);
  EXPECT_EQ(year["first_day"], "2026-10-01");
  EXPECT_EQ(year["last_day"], "2027-03-31");
  EXPECT_EQ(year["total"]["persons"], 5);
}

TEST_F(YearStore, AskedTwiceNothingIsToldTwice) {
  people();
  visits(0, 6);
  publish(after(2027, 1));
  EXPECT_EQ(failure(domain::PublishDue{after(2027, 1)}), "nothing_due");
  EXPECT_EQ(get<wire::Releases>(domain::ListReleases{}).releases.size(), 3U);
}

TEST_F(YearStore, WithoutTheYearsKeyTheYearStartsAgain) {
  people();
  visits(0, 6);
  publish(after(2027, 1));
  visits(0, 6);
  publish(after(2027, 4));
  visits(0, 6);
  store.reset();
  std::filesystem::remove(folder.path() / "keys/year-2027.key");
  start(options(OpenMode::existing));
  EXPECT_EQ(failure(tally(1, wire::Counted::of(wire::Contact::visit), open())), "internal");
  EXPECT_TRUE(get<domain::Maintained>(domain::Maintain{after(2027, 5)}).spans_changed);
  visits(0, 5);
  const auto half = publish(after(2027, 7));
  ASSERT_EQ(half.releases.size(), 2U);
  EXPECT_EQ(release(half.releases[1])["spans"].size(), 1U) << "the first quarter is no part of any sum";
  EXPECT_EQ(release(half.releases[1])["total"]["contacts"], 5);
}

TEST_F(YearStore, TheSameTalliesInAnotherOrderGiveTheSameReleases) {
  const auto played = [&](std::uint32_t seed) {
    people();
    std::vector<domain::AddTally> all;
    for (std::uint32_t parent = 0; parent < 9; ++parent) {
      all.push_back(tally(parent, wire::Counted::of(wire::Contact::visit), open()));
      all.push_back(tally(parent, wire::Counted::of(wire::Contact::phone), open()));
      all.push_back(tally(parent, {kClosing, static_cast<std::uint8_t>(1 + parent % 2)}, open()));
    }
    std::shuffle(all.begin(), all.end(), std::mt19937(seed));
    for (domain::AddTally& one : all) get<domain::Done>(std::move(one));
    std::string bytes;
    for (const ReleaseId id : publish(after(2027, 1)).releases) {
      const auto found = get<wire::Release>(domain::GetRelease{id});
      bytes += std::string(found.json.begin(), found.json.end()) + std::string(found.csv.begin(), found.csv.end());
    }
    store.reset();
    std::filesystem::remove_all(folder.path() / "keys");
    for (const char* file : {"bredvid.db", "bredvid.db-wal", "bredvid.db-shm"})
      std::filesystem::remove(folder.path() / file);
    tallies = 0;
    return bytes;
  };
  const std::string one = played(1);
  EXPECT_GT(one.size(), 1000U);
  EXPECT_EQ(played(2), one);
}

TEST_F(YearStore, AFullDiskInAReleaseLeavesEverythingAsItWas) {
  FailingDisk disk;
  store.reset();
  people();
  visits(0, 6);
  closings(0, 6);
  disk.fill(true);
  EXPECT_EQ(failure(domain::PublishDue{after(2027, 1)}), "storage_full");
  disk.fill(false);
  EXPECT_TRUE(get<wire::Releases>(domain::ListReleases{}).releases.empty());
  const auto published = publish(after(2027, 1));
  ASSERT_EQ(published.releases.size(), 3U);
  EXPECT_EQ(release(published.releases[2])["total"]["contacts"], 5);
  store.reset();
}

}  // namespace
}  // namespace bredvid::storage
