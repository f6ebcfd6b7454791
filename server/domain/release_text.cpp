#include "server/domain/release_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "server/domain/calendar.h"
#include "server/domain/csv.h"

namespace bredvid::domain {
namespace {

using Json = nlohmann::ordered_json;
using wire::Scope;
using wire::Series;

/// 3: with the parents' experience of the support. Releases of formats 1 and 2 keep their bytes and stay readable.
constexpr const char* kFormat = "bredvid release 3";
/// The CSV's own number; before it had one it was RFC 4180 with commas and no byte order mark.
constexpr const char* kCsvFormat = "bredvid release csv 3";

const char* scope_name(Scope scope) {
  switch (scope) {
    case Scope::half_year:
      return "half_year";
    case Scope::year:
      return "year";
    case Scope::span:
      break;
  }
  return "span";
}

std::string iso(Day day) {
  const CivilDate date = date_of(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", date.year, date.month, date.day);
  return text;
}

/// The columns of the CSV in their order.
struct Row {
  std::string section;
  std::string organisation{};
  std::string series{};
  std::string value{};
  std::string count{};
  std::string occasions{};
  std::string persons{};
  std::string text{};
};

std::string csv_row(const Row& row) {
  return csv_line(std::array{row.section, row.organisation, row.series, row.value, row.count, row.occasions,
                             row.persons, row.text});
}

/// Writes one release, JSON and CSV side by side.
class Text {
 public:
  Text(const Figures& figures, const ReleaseRule& rule) : figures_(figures), rule_(rule) {}

  ReleaseText write() {
    head();
    series(0, json_);
    persons();
    json_["outcomes"] = Json::array();
    for (std::size_t i = 1; i < wire::kSeriesCount; ++i) {
      Json outcome = {{"series", wire::kSeries[i].name}};
      series(i, outcome);
      json_["outcomes"].push_back(std::move(outcome));
    }
    words();
    return {json_.dump(2) + "\n", std::move(csv_)};
  }

 private:
  void add(const Row& row) { csv_ += csv_row(row); }

  void head() {
    const std::string sentence = rule_sentence(figures_.scope, rule_);
    const std::string first = iso(figures_.spans.front().first);
    const std::string last = iso(figures_.spans.back().last);
    json_ = {{"format", kFormat},
             {"scope", scope_name(figures_.scope)},
             {"first_day", first},
             {"last_day", last},
             {"spans", Json::array()},
             {"rule", {{"least_persons", rule_.k}, {"rounded_to", rule_.round_to}, {"sentence", sentence}}}};
    csv_ = kCsvStart;
    add({"section", "organisation", "series", "value", "count", "occasions", "persons", "text"});
    add({.section = "format", .text = kCsvFormat});
    add({.section = "scope", .text = scope_name(figures_.scope)});
    add({.section = "period", .text = first + "/" + last});
    for (const Days& span : figures_.spans) {
      json_["spans"].push_back({{"first_day", iso(span.first)}, {"last_day", iso(span.last)}});
      add({.section = "span", .text = iso(span.first) + "/" + iso(span.last)});
    }
    add({.section = "rule", .text = sentence});
  }

  /// level, groups, total and withheld of one series, into `json`.
  void series(std::size_t i, Json& json) {
    const wire::SeriesRow& row = wire::kSeries[i];
    const bool contacts = row.series == Series::contact;
    const Level told = figures_.told[i];
    json["level"] = level_name(told, contacts);
    add({.section = "level", .series = row.name, .text = level_name(told, contacts)});
    json["groups"] = Json::array();
    if (told > Level::total) {
      for (const Place& place : places_of(told, row.values.size()))
        json["groups"].push_back(group("group", row.series, place));
    }
    json["total"] = told == Level::nothing ? Json(nullptr) : group("total", row.series, {});
    json["withheld"] = Json::array();
    for (const Level level : kFinestFirst) {
      if (covers(told, level) || !is_level_of(level, row.values.size())) continue;
      const std::string why = why_withheld(figures_.scope, told, rule_);
      json["withheld"].push_back({{"level", level_name(level, contacts)}, {"why", why}});
      add({.section = "withheld", .series = row.name, .value = level_name(level, contacts), .text = why});
    }
  }

  Json group(const char* section, Series series, const Place& place) {
    const Group& exact = figures_.tables[static_cast<std::size_t>(series) - 1].at[place.organisation][place.value];
    const std::uint64_t tallies = round_count(exact.tallies, rule_.round_to);
    const std::uint64_t occasions = round_count(exact.occasions, rule_.round_to);
    const std::uint64_t persons = round_count(exact.persons, rule_.round_to);
    const bool contacts = series == Series::contact;
    const char* organisation = organisation_name(place.organisation);
    const char* value = value_name(series, place.value);
    add({section, organisation, wire::kSeries[static_cast<std::size_t>(series) - 1].name, value,
         std::to_string(tallies), contacts ? std::to_string(occasions) : "", std::to_string(persons), ""});
    Json json = {{"organisation", organisation}, {contacts ? "contact" : "value", value}};
    json[contacts ? "contacts" : "count"] = tallies;
    if (contacts) json["occasions"] = occasions;
    json["persons"] = persons;
    return json;
  }

  /// Of a half-year and a year: how many parents had contact, each counted once.
  void persons() {
    json_["persons"] = Json::array();
    if (figures_.scope == Scope::span || figures_.told[0] == Level::nothing) return;
    const Table& contacts = figures_.tables[0];
    const std::size_t last = persons_by_organisation(contacts, rule_) ? kOrgKinds : 0;
    for (std::size_t kind = 0; kind <= last; ++kind) {
      const std::uint64_t persons = round_count(contacts.at[kind][0].persons, rule_.round_to);
      json_["persons"].push_back({{"organisation", organisation_name(kind)}, {"persons", persons}});
      add({.section = "persons", .organisation = organisation_name(kind), .persons = std::to_string(persons)});
    }
  }

  void words() {
    json_["definitions"] = Json::array();
    for (const Definition& one : definitions(figures_.scope)) {
      json_["definitions"].push_back({{"term", one.term}, {"en", one.en}, {"sv", one.sv}});
      add({.section = "definition", .value = one.term, .text = one.en});
    }
  }

  const Figures& figures_;
  const ReleaseRule& rule_;
  Json json_;
  std::string csv_;
};

}  // namespace

bool tells_anything(const Told& told) {
  return std::ranges::any_of(told, [](Level level) { return level != Level::nothing; });
}

ReleaseText write_release(const Figures& figures, const ReleaseRule& rule) {
  return Text(figures, rule).write();
}

}  // namespace bredvid::domain
