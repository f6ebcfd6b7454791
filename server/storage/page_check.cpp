#include "server/storage/page_check.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

#include "server/storage/raw_file.h"

namespace bredvid::storage {
namespace {

constexpr std::size_t kIvBytes = 16;
constexpr std::size_t kHmacBytes = 20;
constexpr std::size_t kCiphertextBytes = kPageBytes - kIvBytes - kHmacBytes - kUnusedPageBytes;
constexpr std::uint8_t kHmacSaltMask = 0x3a;
constexpr int kHmacKeyRounds = 2;
/// A page being written is whole a moment later; more would only delay the bad news.
constexpr int kLiveTries = 5;
constexpr std::chrono::milliseconds kLivePause{20};
/// 64 pages at once: fewer calls, and 256 KiB is all the memory this takes.
constexpr std::size_t kPagesAtOnce = 64;

using Page = std::span<const std::uint8_t, kPageBytes>;

Secret32 hmac_key(const Secret32& key, std::span<const std::uint8_t, kSaltBytes> salt) {
  std::array<std::uint8_t, kSaltBytes> masked{};
  std::ranges::transform(salt, masked.begin(),
                         [](std::uint8_t byte) { return static_cast<std::uint8_t>(byte ^ kHmacSaltMask); });
  std::array<std::uint8_t, Secret32::kSize> derived{};
  const auto raw = key.view();
  PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(raw.data()), static_cast<int>(raw.size()), masked.data(),
                    static_cast<int>(masked.size()), kHmacKeyRounds, EVP_sha1(), static_cast<int>(derived.size()),
                    derived.data());
  Secret32 result(derived);
  sodium_memzero(derived.data(), derived.size());
  return result;
}

bool all_zero(Page page) {
  return sodium_is_zero(page.data(), page.size()) == 1;
}

bool fits_in_the_end(const RawFile& file, const PageCheck& check, std::uint32_t number, Page page, FileUse use) {
  if (use == FileUse::live && all_zero(page)) return true;
  if (number == kLockPage || check.fits(number, page)) return true;
  std::array<std::uint8_t, kPageBytes> again{};
  for (int i = 1; use == FileUse::live && i < kLiveTries; ++i) {
    std::this_thread::sleep_for(kLivePause);
    const auto size = file.read(std::uint64_t{number - 1} * kPageBytes, again);
    if (size == kPageBytes && (all_zero(again) || check.fits(number, again))) return true;
  }
  return false;
}

}  // namespace

PageCheck::PageCheck(const Secret32& key, std::span<const std::uint8_t, kSaltBytes> salt)
    : hmac_key_(hmac_key(key, salt)) {}

bool PageCheck::fits(std::uint32_t number, Page page) const {
  const auto covered = number == 1 ? page.subspan(kSaltBytes, kCiphertextBytes + kIvBytes - kSaltBytes)
                                   : page.subspan(0, kCiphertextBytes + kIvBytes);
  const std::array<std::uint8_t, 4> number_bytes{
      static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(number >> 8),
      static_cast<std::uint8_t>(number >> 16), static_cast<std::uint8_t>(number >> 24)};
  std::array<std::uint8_t, kPageBytes + 4> message{};
  std::ranges::copy(covered, message.begin());
  std::ranges::copy(number_bytes, message.begin() + static_cast<std::ptrdiff_t>(covered.size()));
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> code{};
  unsigned int size = 0;
  const auto key = hmac_key_.view();
  HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), covered.size() + number_bytes.size(),
       code.data(), &size);
  return size == kHmacBytes && sodium_memcmp(code.data(), page.data() + kCiphertextBytes + kIvBytes, kHmacBytes) == 0;
}

Outcome<PagesFound> check_pages(const std::filesystem::path& path, const Secret32& key, FileUse use) {
  const RawFile file(path);
  if (!file.ok()) return fail(errno == ENOENT ? ErrorCode::data_missing : ErrorCode::io_failed);
  PagesFound found;
  std::optional<PageCheck> check;
  std::vector<std::uint8_t> buffer(kPagesAtOnce * kPageBytes);
  for (std::uint64_t at = 0;; at += buffer.size()) {
    const auto size = file.read(at, buffer);
    if (!size) return fail(ErrorCode::io_failed);
    if (!check) check.emplace(key, std::span(buffer).first<kSaltBytes>());
    for (std::size_t i = 0; i < *size; i += kPageBytes) {
      const std::uint32_t number = ++found.pages;
      const bool whole = *size - i >= kPageBytes;
      const bool good = whole && fits_in_the_end(file, *check, number, Page(buffer.data() + i, kPageBytes), use);
      if (!good && found.bad.size() < kMostBadListed) found.bad.push_back(number);
    }
    if (*size < buffer.size()) return found;
  }
}

Outcome<bool> check_one_page(const std::filesystem::path& path, const Secret32& key, std::uint32_t number) {
  const RawFile file(path);
  if (!file.ok()) return fail(errno == ENOENT ? ErrorCode::data_missing : ErrorCode::io_failed);
  std::array<std::uint8_t, kSaltBytes> salt{};
  std::array<std::uint8_t, kPageBytes> page{};
  const auto have_salt = file.read(0, salt);
  const auto have_page = file.read(std::uint64_t{number - 1} * kPageBytes, page);
  if (!have_salt || !have_page) return fail(ErrorCode::io_failed);
  return *have_salt == kSaltBytes && *have_page == kPageBytes && PageCheck(key, salt).fits(number, page);
}

}  // namespace bredvid::storage
