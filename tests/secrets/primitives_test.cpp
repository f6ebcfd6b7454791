// Each primitive by itself: in a longer life what one leaves on the stack is soon written over by the next, and this is
// the moment when it would be there.
#include <gtest/gtest.h>

#include "crypto/primitives/aead.h"
#include "crypto/primitives/hash.h"
#include "crypto/primitives/hpke.h"
#include "crypto/primitives/hpke_labels.h"
#include "crypto/primitives/password.h"
#include "crypto/primitives/signature.h"
#include "crypto/primitives/system_random.h"
#include "tests/secrets/watch.h"

namespace bredvid::crypto {
namespace {

using watch::during;

std::string listed(const watch::Finds& finds) {
  std::string text;
  for (const auto& [name, places] : finds) text += "  " + name + " (" + std::to_string(places) + ")\n";
  return text;
}

class Primitives : public testing::Test {
 protected:
  Primitives() { watch::start(); }

  SecretBytes secret(std::size_t size, const char* kind) {
    SecretBytes made = random_.secret(size);
    watch::learn(made.view(), kind);
    return made;
  }
  // Nothing but what is held.
  static void expect_clean() {
    watch::Finds finds = watch::search();
    std::erase_if(finds, [](const auto& find) { return find.first.rfind("live", 0) == 0; });
    EXPECT_TRUE(finds.empty()) << listed(finds);
  }

  SystemRandom random_;
};

TEST_F(Primitives, Hash) {
  const SecretBytes key = secret(32, "hmac key");
  const SecretBytes long_key = secret(100, "long hmac key");
  const SecretBytes data = secret(200, "hashed data");
  during("hmac", [&] { watch::learn(hmac_sha256_secret(key.view(), data.view()).view(), "hmac output"); });
  during("hmac, long key", [&] { watch::learn(hmac_sha256_secret(long_key.view(), {}).view(), "hmac output"); });
  during("verify", [&] { EXPECT_FALSE(hmac_sha256_verify(key.view(), data.view(), Bytes(32))); });
  during("extract", [&] { watch::learn(hkdf_extract(key.view(), data.view()).view(), "extracted"); });
  during("expand", [&] { watch::learn(hkdf_expand<80>(key.view(), bytes_of("info")).view(), "expanded"); });
  expect_clean();
}

TEST_F(Primitives, Aead) {
  const SecretBytes key = secret(32, "aead key");
  const SecretBytes nonce = secret(12, "aead nonce");
  const SecretBytes plaintext = secret(300, "plaintext");
  Bytes sealed;
  during("seal", [&] { sealed = *aead_seal(key.view(), nonce.view(), {}, plaintext.view()); });
  during("open", [&] { EXPECT_TRUE(aead_open(key.view(), nonce.view(), {}, sealed).has_value()); });
  during("open an altered one", [&] {
    sealed.back() ^= 1;
    EXPECT_FALSE(aead_open(key.view(), nonce.view(), {}, sealed).has_value());
  });
  expect_clean();
}

TEST_F(Primitives, Signature) {
  const SecretBytes seed = secret(32, "seed");
  const Bytes digest = Bytes(100, 7);
  during("key", [&] { EXPECT_TRUE(signature_key_from_seed(seed.view()).has_value()); });
  during("sign", [&] { EXPECT_TRUE(sign(seed.view(), digest).has_value()); });
  during("make", [&] {
    const SignatureKey made = make_signature_key(random_);
    watch::learn(made.seed.view(), "seed");
  });
  expect_clean();
}

TEST_F(Primitives, Kem) {
  const SecretBytes input = secret(32, "input key");
  std::optional<KemKey> key;
  during("derive", [&] { key.emplace(kem_derive_key(input.view())); });
  watch::learn(key->private_key.view(), "private key");
  during("public", [&] { EXPECT_TRUE(x25519_public(key->private_key.view()).has_value()); });
  std::optional<Encapsulated> sent;
  during("encapsulate", [&] { sent.emplace(std::move(*kem_encapsulate(key->public_key, random_))); });
  watch::learn(sent->shared_secret.view(), "shared secret");
  during("x25519", [&] {
    const auto dh = x25519(key->private_key.view(), sent->enc);
    watch::learn(dh->view(), "dh result");
  });
  during("decapsulate", [&] { EXPECT_TRUE(kem_decapsulate(sent->enc, key->private_key.view()).has_value()); });
  during("refuse", [&] { EXPECT_FALSE(kem_decapsulate(Bytes(32), key->private_key.view()).has_value()); });
  expect_clean();
}

// RFC 9180 5.1 once more, to know what was made in between.
void learn_hpke(const SecretBytes& shared_secret) {
  using namespace detail;
  const Bytes suite = concat({bytes_of("HPKE"), two_bytes(kKemId), two_bytes(kKdfId), two_bytes(3)});
  const SecretBytes psk_id_hash = labeled_extract({}, suite, "psk_id_hash", {});
  const SecretBytes info_hash = labeled_extract({}, suite, "info_hash", {});
  const Bytes context = concat({Bytes{0}, psk_id_hash.view(), info_hash.view()});
  const SecretBytes secret = labeled_extract(shared_secret.view(), suite, "secret", {});
  watch::learn(shared_secret.view(), "shared secret");
  watch::learn(secret.view(), "hpke secret");
  watch::learn(labeled_expand<kAeadKeySize>(secret, suite, "key", context).view(), "hpke key");
  watch::learn(labeled_expand<kAeadNonceSize>(secret, suite, "base_nonce", context).view(), "hpke nonce");
  watch::learn(labeled_expand<kHashSize>(secret, suite, "exp", context).view(), "hpke exporter secret");
}

TEST_F(Primitives, Hpke) {
  const KemKey key = kem_make_key(random_);
  watch::learn(key.private_key.view(), "private key");
  const SecretBytes plaintext = secret(32, "plaintext");
  std::optional<HpkeMessage> sealed;
  during("seal", [&] { sealed.emplace(*hpke_seal(key.public_key, {}, {}, plaintext.view(), random_)); });
  during("open", [&] { EXPECT_TRUE(hpke_open(key.private_key.view(), *sealed, {}, {}).has_value()); });
  learn_hpke(*kem_decapsulate(sealed->enc, key.private_key.view()));
  expect_clean();
}

TEST_F(Primitives, Password) {
  const SecretBytes pin = secret(20, "pin");
  during("stretch", [&] {
    const auto key = argon2id(pin.view(), Bytes(16, 1), {64, 1}, 32);
    watch::learn(key->view(), "stretched");
  });
  during("with more memory", [&] {
    const auto key = argon2id(pin.view(), Bytes(16, 2), {8192, 2}, 64);
    watch::learn(key->view(), "stretched");
  });
  expect_clean();
}

}  // namespace
}  // namespace bredvid::crypto
