#include "server/storage/database.h"

#include <sodium.h>

namespace bredvid::storage {
namespace {

// The older formats' settings by name, so that SQLCipher 3 and 4 read each other's files; 3 doesn't know the
// first pragma and passes over it.
constexpr const char* kCipherSettings = "PRAGMA cipher_compatibility = 3; PRAGMA cipher_page_size = 4096;";
// cache_size in KiB, negative: a large batch must fit, or its pages are written twice.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA foreign_keys = ON;"
    "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384;";
constexpr const char* kReaderSettings =
    "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA cache_size = -8192;";
constexpr const char* kCopySettings =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;";
/// Only the writer's own restart of the log and a reader can meet, and both are short.
constexpr int kBusyTimeout_ms = 1000;
/// Our own reader's questions take less; a backup would take longer than anybody wants to wait.
constexpr int kCheckpointPatience_ms = 20;

const char* settings_of(DatabaseRole role) {
  if (role == DatabaseRole::copy) return kCopySettings;
  return role == DatabaseRole::writer ? kWriterSettings : kReaderSettings;
}

void set_key(sqlite3* db, const Secret32& key) {
  std::string literal = "x'" + to_hex(std::span<const std::uint8_t>(key.view())) + "'";
  const int code = sqlite3_key(db, literal.data(), static_cast<int>(literal.size()));
  sodium_memzero(literal.data(), literal.size());
  if (code != SQLITE_OK) throw SqlError(code);
}

}  // namespace

Outcome<Database> Database::open(const std::filesystem::path& path, const Secret32& key, DatabaseRole role,
                                 std::uint32_t max_pages) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  try {
    if (code != SQLITE_OK) throw SqlError(raw == nullptr ? code : sqlite3_extended_errcode(raw));
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, kBusyTimeout_ms);
    set_key(raw, key);
    database.execute(kCipherSettings);
    // The first read: nothing before this looks at the key.
    database.run("SELECT count(*) FROM sqlite_master");
    database.execute(settings_of(role));
    if (max_pages > 0) database.execute("PRAGMA max_page_count = " + std::to_string(max_pages));
    return database;
  } catch (const SqlError& error) {
    return fail(open_failure(error));
  }
}

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw SqlError(sqlite3_extended_errcode(handle_.get()));
  }
}

int Database::checkpoint(bool truncate, int* pages_in_log) {
  int in_log = 0;
  int copied = 0;
  // While this waits for readers, nobody's message is acknowledged.
  sqlite3_busy_timeout(handle_.get(), kCheckpointPatience_ms);
  const int code = sqlite3_wal_checkpoint_v2(
      handle_.get(), nullptr, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, &in_log, &copied);
  sqlite3_busy_timeout(handle_.get(), kBusyTimeout_ms);
  if (pages_in_log != nullptr) *pages_in_log = in_log;
  return code == SQLITE_OK && copied < in_log ? SQLITE_BUSY : code;
}

sqlite3_stmt* Database::prepared(std::string_view sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second.get();
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
  if (code != SQLITE_OK) throw SqlError(sqlite3_extended_errcode(handle_.get()));
  return statements_.emplace(std::string(sql), Statement(raw)).first->second.get();
}

ErrorCode open_failure(const SqlError& error) {
  switch (error.primary()) {
    // Page 1's authentication fails for a wrong key and for a file that is something else alike.
    case SQLITE_NOTADB:
      return ErrorCode::key_wrong;
    case SQLITE_CORRUPT:
      return ErrorCode::database_damaged;
    case SQLITE_FULL:
      return ErrorCode::disk_full;
    case SQLITE_BUSY:
      return ErrorCode::data_in_use;
    default:
      return ErrorCode::io_failed;
  }
}

bool is_fatal(const SqlError& error) {
  switch (error.primary()) {
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    // SQLCipher's word for a page in the middle of a row whose authentication code does not fit. (Our SQL is constant:
    // a mistake in it would show in every test.)
    case SQLITE_ERROR:
      return true;
    default:
      return false;
  }
}

}  // namespace bredvid::storage
