// What is in a database, in numbers, and whether this build knows its schema. Changes nothing.
#include "server/storage/backup.h"
#include "server/storage/database.h"
#include "server/storage/migrator.h"

namespace bredvid::storage {
namespace {

std::uint64_t count(Database& database, std::string_view sql) {
  Query row = database.query(sql);
  return row.next() ? row.large(0) : 0;
}

Contents counted(Database& database) {
  Contents found;
  found.accounts = count(database, "SELECT count(*) FROM account");
  found.devices = count(database, "SELECT count(*) FROM device");
  found.circles = count(database, "SELECT count(*) FROM circle");
  found.waiting_envelopes = count(database, "SELECT count(*) FROM envelope");
  found.releases = count(database, "SELECT count(*) FROM release");
  {
    Query row = database.query("SELECT span_id, first_day, last_day FROM span WHERE state = 0 ORDER BY span_id");
    if (row.next()) found.open_span = wire::Span{{row.small(0)}, {row.small(1)}, {row.small(2)}};
  }
  {
    Query row = database.query("SELECT min(expires_day) FROM envelope");
    if (row.next() && !row.is_null(0)) found.oldest_expiry = Day{row.small(0)};
  }
  Query row = database.query(
      "SELECT max(ifnull((SELECT max(created_day) FROM account), 0), ifnull((SELECT max(created_day) FROM device), "
      "0))");
  if (row.next()) found.newest_day = Day{row.small(0)};
  return found;
}

}  // namespace

Outcome<Contents> look_into(const std::filesystem::path& path, const Secret32& key) {
  if (const auto fits = try_key(path, key); !fits) return std::unexpected(fits.error());
  auto database = Database::open(path, key, DatabaseRole::reader, 0);
  if (!database) return std::unexpected(database.error());
  try {
    database->execute("BEGIN");
    const auto applied = applied_migrations(*database, embedded_migrations());
    if (!applied) return std::unexpected(applied.error());
    Contents found = counted(*database);
    found.migrations = *applied;
    database->execute("COMMIT");
    return found;
  } catch (const SqlError& error) {
    const ErrorCode code = open_failure(error);
    // A file that has a page of another key, or no table of ours.
    return fail(code == ErrorCode::key_wrong || error.primary() == SQLITE_ERROR ? ErrorCode::database_damaged : code);
  }
}

namespace {

/// Asks a database that others may have open; `question` throws SqlError.
template <class Answer>
Outcome<Answer> ask_beside(const std::filesystem::path& path, const Secret32& key, auto question) {
  if (const auto fits = try_key(path, key); !fits) return std::unexpected(fits.error());
  auto database = Database::open(path, key, DatabaseRole::reader, 0);
  if (!database) return std::unexpected(database.error());
  try {
    const auto applied = applied_migrations(*database, embedded_migrations());
    if (!applied) return std::unexpected(applied.error());
    return question(*database);
  } catch (const SqlError& error) {
    return fail(open_failure(error));
  }
}

}  // namespace

Outcome<wire::Releases> stored_releases(const std::filesystem::path& path, const Secret32& key) {
  return ask_beside<wire::Releases>(path, key, [](Database& database) -> Outcome<wire::Releases> {
    wire::Releases found;
    Query row = database.query("SELECT release_id, scope, first_day, last_day FROM release ORDER BY release_id DESC");
    while (row.next())
      found.releases.push_back(
          {{row.small(0)}, static_cast<wire::Scope>(row.small(1)), {row.small(2)}, {row.small(3)}});
    return found;
  });
}

Outcome<wire::Release> stored_release(const std::filesystem::path& path, const Secret32& key, ReleaseId id) {
  return ask_beside<wire::Release>(path, key, [id](Database& database) -> Outcome<wire::Release> {
    Query row = database.query("SELECT json, csv FROM release WHERE release_id = ?", id);
    if (!row.next()) return fail(ErrorCode::release_unknown);
    return wire::Release{{}, row.blob(0), row.blob(1)};
  });
}

std::uint32_t known_migrations() {
  return static_cast<std::uint32_t>(embedded_migrations().size());
}

}  // namespace bredvid::storage
