#include "crypto/mls/group.h"

#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

TEST(Group, CreatedAlone) {
  Circle circle("anna");
  EXPECT_EQ(circle.at("anna").epoch(), 0U);
  EXPECT_EQ(circle.at("anna").members().size(), 1U);
  circle.commit("anna", {});
  EXPECT_EQ(circle.at("anna").epoch(), 1U);
}

TEST(Group, CreateRefusesBadArguments) {
  TestRandom random;
  EXPECT_EQ(Group::create({}, identity("a", random), {}, random).error(), CryptoError::bad_argument);
  EXPECT_EQ(Group::create(bytes_of("g"), identity(std::string(256, 'x'), random), {}, random).error(),
            CryptoError::bad_argument);
}

TEST(Group, FiveMembersByEveryWay) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  circle.expect_agreement();
  circle.join_by_welcome("cilla", "bo");
  circle.expect_agreement();
  circle.join_external("disa", "cilla");  // a member that joined by Welcome makes the GroupInfo
  circle.join_external("emil", "disa");   // and one that joined by external commit
  circle.expect_agreement();
  EXPECT_EQ(circle.at("anna").members().size(), 5U);
  for (const char* name : {"emil", "anna", "cilla"}) {
    circle.commit(name, {});
    circle.expect_agreement();
  }
  circle.remove("bo", "cilla");
  circle.expect_agreement();
  EXPECT_TRUE(circle.at("cilla").is_removed());
  circle.join_by_welcome("fia", "emil");
  circle.remove("anna", "emil");
  circle.remove("anna", "disa");
  circle.expect_agreement();
  EXPECT_EQ(circle.at("anna").members().size(), 3U);
}

TEST(Group, SeveralAddsAndRemovesInOneCommit) {
  Circle circle("anna");
  circle.join_by_welcome("bo", "anna");
  circle.join_by_welcome("cilla", "anna");
  const OwnIdentity disa = identity("disa", circle.random);
  const OwnIdentity emil = identity("emil", circle.random);
  const auto disa_keys = make_key_package(disa, {}, circle.random);
  const auto emil_keys = make_key_package(emil, {}, circle.random);
  CommitRequest request;
  request.add = {disa_keys->key_package, emil_keys->key_package};
  request.remove = {circle.at("bo").own_leaf()};
  request.psks.push_back({kPskId, psk()});
  auto pending = circle.at("anna").commit(request, circle.random);
  ASSERT_TRUE(pending.has_value());
  EXPECT_EQ(pending->effect().added.size(), 2U);
  EXPECT_EQ(pending->effect().psk_ids, std::vector<Bytes>{kPskId});
  circle.deliver("anna", pending->message());
  const Bytes welcome = *pending->welcome();
  auto joined_disa = Group::join_by_welcome(welcome, *disa_keys, disa, knows_psk());
  auto joined_emil = Group::join_by_welcome(welcome, *emil_keys, emil, knows_psk());
  EXPECT_EQ(Group::join_by_welcome(welcome, *emil_keys, emil, knows_nothing()).error(), CryptoError::missing_psk);
  ASSERT_TRUE(joined_disa.has_value() && joined_emil.has_value());
  ASSERT_TRUE(circle.at("anna").merge(std::move(*pending)).has_value());
  circle.groups.emplace("disa", std::move(*joined_disa));
  circle.groups.emplace("emil", std::move(*joined_emil));
  circle.expect_agreement();
}

TEST(Group, CommitSaysWhatItDid) {
  Circle circle("anna");
  const auto info = circle.at("anna").group_info();
  ExternalJoinRequest request{*info, std::nullopt, {}, std::nullopt};
  request.psks.push_back({kPskId, psk()});
  const OwnIdentity bo = identity("bo", circle.random);
  auto joined = Group::join_external(request, bo, circle.random);
  ASSERT_TRUE(joined.has_value());
  CommitApplied seen;
  const auto done = circle.at("anna").process(joined->commit, knows_psk(), [&](const CommitApplied& effect) {
    seen = effect;
    return true;
  });
  ASSERT_TRUE(done.has_value());
  EXPECT_TRUE(seen.external);
  EXPECT_EQ(seen.epoch, 1U);
  EXPECT_EQ(text(seen.committer.identity), "bo");
  EXPECT_EQ(seen.committer.signature_key, bo.signature_key.public_key);
  EXPECT_EQ(seen.added, std::vector<Member>{seen.committer});
  EXPECT_EQ(seen.psk_ids, std::vector<Bytes>{kPskId});
}

