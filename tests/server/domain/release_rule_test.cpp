#include "server/domain/release_rule.h"

#include <gtest/gtest.h>

#include "tests/server/domain/release_counts.h"

namespace bredvid::domain {
namespace {

Level chosen(const Table& table, const ReleaseRule& rule = {}) {
  return choose_level(table, kContacts, rule);
}

TEST(ReleaseRuleTest, TheFinestLevelWithFiveParentsBehindEveryGroup) {
  EXPECT_EQ(chosen(counted_contacts(5)), Level::cells) << "exactly k";
  EXPECT_EQ(chosen(counted_contacts(4)), Level::by_value) << "k - 1 in one cell";
}

TEST(ReleaseRuleTest, ThenTheOtherMarginThenTheTotalThenNothing) {
  Table t = counted_contacts(4);
  t.at[kBoth][kVisit].persons = 4;
  EXPECT_EQ(chosen(t), Level::by_organisation);
  t.at[kAssociation][kAll].persons = 4;
  EXPECT_EQ(chosen(t), Level::total);
  t.at[kBoth][kAll].persons = 5;
  EXPECT_EQ(chosen(t), Level::total);
  t.at[kBoth][kAll].persons = 4;
  EXPECT_EQ(chosen(t), Level::nothing);
}

TEST(ReleaseRuleTest, AnEmptyGroupHidesNobodyAndAnEmptyTableIsNotTold) {
  Table t = counted_contacts(5);
  t.at[kAssociation][kVisit] = {};
  EXPECT_EQ(chosen(t), Level::cells) << "nought visits point at nobody";
  EXPECT_EQ(chosen({}), Level::nothing);
}

TEST(ReleaseRuleTest, AContactWithoutAParentIsNotAnEmptyGroup) {
  Table t = counted_contacts(5);
  t.at[kAssociation][kVisit] = {1, 0, 0};
  EXPECT_EQ(chosen(t), Level::by_value);
}

TEST(ReleaseRuleTest, AnotherK) {
  EXPECT_EQ(chosen(counted_contacts(9), {8, 5}), Level::by_value) << "7 association dialogues";
  EXPECT_EQ(chosen(counted_contacts(5), {18, 5}), Level::nothing);
}

TEST(ReleaseRuleTest, WithOneValueThereIsNoTableByValue) {
  Table weeks;
  weeks.at[kMunicipality][1] = weeks.at[kMunicipality][kAll] = {9, 4, 0};
  weeks.at[kAssociation][1] = weeks.at[kAssociation][kAll] = {9, 6, 0};
  weeks.at[kBoth][1] = weeks.at[kBoth][kAll] = {18, 10, 0};
  EXPECT_EQ(choose_level(weeks, 1, {}), Level::total);
  EXPECT_EQ(choose_level(weeks, 1, {4, 5}), Level::by_organisation);
}

TEST(ReleaseRuleTest, WhatATellingCovers) {
  for (const Level level : kFinestFirst) {
    EXPECT_TRUE(covers(level, level));
    EXPECT_TRUE(covers(Level::cells, level));
    EXPECT_TRUE(covers(level, Level::total));
    EXPECT_FALSE(covers(Level::nothing, level));
  }
  EXPECT_FALSE(covers(Level::by_value, Level::by_organisation));
  EXPECT_FALSE(covers(Level::by_organisation, Level::by_value));
  EXPECT_FALSE(covers(Level::by_value, Level::cells));
  EXPECT_FALSE(covers(Level::total, Level::by_value));
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

}  // namespace
}  // namespace bredvid::domain
