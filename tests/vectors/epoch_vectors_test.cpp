// Secrets of an epoch: key-schedule, psk_secret, transcript-hashes, secret-tree, welcome.
#include <bit>

#include "crypto/mls/key_schedule.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "crypto/mls/secret_tree.h"
#include "crypto/mls/transcript.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {
namespace {

std::string shown(const SecretBytes& secret) {
  return hex(secret.view());
}

void check_epoch_secrets(const mls::EpochSecrets& secrets, const Value& epoch) {
  EXPECT_EQ(epoch["init_secret"], shown(secrets.init));
  EXPECT_EQ(epoch["sender_data_secret"], shown(secrets.sender_data));
  EXPECT_EQ(epoch["encryption_secret"], shown(secrets.encryption));
  EXPECT_EQ(epoch["exporter_secret"], shown(secrets.exporter));
  EXPECT_EQ(epoch["epoch_authenticator"], shown(secrets.epoch_authenticator));
  EXPECT_EQ(epoch["external_secret"], shown(secrets.external));
  EXPECT_EQ(epoch["confirmation_key"], shown(secrets.confirmation_key));
  EXPECT_EQ(epoch["membership_key"], shown(secrets.membership_key));
  EXPECT_EQ(epoch["resumption_psk"], shown(secrets.resumption_psk));
  EXPECT_EQ(epoch["external_pub"], hex(mls::external_key(secrets.external).public_key));
  const Value wanted = epoch["exporter"];
  const auto exported = mls::mls_export(secrets.exporter, wanted["label"].text(), unhex(wanted["context"]),
                                        wanted["length"].number<std::size_t>());
  BREDVID_OK(exported);
  EXPECT_EQ(wanted["secret"], shown(*exported));
}

void check_key_schedule(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  SecretBytes init = unhex_secret(entry["initial_init_secret"]);
  std::uint64_t number = 0;
  for (const Value& epoch : entry["epochs"].items()) {
    mls::GroupContext context;
    context.cipher_suite = entry["cipher_suite"].number<std::uint16_t>();
    context.group_id = unhex(entry["group_id"]);
    context.epoch = number++;
    context.tree_hash = unhex(epoch["tree_hash"]);
    context.confirmed_transcript_hash = unhex(epoch["confirmed_transcript_hash"]);
    const Bytes encoded = tls::encode(context);
    EXPECT_EQ(epoch["group_context"], hex(encoded));
    const SecretBytes joiner = mls::joiner_secret(init, unhex_secret(epoch["commit_secret"]), encoded);
    EXPECT_EQ(epoch["joiner_secret"], shown(joiner));
    const SecretBytes psk = unhex_secret(epoch["psk_secret"]);
    EXPECT_EQ(epoch["welcome_secret"], shown(mls::welcome_secret(joiner, psk)));
    mls::EpochSecrets secrets = mls::epoch_secrets(joiner, psk, encoded);
    check_epoch_secrets(secrets, epoch);
    init = std::move(secrets.init);
  }
}
BREDVID_VECTOR_FILE(KeySchedule, "key-schedule.json", check_key_schedule, "cipher_suite", "group_id",
                    "initial_init_secret", "epochs");

void check_psk_secret(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  std::vector<mls::Psk> psks;
  for (const Value& item : entry["psks"].items()) {
    mls::PreSharedKeyId id;
    id.psk_id = unhex(item["psk_id"]);
    id.psk_nonce = unhex(item["psk_nonce"]);
    psks.push_back({std::move(id), unhex_secret(item["psk"])});
  }
  EXPECT_EQ(entry["psk_secret"], shown(mls::psk_secret(psks)));
}
BREDVID_VECTOR_FILE(PskSecret, "psk_secret.json", check_psk_secret, "cipher_suite", "psks", "psk_secret");

void check_transcript(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  const auto content = tls::decode<mls::AuthenticatedContent>(unhex(entry["authenticated_content"]));
  BREDVID_OK(content);
  const Bytes confirmed = mls::confirmed_transcript_hash(unhex(entry["interim_transcript_hash_before"]), *content);
  EXPECT_EQ(entry["confirmed_transcript_hash_after"], hex(confirmed));
  const Bytes tag = mls::confirmation_tag(unhex_secret(entry["confirmation_key"]), confirmed);
  EXPECT_EQ(hex(tag), hex(content->auth.confirmation_tag));
  EXPECT_EQ(entry["interim_transcript_hash_after"], hex(mls::interim_transcript_hash(confirmed, tag)));
}
BREDVID_VECTOR_FILE(TranscriptHashes, "transcript-hashes.json", check_transcript, "cipher_suite", "confirmation_key",
                    "authenticated_content", "interim_transcript_hash_before", "confirmed_transcript_hash_after",
                    "interim_transcript_hash_after");

// A key of suite 1 is shorter than ours, so there only the nonces are the same.
void check_key(mls::Ratchet* ratchet, std::uint32_t generation, const Value& key, const Value& nonce, bool with_key) {
  ASSERT_NE(ratchet, nullptr);
  const auto taken = ratchet->take(generation);
  BREDVID_OK(taken);
  EXPECT_TRUE(!with_key || key == shown(taken->key));
  EXPECT_EQ(nonce, shown(taken->nonce));
  EXPECT_EQ(ratchet->take(generation).error(), CryptoError::replayed);
}

void check_secret_tree(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  const bool with_keys = is_suite(entry, kSuite3);
  if (!with_keys) report.note("of suite 1 with nonces only, its keys are AES-128-GCM's");
  const Value sender_data = entry["sender_data"];
  const mls::MessageKey hiding =
      mls::sender_data_key(unhex_secret(sender_data["sender_data_secret"]), unhex(sender_data["ciphertext"]));
  EXPECT_TRUE(!with_keys || sender_data["key"] == shown(hiding.key));
  EXPECT_EQ(sender_data["nonce"], shown(hiding.nonce));
  const std::vector<Value> leaves = entry["leaves"].items();
  const auto count = static_cast<std::uint32_t>(leaves.size());
  ASSERT_TRUE(std::has_single_bit(count)) << "a tree has 1, 2, 4, ... leaves";
  mls::SecretTree tree(unhex_secret(entry["encryption_secret"]), {count});
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const Value& step : leaves[i].items()) {
      const auto generation = step["generation"].number<std::uint32_t>();
      check_key(tree.ratchet({i}, mls::RatchetType::handshake), generation, step["handshake_key"],
                step["handshake_nonce"], with_keys);
      check_key(tree.ratchet({i}, mls::RatchetType::application), generation, step["application_key"],
                step["application_nonce"], with_keys);
    }
  }
}
BREDVID_VECTOR_FILE(SecretTree, "secret-tree.json", check_secret_tree, "cipher_suite", "encryption_secret",
                    "sender_data", "leaves");

