#include "server/app/programmes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "server/wire/limits.h"
#include "tests/support/temporary_folder.h"

namespace bredvid::app {
namespace {

using nlohmann::json;

const std::string kFile = "x.json";

std::string built_in(std::string_view id) {
  for (const BuiltInProgramme& one : built_in_programmes()) {
    if (one.id == id) return std::string(one.json);
  }
  ADD_FAILURE() << "no programme " << id;
  return {};
}

std::string refusal(const json& mutant, const std::string& id) {
  const auto parsed = parse_programme(mutant.dump(), id, kFile);
  if (parsed) return {};
  EXPECT_EQ(parsed.error().code, ErrorCode::config_bad);
  EXPECT_TRUE(parsed.error().subject.starts_with(kFile + ": ")) << parsed.error().subject;
  return parsed.error().subject;
}

/// One field of the programme set to this JSON text.
std::string refused(std::string_view id, const std::string& pointer, const std::string& value) {
  json changed = json::parse(built_in(id));
  changed[json::json_pointer(pointer)] = json::parse(value);
  const std::string subject = refusal(changed, std::string(id));
  return subject.empty() ? "taken" : subject.substr(kFile.size() + 2);
}

TEST(Programmes, CrisisSupportIsThreeToFiveConversationsFromTheNextWeekdayOn) {
  const auto found = parse_programme(built_in("crisis_support"), "crisis_support", kFile);
  ASSERT_TRUE(found) << found.error().subject;
  EXPECT_EQ(found->name.front(), (wire::Named{"sv", "Krisstöd"}));
  EXPECT_EQ(found->first_contact_weekdays, 1U);
  EXPECT_EQ(found->conversations, (wire::Range{3, 5}));
  EXPECT_TRUE(found->phases.empty());
  EXPECT_TRUE(found->feedback_at_end);
  EXPECT_EQ(found->indicators_after_months, 6U);
}

TEST(Programmes, VoluntarySupportHasNoEnd) {
  const auto found = parse_programme(built_in("voluntary_support"), "voluntary_support", kFile);
  ASSERT_TRUE(found) << found.error().subject;
  EXPECT_EQ(found->first_contact_weekdays, 0U);
  EXPECT_FALSE(found->conversations);
  EXPECT_FALSE(found->feedback_at_end);
  EXPECT_EQ(found->indicators_after_months, 0U);
}

TEST(Programmes, PhasedSupportChecksInEverySecondWeek) {
  const auto found = parse_programme(built_in("phased_support"), "phased_support", kFile);
  ASSERT_TRUE(found) << found.error().subject;
  ASSERT_EQ(found->phases.size(), 3U);
  EXPECT_EQ(found->phases[0].check_in_every_weeks, 0U);
  for (const std::size_t later : {1U, 2U}) {
    EXPECT_EQ(found->phases[later].weeks, (wire::Range{8, 16}));
    EXPECT_EQ(found->phases[later].check_in_every_weeks, 2U);
  }
}

TEST(Programmes, TheThreeAreBuiltIn) {
  std::vector<std::string_view> ids;
  for (const BuiltInProgramme& one : built_in_programmes()) ids.push_back(one.id);
  EXPECT_EQ(ids, (std::vector<std::string_view>{"crisis_support", "phased_support", "voluntary_support"}));
}

/// The paths of all objects in it.
void objects_in(const json& value, const std::string& at, std::vector<std::string>& out) {
  if (value.is_object()) out.push_back(at);
  if (!value.is_structured()) return;
  for (const auto& [key, inner] : value.items()) objects_in(inner, at + "/" + key, out);
}

/// Values of every type: what a field may be, it is one of at most two of them.
const char* const kOfEachType[] = {"null", "true", "77777", "-1", "1.5", "\"\"", "[1]", R"({ "x": 1 })"};

TEST(Programmes, EveryMutantIsRefusedAndItsFieldNamed) {
  std::size_t mutants = 0;
  for (const BuiltInProgramme& one : built_in_programmes()) {
    const std::string id(one.id);
    const json whole = json::parse(one.json);
    std::vector<std::string> objects;
    objects_in(whole, "", objects);
    for (const std::string& at : objects) {
      const json::json_pointer pointer(at);
      const bool languages = at.ends_with("/name");
      for (const auto& [key, value] : whole[pointer].items()) {
        // A language more or less is the operator's to decide; Swedish is not.
        if (!languages || key == "sv") {
          json without = whole;
          without[pointer].erase(key);
          EXPECT_NE(refusal(without, id).find(key + ": is missing"), std::string::npos) << id << at << "/" << key;
          ++mutants;
        }
        json renamed = whole;
        renamed[pointer].erase(key);
        renamed[pointer][key + "_"] = value;
        const std::string subject = refusal(renamed, id);
        EXPECT_NE(subject.find("did you mean"), std::string::npos) << id << at << "/" << key << " -> " << subject;
        EXPECT_NE(subject.find(key + "_"), std::string::npos) << subject;
        ++mutants;
        std::size_t taken = 0;
        for (const char* other : kOfEachType) {
          json changed = whole;
          changed[pointer][key] = json::parse(other);
          const std::string why = refusal(changed, id);
          if (why.empty()) {
            ++taken;
          } else {
            EXPECT_NE(why.find(key), std::string::npos) << why;
          }
          ++mutants;
        }
        // null where a programme may do without; true and false; no feedback has no true where there is no end.
        EXPECT_LE(taken, 1U) << id << at << "/" << key;
      }
    }
  }
  EXPECT_GT(mutants, 400U);
}

TEST(Programmes, ImpossibleNumbersAreRefused) {
  EXPECT_EQ(refused("crisis_support", "/conversations/least", "6"), "conversations.least: is more than most");
  EXPECT_EQ(refused("crisis_support", "/conversations/least", "0"),
            "conversations.least: must be a whole number from 1 to 100");
  EXPECT_EQ(refused("crisis_support", "/conversations/most", "101"),
            "conversations.most: must be a whole number from 1 to 100");
  EXPECT_EQ(refused("crisis_support", "/indicators_after_months", "37"),
            "indicators_after_months: must be a whole number from 1 to 36");
  EXPECT_EQ(refused("phased_support", "/first_contact/weekdays", "31"),
            "first_contact.weekdays: must be a whole number from 1 to 30");
  EXPECT_EQ(refused("phased_support", "/phases/1/weeks/least", "17"), "phases[1].weeks.least: is more than most");
  EXPECT_EQ(refused("phased_support", "/phases/1/check_in_every_weeks", "17"),
            "phases[1].check_in_every_weeks: is more than the phase is long");
  EXPECT_EQ(refused("phased_support", "/phases", std::string("[") + "1,2,3,4,5,6,7,8,9]"),
            "phases: must be a list of up to 8 phases");
  EXPECT_EQ(refused("voluntary_support", "/feedback_at_end", "true"),
            "feedback_at_end: needs conversations or phases: without them there is no end");
  EXPECT_EQ(refused("crisis_support", "/first_contact", "\"same_day\""),
            "first_contact: must be \"same_or_next_weekday\", {\"weekdays\": number} or null");
  EXPECT_EQ(refused("crisis_support", "/id", "\"other\""), "id: must be the file's name, crisis_support");
}

TEST(Programmes, NamesAndIdsHaveTheirLengths) {
  EXPECT_EQ(refused("crisis_support", "/name/sv", "\"" + std::string(wire::kMaxNamedBytes, 'x') + "\""), "taken");
  EXPECT_EQ(refused("crisis_support", "/name/sv", "\"" + std::string(wire::kMaxNamedBytes + 1, 'x') + "\""),
            "name.sv: must be a text of 1 to 80 bytes");
  EXPECT_TRUE(is_programme_id(std::string(wire::kMaxProgrammeIdBytes, 'a')));
  EXPECT_FALSE(is_programme_id(std::string(wire::kMaxProgrammeIdBytes + 1, 'a')));
  for (const char* bad : {"", "1a", "_a", "A", "a-b", "../a", "å"}) EXPECT_FALSE(is_programme_id(bad)) << bad;
}

TEST(Programmes, ATypoGetsWhatWasMeant) {
  json typo = json::parse(built_in("crisis_support"));
  typo["conversatons"] = typo["conversations"];
  typo.erase("conversations");
  EXPECT_EQ(refusal(typo, "crisis_support"),
            "x.json: conversations: is missing; did you mean it with \"conversatons\"?");
  json extra = json::parse(built_in("crisis_support"));
  extra["name"]["xx"] = "X";
  EXPECT_EQ(refusal(extra, "crisis_support"), "x.json: name.xx: is not known");
}

TEST(Programmes, WhatIsNoJsonIsSaidToBeNone) {
  for (const char* text : {"", "[]", "null", "{", R"({ "id": "a", "id": "b" })", "\xff"})
    EXPECT_FALSE(parse_programme(text, "a", kFile)) << text;
  EXPECT_EQ(parse_programme(std::string(kMaxProgrammeFileBytes + 1, ' '), "a", kFile).error().subject,
            "x.json: the file is too large");
}

Config naming(std::vector<std::string> ids) {
  Config config;
  config.organisations.emplace_back().programmes = std::move(ids);
  return config;
}

TEST(Programmes, AFileInTheFolderIsTakenInsteadOfTheBuiltInOne) {
  const support::TemporaryFolder folder;
  json changed = json::parse(built_in("crisis_support"));
  changed["conversations"]["most"] = 8;
  std::ofstream(folder.path() / "crisis_support.json") << changed.dump();
  changed["id"] = "our_own";
  std::ofstream(folder.path() / "our_own.json") << changed.dump();
  const auto found = load_programmes(folder.path(), naming({"crisis_support", "our_own", "voluntary_support"}));
  ASSERT_TRUE(found) << found.error().subject;
  EXPECT_EQ(found->at(0).at(0).conversations, (wire::Range{3, 8}));
  EXPECT_EQ(found->at(0).at(1).id, "our_own");
  EXPECT_EQ(found->at(0).at(2).id, "voluntary_support");
}

TEST(Programmes, AnOrganisationHasUpToEight) {
  const auto config = [](std::size_t count) {
    json made = json::parse(default_config());
    json ids = json::array();
    for (std::size_t i = 0; i < count; ++i) ids.push_back("p" + std::to_string(i));
    made["organisations"][0]["programmes"] = ids;
    return parse_config(made.dump()).has_value();
  };
  EXPECT_TRUE(config(wire::kMaxProgrammes));
  EXPECT_FALSE(config(wire::kMaxProgrammes + 1));
}

TEST(Programmes, AMissingOneSaysWhichThereAre) {
  const support::TemporaryFolder folder;
  std::ofstream(folder.path() / "our_own.json") << "{}";
  EXPECT_EQ(load_programmes(folder.path(), naming({"voluntary_support", "crisis_suport"})).error().subject,
            "organisations[0].programmes[1]: there is no programme crisis_suport; did you mean crisis_support?");
  EXPECT_EQ(load_programmes(folder.path() / "none", naming({"zzz"})).error().subject,
            "organisations[0].programmes[0]: there is no programme zzz; there are crisis_support phased_support "
            "voluntary_support");
  const std::string broken = load_programmes(folder.path(), naming({"our_own"})).error().subject;
  EXPECT_EQ(broken,
            "organisations[0].programmes[0]: " + (folder.path() / "our_own.json").string() + ": id: is missing");
}

}  // namespace
}  // namespace bredvid::app
