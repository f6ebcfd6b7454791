// What a release leaves behind on the disk, and what a death in the middle of one does: nothing, and all or nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/server/storage/disk_in_clear.h"
#include "tests/server/storage/failing_disk.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

/// More than any release of these tests writes.
constexpr int kMostWrites = 400;

class ReleaseTraces : public StorageTest {
 protected:
  void count_everything() {
    const SpanId span = get<domain::SpansFound>(domain::ListSpans{}).spans.at(0).span_id;
    for (std::uint32_t parent = 0; parent < 6; ++parent) {
      for (const wire::Counted counted : {wire::Counted::of(wire::Contact::visit), {wire::Series::closing, 1}}) {
        wire::TagSet tags;
        tags.tag = counted_array<32>(static_cast<std::uint8_t>(parent));
        tags.day_tag = counted_array<32>(static_cast<std::uint8_t>(100 + parent));
        tags.year_tag = counted_array<32>(static_cast<std::uint8_t>(200 + parent));
        get<domain::Done>(
            domain::AddTally{numbered<DeviceId>(1), numbered<TallyId>(++tallies), span, counted, {tags}, kNow});
      }
    }
  }
  std::uint32_t tallies = 0;
  static domain::PublishDue due() { return {domain::start_of_day(domain::day_of({2027, 1, 4}))}; }
  /// The bytes of all releases, newest first.
  std::string told() {
    std::string bytes;
    for (const auto& one : get<wire::Releases>(domain::ListReleases{}).releases) {
      const auto found = get<wire::Release>(domain::GetRelease{one.release_id});
      bytes += std::string(found.json.begin(), found.json.end()) + std::string(found.csv.begin(), found.csv.end());
    }
    return bytes;
  }
  /// Every hashed tag that stands in the database now, and every key that lies beside it.
  std::set<Bytes> secrets(std::initializer_list<const char*> tables = {"tally_person", "tally_occasion", "year_person"},
                          std::string_view keys = "") {
    std::set<Bytes> all;
    auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::reader, 0);
    EXPECT_TRUE(database);
    for (const char* table : tables) {
      Query row = database->query("SELECT tag FROM " + std::string(table));
      while (row.next()) all.insert(row.blob(0));
    }
    for (const auto& file : fs::directory_iterator(folder.path() / "keys")) {
      if (file.path().filename().string().starts_with(keys)) all.insert(read_file(file.path()));
    }
    return all;
  }
  Bytes everything_on_disk() { return everything_in_clear(folder.path()); }
  static std::size_t found_in(const Bytes& plain, const std::set<Bytes>& wanted) {
    return static_cast<std::size_t>(std::ranges::count_if(
        wanted, [&](const Bytes& one) { return std::ranges::search(plain, one).begin() != plain.end(); }));
  }
  void forget_everything() {
    store.reset();
    for (const auto& entry : fs::directory_iterator(folder.path())) fs::remove_all(entry.path());
    tallies = 0;
  }
};

TEST_F(ReleaseTraces, NoTagAndNoKeyIsLeftAnywhereOnTheDisk) {
  people();
  count_everything();
  const std::set<Bytes> before = secrets();
  ASSERT_EQ(before.size(), 6U + 6U + 6U + 2U)
      << "persons, occasions, persons of the year; the span's key and the year's";
  EXPECT_EQ(found_in(everything_on_disk(), before), before.size()) << "the scan sees what is there";
  EXPECT_EQ(get<domain::Published>(due()).releases.size(), 3U) << "the span, its half-year, its year";
  // The answer comes with the commit; the log is emptied right after it, before the next job.
  get<domain::SpansFound>(domain::ListSpans{});
  get<domain::Maintained>(domain::Maintain{kNow});
  EXPECT_EQ(found_in(everything_on_disk(), before), 0U);
}

TEST_F(ReleaseTraces, AQuarterInTheMiddleOfAYearLeavesWhatItsYearNeedsAndNothingOfItsOwn) {
  people();
  get<domain::Maintained>(domain::Maintain{kNow});
  count_everything();
  get<domain::Published>(due());
  count_everything();
  const std::set<Bytes> own = secrets({"tally_person", "tally_occasion"}, "span-");
  ASSERT_EQ(own.size(), 6U + 6U + 1U);
  const std::set<Bytes> the_years = secrets({"year_person"}, "year-");
  EXPECT_EQ(found_in(everything_on_disk(), own), own.size());
  get<domain::Published>(domain::PublishDue{domain::start_of_day(domain::day_of({2027, 4, 4}))});
  get<domain::SpansFound>(domain::ListSpans{});
  EXPECT_EQ(found_in(everything_on_disk(), own), 0U);
  EXPECT_EQ(found_in(everything_on_disk(), the_years), the_years.size());
}

TEST_F(ReleaseTraces, ADeathAtAnyWriteOfAReleaseLeavesAllOrNothing) {
  FailingDisk disk;
  people();
  count_everything();
  get<domain::Published>(due());
  const std::string whole = told();
  ASSERT_GT(whole.size(), 1000U);
  std::size_t nothing = 0;
  std::size_t all = 0;
  int writes = 0;
  for (; writes < kMostWrites; ++writes) {
    forget_everything();
    people();
    count_everything();
    fatals = 0;
    disk.die_after(writes);
    const bool answered = ask(due()).has_value();
    store.reset();
    disk.die_after(-1);
    start(options(OpenMode::existing));
    const std::string now = told();
    (now.empty() ? nothing : all) += 1;
    ASSERT_TRUE(now.empty() || now == whole) << "after " << writes << " writes";
    ASSERT_TRUE(!answered || now == whole) << "an answer before it was safe, after " << writes << " writes";
    if (now.empty()) get<domain::Published>(due());
    ASSERT_EQ(told(), whole) << "after " << writes << " writes";
    ASSERT_EQ(failure(due()), "nothing_due");
    if (answered && fatals == 0) break;  // it met no death any more
  }
  EXPECT_LT(writes, kMostWrites);
  EXPECT_GT(nothing, 10U);
  EXPECT_GT(all, 0U);
  forget_everything();
}

}  // namespace
}  // namespace bredvid::storage
