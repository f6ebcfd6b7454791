// The rule by which counts become a table that cannot point at a person (DESIGN 7).
//
// Input: a span's counters and, for every cell and margin, how many different parents and occasions stand behind
// it. Output: the finest table at which every group that is not empty rests on at least k parents, or nothing.
// Pure; the bytes are deterministic: two leads always get the same ones.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/base/ids.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

constexpr std::size_t kOrgKinds = 2;
constexpr std::size_t kContactKinds = 7;

struct ReleaseRule {
  /// every published group rests on at least this many parents
  std::uint32_t k = 5;
  /// counts are rounded to the nearest multiple; 1 = exact, by the operator's documented decision only
  std::uint32_t round_to = 5;
};

/// What stands behind one group of a table.
struct Group {
  std::uint64_t contacts = 0;
  /// parents, counted once each
  std::uint64_t persons = 0;
  /// one parent on one day, counted once each
  std::uint64_t occasions = 0;
  friend bool operator==(const Group&, const Group&) = default;
};

/// A whole span. Persons and occasions of margins are counted, not summed: one parent may stand behind two cells.
struct SpanCounts {
  SpanId span_id;
  Day first_day;
  Day last_day;
  std::array<std::array<Group, kContactKinds>, kOrgKinds> cells{};
  std::array<Group, kOrgKinds> by_organisation{};
  std::array<Group, kContactKinds> by_contact{};
  Group total{};
};

/// From the finest to the coarsest. Of the two margins the one by contact is tried first: it has more groups.
enum class Level : std::uint8_t { cells, by_contact, by_organisation, total };

struct ReleaseText {
  Level level{Level::total};
  std::string json;
  std::string csv;
};

/// The words of schema and UI for these.
[[nodiscard]] const char* organisation_name(std::size_t index);
[[nodiscard]] const char* contact_name(std::size_t index);

/// The groups of a level with their places in it; `total` has one group.
struct PlacedGroup {
  std::optional<std::size_t> organisation;
  std::optional<std::size_t> contact;
  Group group;
};
[[nodiscard]] std::vector<PlacedGroup> groups_of(const SpanCounts& counts, Level level);

/// True when every group of `level` with at least one contact rests on at least k parents, and there is one.
[[nodiscard]] bool passes(const SpanCounts& counts, Level level, const ReleaseRule& rule);

/// The finest level that passes, in the order of Level; nothing: the span runs on.
[[nodiscard]] std::optional<Level> choose_level(const SpanCounts& counts, const ReleaseRule& rule);

/// To the nearest multiple of `to`, halves up.
[[nodiscard]] std::uint64_t round_count(std::uint64_t count, std::uint32_t to);

/// The immutable release of a span, or nothing. JSON: UTF-8, keys in a fixed order, two spaces, LF at the end. CSV: RFC
/// 4180, UTF-8, CRLF. tests/golden/release.json and .csv show both.
[[nodiscard]] std::optional<ReleaseText> make_release(const SpanCounts& counts, const ReleaseRule& rule);

}  // namespace bredvid::domain
