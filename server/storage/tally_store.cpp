#include "server/storage/tally_store.h"

#include <algorithm>

#include "server/base/log.h"
#include "server/domain/calendar.h"
#include "server/domain/tally.h"
#include "server/storage/account_store.h"
#include "server/storage/handlers.h"

namespace bredvid::storage {
namespace {

enum SpanState : int { kOpen = 0, kPublished = 1 };

/// Adds a Group's figure for every cell and margin. `table` has one row for each (tag, organisation kind, contact).
void count_different(Context& c, std::string_view by_cell, std::string_view by_contact,
                     std::string_view by_organisation, std::string_view in_total, SpanId span,
                     std::uint64_t domain::Group::* figure, domain::SpanCounts& counts) {
  {
    Query row = c.db.query(by_cell, span);
    while (row.next()) counts.cells[row.small(0) - 1][row.small(1) - 1].*figure = row.large(2);
  }
  {
    Query row = c.db.query(by_contact, span);
    while (row.next()) counts.by_contact[row.small(0) - 1].*figure = row.large(1);
  }
  {
    Query row = c.db.query(by_organisation, span);
    while (row.next()) counts.by_organisation[row.small(0) - 1].*figure = row.large(1);
  }
  Query row = c.db.query(in_total, span);
  if (row.next()) counts.total.*figure = row.large(0);
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
  // Before the commit: a committed span always had its key. An id whose insert is rolled back is used again, with a new
  // key.
  if (const auto made = c.keys->create(id); !made) return std::unexpected(made.error());
  return wire::Span{id, days.first_day, days.last_day};
}

void restart_span(Context& c, const wire::Span& span, Day today) {
  clear_counts(c, span.span_id);
  const Day first = std::max(span.first_day, std::min(today, span.last_day));
  c.db.run("UPDATE span SET first_day = ? WHERE span_id = ?", first, span.span_id);
  // After the commit: were the key there and the old counts too, they would go on under two keys. Killed in
  // between, the key is still missing and the next Maintain does this again.
  c.after_commit.push_back([keys = c.keys, id = span.span_id] {
    if (!keys->create(id))
      log::write(log::Level::error, "span_key_not_created", {{"span", static_cast<std::uint64_t>(id.value)}});
  });
}

void clear_counts(Context& c, SpanId span) {
  c.db.run("DELETE FROM tally_count WHERE span_id = ?", span);
  c.db.run("DELETE FROM tally_person WHERE span_id = ?", span);
  c.db.run("DELETE FROM tally_occasion WHERE span_id = ?", span);
  c.scrub = true;
}

domain::SpanCounts counts_of(Context& c, const wire::Span& span) {
  domain::SpanCounts counts{span.span_id, span.first_day, span.last_day, {}, {}, {}, {}};
  {
    Query row = c.db.query("SELECT org_kind, value, tallies FROM tally_count WHERE span_id = ? AND series = ?",
                           span.span_id, wire::Series::contact);
    while (row.next()) {
      const std::uint64_t contacts = row.large(2);
      counts.cells[row.small(0) - 1][row.small(1) - 1].contacts += contacts;
      counts.by_organisation[row.small(0) - 1].contacts += contacts;
      counts.by_contact[row.small(1) - 1].contacts += contacts;
      counts.total.contacts += contacts;
    }
  }
  count_different(
      c,
      "SELECT org_kind, value, count(DISTINCT tag) FROM tally_person WHERE span_id = ? AND series = 1 GROUP BY "
      "org_kind, value",
      "SELECT value, count(DISTINCT tag) FROM tally_person WHERE span_id = ? AND series = 1 GROUP BY value",
      "SELECT org_kind, count(DISTINCT tag) FROM tally_person WHERE span_id = ? AND series = 1 GROUP BY org_kind",
      "SELECT count(DISTINCT tag) FROM tally_person WHERE span_id = ? AND series = 1", span.span_id,
      &domain::Group::persons, counts);
  count_different(
      c,
      "SELECT org_kind, value, count(DISTINCT tag) FROM tally_occasion WHERE span_id = ? AND series = 1 GROUP BY "
      "org_kind, value",
      "SELECT value, count(DISTINCT tag) FROM tally_occasion WHERE span_id = ? AND series = 1 GROUP BY value",
      "SELECT org_kind, count(DISTINCT tag) FROM tally_occasion WHERE span_id = ? AND series = 1 GROUP BY org_kind",
      "SELECT count(DISTINCT tag) FROM tally_occasion WHERE span_id = ? AND series = 1", span.span_id,
      &domain::Group::occasions, counts);
  return counts;
}

std::uint64_t delete_old_tally_ids(Context& c, Day today) {
  return static_cast<std::uint64_t>(c.db.run("DELETE FROM tally_id WHERE expires_day < ?", today));
}

StoreResult handle(Context& c, const domain::ListSpans&) {
  return domain::SpansFound{open_spans(c)};
}

StoreResult handle(Context& c, const domain::AddTally& r) {
  if (c.db.query("SELECT 1 FROM tally_id WHERE tally_id = ?", r.tally_id).next()) return domain::Done{};
  if (!c.db.query("SELECT 1 FROM span WHERE span_id = ? AND state = ?", r.span_id, kOpen).next())
    return fail(ErrorCode::span_closed);
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
  for (const wire::TagSet& tags : r.tags) {
    // A missing key is mended by Maintain (restart_span); until then nothing is counted and the client tries again.
    const auto person = c.keys->hash(r.span_id, tags.tag);
    if (!person) return fail(ErrorCode::internal);
    c.db.run("INSERT OR IGNORE INTO tally_person (span_id, org_kind, series, value, tag) VALUES (?, ?, ?, ?, ?)",
             r.span_id, kind, series, value, *person);
    if (series != wire::Series::contact) continue;
    const auto occasion = c.keys->hash(r.span_id, tags.day_tag);
    if (!occasion) return fail(ErrorCode::internal);
    c.db.run("INSERT OR IGNORE INTO tally_occasion (span_id, org_kind, series, value, tag) VALUES (?, ?, ?, ?, ?)",
             r.span_id, kind, series, value, *occasion);
  }
  return domain::Done{};
}

}  // namespace bredvid::storage
