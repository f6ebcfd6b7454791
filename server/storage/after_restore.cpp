// A database put back from a backup, before anybody uses it: no number is given out twice (domain/restore_rule.h).
#include "crypto/primitives/system_random.h"
#include "server/domain/restore_rule.h"
#include "server/storage/backup.h"
#include "server/storage/database.h"
#include "server/storage/migrator.h"
#include "server/storage/span_keys.h"

namespace bredvid::storage {
namespace {

std::uint64_t raise_heads(Database& database, Instant now) {
  struct Circle {
    CircleId id;
    Sequence head;
  };
  std::vector<Circle> circles;
  {
    // The row's head may be behind the log's (migration 0004).
    Query row = database.query(
        "SELECT circle_id, max(head, ifnull(last, 0)) FROM circle"
        " LEFT JOIN (SELECT circle, max(sequence) AS last FROM envelope GROUP BY circle) ON circle = number");
    while (row.next()) circles.push_back({row.id<CircleId>(0), {row.large(1)}});
  }
  for (const Circle& circle : circles) {
    database.run("UPDATE circle SET head = ? WHERE circle_id = ?", domain::head_after_restore(circle.head, now),
                 circle.id);
  }
  return circles.size();
}

/// AUTOINCREMENT goes on after the number that sqlite_sequence holds.
void raise_number(Database& database, std::string_view table, Instant now) {
  std::uint32_t last = 0;
  {
    Query row = database.query("SELECT seq FROM sqlite_sequence WHERE name = ?", table);
    if (row.next()) last = row.small(0);
  }
  const std::uint32_t raised = domain::last_number_after_restore(last, now);
  if (database.run("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", raised, table) == 0)
    database.run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, raised);
}

/// Drops the open spans and their counts, and opens a new one. Its key is made by the next Maintain, which begins a
/// span without a key anew: the same days, no counts yet.
std::optional<wire::Span> begin_counting_anew(Database& database, const RestoreRules& rules) {
  crypto::SystemRandom random;
  const SpanKeys keys(rules.span_keys, random);
  std::vector<SpanId> open;
  SpanId last{};
  {
    Query row = database.query("SELECT span_id FROM span WHERE state = 0");
    while (row.next()) open.push_back({row.small(0)});
  }
  {
    Query row = database.query("SELECT ifnull(max(span_id), 0) FROM span");
    if (row.next()) last = {row.small(0)};
  }
  if (open.size() == 1 && keys.exists(open.front())) return std::nullopt;
  for (const SpanId id : open) {
    database.run("DELETE FROM tally_count WHERE span_id = ?", id);
    database.run("DELETE FROM tally_person WHERE span_id = ?", id);
    database.run("DELETE FROM tally_occasion WHERE span_id = ?", id);
    database.run("DELETE FROM span WHERE span_id = ?", id);
  }
  // A sum might have been told since the backup: what waits in it could be told in another way now, and both
  // subtracted.
  database.execute(
      "DELETE FROM year_person; DELETE FROM span_figure; DELETE FROM span_told; UPDATE span SET waits = 0");
  const wire::Span fresh = domain::span_after_restore(last, rules.now, rules.span_days);
  database.run("INSERT INTO span (span_id, first_day, last_day, state) VALUES (?, ?, ?, 0)", fresh.span_id,
               fresh.first_day, fresh.last_day);
  return fresh;
}

}  // namespace

Outcome<AfterRestore> ready_after_restore(const std::filesystem::path& path, const Secret32& key,
                                          const RestoreRules& rules) {
  if (const auto fits = try_key(path, key); !fits) return std::unexpected(fits.error());
  auto database = Database::open(path, key, DatabaseRole::writer, 0);
  if (!database) return std::unexpected(database.error());
  if (const auto migrated = migrate(*database, embedded_migrations()); !migrated)
    return std::unexpected(migrated.error());
  try {
    AfterRestore done;
    database->execute("BEGIN IMMEDIATE");
    done.circles = raise_heads(*database, rules.now);
    raise_number(*database, "release", rules.now);
    raise_number(*database, "span", rules.now);
    done.new_span = begin_counting_anew(*database, rules);
    database->execute("COMMIT");
    // One file, so that it can take the present one's place in one step.
    Query mode = database->query("PRAGMA journal_mode = DELETE");
    if (!mode.next() || mode.text(0) != "delete") return fail(ErrorCode::io_failed);
    return done;
  } catch (const SqlError& error) {
    return fail(open_failure(error));
  }
}

}  // namespace bredvid::storage
