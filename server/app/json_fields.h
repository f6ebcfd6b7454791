// Strict reading of what the operator writes by hand: config.json and programme files. Hands out the fields of an
// object one by one, names each mistake by the field's path and says what was expected; an unknown field is refused,
// with the name that may have been meant.
//
// A mistake leaves by an exception of our own, which never gets out of read_json.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/net/operator_error.h"

namespace bredvid::app {

/// Leaves the reader by way of read_json alone.
struct Mistake {
  std::string subject;
};

[[noreturn]] void mistake(const std::string& where, const std::string& what);

/// The one of `names` that `typed` may have been meant for; empty when none is near. Case does not count.
[[nodiscard]] std::string_view nearest(std::string_view typed, std::span<const std::string> names);

/// One object of the file: hands out its fields and finds what nobody asked for. Borrows `value`.
class Fields {
 public:
  Fields(const nlohmann::json& value, std::string path);

  const nlohmann::json* optional(const std::string& key);
  const nlohmann::json& required(const std::string& key);
  /// required; null is allowed and gives nullptr
  const nlohmann::json* nullable(const std::string& key);
  std::uint32_t number(const std::string& key, std::uint32_t least, std::uint32_t most, std::uint32_t otherwise);
  std::uint32_t required_number(const std::string& key, std::uint32_t least, std::uint32_t most);
  bool required_bool(const std::string& key);
  /// sizes in bytes
  std::string text(const std::string& key, std::size_t least, std::size_t most, const std::string& otherwise);
  std::string required_text(const std::string& key, std::size_t least, std::size_t most);
  /// one of `words`: its place among them
  std::size_t required_word(const std::string& key, std::initializer_list<const char*> words);
  /// Every field that was not asked for is a mistake. Call last.
  void refuse_others() const;

  [[nodiscard]] std::string at(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

 private:
  [[nodiscard]] std::string checked_text(const nlohmann::json& value, const std::string& key, std::size_t least,
                                         std::size_t most) const;
  [[nodiscard]] std::uint32_t checked_number(const nlohmann::json& value, const std::string& key, std::uint32_t least,
                                             std::uint32_t most) const;

  const nlohmann::json& value_;
  std::string path_;
  std::set<std::string> known_;
};

/// The place of `text` among `words`; a mistake at `where` names them all, and the nearest.
[[nodiscard]] std::size_t word_of(const nlohmann::json& value, const std::string& where,
                                  std::initializer_list<const char*> words);
/// A list of `least` to `most` texts.
[[nodiscard]] std::vector<std::string> text_list(const nlohmann::json& value, const std::string& where,
                                                 std::size_t least, std::size_t most);

/// Parses `text` (doubled keys are a mistake) and gives it to `read`; what either finds wrong is config_bad. The
/// subject is the field and what it should be.
[[nodiscard]] OperatorResult<void> read_json(std::string_view text, std::size_t most_bytes,
                                             const std::function<void(const nlohmann::json&)>& read);

}  // namespace bredvid::app
