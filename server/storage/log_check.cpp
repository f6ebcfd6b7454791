#include "server/storage/log_check.h"

#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "server/storage/page_check.h"
#include "server/storage/raw_file.h"

namespace bredvid::storage {
namespace {

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;
constexpr std::size_t kFrameBytes = kFrameHeaderBytes + kPageBytes;
constexpr std::uint32_t kMagic = 0x377f0682;  // its last bit: checksums read big-endian words
/// Ciphertexts of two different writes agree in one byte of 256; of the same write, in all but the damaged ones.
constexpr std::size_t kSameWriteBytes = kPageBytes / 2;

using Sum = std::array<std::uint32_t, 2>;
using View = std::span<const std::uint8_t>;

std::uint32_t big(View bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 | std::uint32_t{bytes[at + 2]} << 8 |
         bytes[at + 3];
}

std::uint32_t little(View bytes, std::size_t at) {
  return std::uint32_t{bytes[at + 3]} << 24 | std::uint32_t{bytes[at + 2]} << 16 | std::uint32_t{bytes[at + 1]} << 8 |
         bytes[at];
}

Sum add(Sum sum, View bytes, bool big_endian) {
  const auto word = big_endian ? big : little;
  for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
    sum[0] += word(bytes, i) + sum[1];
    sum[1] += word(bytes, i + 4) + sum[0];
  }
  return sum;
}

struct Frame {
  std::vector<std::uint8_t> bytes = std::vector<std::uint8_t>(kFrameBytes);

  [[nodiscard]] std::uint32_t page() const { return big(bytes, 0); }
  [[nodiscard]] bool commits() const { return big(bytes, 4) != 0; }
  [[nodiscard]] Sum salts() const { return {big(bytes, 8), big(bytes, 12)}; }
  [[nodiscard]] Sum said() const { return {big(bytes, 16), big(bytes, 20)}; }
  /// What said() has to be, behind a frame (or header) that said `before`.
  [[nodiscard]] Sum sum_after(const Sum& before, bool big_endian) const {
    return add(add(before, View(bytes).first(8), big_endian), View(bytes).subspan(kFrameHeaderBytes), big_endian);
  }
};

class Log {
 public:
  Log(const RawFile& log, std::uint64_t size, std::filesystem::path database)
      : log_(log), database_(std::move(database)), frames_((size - kHeaderBytes) / kFrameBytes) {}

  Outcome<LogFound> check() {
    if (log_.read(0, header_) != header_.size()) return fail(ErrorCode::io_failed);
    big_endian_ = (big(header_, 0) & 1) != 0;
    const Sum sum = add({}, View(header_).first(24), big_endian_);
    const Sum said{big(header_, 24), big(header_, 28)};
    const bool good = (big(header_, 0) | 1) == (kMagic | 1) && big(header_, 8) == kPageBytes && sum == said;
    return good ? check_frames(said) : check_without_header(sum, said);
  }

 private:
  [[nodiscard]] bool load(std::uint64_t index, Frame& frame) const {
    return log_.read(kHeaderBytes + index * kFrameBytes, frame.bytes) == kFrameBytes;
  }

  /// A header is written before its first frame and fills less than a sector. So frames that belong together behind a
  /// broken one mean damage; recovery would drop them all.
  Outcome<LogFound> check_without_header(const Sum& sum, const Sum& said) const {
    Frame frame;
    std::optional<Sum> before;
    for (std::uint64_t i = 0; i < frames_; ++i) {
      if (!load(i, frame)) return fail(ErrorCode::io_failed);
      for (const bool order : {false, true}) {
        const auto follows = [&](const Sum& one) { return frame.sum_after(one, order) == frame.said(); };
        if (before ? follows(*before) : follows(sum) || follows(said)) return fail(ErrorCode::database_damaged);
      }
      before = frame.said();
    }
    return LogFound{};
  }

  Outcome<LogFound> check_frames(const Sum& start) const {
    const Sum salts{big(header_, 16), big(header_, 20)};
    LogFound found;
    Frame frame;
    Sum before = start;
    std::uint64_t at = 0;
    std::uint32_t unfinished = 0;
    for (; at < frames_; ++at) {
      if (!load(at, frame)) return fail(ErrorCode::io_failed);
      if (frame.salts() != salts || frame.page() == 0 || frame.sum_after(before, big_endian_) != frame.said()) break;
      before = frame.said();
      ++unfinished;
      if (frame.commits()) found.kept += unfinished, unfinished = 0;
    }
    found.dropped = unfinished;
    return at == frames_ ? Outcome<LogFound>(found) : look_behind(at, before, salts, found);
  }

  /// `at`: the first frame that does not fit. Was it part of something that had been synced?
  Outcome<LogFound> look_behind(std::uint64_t at, Sum before, const Sum& salts, LogFound found) const {
    const RawFile database(database_);
    Frame frame;
    bool ours = true;  // the frame before belongs to this generation
    bool commit_seen = false;
    for (std::uint64_t i = found.kept; i < frames_; ++i) {
      if (!load(i, frame)) return fail(ErrorCode::io_failed);
      const bool follows = ours && i >= at && frame.sum_after(before, big_endian_) == frame.said();
      ours = frame.salts() == salts || follows;
      before = frame.said();
      if (!ours) continue;
      if (i >= at) ++found.dropped;
      if (commit_seen || copied(database, frame)) return fail(ErrorCode::database_damaged);
      commit_seen = i >= at && frame.commits();
    }
    return found;
  }

  /// The database file holds this very write of the page (its IV is random: no other looks like it).
  [[nodiscard]] static bool copied(const RawFile& database, const Frame& frame) {
    std::array<std::uint8_t, kPageBytes> page{};
    const std::uint64_t at = std::uint64_t{frame.page() - 1} * kPageBytes;
    if (frame.page() == 0 || database.read(at, page) != kPageBytes) return false;
    std::size_t same = 0;
    for (std::size_t i = 0; i < kPageBytes; ++i) same += page[i] == frame.bytes[kFrameHeaderBytes + i] ? 1 : 0;
    return same >= kSameWriteBytes;
  }

  const RawFile& log_;
  std::filesystem::path database_;
  std::uint64_t frames_;
  std::array<std::uint8_t, kHeaderBytes> header_{};
  bool big_endian_ = false;
};

}  // namespace

Outcome<LogFound> check_log(const std::filesystem::path& database) {
  const std::filesystem::path path = database.string() + "-wal";
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error == std::errc::no_such_file_or_directory) return LogFound{};
  if (error) return fail(ErrorCode::io_failed);
  if (size < kHeaderBytes) return LogFound{};
  const RawFile file(path);
  if (!file.ok()) return fail(ErrorCode::io_failed);
  return Log(file, size, database).check();
}

}  // namespace bredvid::storage
