// RFC 9180 and the labelled functions of RFC 9420: hpke-rfc9180, hpke-base-hpkejs, crypto-basics.
#include <algorithm>

#include "crypto/mls/labels.h"
#include "crypto/primitives/signature.h"
#include "crypto/primitives/system_random.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {
namespace {

using crypto::HpkeAead;
using crypto::HpkeContext;

// Gives the bytes it was made with, so that an ephemeral key can be dictated.
class FixedRandom final : public Random {
 public:
  explicit FixedRandom(Bytes bytes) : bytes_(std::move(bytes)) {}
  void fill(MutableByteView target) override {
    ASSERT_EQ(target.size(), bytes_.size());
    std::copy(bytes_.begin(), bytes_.end(), target.begin());
  }

 private:
  Bytes bytes_;
};

void check_exports(const HpkeContext& context, const Json& exports) {
  for (const Json& item : exports) {
    const auto value = context.export_secret(unhex(item["exporter_context"]), item["L"].get<std::size_t>());
    BREDVID_OK(value);
    EXPECT_EQ(hex(value->view()), item["exported_value"]);
  }
}

void check_rfc_entry(const Json& entry, HpkeAead aead) {
  const crypto::KemKey receiver_key = crypto::kem_derive_key(unhex(entry["ikmR"]));
  EXPECT_EQ(hex(receiver_key.private_key.view()), entry["skRm"]);
  EXPECT_EQ(hex(receiver_key.public_key), entry["pkRm"]);
  FixedRandom random(unhex(entry["ikmE"]));
  auto sender = HpkeContext::to_receiver(receiver_key.public_key, unhex(entry["info"]), random, aead);
  BREDVID_OK(sender);
  EXPECT_EQ(hex(sender->enc), entry["enc"]);
  auto receiver =
      HpkeContext::from_sender(unhex(entry["enc"]), receiver_key.private_key.view(), unhex(entry["info"]), aead);
  BREDVID_OK(receiver);
  // The file keeps messages 0-15, 255 and 256; those in between are sealed to get there.
  const Json& encryptions = entry["encryptions"];
  std::size_t sequence = 0;
  for (std::size_t i = 0; i < encryptions.size(); ++i) {
    const std::size_t wanted = i < 16 ? i : 239 + i;
    for (; sequence < wanted; ++sequence) {
      const auto filler = sender->context.seal({}, {});
      BREDVID_OK(filler);
      BREDVID_OK(receiver->open({}, *filler));
    }
    const Bytes aad = unhex(encryptions[i]["aad"]);
    const auto sealed = sender->context.seal(aad, unhex(encryptions[i]["pt"]));
    BREDVID_OK(sealed);
    EXPECT_EQ(hex(*sealed), encryptions[i]["ct"]);
    const auto opened = receiver->open(aad, unhex(encryptions[i]["ct"]));
    BREDVID_OK(opened);
    EXPECT_EQ(hex(opened->view()), encryptions[i]["pt"]);
    ++sequence;
  }
  check_exports(sender->context, entry["exports"]);
  check_exports(*receiver, entry["exports"]);
  if (aead == HpkeAead::export_only) {
    EXPECT_FALSE(sender->context.seal({}, {}));
    EXPECT_FALSE(receiver->open({}, Bytes(16)));
  }
}

TEST(Vectors, HpkeRfc9180) {
  BREDVID_VECTORS(entries, "hpke-rfc9180.json");
  Tally tally("hpke-rfc9180 (base mode)");
  for (const Json& entry : entries) {
    if (entry["mode"] != 0) {
      tally.left_out();
      continue;
    }
    check_rfc_entry(entry, static_cast<HpkeAead>(entry["aead_id"].get<std::uint16_t>()));
    tally.entry();
  }
}

TEST(Vectors, HpkeBaseHpkeJs) {
  BREDVID_VECTORS(entries, "hpke-base-hpkejs.json");
  Tally tally("hpke-base-hpkejs");
  for (const Json& entry : entries) {
    const crypto::KemKey key = crypto::kem_derive_key(unhex(entry["ikmR"]));
    EXPECT_EQ(hex(key.private_key.view()), entry["skRm"]);
    EXPECT_EQ(hex(key.public_key), entry["pkRm"]);
    auto context = HpkeContext::from_sender(unhex(entry["enc"]), key.private_key.view(), unhex(entry["info"]));
    BREDVID_OK(context);
    for (const Json& message : entry["encryptions"]) {
      const auto opened = context->open(unhex(message["aad"]), unhex(message["ct"]));
      BREDVID_OK(opened);
      EXPECT_EQ(hex(opened->view()), message["pt"]);
    }
    check_exports(*context, entry["exports"]);
    tally.entry();
  }
}

void check_kdf(const Json& entry) {
  const Json& expand = entry["expand_with_label"];
  const auto expanded = mls::expand_with_label(unhex_secret(expand["secret"]), expand["label"].get<std::string>(),
                                               unhex(expand["context"]), expand["length"].get<std::size_t>());
  BREDVID_OK(expanded);
  EXPECT_EQ(hex(expanded->view()), expand["out"]);
  const Json& derive = entry["derive_secret"];
  EXPECT_EQ(hex(mls::derive_secret(unhex_secret(derive["secret"]), derive["label"].get<std::string>()).view()),
            derive["out"]);
  const Json& tree = entry["derive_tree_secret"];
  const std::uint32_t generation = tree["generation"].get<std::uint32_t>();
  const std::string label = tree["label"].get<std::string>();
  const SecretBytes secret = unhex_secret(tree["secret"]);
  // Our code knows the size when it is compiled: 32 for suite 3, 16 would be suite 1's key.
  ASSERT_EQ(tree["length"], 32);
  EXPECT_EQ(hex(mls::derive_tree_secret<32>(secret, label, generation).view()), tree["out"]);
}

void check_labelled_public_key(const Json& entry) {
  const Json& sign = entry["sign_with_label"];
  const std::string label = sign["label"].get<std::string>();
  const Bytes content = unhex(sign["content"]);
  EXPECT_TRUE(mls::verify_with_label(unhex(sign["pub"]), label, content, unhex(sign["signature"])));
  const auto signature = mls::sign_with_label(signature_seed(sign["priv"]), label, content);
  BREDVID_OK(signature);
  EXPECT_TRUE(mls::verify_with_label(unhex(sign["pub"]), label, content, *signature));
}

void check_encryption(const Json& item) {
  const std::string label = item["label"].get<std::string>();
  const Bytes context = unhex(item["context"]);
  const auto opened = mls::decrypt_with_label(unhex(item["priv"]), label, context,
                                              {unhex(item["kem_output"]), unhex(item["ciphertext"])});
  BREDVID_OK(opened);
  EXPECT_EQ(hex(opened->view()), item["plaintext"]);
  crypto::SystemRandom random;
  const auto sealed = mls::encrypt_with_label(unhex(item["pub"]), label, context, unhex(item["plaintext"]), random);
  BREDVID_OK(sealed);
  const auto again = mls::decrypt_with_label(unhex(item["priv"]), label, context, *sealed);
  BREDVID_OK(again);
  EXPECT_EQ(hex(again->view()), item["plaintext"]);
}

TEST(Vectors, CryptoBasics) {
  BREDVID_VECTORS(entries, "crypto-basics.json");
  Tally tally("crypto-basics (suite 1 without AES: all but encrypt_with_label)");
  for (const Json& entry : entries) {
    const Json& ref = entry["ref_hash"];
    EXPECT_EQ(hex(mls::ref_hash(ref["label"].get<std::string>(), unhex(ref["value"]))), ref["out"]);
    check_kdf(entry);
    check_labelled_public_key(entry);
    if (entry["cipher_suite"] == kSuite3) check_encryption(entry["encrypt_with_label"]);
    tally.entry();
  }
}

}  // namespace
}  // namespace bredvid::vectors
