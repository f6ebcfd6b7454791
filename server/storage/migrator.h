// Brings a database to this build's schema. Migrations are append-only: what was applied is written down with
// its checksum, and a database that knows more, or something else, than this build is refused untouched.
#pragma once

#include <span>
#include <string_view>

#include "server/base/failure.h"
#include "server/storage/database.h"

namespace bredvid::storage {

struct Migration {
  /// from 1, without gaps
  std::uint32_t number;
  std::string_view name;
  std::string_view sql;
};

/// Those of schema/migrations, built into the binary.
[[nodiscard]] std::span<const Migration> embedded_migrations();

/// How many of them the database has. database_newer, database_old_gap; throws SqlError.
[[nodiscard]] Outcome<std::uint32_t> applied_migrations(Database& database, std::span<const Migration> known);

/// Applies what is missing, all of it in one transaction. database_newer, database_old_gap, database_damaged,
/// disk_full, io_failed.
[[nodiscard]] Outcome<void> migrate(Database& database, std::span<const Migration> migrations);

}  // namespace bredvid::storage
