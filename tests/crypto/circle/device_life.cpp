// The ledger behind the tests of devices' lives: libsodium's encryption is led past here by the linker (--wrap), and
// each test ends with a look into the books. Here too: proof that the books show a mistake when one is made.
#include <sodium.h>

#include "crypto/primitives/hash.h"
#include "tests/crypto/circle/device_story.h"
#include "tests/crypto/circle/key_ledger.h"

namespace bredvid::ledger {
namespace {

struct Books {
  std::map<Bytes, Bytes> plaintext_of;   // key || nonce -> digest of plaintext and additional data
  std::map<Bytes, Bytes> key_of;         // digest of a ciphertext -> its key
  std::map<Bytes, Bytes> ciphertext_of;  // key -> digest of the ciphertext that left with it
  Count count;
};

Books& books() {
  static Books only;
  return only;
}

}  // namespace

void open() {
  books() = Books{};
}

Count count() {
  return books().count;
}

void write_down(ByteView key, ByteView nonce, ByteView additional, ByteView plaintext, ByteView ciphertext) {
  Books& all = books();
  ++all.count.encryptions;
  const Bytes digest = crypto::sha256(concat({crypto::sha256(additional), plaintext}));
  const auto [pair, fresh] = all.plaintext_of.try_emplace(concat({key, nonce}), digest);
  if (!fresh && pair->second != digest) ++all.count.pairs_used_twice;
  all.key_of.try_emplace(crypto::sha256(ciphertext), to_bytes(key));
}

// struct { version; wire_format; group_id<V>; uint64 epoch; uint8 content_type; authenticated_data<V>;
//          encrypted_sender_data<V>; ciphertext<V>; } PrivateMessage (RFC 9420 6.3); others carry no message key.
void left(ByteView blob) {
  constexpr std::uint16_t kPrivateMessage = 2;
  tls::Reader reader(blob);
  (void)reader.u16();
  if (reader.u16() != kPrivateMessage) return;
  (void)reader.opaque_view();
  (void)reader.u64();
  (void)reader.u8();
  (void)reader.opaque_view();
  for (int i = 0; i < 2; ++i) {
    const Bytes digest = crypto::sha256(reader.opaque_view());
    ASSERT_TRUE(reader.ok());
    const auto key = books().key_of.find(digest);
    ASSERT_NE(key, books().key_of.end()) << "a message that no encryption here has made";
    const auto [known, fresh] = books().ciphertext_of.try_emplace(key->second, digest);
    if (!fresh && known->second != digest) ++books().count.keys_left_twice;
  }
  ++books().count.messages_left;
}

}  // namespace bredvid::ledger

extern "C" {

int __real_crypto_aead_chacha20poly1305_ietf_encrypt(unsigned char* c, unsigned long long* clen_p,
                                                     const unsigned char* m, unsigned long long mlen,
                                                     const unsigned char* ad, unsigned long long adlen,
                                                     const unsigned char* nsec, const unsigned char* npub,
                                                     const unsigned char* k);

int __wrap_crypto_aead_chacha20poly1305_ietf_encrypt(unsigned char* c, unsigned long long* clen_p,
                                                     const unsigned char* m, unsigned long long mlen,
                                                     const unsigned char* ad, unsigned long long adlen,
                                                     const unsigned char* nsec, const unsigned char* npub,
                                                     const unsigned char* k) {
  const int done = __real_crypto_aead_chacha20poly1305_ietf_encrypt(c, clen_p, m, mlen, ad, adlen, nsec, npub, k);
  bredvid::ledger::write_down({k, crypto_aead_chacha20poly1305_IETF_KEYBYTES},
                              {npub, crypto_aead_chacha20poly1305_IETF_NPUBBYTES}, {ad, adlen}, {m, mlen},
                              {c, mlen + crypto_aead_chacha20poly1305_IETF_ABYTES});
  return done;
}
}

namespace bredvid::circle::model {
namespace {

// Opens the books once for all tests of lives together, and looks into them after each.
class Auditor : public testing::EmptyTestEventListener {
  void OnTestEnd(const testing::TestInfo& test) override {
    if (std::string_view(test.test_suite_name()) == "KeyLedger") return;  // makes mistakes on purpose
    const ledger::Count found = ledger::count();
    EXPECT_EQ(found.pairs_used_twice, 0u) << test.name();
    EXPECT_EQ(found.keys_left_twice, 0u) << test.name();
  }
  void OnTestSuiteStart(const testing::TestSuite& suite) override {
    if (std::string_view(suite.name()) == "KeyLedger") ledger::open();
  }
  void OnTestSuiteEnd(const testing::TestSuite& suite) override {
    const ledger::Count found = ledger::count();
    std::printf("%s: %zu encryptions, %zu messages left; pairs used twice %zu, keys left twice %zu\n", suite.name(),
                found.encryptions, found.messages_left, found.pairs_used_twice, found.keys_left_twice);
    if (std::string_view(suite.name()) == "KeyLedger") ledger::open();
  }
};

[[maybe_unused]] const bool kListening = [] {
  on_leave = ledger::left;
  testing::UnitTest::GetInstance()->listeners().Append(new Auditor);
  return true;
}();

constexpr std::uint64_t kMistakenRuns = 9'000'000;

// What the rule "persist, then send" is for: broken, a crash makes a device use a message key for two messages.
TEST(KeyLedger, ShowsKeysUsedTwiceWhenSendingComesBeforePersisting) {
  std::size_t runs_with_a_reuse = 0;
  for (int at = 0; at < 60; ++at) {
    ledger::open();
    auto story = std::make_unique<Story>(kMistakenRuns + static_cast<std::uint64_t>(at));
    story->world.send_before_persist = true;
    story->world.write_first = true;
    story->world.fuse.at = at;
    (void)story->tell();  // where a commit was lost that way, it has no good end
    if (ledger::count().keys_left_twice > 0) ++runs_with_a_reuse;
  }
  EXPECT_GE(runs_with_a_reuse, 5u);
}

// The net below that rule: a device that reads first sees its own message, is in doubt, and renews its keys instead.
TEST(KeyLedger, ADeviceThatReadsFirstNoticesTheMistakeInTime) {
  std::size_t runs_noticed = 0;
  for (int at = 0; at < 60; ++at) {
    ledger::open();
    auto story = std::make_unique<Story>(2 * kMistakenRuns + static_cast<std::uint64_t>(at));
    story->world.send_before_persist = true;
    story->world.fuse.at = at;
    (void)story->tell();  // where a commit was lost that way, it has no good end
    EXPECT_EQ(ledger::count().keys_left_twice, 0u) << at;
    if (story->supporter.disk.rolled_back + story->parent.disk.rolled_back > 0) ++runs_noticed;
  }
  EXPECT_GE(runs_noticed, 3u);
}

TEST(KeyLedger, ShowsAPairUsedForTwoPlaintexts) {
  ledger::open();
  const Bytes key(crypto_aead_chacha20poly1305_IETF_KEYBYTES, 1);
  const Bytes nonce(crypto_aead_chacha20poly1305_IETF_NPUBBYTES, 2);
  for (const unsigned char word : bytes_of("aab")) {
    Bytes out(1 + crypto_aead_chacha20poly1305_IETF_ABYTES);
    crypto_aead_chacha20poly1305_ietf_encrypt(out.data(), nullptr, &word, 1, nullptr, 0, nullptr, nonce.data(),
                                              key.data());
  }
  EXPECT_EQ(ledger::count().encryptions, 3u);
  EXPECT_EQ(ledger::count().pairs_used_twice, 1u);
}

}  // namespace
}  // namespace bredvid::circle::model
