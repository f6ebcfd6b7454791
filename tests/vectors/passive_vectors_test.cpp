// Whole groups, followed by one member that only listens: passive-* and interop-*.
//
// After every epoch the state is stored and restored, so the stored form is tested with every tree that occurs, and our
// own GroupInfo is checked as a newcomer would check it, so every tree is validated as a whole.
//
// What this product refuses by design ends an entry: the error is exact, the state stays as it was, and the entry
// counts as skipped together with the number of epochs that were followed up to there.
#include <algorithm>
#include <vector>

#include "crypto/mls/message.h"
#include "tests/vectors/passive_entry.h"

namespace bredvid::vectors {
namespace {

using mls::Group;

Bytes stored(const Group& group) {
  return to_bytes(group.serialize().view());
}

// The Welcome names our key package, and our key package stands up to an inspection.
void check_invitation(const Bytes& key_package, const Bytes& welcome) {
  const auto reference = mls::key_package_reference(key_package);
  const auto references = mls::welcome_references(welcome);
  BREDVID_OK(reference);
  BREDVID_OK(references);
  EXPECT_EQ(std::count(references->begin(), references->end(), *reference), 1);
  BREDVID_OK(mls::inspect_key_package(key_package));
  const auto use = mls::key_package_use(key_package);
  BREDVID_OK(use);
}

Result<Group> join(const Value& entry) {
  const Invitation given = invitation(entry);
  check_invitation(given.bundle.key_package, given.welcome);
  BREDVID_TRY(group, join_with(given, entry));
  if (given.tree) {
    EXPECT_EQ(hex(group.ratchet_tree()), hex(*given.tree));
    const auto without = Group::join_by_welcome(given.welcome, given.bundle, given.own, lookup_in(entry));
    EXPECT_EQ(without.error(), CryptoError::missing_tree);
  }
  // A bundle that was put away and taken out again opens the Welcome just as well.
  BREDVID_TRY(kept, mls::KeyPackageBundle::restore(given.bundle.serialize().view()));
  std::optional<ByteView> beside;
  if (given.tree) beside = *given.tree;
  BREDVID_TRY(again, Group::join_by_welcome(given.welcome, kept, given.own, lookup_in(entry), beside));
  EXPECT_EQ(stored(again), stored(group));
  return std::move(group);
}

// Our view of the group is whole: what we would hand to a newcomer passes a newcomer's checks.
void check_state(const Group& group) {
  const auto info = group.group_info();
  BREDVID_OK(info);
  const auto summary = mls::inspect_group_info(*info);
  BREDVID_OK(summary);
  EXPECT_EQ(summary->epoch, group.epoch());
  EXPECT_EQ(summary->group_id, group.group_id());
  EXPECT_EQ(summary->members, group.members());
  BREDVID_OK(mls::inspect_group_info(*info, group.ratchet_tree()));
}

// The commit of an epoch whose external proposal was refused: it refers to what we do not have.
void expect_commit_refused(Group& group, const Value& entry, const Value& epoch) {
  const Bytes before = stored(group);
  const auto done = group.process(unhex(epoch["commit"]), lookup_in(entry), {});
  ASSERT_FALSE(done.has_value());
  EXPECT_STREQ(error_name(done.error()), "unknown_proposal");
  EXPECT_EQ(stored(group), before);
}

Result<void> follow(Group& group, const Value& entry, const Value& epoch) {
  for (const Value& proposal : epoch["proposals"].items()) {
    const Bytes before = stored(group);
    const auto done = group.process(unhex(proposal), {}, {});
    if (done) continue;
    EXPECT_EQ(stored(group), before);
    if (done.error() == CryptoError::external_proposal_unsupported) expect_commit_refused(group, entry, epoch);
    return std::unexpected(done.error());
  }
  const Bytes commit = unhex(epoch["commit"]);
  const Bytes before = stored(group);
  if (auto done = group.process(commit, lookup_in(entry), {}); !done) {
    EXPECT_EQ(stored(group), before);
    return std::unexpected(done.error());
  }
  EXPECT_EQ(epoch["epoch_authenticator"], hex(group.epoch_authenticator()));
  EXPECT_EQ(group.process(commit, lookup_in(entry), {}).error(), CryptoError::past_epoch);
  check_state(group);
  BREDVID_TRY(restored, Group::restore(group.serialize().view()));
  EXPECT_EQ(stored(restored), stored(group));
  group = std::move(restored);
  return {};
}

// Follows an entry as far as it goes and counts the epochs.
Result<void> follow_entry(const Value& entry, int& epochs) {
  BREDVID_TRY(group, join(entry));
  EXPECT_EQ(entry["initial_epoch_authenticator"], hex(group.epoch_authenticator()));
  check_state(group);
  for (const Value& epoch : entry["epochs"].items()) {
    BREDVID_CHECK(follow(group, entry, epoch));
    ++epochs;
  }
  return {};
}

// Null when the product has no such design.
const char* refusal(CryptoError error) {
  if (error == CryptoError::external_proposal_unsupported) return "external proposals";
  if (error == CryptoError::reinit_unsupported) return "ReInit";
  if (error == CryptoError::branching_unsupported) return "branching";
  return nullptr;
}

void check_round_trip(const Value& message) {
  const Bytes bytes = unhex(message);
  const auto decoded = tls::decode<mls::MlsMessage>(bytes);
  ASSERT_TRUE(decoded.has_value()) << message.place() << ": " << error_name(decoded.error());
  EXPECT_EQ(hex(tls::encode(*decoded)), hex(bytes)) << message.place();
}

// Messages of every suite can be read and written again.
void check_messages(const Value& entry) {
  check_round_trip(entry["welcome"]);
  check_round_trip(entry["key_package"]);
  for (const Value& epoch : entry["epochs"].items()) {
    for (const Value& proposal : epoch["proposals"].items()) check_round_trip(proposal);
    check_round_trip(epoch["commit"]);
  }
}

void check_passive(const Value& entry, Report& report, bool may_refuse) {
  check_messages(entry);
  if (!takes_suite_3(entry, report)) return;
  int epochs = 0;
  const Result<void> done = follow_entry(entry, epochs);
  const std::string way =
      epochs == 0 ? "" : " and followed for " + std::to_string(epochs) + (epochs == 1 ? " epoch" : " epochs");
  if (!done && may_refuse && refusal(done.error()) != nullptr) {
    report.skip("joined" + way + ", then " + refusal(done.error()) + ", refused by design (" +
                error_name(done.error()) + ")");
    return;
  }
  EXPECT_TRUE(done.has_value()) << "joined" << way << ", then " << error_name(done.error());
  report.note("joined" + way);
}

void check_all(const Value& entry, Report& report) {
  check_passive(entry, report, false);
}
void check_until_refused(const Value& entry, Report& report) {
  check_passive(entry, report, true);
}

#define BREDVID_PASSIVE_FILE(test, file, check)                                                               \
  BREDVID_VECTOR_FILE(test, file, check, "cipher_suite", "key_package", "signature_priv", "encryption_priv",  \
                      "init_priv", "welcome", "ratchet_tree", "initial_epoch_authenticator", "external_psks", \
                      "epochs")

BREDVID_PASSIVE_FILE(PassiveClientWelcome, "passive-client-welcome.json", check_all);
BREDVID_PASSIVE_FILE(PassiveClientHandlingCommit, "passive-client-handling-commit.json", check_all);
BREDVID_PASSIVE_FILE(PassiveClientRandom, "passive-client-random.json", check_all);
BREDVID_PASSIVE_FILE(PassiveRandomTsMls, "passive-random-tsmls.json", check_all);
BREDVID_PASSIVE_FILE(PassiveRandomOpenMls, "passive-random-openmls.json", check_all);
BREDVID_PASSIVE_FILE(PassiveExpiredLifetimes, "passive-expired-lifetimes.json", check_all);
BREDVID_PASSIVE_FILE(InteropApplication, "interop-application.json", check_all);
BREDVID_PASSIVE_FILE(InteropCommit, "interop-commit.json", check_all);
BREDVID_PASSIVE_FILE(InteropExternalJoin, "interop-external-join.json", check_all);
BREDVID_PASSIVE_FILE(InteropWelcomeJoin, "interop-welcome-join.json", check_all);
BREDVID_PASSIVE_FILE(InteropBranch, "interop-branch.json", check_until_refused);
BREDVID_PASSIVE_FILE(InteropReInit, "interop-reinit.json", check_until_refused);
BREDVID_PASSIVE_FILE(InteropExternalProposals, "interop-external-proposals.json", check_until_refused);

}  // namespace
}  // namespace bredvid::vectors