TEST(Group, ResyncReplacesTheOldDevice) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  circle.join_external("cilla", "anna");
  const LeafIndex lost = circle.at("bo").own_leaf();
  circle.join_external("bo2", "anna", lost);
  EXPECT_TRUE(circle.at("bo").is_removed());
  EXPECT_EQ(circle.at("anna").members().size(), 3U);
  circle.expect_agreement();
  EXPECT_EQ(circle.at("bo").encrypt(bytes_of("x"), kBucket, circle.random).error(), CryptoError::removed);
  EXPECT_EQ(circle.at("bo").commit({}, circle.random).error(), CryptoError::removed);
}

TEST(Group, ResyncOfTheOnlyOtherDevice) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  circle.join_external("anna2", "bo", circle.at("anna").own_leaf());
  EXPECT_TRUE(circle.at("anna").is_removed());
  circle.expect_agreement();
}

TEST(Group, InspectGroupInfo) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  const auto info = circle.at("bo").group_info();
  const auto summary = inspect_group_info(*info);
  ASSERT_TRUE(summary.has_value());
  EXPECT_EQ(text(summary->group_id), "circle");
  EXPECT_EQ(summary->epoch, 1U);
  EXPECT_EQ(summary->members, circle.at("anna").members());
}

TEST(Group, ExportersAgreeAndDependOnEverything) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  const auto one = circle.at("anna").export_secret("label", bytes_of("context"), 48);
  const auto other = circle.at("bo").export_secret("label", bytes_of("context"), 48);
  ASSERT_TRUE(one.has_value() && other.has_value());
  EXPECT_TRUE(equal_constant_time(*one, *other));
  EXPECT_FALSE(equal_constant_time(*one, *circle.at("bo").export_secret("Label", bytes_of("context"), 48)));
  EXPECT_FALSE(equal_constant_time(*one, *circle.at("bo").export_secret("label", bytes_of("Context"), 48)));
  EXPECT_EQ(circle.at("anna").export_secret("label", {}, 255 * 32 + 1).error(), CryptoError::bad_argument);
}

TEST(Group, PendingCommitLosesAgainstAnother) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  auto mine = circle.at("anna").commit({}, circle.random);
  auto theirs = circle.at("bo").commit({}, circle.random);
  ASSERT_TRUE(mine.has_value() && theirs.has_value());
  EXPECT_EQ(circle.at("anna").epoch(), 1U);
  ASSERT_TRUE(circle.at("anna").process(theirs->message(), knows_nothing(), accepts_all()).has_value());
  ASSERT_TRUE(circle.at("bo").merge(std::move(*theirs)).has_value());
  EXPECT_EQ(circle.at("anna").merge(std::move(*mine)).error(), CryptoError::past_epoch);
  circle.commit("anna", {});
  circle.expect_agreement();
}

TEST(Group, OwnCommitComesBack) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  auto pending = circle.at("anna").commit({}, circle.random);
  const Bytes echo = pending->message();
  EXPECT_TRUE(pending->matches(echo));
  EXPECT_EQ(circle.at("anna").process(echo, knows_nothing(), accepts_all()).error(), CryptoError::own_message);
  circle.deliver("anna", echo);
  ASSERT_TRUE(circle.at("anna").merge(std::move(*pending)).has_value());
  circle.expect_agreement();
}

TEST(Group, TwoCommitsOfOneEpochNeverShareAKey) {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  auto dropped = circle.at("anna").commit({}, circle.random);
  auto kept = circle.at("anna").commit({}, circle.random);
  ASSERT_TRUE(circle.at("bo").process(kept->message(), knows_nothing(), accepts_all()).has_value());
  ASSERT_TRUE(circle.at("anna").merge(std::move(*kept)).has_value());
  circle.expect_agreement();
  EXPECT_EQ(circle.at("bo").process(dropped->message(), knows_nothing(), accepts_all()).error(),
            CryptoError::past_epoch);
}

}  // namespace
}  // namespace bredvid::mls
