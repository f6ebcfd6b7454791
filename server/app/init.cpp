#include <ostream>

#include "server/app/commands.h"
#include "server/app/dev_certificate.h"
#include "server/app/files.h"
#include "server/app/operator_message.h"
#include "server/app/operator_work.h"
#include "server/app/programmes.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

/// Removes what this command has made, unless everything went well.
class Undo {
 public:
  Undo() = default;
  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;
  ~Undo() {
    std::error_code ignored;
    for (auto path = made_.rbegin(); path != made_.rend(); ++path) fs::remove_all(*path, ignored);
  }
  void made(fs::path path) { made_.push_back(std::move(path)); }
  void keep() { made_.clear(); }

 private:
  std::vector<fs::path> made_;
};

OperatorResult<void> make_file(const fs::path& path, std::string_view content, Undo& undo) {
  if (fs::exists(path)) return operator_fail(ErrorCode::io_failed, path.string() + " is there already");
  undo.made(path);
  return write_new_file(path, content);
}

/// The default says where the key comes from, so that the flags need not be repeated.
std::string default_config_for(const KeyFlags& key) {
  std::string text(default_config());
  if (!key.passphrase && !key.passphrase_fd) return text;
  constexpr std::string_view file = R"("key": { "file": "db.key" })";
  return text.replace(text.find(file), file.size(), R"("key": "passphrase")");
}

OperatorResult<Config> place_config(const InitOptions& options, Undo& undo) {
  const fs::path target = options.data.config();
  if (!options.config && fs::exists(target)) return read_config_file(target);
  std::string text = default_config_for(options.data.key);
  if (options.config) {
    auto given = read_small_file(*options.config, kMaxConfigBytes);
    if (!given) return std::unexpected(given.error());
    text = *std::move(given);
  }
  auto config = parse_config(text);
  if (!config) return config;
  text = with_passkeys(std::move(text), config->base_url);
  config = parse_config(text);
  if (!config) return config;
  if (auto made = make_file(target, text, undo); !made) return std::unexpected(made.error());
  return config;
}

/// A key file that was made beforehand (--key-file) is taken; anything else is made here.
OperatorResult<void> place_key(const InitOptions& options, const KeySource& source, std::ostream& out, Undo& undo) {
  if (options.data.key.file && fs::exists(source.path)) {
    const auto there = obtain_key(source);
    if (!there) return std::unexpected(there.error());
    return {};
  }
  if (is_there(source.path)) return operator_fail(ErrorCode::io_failed, source.path.string() + " is there already");
  undo.made(source.path);
  bool short_passphrase = false;
  const auto made = make_key(source, options.cost, short_passphrase);
  if (!made) return std::unexpected(made.error());
  if (short_passphrase) out << kLongerPassphrase;
  return {};
}

OperatorResult<void> make_certificate(const DataFolder& data, const Config& config, Undo& undo) {
  const auto certificate = make_dev_certificate();
  if (!certificate) return std::unexpected(certificate.error());
  if (auto made = make_file(data.resolve(config.certificate), certificate->certificate_pem, undo); !made) return made;
  return make_file(data.resolve(config.certificate_key), certificate->key_pem, undo);
}

OperatorResult<void> make_database(const DataFolder& data, const Config& config, const Clock& clock, Undo& undo) {
  if (!fs::exists(data.span_keys())) undo.made(data.span_keys());
  undo.made(data.reserve());
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) undo.made(data.database().string() + ending);
  auto store = open_database(data, config, storage::OpenMode::create);
  if (!store) return std::unexpected(store.error());
  auto prepared = prepare(**store, clock, config);
  (*store)->close();
  return prepared;
}

OperatorResult<void> make_folder(const DataFolder& data, Undo& undo) {
  if (fs::is_directory(data.root)) return {};
  std::error_code failure;
  // Remembers the topmost folder that is made here, so that a failure takes all of them away again.
  fs::path topmost = fs::absolute(data.root);
  while (topmost.has_parent_path() && !fs::exists(topmost.parent_path())) topmost = topmost.parent_path();
  undo.made(topmost);
  fs::create_directories(data.root, failure);
  if (failure)
    return operator_fail(failure == std::errc::no_space_on_device ? ErrorCode::disk_full : ErrorCode::io_failed,
                         data.root.string());
  fs::permissions(data.root, fs::perms::owner_all, failure);
  return {};
}

}  // namespace

OperatorResult<void> run_init(const InitOptions& options, const Clock& clock, std::ostream& out) {
  const DataFolder& data = options.data;
  Undo undo;
  if (fs::exists(data.database())) return operator_fail(ErrorCode::data_exists, data.root.string());
  if (auto made = make_folder(data, undo); !made) return made;
  const bool locked_before = fs::exists(data.lock());
  auto lock = FolderLock::take(data);
  if (!lock) return std::unexpected(lock.error());
  if (!locked_before) undo.made(data.lock());
  const auto config = place_config(options, undo);
  if (!config) return std::unexpected(config.error());
  if (const auto programmes = load_programmes(data.programmes(), *config); !programmes)
    return std::unexpected(programmes.error());
  const KeySource source = key_source(data, *config);
  if (auto made = place_key(options, source, out, undo); !made) return made;
  if (options.dev_certificate) {
    if (auto made = make_certificate(data, *config, undo); !made) return made;
  }
  if (auto made = make_database(data, *config, clock, undo); !made) return made;
  undo.keep();
  out << "Made a Bredvid database in " << data.root.string() << "\n"
      << "Keep a copy of " << source.path.string() << (source.kind == KeyKind::passphrase ? " and the passphrase" : "")
      << " in another place: without it the database can't be opened.\n";
  return {};
}

}  // namespace bredvid::app
