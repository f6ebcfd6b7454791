// One SQLCipher connection: opening with a raw key, running SQL, and what a result code means.
//
// Used by one thread at a time. Internal to storage/: SqlError never leaves it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "server/base/failure.h"
#include "server/storage/statement.h"

namespace bredvid::storage {

enum class DatabaseRole : std::uint8_t {
  writer,
  reader,
  /// A file that nobody else knows of and that is thrown away unless all of it was written: no journal, no syncs.
  copy,
};

struct CloseDatabase {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};

class Database {
 public:
  /// Opens an existing file and reads it once with the key. key_wrong, database_damaged, io_failed, disk_full.
  [[nodiscard]] static Outcome<Database> open(const std::filesystem::path& path, const Secret32& key, DatabaseRole role,
                                              std::uint32_t max_pages);

  /// A statement that is kept prepared. REQUIRES: its earlier Query has ended. `sql` is a literal.
  template <class... Args>
  [[nodiscard]] Query query(std::string_view sql, const Args&... args) {
    return Query(prepared(sql), prepared(kWitness), args...);
  }
  /// Runs to its end; how many rows it changed.
  template <class... Args>
  std::int64_t run(std::string_view sql, const Args&... args) {
    Query once = query(sql, args...);
    while (once.next()) {
    }
    return sqlite3_changes(handle_.get());
  }
  /// Several statements without values: migrations, pragmas.
  void execute(const std::string& sql);

  [[nodiscard]] std::int64_t last_row_id() const { return sqlite3_last_insert_rowid(handle_.get()); }
  /// False: SQLite has rolled the transaction back by itself.
  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  /// Copies the write-ahead log into the file; `truncate` also empties the log. A result code: SQLITE_BUSY means that a
  /// reader still uses the log, which is no failure.
  [[nodiscard]] int checkpoint(bool truncate, int* pages_in_log);
  [[nodiscard]] sqlite3* handle() { return handle_.get(); }

 private:
  /// Asks for a page and needs nothing of what is on it (statement.h).
  static constexpr std::string_view kWitness = "SELECT 1 FROM sqlite_master LIMIT 1";
  explicit Database(sqlite3* handle) : handle_(handle) {}
  [[nodiscard]] sqlite3_stmt* prepared(std::string_view sql);

  std::unique_ptr<sqlite3, CloseDatabase> handle_;
  // After the handle, so that statements end before it.
  std::map<std::string, Statement, std::less<>> statements_;
};

/// What an error means before the server runs.
[[nodiscard]] ErrorCode open_failure(const SqlError& error);
/// True when the process can't go on with this: input/output errors and damage.
[[nodiscard]] bool is_fatal(const SqlError& error);

}  // namespace bredvid::storage
