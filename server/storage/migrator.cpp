#include "server/storage/migrator.h"

#include "crypto/base/bytes.h"
#include "crypto/primitives/hash.h"

namespace bredvid::storage {
namespace {

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS migration ("
    " number INTEGER PRIMARY KEY NOT NULL CHECK (typeof(number) = 'integer'),"
    " name TEXT NOT NULL CHECK (typeof(name) = 'text'),"
    " checksum BLOB NOT NULL CHECK (typeof(checksum) = 'blob' AND length(checksum) = 32))";

Outcome<void> compare(Database& database, std::span<const Migration> known, std::size_t& applied) {
  Query rows = database.query("SELECT number, checksum FROM migration ORDER BY number");
  applied = 0;
  while (rows.next()) {
    if (rows.small(0) > known.size()) return fail(ErrorCode::database_newer);
    const Migration& expected = known[applied];
    if (rows.small(0) != expected.number || rows.blob(1) != crypto::sha256(bytes_of(expected.sql)))
      return fail(ErrorCode::database_old_gap);
    ++applied;
  }
  return {};
}

}  // namespace

Outcome<std::uint32_t> applied_migrations(Database& database, std::span<const Migration> known) {
  std::size_t applied = 0;
  if (const auto same = compare(database, known, applied); !same) return std::unexpected(same.error());
  return static_cast<std::uint32_t>(applied);
}

Outcome<void> migrate(Database& database, std::span<const Migration> migrations) {
  try {
    {
      Query version = database.query("PRAGMA user_version");
      if (version.next() && version.integer(0) > static_cast<std::int64_t>(migrations.size()))
        return fail(ErrorCode::database_newer);
    }
    database.execute("BEGIN IMMEDIATE");
    database.execute(kTable);
    std::size_t applied = 0;
    if (auto same = compare(database, migrations, applied); !same) {
      database.execute("ROLLBACK");
      return same;
    }
    for (const Migration& next : migrations.subspan(applied)) {
      database.execute(std::string(next.sql));
      database.run("INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)", next.number, next.name,
                   crypto::sha256(bytes_of(next.sql)));
    }
    database.execute("PRAGMA user_version = " + std::to_string(migrations.size()));
    database.execute("COMMIT");
    return {};
  } catch (const SqlError& error) {
    if (database.in_transaction()) sqlite3_exec(database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    return fail(open_failure(error));
  }
}

}  // namespace bredvid::storage
