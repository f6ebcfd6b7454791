#include <cstdlib>

#include "server/app/commands.h"
#include "server/app/key_rotation.h"
#include "server/app/restore_files.h"
#include "server/base/log.h"

namespace bredvid::app {
namespace {

// What is on disk is right and what is in memory may not be: the service manager starts us again (DESIGN 4).
[[noreturn]] void end_process(std::string_view what) {
  log::operator_note(
      log::Level::error,
      std::string(what) +
          " The server ends here: what was acknowledged is on disk, and starting again recovers it. What "
          "to do: look at the disk (dmesg, df, permissions), then start the server again.");
  std::_Exit(static_cast<int>(ErrorCode::io_failed));
}

}  // namespace

OperatorResult<Secret32> settle_and_obtain_key(const DataFolder& data, const Config& config) {
  if (auto settled = settle_restore(data); !settled) return std::unexpected(settled.error());
  if (!std::filesystem::exists(data.database())) return operator_fail(ErrorCode::data_missing, data.root.string());
  const KeySource source = key_source(data, config);
  const auto settled = settle_rotation(data, source);
  if (!settled) return std::unexpected(settled.error());
  if (*settled) log::operator_note(log::Level::warning, "a change of the database key that was interrupted is settled");
  return obtain_key(source);
}

OperatorResult<std::unique_ptr<storage::Storage>> open_database(const DataFolder& data, const Config& config,
                                                                storage::OpenMode mode) {
  auto key =
      mode == storage::OpenMode::existing ? settle_and_obtain_key(data, config) : obtain_key(key_source(data, config));
  if (!key) return std::unexpected(key.error());
  storage::OpenOptions options;
  options.database = data.database();
  options.key = *std::move(key);
  options.span_keys = data.span_keys();
  options.reserve = data.reserve();
  options.mode = mode;
  options.retention_days = config.retention_days;
  options.attachments_keep_mib = config.attachments_keep_mib;
  options.release_rule = {config.k, config.exact_counts ? 1U : 5U};
  options.span_days = config.span_days;
  options.fatal = end_process;
  auto opened = storage::open(std::move(options));
  if (!opened) return operator_fail(opened.error().code, data.database().string());
  return *std::move(opened);
}

}  // namespace bredvid::app
