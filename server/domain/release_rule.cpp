#include "server/domain/release_rule.h"

#include <algorithm>

namespace bredvid::domain {

bool is_level_of(Level level, std::size_t values) {
  return values != 1 || (level != Level::by_value && level != Level::cells);
}

bool covers(Level told, Level wanted) {
  if (wanted == Level::nothing || told == wanted || told == Level::cells) return true;
  return wanted == Level::total && told != Level::nothing;
}

const char* organisation_name(std::size_t kind) {
  static constexpr const char* kNames[kOrgKinds + 1] = {"all", "municipality", "association"};
  return kNames[kind];
}

const char* level_name(Level level, bool contacts) {
  switch (level) {
    case Level::cells:
      return contacts ? "organisation_and_contact" : "organisation_and_value";
    case Level::by_value:
      return contacts ? "contact" : "value";
    case Level::by_organisation:
      return "organisation";
    case Level::total:
      return "total";
    case Level::nothing:
      break;
  }
  return "nothing";
}

std::vector<Place> places_of(Level level, std::size_t values) {
  std::vector<Place> places;
  switch (level) {
    case Level::cells:
      for (std::size_t kind = 1; kind <= kOrgKinds; ++kind) {
        for (std::size_t value = 1; value <= values; ++value) places.push_back({kind, value});
      }
      break;
    case Level::by_value:
      for (std::size_t value = 1; value <= values; ++value) places.push_back({0, value});
      break;
    case Level::by_organisation:
      for (std::size_t kind = 1; kind <= kOrgKinds; ++kind) places.push_back({kind, 0});
      break;
    case Level::total:
      places.push_back({0, 0});
      break;
    case Level::nothing:
      break;
  }
  return places;
}

bool rests_on_enough(const Group& group, const ReleaseRule& rule) {
  return group == Group{} || group.persons >= rule.k;
}

bool passes(const Table& table, Level level, std::size_t values, const ReleaseRule& rule) {
  bool any = false;
  for (const Place& place : places_of(level, values)) {
    const Group& group = table.at[place.organisation][place.value];
    if (!rests_on_enough(group, rule)) return false;
    any = any || group != Group{};
  }
  return any;
}

Level choose_level(const Table& table, std::size_t values, const ReleaseRule& rule) {
  const auto found = std::ranges::find_if(
      kFinestFirst, [&](Level level) { return is_level_of(level, values) && passes(table, level, values, rule); });
  return found == kFinestFirst.end() ? Level::nothing : *found;
}

std::uint64_t round_count(std::uint64_t count, std::uint32_t to) {
  if (to <= 1) return count;
  return (count + to / 2) / to * to;
}

}  // namespace bredvid::domain
