// Reads the official test vectors and runs a check on every entry of a file.
//
// They stand outside the repository: in the folder BREDVID_VECTORS names, else in ../shared/vectors beside the sources.
// A file that is absent skips its test loudly; one that is damaged, or an entry that lacks a field, fails it by name.
// Each file gives one line: how many entries passed, failed, were skipped, and why.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "crypto/base/bytes.h"
#include "crypto/base/error.h"
#include "crypto/base/secret_bytes.h"
#include "tests/support/hex.h"

namespace bredvid::vectors {

using Json = nlohmann::json;

// Where the files are, and whether somebody chose it.
struct Folder {
  std::string path;
  bool chosen = false;
};
[[nodiscard]] Folder vectors_folder();
// Names of the .json files, sorted. Null when the folder can't be opened.
[[nodiscard]] std::optional<std::vector<std::string>> files_in(const std::string& folder);
// Null when it can't be opened.
[[nodiscard]] std::optional<std::string> read_vector_file(const std::string& name);

// A value in a vector file that knows where it stands. What is missing or of another type fails the test, with its
// place, and reads as empty: there are no exceptions here, and a damaged file may not end the program.
class Value {
 public:
  Value(const Json& json, std::string place) : json_(&json), place_(std::move(place)) {}

  [[nodiscard]] Value operator[](const char* field) const;
  [[nodiscard]] std::vector<Value> items() const;  // of a list
  [[nodiscard]] bool has(const char* field) const { return json_->is_object() && json_->contains(field); }
  [[nodiscard]] bool is_null() const { return json_->is_null(); }
  [[nodiscard]] std::string text() const;
  template <typename Number>
  [[nodiscard]] Number number() const {
    return static_cast<Number>(number_up_to(std::numeric_limits<Number>::max()));
  }
  [[nodiscard]] const Json& json() const { return *json_; }
  [[nodiscard]] const std::string& place() const { return place_; }

  friend bool operator==(const Value& value, const std::string& text) { return value.json() == Json(text); }
  friend void PrintTo(const Value& value, std::ostream* out) { *out << value.place_ << " = " << value.json().dump(); }

 private:
  [[nodiscard]] std::uint64_t number_up_to(std::uint64_t largest) const;
  const Json* json_;
  std::string place_;
};

// Two hexadecimal digits a byte; JSON null is empty.
[[nodiscard]] Bytes unhex(const Value& text);
[[nodiscard]] inline SecretBytes unhex_secret(const Value& text) {
  return SecretBytes(unhex(text));
}
using support::hex;
// An Ed25519 seed as it is or inside PKCS #8, where it is the last 32 bytes.
[[nodiscard]] Bytes signature_seed(const Value& text);

// What a check says of its entry beside its assertions.
class Report {
 public:
  // The entry is not held against us. Give the same words for the same reason: they are counted.
  void skip(const std::string& reason) { skip_reason_ = reason; }
  // Something that is said behind the counts, with how many entries it is true of.
  void note(const std::string& text) { ++notes_[text]; }

 private:
  friend void run_file(const std::string& file, const struct Form& form);
  std::string skip_reason_;
  std::map<std::string, int> notes_;
};

// A form of vector file: the fields every entry has, and the check of one entry.
struct Form {
  const char* file;  // the name that it has in the official collection
  std::vector<const char*> fields;
  void (*check)(const Value& entry, Report& report);
};
// Runs every entry and prints the file's line.
void run_file(const std::string& file, const Form& form);
// All forms that a test has been defined for, by file name.
[[nodiscard]] std::map<std::string, Form>& known_forms();
bool add_form(Form form);

inline constexpr int kSuite1 = 1;
inline constexpr int kSuite3 = 3;
[[nodiscard]] inline bool is_suite(const Value& entry, int suite) {
  return entry["cipher_suite"].number<std::uint16_t>() == suite;
}
// True for suite 3. Every other suite is skipped with its reason.
[[nodiscard]] bool takes_suite_3(const Value& entry, Report& report);
// True for suites 1 and 3: they have the same hash, signature and KEM, so whatever uses no AEAD is the same.
[[nodiscard]] bool takes_suites_1_and_3(const Value& entry, Report& report);

}  // namespace bredvid::vectors

// The test of one file: BREDVID_VECTOR_FILE(TreeMath, "tree-math.json", check_tree_math, "n_leaves", "n_nodes");
#define BREDVID_VECTOR_FILE(test, file, check, ...)                                                           \
  [[maybe_unused]] const bool test##_is_known = bredvid::vectors::add_form({(file), {__VA_ARGS__}, (check)}); \
  TEST(Vectors, test) {                                                                                       \
    bredvid::vectors::run_file((file), bredvid::vectors::known_forms().at(file));                             \
  }                                                                                                           \
  static_assert(true)

// A Result that must hold a value.
#define BREDVID_OK(result) ASSERT_TRUE((result).has_value()) << bredvid::error_name((result).error())
