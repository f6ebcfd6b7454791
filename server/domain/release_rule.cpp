#include "server/domain/release_rule.h"

#include <algorithm>

namespace bredvid::domain {

const char* organisation_name(std::size_t index) {
  static constexpr const char* kNames[kOrgKinds] = {"municipality", "association"};
  return kNames[index];
}

const char* contact_name(std::size_t index) {
  static constexpr const char* kNames[kContactKinds] = {"dialogue", "email",   "phone", "call",
                                                        "visit",    "meeting", "group"};
  return kNames[index];
}

std::vector<PlacedGroup> groups_of(const SpanCounts& counts, Level level) {
  std::vector<PlacedGroup> groups;
  switch (level) {
    case Level::cells:
      for (std::size_t org = 0; org < kOrgKinds; ++org) {
        for (std::size_t contact = 0; contact < kContactKinds; ++contact)
          groups.push_back({org, contact, counts.cells[org][contact]});
      }
      break;
    case Level::by_contact:
      for (std::size_t contact = 0; contact < kContactKinds; ++contact)
        groups.push_back({{}, contact, counts.by_contact[contact]});
      break;
    case Level::by_organisation:
      for (std::size_t org = 0; org < kOrgKinds; ++org) groups.push_back({org, {}, counts.by_organisation[org]});
      break;
    case Level::total:
      groups.push_back({{}, {}, counts.total});
      break;
  }
  return groups;
}

bool passes(const SpanCounts& counts, Level level, const ReleaseRule& rule) {
  bool any = false;
  for (const PlacedGroup& placed : groups_of(counts, level)) {
    if (placed.group == Group{}) continue;
    if (placed.group.persons < rule.k) return false;
    any = true;
  }
  return any;
}

std::optional<Level> choose_level(const SpanCounts& counts, const ReleaseRule& rule) {
  for (const Level level : {Level::cells, Level::by_contact, Level::by_organisation, Level::total}) {
    if (passes(counts, level, rule)) return level;
  }
  return std::nullopt;
}

std::uint64_t round_count(std::uint64_t count, std::uint32_t to) {
  if (to <= 1) return count;
  return (count + to / 2) / to * to;
}

}  // namespace bredvid::domain
