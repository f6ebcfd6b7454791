// A new database key, so that a crash at any moment leaves a folder that opens with one of the two.
//
//   1  db.key.new           the new key, on disk
//   2  bredvid.db.rekeyed   a copy of the database under it, checked, on disk. The old one has no log any more.
//   3  bredvid.db           the copy takes the database's place: one rename. From here on the new key is the key.
//   4  db.key.old           the old key steps aside
//   5  db.key               the new key takes its place
//   6                       the old key is overwritten and removed
//
// (For a passphrase: db.key.argon2 and so on. When the kind or place of the key changes, step 5 puts the new one in
// its own place and step 6 destroys the old one where it was.)
// Whoever opens the database under the folder's lock settles first: killed before 3, it is undone; after, finished.
#pragma once

#include <functional>

#include "server/app/key_source.h"

namespace bredvid::app {

/// What is done, for tests that kill the process after each.
enum class RotationStep : std::uint8_t { key_staged, log_emptied, copied, swapped, old_aside, in_place, done };

struct Rotation {
  KeySource from;
  KeySource to;
  crypto::PasswordCost cost;
  std::function<void(RotationStep)> after = [](RotationStep) {};
};

struct Rotated {
  /// the old key could not be destroyed (a credential, another's file): the operator has to
  bool old_key_left = false;
  bool short_passphrase = false;
};

/// REQUIRES: the folder's lock is held and settle_rotation() was called. Errors: those of the keys and the database;
/// file_exists when the new key's place is taken; a failure before step 3 leaves everything as it was.
[[nodiscard]] OperatorResult<Rotated> rotate(const DataFolder& data, const Rotation& rotation);

/// REQUIRES: the folder's lock is held. Undoes or finishes what a killed rotation has left, and says whether there was
/// something. Without traces of one it costs two looks at the folder. key_wrong and the source's errors when neither
/// key opens the database.
[[nodiscard]] OperatorResult<bool> settle_rotation(const DataFolder& data, const KeySource& source);

}  // namespace bredvid::app
