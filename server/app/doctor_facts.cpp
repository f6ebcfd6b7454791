#include "server/app/doctor_facts.h"

#include <openssl/crypto.h>
#include <sodium.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/timex.h>

#include <chrono>
#include <fstream>
#include <sstream>

#include "server/app/civil_date.h"
#include "server/app/control_socket.h"
#include "server/app/files.h"
#include "server/app/programmes.h"

namespace bredvid::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxStampBytes = 64;

std::uint64_t size_of(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return error ? 0 : size;
}

std::vector<ModeFact> too_open(const DataFolder& data) {
  std::vector<fs::path> looked_at{data.root,
                                  data.database(),
                                  data.database().string() + "-wal",
                                  data.database().string() + "-shm",
                                  data.span_keys(),
                                  data.root / "control.sock",
                                  data.passphrase_parameters()};
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(data.span_keys(), error)) looked_at.push_back(entry.path());
  for (const auto& entry : fs::directory_iterator(data.root, error)) {
    if (entry.path().filename().string().starts_with("bredvid.db.")) looked_at.push_back(entry.path());
  }
  std::vector<ModeFact> found;
  for (const fs::path& path : looked_at) {
    struct stat status{};
    if (::lstat(path.c_str(), &status) == 0 && (status.st_mode & 077) != 0)
      found.push_back({path.string(), status.st_mode & 07777U});
  }
  return found;
}

std::vector<std::string> left_over(const DataFolder& data, const KeySource& source) {
  std::vector<fs::path> traces{data.database().string() + ".rekeyed", data.database().string() + ".restored",
                               data.database().string() + ".restoring", source.staged().path,
                               source.path.string() + ".old"};
  for (const fs::path& key : {data.database_key(), data.passphrase_parameters()}) {
    if (key != source.path) traces.push_back(key);
  }
  std::vector<std::string> found;
  for (const fs::path& path : traces) {
    if (is_there(path)) found.push_back(path.string());
  }
  return found;
}

DiskFacts disk_facts(const DataFolder& data) {
  struct statvfs disk{};
  DiskFacts facts;
  if (::statvfs(data.root.c_str(), &disk) == 0)
    facts.free_bytes = std::uint64_t{disk.f_bavail} * std::uint64_t{disk.f_frsize};
  facts.database_bytes = size_of(data.database());
  facts.log_bytes = size_of(data.database().string() + "-wal");
  return facts;
}

std::uint64_t open_files_limit(std::optional<int> process) {
  if (process && *process > 0) {
    std::ifstream limits("/proc/" + std::to_string(*process) + "/limits");
    for (std::string line; std::getline(limits, line);) {
      std::istringstream words(line);
      std::string max, open, files;
      std::uint64_t soft = 0;
      if (words >> max >> open >> files >> soft && open == "open" && files == "files") return soft;
    }
  }
  rlimit own{};
  return ::getrlimit(RLIMIT_NOFILE, &own) == 0 ? own.rlim_max : 0;
}

bool synchronised() {
  timex state{};
  return ::adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

std::string versions(const storage::Contents* contents) {
  std::string text = std::string("bredvid ") + BREDVID_VERSION + ", SQLCipher " + storage::sqlcipher_version() + ", " +
                     OpenSSL_version(OPENSSL_VERSION_STRING) + " (OpenSSL), libsodium " + sodium_version_string() +
                     ", schema " + std::to_string(storage::known_migrations());
  if (contents != nullptr) text += " (database " + std::to_string(contents->migrations) + ")";
  return text;
}

std::optional<Day> last_backup(const DataFolder& data) {
  const auto text = read_small_file(data.last_backup(), kMaxStampBytes);
  return text && text->size() == 11 && text->back() == '\n' ? parse_date(text->substr(0, 10)) : std::nullopt;
}

/// How far the machine's clock is ahead of its running time.
std::int64_t clock_offset_ms(const Clock& clock) {
  const auto running = std::chrono::steady_clock::now().time_since_epoch();
  return clock.now().ms - std::chrono::duration_cast<std::chrono::milliseconds>(running).count();
}

void look_inside(const DataFolder& data, Facts& facts) {
  if (!is_there(data.database())) {
    facts.database_trouble = OperatorError{ErrorCode::data_missing, data.root.string()};
    return;
  }
  const auto key = obtain_key(facts.source);
  if (!key) {
    facts.key_trouble = key.error();
    return;
  }
  const auto serving = facts.serving ? storage::Serving::yes : storage::Serving::no;
  if (const auto sound = storage::check_database(data.database(), *key, serving); !sound) {
    const OperatorError trouble{sound.error().code, data.database().string()};
    (trouble.code == ErrorCode::key_wrong ? facts.key_trouble : facts.database_trouble) = trouble;
    return;
  }
  const auto contents = storage::look_into(data.database(), *key);
  if (contents)
    facts.contents = *contents;
  else
    facts.database_trouble = OperatorError{contents.error().code, data.database().string()};
}

}  // namespace

std::optional<int> lock_holder(const fs::path& file) {
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  // 1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF
  std::ostringstream wanted;
  wanted << std::hex;
  wanted.fill('0');
  wanted.width(2);
  wanted << major(status.st_dev) << ":";
  wanted.width(2);
  wanted << minor(status.st_dev) << ":" << std::dec << status.st_ino;
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    std::string number, kind, way, how, place;
    int process = 0;
    if (words >> number >> kind >> way >> how >> process >> place && kind == "FLOCK" && place == wanted.str())
      return std::max(process, 0);
  }
  return std::nullopt;
}

Facts gather_facts(const DoctorOptions& options, const Clock& clock) {
  const DataFolder& data = options.data;
  Facts facts;
  const std::int64_t offset = clock_offset_ms(clock);
  const auto holder = lock_holder(data.lock());
  // Some file systems' locks are listed under another number: then the socket tells.
  facts.serving = holder.has_value() || somebody_listens(data);
  facts.open_files_limit = open_files_limit(holder);
  facts.backup_days = options.backup_days;
  auto config = read_config_file(data.config());
  if (!config) {
    facts.config_trouble = config.error();
  } else if (const auto programmes = load_programmes(data.programmes(), *config); !programmes) {
    facts.programmes_trouble = programmes.error();
  }
  const Config decided = config ? *std::move(config) : Config{};
  facts.source = key_source(data, decided);
  facts.too_open = too_open(data);
  facts.left_over = left_over(data, facts.source);
  facts.certificate =
      certificate_facts(data.resolve(decided.certificate), data.resolve(decided.certificate_key), decided.base_url);
  if (!facts.config_trouble) facts.base_url = decided.base_url;
  facts.passkeys = decided.staff.passkey;
  facts.disk = disk_facts(data);
  facts.reserve = storage::look_at_reserve(data.reserve());
  look_inside(data, facts);
  facts.last_backup = last_backup(data);
  if (options.web && !is_there(*options.web / "index.html"))
    facts.web_trouble = OperatorError{ErrorCode::static_missing, options.web->string()};
  if (!decided.info.empty()) {
    const auto pages = net::InfoPages::load(info_source(data, decided));
    facts.info = InfoFacts{pages.count(), pages.problems()};
  }
  facts.versions = versions(facts.contents ? &*facts.contents : nullptr);
  facts.clock = {clock.now(), parse_date(BREDVID_BUILD_DAY).value_or(Day{}), clock_offset_ms(clock) - offset,
                 synchronised()};
  return facts;
}

}  // namespace bredvid::app
