// Whether a page of the encrypted file is the one that was written: SQLCipher's authentication code, checked without
// SQLite.
//
// SQLite's own checks read what its trees reach. This one reads every page: free ones too, and one full of zeros, which
// SQLCipher takes for "not written yet" and lets pass. Format (SQLCipher 3, and 4 with cipher_compatibility = 3), 4,096
// bytes a page:
//
//   ciphertext | IV 16 | HMAC-SHA1 20 | random 12          page 1 begins with the file's salt, 16 bytes
//
// The code covers ciphertext, IV and page number. Its key: PBKDF2-HMAC-SHA1(raw key, salt ^ 0x3a..., 2 rounds). The
// last 12 bytes hold nothing and nobody reads them: a change there is no damage. Internal to storage/; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "server/base/failure.h"
#include "server/base/secret32.h"

namespace bredvid::storage {

constexpr std::size_t kPageBytes = 4096;
constexpr std::size_t kSaltBytes = 16;
/// At the end of each page, covered by nothing.
constexpr std::size_t kUnusedPageBytes = 12;
/// The page that holds the byte at 1 GiB, where SQLite locks: it is never written.
constexpr std::uint32_t kLockPage = 0x40000000 / kPageBytes + 1;

class PageCheck {
 public:
  PageCheck(const Secret32& key, std::span<const std::uint8_t, kSaltBytes> salt);
  /// `number` counts from 1.
  [[nodiscard]] bool fits(std::uint32_t number, std::span<const std::uint8_t, kPageBytes> page) const;

 private:
  Secret32 hmac_key_;
};

struct PagesFound {
  std::uint32_t pages = 0;
  /// the first pages that are not what was written, at most kMostBadListed
  std::vector<std::uint32_t> bad;
};
constexpr std::size_t kMostBadListed = 16;

enum class FileUse : std::uint8_t {
  /// nobody writes it meanwhile
  quiet,
  /// a server copies pages into it: a page is looked at again before it is called bad, and a page not yet written is
  /// none of our business
  live,
};

/// Reads the whole file, one page after the other. data_missing, io_failed. NEVER in a process that has this file open
/// through SQLite: closing it here would drop that connection's locks.
[[nodiscard]] Outcome<PagesFound> check_pages(const std::filesystem::path& file, const Secret32& key, FileUse use);

/// One page of a file that nobody writes. The same errors, the same warning.
[[nodiscard]] Outcome<bool> check_one_page(const std::filesystem::path& file, const Secret32& key,
                                           std::uint32_t number);

}  // namespace bredvid::storage
