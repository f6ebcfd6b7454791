#include "server/app/programmes.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "server/app/data_folder.h"
#include "server/app/files.h"
#include "server/app/json_fields.h"
#include "server/wire/limits.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::array kLanguages{"sv", "en", "da", "nb", "fi", "ar", "so"};
static_assert(kLanguages.size() == wire::kMaxNameLanguages);
constexpr std::uint32_t kMaxConversations = 100;

std::vector<wire::Named> read_name(Fields& fields) {
  Fields languages(fields.required("name"), fields.at("name"));
  languages.required(kLanguages.front());
  std::vector<wire::Named> name;
  for (const char* language : kLanguages) {
    if (languages.optional(language) != nullptr)
      name.push_back({language, languages.required_text(language, 1, wire::kMaxNamedBytes)});
  }
  languages.refuse_others();
  return name;
}

wire::Range read_range(const json& value, const std::string& path, std::uint32_t most) {
  Fields fields(value, path);
  const wire::Range range{fields.required_number("least", 1, most), fields.required_number("most", 1, most)};
  fields.refuse_others();
  if (range.least > range.most) mistake(fields.at("least"), "is more than most");
  return range;
}

/// Weekdays after the day of the assignment; 0: the parent makes contact.
std::uint32_t read_first_contact(Fields& fields) {
  const json* found = fields.nullable("first_contact");
  if (found == nullptr) return 0;
  if (found->is_object()) {
    Fields inner(*found, fields.at("first_contact"));
    const std::uint32_t weekdays = inner.required_number("weekdays", 1, wire::kMaxFirstContactWeekdays);
    inner.refuse_others();
    return weekdays;
  }
  if (*found != "same_or_next_weekday")
    mistake(fields.at("first_contact"), "must be \"same_or_next_weekday\", {\"weekdays\": number} or null");
  return 1;
}

wire::Phase read_phase(const json& value, const std::string& path) {
  Fields fields(value, path);
  wire::Phase phase;
  phase.name = read_name(fields);
  phase.weeks = read_range(fields.required("weeks"), fields.at("weeks"), wire::kMaxRange);
  if (fields.nullable("check_in_every_weeks") != nullptr)
    phase.check_in_every_weeks = fields.required_number("check_in_every_weeks", 1, wire::kMaxCheckInWeeks);
  fields.refuse_others();
  if (phase.check_in_every_weeks > phase.weeks.most)
    mistake(fields.at("check_in_every_weeks"), "is more than the phase is long");
  return phase;
}

std::vector<wire::Phase> read_phases(Fields& fields) {
  const json& list = fields.required("phases");
  if (!list.is_array() || list.size() > wire::kMaxPhases)
    mistake(fields.at("phases"), "must be a list of up to " + std::to_string(wire::kMaxPhases) + " phases");
  std::vector<wire::Phase> phases;
  for (std::size_t i = 0; i < list.size(); ++i)
    phases.push_back(read_phase(list[i], fields.at("phases") + "[" + std::to_string(i) + "]"));
  return phases;
}

wire::Programme read_programme(const json& value, const std::string& id) {
  Fields fields(value, "");
  wire::Programme programme;
  programme.id = fields.required_text("id", 1, wire::kMaxProgrammeIdBytes);
  if (programme.id != id) mistake("id", "must be the file's name, " + id);
  programme.name = read_name(fields);
  programme.first_contact_weekdays = read_first_contact(fields);
  if (const json* range = fields.nullable("conversations"))
    programme.conversations = read_range(*range, "conversations", kMaxConversations);
  programme.phases = read_phases(fields);
  programme.feedback_at_end = fields.required_bool("feedback_at_end");
  if (fields.nullable("indicators_after_months") != nullptr)
    programme.indicators_after_months = fields.required_number("indicators_after_months", 1, wire::kMaxIndicatorMonths);
  fields.refuse_others();
  if (programme.feedback_at_end && !programme.conversations && programme.phases.empty())
    mistake("feedback_at_end", "needs conversations or phases: without them there is no end");
  return programme;
}

/// Every id there is: in the folder and built in.
std::vector<std::string> known_ids(const fs::path& folder) {
  std::vector<std::string> ids;
  for (const BuiltInProgramme& one : built_in_programmes()) ids.emplace_back(one.id);
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string id = entry.path().stem().string();
    if (entry.path().extension() == ".json" && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  }
  std::ranges::sort(ids);
  return ids;
}

std::string unknown(const fs::path& folder, const std::string& id) {
  const std::vector<std::string> ids = known_ids(folder);
  const std::string meant(nearest(id, ids));
  std::string text = "there is no programme " + id;
  if (!meant.empty()) return text + "; did you mean " + meant + "?";
  text += "; there are";
  for (const std::string& one : ids) text += " " + one;
  return text;
}

}  // namespace

bool is_programme_id(std::string_view id) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !id.empty() && id.size() <= wire::kMaxProgrammeIdBytes && letter(id.front()) &&
         std::ranges::all_of(id, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

OperatorResult<wire::Programme> parse_programme(std::string_view text, const std::string& id, const std::string& file) {
  wire::Programme programme;
  const auto read =
      read_json(text, kMaxProgrammeFileBytes, [&](const json& value) { programme = read_programme(value, id); });
  if (!read) return operator_fail(read.error().code, file + ": " + read.error().subject);
  return programme;
}

OperatorResult<wire::Programme> find_programme(const fs::path& folder, const std::string& id) {
  const fs::path file = folder / (id + ".json");
  if (is_there(file)) {
    const auto text = read_small_file(file, kMaxProgrammeFileBytes);
    if (!text) return std::unexpected(text.error());
    return parse_programme(*text, id, file.string());
  }
  for (const BuiltInProgramme& one : built_in_programmes()) {
    if (one.id == id) return parse_programme(one.json, id, id + ".json");
  }
  return operator_fail(ErrorCode::config_bad, unknown(folder, id));
}

OperatorResult<Programmes> load_programmes(const fs::path& folder, const Config& config) {
  Programmes all;
  for (std::size_t i = 0; i < config.organisations.size(); ++i) {
    auto& programmes = all.emplace_back();
    const auto& ids = config.organisations[i].programmes;
    for (std::size_t j = 0; j < ids.size(); ++j) {
      auto found = find_programme(folder, ids[j]);
      if (!found) {
        const std::string where = "organisations[" + std::to_string(i) + "].programmes[" + std::to_string(j) + "]: ";
        return operator_fail(found.error().code, where + found.error().subject);
      }
      programmes.push_back(*std::move(found));
    }
  }
  return all;
}

}  // namespace bredvid::app
