// In which order people were counted leaves no trace: after a release the same tallies in another order give the same
// database, row by row and page by page.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/server/storage/disk_in_clear.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

/// Enough for tables of several pages.
constexpr std::uint32_t kParents = 120;
constexpr std::uint64_t kSeed = 2026;
/// The first byte of a page (SQLite's file format, 1.6): a leaf of an index or a table WITHOUT ROWID, of a table.
constexpr std::uint8_t kIndexLeaf = 0x0a;
constexpr std::uint8_t kTableLeaf = 0x0d;

/// What a database holds after a release, in three ways of looking.
struct Traces {
  /// every row of every table with its row id, as SQLite gives it without being asked for an order
  std::string rows;
  /// the bytes of every leaf, free space within it included; sorted, because which number a page has says nothing
  std::vector<Bytes> leaves;
  std::string releases;
};

bool holds(const Bytes& page, std::string_view words) {
  return !std::ranges::search(page, words).empty();
}

class AnyOrder : public StorageTest {
 protected:
  /// People, and a span in the middle of a year, whose persons its year still needs after the release.
  void make_world() {
    people();
    get<domain::Maintained>(domain::Maintain{kNow});
    for (std::uint32_t parent = 0; parent < 6; ++parent)
      get<domain::Done>(tally(parent, wire::Counted::of(wire::Contact::visit), 1));
    get<domain::Published>(domain::PublishDue{domain::start_of_day(domain::day_of({2027, 1, 4}))});
    store.reset();
    fs::copy(folder.path(), kept_.path(), fs::copy_options::recursive);
    start(options(OpenMode::existing));
    for (std::uint32_t parent = 0; parent < kParents; ++parent) {
      for (const wire::Counted counted :
           {wire::Counted::of(wire::Contact::visit), wire::Counted::of(wire::Contact::phone),
            wire::Counted{wire::Series::experience, 4}})
        all_.push_back(tally(parent, counted, 2));
    }
  }

  Traces traces_of(const std::vector<std::size_t>& order) {
    store.reset();
    for (const auto& entry : fs::directory_iterator(folder.path())) fs::remove_all(entry.path());
    fs::copy(kept_.path(), folder.path(), fs::copy_options::recursive);
    start(options(OpenMode::existing));
    for (const std::size_t i : order) get<domain::Done>(all_.at(i));
    get<domain::Published>(domain::PublishDue{domain::start_of_day(domain::day_of({2027, 4, 4}))});
    Traces traces;
    for (const auto& one : get<wire::Releases>(domain::ListReleases{}).releases) {
      const auto found = get<wire::Release>(domain::GetRelease{one.release_id});
      traces.releases +=
          std::string(found.json.begin(), found.json.end()) + std::string(found.csv.begin(), found.csv.end());
    }
    store.reset();
    traces.rows = every_row();
    traces.leaves = every_leaf();
    return traces;
  }

 private:
  static domain::AddTally tally(std::uint32_t parent, wire::Counted counted, std::uint32_t span) {
    wire::TagSet tags;
    tags.tag = Key32{static_cast<std::uint8_t>(parent), 1};
    tags.day_tag = Key32{static_cast<std::uint8_t>(parent), 2};
    tags.year_tag = Key32{static_cast<std::uint8_t>(parent), 3};
    const std::uint32_t number =
        span * 10'000 + parent * 64 + static_cast<std::uint32_t>(counted.series) * 8 + counted.value;
    return {numbered<DeviceId>(1 + parent % 2), numbered<TallyId>(number), {span}, counted, {tags}, kNow};
  }

  std::string every_row() {
    auto database = Database::open(folder.path() / "bredvid.db", database_key(), DatabaseRole::reader, 0);
    EXPECT_TRUE(database);
    std::vector<std::pair<std::string, bool>> tables;
    {
      Query row = database->query("SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_master WHERE type = 'table'");
      while (row.next()) tables.emplace_back(row.text(0), row.small(1) == 1);
    }
    std::string all;
    for (const auto& [table, without_row_id] : tables) {
      std::string list = without_row_id ? "''" : "rowid";
      {
        Query row = database->query("PRAGMA table_info(" + table + ")");
        while (row.next()) list += " || ',' || quote(" + row.text(1) + ")";
      }
      Query row = database->query("SELECT " + list + " FROM " + table);
      while (row.next()) all += table + ":" + row.text(0) + "\n";
    }
    return all;
  }

  std::vector<Bytes> every_leaf() {
    std::vector<Bytes> leaves;
    for (Bytes& page : pages_in_clear(folder.path() / "bredvid.db")) {
      const bool leaf = page.front() == kIndexLeaf || page.front() == kTableLeaf;
      // These name pages by their numbers: the schema, and where the rest of a release's text stands.
      const bool names_pages = holds(page, "CREATE ") || holds(page, "bredvid release");
      if (leaf && !names_pages) leaves.push_back(std::move(page));
    }
    std::ranges::sort(leaves);
    return leaves;
  }

  std::vector<domain::AddTally> all_;
  support::TemporaryFolder kept_{support::Medium::memory};

 protected:
  [[nodiscard]] std::size_t tallies() const { return all_.size(); }
};

TEST_F(AnyOrder, TheSameTalliesGiveTheSameDatabase) {
  make_world();
  std::vector<std::size_t> order(tallies());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const Traces first = traces_of(order);
  EXPECT_GT(std::ranges::count(first.rows, '\n'), 2 * kParents)
      << "the year's persons and the tallies' ids are still there";
  EXPECT_GT(first.leaves.size(), 10U);
  EXPECT_NE(first.releases.find("experience"), std::string::npos);
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 3; ++i) {
    std::ranges::shuffle(order, random);
    const Traces other = traces_of(order);
    EXPECT_EQ(other.rows, first.rows);
    ASSERT_EQ(other.leaves.size(), first.leaves.size());
    for (std::size_t page = 0; page < first.leaves.size(); ++page)
      EXPECT_TRUE(other.leaves[page] == first.leaves[page]) << "page " << page << " tells the order";
    EXPECT_EQ(other.releases, first.releases);
  }
}

}  // namespace
}  // namespace bredvid::storage
