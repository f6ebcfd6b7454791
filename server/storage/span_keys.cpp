#include "server/storage/span_keys.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string>
#include <vector>

#include "crypto/primitives/hash.h"
#include "server/base/log.h"

namespace bredvid::storage {
namespace {

constexpr std::string_view kSpanPrefix = "span-";
constexpr std::string_view kYearPrefix = "year-";
constexpr std::string_view kSuffix = ".key";

class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] bool ok() const { return descriptor_ >= 0; }
  [[nodiscard]] bool write(std::span<const std::uint8_t> bytes) const {
    return ::pwrite(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size());
  }
  [[nodiscard]] bool read(std::span<std::uint8_t> bytes) const {
    struct stat info{};
    return ::fstat(descriptor_, &info) == 0 && info.st_size == static_cast<off_t>(bytes.size()) &&
           ::pread(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size());
  }
  [[nodiscard]] bool sync() const { return ::fsync(descriptor_) == 0; }

 private:
  int descriptor_;
};

bool sync_folder(const std::filesystem::path& folder) {
  const File file(folder, O_RDONLY | O_DIRECTORY);
  return file.ok() && file.sync();
}

Failure write_failure() {
  return {errno == ENOSPC || errno == EDQUOT ? ErrorCode::storage_full : ErrorCode::io_failed, 0};
}

}  // namespace

std::filesystem::path SpanKeys::path(KeyName name) const {
  const std::string_view prefix = name.kind == KeyName::Kind::span ? kSpanPrefix : kYearPrefix;
  return folder_ / (std::string(prefix) + std::to_string(name.number) + std::string(kSuffix));
}

Outcome<void> SpanKeys::prepare() {
  if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) return fail(ErrorCode::io_failed);
  struct stat info{};
  if (::stat(folder_.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return fail(ErrorCode::io_failed);
  return {};
}

Outcome<void> SpanKeys::create(KeyName name) {
  loaded_.erase(name);
  // Written aside and renamed: a crash leaves a whole key or none.
  const std::filesystem::path fresh = path(name).string() + ".new";
  Secret32 key = *Secret32::from(random_->secret(Secret32::kSize).view());
  {
    const File file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.ok() || !file.write(key.view()) || !file.sync()) return std::unexpected(write_failure());
  }
  if (::rename(fresh.c_str(), path(name).c_str()) != 0 || !sync_folder(folder_))
    return std::unexpected(write_failure());
  loaded_.insert_or_assign(name, std::move(key));
  return {};
}

bool SpanKeys::exists(KeyName name) const {
  struct stat info{};
  return ::lstat(path(name).c_str(), &info) == 0 || errno != ENOENT;
}

Outcome<Key32> SpanKeys::hash(KeyName name, const Key32& tag) {
  auto found = loaded_.find(name);
  if (found == loaded_.end()) {
    const File file(path(name), O_RDONLY);
    std::array<std::uint8_t, Secret32::kSize> raw{};
    if (!file.ok() || !file.read(raw)) {
      log::write(log::Level::error, "span_key_unreadable", {{"span", static_cast<std::uint64_t>(name.number)}});
      return fail(ErrorCode::io_failed);
    }
    found = loaded_.emplace(name, Secret32(raw)).first;
  }
  Key32 out{};
  const Bytes hashed = crypto::hmac_sha256(found->second.view(), tag);
  std::copy(hashed.begin(), hashed.end(), out.begin());
  return out;
}

void SpanKeys::destroy(KeyName name) {
  loaded_.erase(name);
  const std::filesystem::path file_path = path(name);
  {
    const File file(file_path, O_WRONLY);
    if (file.ok() && !(file.write(random_->bytes(Secret32::kSize)) && file.sync())) {
      log::write(log::Level::warning, "span_key_not_overwritten", {{"span", static_cast<std::uint64_t>(name.number)}});
    }
  }
  if (::unlink(file_path.c_str()) != 0 && errno != ENOENT) {
    log::write(log::Level::error, "span_key_not_destroyed", {{"span", static_cast<std::uint64_t>(name.number)}});
  }
  if (!sync_folder(folder_)) log::write(log::Level::warning, "span_key_folder_not_synced");
}

void SpanKeys::destroy_all_but(const std::vector<KeyName>& kept) {
  std::error_code error;
  std::vector<KeyName> old;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
    const std::string file = entry.path().filename().string();
    const bool span = file.starts_with(kSpanPrefix);
    if ((!span && !file.starts_with(kYearPrefix)) || !file.ends_with(kSuffix)) continue;
    std::uint32_t number = 0;
    const char* begin = file.data() + (span ? kSpanPrefix : kYearPrefix).size();
    const char* end = file.data() + file.size() - kSuffix.size();
    const auto [rest, code] = std::from_chars(begin, end, number);
    const KeyName name(span ? KeyName::Kind::span : KeyName::Kind::year, number);
    if (code == std::errc{} && rest == end && std::ranges::find(kept, name) == kept.end()) old.push_back(name);
  }
  for (const KeyName& name : old) destroy(name);
}

}  // namespace bredvid::storage
