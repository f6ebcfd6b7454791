#include "server/app/json_fields.h"

#include <algorithm>
#include <cctype>

namespace bredvid::app {
namespace {

using nlohmann::json;

/// nlohmann/json keeps the last of two equal keys and says nothing; here that is a mistake.
class DoubleKeys {
 public:
  bool operator()(int, json::parse_event_t event, json& value) {
    if (event == json::parse_event_t::object_start) open_.emplace_back();
    if (event == json::parse_event_t::object_end) open_.pop_back();
    if (event == json::parse_event_t::key && !open_.back().insert(value.get<std::string>()).second) {
      mistake(value.get<std::string>(), "stands there twice");
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> open_;
};

/// Longer ones are no slips of the finger, and comparing them would cost for nothing.
constexpr std::size_t kLongestName = 40;
/// One wrong letter in four, and at least one: "hors" is hours, "xy" is nothing.
constexpr std::size_t kLettersPerSlip = 4;

/// How many letters must be put in, taken out or changed (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same =
          std::tolower(static_cast<unsigned char>(a[i - 1])) == std::tolower(static_cast<unsigned char>(b[j - 1]));
      const std::size_t changed = diagonal + (same ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

}  // namespace

void mistake(const std::string& where, const std::string& what) {
  throw Mistake{where + ": " + what};
}

std::string_view nearest(std::string_view typed, std::span<const std::string> names) {
  if (typed.size() > kLongestName) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, typed.size() / kLettersPerSlip) + 1;
  for (const std::string& name : names) {
    const std::size_t away = distance(typed, name);
    if (away < least) {
      least = away;
      best = name;
    }
  }
  return best;
}

Fields::Fields(const json& value, std::string path) : value_(value), path_(std::move(path)) {
  if (!value.is_object()) mistake(path_.empty() ? "the file" : path_, "must be an object");
}

const json* Fields::optional(const std::string& key) {
  known_.insert(key);
  const auto found = value_.find(key);
  return found == value_.end() ? nullptr : &*found;
}

const json& Fields::required(const std::string& key) {
  if (const json* found = optional(key)) return *found;
  std::string what = "is missing";
  for (const auto& [other, ignored] : value_.items()) {
    if (!known_.contains(other) && nearest(other, std::span(&key, 1)) == key)
      what += "; did you mean it with " + quoted(other) + "?";
  }
  mistake(at(key), what);
}

const json* Fields::nullable(const std::string& key) {
  const json& found = required(key);
  return found.is_null() ? nullptr : &found;
}

std::uint32_t Fields::number(const std::string& key, std::uint32_t least, std::uint32_t most, std::uint32_t otherwise) {
  const json* found = optional(key);
  return found == nullptr ? otherwise : checked_number(*found, key, least, most);
}

std::uint32_t Fields::required_number(const std::string& key, std::uint32_t least, std::uint32_t most) {
  return checked_number(required(key), key, least, most);
}

bool Fields::required_bool(const std::string& key) {
  const json& found = required(key);
  if (!found.is_boolean()) mistake(at(key), "must be true or false");
  return found.get<bool>();
}

std::string Fields::text(const std::string& key, std::size_t least, std::size_t most, const std::string& otherwise) {
  const json* found = optional(key);
  return found == nullptr ? otherwise : checked_text(*found, key, least, most);
}

std::string Fields::required_text(const std::string& key, std::size_t least, std::size_t most) {
  return checked_text(required(key), key, least, most);
}

std::size_t Fields::required_word(const std::string& key, std::initializer_list<const char*> words) {
  return word_of(required(key), at(key), words);
}

void Fields::refuse_others() const {
  std::vector<std::string> unused;
  for (const std::string& name : known_) {
    if (!value_.contains(name)) unused.push_back(name);
  }
  for (const auto& [key, ignored] : value_.items()) {
    if (known_.contains(key)) continue;
    const std::string meant(nearest(key, unused));
    mistake(at(key), meant.empty() ? "is not known" : "is not known; did you mean " + quoted(meant) + "?");
  }
}

std::string Fields::checked_text(const json& value, const std::string& key, std::size_t least, std::size_t most) const {
  const std::string range = std::to_string(least) + " to " + std::to_string(most) + " bytes";
  if (!value.is_string() || value.get_ref<const std::string&>().size() < least ||
      value.get_ref<const std::string&>().size() > most) {
    mistake(at(key), "must be a text of " + range);
  }
  return value.get<std::string>();
}

std::uint32_t Fields::checked_number(const json& value, const std::string& key, std::uint32_t least,
                                     std::uint32_t most) const {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() < least || value.get<std::uint64_t>() > most) {
    mistake(at(key), "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return value.get<std::uint32_t>();
}

std::size_t word_of(const json& value, const std::string& where, std::initializer_list<const char*> words) {
  const std::vector<std::string> names(words.begin(), words.end());
  std::string expected = "must be ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) expected += i + 1 == names.size() ? " or " : ", ";
    expected += names[i];
  }
  if (!value.is_string()) mistake(where, expected);
  const std::string typed = value.get<std::string>();
  const auto found = std::ranges::find(names, typed);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::string meant(nearest(typed, names));
  mistake(where, meant.empty() ? expected : expected + "; did you mean " + quoted(meant) + "?");
}

std::vector<std::string> text_list(const json& value, const std::string& where, std::size_t least, std::size_t most) {
  const auto fits = [&] {
    return value.is_array() && value.size() >= least && value.size() <= most &&
           std::ranges::all_of(value, [](const json& one) { return one.is_string(); });
  };
  if (!fits()) mistake(where, "must be a list of " + std::to_string(least) + " to " + std::to_string(most) + " texts");
  return value.get<std::vector<std::string>>();
}

OperatorResult<void> read_json(std::string_view text, std::size_t most_bytes,
                               const std::function<void(const json&)>& read) {
  if (text.size() > most_bytes) return operator_fail(ErrorCode::config_bad, "the file is too large");
  try {
    read(json::parse(text, DoubleKeys{}));
    return {};
  } catch (const Mistake& found) {
    return operator_fail(ErrorCode::config_bad, found.subject);
  } catch (const json::parse_error& error) {
    return operator_fail(ErrorCode::config_bad, "not JSON at byte " + std::to_string(error.byte));
  } catch (const json::exception&) {
    return operator_fail(ErrorCode::config_bad, "not JSON of the kind expected");
  }
}

}  // namespace bredvid::app
