#include <ostream>

#include "server/app/commands.h"
#include "server/app/key_rotation.h"
#include "server/app/operator_message.h"
#include "server/app/restore_files.h"

namespace bredvid::app {
namespace {

KeySource target(const RotateOptions& options, const KeySource& from) {
  if (options.to.file) return {KeyKind::file, *options.to.file, std::nullopt};
  if (options.to.passphrase || options.to.passphrase_fd)
    return {KeyKind::passphrase, options.data.passphrase_parameters(), options.to.passphrase_fd};
  return from;
}

}  // namespace

OperatorResult<void> run_rotate_key(const RotateOptions& options, std::ostream& out) {
  const DataFolder& data = options.data;
  const auto lock = FolderLock::take(data);
  if (!lock) return std::unexpected(lock.error());
  const auto config = read_config_file(data.config());
  if (!config) return std::unexpected(config.error());
  const KeySource from = key_source(data, *config);
  if (auto settled = settle_restore(data); !settled) return settled;
  if (!std::filesystem::exists(data.database())) return operator_fail(ErrorCode::data_missing, data.root.string());
  if (const auto settled = settle_rotation(data, from); !settled) return std::unexpected(settled.error());

  const KeySource to = target(options, from);
  const auto rotated = rotate(data, {from, to, options.cost});
  if (!rotated) return std::unexpected(rotated.error());
  out << "The database has a new key: " << to.path.string()
      << (to.kind == KeyKind::passphrase ? " and the new passphrase" : "") << ". Keep a copy in another place.\n";
  if (rotated->short_passphrase) out << kLongerPassphrase;
  if (rotated->old_key_left)
    out << "The old key could not be destroyed here: destroy " << from.path.string() << " yourself.\n";
  else
    out << "The old key is destroyed.\n";
  if (to.path != from.path)
    out << "Say where the key is from now on: key in config.json, or the same flag with every command.\n";
  out << "Backups made before still need the old key: make a new one now.\n";
  return {};
}

}  // namespace bredvid::app
