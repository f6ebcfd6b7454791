// Public and private messages, both ways: message-protection.
#include "crypto/mls/group_context.h"
#include "crypto/mls/message.h"
#include "crypto/mls/message_protection.h"
#include "crypto/primitives/system_random.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {
namespace {

constexpr mls::LeafIndex kSender{1};
constexpr mls::LeafIndex kReceiver{0};

struct Epoch {
  explicit Epoch(const Value& entry)
      : context(encoded_context(entry)),
        seed(signature_seed(entry["signature_priv"])),
        public_key(unhex(entry["signature_pub"])),
        membership_key(unhex_secret(entry["membership_key"])),
        sender_data(unhex_secret(entry["sender_data_secret"])),
        encryption(unhex_secret(entry["encryption_secret"])),
        group_id(unhex(entry["group_id"])),
        number(entry["epoch"].number<std::uint64_t>()) {}

  static Bytes encoded_context(const Value& entry) {
    mls::GroupContext made;
    made.cipher_suite = entry["cipher_suite"].number<std::uint16_t>();
    made.group_id = unhex(entry["group_id"]);
    made.epoch = entry["epoch"].number<std::uint64_t>();
    made.tree_hash = unhex(entry["tree_hash"]);
    made.confirmed_transcript_hash = unhex(entry["confirmed_transcript_hash"]);
    return tls::encode(made);
  }
  [[nodiscard]] mls::SecretTree fresh_tree() const { return mls::SecretTree(encryption, {2}); }
  [[nodiscard]] const Bytes* key_of(mls::LeafIndex leaf) const { return leaf == kSender ? &public_key : nullptr; }

  Bytes context;
  Bytes seed;
  Bytes public_key;
  SecretBytes membership_key;
  SecretBytes sender_data;
  SecretBytes encryption;
  Bytes group_id;
  std::uint64_t number;
};

std::string raw(const mls::AuthenticatedContent& content) {
  if (const auto* application = std::get_if<mls::ApplicationData>(&content.content.content)) {
    return hex(application->data);
  }
  tls::Writer writer;
  mls::encode_content(writer, content.content.content);
  return hex(writer.view());
}

mls::ApplicationData application(const Value& entry) {
  const Bytes data = unhex(entry["application"]);
  return {{data.begin(), data.end()}};
}

void check_public(const Epoch& epoch, ByteView message, const Value& expected) {
  auto decoded = mls::decode_message<mls::PublicMessage>(message);
  BREDVID_OK(decoded);
  const auto content = mls::unprotect_public(std::move(*decoded), epoch.membership_key, epoch.context);
  BREDVID_OK(content);
  EXPECT_TRUE(mls::verify_content(*content, epoch.context, epoch.public_key));
  EXPECT_EQ(expected, raw(*content));
}

void check_private(const Epoch& epoch, ByteView message, const Value& expected) {
  const auto decoded = mls::decode_message<mls::PrivateMessage>(message);
  BREDVID_OK(decoded);
  mls::SecretTree tree = epoch.fresh_tree();
  const auto content =
      mls::unprotect_private(*decoded, kReceiver, [&](mls::LeafIndex leaf) { return epoch.key_of(leaf); },
                             {tree, epoch.sender_data, epoch.context});
  BREDVID_OK(content);
  EXPECT_EQ(expected, raw(*content));
}

mls::FramedContent framed(const Epoch& epoch, mls::Content content) {
  return {epoch.group_id, epoch.number, {mls::SenderType::member, kSender.value}, {}, std::move(content)};
}

void check_our_private(const Epoch& epoch, const mls::Content& body, const Value& expected) {
  crypto::SystemRandom random;
  auto content = mls::sign_content(mls::kWirePrivateMessage, framed(epoch, body), epoch.context, epoch.seed);
  BREDVID_OK(content);
  content->auth.confirmation_tag = Bytes(32);
  mls::SecretTree tree = epoch.fresh_tree();
  const auto message = mls::protect_private(*content, 4096, {tree, epoch.sender_data, epoch.context}, random);
  BREDVID_OK(message);
  check_private(epoch, mls::encode_message(*message), expected);
}

void check_our_public(const Epoch& epoch, const mls::Content& body, const Value& expected) {
  auto content = mls::sign_content(mls::kWirePublicMessage, framed(epoch, body), epoch.context, epoch.seed);
  BREDVID_OK(content);
  content->auth.confirmation_tag = Bytes(32);
  const auto message = mls::protect_public(*content, epoch.membership_key, epoch.context);
  BREDVID_OK(message);
  check_public(epoch, mls::encode_message(*message), expected);
}

void check_private_messages(const Epoch& epoch, const Value& entry, const mls::Proposal& proposal,
                            const mls::Commit& commit) {
  check_private(epoch, unhex(entry["proposal_priv"]), entry["proposal"]);
  check_private(epoch, unhex(entry["commit_priv"]), entry["commit"]);
  check_private(epoch, unhex(entry["application_priv"]), entry["application"]);
  check_our_private(epoch, proposal, entry["proposal"]);
  check_our_private(epoch, commit, entry["commit"]);
  check_our_private(epoch, application(entry), entry["application"]);
}

void check_message_protection(const Value& entry, Report& report) {
  if (!takes_suites_1_and_3(entry, report)) return;
  const Epoch epoch(entry);
  const auto proposal = tls::decode<mls::Proposal>(unhex(entry["proposal"]));
  const auto commit = tls::decode<mls::Commit>(unhex(entry["commit"]));
  BREDVID_OK(proposal);
  BREDVID_OK(commit);
  check_public(epoch, unhex(entry["proposal_pub"]), entry["proposal"]);
  check_public(epoch, unhex(entry["commit_pub"]), entry["commit"]);
  check_our_public(epoch, *proposal, entry["proposal"]);
  check_our_public(epoch, *commit, entry["commit"]);
  const auto content =
      mls::sign_content(mls::kWirePublicMessage, framed(epoch, application(entry)), epoch.context, epoch.seed);
  BREDVID_OK(content);
  EXPECT_EQ(mls::protect_public(*content, epoch.membership_key, epoch.context).error(), CryptoError::bad_argument);
  if (is_suite(entry, kSuite3)) {
    check_private_messages(epoch, entry, *proposal, *commit);
  } else {
    report.note("of suite 1 with its PublicMessages only, PrivateMessages need AES-128-GCM");
  }
}
BREDVID_VECTOR_FILE(MessageProtection, "message-protection.json", check_message_protection, "cipher_suite", "group_id",
                    "epoch", "tree_hash", "confirmed_transcript_hash", "signature_priv", "signature_pub",
                    "encryption_secret", "sender_data_secret", "membership_key", "proposal", "proposal_priv",
                    "proposal_pub", "commit", "commit_priv", "commit_pub", "application", "application_priv");

}  // namespace
}  // namespace bredvid::vectors
