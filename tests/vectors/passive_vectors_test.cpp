// Whole groups, followed by one member that only listens: passive-* and interop-*.
//
// After every epoch the state is stored and restored, so the stored form is tested with every tree that occurs.
#include <vector>

#include "crypto/mls/group.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {
namespace {

using mls::Group;

mls::PskLookup lookup_in(const Json& entry) {
  return [&entry](ByteView id) -> std::optional<SecretBytes> {
    for (const Json& psk : entry["external_psks"]) {
      if (equal_public(unhex(psk["psk_id"]), id)) return unhex_secret(psk["psk"]);
    }
    return std::nullopt;
  };
}

Result<Group> join(const Json& entry) {
  BREDVID_TRY(key, crypto::signature_key_from_seed(signature_seed(entry["signature_priv"])));
  const mls::OwnIdentity own{{}, std::move(key)};
  const mls::KeyPackageBundle bundle{unhex(entry["key_package"]), unhex_secret(entry["init_priv"]),
                                     unhex_secret(entry["encryption_priv"])};
  const Bytes tree = unhex(entry["ratchet_tree"]);
  std::optional<ByteView> beside;
  if (!tree.empty()) beside = tree;
  return Group::join_by_welcome(unhex(entry["welcome"]), bundle, own, lookup_in(entry), beside);
}

Result<void> follow(Group& group, const Json& entry, const Json& epoch) {
  for (const Json& proposal : epoch["proposals"]) {
    BREDVID_CHECK(group.process(unhex(proposal), {}, {}));
  }
  BREDVID_CHECK(group.process(unhex(epoch["commit"]), lookup_in(entry), {}));
  EXPECT_EQ(hex(group.epoch_authenticator()), epoch["epoch_authenticator"]);
  BREDVID_TRY(restored, Group::restore(group.serialize().view()));
  group = std::move(restored);
  return {};
}

// Follows an entry to its end; the error says where it could not.
Result<void> follow_entry(const Json& entry) {
  BREDVID_TRY(group, join(entry));
  EXPECT_EQ(hex(group.epoch_authenticator()), entry["initial_epoch_authenticator"]);
  for (const Json& epoch : entry["epochs"]) BREDVID_CHECK(follow(group, entry, epoch));
  return {};
}

// `may_refuse`: the file holds what this product refuses on purpose; then the error must be exactly `unsupported`.
void follow_file(const char* file, bool may_refuse) {
  BREDVID_VECTORS(entries, file);
  Tally tally(file);
  int refused = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i]["cipher_suite"] != kSuite3) {
      tally.left_out();
      continue;
    }
    const Result<void> done = follow_entry(entries[i]);
    if (!done && may_refuse && done.error() == CryptoError::unsupported) {
      ++refused;
      continue;
    }
    EXPECT_TRUE(done.has_value()) << file << " entry " << i << ": " << error_name(done.error());
    tally.entry();
  }
  if (may_refuse) std::printf("[ VECTORS  ] %s: %d entries refused as unsupported, as intended\n", file, refused);
}

TEST(Vectors, PassiveClientWelcome) {
  follow_file("passive-client-welcome.json", false);
}
TEST(Vectors, PassiveClientHandlingCommit) {
  follow_file("passive-client-handling-commit.json", false);
}
TEST(Vectors, PassiveClientRandom) {
  follow_file("passive-client-random.json", false);
}
TEST(Vectors, PassiveRandomTsMls) {
  follow_file("passive-random-tsmls.json", false);
}
TEST(Vectors, PassiveRandomOpenMls) {
  follow_file("passive-random-openmls.json", false);
}
TEST(Vectors, PassiveExpiredLifetimes) {
  follow_file("passive-expired-lifetimes.json", false);
}
TEST(Vectors, InteropApplication) {
  follow_file("interop-application.json", false);
}
TEST(Vectors, InteropCommit) {
  follow_file("interop-commit.json", false);
}
TEST(Vectors, InteropExternalJoin) {
  follow_file("interop-external-join.json", false);
}
TEST(Vectors, InteropWelcomeJoin) {
  follow_file("interop-welcome-join.json", false);
}
TEST(Vectors, InteropBranch) {
  follow_file("interop-branch.json", true);
}
TEST(Vectors, InteropReInit) {
  follow_file("interop-reinit.json", true);
}
TEST(Vectors, InteropExternalProposals) {
  follow_file("interop-external-proposals.json", true);
}

}  // namespace
}  // namespace bredvid::vectors
