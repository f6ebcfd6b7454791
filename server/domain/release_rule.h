// The rule by which counts become a table that cannot point at a person (DESIGN 7).
//
// A table counts the values of one series (wire/counted.h) by kind of organisation. It goes out at the finest level at
// which every group that is not empty rests on at least k parents, or not at all. A sum over several spans must not
// show by subtraction what a span's own release withheld: release_sum.h. README.md says why the rule is enough.
// Pure; the same counts give the same answer.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "server/wire/counted.h"

namespace bredvid::domain {

constexpr std::size_t kOrgKinds = 2;
constexpr std::size_t kMostValues = 7;

struct ReleaseRule {
  /// every published group rests on at least this many parents
  std::uint32_t k = 5;
  /// counts are rounded to the nearest multiple; 1 = exact, by the operator's documented decision only
  std::uint32_t round_to = 5;
};

/// What stands behind one group of a table.
struct Group {
  std::uint64_t tallies = 0;
  /// parents, counted once each
  std::uint64_t persons = 0;
  /// one parent on one day, counted once each; contacts alone have them
  std::uint64_t occasions = 0;
  friend bool operator==(const Group&, const Group&) = default;
};

/// at[organisation kind][value], both from 1 as on the wire; 0 is the margin: both kinds, all values. at[0][0]: the
/// total. Persons and occasions of margins are counted, not summed: one parent may stand behind two cells.
struct Table {
  std::array<std::array<Group, kMostValues + 1>, kOrgKinds + 1> at{};
  [[nodiscard]] const Group& total() const { return at[0][0]; }
  friend bool operator==(const Table&, const Table&) = default;
};
/// One for each series, in the order of wire::kSeries.
using Tables = std::array<Table, wire::kSeriesCount>;

/// Which groups a table shows; the total is shown with each but `nothing`. Numbers are in the database.
enum class Level : std::uint8_t { nothing = 0, total = 1, by_organisation = 2, by_value = 3, cells = 4 };
constexpr std::size_t kLevels = 5;
/// Of the two margins the one by value is tried first: it has more groups.
inline constexpr std::array kFinestFirst{Level::cells, Level::by_value, Level::by_organisation, Level::total};

/// False for a level that is another one under a second name: a series of one value has no table by value.
[[nodiscard]] bool is_level_of(Level level, std::size_t values);

/// What was told at `told` says all that a table at `wanted` says.
[[nodiscard]] bool covers(Level told, Level wanted);

/// The words of schema and UI for these.
[[nodiscard]] const char* organisation_name(std::size_t kind);
[[nodiscard]] const char* level_name(Level level, bool contacts);

/// The place of a group in a table.
struct Place {
  std::size_t organisation = 0;
  std::size_t value = 0;
};
/// The groups of a level, of a series with so many values; `total` has one, `nothing` none.
[[nodiscard]] std::vector<Place> places_of(Level level, std::size_t values);

/// Empty, or resting on at least k parents.
[[nodiscard]] bool rests_on_enough(const Group& group, const ReleaseRule& rule);
/// Every group of the level rests on enough, and one is not empty.
[[nodiscard]] bool passes(const Table& table, Level level, std::size_t values, const ReleaseRule& rule);
/// The finest level that passes; Level::nothing: none does.
[[nodiscard]] Level choose_level(const Table& table, std::size_t values, const ReleaseRule& rule);

/// To the nearest multiple of `to`, halves up.
[[nodiscard]] std::uint64_t round_count(std::uint64_t count, std::uint32_t to);

}  // namespace bredvid::domain
