#include "server/storage/backup.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "server/storage/database.h"
#include "server/storage/log_check.h"
#include "server/storage/page_check.h"

namespace bredvid::storage {
namespace {

/// Pages a step: between two steps nothing happens but that a failure is seen.
constexpr int kPagesAStep = 1024;
/// KiB that each of the two connections may keep of pages.
constexpr const char* kSmallCache = "PRAGMA cache_size = -2048";

struct FinishBackup {
  void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

Outcome<void> has_content(const std::filesystem::path& database) {
  std::error_code error;
  const auto size = std::filesystem::file_size(database, error);
  if (error == std::errc::no_such_file_or_directory || (!error && size == 0)) return fail(ErrorCode::data_missing);
  if (error) return fail(ErrorCode::io_failed);
  return {};
}

/// Once a key has opened the file, a page that does not fit is damage. SQLCipher says ERROR of some, CORRUPT of others.
Failure damage(const SqlError& error) {
  const ErrorCode code = open_failure(error);
  const bool page = code == ErrorCode::key_wrong || error.primary() == SQLITE_ERROR;
  return {page ? ErrorCode::database_damaged : code, 0};
}

Outcome<void> copy_pages(Database& source, Database& target) {
  const std::unique_ptr<sqlite3_backup, FinishBackup> backup(
      sqlite3_backup_init(target.handle(), "main", source.handle(), "main"));
  if (!backup) return fail(ErrorCode::io_failed);
  int code = SQLITE_OK;
  while (code == SQLITE_OK) code = sqlite3_backup_step(backup.get(), kPagesAStep);
  if (code == SQLITE_DONE) return {};
  return std::unexpected(damage(SqlError(code)));
}

/// The copied header still says that there is a write-ahead log; a copy is one file.
Outcome<void> without_log(Database& database) {
  // Read once, so that SQLite knows what the header says; without that the next line would change nothing on disk.
  database.run("SELECT count(*) FROM sqlite_master");
  Query mode = database.query("PRAGMA journal_mode = DELETE");
  if (mode.next() && mode.text(0) == "delete") return {};
  return fail(ErrorCode::io_failed);
}

Outcome<void> sync_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(ErrorCode::io_failed);
  const int done = ::fsync(file);
  const int reason = errno;
  ::close(file);
  if (done == 0) return {};
  return fail(reason == ENOSPC || reason == EDQUOT ? ErrorCode::disk_full : ErrorCode::io_failed);
}

Outcome<void> sqlite_checks(Database& database) {
  try {
    {
      Query row = database.query("PRAGMA integrity_check(1)");
      if (!row.next() || row.text(0) != "ok") return fail(ErrorCode::database_damaged);
    }
    Query row = database.query("PRAGMA foreign_key_check");
    if (row.next()) return fail(ErrorCode::database_damaged);
    return {};
  } catch (const SqlError& error) {
    return std::unexpected(damage(error));
  }
}

}  // namespace

Outcome<void> try_key(const std::filesystem::path& database, const Secret32& key) {
  if (const auto there = has_content(database); !there) return there;
  const auto opened = Database::open(database, key, DatabaseRole::reader, 0);
  if (!opened) return std::unexpected(opened.error());
  return {};
}

Outcome<void> copy_database(const std::filesystem::path& from, const Secret32& key, const std::filesystem::path& to,
                            const Secret32& copy_key) {
  if (const auto there = has_content(from); !there) return there;
  auto source = Database::open(from, key, DatabaseRole::reader, 0);
  if (!source) return std::unexpected(source.error());
  {
    auto target = Database::open(to, copy_key, DatabaseRole::copy, 0);
    if (!target) return std::unexpected(target.error());
    try {
      source->execute(kSmallCache);
      target->execute(kSmallCache);
      // A transaction of our own around all steps: else every foreign commit would begin the copy anew.
      source->execute("BEGIN");
      source->run("SELECT count(*) FROM sqlite_master");
      if (const auto copied = copy_pages(*source, *target); !copied) return copied;
      source->execute("COMMIT");
      if (const auto single = without_log(*target); !single) return single;
    } catch (const SqlError& error) {
      return std::unexpected(damage(error));
    }
  }
  return sync_file(to);
}

Outcome<void> empty_log(const std::filesystem::path& path, const Secret32& key) {
  if (const auto fits = try_key(path, key); !fits) return fits;
  auto database = Database::open(path, key, DatabaseRole::writer, 0);
  if (!database) return std::unexpected(database.error());
  try {
    return without_log(*database);
  } catch (const SqlError& error) {
    return std::unexpected(damage(error));
  }
}

Outcome<void> check_database(const std::filesystem::path& database, const Secret32& key, Serving serving) {
  // The pages first: reading them closes the file, and that must not happen while our own connection has it.
  const FileUse use = serving == Serving::yes ? FileUse::live : FileUse::quiet;
  if (serving == Serving::no) {
    if (const auto log = check_log(database); !log) return std::unexpected(log.error());
  }
  if (const auto there = has_content(database); !there) return there;
  if (const auto fits = try_key(database, key); !fits) return fits;
  // What a killed server left in the log is copied into the file when the connection above ends.
  const auto pages = check_pages(database, key, use);
  if (!pages) return std::unexpected(pages.error());
  if (!pages->bad.empty()) return fail(ErrorCode::database_damaged, pages->bad.front());
  auto opened = Database::open(database, key, DatabaseRole::reader, 0);
  if (!opened) return std::unexpected(opened.error());
  return sqlite_checks(*opened);
}

Outcome<void> check_page(const std::filesystem::path& database, const Secret32& key, std::uint32_t page) {
  const auto found = check_one_page(database, key, page);
  if (!found) return std::unexpected(found.error());
  if (!*found) return fail(ErrorCode::database_damaged, page);
  return {};
}

std::string sqlcipher_version() {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open(":memory:", &raw);
  const std::unique_ptr<sqlite3, CloseDatabase> database(raw);
  std::string version;
  sqlite3_stmt* row = nullptr;
  if (code == SQLITE_OK && sqlite3_prepare_v2(raw, "PRAGMA cipher_version", -1, &row, nullptr) == SQLITE_OK) {
    const Statement statement(row);
    if (sqlite3_step(row) == SQLITE_ROW) version = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
  }
  return version + " (SQLite " + sqlite3_libversion() + ")";
}

}  // namespace bredvid::storage
