// The lock, the counting tags, the words and the codes.
#include "crypto/circle/vault.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "crypto/circle/safety_words.h"
#include "crypto/circle/tally_tags.h"
#include "tests/crypto/circle/counting_random.h"

namespace bredvid::circle {
namespace {

std::string hex(ByteView bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

class VaultTest : public testing::Test {
 protected:
  CountingRandom random_;
  Bytes salt_ = random_.bytes(16);
  Bytes share_ = random_.bytes(kLockKeySize);
  SecretBytes stretched_ = random_.secret(kLockKeySize);  // Argon2id is slow; one test below runs it
};

TEST_F(VaultTest, OpensWhatItSealedAndNothingElse) {
  const auto vault = Vault::unlock(stretched_, share_);
  ASSERT_TRUE(vault);
  const Bytes plain = random_.bytes(300);
  const auto sealed = vault->seal("outbox:1", plain, random_);
  ASSERT_TRUE(sealed);
  const auto opened = vault->open("outbox:1", *sealed);
  ASSERT_TRUE(opened);
  EXPECT_TRUE(equal_public(opened->view(), plain));
  EXPECT_EQ(vault->open("outbox:2", *sealed).error().code, Code::state_bad);
  for (std::size_t at = 0; at < sealed->size(); at += 7) {
    Bytes changed = *sealed;
    changed[at] ^= 1;
    ASSERT_EQ(vault->open("outbox:1", changed).error().code, Code::state_bad);
  }
  for (std::size_t size = 0; size < 64; ++size) EXPECT_FALSE(vault->open("outbox:1", ByteView(*sealed).first(size)));
  EXPECT_NE(*vault->seal("outbox:1", plain, random_), *sealed);
}

TEST_F(VaultTest, TheShareIsHalfOfTheKey) {
  const auto vault = Vault::unlock(stretched_, share_);
  Bytes other_share = share_;
  other_share[31] ^= 1;
  const auto other = Vault::unlock(stretched_, other_share);
  const auto sealed = vault->seal("x", bytes_of("hej"), random_);
  EXPECT_FALSE(other->open("x", *sealed));
  EXPECT_FALSE(Vault::unlock(stretched_, ByteView(share_).first(31)));
  EXPECT_NE(share_auth(stretched_), to_bytes(stretched_.view()));
}

TEST_F(VaultTest, APinIsStretched) {
  const auto one = stretch_pin(bytes_of("123456"), salt_);
  const auto two = stretch_pin(bytes_of("123457"), salt_);
  ASSERT_TRUE(one && two);
  EXPECT_FALSE(equal_constant_time(*one, *two));
  EXPECT_EQ(stretch_pin({}, salt_).error().code, Code::not_allowed);
  EXPECT_EQ(stretch_pin(bytes_of("123456"), ByteView(salt_).first(15)).error().code, Code::not_allowed);
  EXPECT_EQ(stretch_pin(Bytes(kMaxPinSize + 1), salt_).error().code, Code::not_allowed);
}

// HMAC-SHA256 of "span" || 00000007 and so on under the key 00 01 .. 1f, computed with another implementation.
TEST(TallyTags, Golden) {
  SecretBytes secret(32);
  for (std::uint8_t i = 0; i < 32; ++i) secret.mutable_view()[i] = i;
  const TagSet tags = tally_tags(secret, 7, 20'000, 2024);
  EXPECT_EQ(hex(tags.tag), "7110eeae765055f3e3c380b887b63252cd93cd429a03027d86e79240d81e758b");
  EXPECT_EQ(hex(tags.day_tag), "92752e7a3d39c0890b09cbf174c66c36d18bf89734bcda3ed8381fd79d234d6d");
  EXPECT_EQ(hex(tags.year_tag), "5f27b92a61cf63cbabe1a8e023d3aa7a7007f3a420038dd83e8724bdf4cdd460");
}

TEST(SafetyWords, AreDifferentWordsAndFollowTheAuthenticator) {
  std::set<std::string_view> words;
  for (std::size_t i = 0; i < kSafetyWordCount; ++i) {
    EXPECT_GE(safety_word(i).size(), 2u);
    words.insert(safety_word(i));
  }
  EXPECT_EQ(words.size(), kSafetyWordCount);
  Bytes authenticator(32, 1);
  const auto here = safety_words(authenticator);
  EXPECT_EQ(here, safety_words(authenticator));
  authenticator[0] = 2;
  EXPECT_NE(here, safety_words(authenticator));
}

// Every code has the number and the name that the shared list gives it.
TEST(Codes, AreThoseOfTheSharedList) {
  // The WASI runner says where the sources are; natively this file knows it.
  const char* root = std::getenv("BREDVID_SOURCE_DIR");
  const std::string here = __FILE__;
  const std::string source_dir = root != nullptr ? root : here.substr(0, here.rfind("/tests/crypto/"));
  const std::string path = source_dir + "/schema/error_codes.csv";
  std::FILE* list = std::fopen(path.c_str(), "r");  // libc++ for WASI has no file streams
  ASSERT_NE(list, nullptr);
  std::size_t found = 0;
  for (std::array<char, 512> buffer; std::fgets(buffer.data(), buffer.size(), list) != nullptr;) {
    const std::string line = buffer.data();
    const auto comma = line.find(',');
    const unsigned long number = std::strtoul(line.c_str(), nullptr, 10);
    if (comma == std::string::npos || number == 0) continue;
    const std::string name = line.substr(comma + 1, line.find(',', comma + 1) - comma - 1);
    const std::string_view ours = code_name(static_cast<Code>(number));
    const bool fallback = ours == "mls_malformed" && number != 90;
    if (fallback) continue;
    ++found;
    EXPECT_EQ(ours, name) << number;
  }
  std::fclose(list);
  EXPECT_EQ(found, 22u);
}

}  // namespace
}  // namespace bredvid::circle
