#include "server/storage/backup.h"

#include <fcntl.h>
#include <sys/file.h>

#include <chrono>
#include <ostream>

#include "server/app/civil_date.h"
#include "server/app/commands.h"
#include "server/app/files.h"
#include "server/domain/calendar.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

/// The file that a backup is written to until it is whole. It goes with its owner unless it was renamed; a lock tells
/// one that is being written from one that a killed backup has left.
class Unfinished {
 public:
  [[nodiscard]] static OperatorResult<Unfinished> make(const fs::path& to) {
    const fs::path path = to.string() + ".unfinished";
    for (int attempt = 0; attempt < 2; ++attempt) {
      const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (made >= 0) {
        ::flock(made, LOCK_EX | LOCK_NB);
        return Unfinished(path, made);
      }
      if (errno != EEXIST) return file_failure(path);
      const File left(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
      if (!left.ok() || ::flock(left.number(), LOCK_EX | LOCK_NB) != 0)
        return operator_fail(ErrorCode::file_exists, path.string() + ": another backup is writing it");
      remove_quietly(path);
    }
    return operator_fail(ErrorCode::file_exists, path.string());
  }
  Unfinished(Unfinished&& other) noexcept
      : path_(std::exchange(other.path_, {})), descriptor_(std::exchange(other.descriptor_, -1)) {}
  Unfinished& operator=(Unfinished&&) = delete;
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    if (!path_.empty()) {
      for (const char* ending : {"-wal", "-shm", "-journal", ""}) remove_quietly(path_.string() + ending);
    }
    const File closing(descriptor_);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }
  /// Gives it its name; a file that has come there meanwhile is not overwritten.
  [[nodiscard]] OperatorResult<void> finish(const fs::path& to) {
    if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
      if (errno == EEXIST) return operator_fail(ErrorCode::file_exists, to.string());
      return file_failure(to);
    }
    path_.clear();
    return sync_folder(to.has_parent_path() ? to.parent_path() : fs::path("."));
  }

 private:
  Unfinished(fs::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  fs::path path_;
  int descriptor_;
};

/// While nobody serves, what was left half done is settled first. The lock is given back before the copy begins: a
/// server may start meanwhile.
OperatorResult<Secret32> key_for_reading(const DataFolder& data, const Config& config) {
  const auto lock = FolderLock::take(data);
  if (lock) return settle_and_obtain_key(data, config);
  if (lock.error().code != ErrorCode::data_in_use) return std::unexpected(lock.error());
  return obtain_key(key_source(data, config));
}

std::string in_mebibytes(std::uintmax_t bytes) {
  const std::uintmax_t tenths = bytes * 10 / (1024 * 1024);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MiB";
}

}  // namespace

OperatorResult<void> run_backup(const BackupOptions& options, const Clock& clock, std::ostream& out) {
  const DataFolder& data = options.data;
  const auto began = std::chrono::steady_clock::now();
  const auto config = read_config_file(data.config());
  if (!config) return std::unexpected(config.error());
  if (is_there(options.to)) return operator_fail(ErrorCode::file_exists, options.to.string());
  const auto key = key_for_reading(data, *config);
  if (!key) return std::unexpected(key.error());

  auto unfinished = Unfinished::make(options.to);
  if (!unfinished) return std::unexpected(unfinished.error());
  if (const auto copied = storage::copy_database(data.database(), *key, unfinished->path(), *key); !copied)
    return operator_fail(copied.error().code, data.database().string());
  // What was written is read again, all of it, before anybody relies on it.
  if (const auto sound = storage::check_database(unfinished->path(), *key, storage::Serving::no); !sound) {
    // A copy of something damaged is no fault of the copy's disk.
    const auto source = storage::check_database(data.database(), *key, storage::Serving::yes);
    if (!source) return operator_fail(source.error().code, data.database().string());
    return operator_fail(ErrorCode::backup_bad, options.to.string());
  }
  if (const auto known = storage::look_into(unfinished->path(), *key); !known)
    return operator_fail(known.error().code, options.to.string());
  const auto size = fs::file_size(unfinished->path());
  if (auto named = unfinished->finish(options.to); !named) return named;

  const std::string day = format_date(domain::stockholm_day(clock.now()));
  const bool noted = replace_file(data.last_backup(), day + "\n").has_value();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  const auto tenths = static_cast<std::uint64_t>(took.count() * 10);
  out << "Backup of " << day << ": " << options.to.string() << ", " << in_mebibytes(size) << ", checked, in "
      << tenths / 10 << "." << tenths % 10 << " s.\n"
      << "It does not hold the key that opens it: keep " << key_source(data, *config).path.string()
      << " in another place.\n";
  if (!noted)
    out << "The day could not be noted in " << data.last_backup().string() << "; doctor will not know of it.\n";
  return {};
}

}  // namespace bredvid::app
