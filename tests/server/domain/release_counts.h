// Counts to release, for tests: the project of 2019 with both organisations.
#pragma once

#include "server/domain/calendar.h"
#include "server/domain/release_text.h"

namespace bredvid::domain {

constexpr std::size_t kBoth = 0;
constexpr std::size_t kMunicipality = 1;
constexpr std::size_t kAssociation = 2;
constexpr std::size_t kAll = 0;
constexpr std::size_t kDialogue = 1;
constexpr std::size_t kVisit = 5;
constexpr std::size_t kContacts = 7;

/// Dialogues and visits, `least` parents in the smallest cell.
inline Table counted_contacts(std::uint64_t least) {
  Table t;
  t.at[kMunicipality][kDialogue] = {343, 10, 300};
  t.at[kMunicipality][kVisit] = {55, 8, 50};
  t.at[kAssociation][kDialogue] = {113, 7, 90};
  t.at[kAssociation][kVisit] = {12, least, 11};
  t.at[kBoth][kDialogue] = {456, 15, 380};
  t.at[kBoth][kVisit] = {67, 8 + least, 61};
  t.at[kMunicipality][kAll] = {398, 12, 330};
  t.at[kAssociation][kAll] = {125, 7, 95};
  t.at[kBoth][kAll] = {523, 17, 440};
  return t;
}

inline Days last_quarter() {
  return {day_of({2026, 10, 1}), day_of({2026, 12, 31})};
}

/// A span's contacts as far as the rule lets them be told.
inline Figures span_figures(const Table& contacts, const ReleaseRule& rule = {}) {
  Figures figures{wire::Scope::span, {last_quarter()}, {}, {}};
  figures.tables[0] = contacts;
  figures.told[0] = choose_level(contacts, kContacts, rule);
  return figures;
}

}  // namespace bredvid::domain
