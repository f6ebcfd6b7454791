// What a disk keeps when the power goes: the record of preload/recorder.c, and the folder rebuilt from it.
//
// Pure: bytes in, bytes out. The rules, and why:
// - A change of a file's bytes or length is safe once a sync of that file began after it and succeeded.
// - What was not synced survives or not, one change apart from the other, in any choice: a disk writes in its own
//   order. What survives may be torn at the disk's sectors of 512 bytes, whatever size the program wrote.
// - A length survives with its change: a hole in front of a surviving write reads as zeros.
// - Names (created, renamed, unlinked) are safe once their folder was synced. Of the others a beginning survives, in
//   their order: ext4 and XFS write them through a journal. (Both also keep a new file's name when the file itself is
//   synced; POSIX does not promise it, and so neither do we.)
// - A file whose name did not survive is gone, with everything in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace bredvid::crash {

using FileBytes = std::vector<std::uint8_t>;

struct Change {
  enum class Kind : std::uint32_t { named = 1, write, truncate, sync_begin, sync_end, rename, unlink };
  Kind kind{Kind::write};
  std::uint64_t file = 0;  ///< which file, by a number that its names do not change
  std::uint64_t at = 0;    ///< offset, new length, or the sync's number
  std::string path;        ///< named, rename (from), unlink
  std::string to;          ///< rename
  FileBytes bytes;         ///< write
};

/// A record that ends in the middle of an entry ends before it: the process died while it wrote it down.
[[nodiscard]] std::vector<Change> read_record(std::span<const std::uint8_t> bytes);

/// A folder: what stands under which path, and which file that is.
struct Disk {
  std::map<std::string, std::uint64_t> names;
  std::map<std::uint64_t, FileBytes> files;
};

/// How much of what was not synced survives.
struct Cut {
  /// of a thousand changes
  std::uint32_t kept = 0;
  /// of a thousand surviving writes
  std::uint32_t torn = 0;
};

constexpr std::size_t kSector_bytes = 512;

/// The disk after the changes and the cut. `folders`: the numbers by which the record knows the folders' syncs.
[[nodiscard]] Disk after_cut(const Disk& before, std::vector<Change> changes,
                             const std::map<std::string, std::uint64_t>& folders, Cut cut, std::mt19937_64& chance);

}  // namespace bredvid::crash
