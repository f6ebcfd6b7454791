// The data folder: which file is where, and who may use it.
//
//   bredvid.db (-wal, -shm)  the encrypted database      db.key    its key, 0600, 64 hexadecimal digits
//   keys/span-<id>.key       span hash keys, 0700/0600   lock      held while a bredvid uses the folder
//   config.json              the operator's decisions    control.sock  for `slip` and `release` while serving
//   reserve                  given up when the disk is full (storage/reserve.h)
//   cert.pem, key.pem        the development certificate, or wherever config.json points
//   db.key.argon2            instead of db.key: salt and cost of a passphrase
//   last-backup              the day of the last backup, for `doctor`
//   bredvid.db.before-<n>    what a restore has put aside
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "server/app/config.h"
#include "server/net/info_pages.h"

namespace bredvid::app {

/// What the command line says about the database's key (key_source.h); nothing: what config.json says.
struct KeyFlags {
  std::optional<std::filesystem::path> file;
  std::optional<int> passphrase_fd;
  bool passphrase = false;
};

struct DataFolder {
  std::filesystem::path root;
  KeyFlags key{};

  [[nodiscard]] std::filesystem::path database() const { return root / "bredvid.db"; }
  [[nodiscard]] std::filesystem::path database_key() const { return root / "db.key"; }
  [[nodiscard]] std::filesystem::path passphrase_parameters() const { return root / "db.key.argon2"; }
  [[nodiscard]] std::filesystem::path last_backup() const { return root / "last-backup"; }
  [[nodiscard]] std::filesystem::path span_keys() const { return root / "keys"; }
  [[nodiscard]] std::filesystem::path config() const { return root / "config.json"; }
  /// programme files of the operator's own; need not exist
  [[nodiscard]] std::filesystem::path programmes() const { return root / "programmes"; }
  [[nodiscard]] std::filesystem::path reserve() const { return root / "reserve"; }
  [[nodiscard]] std::filesystem::path lock() const { return root / "lock"; }
  /// `named` as config.json has it: relative to the folder unless absolute.
  [[nodiscard]] std::filesystem::path resolve(const std::filesystem::path& named) const { return root / named; }
};

/// The folder belongs to this process for as long as this lives. Two hold it never.
class FolderLock {
 public:
  /// data_in_use when another process has it, data_missing without the folder, io_failed.
  [[nodiscard]] static OperatorResult<FolderLock> take(const DataFolder& folder);

  FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  FolderLock& operator=(FolderLock&& other) noexcept;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_;
};

/// Where the information pages are, and of which organisations there may be some.
[[nodiscard]] net::InfoSource info_source(const DataFolder& folder, const Config& config);

/// data_missing without the file, io_failed, config_bad.
[[nodiscard]] OperatorResult<Config> read_config_file(const std::filesystem::path& path);

/// The whole of a small file. io_failed, also when it is larger than `most_bytes`.
[[nodiscard]] OperatorResult<std::string> read_small_file(const std::filesystem::path& path, std::size_t most_bytes);

}  // namespace bredvid::app
