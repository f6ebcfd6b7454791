#include "server/storage/waiting_store.h"

#include <map>

#include "server/domain/tally.h"

namespace bredvid::storage {
namespace {

domain::Told told_by(Context& c, SpanId span) {
  domain::Told told{};
  Query row = c.db.query("SELECT series, level FROM span_told WHERE span_id = ?", span);
  while (row.next()) told[row.small(0) - 1] = static_cast<domain::Level>(row.small(1));
  return told;
}

domain::Tables figures_of(Context& c, SpanId span) {
  domain::Tables tables{};
  Query row = c.db.query("SELECT series, org_kind, value, tallies, occasions FROM span_figure WHERE span_id = ?", span);
  while (row.next()) {
    domain::Group& group = tables[row.small(0) - 1].at[row.small(1)][row.small(2)];
    group.tallies = row.large(3);
    group.occasions = row.large(4);
  }
  return tables;
}

/// One pass in the order of the table's key, so that a person's rows come together.
void add_persons(Context& c, std::int32_t year, const std::map<SpanId, std::size_t>& parts, domain::Summing& summing) {
  Query row = c.db.query(
      "SELECT tag, span_id, org_kind, series, value FROM year_person WHERE year = ?"
      " ORDER BY tag, span_id, org_kind, series, value",
      year);
  Key32 last{};
  while (row.next()) {
    if (const Key32 tag = row.key(0); tag != last) {
      summing.person_ends();
      last = tag;
    }
    const auto part = parts.find(SpanId{row.small(1)});
    if (part == parts.end()) continue;
    summing.person_has(part->second, row.small(2),
                       {static_cast<wire::Series>(row.small(3)), static_cast<std::uint8_t>(row.small(4))});
  }
  summing.person_ends();
}

}  // namespace

void keep_waiting(Context& c, SpanId span, const domain::Tables& figures, const domain::Told& told) {
  c.db.run("UPDATE span SET waits = ? WHERE span_id = ?", Waits::half_year, span);
  for (std::uint32_t i = 0; i < wire::kSeriesCount; ++i) {
    c.db.run("INSERT INTO span_told (span_id, series, level) VALUES (?, ?, ?)", span, i + 1, told[i]);
    for (std::uint32_t kind = 0; kind <= domain::kOrgKinds; ++kind) {
      for (std::uint32_t value = 0; value <= domain::kMostValues; ++value) {
        const domain::Group& group = figures[i].at[kind][value];
        if (group.tallies == 0) continue;
        c.db.run(
            "INSERT INTO span_figure (span_id, series, org_kind, value, tallies, occasions) VALUES (?, ?, ?, ?, ?, ?)",
            span, i + 1, kind, value, group.tallies, group.occasions);
      }
    }
  }
}

std::vector<WaitingSpan> waiting_spans(Context& c) {
  std::vector<WaitingSpan> found;
  Query row =
      c.db.query("SELECT span_id, first_day, last_day, waits FROM span WHERE waits > 0 ORDER BY first_day, span_id");
  while (row.next())
    found.push_back({{{row.small(0)}, {row.small(1)}, {row.small(2)}}, static_cast<Waits>(row.small(3))});
  return found;
}

domain::Figures add_up(Context& c, wire::Scope scope, const std::vector<wire::Span>& parts) {
  domain::Summing summing;
  std::map<SpanId, std::size_t> numbers;
  domain::Figures figures{scope, {}, {}, {}};
  for (const wire::Span& part : parts) {
    numbers[part.span_id] = summing.add_part(told_by(c, part.span_id), figures_of(c, part.span_id));
    figures.spans.push_back({part.first_day, part.last_day});
  }
  add_persons(c, domain::year_of(parts.front()), numbers, summing);
  for (std::size_t i = 0; i < wire::kSeriesCount; ++i) {
    const domain::Sum& sum = summing.sums()[i];
    figures.tables[i] = sum.whole;
    figures.told[i] = domain::choose_level(sum, wire::kSeries[i].values.size(), c.settings.release_rule);
  }
  return figures;
}

void told_sum(Context& c, const std::vector<wire::Span>& parts, const domain::Told& told, Waits waits) {
  for (const wire::Span& part : parts) {
    const domain::Told before = told_by(c, part.span_id);
    for (std::uint32_t i = 0; i < wire::kSeriesCount; ++i)
      c.db.run("UPDATE span_told SET level = ? WHERE span_id = ? AND series = ?",
               domain::told_after(before[i], told[i]), part.span_id, i + 1);
    c.db.run("UPDATE span SET waits = ? WHERE span_id = ?", waits, part.span_id);
  }
}

void forget_year(Context& c, std::int32_t year) {
  // Without a condition SQLite takes the rows page by page.
  if (c.db.query("SELECT 1 FROM year_person WHERE year <> ? LIMIT 1", year).next())
    c.db.run("DELETE FROM year_person WHERE year = ?", year);
  else
    c.db.run("DELETE FROM year_person");
  for (const WaitingSpan& one : waiting_spans(c)) {
    if (domain::year_of(one.span) != year) continue;
    c.db.run("DELETE FROM span_figure WHERE span_id = ?", one.span.span_id);
    c.db.run("DELETE FROM span_told WHERE span_id = ?", one.span.span_id);
    c.db.run("UPDATE span SET waits = 0 WHERE span_id = ?", one.span.span_id);
  }
  c.scrub = true;
}

std::vector<KeyName> keys_in_use(Context& c, const wire::Span& open) {
  std::vector<KeyName> keys{open.span_id, KeyName::of_year(domain::year_of(open))};
  for (const WaitingSpan& one : waiting_spans(c)) keys.push_back(KeyName::of_year(domain::year_of(one.span)));
  return keys;
}

}  // namespace bredvid::storage
