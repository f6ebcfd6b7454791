// What several spans add up to, and how much of it may be told after what each of them has told already.
//
// A part is a span that was published, with the level at which each series was told. A sum at a level is told when
//   1. every group of the sum is empty or rests on at least k parents,
//   2. every part has told the series at that level (or finer), or no more than its total,
//   3. what is left of every group when the parts that told it are taken away is empty or rests on at least k parents,
//   4. and so is what is left of the total when the parts that told their total are taken away.
// 3 and 4 because whoever has all releases can subtract; 2 because a margin told by one part and a sum of cells over
// several could be subtracted too. README.md shows that this is enough. Pure; one thread.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "server/domain/release_rule.h"

namespace bredvid::domain {

/// The finest level at which each series has been told so far.
using Told = std::array<Level, wire::kSeriesCount>;

/// What a series adds up to. Persons: counted once over all parts concerned.
struct Sum {
  Table whole;
  /// rest[level]: of the parts whose telling does not cover the level
  std::array<Table, kLevels> rest;
  /// a part in rest[level] has told more than its total
  std::array<bool, kLevels> between{};
};
using Sums = std::array<Sum, wire::kSeriesCount>;

/// Adds up. First each part with its tallies and occasions, then the persons, each with all its rows.
class Summing {
 public:
  /// The number of the part, from 0. Of `figures` the persons are not looked at.
  std::size_t add_part(const Told& told, const Tables& figures);
  /// The person has something counted there. `part` has been added.
  void person_has(std::size_t part, std::uint32_t organisation, wire::Counted counted);
  /// Everything of this person was said.
  void person_ends();
  [[nodiscard]] const Sums& sums() const { return sums_; }

 private:
  /// a bit for each place of a table
  using Places = std::uint32_t;
  /// of one person and series: in the whole, and in the rest of each level
  struct Seen {
    Places whole = 0;
    std::array<Places, kLevels> rest{};
  };

  std::vector<Told> told_;
  std::array<Seen, wire::kSeriesCount> seen_{};
  Sums sums_{};
};

/// The finest level at which the sum may be told; Level::nothing: none.
[[nodiscard]] Level choose_level(const Sum& sum, std::size_t values, const ReleaseRule& rule);

/// What a part has told of the series after the sum was told at `level`.
[[nodiscard]] Level told_after(Level before, Level level);

/// Persons by kind of organisation may stand beside the sum: each kind has none or at least k.
[[nodiscard]] bool persons_by_organisation(const Table& contacts, const ReleaseRule& rule);

/// Counts different persons (or occasions) of one table by their rows.
void count_persons(Table& table, std::uint32_t places, std::uint64_t Group::* figure);
/// The bits of a cell and of its margins.
[[nodiscard]] std::uint32_t places_with(std::uint32_t organisation, std::uint8_t value);

}  // namespace bredvid::domain
