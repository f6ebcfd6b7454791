// A database or log file read as bytes, beside SQLite: for what is looked at without trusting it. Never written.
// One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace bredvid::storage {

class RawFile {
 public:
  /// When it can't be opened, errno says why until the next call.
  explicit RawFile(const std::filesystem::path& path);
  ~RawFile();
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;

  [[nodiscard]] bool ok() const { return number_ >= 0; }
  /// How many bytes there were, fewer than asked for only at the file's end; nothing: the disk failed.
  [[nodiscard]] std::optional<std::size_t> read(std::uint64_t at, std::span<std::uint8_t> into) const;

 private:
  int number_;
};

}  // namespace bredvid::storage
