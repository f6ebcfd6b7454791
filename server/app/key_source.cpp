#include "server/app/key_source.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstring>
#include <nlohmann/json.hpp>

#include "server/app/files.h"
#include "server/app/passphrase.h"
#include "server/base/ids.h"

namespace bredvid::app {
namespace {

constexpr std::size_t kMaxParameterBytes = 1024;
constexpr const char* kAlgorithm = "argon2id-1.3";

OperatorResult<Secret32> key_from_file(const std::filesystem::path& path) {
  const std::string subject = path.string();
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return operator_fail(ErrorCode::key_unreadable, subject);
  if (auto is_private = check_private(file.number(), subject); !is_private) return std::unexpected(is_private.error());
  std::array<char, 66> text{};
  const ssize_t size = ::read(file.number(), text.data(), text.size());
  std::array<std::uint8_t, Secret32::kSize> raw{};
  const bool whole = size == 64 || (size == 65 && text[64] == '\n');
  const bool valid = whole && from_hex(std::string_view(text.data(), 64), raw);
  sodium_memzero(text.data(), text.size());
  Secret32 key(raw);
  sodium_memzero(raw.data(), raw.size());
  if (!valid) return operator_fail(ErrorCode::key_unreadable, subject);
  return key;
}

struct Parameters {
  crypto::PasswordCost cost;
  std::array<std::uint8_t, crypto::kPasswordSaltSize> salt{};
};

std::string written(const Parameters& parameters) {
  return nlohmann::json{{"algorithm", kAlgorithm},
                        {"memory_kib", parameters.cost.memory_kib},
                        {"passes", parameters.cost.passes},
                        {"salt", to_hex(std::span<const std::uint8_t>(parameters.salt))}}
             .dump() +
         "\n";
}

OperatorResult<Parameters> read_parameters(const std::filesystem::path& path) {
  const auto refused = operator_fail(ErrorCode::key_unreadable, path.string());
  const auto text = read_small_file(path, kMaxParameterBytes);
  if (!text) return refused;
  try {
    const auto value = nlohmann::json::parse(*text);
    Parameters found;
    found.cost.memory_kib = value.at("memory_kib").get<std::uint32_t>();
    found.cost.passes = value.at("passes").get<std::uint32_t>();
    const bool good = value.size() == 4 && value.at("algorithm") == kAlgorithm &&
                      from_hex(value.at("salt").get<std::string>(), found.salt);
    if (!good) return refused;
    return found;
  } catch (const nlohmann::json::exception&) {
    return refused;
  }
}

OperatorResult<Secret32> derive(const SecretBytes& passphrase, const Parameters& parameters,
                                const std::filesystem::path& path) {
  const auto derived = crypto::argon2id(passphrase.view(), parameters.salt, parameters.cost, Secret32::kSize);
  if (!derived) {
    const bool memory = derived.error() == CryptoError::password_failed;
    return operator_fail(memory ? ErrorCode::resources_short : ErrorCode::key_unreadable,
                         memory ? "the passphrase takes " + std::to_string(parameters.cost.memory_kib / 1024) +
                                      " MiB of memory for a moment"
                                : path.string());
  }
  return Secret32::from(derived->view()).value();
}

OperatorResult<Secret32> random_key(const std::filesystem::path& path) {
  std::array<std::uint8_t, Secret32::kSize> raw{};
  std::array<char, 2 * Secret32::kSize + 1> text{};
  randombytes_buf(raw.data(), raw.size());
  sodium_bin2hex(text.data(), text.size(), raw.data(), raw.size());
  text.back() = '\n';
  const auto made = write_new_file(path, std::string_view(text.data(), text.size()));
  Secret32 key(raw);
  sodium_memzero(raw.data(), raw.size());
  sodium_memzero(text.data(), text.size());
  if (!made) return std::unexpected(made.error());
  return key;
}

// The kernel's form of a POSIX access list (linux/posix_acl_xattr.h): a version, then entries of tag, rights and id.
struct AclEntry {
  std::uint16_t tag;
  std::uint16_t rights;
  std::uint32_t id;
};
constexpr std::uint32_t kAclVersion = 2;
constexpr std::uint16_t kUserObject = 0x01;
constexpr std::uint16_t kUser = 0x02;
constexpr std::uint16_t kMask = 0x10;
constexpr std::size_t kMaxAcl = 16;

/// With an access list the mode's group bits are its mask and say nothing about the group.
bool list_names_only_us(int descriptor) {
  std::array<std::uint8_t, 4 + kMaxAcl * sizeof(AclEntry)> raw{};
  const ssize_t size = ::fgetxattr(descriptor, "system.posix_acl_access", raw.data(), raw.size());
  if (size < 4 || (size - 4) % static_cast<ssize_t>(sizeof(AclEntry)) != 0) return false;
  std::uint32_t version = 0;
  std::memcpy(&version, raw.data(), sizeof version);
  if (version != kAclVersion) return false;
  for (std::size_t at = 4; at < static_cast<std::size_t>(size); at += sizeof(AclEntry)) {
    AclEntry entry{};
    std::memcpy(&entry, raw.data() + at, sizeof entry);
    const bool ours = entry.tag == kUserObject || entry.tag == kMask || (entry.tag == kUser && entry.id == ::geteuid());
    if (!ours && entry.rights != 0) return false;
  }
  return true;
}

}  // namespace

KeySource key_source(const DataFolder& data, const Config& config) {
  const KeyFlags& flags = data.key;
  if (flags.file) return {KeyKind::file, *flags.file, std::nullopt};
  if (flags.passphrase || flags.passphrase_fd || config.key_passphrase)
    return {KeyKind::passphrase, data.passphrase_parameters(), flags.passphrase_fd};
  return {KeyKind::file, data.resolve(config.key_file), std::nullopt};
}

OperatorResult<Secret32> obtain_key(const KeySource& source) {
  if (source.kind == KeyKind::file) return key_from_file(source.path);
  // First the file: nobody likes to be asked for a passphrase that can't be used.
  const auto parameters = read_parameters(source.path);
  if (!parameters) return std::unexpected(parameters.error());
  const auto passphrase =
      source.passphrase_fd ? passphrase_from(*source.passphrase_fd) : ask_passphrase("Passphrase of the database: ");
  if (!passphrase) return std::unexpected(passphrase.error());
  return derive(*passphrase, *parameters, source.path);
}

OperatorResult<Secret32> make_key(const KeySource& source, crypto::PasswordCost cost, bool& short_one) {
  if (source.kind == KeyKind::file) return random_key(source.path);
  const auto passphrase = source.passphrase_fd ? passphrase_from(*source.passphrase_fd) : ask_new_passphrase();
  if (!passphrase) return std::unexpected(passphrase.error());
  short_one = passphrase->size() < kGoodPassphraseBytes;
  Parameters parameters{cost, {}};
  randombytes_buf(parameters.salt.data(), parameters.salt.size());
  auto key = derive(*passphrase, parameters, source.path);
  if (!key) return key;
  if (auto made = write_new_file(source.path, written(parameters)); !made) return std::unexpected(made.error());
  return key;
}

OperatorResult<void> check_private(int descriptor, const std::string& subject) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
    return operator_fail(ErrorCode::key_unreadable, subject);
  const bool for_owner_alone = (status.st_mode & 077) == 0;
  const bool listed = (status.st_mode & 07) == 0 && list_names_only_us(descriptor);
  if (!for_owner_alone && !listed) return operator_fail(ErrorCode::key_permissions, subject);
  return {};
}

}  // namespace bredvid::app
