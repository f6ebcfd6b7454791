// The keys behind the spans' hashed tags, one file each, outside of the database and of its backups.
//
// span-<id>.key holds 32 random bytes, mode 0600. Created and synced before the span's row is committed; overwritten
// and unlinked after the publication is committed. Used by the writer thread alone.
#pragma once

#include <filesystem>
#include <map>

#include "crypto/base/random.h"
#include "server/base/failure.h"
#include "server/base/ids.h"
#include "server/base/secret32.h"

namespace bredvid::storage {

class SpanKeys {
 public:
  SpanKeys(std::filesystem::path folder, Random& random) : folder_(std::move(folder)), random_(&random) {}

  /// Makes the folder (0700) when it is missing. io_failed.
  [[nodiscard]] Outcome<void> prepare();
  /// A new key in place of any old one. io_failed, storage_full.
  [[nodiscard]] Outcome<void> create(SpanId span);
  /// True when there is a file for it; also when it can't be read.
  [[nodiscard]] bool exists(SpanId span) const;
  /// HMAC-SHA256(span key, tag). io_failed when the key is missing or unreadable.
  [[nodiscard]] Outcome<Key32> hash(SpanId span, const Key32& tag);
  /// Overwrites, syncs, unlinks. A file system that copies on write may keep the old bytes: said in the operator's
  /// manual.
  void destroy(SpanId span);
  /// Destroys every key but this one: what a crash between commit and destroy() left behind.
  void destroy_all_but(SpanId span);

 private:
  [[nodiscard]] std::filesystem::path path(SpanId span) const;

  std::filesystem::path folder_;
  Random* random_;
  std::map<SpanId, Secret32> loaded_;
};

}  // namespace bredvid::storage
