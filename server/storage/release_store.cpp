// Publishing: the counts of a span that is due become an immutable release, and everything behind it goes.
#include <map>

#include "server/domain/calendar.h"
#include "server/domain/release_text.h"
#include "server/domain/tally.h"
#include "server/storage/handlers.h"
#include "server/storage/tally_store.h"
#include "server/storage/waiting_store.h"
#include "server/wire/limits.h"

namespace bredvid::storage {
namespace {

/// A sum has no span of its own.
ReleaseId insert_release(Context& c, const domain::Figures& figures, std::optional<SpanId> span) {
  const domain::ReleaseText text = domain::write_release(figures, c.settings.release_rule);
  constexpr std::string_view kInsert =
      "INSERT INTO release (scope, span_id, first_day, last_day, json, csv) VALUES (?, nullif(?, 0), ?, ?, ?, ?)";
  c.db.run(kInsert, figures.scope, span.value_or(SpanId{}), figures.spans.front().first, figures.spans.back().last,
           std::vector<std::uint8_t>(text.json.begin(), text.json.end()),
           std::vector<std::uint8_t>(text.csv.begin(), text.csv.end()));
  return {static_cast<std::uint32_t>(c.db.last_row_id())};
}

/// Adds `parts` up and tells what may be told; they wait for `waits` then.
void tell_sum(Context& c, wire::Scope scope, const std::vector<wire::Span>& parts, Waits waits,
              domain::Published& done) {
  const domain::Figures figures = add_up(c, scope, parts);
  if (domain::tells_anything(figures.told)) done.releases.push_back(insert_release(c, figures, std::nullopt));
  told_sum(c, parts, figures.told, waits);
}

/// The half-years and years that are over now that `open` takes what is counted: no later span can belong to them.
void tell_sums_before(Context& c, const wire::Span& open, domain::Published& done) {
  std::map<std::int32_t, std::vector<wire::Span>> halves;
  std::map<std::int32_t, std::vector<wire::Span>> years;
  for (const WaitingSpan& one : waiting_spans(c)) {
    if (one.waits == Waits::half_year && domain::half_of(one.span) < domain::half_of(open))
      halves[domain::half_of(one.span)].push_back(one.span);
    if (domain::year_of(one.span) < domain::year_of(open)) years[domain::year_of(one.span)].push_back(one.span);
  }
  for (const auto& [half, parts] : halves) tell_sum(c, wire::Scope::half_year, parts, Waits::year, done);
  for (const auto& [year, parts] : years) {
    tell_sum(c, wire::Scope::year, parts, Waits::year, done);
    forget_year(c, year);
    c.after_commit.push_back([keys = c.keys, old = KeyName::of_year(year)] { keys->destroy(old); });
  }
}

/// The release's row, the span closed, its counts gone, the next span opened, and the sums that are due with it: in
/// this job's savepoint. The keys go after the commit.
Outcome<void> publish(Context& c, const wire::Span& span, const domain::Figures& figures, Day today,
                      domain::Published& done) {
  done.releases.push_back(insert_release(c, figures, span.span_id));
  c.db.run("UPDATE span SET state = 1, last_day = ? WHERE span_id = ?", span.last_day, span.span_id);
  keep_waiting(c, span.span_id, figures.tables, figures.told);
  clear_counts(c);
  const auto next = open_span(c, domain::span_after(span, {}, today, c.settings.span_days));
  if (!next) return std::unexpected(next.error());
  tell_sums_before(c, *next, done);
  forget_order(c);
  c.after_commit.push_back([keys = c.keys, old = span.span_id] { keys->destroy(old); });
  return {};
}

/// The open span cut to end on `until`; nothing: the day lies outside of it or ahead.
std::optional<wire::Span> cut(const wire::Span& span, Day until, Day today) {
  if (until < span.first_day || until > span.last_day || until > today) return std::nullopt;
  return wire::Span{span.span_id, span.first_day, until};
}

/// Publishes the span, or lets it be because its contacts rest on too few parents; true: published.
Outcome<bool> settle(Context& c, const wire::Span& span, Day today, domain::Published& done) {
  domain::Figures figures{wire::Scope::span, {{span.first_day, span.last_day}}, counts_of(c, span.span_id), {}};
  for (std::size_t i = 0; i < wire::kSeriesCount; ++i)
    figures.told[i] = domain::choose_level(figures.tables[i], wire::kSeries[i].values.size(), c.settings.release_rule);
  if (figures.told.front() == domain::Level::nothing) {
    ++done.run_on;
    return false;
  }
  if (const auto published = publish(c, span, figures, today, done); !published)
    return std::unexpected(published.error());
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
  Query row = c.db.query("SELECT release_id, scope, first_day, last_day FROM release ORDER BY release_id DESC LIMIT ?",
                         static_cast<std::uint64_t>(wire::kMaxReleasesListed));
  while (row.next())
    found.releases.push_back({{row.small(0)}, static_cast<wire::Scope>(row.small(1)), {row.small(2)}, {row.small(3)}});
  return found;
}

StoreResult handle(Context& c, const domain::GetRelease& r) {
  Query row = c.db.query("SELECT json, csv FROM release WHERE release_id = ?", r.release_id);
  if (!row.next()) return fail(ErrorCode::release_unknown);
  return wire::Release{{}, row.blob(0), row.blob(1)};
}

}  // namespace bredvid::storage