void check_welcome(const Value& entry, Report& report) {
  if (!takes_suite_3(entry, report)) return;
  const Bytes key_package_bytes = unhex(entry["key_package"]);
  const auto key_package = mls::decode_message<mls::KeyPackage>(key_package_bytes);
  BREDVID_OK(key_package);
  EXPECT_TRUE(mls::check_key_package(*key_package));
  const Bytes welcome_bytes = unhex(entry["welcome"]);
  const auto welcome = mls::decode_message<mls::Welcome>(welcome_bytes);
  BREDVID_OK(welcome);
  const auto reference = mls::key_package_reference(key_package_bytes);
  const auto references = mls::welcome_references(welcome_bytes);
  BREDVID_OK(reference);
  BREDVID_OK(references);
  EXPECT_NE(std::find(references->begin(), references->end(), *reference), references->end());
  const auto secrets = mls::decrypt_group_secrets(*welcome, *reference, unhex(entry["init_priv"]));
  BREDVID_OK(secrets);
  EXPECT_TRUE(secrets->psks.empty());
  const SecretBytes no_psk = mls::psk_secret({});
  const auto info =
      mls::decrypt_group_info(welcome->encrypted_group_info, mls::welcome_secret(secrets->joiner_secret, no_psk));
  BREDVID_OK(info);
  EXPECT_TRUE(mls::verify_group_info(*info, unhex(entry["signer_pub"])));
  const mls::EpochSecrets epoch = mls::epoch_secrets(secrets->joiner_secret, no_psk, tls::encode(info->group_context));
  EXPECT_EQ(hex(mls::confirmation_tag(epoch.confirmation_key, info->group_context.confirmed_transcript_hash)),
            hex(info->confirmation_tag));
}
BREDVID_VECTOR_FILE(Welcome, "welcome.json", check_welcome, "cipher_suite", "init_priv", "key_package", "signer_pub",
                    "welcome");

}  // namespace
}  // namespace bredvid::vectors
