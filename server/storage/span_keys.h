// The keys behind the hashed tags of spans and years, one file each, outside of the database and of its backups.
//
// span-<id>.key and year-<number>.key hold 32 random bytes, mode 0600. Created and synced before the span's row is
// committed; overwritten and unlinked after the publication is committed. Used by the writer thread alone.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "crypto/base/random.h"
#include "server/base/failure.h"
#include "server/base/ids.h"
#include "server/base/secret32.h"

namespace bredvid::storage {

/// A span's id is a key's name as it is.
struct KeyName {
  enum class Kind : std::uint8_t { span, year };
  Kind kind{Kind::span};
  std::uint32_t number = 0;

  KeyName(SpanId span) : number(span.value) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] static KeyName of_year(std::int32_t year) { return {Kind::year, static_cast<std::uint32_t>(year)}; }
  friend auto operator<=>(const KeyName&, const KeyName&) = default;

 private:
  friend class SpanKeys;
  KeyName(Kind of, std::uint32_t n) : kind(of), number(n) {}
};

class SpanKeys {
 public:
  SpanKeys(std::filesystem::path folder, Random& random) : folder_(std::move(folder)), random_(&random) {}

  /// Makes the folder (0700) when it is missing. io_failed.
  [[nodiscard]] Outcome<void> prepare();
  /// A new key in place of any old one. io_failed, storage_full.
  [[nodiscard]] Outcome<void> create(KeyName name);
  /// True when there is a file for it; also when it can't be read.
  [[nodiscard]] bool exists(KeyName name) const;
  /// HMAC-SHA256(key, tag). io_failed when the key is missing or unreadable.
  [[nodiscard]] Outcome<Key32> hash(KeyName name, const Key32& tag);
  /// Overwrites, syncs, unlinks. A file system that copies on write may keep the old bytes: said in the operator's
  /// manual.
  void destroy(KeyName name);
  /// Destroys every key but these: what a crash between commit and destroy() left behind.
  void destroy_all_but(const std::vector<KeyName>& kept);

 private:
  [[nodiscard]] std::filesystem::path path(KeyName name) const;

  std::filesystem::path folder_;
  Random* random_;
  std::map<KeyName, Secret32> loaded_;
};

}  // namespace bredvid::storage
