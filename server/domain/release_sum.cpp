#include "server/domain/release_sum.h"

#include <algorithm>
#include <bit>

namespace bredvid::domain {
namespace {

constexpr std::size_t kColumns = kMostValues + 1;

constexpr std::uint32_t bit(std::size_t organisation, std::size_t value) {
  return 1U << (organisation * kColumns + value);
}

void add_counts(Table& sum, const Table& part) {
  for (std::size_t kind = 0; kind <= kOrgKinds; ++kind) {
    for (std::size_t value = 0; value < kColumns; ++value) {
      sum.at[kind][value].tallies += part.at[kind][value].tallies;
      sum.at[kind][value].occasions += part.at[kind][value].occasions;
    }
  }
}

std::size_t index_of(wire::Series series) {
  return static_cast<std::size_t>(series) - 1;
}

}  // namespace

std::uint32_t places_with(std::uint32_t organisation, std::uint8_t value) {
  return bit(organisation, value) | bit(organisation, 0) | bit(0, value) | bit(0, 0);
}

void count_persons(Table& table, std::uint32_t places, std::uint64_t Group::* figure) {
  // Once for every tag of a quarter: from one bit to the next.
  for (; places != 0; places &= places - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(places));
    ++(table.at[at / kColumns][at % kColumns].*figure);
  }
}

std::size_t Summing::add_part(const Told& told, const Tables& figures) {
  for (std::size_t i = 0; i < wire::kSeriesCount; ++i) {
    add_counts(sums_[i].whole, figures[i]);
    for (const Level level : kFinestFirst) {
      if (covers(told[i], level)) continue;
      add_counts(sums_[i].rest[static_cast<std::size_t>(level)], figures[i]);
      if (told[i] > Level::total) sums_[i].between[static_cast<std::size_t>(level)] = true;
    }
  }
  told_.push_back(told);
  return told_.size() - 1;
}

void Summing::person_has(std::size_t part, std::uint32_t organisation, wire::Counted counted) {
  const std::size_t series = index_of(counted.series);
  const Places places = places_with(organisation, counted.value);
  seen_[series].whole |= places;
  for (const Level level : kFinestFirst) {
    if (!covers(told_[part][series], level)) seen_[series].rest[static_cast<std::size_t>(level)] |= places;
  }
}

void Summing::person_ends() {
  for (std::size_t i = 0; i < wire::kSeriesCount; ++i) {
    if (seen_[i].whole == 0) continue;
    count_persons(sums_[i].whole, seen_[i].whole, &Group::persons);
    for (std::size_t level = 0; level < kLevels; ++level)
      count_persons(sums_[i].rest[level], seen_[i].rest[level], &Group::persons);
    seen_[i] = {};
  }
}

Level choose_level(const Sum& sum, std::size_t values, const ReleaseRule& rule) {
  const Group& untold = sum.rest[static_cast<std::size_t>(Level::total)].total();
  if (!rests_on_enough(untold, rule)) return Level::nothing;
  for (const Level level : kFinestFirst) {
    const auto at = static_cast<std::size_t>(level);
    const Table& rest = sum.rest[at];
    const auto enough = [&](const Place& place) {
      return rests_on_enough(rest.at[place.organisation][place.value], rule);
    };
    if (is_level_of(level, values) && !sum.between[at] && passes(sum.whole, level, values, rule) &&
        std::ranges::all_of(places_of(level, values), enough))
      return level;
  }
  return Level::nothing;
}

Level told_after(Level before, Level level) {
  return covers(before, level) ? before : level;
}

bool persons_by_organisation(const Table& contacts, const ReleaseRule& rule) {
  return passes(contacts, Level::by_organisation, 0, rule);
}

}  // namespace bredvid::domain
