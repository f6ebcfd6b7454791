// The reserve file beside the database: room that is given up when the disk is full, so that acknowledgements and
// deletions can be written. What is refused without it is decided in domain/low_disk.h.
//
// The file holds nothing; its blocks are what counts. It is made when there is room, removed when a write meets a full
// disk, and made again when there is room again. A file system that shares or compresses blocks may not hold it; then
// a full disk refuses everything, as it would without. Used by the writer's thread alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "server/domain/store.h"

namespace bredvid::storage {

struct ReserveFound {
  /// what this file system should hold; 0: it can't be asked, or is too small for any
  std::uint64_t wanted_bytes = 0;
  /// blocks of the file's own; 0: it is not there
  std::uint64_t kept_bytes = 0;

  [[nodiscard]] bool whole() const { return wanted_bytes > 0 && kept_bytes >= wanted_bytes; }
};
/// Looks, changes nothing; from any thread.
[[nodiscard]] ReserveFound look_at_reserve(const std::filesystem::path& path);

/// Free bytes of the file system that this file would lie on; nothing when it can't be asked. From any thread.
[[nodiscard]] std::optional<std::uint64_t> free_beside(const std::filesystem::path& path);

class Reserve {
 public:
  /// An empty path: no reserve is kept, and the disk never counts as low.
  explicit Reserve(std::filesystem::path path);

  /// Before work begins, and cheap when the reserve is there: makes it if it is missing and there is room.
  void keep();
  /// The disk is full: gives the reserve up. True: there was one, so the same work is worth another try.
  bool release();
  /// There is no reserve: keep the log short, and refuse what grows.
  [[nodiscard]] bool low() const { return !path_.empty() && !held_; }
  [[nodiscard]] bool held() const { return held_; }
  /// What must not be carried out now: storage_full.
  [[nodiscard]] bool refuses(const domain::StoreRequest& request) const;

 private:
  std::filesystem::path path_;
  std::uint64_t size_ = 0;
  bool held_ = false;
};

}  // namespace bredvid::storage
