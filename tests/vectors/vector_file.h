// Reads the official test vectors. They stand outside the repository: in the folder BREDVID_VECTORS names, else in
// ../shared/vectors beside the sources. Absent vectors skip their test loudly; a damaged file fails it.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "crypto/base/bytes.h"
#include "crypto/base/error.h"
#include "crypto/base/secret_bytes.h"

namespace bredvid::vectors {

using Json = nlohmann::json;

// The only place that touches a file. Null when it can't be opened.
[[nodiscard]] std::optional<std::string> read_vector_file(const std::string& name);

// Two hexadecimal digits a byte; JSON null is empty.
[[nodiscard]] Bytes unhex(const Json& text);
[[nodiscard]] inline SecretBytes unhex_secret(const Json& text) {
  return SecretBytes(unhex(text));
}
// As JSON, so that every compiler compares it with a field of a vector.
[[nodiscard]] Json hex(ByteView bytes);
// An Ed25519 seed as it is or inside PKCS #8, where it is the last 32 bytes.
[[nodiscard]] Bytes signature_seed(const Json& text);

// Counts entries and prints the sum.
class Tally {
 public:
  explicit Tally(std::string name) : name_(std::move(name)) {}
  ~Tally() {
    std::printf("[ VECTORS  ] %s: %d of %d entries passed, %d of another suite left out\n", name_.c_str(), passed_,
                passed_ + failed_, left_out_);
  }
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;
  void passed() { ++passed_; }
  void failed() { ++failed_; }
  void left_out() { ++left_out_; }
  // Counts an entry as passed when no assertion of this test has failed since the last call.
  void entry() {
    const bool bad = testing::Test::HasFailure();
    (bad && !seen_failure_ ? failed_ : passed_) += 1;
    seen_failure_ = bad;
  }

 private:
  std::string name_;
  int passed_ = 0;
  int failed_ = 0;
  int left_out_ = 0;
  bool seen_failure_ = false;
};

inline constexpr int kSuite1 = 1;
inline constexpr int kSuite3 = 3;

}  // namespace bredvid::vectors

// Defines `name` as the file's parsed content or skips the test.
#define BREDVID_VECTORS(name, file)                                                    \
  const auto name##_text = bredvid::vectors::read_vector_file(file);                   \
  if (!name##_text)                                                                    \
    GTEST_SKIP() << "VECTORS MISSING: " << (file)                                      \
                 << " was not found; set BREDVID_VECTORS to the folder that holds it"; \
  const auto name = nlohmann::json::parse(*name##_text, nullptr, false);               \
  ASSERT_TRUE(name.is_array()) << (file) << " is not JSON"

// A Result that must hold a value.
#define BREDVID_OK(result) ASSERT_TRUE((result).has_value()) << bredvid::error_name((result).error())
