// The commands, each with its options. Each says what it did on `out`; errors come back, none is printed here.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "server/app/key_source.h"
#include "server/base/clock.h"
#include "server/storage/storage.h"

namespace bredvid::app {

struct InitOptions {
  DataFolder data;
  /// the config.json to take over; none: the one in the folder, or the default
  std::optional<std::filesystem::path> config;
  bool dev_certificate = false;
  /// for a passphrase
  crypto::PasswordCost cost = kModerateCost;
};
/// data_exists, config_bad, io_failed, disk_full and what the database says. A failure leaves nothing behind.
[[nodiscard]] OperatorResult<void> run_init(const InitOptions& options, const Clock& clock, std::ostream& out);

struct ServeOptions {
  DataFolder data;
  std::filesystem::path web;
  std::optional<std::string> address;
  std::optional<std::uint16_t> port;
};
/// How `serve` waits from one round of upkeep to the next: the signal that came, or 0 when so many seconds are over.
/// With the clock injected the wait has to be too: where a year passes in a minute, nobody waits five real minutes.
using Pause = std::function<int(long seconds)>;
/// By the machine's clock. REQUIRES: block_stop_signals() was called before any thread began.
[[nodiscard]] int pause_for_signals(long seconds);
void block_stop_signals();
/// Returns after `pause` says SIGTERM or SIGINT, with everything acknowledged on disk.
[[nodiscard]] OperatorResult<void> run_serve(const ServeOptions& options, const Clock& clock, const Pause& pause,
                                             std::ostream& out);

struct SlipOptions {
  DataFolder data;
  wire::Role role{wire::Role::supporter};
  wire::OrgKind kind{wire::OrgKind::municipality};
  std::string organisation_name;
  std::uint32_t days = 7;
  /// what coordinators will call whoever uses it
  std::string label;
  std::optional<std::string> base_url;
  /// 75 bits to be typed instead of 256 for a QR code
  bool typed = false;
  bool json = false;
};
[[nodiscard]] OperatorResult<void> run_slip(const SlipOptions& options, const Clock& clock, std::ostream& out);

struct ReleaseOptions {
  DataFolder data;
  std::optional<Day> until;
  /// instead of publishing: print what was published, one of these
  bool list = false;
  std::optional<std::uint32_t> show;
  std::optional<std::uint32_t> csv;
};
/// A release is printed as it is stored, to the byte: the same that leads get.
[[nodiscard]] OperatorResult<void> run_release(const ReleaseOptions& options, const Clock& clock, std::ostream& out);

struct BackupOptions {
  DataFolder data;
  std::filesystem::path to;
};
/// While serving and while not. file_exists, backup_bad (the copy could not be verified), disk_full, io_failed and what
/// the key and the database say. A failure leaves no file.
[[nodiscard]] OperatorResult<void> run_backup(const BackupOptions& options, const Clock& clock, std::ostream& out);

struct RestoreOptions {
  DataFolder data;
  std::filesystem::path from;
  /// look at everything and change nothing
  bool rehearse = false;
};
/// data_in_use while a bredvid uses the folder (a rehearsal may), backup_bad, key_wrong, database_newer and the like.
[[nodiscard]] OperatorResult<void> run_restore(const RestoreOptions& options, const Clock& clock, std::ostream& out);

struct RotateOptions {
  DataFolder data;
  /// where the new key is to be; nothing: where the present one is
  KeyFlags to;
  crypto::PasswordCost cost = kModerateCost;
};
/// data_in_use, file_exists and what the keys and the database say.
[[nodiscard]] OperatorResult<void> run_rotate_key(const RotateOptions& options, std::ostream& out);

struct DoctorOptions {
  DataFolder data;
  std::optional<std::filesystem::path> web;
  std::uint32_t backup_days = 7;
  bool json = false;
};
/// The code of the worst finding, or nothing. Changes nothing and disturbs nobody.
[[nodiscard]] std::optional<ErrorCode> run_doctor(const DoctorOptions& options, const Clock& clock, std::ostream& out);

/// The key of the folder's database, after settling what a killed restore or rotation has left. REQUIRES: the folder's
/// lock is held. data_missing and the key's errors.
[[nodiscard]] OperatorResult<Secret32> settle_and_obtain_key(const DataFolder& data, const Config& config);

/// The database of a folder whose lock is held, with the configuration's rules. A dead disk ends the process.
[[nodiscard]] OperatorResult<std::unique_ptr<storage::Storage>> open_database(const DataFolder& data,
                                                                              const Config& config,
                                                                              storage::OpenMode mode);

}  // namespace bredvid::app
