// Private messages made by hand, as a member with bad intentions could.
#include "crypto/mls/message_protection.h"

#include <gtest/gtest.h>

#include "crypto/primitives/signature.h"
#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

struct Sealer {
  TestRandom random;
  crypto::SignatureKey key = crypto::make_signature_key(random);
  SecretBytes encryption{Bytes(32, 1)};
  SecretBytes sender_data{Bytes(32, 2)};
  Bytes context{1, 2, 3};

  // The plaintext, encrypted with the sender's first key; the tail goes where padding belongs.
  PrivateMessage seal(LeafIndex sender, const Bytes& tail) {
    const FramedContent framed{{7}, 0, {SenderType::member, sender.value}, {}, ApplicationData{{'h', 'e', 'j'}}};
    const auto content = sign_content(kWirePrivateMessage, framed, context, key.seed.view());
    tls::Writer plaintext;
    encode_content(plaintext, content->content.content);
    content->auth.encode(plaintext, ContentType::application);
    plaintext.fixed(tail);
    SecretTree tree(encryption, {2});
    const auto message_key = tree.ratchet({sender.value % 2}, RatchetType::application)->take(0);
    tls::Writer aad;  // group id, epoch, content type, then for the content: authenticated data
    aad.opaque(Bytes{7});
    aad.u64(0);
    aad.u8(1);
    PrivateMessage message{{7}, 0, ContentType::application, {}, {}, {}};
    message.ciphertext = *crypto::aead_seal(message_key->key.view(), message_key->nonce.view(),
                                            concat({aad.view(), Bytes{0}}), plaintext.view());
    tls::Writer who;
    who.u32(sender.value);
    who.u32(0);
    who.u32(0);  // a reuse guard of zeros leaves the nonce as it is
    const MessageKey hiding = sender_data_key(sender_data, message.ciphertext);
    message.encrypted_sender_data = *crypto::aead_seal(hiding.key.view(), hiding.nonce.view(), aad.view(), who.view());
    return message;
  }

  // Leaf 0 is ours, and it has sent that many messages.
  Result<AuthenticatedContent> open(const PrivateMessage& message, std::uint32_t own_sent = 1) {
    SecretTree tree(encryption, {2});
    EXPECT_TRUE(tree.ratchet({0}, RatchetType::application)->skip(own_sent).has_value());
    const auto lookup = [&](LeafIndex leaf) -> const Bytes* { return leaf.value < 2 ? &key.public_key : nullptr; };
    return unprotect_private(message, {0}, lookup, {tree, sender_data, context});
  }
};

TEST(MessageProtection, PaddingIsAllZeros) {
  Sealer sealer;
  EXPECT_TRUE(sealer.open(sealer.seal({1}, {})).has_value());
  EXPECT_TRUE(sealer.open(sealer.seal({1}, Bytes(100))).has_value());
  EXPECT_EQ(sealer.open(sealer.seal({1}, {0, 0, 1})).error(), CryptoError::bad_padding);
  EXPECT_EQ(sealer.open(sealer.seal({1}, {1, 0, 0})).error(), CryptoError::bad_padding);
}

TEST(MessageProtection, SendersThatAreNotThere) {
  Sealer sealer;
  EXPECT_EQ(sealer.open(sealer.seal({0}, {})).error(), CryptoError::own_message);
  EXPECT_EQ(sealer.open(sealer.seal({2}, {})).error(), CryptoError::unknown_sender);
  EXPECT_EQ(sealer.open(sealer.seal({4000000000U}, {})).error(), CryptoError::unknown_sender);
}

TEST(MessageProtection, OwnMessagesWithAKeyThatIsStillUnused) {
  Sealer sealer;
  EXPECT_EQ(sealer.open(sealer.seal({0}, {}), 0).error(), CryptoError::state_rolled_back);
  // Not by somebody who has the epoch's keys but not ours.
  PrivateMessage forged = sealer.seal({0}, {});
  sealer.context = {1, 2, 4};
  EXPECT_EQ(sealer.open(forged, 0).error(), CryptoError::bad_signature);
}

TEST(MessageProtection, ContextIsSigned) {
  Sealer sealer;
  const PrivateMessage message = sealer.seal({1}, {});
  sealer.context = {1, 2, 4};
  EXPECT_EQ(sealer.open(message).error(), CryptoError::bad_signature);
}

}  // namespace
}  // namespace bredvid::mls
