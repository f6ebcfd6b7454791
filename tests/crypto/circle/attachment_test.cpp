// An attachment's parts: what another implementation makes of them, and that each opens in its own place alone.
#include "crypto/circle/attachment.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "crypto/primitives/hash.h"
#include "tests/crypto/circle/counting_random.h"
#include "tests/support/hex.h"

namespace bredvid::circle {
namespace {

using support::hex;

constexpr const char* kNo = "mls_decrypt_failed";

class AttachmentTest : public testing::Test {
 protected:
  CountingRandom random_;
  SecretBytes key_ = random_.secret(kAttachmentKeySize);
  Bytes full_ = random_.bytes(kChunkSize);

  [[nodiscard]] Bytes sealed(std::uint32_t index, bool last, ByteView plain) const {
    return seal_chunk(key_.view(), index, last, plain).value();
  }
  // The plaintext in hexadecimal, or the failure's name.
  static std::string opened(ByteView key, std::uint32_t index, bool last, ByteView sealed) {
    const auto plain = open_chunk(key, index, last, sealed);
    return plain ? hex(plain->view()) : code_name(plain.error().code);
  }
  [[nodiscard]] std::string opened(std::uint32_t index, bool last, ByteView sealed) const {
    return opened(key_.view(), index, last, sealed);
  }
  static std::string refused(ByteView key, std::uint32_t index, bool last, ByteView plain) {
    const auto chunk = seal_chunk(key, index, last, plain);
    return chunk ? "done" : code_name(chunk.error().code);
  }
};

// Made with OpenSSL's ChaCha20-Poly1305 and nonces written down by hand: key 01 02 .. 20.
TEST_F(AttachmentTest, KnownAnswers) {
  Bytes key(kAttachmentKeySize);
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i + 1);
  Bytes big(kChunkSize);
  for (std::size_t i = 0; i < big.size(); ++i) big[i] = static_cast<std::uint8_t>(7 * i);
  EXPECT_EQ(hex(seal_chunk(key, 0, true, bytes_of("Hej")).value()), "5c39100e6351b1b5711367daffb54a65885072");
  EXPECT_EQ(hex(seal_chunk(key, 1599, true, Bytes{0}).value()), "ff2f3ffb7a0747f487f8b80fed4a338c50");
  EXPECT_EQ(hex(crypto::sha256(seal_chunk(key, 258, false, big).value())),
            "b0f8fa48737d686b02f874cee07b0d74f4a7b6f8389b22646d5a89b153ee7047");
  EXPECT_EQ(hex(crypto::sha256(seal_chunk(key, 258, true, big).value())),
            "a3d88449f5c9c04b68044dec5cdf90af70216e7e65ecb6d5aaac08e6ce332955");
}

TEST_F(AttachmentTest, AChunkIsThePlainAeadUnderItsPlacesNonce) {
  // 258 = 0x0102, in the eleventh byte and the one before; then the mark of the last.
  const Bytes nonce{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0};
  Bytes plainly(kSealedChunkMax);
  crypto_aead_chacha20poly1305_ietf_encrypt(plainly.data(), nullptr, full_.data(), full_.size(), nullptr, 0, nullptr,
                                            nonce.data(), key_.view().data());
  EXPECT_EQ(hex(sealed(258, false, full_)), hex(plainly));
}

TEST_F(AttachmentTest, AChunkComesThrough) {
  EXPECT_EQ(opened(0, false, sealed(0, false, full_)), hex(full_));
  EXPECT_EQ(opened(kMaxChunks - 1, true, sealed(kMaxChunks - 1, true, full_)), hex(full_));
  EXPECT_EQ(opened(3, true, sealed(3, true, bytes_of("x"))), hex(bytes_of("x")));
  EXPECT_EQ(sealed(0, false, full_).size(), kSealedChunkMax);
}

TEST_F(AttachmentTest, NothingCanBeExchangedDoubledOrCutOff) {
  const Bytes first = sealed(0, false, full_);
  const Bytes second = sealed(1, false, full_);
  const Bytes end = sealed(2, true, full_);
  EXPECT_EQ(opened(0, false, second), kNo) << "exchanged";
  EXPECT_EQ(opened(1, false, first), kNo) << "doubled";
  EXPECT_EQ(opened(1, true, second), kNo) << "the end cut off: the one before is no last one";
  EXPECT_EQ(opened(2, false, end), kNo) << "something put behind the end";
  EXPECT_EQ(opened(256, false, sealed(1, false, full_)), kNo) << "all of the index counts";
}

TEST_F(AttachmentTest, AnotherKeyAndAlteredBytesOpenNothing) {
  const Bytes chunk = sealed(0, true, bytes_of("Hej"));
  EXPECT_EQ(opened(random_.secret(kAttachmentKeySize).view(), 0, true, chunk), kNo);
  for (std::size_t at = 0; at < chunk.size(); ++at) {
    Bytes altered = chunk;
    altered[at] ^= 1;
    EXPECT_EQ(opened(0, true, altered), kNo) << at;
    EXPECT_EQ(opened(0, true, ByteView(chunk).first(at)), kNo) << at;
  }
  EXPECT_EQ(opened(0, true, concat({chunk, Bytes{0}})), kNo);
}

TEST_F(AttachmentTest, SizesAndPlacesThatCantBe) {
  const ByteView key = key_.view();
  EXPECT_EQ(refused(key.first(31), 0, true, full_), "not_allowed");
  EXPECT_EQ(refused(key, kMaxChunks, true, full_), "not_allowed");
  EXPECT_EQ(refused(key, 0, true, {}), "not_allowed");
  EXPECT_EQ(refused(key, 0, true, Bytes(kChunkSize + 1)), "not_allowed");
  EXPECT_EQ(refused(key, 0, false, Bytes(kChunkSize - 1)), "not_allowed") << "only the last may be shorter";
  EXPECT_EQ(opened(key.first(31), 0, true, sealed(0, true, full_)), "not_allowed");
  EXPECT_EQ(opened(key, kMaxChunks, true, sealed(0, true, full_)), "not_allowed");
  // What another program sealed although it may not.
  const Bytes nothing = crypto::aead_seal(key, Bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, {}, {}).value();
  EXPECT_EQ(opened(0, true, nothing), kNo);
  const Bytes shorter = crypto::aead_seal(key, Bytes(12), {}, Bytes(kChunkSize - 1)).value();
  EXPECT_EQ(opened(0, false, shorter), kNo);
}

}  // namespace
}  // namespace bredvid::circle
