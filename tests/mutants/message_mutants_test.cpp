// Mutants of message-protection.json and welcome.json, which give the keys of an epoch but no whole group: each is
// given to the step that reads it, with the keys as they were before the original.
#include "crypto/mls/group_context.h"
#include "crypto/mls/key_schedule.h"
#include "crypto/mls/message.h"
#include "crypto/mls/message_protection.h"
#include "tests/mutants/given.h"

namespace bredvid::mutants {
namespace {

using vectors::Value;

constexpr mls::LeafIndex kSender{1};
constexpr mls::LeafIndex kReceiver{0};

// Both leaves of the vector's group; the sender has leaf 1.
struct Epoch {
  explicit Epoch(const Value& entry)
      : public_key(vectors::unhex(entry["signature_pub"])),
        membership_key(vectors::unhex_secret(entry["membership_key"])),
        sender_data(vectors::unhex_secret(entry["sender_data_secret"])),
        tree(vectors::unhex_secret(entry["encryption_secret"]), {2}) {
    mls::GroupContext made;
    made.cipher_suite = entry["cipher_suite"].number<std::uint16_t>();
    made.group_id = vectors::unhex(entry["group_id"]);
    made.epoch = entry["epoch"].number<std::uint64_t>();
    made.tree_hash = vectors::unhex(entry["tree_hash"]);
    made.confirmed_transcript_hash = vectors::unhex(entry["confirmed_transcript_hash"]);
    group_id = made.group_id;
    number = made.epoch;
    context = tls::encode(made);
  }

  // What a member does with a message, without the group around it.
  Result<void> read(ByteView bytes) {
    BREDVID_TRY(message, tls::decode<mls::MlsMessage>(bytes));
    if (auto* as_public = std::get_if<mls::PublicMessage>(&message.body)) {
      if (as_public->content.group_id != group_id) return std::unexpected(CryptoError::wrong_group);
      if (as_public->content.epoch != number) return std::unexpected(CryptoError::past_epoch);
      BREDVID_TRY(content, mls::unprotect_public(std::move(*as_public), membership_key, context));
      const mls::Sender sender = content.content.sender;
      if (sender.type != mls::SenderType::member || sender.index != kSender.value) {
        return std::unexpected(CryptoError::unknown_sender);
      }
      return mls::verify_content(content, context, public_key);
    }
    const auto* as_private = std::get_if<mls::PrivateMessage>(&message.body);
    if (as_private == nullptr) return std::unexpected(CryptoError::malformed);
    if (as_private->group_id != group_id) return std::unexpected(CryptoError::wrong_group);
    const auto lookup = [&](mls::LeafIndex leaf) { return leaf == kSender ? &public_key : nullptr; };
    BREDVID_CHECK(mls::unprotect_private(*as_private, kReceiver, lookup, {tree, sender_data, context}));
    return {};
  }

