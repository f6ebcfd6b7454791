// Secrets of an epoch: key-schedule, psk_secret, transcript-hashes, secret-tree, welcome.
#include "crypto/mls/key_schedule.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "crypto/mls/secret_tree.h"
#include "crypto/mls/transcript.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {
namespace {

Json shown(const SecretBytes& secret) {
  return hex(secret.view());
}

void check_epoch_secrets(const mls::EpochSecrets& secrets, const Json& epoch) {
  EXPECT_EQ(shown(secrets.init), epoch["init_secret"]);
  EXPECT_EQ(shown(secrets.sender_data), epoch["sender_data_secret"]);
  EXPECT_EQ(shown(secrets.encryption), epoch["encryption_secret"]);
  EXPECT_EQ(shown(secrets.exporter), epoch["exporter_secret"]);
  EXPECT_EQ(shown(secrets.epoch_authenticator), epoch["epoch_authenticator"]);
  EXPECT_EQ(shown(secrets.external), epoch["external_secret"]);
  EXPECT_EQ(shown(secrets.confirmation_key), epoch["confirmation_key"]);
  EXPECT_EQ(shown(secrets.membership_key), epoch["membership_key"]);
  EXPECT_EQ(shown(secrets.resumption_psk), epoch["resumption_psk"]);
  EXPECT_EQ(hex(mls::external_key(secrets.external).public_key), epoch["external_pub"]);
  const Json& wanted = epoch["exporter"];
  const auto exported = mls::mls_export(secrets.exporter, wanted["label"].get<std::string>(), unhex(wanted["context"]),
                                        wanted["length"].get<std::size_t>());
  BREDVID_OK(exported);
  EXPECT_EQ(shown(*exported), wanted["secret"]);
}

TEST(Vectors, KeySchedule) {
  BREDVID_VECTORS(entries, "key-schedule.json");
  Tally tally("key-schedule");
  for (const Json& entry : entries) {
    SecretBytes init = unhex_secret(entry["initial_init_secret"]);
    std::uint64_t number = 0;
    for (const Json& epoch : entry["epochs"]) {
      mls::GroupContext context;
      context.cipher_suite = entry["cipher_suite"].get<std::uint16_t>();
      context.group_id = unhex(entry["group_id"]);
      context.epoch = number++;
      context.tree_hash = unhex(epoch["tree_hash"]);
      context.confirmed_transcript_hash = unhex(epoch["confirmed_transcript_hash"]);
      const Bytes encoded = tls::encode(context);
      EXPECT_EQ(hex(encoded), epoch["group_context"]);
      const SecretBytes joiner = mls::joiner_secret(init, unhex_secret(epoch["commit_secret"]), encoded);
      EXPECT_EQ(shown(joiner), epoch["joiner_secret"]);
      const SecretBytes psk = unhex_secret(epoch["psk_secret"]);
      EXPECT_EQ(shown(mls::welcome_secret(joiner, psk)), epoch["welcome_secret"]);
      mls::EpochSecrets secrets = mls::epoch_secrets(joiner, psk, encoded);
      check_epoch_secrets(secrets, epoch);
      init = std::move(secrets.init);
    }
    tally.entry();
  }
}

TEST(Vectors, PskSecret) {
  BREDVID_VECTORS(entries, "psk_secret.json");
  Tally tally("psk_secret");
  for (const Json& entry : entries) {
    std::vector<mls::Psk> psks;
    for (const Json& item : entry["psks"]) {
      mls::PreSharedKeyId id;
      id.psk_id = unhex(item["psk_id"]);
      id.psk_nonce = unhex(item["psk_nonce"]);
      psks.push_back({std::move(id), unhex_secret(item["psk"])});
    }
    EXPECT_EQ(shown(mls::psk_secret(psks)), entry["psk_secret"]);
    tally.entry();
  }
}

TEST(Vectors, TranscriptHashes) {
  BREDVID_VECTORS(entries, "transcript-hashes.json");
  Tally tally("transcript-hashes");
  for (const Json& entry : entries) {
    const auto content = tls::decode<mls::AuthenticatedContent>(unhex(entry["authenticated_content"]));
    BREDVID_OK(content);
    const Bytes confirmed = mls::confirmed_transcript_hash(unhex(entry["interim_transcript_hash_before"]), *content);
    EXPECT_EQ(hex(confirmed), entry["confirmed_transcript_hash_after"]);
    const Bytes tag = mls::confirmation_tag(unhex_secret(entry["confirmation_key"]), confirmed);
    EXPECT_EQ(hex(tag), hex(content->auth.confirmation_tag));
    EXPECT_EQ(hex(mls::interim_transcript_hash(confirmed, tag)), entry["interim_transcript_hash_after"]);
    tally.entry();
  }
}

void check_key(mls::Ratchet* ratchet, std::uint32_t generation, const Json& key, const Json& nonce) {
  ASSERT_NE(ratchet, nullptr);
  const auto taken = ratchet->take(generation);
  BREDVID_OK(taken);
  EXPECT_EQ(shown(taken->key), key);
  EXPECT_EQ(shown(taken->nonce), nonce);
  EXPECT_EQ(ratchet->take(generation).error(), CryptoError::replayed);
}

TEST(Vectors, SecretTree) {
  BREDVID_VECTORS(entries, "secret-tree.json");
  Tally tally("secret-tree");
  for (const Json& entry : entries) {
    if (entry["cipher_suite"] != kSuite3) {
      tally.left_out();
      continue;
    }
    const Json& sender_data = entry["sender_data"];
    const mls::MessageKey hiding =
        mls::sender_data_key(unhex_secret(sender_data["sender_data_secret"]), unhex(sender_data["ciphertext"]));
    EXPECT_EQ(shown(hiding.key), sender_data["key"]);
    EXPECT_EQ(shown(hiding.nonce), sender_data["nonce"]);
    const Json& leaves = entry["leaves"];
    mls::SecretTree tree(unhex_secret(entry["encryption_secret"]), {static_cast<std::uint32_t>(leaves.size())});
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
      for (const Json& step : leaves[i]) {
        const std::uint32_t generation = step["generation"].get<std::uint32_t>();
        check_key(tree.ratchet({i}, mls::RatchetType::handshake), generation, step["handshake_key"],
                  step["handshake_nonce"]);
        check_key(tree.ratchet({i}, mls::RatchetType::application), generation, step["application_key"],
                  step["application_nonce"]);
      }
    }
    tally.entry();
  }
}

