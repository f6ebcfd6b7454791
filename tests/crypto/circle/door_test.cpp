// A slip through the open door: who has the paper and the key reads it, nobody else, and nothing altered is taken.
#include "crypto/circle/door.h"

#include <gtest/gtest.h>

#include <cctype>

#include "tests/crypto/circle/counting_random.h"

namespace bredvid::circle {
namespace {

class Door : public testing::TestWithParam<SlipForm> {
 protected:
  CountingRandom random_;
  Slip door_ = make_slip(GetParam(), random_);
  WaitId wait_ = WaitId::fresh(random_);
  crypto::KemKey key_ = crypto::kem_make_key(random_);
  std::string text_ = slip_text(make_slip(SlipForm::qr, random_));

  Bytes sealed() { return *seal_for_waiting(door_, wait_, key_.public_key, text_, random_); }
  // The text, or the failure's name.
  std::string opened(const Slip& door, const WaitId& wait, ByteView private_key, ByteView sealed) {
    const auto slip = open_door_slip(door, wait, private_key, sealed);
    return slip ? slip_text(*slip) : code_name(slip.error().code);
  }
  std::string opened(ByteView sealed) { return opened(door_, wait_, key_.private_key.view(), sealed); }
};
INSTANTIATE_TEST_SUITE_P(Forms, Door, testing::Values(SlipForm::typed, SlipForm::qr));

constexpr const char* kNo = "mls_decrypt_failed";

TEST_P(Door, TheSlipComesThrough) {
  EXPECT_EQ(opened(sealed()), text_);
  EXPECT_NE(sealed(), sealed());
  EXPECT_LE(sealed().size(), kMaxSealedForWaiting);
  EXPECT_EQ(sealed().size(), 32 + text_.size() + 16);
}

TEST_P(Door, HoweverTheSlipWasTypedItsLengthSaysNothing) {
  std::string loose;
  for (const char character : text_) loose += character == '-' ? ' ' : static_cast<char>(std::tolower(character));
  const auto sealed_loose = seal_for_waiting(door_, wait_, key_.public_key, loose, random_);
  ASSERT_TRUE(sealed_loose);
  EXPECT_EQ(sealed_loose->size(), sealed().size());
  EXPECT_EQ(opened(*sealed_loose), text_);
}

TEST_P(Door, AnotherDoorPlaceOrKeyOpensNothing) {
  const Bytes content = sealed();
  const ByteView secret = key_.private_key.view();
  EXPECT_EQ(opened(make_slip(GetParam(), random_), wait_, secret, content), kNo);
  EXPECT_EQ(opened(door_, WaitId::fresh(random_), secret, content), kNo);
  EXPECT_EQ(opened(door_, wait_, crypto::kem_make_key(random_).private_key.view(), content), kNo);
  EXPECT_EQ(opened(door_, wait_, {}, content), kNo);
  Slip renamed{door_.form, door_.selector ^ 1, door_.secret.clone()};
  EXPECT_EQ(opened(renamed, wait_, secret, content), kNo);
}

// What the door is for: a server that puts its own key in the waiting one's place, and has not read the poster.
TEST_P(Door, AServersOwnKeyReadsNothingWithoutThePoster) {
  const crypto::KemKey servers = crypto::kem_make_key(random_);
  const Bytes content = *seal_for_waiting(door_, wait_, servers.public_key, text_, random_);
  Slip guessed{door_.form, door_.selector, random_.secret(door_.secret.size())};
  EXPECT_EQ(opened(guessed, wait_, servers.private_key.view(), content), kNo);
  EXPECT_EQ(opened(door_, wait_, servers.private_key.view(), content), text_);  // and said plainly: with it, it does
}

TEST_P(Door, EveryChangedBitAndEveryCutIsRefused) {
  const Bytes content = sealed();
  for (std::size_t bit = 0; bit < content.size() * 8; ++bit) {
    Bytes mutant = content;
    mutant[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    // X25519 ignores the highest bit of a point (RFC 7748 5), HPKE does not: enc is part of what the key is made from.
    ASSERT_EQ(opened(mutant), kNo) << bit;
  }
  for (std::size_t size = 0; size < content.size(); ++size) ASSERT_EQ(opened(ByteView(content).first(size)), kNo);
  EXPECT_EQ(opened(concat({content, Bytes{0}})), kNo);
  EXPECT_EQ(opened(Bytes(kMaxSealedForWaiting + 1)), kNo);
}

TEST_P(Door, OnlyA256BitSlipIsSealedAndOnlyToAKey) {
  const auto code = [&](std::string_view text, ByteView key) {
    const auto made = seal_for_waiting(door_, wait_, key, text, random_);
    return made ? "done" : code_name(made.error().code);
  };
  EXPECT_STREQ(code(text_, key_.public_key), "done");
  EXPECT_STREQ(code(slip_text(make_slip(SlipForm::typed, random_)), key_.public_key), "not_allowed");
  EXPECT_STREQ(code("", key_.public_key), "not_allowed");
  EXPECT_STREQ(code(text_.substr(1), key_.public_key), "not_allowed");
  EXPECT_STREQ(code(text_, Bytes(32)), kNo);
  EXPECT_STREQ(code(text_, Bytes(31, 9)), kNo);
}

TEST_P(Door, ThePskIsNoneOfTheSlipsOtherKeys) {
  const SecretBytes psk = door_psk(door_);
  const SlipKeys keys = derive_slip_keys(door_);
  EXPECT_FALSE(equal_constant_time(psk, keys.psk));
  EXPECT_FALSE(equal_constant_time(psk, keys.join));
  EXPECT_FALSE(equal_constant_time(psk, redeem_token(door_)));
}

}  // namespace
}  // namespace bredvid::circle
