// The bytes of a release: what was counted, by which rule, what was withheld and why, and what the words mean.
// Every key and every sentence is part of the format: change none, add a new format number instead.
#include <nlohmann/json.hpp>

#include <cstdio>

#include "server/domain/calendar.h"
#include "server/domain/release_rule.h"

namespace bredvid::domain {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "bredvid release 1";

struct Definition {
  const char* term;
  const char* en;
  const char* sv;
};

constexpr Definition kDefinitions[] = {
    {"contacts", "Everything that was counted. A contact with both parents counts once.",
     "Allt som har räknats. En kontakt med båda föräldrarna räknas en gång."},
    {"occasions", "One parent on one day with at least one contact.", "En förälder en dag med minst en kontakt."},
    {"persons", "Different parents with at least one contact in the period.",
     "Olika föräldrar med minst en kontakt under perioden."},
    {"dialogue", "A day on which messages were written in a conversation.",
     "En dag då meddelanden skrevs i en konversation."},
    {"email", "An e-mail conversation on a day.", "En mejlväxling en dag."},
    {"phone", "A phone call.", "Ett telefonsamtal."},
    {"call", "A call in the app.", "Ett samtal i appen."},
    {"visit", "A visit or a meeting in person.", "Ett besök eller möte på plats."},
    {"meeting", "A meeting with social services or others to which the parent was accompanied.",
     "Ett möte med socialtjänsten eller andra där föräldern hade sällskap."},
    {"group", "A group meeting.", "En gruppträff."},
};

const char* level_name(Level level) {
  switch (level) {
    case Level::cells:
      return "organisation_and_contact";
    case Level::by_contact:
      return "contact";
    case Level::by_organisation:
      return "organisation";
    case Level::total:
      break;
  }
  return "total";
}

std::string iso(Day day) {
  const CivilDate date = date_of(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", date.year, date.month, date.day);
  return text;
}

std::string rule_sentence(const ReleaseRule& rule) {
  const std::string k = std::to_string(rule.k);
  const std::string rounding = rule.round_to <= 1
                                   ? "Counts are exact."
                                   : "Counts are rounded to the nearest " + std::to_string(rule.round_to) + ".";
  return "Every group rests on at least " + k + " parents, or the table is made coarser until it does. " + rounding;
}

struct Withheld {
  const char* level;
  std::string why;
};

std::vector<Withheld> withheld_above(Level level, const ReleaseRule& rule) {
  std::vector<Withheld> list;
  for (const Level finer : {Level::cells, Level::by_contact, Level::by_organisation}) {
    if (finer >= level) break;
    list.push_back({level_name(finer), "A group rests on fewer than " + std::to_string(rule.k) + " parents."});
  }
  return list;
}

struct Rounded {
  std::string organisation;
  std::string contact;
  Group group;
};

Rounded rounded(const PlacedGroup& placed, const ReleaseRule& rule) {
  return {placed.organisation ? organisation_name(*placed.organisation) : "all",
          placed.contact ? contact_name(*placed.contact) : "all",
          {round_count(placed.group.contacts, rule.round_to), round_count(placed.group.persons, rule.round_to),
           round_count(placed.group.occasions, rule.round_to)}};
}

Json json_group(const Rounded& row) {
  return {{"organisation", row.organisation},
          {"contact", row.contact},
          {"contacts", row.group.contacts},
          {"occasions", row.group.occasions},
          {"persons", row.group.persons}};
}

/// RFC 4180: quoted when it has to be.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_row(std::initializer_list<std::string> fields) {
  std::string line;
  for (const std::string& field : fields) {
    if (&field != fields.begin()) line += ',';
    line += csv_field(field);
  }
  return line + "\r\n";
}

std::string csv_group(const char* section, const Rounded& row) {
  return csv_row({section, row.organisation, row.contact, std::to_string(row.group.contacts),
                  std::to_string(row.group.occasions), std::to_string(row.group.persons), ""});
}

}  // namespace

std::optional<ReleaseText> make_release(const SpanCounts& counts, const ReleaseRule& rule) {
  const auto level = choose_level(counts, rule);
  if (!level) return std::nullopt;

  Json json = {{"format", kFormat},
               {"first_day", iso(counts.first_day)},
               {"last_day", iso(counts.last_day)},
               {"rule", {{"least_persons", rule.k}, {"rounded_to", rule.round_to}, {"sentence", rule_sentence(rule)}}},
               {"level", level_name(*level)},
               {"groups", Json::array()}};
  std::string csv = csv_row({"section", "organisation", "contact", "contacts", "occasions", "persons", "text"});
  csv += csv_row({"period", "", "", "", "", "", iso(counts.first_day) + "/" + iso(counts.last_day)});
  csv += csv_row({"rule", "", "", "", "", "", rule_sentence(rule)});
  csv += csv_row({"level", "", "", "", "", "", level_name(*level)});

  if (*level != Level::total) {
    for (const PlacedGroup& placed : groups_of(counts, *level)) {
      const Rounded row = rounded(placed, rule);
      json["groups"].push_back(json_group(row));
      csv += csv_group("group", row);
    }
  }
  const Rounded total = rounded({{}, {}, counts.total}, rule);
  json["total"] = json_group(total);
  csv += csv_group("total", total);

  json["withheld"] = Json::array();
  for (const Withheld& one : withheld_above(*level, rule)) {
    json["withheld"].push_back({{"level", one.level}, {"why", one.why}});
    csv += csv_row({"withheld", "", "", "", "", "", std::string(one.level) + ": " + one.why});
  }
  json["definitions"] = Json::array();
  for (const Definition& one : kDefinitions) {
    json["definitions"].push_back({{"term", one.term}, {"en", one.en}, {"sv", one.sv}});
    csv += csv_row({"definition", "", "", "", "", "", std::string(one.term) + ": " + one.en});
  }
  return ReleaseText{*level, json.dump(2) + "\n", std::move(csv)};
}

}  // namespace bredvid::domain
