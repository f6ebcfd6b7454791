// A year of one series, told by the rule, and an audit of everything that was told: for release_history_test.cpp.
//
// History: who was counted how often in which span, under which organisation kind and value. Book: plays it through the
// rule as storage does, span after span, half-year after half-year, then the year. Audit: what someone who keeps every
// release can compute.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <random>
#include <set>
#include <vector>

#include "server/domain/release_sum.h"

namespace bredvid::domain {

constexpr std::size_t kQuarters = 4;
constexpr std::size_t kFewValues = 3;

/// What one cell of one span holds; who: a bit for each parent.
struct Cell {
  std::uint32_t tallies = 0;
  std::uint32_t who = 0;
};
struct Part {
  std::size_t first_quarter = 0;
  /// [organisation kind - 1][value - 1]
  std::array<std::array<Cell, kFewValues>, kOrgKinds> cells{};
  Told told{};
};

/// A bit for each variable: a cell of a part.
using Mask = std::uint32_t;
constexpr std::size_t variable(std::size_t part, std::size_t kind, std::size_t value) {
  return (part * kOrgKinds + kind - 1) * kFewValues + value - 1;
}
constexpr std::size_t kVariables = kQuarters * kOrgKinds * kFewValues;
/// In no group: what a cell gains that nothing told speaks of comes from here.
constexpr std::size_t kElsewhere = kVariables;
static_assert(kElsewhere < 32);

struct History {
  std::size_t values = kFewValues;
  ReleaseRule rule{};
  /// contacts: a span whose total does not pass runs on into the next quarter
  bool runs_on = false;
  std::array<Part, kQuarters> quarters{};
};

inline History random_history(std::mt19937_64& random) {
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  History history;
  history.values = 2 + below(kFewValues - 1);
  history.rule.k = 2 + below(4);
  history.runs_on = below(2) == 0;
  const std::uint32_t parents = history.rule.k + below(8);
  for (Part& quarter : history.quarters) {
    for (auto& row : quarter.cells) {
      for (std::size_t value = 0; value < history.values; ++value) {
        // A cell is empty, rests on one or two parents, or on about half of them.
        const std::uint32_t kind = below(4);
        const std::uint32_t chance = kind == 0 ? 0 : kind == 1 ? 1 : 4 + below(4);
        for (std::uint32_t parent = 0; parent < parents; ++parent) {
          if (below(8) >= chance) continue;
          row[value].who |= 1U << parent;
          row[value].tallies += 1 + below(2);
        }
      }
    }
  }
  return history;
}

/// One telling: at this level, of the sum of these parts.
struct Telling {
  std::vector<std::size_t> parts;
  Level level{Level::nothing};
};

class Book {
 public:
  using Choose = std::function<Level(const Sum&, std::size_t values, const ReleaseRule&)>;

  Book(const History& history, const Choose& choose) : history_(history) {
    Part carried;
    bool carries = false;
    for (std::size_t quarter = 0; quarter < kQuarters; ++quarter) {
      Part part = history.quarters[quarter];
      part.first_quarter = quarter;
      if (carries) part = joined(carried, part);
      parts_.push_back(part);
      const Level level = choose(sum({parts_.size() - 1}), history.values, history.rule);
      carries = history.runs_on && level == Level::nothing;
      if (carries) {
        carried = part;
        parts_.pop_back();
        continue;
      }
      tell({parts_.size() - 1}, level);
    }
    for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) tell_sum(choose, half * 2, half * 2 + 2);
    tell_sum(choose, 0, kQuarters);
  }

  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  [[nodiscard]] const std::vector<Telling>& tellings() const { return tellings_; }

 private:
  static Part joined(Part first, const Part& second) {
    for (std::size_t kind = 0; kind < kOrgKinds; ++kind) {
      for (std::size_t value = 0; value < kFewValues; ++value) {
        first.cells[kind][value].tallies += second.cells[kind][value].tallies;
        first.cells[kind][value].who |= second.cells[kind][value].who;
      }
    }
    return first;
  }
  static Tables figures(const Part& part) {
    Tables tables{};
    for (std::size_t kind = 1; kind <= kOrgKinds; ++kind) {
      for (std::size_t value = 1; value <= kFewValues; ++value) {
        for (const auto& [k, v] : {std::pair{kind, value}, {kind, 0}, {0, value}, {0, 0}})
          tables[0].at[k][v].tallies += part.cells[kind - 1][value - 1].tallies;
      }
    }
    return tables;
  }
  [[nodiscard]] Sum sum(const std::vector<std::size_t>& numbers) const {
    Summing summing;
    for (const std::size_t number : numbers) summing.add_part(parts_[number].told, figures(parts_[number]));
    for (std::uint32_t parent = 0; parent < 32; ++parent) {
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        for (std::size_t kind = 1; kind <= kOrgKinds; ++kind) {
          for (std::size_t value = 1; value <= kFewValues; ++value) {
            if ((parts_[numbers[i]].cells[kind - 1][value - 1].who >> parent & 1) != 0)
              summing.person_has(i, static_cast<std::uint32_t>(kind),
                                 {wire::Series::contact, static_cast<std::uint8_t>(value)});
          }
        }
      }
      summing.person_ends();
    }
    return summing.sums()[0];
  }
  void tell(const std::vector<std::size_t>& numbers, Level level) {
    for (const std::size_t number : numbers) parts_[number].told[0] = told_after(parts_[number].told[0], level);
    if (level != Level::nothing) tellings_.push_back({numbers, level});
  }
  void tell_sum(const Choose& choose, std::size_t from, std::size_t to) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i].first_quarter >= from && parts_[i].first_quarter < to) numbers.push_back(i);
    }
    if (!numbers.empty()) tell(numbers, choose(sum(numbers), history_.values, history_.rule));
  }

  const History& history_;
  std::vector<Part> parts_;
  std::vector<Telling> tellings_;
};

