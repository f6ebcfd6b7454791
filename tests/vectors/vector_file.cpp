// The only place of the vector tests that touches files.
#include "tests/vectors/vector_file.h"

#include <dirent.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace bredvid::vectors {
namespace {

#ifndef BREDVID_DEFAULT_VECTORS
#define BREDVID_DEFAULT_VECTORS "../shared/vectors"
#endif

#ifdef __wasm__
constexpr const char* kPlatform = "wasm";
#else
constexpr const char* kPlatform = "native";
#endif

// What a missing value reads as.
const Json kNothing;

int digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

int failures_so_far() {
  const auto* result = testing::UnitTest::GetInstance()->current_test_info()->result();
  int failures = 0;
  for (int i = 0; i < result->total_part_count(); ++i) failures += result->GetTestPartResult(i).failed() ? 1 : 0;
  return failures;
}

std::string counted(const std::map<std::string, int>& reasons, const char* between) {
  std::string text;
  for (const auto& [reason, count] : reasons) {
    text += (text.empty() ? "" : "; ") + std::to_string(count) + between + reason;
  }
  return text;
}

// Checks that the fields stand there before the check runs; true when they do.
bool has_all(const Value& entry, const Form& form) {
  bool all = true;
  for (const char* field : form.fields) {
    if (entry.has(field)) continue;
    ADD_FAILURE() << entry.place() << ": the field \"" << field << "\" is missing";
    all = false;
  }
  return all;
}

}  // namespace

Folder vectors_folder() {
  const char* chosen = std::getenv("BREDVID_VECTORS");
  if (chosen != nullptr && *chosen != '\0') return {chosen, true};
  return {BREDVID_DEFAULT_VECTORS, false};
}

std::optional<std::vector<std::string>> files_in(const std::string& folder) {
  DIR* directory = opendir(folder.c_str());
  if (directory == nullptr) return std::nullopt;
  std::vector<std::string> names;
  while (const dirent* item = readdir(directory)) {
    std::string name = item->d_name;
    if (name.ends_with(".json")) names.push_back(std::move(name));
  }
  closedir(directory);
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> read_vector_file(const std::string& name) {
  std::FILE* file = std::fopen((vectors_folder().path + "/" + name).c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string text;
  char chunk[65536];
  for (std::size_t got = 0; (got = std::fread(chunk, 1, sizeof chunk, file)) > 0;) text.append(chunk, got);
  std::fclose(file);
  return text;
}

Value Value::operator[](const char* field) const {
  std::string place = place_ + "." + field;
  if (has(field)) return {json_->at(field), std::move(place)};
  ADD_FAILURE() << place << " is missing";
  return {kNothing, std::move(place)};
}

std::vector<Value> Value::items() const {
  std::vector<Value> list;
  if (!json_->is_array()) {
    ADD_FAILURE() << place_ << " is not a list";
    return list;
  }
  for (std::size_t i = 0; i < json_->size(); ++i) {
    list.emplace_back(json_->at(i), place_ + "[" + std::to_string(i) + "]");
  }
  return list;
}

std::string Value::text() const {
  if (json_->is_string()) return json_->get<std::string>();
  ADD_FAILURE() << place_ << " is not a text";
  return {};
}

std::uint64_t Value::number_up_to(std::uint64_t largest) const {
  if (!json_->is_number_unsigned() || json_->get<std::uint64_t>() > largest) {
    ADD_FAILURE() << place_ << " is not a number from 0 to " << largest;
    return 0;
  }
  return json_->get<std::uint64_t>();
}

Bytes unhex(const Value& text) {
  Bytes bytes;
  if (text.is_null()) return bytes;
  const std::string letters = text.text();
  for (std::size_t i = 0; i + 1 < letters.size() + letters.size() % 2; i += 2) {
    const int high = digit(letters[i]);
    const int low = i + 1 < letters.size() ? digit(letters[i + 1]) : -1;
    if (high < 0 || low < 0) {
      ADD_FAILURE() << text.place() << " is not hexadecimal";
      return {};
    }
    bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
  }
  return bytes;
}

Bytes signature_seed(const Value& text) {
  Bytes bytes = unhex(text);
  if (bytes.size() > 32) bytes.erase(bytes.begin(), bytes.end() - 32);
  return bytes;
}

void run_file(const std::string& file, const Form& form) {
  const auto text = read_vector_file(file);
  if (!text) {
    std::printf("[ VECTORS  ] %s %s: not there, skipped\n", kPlatform, file.c_str());
    GTEST_SKIP() << "VECTORS MISSING: " << file << " is not in " << vectors_folder().path;
  }
  const Json content = Json::parse(*text, nullptr, false);
  if (!content.is_array() || content.empty()) {
    std::printf("[ VECTORS  ] %s %s: damaged, failed\n", kPlatform, file.c_str());
    FAIL() << file << (content.is_discarded() ? " is not JSON" : " is not a list with entries");
  }
  Report report;
  int passed = 0;
  int failed = 0;
  std::map<std::string, int> skipped;
  for (std::size_t i = 0; i < content.size(); ++i) {
    const Value entry(content[i], file + " entry " + std::to_string(i));
    SCOPED_TRACE(entry.place());
    const int before = failures_so_far();
    report.skip_reason_.clear();
    if (has_all(entry, form)) form.check(entry, report);
    if (failures_so_far() > before) {
      ++failed;
    } else if (!report.skip_reason_.empty()) {
      ++skipped[report.skip_reason_];
    } else {
      ++passed;
    }
  }
  std::printf("[ VECTORS  ] %s %s: %d entries: %d passed, %d failed, %d skipped", kPlatform, file.c_str(),
              static_cast<int>(content.size()), passed, failed, static_cast<int>(content.size()) - passed - failed);
  if (!skipped.empty()) std::printf(" (%s)", counted(skipped, ": ").c_str());
  if (!report.notes_.empty()) std::printf("; %s", counted(report.notes_, " ").c_str());
  std::printf("\n");
}

std::map<std::string, Form>& known_forms() {
  static std::map<std::string, Form> forms;
  return forms;
}

bool add_form(Form form) {
  std::string file = form.file;
  return known_forms().emplace(std::move(file), std::move(form)).second;
}

bool takes_suite_3(const Value& entry, Report& report) {
  if (is_suite(entry, kSuite3)) return true;
  report.skip(is_suite(entry, kSuite1) ? "suite 1 needs AES-128-GCM, which this product does not have"
                                       : "a suite that this product does not have");
  return false;
}

bool takes_suites_1_and_3(const Value& entry, Report& report) {
  return is_suite(entry, kSuite1) || takes_suite_3(entry, report);
}

}  // namespace bredvid::vectors
