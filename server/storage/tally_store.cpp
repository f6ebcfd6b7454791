#include "server/storage/tally_store.h"

#include <algorithm>

#include "server/base/log.h"
#include "server/domain/calendar.h"
#include "server/domain/release_sum.h"
#include "server/domain/tally.h"
#include "server/storage/account_store.h"
#include "server/storage/handlers.h"
#include "server/storage/waiting_store.h"

namespace bredvid::storage {
namespace {

enum SpanState : int { kOpen = 0, kPublished = 1 };

constexpr std::size_t index_of(std::uint32_t series) {
  return series - 1;
}

/// Counts different tags in every place of every table. The rows come in the order of their tags, as the table's key
/// has them: one pass, and one tag in memory.
void count_different(Context& c, std::string_view rows, SpanId span, std::uint64_t domain::Group::* figure,
                     domain::Tables& tables) {
  std::array<std::uint32_t, wire::kSeriesCount> places{};
  Key32 last{};
  const auto count = [&] {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] != 0) domain::count_persons(tables[i], places[i], figure);
    }
    places = {};
  };
  Query row = c.db.query(rows, span);
  while (row.next()) {
    if (const Key32 tag = row.key(0); tag != last) {
      count();
      last = tag;
    }
    places[index_of(row.small(2))] |= domain::places_with(row.small(1), static_cast<std::uint8_t>(row.small(3)));
  }
  count();
}

std::string schema_of(Context& c, const std::string& table) {
  Query row = c.db.query("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", table);
  return row.next() ? row.text(0) : std::string{};
}

/// Takes every row of a table page by page. A DELETE goes row by row here, because the table points at `span`: of a
/// release of a million tallies that was two thirds. Made again from the schema's own words. REQUIRES: no query is
/// under way.
void empty(Context& c, const std::string& table) {
  const std::string schema = schema_of(c, table);
  c.db.execute("DROP TABLE " + table + "; " + schema);
}

/// Writes the rows of a table anew, in the order of its key. REQUIRES: no query is under way.
void rewrite(Context& c, const std::string& table, const std::string& key) {
  const std::string schema = schema_of(c, table);
  c.db.execute("ALTER TABLE " + table + " RENAME TO unordered; " + schema + "; INSERT INTO " + table +
               " SELECT * FROM unordered ORDER BY " + key + "; DROP TABLE unordered");
}

std::optional<wire::Span> open_span_of(Context& c, SpanId id) {
  Query row = c.db.query("SELECT first_day, last_day FROM span WHERE span_id = ? AND state = ?", id, kOpen);
  if (!row.next()) return std::nullopt;
  return wire::Span{id, {row.small(0)}, {row.small(1)}};
}

}  // namespace

std::vector<wire::Span> open_spans(Context& c) {
  std::vector<wire::Span> spans;
  Query row = c.db.query("SELECT span_id, first_day, last_day FROM span WHERE state = ? ORDER BY span_id", kOpen);
  while (row.next()) spans.push_back({{row.small(0)}, {row.small(1)}, {row.small(2)}});
  return spans;
}

Outcome<wire::Span> open_span(Context& c, const wire::Span& days) {
  c.db.run("INSERT INTO span (first_day, last_day, state) VALUES (?, ?, ?)", days.first_day, days.last_day, kOpen);
  const SpanId id{static_cast<std::uint32_t>(c.db.last_row_id())};
  // Before the commit: a committed span always had its keys. An id whose insert is rolled back is used again, with a
  // new key.
  if (const auto made = c.keys->create(id); !made) return std::unexpected(made.error());
  const KeyName year = KeyName::of_year(domain::year_of(days));
  if (!c.keys->exists(year)) {
    if (const auto made = c.keys->create(year); !made) return std::unexpected(made.error());
  }
  return wire::Span{id, days.first_day, days.last_day};
}

bool keys_fit(Context& c, const wire::Span& span) {
  if (!c.keys->exists(span.span_id)) return false;
  const std::int32_t year = domain::year_of(span);
  return c.keys->exists(KeyName::of_year(year)) ||
         !c.db.query("SELECT 1 FROM year_person WHERE year = ? LIMIT 1", year).next();
}

void restart_span(Context& c, const wire::Span& span, Day today) {
  const std::int32_t old_year = domain::year_of(span);
  clear_counts(c);
  c.db.run("DELETE FROM year_person WHERE span_id = ?", span.span_id);
  if (!c.keys->exists(KeyName::of_year(old_year))) forget_year(c, old_year);
  wire::Span fresh = span;
  fresh.first_day = std::max(span.first_day, std::min(today, span.last_day));
  c.db.run("UPDATE span SET first_day = ? WHERE span_id = ?", fresh.first_day, span.span_id);
  // After the commit: were the key there and the old counts too, they would go on under two keys. Killed in
  // between, the key is still missing and the next Maintain does this again.
  c.after_commit.push_back([keys = c.keys, id = span.span_id, year = KeyName::of_year(domain::year_of(fresh))] {
    const bool made = keys->create(id).has_value() && (keys->exists(year) || keys->create(year).has_value());
    if (!made) log::write(log::Level::error, "span_key_not_created", {{"span", static_cast<std::uint64_t>(id.value)}});
  });
}

