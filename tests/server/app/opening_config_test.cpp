#include "server/app/opening_config.h"

#include <gtest/gtest.h>

#include "server/app/config.h"
#include "server/domain/calendar.h"
#include "server/domain/opening_hours.h"

namespace bredvid::app {
namespace {

using nlohmann::json;

/// One organisation with one field set to this JSON text.
OperatorResult<Config> with(const std::string& field, const std::string& value, bool open = true) {
  json organisation{{"kind", "municipality"}, {"name", "A"}, {"hours", ""}};
  if (open) organisation["opening"] = {{"monday", {"08:00-17:00"}}};
  organisation[field] = json::parse(value);
  return parse_config(json{{"organisations", {organisation}}}.dump());
}

std::string fault(const std::string& field, const std::string& value, bool open = true) {
  const auto parsed = with(field, value, open);
  return parsed ? "taken" : parsed.error().subject.substr(std::string("organisations[0].").size());
}

TEST(OpeningConfig, TheDefaultsAreWhatTheirWordsSay) {
  const auto config = parse_config(default_config());
  ASSERT_TRUE(config) << config.error().subject;
  const wire::Opening& office = config->organisations[0].opening;
  ASSERT_EQ(office.times.size(), 5U);
  EXPECT_EQ(office.times[4], (wire::OpenTime{4, 480, 1020}));
  EXPECT_EQ(office.answer_within_h, 9U) << "nine open hours: the same time on the next weekday";
  EXPECT_EQ(office.eves, domain::kAllEves);
  EXPECT_EQ(config->organisations[1].opening.times.size(), 8U);
  EXPECT_EQ(config->organisations[1].opening.times.back(), (wire::OpenTime{wire::kOnHolidays, 1080, 1260}));
  for (const auto& one : config->organisations) EXPECT_EQ(domain::fault_of(one.opening), "");
}

TEST(OpeningConfig, WithoutItNothingIsKnownAndAllEvesAreClosed) {
  const auto config = with("opening", "null");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->organisations[0].opening, wire::Opening{});
  EXPECT_EQ(with("closed_eves", "[]")->organisations[0].opening.eves, 0);
  EXPECT_EQ(with("closed_eves", R"(["new_year"])")->organisations[0].opening.eves, 4);
}

TEST(OpeningConfig, TimesComeInTheWiresOrder) {
  const auto config = with("opening", R"({ "sunday": ["22:00-24:00"], "monday": ["00:00-06:00", "08:30-12:00"] })");
  ASSERT_TRUE(config) << config.error().subject;
  EXPECT_EQ(config->organisations[0].opening.times,
            (std::vector<wire::OpenTime>{{0, 0, 360}, {0, 510, 720}, {6, 1320, 1440}}));
}

TEST(OpeningConfig, ClosedDaysAreSorted) {
  const auto config = with("closed_days", R"(["2026-12-28", "2026-07-13"])");
  ASSERT_TRUE(config) << config.error().subject;
  EXPECT_EQ(config->organisations[0].opening.closed,
            (std::vector<Day>{domain::day_of({2026, 7, 13}), domain::day_of({2026, 12, 28})}));
}

TEST(OpeningConfig, EveryMistakeIsNamed) {
  EXPECT_EQ(fault("opening", R"({ "munday": ["08:00-17:00"] })"),
            "opening.munday: is not known; did you mean \"monday\"?");
  EXPECT_EQ(fault("opening", "{}"), "opening: must have at least one time; leave it out when there are none");
  EXPECT_EQ(fault("opening", "[]"), "opening: must be an object");
  EXPECT_EQ(fault("opening", R"({ "monday": "08:00-17:00" })"), "opening.monday: must be a list of 0 to 4 texts");
  for (const char* time : {"8:00-17:00", "08:00-17", "08:00-24:01", "08:60-09:00", "08.00-17.00", "08:00–17:00", ""}) {
    EXPECT_EQ(fault("opening", R"({ "monday": [")" + std::string(time) + R"("] })"),
              "opening.monday[0]: must be written 08:00-17:00, and no later than 24:00")
        << time;
  }
  EXPECT_EQ(
      fault("opening", R"({ "monday": ["22:00-06:00"] })"),
      "opening.monday[0]: ends before it begins; a night is written 22:00-24:00, and 00:00-06:00 on the next day");
  EXPECT_EQ(fault("opening", R"({ "monday": ["08:00-12:00", "12:00-17:00"] })"),
            "opening.monday[1]: must begin after the one before it has ended");
  EXPECT_EQ(fault("answer_within_hours", "9", false),
            "answer_within_hours: needs opening: its hours are counted while it is open");
  EXPECT_EQ(fault("answer_within_hours", "0"), "answer_within_hours: must be a whole number from 1 to 168");
  EXPECT_EQ(fault("answer_within_hours", "169"), "answer_within_hours: must be a whole number from 1 to 168");
  EXPECT_EQ(fault("closed_eves", R"(["midsumer"])"),
            "closed_eves[0]: must be midsummer, christmas or new_year; did you mean \"midsummer\"?");
  EXPECT_EQ(fault("closed_eves", R"(["christmas", "christmas"])"), "closed_eves[1]: stands there twice");
  EXPECT_EQ(fault("closed_days", R"(["2026-02-30"])"), "closed_days[0]: must be a day written YYYY-MM-DD");
  EXPECT_EQ(fault("closed_days", R"(["2026-02-03", "2026-02-03"])"), "closed_days[1]: stands there twice");
  EXPECT_EQ(fault("programmes", R"(["Crisis"])"),
            "programmes[0]: must be a programme's id: small letters, digits and _");
  EXPECT_EQ(fault("programmes", R"(["../x"])"), "programmes[0]: must be a programme's id: small letters, digits and _");
  EXPECT_EQ(fault("programmes", R"(["a", "a"])"), "programmes[1]: stands there twice");
  EXPECT_EQ(fault("programmes", "\"a\""), "programmes: must be a list of 0 to 8 texts");
  EXPECT_EQ(fault("hors", "\"\""), "hors: is not known");
  EXPECT_EQ(fault("kind", "\"municipalty\""),
            "kind: must be municipality or association; did you mean \"municipality\"?");
}

}  // namespace
}  // namespace bredvid::app
