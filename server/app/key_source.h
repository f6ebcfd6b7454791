// Where the database key comes from: a file (db.key unless told otherwise; also a systemd credential, which is a file),
// or a passphrase through Argon2id whose salt and cost are in db.key.argon2.
//
// Flags win over config.json. Every command that opens the database takes the same ones.
#pragma once

#include <filesystem>

#include "crypto/base/random.h"
#include "crypto/base/secret_bytes.h"
#include "crypto/primitives/password.h"
#include "server/app/data_folder.h"

namespace bredvid::app {

/// 256 MiB and about a second; a guess costs the same on the machine that guesses. A small machine has that at a start.
constexpr crypto::PasswordCost kModerateCost{256 * 1024, 3};
/// The same memory, four times the work: for a passphrase that people can remember.
constexpr crypto::PasswordCost kSensitiveCost{256 * 1024, 12};

enum class KeyKind : std::uint8_t { file, passphrase };

struct KeySource {
  KeyKind kind{KeyKind::file};
  /// the key's file, or the file with salt and cost
  std::filesystem::path path;
  /// where the passphrase is read; none: the terminal
  std::optional<int> passphrase_fd;

  /// What a rotation under way has put beside it (key_rotation.h).
  [[nodiscard]] KeySource staged() const { return {kind, path.string() + ".new", passphrase_fd}; }
};

[[nodiscard]] KeySource key_source(const DataFolder& data, const Config& config);

/// key_unreadable (missing, or not what such a file holds), key_permissions, passphrase_bad.
[[nodiscard]] OperatorResult<Secret32> obtain_key(const KeySource& source);

/// A new key of that kind and, for a passphrase, that cost, written to source.path, which must not exist: a random key,
/// or salt and cost for a passphrase that is asked for (twice) or read. io_failed, disk_full, passphrase_bad.
/// `short_one` becomes true when the passphrase is shorter than is good.
[[nodiscard]] OperatorResult<Secret32> make_key(const KeySource& source, crypto::PasswordCost cost, bool& short_one);

/// Whether nobody but this user (and root) can read the file: no rights for group and others, or, as systemd does for a
/// credential of a service with User=, an access list that names this user alone. key_unreadable, key_permissions.
[[nodiscard]] OperatorResult<void> check_private(int descriptor, const std::string& subject);

}  // namespace bredvid::app
