// The bytes of a release: what was counted, by which rule, what was withheld and why, and what the words mean. Pure.
//
// JSON: UTF-8, keys in a fixed order, two spaces, LF at the end. CSV: as csv.h writes it. The same figures give the
// same bytes; tests/golden/release*.json and .csv show both. A release that is published keeps its bytes for ever:
// those from before csv.h are of our own words and numbers alone, and none of these begins as a formula does
// (release_text_test).
#pragma once

#include <string>
#include <vector>

#include "server/base/ids.h"
#include "server/domain/release_rule.h"
#include "server/domain/release_sum.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

struct Days {
  Day first;
  Day last;
  friend bool operator==(const Days&, const Days&) = default;
};

struct Figures {
  wire::Scope scope{wire::Scope::span};
  /// what it covers, in order, one at least; a span's release: that span alone
  std::vector<Days> spans;
  Tables tables{};
  /// what of each table is told
  Told told{};
};

struct ReleaseText {
  std::string json;
  std::string csv;
};

/// At least the contacts' total or one outcome is told.
[[nodiscard]] bool tells_anything(const Told& told);
[[nodiscard]] ReleaseText write_release(const Figures& figures, const ReleaseRule& rule);

/// The release's words for a value; they never change.
[[nodiscard]] const char* value_name(wire::Series series, std::size_t value);

struct Definition {
  const char* term;
  const char* en;
  const char* sv;
};
/// Everything that a release of this scope may use.
[[nodiscard]] std::vector<Definition> definitions(wire::Scope scope);

/// Why a series isn't shown at a level that is finer than the one told.
[[nodiscard]] std::string why_withheld(wire::Scope scope, Level told, const ReleaseRule& rule);
[[nodiscard]] std::string rule_sentence(wire::Scope scope, const ReleaseRule& rule);

}  // namespace bredvid::domain
