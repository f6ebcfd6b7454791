#include "server/domain/release_text.h"

#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "server/domain/csv.h"
#include "tests/server/domain/release_counts.h"

namespace bredvid::domain {
namespace {

nlohmann::json parsed(const ReleaseText& text) {
  return nlohmann::json::parse(text.json);
}

/// The half-year of two quarters: the association's visits too few, closings told by value, the rest withheld.
Figures half_year() {
  Figures figures = span_figures(counted_contacts(4));
  figures.scope = wire::Scope::half_year;
  figures.spans = {{day_of({2026, 7, 1}), day_of({2026, 9, 30})}, last_quarter()};
  Table& closing = figures.tables[2];
  closing.at[kBoth][1] = {8, 8, 0};
  closing.at[kBoth][4] = {7, 6, 0};
  closing.at[kBoth][kAll] = {15, 13, 0};
  figures.told[2] = Level::by_value;
  figures.tables[3].at[kBoth][kAll] = {13, 13, 0};
  figures.told[3] = Level::total;
  return figures;
}

/// A year in which every series is told as finely as there is.
Figures whole_year() {
  Figures figures = half_year();
  figures.scope = wire::Scope::year;
  figures.told.fill(Level::cells);
  for (std::size_t i = 1; i < wire::kSeriesCount; ++i) {
    Table& table = figures.tables[i];
    table = {};
    const std::size_t values = wire::kSeries[i].values.size();
    for (const std::size_t kind : {kMunicipality, kAssociation})
      for (std::size_t value = 1; value <= values; ++value) {
        const Group group{10 * i + value + 5 * kind, 5 + value + kind, 0};
        for (Group* sum :
             {&table.at[kind][value], &table.at[kind][kAll], &table.at[kBoth][value], &table.at[kBoth][kAll]}) {
          sum->tallies += group.tallies;
          sum->persons += group.persons;
        }
      }
    // a series of one value has no table by value
    if (values == 1) figures.told[i] = Level::by_organisation;
  }
  return figures;
}

TEST(ReleaseTextTest, SaysWhatWasWithheldAndNeverTheFineFigures) {
  const auto text = write_release(span_figures(counted_contacts(4)), {});
  const auto json = parsed(text);
  EXPECT_EQ(json["scope"], "span");
  EXPECT_EQ(json["level"], "contact");
  ASSERT_EQ(json["withheld"].size(), 2U) << "the cells, and the other margin";
  EXPECT_EQ(json["withheld"][0]["level"], "organisation_and_contact");
  for (const auto& group : json["groups"]) EXPECT_EQ(group["organisation"], "all");
  EXPECT_EQ(text.csv.find("association"), std::string::npos);
  EXPECT_EQ(json["total"]["contacts"], 525);
  EXPECT_EQ(json["total"]["persons"], 15);
  EXPECT_EQ(text.json.find("523"), std::string::npos) << "unrounded";
  EXPECT_TRUE(json["persons"].empty()) << "a span has them in its total";
}

TEST(ReleaseTextTest, ExactCountsSaySo) {
  const auto text = write_release(span_figures(counted_contacts(5)), {5, 1});
  EXPECT_EQ(parsed(text)["total"]["contacts"], 523);
  EXPECT_NE(text.csv.find("Counts are exact."), std::string::npos);
}

TEST(ReleaseTextTest, TheTotalAloneHasNoGroups) {
  Figures figures = span_figures(counted_contacts(5));
  figures.told[0] = Level::total;
  const auto json = parsed(write_release(figures, {}));
  EXPECT_TRUE(json["groups"].empty());
  EXPECT_EQ(json["withheld"].size(), 3U);
  EXPECT_EQ(json["total"]["persons"], 15);
}

TEST(ReleaseTextTest, WhatIsWithheldLooksTheSameForFewAndForNone) {
  Figures few = span_figures(counted_contacts(5));
  few.tables[2].at[kBoth][kAll] = {4, 4, 0};
  EXPECT_EQ(write_release(few, {}).json, write_release(span_figures(counted_contacts(5)), {}).json);
  const auto closing = parsed(write_release(few, {}))["outcomes"][1];
  EXPECT_EQ(closing["series"], "closing");
  EXPECT_EQ(closing["level"], "nothing");
  EXPECT_TRUE(closing["total"].is_null());
  EXPECT_NE(closing["withheld"][0]["why"].get<std::string>().find("waits for the half-year"), std::string::npos);
}

TEST(ReleaseTextTest, AHalfYearHasPersonsAndOutcomes) {
  const auto json = parsed(write_release(half_year(), {}));
  EXPECT_EQ(json["scope"], "half_year");
  EXPECT_EQ(json["spans"].size(), 2U);
  EXPECT_EQ(json["first_day"], "2026-07-01");
  EXPECT_EQ(json["last_day"], "2026-12-31");
  ASSERT_EQ(json["persons"].size(), 3U);
  EXPECT_EQ(json["persons"][2], (nlohmann::json{{"organisation", "association"}, {"persons", 5}}));
  EXPECT_EQ(json["outcomes"][1]["groups"][0],
            (nlohmann::json{{"organisation", "all"}, {"value", "completed"}, {"count", 10}, {"persons", 10}}));
  EXPECT_EQ(json["outcomes"][2]["total"]["persons"], 15);
  EXPECT_TRUE(json["outcomes"][2]["groups"].empty());
}

TEST(ReleaseTextTest, PersonsByOrganisationOnlyWhenEachHasEnough) {
  Figures figures = half_year();
  figures.tables[0].at[kAssociation][kAll].persons = 4;
  const auto json = parsed(write_release(figures, {}));
  ASSERT_EQ(json["persons"].size(), 1U) << "the municipality's would tell how many are missing";
  EXPECT_EQ(json["persons"][0]["organisation"], "all");
}

TEST(ReleaseTextTest, NothingOfTheCsvIsADateOrAFormulaToASpreadsheet) {
  const std::string csv = write_release(whole_year(), {}).csv;
  EXPECT_NE(csv.find(";conversations;1 to 2;"), std::string::npos) << csv;
  for (const char* bad : {";1-2;", ";=", ";+", ";-", ";@", ";'", "\n=", "\n+", "\n-", "\n@", "\n'"})
    EXPECT_EQ(csv.find(bad), std::string::npos) << bad;
}

TEST(ReleaseTextTest, NoWordOfAReleaseBeginsAsAFormulaDoes) {
  std::vector<std::string> words;
  for (const auto scope : {wire::Scope::span, wire::Scope::half_year, wire::Scope::year}) {
    for (const Definition& one : definitions(scope)) words.insert(words.end(), {one.term, one.en, one.sv});
    for (const ReleaseRule rule : {ReleaseRule{5, 5}, ReleaseRule{7, 1}}) {
      words.push_back(rule_sentence(scope, rule));
      for (const Level told : {Level::nothing, Level::total, Level::by_organisation, Level::by_value, Level::cells})
        words.push_back(why_withheld(scope, told, rule));
    }
  }
  for (const wire::SeriesRow& row : wire::kSeries) {
    words.emplace_back(row.name);
    for (std::size_t value = 0; value <= row.values.size(); ++value) words.emplace_back(value_name(row.series, value));
  }
  for (const Level level : kFinestFirst) words.insert(words.end(), {level_name(level, true), level_name(level, false)});
  for (std::size_t kind = 0; kind <= kOrgKinds; ++kind) words.emplace_back(organisation_name(kind));
  for (const std::string& word : words) {
    EXPECT_NE(csv_cell(word).front(), '\'') << word;
    EXPECT_TRUE(std::isalnum(static_cast<unsigned char>(word.front())) != 0 || word.starts_with("\u00c5")) << word;
  }
  EXPECT_GT(words.size(), 100U);
}

TEST(ReleaseTextTest, ALineOfTheCsvHasEightFields) {
  const std::string csv = write_release(whole_year(), {}).csv;
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFsection;organisation;"));
  std::size_t begin = 0;
  for (std::size_t end = csv.find("\r\n"); end != std::string::npos; begin = end + 2, end = csv.find("\r\n", begin)) {
    std::size_t fields = 1;
    bool quoted = false;
    for (const char c : csv.substr(begin, end - begin)) {
      if (c == '"') quoted = !quoted;
      if (c == ';' && !quoted) ++fields;
    }
    EXPECT_EQ(fields, 8U) << csv.substr(begin, end - begin);
  }
  EXPECT_EQ(begin, csv.size()) << "the last line ends as the others do";
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void expect_golden(const std::string& name, const Figures& figures) {
  const std::string base = std::string(BREDVID_GOLDEN_DIR) + "/" + name;
  const auto text = write_release(figures, {});
  if (std::getenv("BREDVID_WRITE_GOLDEN") != nullptr) {
    std::ofstream(base + ".json", std::ios::binary) << text.json;
    std::ofstream(base + ".csv", std::ios::binary) << text.csv;
  }
  EXPECT_EQ(read(base + ".json"), text.json);
  EXPECT_EQ(read(base + ".csv"), text.csv);
  EXPECT_EQ(write_release(figures, {}).json, text.json) << "two leads get the same bytes";
}

TEST(ReleaseTextTest, TheBytesAreTheGoldenOnes) {
  expect_golden("release", span_figures(counted_contacts(5)));
  expect_golden("release_half_year", half_year());
  expect_golden("release_year", whole_year());
}

}  // namespace
}  // namespace bredvid::domain
