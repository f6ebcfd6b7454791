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

constexpr int kBaseMode = 0;
constexpr int kPskMode = 1;

// DHKEM(X25519, HKDF-SHA256) with HKDF-SHA256.
bool takes_hpke(const Value& entry, Report& report) {
  if (entry["kem_id"].number<int>() == 0x20 && entry["kdf_id"].number<int>() == 1) return true;
  report.skip("a KEM or KDF that this product does not have");
  return false;
}
// Base mode with ChaCha20Poly1305 or for exports only.
bool is_ours(const Value& entry) {
  const auto aead = entry["aead_id"].number<std::uint16_t>();
  return entry["mode"].number<int>() == kBaseMode && (aead == static_cast<std::uint16_t>(HpkeAead::chacha20_poly1305) ||
                                                      aead == static_cast<std::uint16_t>(HpkeAead::export_only));
}

void check_derived(const Value& seed, const Value& private_key, const Value& public_key) {
  const crypto::KemKey key = crypto::kem_derive_key(unhex(seed));
  EXPECT_EQ(private_key, hex(key.private_key.view()));
  EXPECT_EQ(public_key, hex(key.public_key));
}

void check_exports(const HpkeContext& context, const Value& exports) {
  for (const Value& item : exports.items()) {
    const auto value = context.export_secret(unhex(item["exporter_context"]), item["L"].number<std::size_t>());
    BREDVID_OK(value);
    EXPECT_EQ(item["exported_value"], hex(value->view()));
  }
}

void check_messages(HpkeContext& sender, HpkeContext& receiver, const Value& encryptions) {
  // The file keeps messages 0-15, 255 and 256; those in between are sealed to get there.
  std::size_t sequence = 0;
  std::size_t kept = 0;
  for (const Value& message : encryptions.items()) {
    const std::size_t wanted = kept < 16 ? kept : 239 + kept;
    for (; sequence < wanted; ++sequence) {
      const auto filler = sender.seal({}, {});
      BREDVID_OK(filler);
      BREDVID_OK(receiver.open({}, *filler));
    }
    const Bytes aad = unhex(message["aad"]);
    const auto sealed = sender.seal(aad, unhex(message["pt"]));
    BREDVID_OK(sealed);
    EXPECT_EQ(message["ct"], hex(*sealed));
    const auto opened = receiver.open(aad, unhex(message["ct"]));
    BREDVID_OK(opened);
    EXPECT_EQ(message["pt"], hex(opened->view()));
    ++sequence;
    ++kept;
  }
}

// The exporter's secret does not depend on how long the AEAD's key is, so it is right for an AEAD that is not ours too.
// The whole of PSK mode with ours is RFC 9180 A.2.2, in tests/crypto/primitives.
void check_psk_exports(const Value& entry) {
  const auto aead = static_cast<HpkeAead>(entry["aead_id"].number<std::uint16_t>());
  const Bytes psk = unhex(entry["psk"]);
  const Bytes psk_id = unhex(entry["psk_id"]);
  const auto context =
      HpkeContext::from_sender(unhex(entry["enc"]), unhex(entry["skRm"]), unhex(entry["info"]), {psk, psk_id}, aead);
  BREDVID_OK(context);
  check_exports(*context, entry["exports"]);
}

void check_rfc_entry(const Value& entry, Report& report) {
  if (!takes_hpke(entry, report)) return;
  const int mode = entry["mode"].number<int>();
  check_derived(entry["ikmR"], entry["skRm"], entry["pkRm"]);
  check_derived(entry["ikmE"], entry["skEm"], entry["pkEm"]);
  if (mode == kBaseMode || mode == kPskMode) {
    const auto shared = crypto::kem_decapsulate(unhex(entry["enc"]), unhex(entry["skRm"]));
    BREDVID_OK(shared);
    EXPECT_EQ(entry["shared_secret"], hex(shared->view()));
  }
  if (mode == kPskMode) {
    check_psk_exports(entry);
    report.note("in PSK mode with its exported values only: AES-128-GCM");
    return;
  }
  if (!is_ours(entry)) {
    report.note("with the KEM only: a mode that nobody here uses, or AES-128-GCM");
    return;
  }
  const auto aead = static_cast<HpkeAead>(entry["aead_id"].number<std::uint16_t>());
  const crypto::KemKey receiver_key = crypto::kem_derive_key(unhex(entry["ikmR"]));
  FixedRandom random(unhex(entry["ikmE"]));
  auto sender = HpkeContext::to_receiver(receiver_key.public_key, unhex(entry["info"]), random, aead);
  BREDVID_OK(sender);
  EXPECT_EQ(entry["enc"], hex(sender->enc));
  auto receiver =
      HpkeContext::from_sender(unhex(entry["enc"]), receiver_key.private_key.view(), unhex(entry["info"]), aead);
  BREDVID_OK(receiver);
  check_messages(sender->context, *receiver, entry["encryptions"]);
  check_exports(sender->context, entry["exports"]);
  check_exports(*receiver, entry["exports"]);
  if (aead == HpkeAead::export_only) {
    EXPECT_FALSE(sender->context.seal({}, {}));
    EXPECT_FALSE(receiver->open({}, Bytes(16)));
  }
}
BREDVID_VECTOR_FILE(HpkeRfc9180, "hpke-rfc9180.json", check_rfc_entry, "mode", "kem_id", "kdf_id", "aead_id", "info",
                    "ikmR", "ikmE", "skRm", "pkRm", "skEm", "pkEm", "enc", "shared_secret", "encryptions", "exports");

