// Known answers of the standards for what the vectors folder does not cover, and what must be refused.
#include <gtest/gtest.h>

#include <string>

#include "crypto/primitives/aead.h"
#include "crypto/primitives/hash.h"
#include "crypto/primitives/hpke.h"
#include "crypto/primitives/password.h"
#include "crypto/primitives/signature.h"
#include "crypto/primitives/system_random.h"

namespace bredvid::crypto {
namespace {

std::string hex(ByteView bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

Bytes unhex(const std::string& text) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

Bytes counting(std::uint8_t first, std::size_t size) {
  Bytes bytes;
  for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(first + i));
  return bytes;
}

TEST(Hash, Sha256OfAbc) {
  EXPECT_EQ(hex(sha256(bytes_of("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, HmacRfc4231Case2) {
  const Bytes tag = hmac_sha256(bytes_of("Jefe"), bytes_of("what do ya want for nothing?"));
  EXPECT_EQ(hex(tag), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_TRUE(hmac_sha256_verify(bytes_of("Jefe"), bytes_of("what do ya want for nothing?"), tag));
  EXPECT_FALSE(hmac_sha256_verify(bytes_of("Jefe"), bytes_of("what do ya want for nothing?"), {}));
  EXPECT_FALSE(hmac_sha256_verify(bytes_of("Jefe"), bytes_of("what do ya want for nothing?"), ByteView(tag).first(31)));
}

TEST(Hash, HkdfRfc5869Case1) {
  const SecretBytes prk = hkdf_extract(counting(0, 13), Bytes(22, 0x0b));
  EXPECT_EQ(hex(prk.view()), "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
  const auto okm = hkdf_expand(prk.view(), counting(0xf0, 10), 42);
  ASSERT_TRUE(okm.has_value());
  EXPECT_EQ(hex(okm->view()), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
  EXPECT_TRUE(hkdf_expand(prk.view(), {}, kMaxExpandSize).has_value());
  EXPECT_EQ(hkdf_expand(prk.view(), {}, kMaxExpandSize + 1).error(), CryptoError::bad_argument);
}

TEST(Aead, RoundTripAndRefusals) {
  const Bytes key(32, 1);
  const Bytes nonce(12, 2);
  const Bytes sealed = *aead_seal(key, nonce, bytes_of("aad"), bytes_of("text"));
  EXPECT_EQ(sealed.size(), 4 + kAeadTagSize);
  EXPECT_EQ(hex(aead_open(key, nonce, bytes_of("aad"), sealed)->view()), hex(bytes_of("text")));
  EXPECT_EQ(aead_open(key, nonce, bytes_of("AAD"), sealed).error(), CryptoError::decrypt_failed);
  EXPECT_EQ(aead_open(key, nonce, {}, ByteView(sealed).first(15)).error(), CryptoError::decrypt_failed);
  EXPECT_EQ(aead_open(Bytes(31), nonce, {}, sealed).error(), CryptoError::bad_argument);
  EXPECT_EQ(aead_seal(key, Bytes(8), {}, {}).error(), CryptoError::bad_argument);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes altered = sealed;
    altered[i] ^= 1;
    EXPECT_FALSE(aead_open(key, nonce, bytes_of("aad"), altered).has_value());
  }
}

TEST(Signature, RoundTripAndRefusals) {
  SystemRandom random;
  const SignatureKey key = make_signature_key(random);
  const Bytes signature = *sign(key.seed.view(), bytes_of("text"));
  EXPECT_TRUE(verify(key.public_key, bytes_of("text"), signature).has_value());
  EXPECT_EQ(verify(key.public_key, bytes_of("Text"), signature).error(), CryptoError::bad_signature);
  EXPECT_EQ(verify(key.public_key, bytes_of("text"), {}).error(), CryptoError::bad_signature);
  EXPECT_EQ(verify(Bytes(31), bytes_of("text"), signature).error(), CryptoError::bad_key);
  EXPECT_EQ(verify(Bytes(32), bytes_of("text"), signature).error(), CryptoError::bad_signature);  // small order
  EXPECT_EQ(sign(Bytes(31), {}).error(), CryptoError::bad_key);
}

TEST(Kem, AllZeroResultsAreRefused) {
  SystemRandom random;
  const KemKey key = kem_make_key(random);
  EXPECT_EQ(x25519(key.private_key.view(), Bytes(32)).error(), CryptoError::bad_key);
  Bytes one(32);
  one[0] = 1;  // also of small order
  EXPECT_EQ(x25519(key.private_key.view(), one).error(), CryptoError::bad_key);
  EXPECT_EQ(kem_encapsulate(Bytes(32), random).error(), CryptoError::bad_key);
  EXPECT_EQ(kem_decapsulate(Bytes(32), key.private_key.view()).error(), CryptoError::bad_key);
  EXPECT_EQ(x25519(key.private_key.view(), Bytes(33)).error(), CryptoError::bad_key);
  EXPECT_EQ(*x25519_public(key.private_key.view()), key.public_key);
}

TEST(Kem, KeysOfSmallOrderAreNotGood) {
  SystemRandom random;
  EXPECT_TRUE(kem_public_key_is_good(kem_make_key(random).public_key));
  // All points of small order that 32 bytes can write (RFC 7748 6.1), the top bit apart, which X25519 does not read.
  const std::vector<std::string> small_order{"0000000000000000000000000000000000000000000000000000000000000000",
                                             "0100000000000000000000000000000000000000000000000000000000000000",
                                             "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                                             "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                                             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                             "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                             "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};
  for (const std::string& text : small_order) {
    Bytes key = unhex(text);
    EXPECT_FALSE(kem_public_key_is_good(key)) << text;
    key[31] |= 0x80;
    EXPECT_FALSE(kem_public_key_is_good(key)) << text;
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}}) {
    EXPECT_FALSE(kem_public_key_is_good(Bytes(size, 9)));
  }
}

// The list of small orders is complete where they can stand: X25519 itself says the same of every key near 0, p and
// 2^255.
TEST(Kem, GoodIsWhatX25519TakesToo) {
  SystemRandom random;
  const SecretBytes scalar = random.secret(kKemKeySize);
  const auto agree = [&](const Bytes& key) {
    EXPECT_EQ(kem_public_key_is_good(key), x25519(scalar.view(), key).has_value())
        << int{key[0]} << " " << int{key[31]};
  };
  for (int low = 0; low < 256; ++low) {
    for (const std::uint8_t filler : {std::uint8_t{0x00}, std::uint8_t{0xff}}) {
      for (const std::uint8_t top : {std::uint8_t{0x00}, std::uint8_t{0x7f}, std::uint8_t{0x80}, std::uint8_t{0xff}}) {
        Bytes key(kKemKeySize, filler);
        key.front() = static_cast<std::uint8_t>(low);
        key.back() = top;
        agree(key);
      }
    }
    agree(random.bytes(kKemKeySize));
  }
}

TEST(Hpke, RefusesOtherInfoAndReordering) {
  SystemRandom random;
  const KemKey key = kem_make_key(random);
  auto sender = HpkeContext::to_receiver(key.public_key, bytes_of("info"), random);
  ASSERT_TRUE(sender.has_value());
  const Bytes first = *sender->context.seal({}, bytes_of("1"));
  const Bytes second = *sender->context.seal({}, bytes_of("2"));
  auto other = HpkeContext::from_sender(sender->enc, key.private_key.view(), bytes_of("Info"));
  EXPECT_FALSE(other->open({}, first).has_value());
  auto receiver = HpkeContext::from_sender(sender->enc, key.private_key.view(), bytes_of("info"));
  EXPECT_FALSE(receiver->open({}, second).has_value());
  EXPECT_TRUE(receiver->open({}, first).has_value());
  EXPECT_TRUE(receiver->open({}, second).has_value());
}

TEST(Password, DependsOnEverythingAndIsBounded) {
  const PasswordCost cheap{64, 1};
  const Bytes salt(16, 7);
  const auto key = argon2id(bytes_of("1234"), salt, cheap, 32);
  ASSERT_TRUE(key.has_value());
  EXPECT_TRUE(equal_constant_time(*key, *argon2id(bytes_of("1234"), salt, cheap, 32)));
  EXPECT_FALSE(equal_constant_time(*key, *argon2id(bytes_of("1235"), salt, cheap, 32)));
  EXPECT_FALSE(equal_constant_time(*key, *argon2id(bytes_of("1234"), Bytes(16, 8), cheap, 32)));
  EXPECT_FALSE(equal_constant_time(*key, *argon2id(bytes_of("1234"), salt, {64, 2}, 32)));
  EXPECT_EQ(argon2id({}, Bytes(15), cheap, 32).error(), CryptoError::bad_argument);
  EXPECT_EQ(argon2id({}, salt, {kMaxPasswordMemoryKib + 1, 1}, 32).error(), CryptoError::bad_argument);
  EXPECT_EQ(argon2id({}, salt, {64, 0}, 32).error(), CryptoError::bad_argument);
  EXPECT_EQ(argon2id({}, salt, cheap, 15).error(), CryptoError::bad_argument);
}

}  // namespace
}  // namespace bredvid::crypto
