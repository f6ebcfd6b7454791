#include "server/domain/release_rule.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "server/domain/calendar.h"

namespace bredvid::domain {
namespace {

constexpr std::size_t kMunicipality = 0;
constexpr std::size_t kAssociation = 1;
constexpr std::size_t kDialogue = 0;
constexpr std::size_t kVisit = 4;

SpanCounts empty() {
  return {{1}, day_of({2026, 10, 1}), day_of({2026, 12, 31}), {}, {}, {}, {}};
}

/// The project of 2019 with both organisations: dialogues and visits, `least` parents in the smallest cell.
SpanCounts counts(std::uint64_t least) {
  SpanCounts c = empty();
  c.cells[kMunicipality][kDialogue] = {343, 10, 300};
  c.cells[kMunicipality][kVisit] = {55, 8, 50};
  c.cells[kAssociation][kDialogue] = {113, 7, 90};
  c.cells[kAssociation][kVisit] = {12, least, 11};
  c.by_contact[kDialogue] = {456, 15, 380};
  c.by_contact[kVisit] = {67, 8 + least, 61};
  c.by_organisation[kMunicipality] = {398, 12, 330};
  c.by_organisation[kAssociation] = {125, 7, 95};
  c.total = {523, 17, 440};
  return c;
}

TEST(ReleaseRuleTest, TheFinestLevelWithFiveParentsBehindEveryGroup) {
  EXPECT_EQ(choose_level(counts(5), {}), Level::cells) << "exactly k";
  EXPECT_EQ(choose_level(counts(4), {}), Level::by_contact) << "k - 1 in one cell";
}

TEST(ReleaseRuleTest, ThenTheOtherMarginThenTheTotalThenNothing) {
  SpanCounts c = counts(4);
  c.by_contact[kVisit].persons = 4;
  EXPECT_EQ(choose_level(c, {}), Level::by_organisation);
  c.by_organisation[kAssociation].persons = 4;
  EXPECT_EQ(choose_level(c, {}), Level::total);
  c.total.persons = 5;
  EXPECT_EQ(choose_level(c, {}), Level::total);
  c.total.persons = 4;
  EXPECT_EQ(choose_level(c, {}), std::nullopt);
  EXPECT_FALSE(make_release(c, {}));
}

TEST(ReleaseRuleTest, AnEmptyGroupHidesNobodyAndAnEmptySpanIsNoRelease) {
  SpanCounts c = counts(5);
  c.cells[kAssociation][kVisit] = {};
  EXPECT_EQ(choose_level(c, {}), Level::cells) << "nought visits point at nobody";
  EXPECT_EQ(choose_level(empty(), {}), std::nullopt);
}

TEST(ReleaseRuleTest, AContactWithoutAParentIsNotAnEmptyGroup) {
  SpanCounts c = counts(5);
  c.cells[kAssociation][kVisit] = {1, 0, 0};
  EXPECT_EQ(choose_level(c, {}), Level::by_contact);
}

TEST(ReleaseRuleTest, AnotherK) {
  EXPECT_EQ(choose_level(counts(9), {8, 5}), Level::by_contact) << "7 association dialogues";
  EXPECT_EQ(choose_level(counts(5), {18, 5}), std::nullopt);
}

TEST(ReleaseRuleTest, RoundsToTheNearestFive) {
  EXPECT_EQ(round_count(0, 5), 0U);
  EXPECT_EQ(round_count(2, 5), 0U);
  EXPECT_EQ(round_count(3, 5), 5U);
  EXPECT_EQ(round_count(7, 5), 5U);
  EXPECT_EQ(round_count(8, 5), 10U);
  EXPECT_EQ(round_count(440, 5), 440U);
  EXPECT_EQ(round_count(443, 1), 443U) << "exact by decision";
}

TEST(ReleaseRuleTest, SaysWhatWasWithheldAndNeverTheFineFigures) {
  const auto release = make_release(counts(4), {});
  ASSERT_TRUE(release);
  const auto json = nlohmann::json::parse(release->json);
  EXPECT_EQ(json["level"], "contact");
  ASSERT_EQ(json["withheld"].size(), 1U);
  EXPECT_EQ(json["withheld"][0]["level"], "organisation_and_contact");
  for (const auto& group : json["groups"]) EXPECT_EQ(group["organisation"], "all");
  EXPECT_EQ(release->csv.find("association"), std::string::npos);
  EXPECT_EQ(json["total"]["contacts"], 525);
  EXPECT_EQ(json["total"]["persons"], 15);
  EXPECT_EQ(release->json.find("523"), std::string::npos) << "unrounded";
}

TEST(ReleaseRuleTest, ExactCountsSaySo) {
  const auto release = make_release(counts(5), {5, 1});
  ASSERT_TRUE(release);
  EXPECT_EQ(nlohmann::json::parse(release->json)["total"]["contacts"], 523);
  EXPECT_NE(release->csv.find("Counts are exact."), std::string::npos);
}

TEST(ReleaseRuleTest, TheTotalAloneHasNoGroups) {
  SpanCounts c = empty();
  c.cells[kMunicipality][kVisit] = {6, 3, 6};
  c.cells[kAssociation][kDialogue] = {6, 3, 6};
  c.by_contact[kVisit] = c.by_organisation[kMunicipality] = {6, 3, 6};
  c.by_contact[kDialogue] = c.by_organisation[kAssociation] = {6, 3, 6};
  c.total = {12, 6, 12};
  const auto release = make_release(c, {});
  ASSERT_TRUE(release);
  const auto json = nlohmann::json::parse(release->json);
  EXPECT_TRUE(json["groups"].empty());
  EXPECT_EQ(json["withheld"].size(), 3U);
  EXPECT_EQ(json["total"]["persons"], 5);
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(ReleaseRuleTest, TheBytesAreTheGoldenOnes) {
  const std::string base = std::string(BREDVID_GOLDEN_DIR) + "/release";
  const auto release = make_release(counts(5), {});
  ASSERT_TRUE(release);
  if (std::getenv("BREDVID_WRITE_GOLDEN") != nullptr) {
    std::ofstream(base + ".json", std::ios::binary) << release->json;
    std::ofstream(base + ".csv", std::ios::binary) << release->csv;
  }
  EXPECT_EQ(read(base + ".json"), release->json);
  EXPECT_EQ(read(base + ".csv"), release->csv);
  EXPECT_EQ(make_release(counts(5), {})->json, release->json) << "two leads get the same bytes";
}

}  // namespace
}  // namespace bredvid::domain
