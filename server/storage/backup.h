// What an operator's commands do with a whole database file: copy it, look into it, make it ready after a restore.
//
// For app, like storage.h. Each call opens its own connections and closes them; none needs the writer, and all but
// ready_after_restore() leave the database as it was. Memory: a few MiB, whatever the size. The caller knows whether a
// server has the file (Serving::yes) or nobody does; the difference is what may be read without SQLite. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/base/clock.h"
#include "server/base/failure.h"
#include "server/base/secret32.h"
#include "server/wire/frames.h"

namespace bredvid::storage {

enum class Serving : std::uint8_t { no, yes };

/// Whether `key` opens it. key_wrong also for a file that is no database; data_missing, io_failed.
[[nodiscard]] Outcome<void> try_key(const std::filesystem::path& database, const Secret32& key);

/// A consistent copy: one point in time, read in one transaction while others write. The copy is one file without a
/// log. `to` must be there, empty and for its owner alone; it is on disk when this returns. A failure leaves in it
/// whatever it may. key_wrong, database_damaged, data_missing, disk_full, io_failed, data_in_use.
[[nodiscard]] Outcome<void> copy_database(const std::filesystem::path& from, const Secret32& key,
                                          const std::filesystem::path& to, const Secret32& copy_key);

/// Copies the log into the file and removes it: one file is the whole database. The next writer brings the log back.
/// REQUIRES: nobody else has it open (else data_in_use). Errors as above.
[[nodiscard]] Outcome<void> empty_log(const std::filesystem::path& database, const Secret32& key);

/// Reads every page and its authentication code, then SQLite's integrity_check and foreign_key_check. database_damaged,
/// key_wrong, data_missing, io_failed. While nobody has it open also what recovery would make of the log.
[[nodiscard]] Outcome<void> check_database(const std::filesystem::path& database, const Secret32& key, Serving serving);

/// One page's authentication code: 1 is the first. database_damaged, data_missing, io_failed.
[[nodiscard]] Outcome<void> check_page(const std::filesystem::path& database, const Secret32& key, std::uint32_t page);

/// What is in a database, in numbers.
struct Contents {
  std::uint64_t accounts = 0;
  std::uint64_t devices = 0;
  std::uint64_t circles = 0;
  std::uint64_t waiting_envelopes = 0;
  std::uint64_t releases = 0;
  std::uint32_t migrations = 0;
  std::optional<wire::Span> open_span;
  /// envelopes whose last day is over, by the first of them
  std::optional<Day> oldest_expiry;
  /// the latest day that something was made on (accounts, devices): the clock cannot be before it
  Day newest_day;
};
/// database_newer and database_old_gap when its migrations are not this build's; else as above.
[[nodiscard]] Outcome<Contents> look_into(const std::filesystem::path& database, const Secret32& key);

/// What was published, read beside a server that may be running. The newest first. Errors as above.
[[nodiscard]] Outcome<wire::Releases> stored_releases(const std::filesystem::path& database, const Secret32& key);
/// Its bytes as they are stored. Also release_unknown.
[[nodiscard]] Outcome<wire::Release> stored_release(const std::filesystem::path& database, const Secret32& key,
                                                    ReleaseId id);

/// How many migrations this build has.
[[nodiscard]] std::uint32_t known_migrations();

struct RestoreRules {
  Instant now;
  /// as in OpenOptions
  std::uint32_t span_days = 0;
  std::filesystem::path span_keys;
};
struct AfterRestore {
  std::uint64_t circles = 0;
  /// counting begins anew with this span; nothing: the open span's key is there and it goes on
  std::optional<wire::Span> new_span;
};
/// Moves every circle's numbers, and those of spans and releases, beyond what may have been given out since the backup
/// (domain/restore_rule.h), drops counts whose key is gone, and applies migrations. On disk when it returns, as one
/// file without a log. REQUIRES: nobody else has the file.
[[nodiscard]] Outcome<AfterRestore> ready_after_restore(const std::filesystem::path& database, const Secret32& key,
                                                        const RestoreRules& rules);

/// What the libraries say they are.
[[nodiscard]] std::string sqlcipher_version();

}  // namespace bredvid::storage
