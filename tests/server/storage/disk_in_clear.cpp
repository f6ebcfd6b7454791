#include "tests/server/storage/disk_in_clear.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <fstream>
#include <iterator>

#include "server/storage/page_check.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kIvBytes = 16;
constexpr std::size_t kTailBytes = kIvBytes + 20 + kUnusedPageBytes;
constexpr std::size_t kLogHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;

/// One page's content, decrypted without SQLite (page_check.h has the format); what was freed in it is still to be
/// seen.
void decrypt_page(const Bytes& file, std::size_t at, bool first, Bytes& plain) {
  const std::size_t skip = first ? kSaltBytes : 0;
  const std::uint8_t* iv = file.data() + at + kPageBytes - kTailBytes;
  const std::size_t size = kPageBytes - kTailBytes - skip;
  const std::size_t before = plain.size();
  plain.resize(before + size);
  EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
  int done = 0;
  const Secret32 key = database_key();
  EXPECT_EQ(EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.view().data(), iv), 1);
  EVP_CIPHER_CTX_set_padding(context, 0);
  EXPECT_EQ(EVP_DecryptUpdate(context, plain.data() + before, &done, file.data() + at + skip, static_cast<int>(size)),
            1);
  EXPECT_EQ(done, static_cast<int>(size));
  EVP_CIPHER_CTX_free(context);
}

}  // namespace

Bytes read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<Bytes> pages_in_clear(const fs::path& file) {
  std::vector<Bytes> pages;
  const Bytes all = read_file(file);
  for (std::size_t at = 0; at + kPageBytes <= all.size(); at += kPageBytes)
    decrypt_page(all, at, at == 0, pages.emplace_back());
  return pages;
}

Bytes everything_in_clear(const fs::path& folder) {
  Bytes plain;
  const Bytes file = read_file(folder / "bredvid.db");
  for (std::size_t at = 0; at + kPageBytes <= file.size(); at += kPageBytes) decrypt_page(file, at, at == 0, plain);
  const Bytes log = read_file(folder / "bredvid.db-wal");
  for (std::size_t at = kLogHeaderBytes; at + kFrameHeaderBytes + kPageBytes <= log.size();
       at += kFrameHeaderBytes + kPageBytes) {
    const bool first = log[at] == 0 && log[at + 1] == 0 && log[at + 2] == 0 && log[at + 3] == 1;
    decrypt_page(log, at + kFrameHeaderBytes, first, plain);
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename().string().starts_with("bredvid.db")) continue;
    const Bytes beside = read_file(entry.path());
    plain.insert(plain.end(), beside.begin(), beside.end());
  }
  return plain;
}

}  // namespace bredvid::storage