TEST(Vectors, Welcome) {
  BREDVID_VECTORS(entries, "welcome.json");
  Tally tally("welcome");
  for (const Json& entry : entries) {
    if (entry["cipher_suite"] != kSuite3) {
      tally.left_out();
      continue;
    }
    const auto key_package = mls::decode_message<mls::KeyPackage>(unhex(entry["key_package"]));
    BREDVID_OK(key_package);
    EXPECT_TRUE(mls::check_key_package(*key_package));
    const auto welcome = mls::decode_message<mls::Welcome>(unhex(entry["welcome"]));
    BREDVID_OK(welcome);
    const auto secrets = mls::decrypt_group_secrets(*welcome, mls::key_package_ref(tls::encode(*key_package)),
                                                    unhex(entry["init_priv"]));
    BREDVID_OK(secrets);
    EXPECT_TRUE(secrets->psks.empty());
    const SecretBytes no_psk = mls::psk_secret({});
    const auto info =
        mls::decrypt_group_info(welcome->encrypted_group_info, mls::welcome_secret(secrets->joiner_secret, no_psk));
    BREDVID_OK(info);
    EXPECT_TRUE(mls::verify_group_info(*info, unhex(entry["signer_pub"])));
    const mls::EpochSecrets epoch =
        mls::epoch_secrets(secrets->joiner_secret, no_psk, tls::encode(info->group_context));
    EXPECT_EQ(hex(mls::confirmation_tag(epoch.confirmation_key, info->group_context.confirmed_transcript_hash)),
              hex(info->confirmation_tag));
    tally.entry();
  }
}

}  // namespace
}  // namespace bredvid::vectors
