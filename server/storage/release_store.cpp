// Publishing: the counts of a span that is due become an immutable release, and everything behind it goes.
#include "server/domain/calendar.h"
#include "server/domain/release_rule.h"
#include "server/domain/tally.h"
#include "server/storage/handlers.h"
#include "server/storage/tally_store.h"
#include "server/wire/limits.h"

namespace bredvid::storage {
namespace {

/// The release's row, the span closed, its counts gone and the next span opened: in this job's savepoint. The key goes
/// after the commit.
Outcome<ReleaseId> publish(Context& c, const wire::Span& span, const domain::ReleaseText& text, Day today) {
  c.db.run("INSERT INTO release (span_id, first_day, last_day, json, csv) VALUES (?, ?, ?, ?, ?)", span.span_id,
           span.first_day, span.last_day, std::vector<std::uint8_t>(text.json.begin(), text.json.end()),
           std::vector<std::uint8_t>(text.csv.begin(), text.csv.end()));
  const ReleaseId id{static_cast<std::uint32_t>(c.db.last_row_id())};
  c.db.run("UPDATE span SET state = 1 WHERE span_id = ?", span.span_id);
  clear_counts(c, span.span_id);
  if (const auto next = open_span(c, domain::span_after(span, {}, today, c.settings.span_days)); !next)
    return std::unexpected(next.error());
  c.after_commit.push_back([keys = c.keys, old = span.span_id] { keys->destroy(old); });
  return id;
}

/// The open span cut to end on `until`; nothing: the day lies outside of it or ahead.
std::optional<wire::Span> cut(const wire::Span& span, Day until, Day today) {
  if (until < span.first_day || until > span.last_day || until > today) return std::nullopt;
  return wire::Span{span.span_id, span.first_day, until};
}

/// Publishes the span, or lets it be; true: published.
Outcome<bool> settle(Context& c, const wire::Span& span, Day today, domain::Published& done) {
  const auto text = domain::make_release(counts_of(c, span), c.settings.release_rule);
  if (!text) {
    ++done.run_on;
    return false;
  }
  const auto id = publish(c, span, *text, today);
  if (!id) return std::unexpected(id.error());
  done.releases.push_back(*id);
  return true;
}

}  // namespace

StoreResult handle(Context& c, const domain::PublishDue& r) {
  const Day today = domain::stockholm_day(r.now);
  if (!r.until && calendar_holds(c, today)) return fail(ErrorCode::nothing_due);
  domain::Published done;
  for (const wire::Span& span : open_spans(c)) {
    if (r.until) {
      const auto early = cut(span, *r.until, today);
      if (!early) return fail(ErrorCode::config_bad);
      // Too few parents yet: the span stays as it was.
      const auto published = settle(c, *early, today, done);
      if (!published) return std::unexpected(published.error());
      if (*published) c.db.run("UPDATE span SET last_day = ? WHERE span_id = ?", early->last_day, early->span_id);
      continue;
    }
    if (!domain::is_due(span, r.now)) continue;
    const auto published = settle(c, span, today, done);
    if (!published) return std::unexpected(published.error());
    if (!*published)
      c.db.run("UPDATE span SET last_day = ? WHERE span_id = ?",
               domain::run_on(span, today, c.settings.span_days).last_day, span.span_id);
  }
  if (done.releases.empty() && done.run_on == 0) return fail(ErrorCode::nothing_due);
  done.spans = open_spans(c);
  return done;
}

StoreResult handle(Context& c, const domain::ListReleases&) {
  wire::Releases found;
  Query row = c.db.query("SELECT release_id, first_day, last_day FROM release ORDER BY release_id DESC LIMIT ?",
                         static_cast<std::uint64_t>(wire::kMaxReleasesListed));
  while (row.next()) found.releases.push_back({{row.small(0)}, {row.small(1)}, {row.small(2)}});
  return found;
}

StoreResult handle(Context& c, const domain::GetRelease& r) {
  Query row = c.db.query("SELECT json, csv FROM release WHERE release_id = ?", r.release_id);
  if (!row.next()) return fail(ErrorCode::release_unknown);
  return wire::Release{{}, row.blob(0), row.blob(1)};
}

}  // namespace bredvid::storage
