#include "server/app/key_rotation.h"

#include "server/app/files.h"
#include "server/storage/backup.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

fs::path rekeyed(const DataFolder& data) {
  return data.database().string() + ".rekeyed";
}

fs::path aside(const KeySource& source) {
  return source.path.string() + ".old";
}

std::unexpected<OperatorError> database_failure(const Failure& failure, const fs::path& subject) {
  return operator_fail(failure.code, subject.string());
}

void remove_copy(const DataFolder& data) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) remove_quietly(rekeyed(data).string() + ending);
}

/// Steps 4 to 6. False: the old key is where it was.
OperatorResult<bool> put_in_place(const KeySource& from, const KeySource& to,
                                  const std::function<void(RotationStep)>& after) {
  const bool same_place = from.path == to.path;
  if (same_place && is_there(from.path)) {
    if (auto moved = rename_file(from.path, aside(from)); !moved) return std::unexpected(moved.error());
  }
  after(RotationStep::old_aside);
  if (auto moved = rename_file(to.staged().path, to.path); !moved) return std::unexpected(moved.error());
  after(RotationStep::in_place);
  const fs::path old = same_place ? aside(from) : from.path;
  const bool destroyed = !is_there(old) || destroy_file(old).has_value();
  after(RotationStep::done);
  return destroyed;
}

/// Step 2: the database without a log, and a checked copy of it under the new key.
OperatorResult<void> copy_under(const DataFolder& data, const Secret32& old_key, const Secret32& new_key,
                                const std::function<void(RotationStep)>& after) {
  const fs::path copy = rekeyed(data);
  if (const auto emptied = storage::empty_log(data.database(), old_key); !emptied)
    return database_failure(emptied.error(), data.database());
  after(RotationStep::log_emptied);
  if (auto made = write_new_file(copy, ""); !made) return made;
  if (const auto copied = storage::copy_database(data.database(), old_key, copy, new_key); !copied)
    return database_failure(copied.error(), data.database());
  if (const auto sound = storage::check_database(copy, new_key, storage::Serving::no); !sound)
    return database_failure(sound.error(), copy);
  after(RotationStep::copied);
  return {};
}

bool opens(const DataFolder& data, const OperatorResult<Secret32>& key) {
  return key && storage::try_key(data.database(), *key).has_value();
}

}  // namespace

OperatorResult<Rotated> rotate(const DataFolder& data, const Rotation& rotation) {
  const auto& [from, to, cost, after] = rotation;
  const auto old_key = obtain_key(from);
  if (!old_key) return std::unexpected(old_key.error());
  if (from.path != to.path && is_there(to.path)) return operator_fail(ErrorCode::file_exists, to.path.string());
  // Before anything is made: a database that can't be read as it is must not be replaced by what could be read of it.
  if (const auto sound = storage::check_database(data.database(), *old_key, storage::Serving::no); !sound)
    return database_failure(sound.error(), data.database());
  // Left by one that was killed before the copy took over: the old key has just opened the database.
  if (is_there(to.staged().path)) {
    if (auto gone = destroy_file(to.staged().path); !gone) return std::unexpected(gone.error());
  }
  Rotated done;
  const auto new_key = make_key(to.staged(), cost, done.short_passphrase);
  if (!new_key) return std::unexpected(new_key.error());
  after(RotationStep::key_staged);
  auto copied = copy_under(data, *old_key, *new_key, after);
  if (copied) copied = rename_file(rekeyed(data), data.database());
  if (!copied) {
    remove_copy(data);
    static_cast<void>(destroy_file(to.staged().path));
    return std::unexpected(copied.error());
  }
  after(RotationStep::swapped);
  const auto destroyed = put_in_place(from, to, after);
  if (!destroyed) return std::unexpected(destroyed.error());
  done.old_key_left = !*destroyed;
  return done;
}

OperatorResult<bool> settle_rotation(const DataFolder& data, const KeySource& source) {
  const fs::path staged = source.staged().path;
  const bool key_staged = is_there(staged);
  const bool old_left = is_there(aside(source));
  if (!key_staged && !old_left && !is_there(rekeyed(data))) return false;
  remove_copy(data);
  const auto nothing = [](RotationStep) {};
  if (key_staged) {
    // The new one first: when it opens the database, the rotation has happened, whatever the old file holds.
    if (opens(data, obtain_key(source.staged()))) {
      if (auto placed = put_in_place(source, source, nothing); !placed) return std::unexpected(placed.error());
      return true;
    }
    const auto key = obtain_key(source);
    if (!key) return std::unexpected(key.error());
    if (!opens(data, key)) return operator_fail(ErrorCode::key_wrong, data.database().string());
    if (auto gone = destroy_file(staged); !gone) return std::unexpected(gone.error());
    return true;
  }
  if (old_left) {
    const auto key = obtain_key(source);
    if (!key) return std::unexpected(key.error());
    if (!opens(data, key)) return operator_fail(ErrorCode::key_wrong, data.database().string());
    if (auto gone = destroy_file(aside(source)); !gone) return std::unexpected(gone.error());
  }
  return true;
}

}  // namespace bredvid::app