  Bytes public_key;
  SecretBytes membership_key;
  SecretBytes sender_data;
  mls::SecretTree tree;
  Bytes group_id;
  std::uint64_t number = 0;
  Bytes context;
};

TEST(MessageMutants, MessageProtection) {
  constexpr const char* kFile = "message-protection.json";
  BREDVID_MUTANTS_OF(entries, kFile);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Value entry(entries[i], std::string(kFile) + " entry " + std::to_string(i));
    std::vector<const char*> fields{"proposal_pub", "commit_pub"};  // need no AES, so suite 1's can be read too
    if (!vectors::is_suite(entry, vectors::kSuite1) && !vectors::is_suite(entry, vectors::kSuite3)) continue;
    if (vectors::is_suite(entry, vectors::kSuite3)) {
      fields.insert(fields.end(), {"proposal_priv", "commit_priv", "application_priv"});
    }
    Collection collection(Structure::message);
    for (const char* field : fields) collection.add(entry.place() + "." + field, vectors::unhex(entry[field]));
    for (std::size_t at = 0; at < collection.size(); ++at) {
      Epoch epoch(entry);  // every message of the file is the first of its ratchet
      const Given& given = collection.at(at);
      Kind& kind = Ledger::instance().kind(kind_of(given.node));
      kind.message();
      const Bytes before = tls::encode(epoch.tree);
      for (const Mutant& mutant : collection.mutants_of(at)) {
        const auto done = epoch.read(mutant.bytes);
        EXPECT_FALSE(done.has_value()) << "ACCEPTED " << describe(given, mutant);
        EXPECT_TRUE(tls::encode(epoch.tree) == before) << "CHANGED THE RATCHETS " << describe(given, mutant);
        kind.outcome(done ? "ACCEPTED" : error_name(done.error()), mutant);
      }
      const auto original = epoch.read(given.bytes);
      EXPECT_TRUE(original.has_value()) << given.place << ": " << error_name(original.error());
      const bool is_private = given.bytes[3] == mls::kWirePrivateMessage;
      EXPECT_EQ(tls::encode(epoch.tree) != before, is_private) << given.place;
      EXPECT_TRUE(!is_private || epoch.read(given.bytes).error() == CryptoError::replayed) << given.place;
    }
  }
}

Result<Bytes> open_welcome(const Value& entry, ByteView key_package, ByteView bytes) {
  BREDVID_TRY(welcome, mls::decode_message<mls::Welcome>(bytes));
  BREDVID_TRY(reference, mls::key_package_reference(key_package));
  BREDVID_TRY(secrets, mls::decrypt_group_secrets(welcome, reference, vectors::unhex(entry["init_priv"])));
  const SecretBytes psk = mls::psk_secret({});
  BREDVID_TRY(info,
              mls::decrypt_group_info(welcome.encrypted_group_info, mls::welcome_secret(secrets.joiner_secret, psk)));
  BREDVID_CHECK(mls::verify_group_info(info, vectors::unhex(entry["signer_pub"])));
  return tls::encode(info);
}

TEST(MessageMutants, WelcomesOfOneStep) {
  constexpr const char* kFile = "welcome.json";
  BREDVID_MUTANTS_OF(entries, kFile);
  Collection welcomes(Structure::message);
  Collection key_packages(Structure::message);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Value entry(entries[i], std::string(kFile) + " entry " + std::to_string(i));
    welcomes.add(entry.place() + ".welcome", vectors::unhex(entry["welcome"]));
    key_packages.add(entry.place() + ".key_package", vectors::unhex(entry["key_package"]));
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Value entry(entries[i], std::string(kFile) + " entry " + std::to_string(i));
    if (!vectors::is_suite(entry, vectors::kSuite3)) continue;
    const Bytes& key_package = key_packages.at(i).bytes;
    const auto original = open_welcome(entry, key_package, welcomes.at(i).bytes);
    ASSERT_TRUE(original.has_value()) << entry.place();
    Kind& kind = Ledger::instance().kind("Welcome");
    kind.message();
    for (const Mutant& mutant : welcomes.mutants_of(i)) {
      const auto done = open_welcome(entry, key_package, mutant.bytes);
      // Only an entry of somebody else can have been altered: what comes out is the same.
      EXPECT_TRUE(!done || *done == *original) << describe(welcomes.at(i), mutant);
      kind.outcome(done ? "a part meant for another receiver (same GroupInfo)" : error_name(done.error()), mutant);
    }
    Kind& packages = Ledger::instance().kind("KeyPackage");
    packages.message();
    for (const Mutant& mutant : key_packages.mutants_of(i)) {
      const auto done = mls::inspect_key_package(mutant.bytes);
      EXPECT_FALSE(done.has_value()) << "ACCEPTED " << describe(key_packages.at(i), mutant);
      packages.outcome(done ? "ACCEPTED" : error_name(done.error()), mutant);
    }
  }
}

}  // namespace
}  // namespace bredvid::mutants