void check_base_entry(const Value& entry, Report& report) {
  if (!takes_hpke(entry, report)) return;
  ASSERT_TRUE(is_ours(entry));
  const crypto::KemKey key = crypto::kem_derive_key(unhex(entry["ikmR"]));
  EXPECT_EQ(entry["skRm"], hex(key.private_key.view()));
  EXPECT_EQ(entry["pkRm"], hex(key.public_key));
  auto context = HpkeContext::from_sender(unhex(entry["enc"]), key.private_key.view(), unhex(entry["info"]));
  BREDVID_OK(context);
  for (const Value& message : entry["encryptions"].items()) {
    const auto opened = context->open(unhex(message["aad"]), unhex(message["ct"]));
    BREDVID_OK(opened);
    EXPECT_EQ(message["pt"], hex(opened->view()));
  }
  check_exports(*context, entry["exports"]);
}
BREDVID_VECTOR_FILE(HpkeBaseHpkeJs, "hpke-base-hpkejs.json", check_base_entry, "mode", "kem_id", "kdf_id", "aead_id",
                    "info", "ikmR", "skRm", "pkRm", "enc", "encryptions", "exports");

void check_kdf(const Value& entry) {
  const Value expand = entry["expand_with_label"];
  const auto expanded = mls::expand_with_label(unhex_secret(expand["secret"]), expand["label"].text(),
                                               unhex(expand["context"]), expand["length"].number<std::size_t>());
  BREDVID_OK(expanded);
  EXPECT_EQ(expand["out"], hex(expanded->view()));
  const Value derive = entry["derive_secret"];
  EXPECT_EQ(derive["out"], hex(mls::derive_secret(unhex_secret(derive["secret"]), derive["label"].text()).view()));
  const Value tree = entry["derive_tree_secret"];
  const auto generation = tree["generation"].number<std::uint32_t>();
  const std::string label = tree["label"].text();
  const SecretBytes secret = unhex_secret(tree["secret"]);
  // Our code knows the size when it is compiled: 32 for suite 3, 16 would be suite 1's key.
  ASSERT_EQ(tree["length"].number<int>(), 32);
  EXPECT_EQ(tree["out"], hex(mls::derive_tree_secret<32>(secret, label, generation).view()));
}

void check_labelled_public_key(const Value& entry) {
  const Value sign = entry["sign_with_label"];
  const std::string label = sign["label"].text();
  const Bytes content = unhex(sign["content"]);
  EXPECT_TRUE(mls::verify_with_label(unhex(sign["pub"]), label, content, unhex(sign["signature"])));
  const auto signature = mls::sign_with_label(signature_seed(sign["priv"]), label, content);
  BREDVID_OK(signature);
  EXPECT_TRUE(mls::verify_with_label(unhex(sign["pub"]), label, content, *signature));
}

void check_encryption(const Value& item) {
  const std::string label = item["label"].text();
  const Bytes context = unhex(item["context"]);
  const auto opened = mls::decrypt_with_label(unhex(item["priv"]), label, context,
                                              {unhex(item["kem_output"]), unhex(item["ciphertext"])});
  BREDVID_OK(opened);
  EXPECT_EQ(item["plaintext"], hex(opened->view()));
  crypto::SystemRandom random;
  const auto sealed = mls::encrypt_with_label(unhex(item["pub"]), label, context, unhex(item["plaintext"]), random);
  BREDVID_OK(sealed);
  const auto again = mls::decrypt_with_label(unhex(item["priv"]), label, context, *sealed);
  BREDVID_OK(again);
  EXPECT_EQ(item["plaintext"], hex(again->view()));
}

void check_basics(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  const Value ref = entry["ref_hash"];
  EXPECT_EQ(ref["out"], hex(mls::ref_hash(ref["label"].text(), unhex(ref["value"]))));
  check_kdf(entry);
  check_labelled_public_key(entry);
  if (is_suite(entry, kSuite3)) {
    check_encryption(entry["encrypt_with_label"]);
  } else {
    report.note("of suite 1 without encrypt_with_label, which needs AES-128-GCM");
  }
}
BREDVID_VECTOR_FILE(CryptoBasics, "crypto-basics.json", check_basics, "cipher_suite", "ref_hash", "expand_with_label",
                    "derive_secret", "derive_tree_secret", "sign_with_label", "encrypt_with_label");

}  // namespace
}  // namespace bredvid::vectors