void clear_counts(Context& c) {
  // One span at a time takes tallies: none of these holds anything of another one. A page whose rows are deleted one by
  // one keeps where they stood, and so in which order they came.
  for (const char* table : {"tally_count", "tally_person", "tally_occasion"}) empty(c, table);
  c.scrub = true;
}

void forget_order(Context& c) {
  rewrite(c, "year_person", "year, tag, span_id, org_kind, series, value");
  rewrite(c, "tally_id", "tally_id");
}

domain::Tables counts_of(Context& c, SpanId span) {
  domain::Tables tables{};
  {
    Query row = c.db.query("SELECT org_kind, series, value, tallies FROM tally_count WHERE span_id = ?", span);
    while (row.next()) {
      domain::Table& table = tables[index_of(row.small(1))];
      for (const std::size_t kind : {std::size_t{0}, std::size_t{row.small(0)}}) {
        for (const std::size_t value : {std::size_t{0}, std::size_t{row.small(2)}})
          table.at[kind][value].tallies += row.large(3);
      }
    }
  }
  count_different(c,
                  "SELECT tag, org_kind, series, value FROM tally_person WHERE span_id = ?"
                  " ORDER BY tag, org_kind, series, value",
                  span, &domain::Group::persons, tables);
  count_different(c,
                  "SELECT tag, org_kind, series, value FROM tally_occasion WHERE span_id = ?"
                  " ORDER BY tag, org_kind, series, value",
                  span, &domain::Group::occasions, tables);
  return tables;
}

std::uint64_t delete_old_tally_ids(Context& c, Day today) {
  return static_cast<std::uint64_t>(c.db.run("DELETE FROM tally_id WHERE expires_day < ?", today));
}

StoreResult handle(Context& c, const domain::ListSpans&) {
  return domain::SpansFound{open_spans(c)};
}

StoreResult handle(Context& c, const domain::AddTally& r) {
  if (c.db.query("SELECT 1 FROM tally_id WHERE tally_id = ?", r.tally_id).next()) return domain::Done{};
  const auto span = open_span_of(c, r.span_id);
  if (!span) return fail(ErrorCode::span_closed);
  const auto account = account_of(c, r.device_id);
  if (!account) return fail(ErrorCode::not_allowed);
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::tallies, r.now); !day)
    return std::unexpected(day.error());
  const wire::OrgKind kind = account->organisation.kind;

  const Day expires{domain::stockholm_day(r.now).value + domain::kTallyIdKept_days};
  c.db.run("INSERT INTO tally_id (tally_id, expires_day) VALUES (?, ?)", r.tally_id, expires);
  const auto [series, value] = r.counted;
  c.db.run("INSERT OR IGNORE INTO tally_count (span_id, org_kind, series, value, tallies) VALUES (?, ?, ?, ?, 0)",
           r.span_id, kind, series, value);
  c.db.run(
      "UPDATE tally_count SET tallies = tallies + 1 WHERE span_id = ? AND org_kind = ? AND series = ? AND value = ?",
      r.span_id, kind, series, value);
  const std::int32_t year = domain::year_of(*span);
  for (const wire::TagSet& tags : r.tags) {
    // A missing key is mended by Maintain (restart_span); until then nothing is counted and the client tries again.
    const auto person = c.keys->hash(r.span_id, tags.tag);
    const auto of_year = c.keys->hash(KeyName::of_year(year), tags.year_tag);
    if (!person || !of_year) return fail(ErrorCode::internal);
    c.db.run("INSERT OR IGNORE INTO tally_person (span_id, org_kind, series, value, tag) VALUES (?, ?, ?, ?, ?)",
             r.span_id, kind, series, value, *person);
    c.db.run(
        "INSERT OR IGNORE INTO year_person (year, tag, span_id, org_kind, series, value) VALUES (?, ?, ?, ?, ?, ?)",
        year, *of_year, r.span_id, kind, series, value);
    if (series != wire::Series::contact) continue;
    const auto occasion = c.keys->hash(r.span_id, tags.day_tag);
    if (!occasion) return fail(ErrorCode::internal);
    c.db.run("INSERT OR IGNORE INTO tally_occasion (span_id, org_kind, series, value, tag) VALUES (?, ?, ?, ?, ?)",
             r.span_id, kind, series, value, *occasion);
  }
  return domain::Done{};
}

}  // namespace bredvid::storage
