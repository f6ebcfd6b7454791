// HPKE in PSK mode: RFC 9180 A.2.2, and what a missing or wrong PSK does.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "crypto/primitives/hpke.h"
#include "crypto/primitives/system_random.h"
#include "tests/support/hex.h"

namespace bredvid::crypto {
namespace {

using support::hex;

Bytes unhex(const std::string& text) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

// RFC 9180 A.2.2: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, mode_psk.
constexpr const char* kInfo = "4f6465206f6e2061204772656369616e2055726e";
constexpr const char* kEphemeral = "35706a0b09fb26fb45c39c2f5079c709c7cf98e43afa973f14d88ece7e29c2e3";  // ikmE
constexpr const char* kReceiver = "26b923eade72941c8a85b09986cdfa3f1296852261adedc52d58d2930269812b";   // ikmR
constexpr const char* kPsk = "0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82";
constexpr const char* kPskId = "456e6e796e20447572696e206172616e204d6f726961";
constexpr const char* kEnc = "2261299c3f40a9afc133b969a97f05e95be2c514e54f3de26cbe5644ac735b04";
constexpr const char* kPlain = "4265617574792069732074727574682c20747275746820626561757479";

struct Message {
  std::size_t sequence;
  const char* aad;
  const char* ciphertext;
};
constexpr Message kMessages[] = {
    {0, "436f756e742d30", "4a177f9c0d6f15cfdf533fb65bf84aecdc6ab16b8b85b4cf65a370e07fc1d78d28fb073214525276f4a89608ff"},
    {1, "436f756e742d31", "5c3cabae2f0b3e124d8d864c116fd8f20f3f56fda988c3573b40b09997fd6c769e77c8eda6cda4f947f5b704a8"},
    {2, "436f756e742d32", "14958900b44bdae9cbe5a528bf933c5c990dbb8e282e6e495adf8205d19da9eb270e3a6f1e0613ab7e757962a4"},
    {4, "436f756e742d34", "c2a7bc09ddb853cf2effb6e8d058e346f7fe0fb3476528c80db6b698415c5f8c50b68a9a355609e96d2117f8d3"},
    {255, "436f756e742d323535",
     "2414d0788e4bc39a59a26d7bd5d78e111c317d44c37bd5a4c2a1235f2ddc2085c487d406490e75210c958724a7"},
    {256, "436f756e742d323536",
     "c567ae1c3f0f75abe1dd9e4532b422600ed4a6e5b9484dafb1e43ab9f5fd662b28c00e2e81d3cde955dae7e218"},
};
constexpr const char* kExported[][2] = {
    {"", "813c1bfc516c99076ae0f466671f0ba5ff244a41699f7b2417e4c59d46d39f40"},
    {"00", "2745cf3d5bb65c333658732954ee7af49eb895ce77f8022873a62a13c94cb4e1"},
    {"54657374436f6e74657874", "ad40e3ae14f21c99bfdebc20ae14ab86f4ca2dc9a4799d200f43a25f99fa78ae"},
};

// Gives the bytes it was made with, so that the ephemeral key is the RFC's.
class Dictated final : public Random {
 public:
  explicit Dictated(Bytes bytes) : bytes_(std::move(bytes)) {}
  void fill(MutableByteView target) override {
    ASSERT_EQ(target.size(), bytes_.size());
    std::ranges::copy(bytes_, target.begin());
  }

 private:
  Bytes bytes_;
};

TEST(HpkePsk, IsThatOfRfc9180) {
  const KemKey receiver_key = kem_derive_key(unhex(kReceiver));
  const Bytes psk = unhex(kPsk);
  const Bytes psk_id = unhex(kPskId);
  Dictated random(unhex(kEphemeral));
  auto sender = HpkeContext::to_receiver(receiver_key.public_key, unhex(kInfo), {psk, psk_id}, random);
  ASSERT_TRUE(sender.has_value());
  EXPECT_EQ(hex(sender->enc), kEnc);
  auto receiver = HpkeContext::from_sender(unhex(kEnc), receiver_key.private_key.view(), unhex(kInfo), {psk, psk_id});
  ASSERT_TRUE(receiver.has_value());
  std::size_t sequence = 0;
  for (const Message& message : kMessages) {
    for (; sequence < message.sequence; ++sequence) {
      ASSERT_TRUE(receiver->open({}, *sender->context.seal({}, {})).has_value());
    }
    const Bytes sealed = *sender->context.seal(unhex(message.aad), unhex(kPlain));
    EXPECT_EQ(hex(sealed), message.ciphertext);
    const auto opened = receiver->open(unhex(message.aad), sealed);
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(hex(opened->view()), kPlain);
    ++sequence;
  }
  for (const auto& [context, value] : kExported) {
    EXPECT_EQ(hex(receiver->export_secret(unhex(context), 32)->view()), value);
    EXPECT_EQ(hex(sender->context.export_secret(unhex(context), 32)->view()), value);
  }
}

TEST(HpkePsk, WithoutThatPskNothingIsRead) {
  SystemRandom random;
  const KemKey key = kem_make_key(random);
  const Bytes psk(32, 1);
  const Bytes id{7};
  auto sender = HpkeContext::to_receiver(key.public_key, {}, {psk, id}, random);
  ASSERT_TRUE(sender.has_value());
  const Bytes sealed = *sender->context.seal({}, bytes_of("slip"));
  const auto opens = [&](Result<HpkeContext> context) { return context && context->open({}, sealed).has_value(); };
  const ByteView secret = key.private_key.view();
  EXPECT_TRUE(opens(HpkeContext::from_sender(sender->enc, secret, {}, {psk, id})));
  EXPECT_FALSE(opens(HpkeContext::from_sender(sender->enc, secret, {})));
  EXPECT_FALSE(opens(HpkeContext::from_sender(sender->enc, secret, {}, {Bytes(32, 2), id})));
  EXPECT_FALSE(opens(HpkeContext::from_sender(sender->enc, secret, {}, {Bytes(33, 1), id})));
  EXPECT_FALSE(opens(HpkeContext::from_sender(sender->enc, secret, {}, {psk, Bytes{8}})));
}

TEST(HpkePsk, AMissingOrShortPskIsNoBaseMode) {
  SystemRandom random;
  const KemKey key = kem_make_key(random);
  const auto code = [&](const HpkePsk& psk) {
    const auto sender = HpkeContext::to_receiver(key.public_key, {}, psk, random);
    const auto receiver = HpkeContext::from_sender(key.public_key, key.private_key.view(), {}, psk);
    EXPECT_EQ(sender.has_value(), receiver.has_value());
    return sender ? "done" : error_name(sender.error());
  };
  const Bytes psk(kMinHpkePskSize, 1);
  const Bytes id{7};
  EXPECT_STREQ(code({psk, id}), "done");
  EXPECT_STREQ(code({{}, {}}), "bad_argument");
  EXPECT_STREQ(code({{}, id}), "bad_argument");
  EXPECT_STREQ(code({psk, {}}), "bad_argument");
  EXPECT_STREQ(code({ByteView(psk).first(kMinHpkePskSize - 1), id}), "bad_argument");
}

}  // namespace
}  // namespace bredvid::crypto