/// What can be computed from all tellings of a book together, with exact counts: rounded ones say less.
///
/// Every figure told is the sum of some variables. A group is safe when the variables could have other values, none
/// negative, that give every told figure as it is and the group another one: then nothing told determines it. Such
/// values are looked for among those that move one or two tallies from cells that have them; finding none counts as
/// unsafe, so the audit errs on the strict side only.
class Audit {
 public:
  explicit Audit(const History& history, const Book& book) : history_(history), book_(book) {
    for (std::size_t part = 0; part < book.parts().size(); ++part) {
      for (std::size_t kind = 1; kind <= kOrgKinds; ++kind) {
        for (std::size_t value = 1; value <= history.values; ++value) {
          used_.push_back(variable(part, kind, value));
          cells_[used_.back()] = book.parts()[part].cells[kind - 1][value - 1];
        }
      }
    }
    for (const Telling& telling : book.tellings()) {
      Mask parts = 0;
      for (const std::size_t part : telling.parts) parts |= 1U << part;
      told_.insert(group(parts, {}));
      for (const Place& place : places_of(telling.level, history.values)) told_.insert(group(parts, place));
    }
    std::uint64_t bit = 1;
    for (const Mask mask : told_) {
      for (const std::size_t one : used_) {
        if ((mask >> one & 1) != 0) signature_[one] |= bit;
      }
      bit <<= 1;
    }
    find_moves();
  }

  struct Counts {
    std::uint64_t small = 0;
    std::uint64_t shown = 0;
    std::uint64_t computable = 0;
  };
  /// Every group of every set of parts: small ones, those of them that are told, and those that can be computed.
  [[nodiscard]] Counts counts() {
    Counts counts;
    std::set<Mask> seen;
    for (Mask parts = 1; parts < 1U << book_.parts().size(); ++parts) {
      for (const Level level : kFinestFirst) {
        for (const Place& place : places_of(level, history_.values)) {
          const Mask mask = group(parts, place);
          if (!is_small(mask) || !seen.insert(mask).second) continue;
          ++counts.small;
          if (told_.contains(mask)) ++counts.shown;
          if (may_differ(mask)) continue;
          if (!doubled_) find_double_moves();
          if (!may_differ(mask)) ++counts.computable;
        }
      }
    }
    return counts;
  }

 private:
  /// gain and lose one tally each; the second pair may be unused (the same variable twice: no change)
  struct Move {
    std::size_t gain, gain_too, lose, lose_too;
  };

  [[nodiscard]] Mask group(Mask parts, const Place& place) const {
    Mask mask = 0;
    for (std::size_t part = 0; part < book_.parts().size(); ++part) {
      if ((parts >> part & 1) == 0) continue;
      for (std::size_t kind = 1; kind <= kOrgKinds; ++kind) {
        for (std::size_t value = 1; value <= history_.values; ++value) {
          const bool in =
              (place.organisation == 0 || place.organisation == kind) && (place.value == 0 || place.value == value);
          if (in) mask |= 1U << variable(part, kind, value);
        }
      }
    }
    return mask;
  }
  [[nodiscard]] bool is_small(Mask mask) const {
    std::uint32_t who = 0;
    for (const std::size_t one : used_) {
      if ((mask >> one & 1) != 0) who |= cells_[one].who;
    }
    return who != 0 && static_cast<std::uint32_t>(std::popcount(who)) < history_.rule.k;
  }
  [[nodiscard]] bool can_lose(std::size_t one, std::size_t two) const {
    return cells_[one].tallies > 0 && cells_[two].tallies > (one == two ? 1U : 0U);
  }
  void find_moves() {
    for (const std::size_t gain : used_) {
      if (signature_[gain] == 0) moves_.push_back({gain, kElsewhere, kElsewhere, kElsewhere});
      for (const std::size_t lose : used_) {
        if (gain != lose && cells_[lose].tallies > 0 && signature_[gain] == signature_[lose])
          moves_.push_back({gain, gain, lose, gain});
      }
    }
  }
  /// Those with two: many, and seldom needed.
  void find_double_moves() {
    doubled_ = true;
    struct Pair {
      std::uint64_t both, one;
      std::size_t a, b;
      bool operator<(const Pair& o) const { return std::pair(both, one) < std::pair(o.both, o.one); }
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      for (std::size_t j = i; j < used_.size(); ++j) {
        const std::uint64_t a = signature_[used_[i]];
        const std::uint64_t b = signature_[used_[j]];
        pairs.push_back({a & b, a ^ b, used_[i], used_[j]});
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (auto begin = pairs.begin(); begin != pairs.end();) {
      auto end = begin;
      while (end != pairs.end() && !(*begin < *end)) ++end;
      for (auto lose = begin; lose != end; ++lose) {
        if (!can_lose(lose->a, lose->b)) continue;
        for (auto gain = begin; gain != end; ++gain) {
          if (gain != lose) moves_.push_back({gain->a, gain->b, lose->a, lose->b});
        }
      }
      begin = end;
    }
  }
  [[nodiscard]] bool may_differ(Mask mask) const {
    const auto has = [mask](std::size_t one) { return static_cast<int>(mask >> one & 1); };
    for (const Move& move : moves_) {
      if (has(move.gain) + has(move.gain_too) != has(move.lose) + has(move.lose_too)) return true;
    }
    return false;
  }

  const History& history_;
  const Book& book_;
  std::vector<std::size_t> used_;
  std::array<Cell, kVariables> cells_{};
  std::array<std::uint64_t, kVariables> signature_{};
  std::set<Mask> told_;
  std::vector<Move> moves_;
  bool doubled_ = false;
};

}  // namespace bredvid::domain
