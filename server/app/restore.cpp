#include <ostream>

#include "server/app/civil_date.h"
#include "server/app/commands.h"
#include "server/app/files.h"
#include "server/app/restore_files.h"
#include "server/storage/backup.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

/// Every page, the migrations, the numbers. A file that the key does not open is key_wrong or no backup: the page that
/// would tell is the one that can't be read.
OperatorResult<storage::Contents> examine(const fs::path& from, const Secret32& key) {
  const auto sound = storage::check_database(from, key, storage::Serving::no);
  if (!sound) {
    const ErrorCode code = sound.error().code;
    if (code == ErrorCode::database_damaged) return operator_fail(ErrorCode::backup_bad, from.string());
    if (code == ErrorCode::data_missing) return operator_fail(ErrorCode::io_failed, from.string());
    return operator_fail(code, from.string());
  }
  const auto contents = storage::look_into(from, key);
  if (!contents) {
    const ErrorCode code = contents.error().code;
    return operator_fail(code == ErrorCode::database_damaged ? ErrorCode::backup_bad : code, from.string());
  }
  return *contents;
}

void print(const storage::Contents& contents, std::ostream& out) {
  out << "accounts: " << contents.accounts << "\ndevices: " << contents.devices
      << "\nconversations: " << contents.circles << "\nmessages that wait: " << contents.waiting_envelopes
      << "\nreleases: " << contents.releases << "\nmigrations: " << contents.migrations << " of "
      << storage::known_migrations() << "\n";
  if (contents.open_span) {
    out << "open counting period: " << format_date(contents.open_span->first_day) << " to "
        << format_date(contents.open_span->last_day) << "\n";
  }
}

void explain(const storage::AfterRestore& done, std::ostream& out) {
  out << "For the people: what was written since the backup and not yet fetched is gone. Conversations that were made, "
         "joined or changed since then need a new slip. No number is given to two messages: each of the "
      << done.circles << " conversations goes on far beyond where it stood.\n";
  if (!done.new_span) {
    out << "For the counts: the key of the open period is still here, so it goes on. Contacts counted since the backup "
           "are missing from it.\n";
    return;
  }
  out << "For the counts: the key of the backup's open period is not here (it is never in a backup, and it is "
         "destroyed "
         "when the period is published). What was counted in that period is dropped, not guessed. Counting begins anew "
         "on "
      << format_date(done.new_span->first_day) << ". What was published before the backup is still there.\n";
}

OperatorResult<Secret32> key_of(const RestoreOptions& options, const Config& config) {
  return obtain_key(key_source(options.data, config));
}

OperatorResult<storage::AfterRestore> make_ready(const RestoreOptions& options, const Config& config,
                                                 const Secret32& key, const Clock& clock) {
  const fs::path copy = restoring(options.data);
  if (auto made = write_new_file(copy, ""); !made) return std::unexpected(made.error());
  // Through SQLite and not byte by byte: a raw copy of a folder has its log beside it, which counts.
  if (const auto copied = storage::copy_database(options.from, key, copy, key); !copied)
    return operator_fail(copied.error().code, options.from.string());
  const auto ready = storage::ready_after_restore(copy, key, {clock.now(), config.span_days, options.data.span_keys()});
  if (!ready) return operator_fail(ready.error().code, copy.string());
  if (const auto sound = storage::check_database(copy, key, storage::Serving::no); !sound)
    return operator_fail(sound.error().code, copy.string());
  return *ready;
}

}  // namespace

OperatorResult<void> run_restore(const RestoreOptions& options, const Clock& clock, std::ostream& out) {
  const DataFolder& data = options.data;
  const auto config = read_config_file(data.config());
  if (!config) return std::unexpected(config.error());
  if (options.rehearse) {
    const auto key = key_of(options, *config);
    if (!key) return std::unexpected(key.error());
    const auto contents = examine(options.from, *key);
    if (!contents) return std::unexpected(contents.error());
    print(*contents, out);
    out << "This backup can be restored. Nothing was changed.\n";
    return {};
  }
  const auto lock = FolderLock::take(data);
  if (!lock) return std::unexpected(lock.error());
  if (auto settled = settle_restore(data); !settled) return settled;
  const auto key = key_of(options, *config);
  if (!key) return std::unexpected(key.error());
  const auto contents = examine(options.from, *key);
  if (!contents) return std::unexpected(contents.error());
  const auto ready = make_ready(options, *config, *key, clock);
  if (!ready) {
    static_cast<void>(settle_restore(data));
    return std::unexpected(ready.error());
  }
  const auto kept = put_restored_in_place(data);
  if (!kept) return std::unexpected(kept.error());
  print(*contents, out);
  out << "Restored from " << options.from.string() << ".\n";
  if (!kept->empty()) {
    out << "The database that was here before is kept as " << kept->string()
        << ". Delete it when you are sure that nothing of it is needed.\n";
  }
  explain(*ready, out);
  if (data.key.file || data.key.passphrase || data.key.passphrase_fd)
    out << "It opens with the key that you named, " << key_source(data, *config).path.string() << ".\n";
  return {};
}

}  // namespace bredvid::app
