// RFC 9420 12.1 to 12.3: what a list of proposals may hold, each rule by itself, and in which order it is applied.
// External commits, which have a list of their own, stand in rules_external_commits_test.cpp.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

Plan by_value(std::vector<Proposal> proposals) {
  Plan plan;
  plan.proposals = std::move(proposals);
  return plan;
}
Plan by_reference(std::vector<Referred> references, std::vector<Proposal> proposals = {}) {
  Plan plan;
  plan.proposals = std::move(proposals);
  plan.references = std::move(references);
  return plan;
}

const Proposal kRemoveCilla{Remove{{2}}};
const Proposal kRemoveDisa{Remove{{3}}};

TEST(RulesProposals, TheRestIsRight) {
  Scene scene;
  scene.accepted(by_value({kRemoveCilla, kRemoveDisa, {Add{scene.key_package()}}, {PreSharedKey{psk_id()}}}));
  scene.accepted(by_reference({scene.propose("cilla", kRemoveDisa)}));
  scene.accepted(by_reference({scene.propose("disa", {Update{scene.as("disa").update_leaf()}})}));
  scene.accepted(by_value({{GroupContextExtensions{}}}));
}

// 12.2: an Update by the committer itself.
TEST(RulesProposals, NoUpdateByTheCommitter) {
  Scene scene;
  const Proposal own{Update{scene.as("bo").update_leaf()}};
  scene.refused(by_value({own}), CryptoError::bad_proposals);
  scene.refused(by_reference({scene.propose("bo", own)}), CryptoError::bad_proposals);
}

// 12.2: a Remove of the committer.
TEST(RulesProposals, NoRemovalOfTheCommitter) {
  Scene scene;
  scene.refused(by_value({{Remove{{1}}}}), CryptoError::bad_proposals);
  scene.refused(by_reference({scene.propose("cilla", {Remove{{1}}})}), CryptoError::bad_proposals);
  CommitRequest request;
  request.remove = {scene.anna().own_leaf()};
  EXPECT_EQ(scene.anna().commit(request, scene.circle.random).error(), CryptoError::bad_proposals);
}

// 12.2: several Updates or Removes of one leaf.
TEST(RulesProposals, OneChangeForOneLeaf) {
  Scene scene;
  const auto update = [&] { return scene.propose("cilla", {Update{scene.as("cilla").update_leaf()}}); };
  scene.refused(by_value({kRemoveCilla, kRemoveCilla}), CryptoError::bad_proposals);
  scene.refused(by_reference({scene.propose("disa", kRemoveCilla)}, {kRemoveCilla}), CryptoError::bad_proposals);
  scene.refused(by_reference({update()}, {kRemoveCilla}), CryptoError::bad_proposals);
  scene.refused(by_reference({update(), scene.propose("disa", kRemoveCilla)}), CryptoError::bad_proposals);
  scene.refused(by_reference({update(), update()}), CryptoError::bad_proposals);
  const Referred same = update();
  scene.refused(by_reference({same, same}), CryptoError::bad_proposals);
}

// 12.2: several Adds of one client, or of a client that is there.
TEST(RulesProposals, NobodyIsAddedTwice) {
  Scene scene;
  const crypto::SignatureKey cilla = scene.as("cilla").state.signature_key.clone();
  const crypto::SignatureKey emil = crypto::make_signature_key(scene.circle.random);
  const auto package_of = [&](const crypto::SignatureKey& key) {
    KeyPackage made = scene.key_package();
    made.leaf_node.signature_key = key.public_key;
    EXPECT_TRUE(sign_leaf(made.leaf_node, {}, key.seed.view()).has_value());
    EXPECT_TRUE(sign_key_package(made, key.seed.view()).has_value());
    return Proposal{Add{made}};
  };
  scene.refused(by_value({package_of(emil), package_of(emil)}), CryptoError::bad_leaf_node);
  scene.refused(by_value({package_of(cilla)}), CryptoError::bad_leaf_node);
  scene.refused(by_value({package_of(cilla), kRemoveDisa}), CryptoError::bad_leaf_node);
  scene.accepted(by_value({package_of(cilla), kRemoveCilla}));  // the old one goes in the same commit
  scene.accepted(by_value({package_of(emil)}));
}

// 12.2: one PreSharedKeyID twice. The id includes the nonce: the same PSK under two nonces is two.
TEST(RulesProposals, NoPskTwice) {
  Scene scene;
  scene.refused(by_value({{PreSharedKey{psk_id()}}, {PreSharedKey{psk_id()}}}), CryptoError::bad_proposals);
  scene.refused(by_reference({scene.propose("cilla", {PreSharedKey{psk_id()}})}, {{PreSharedKey{psk_id()}}}),
                CryptoError::bad_proposals);
  scene.accepted(by_value({{PreSharedKey{psk_id(1)}}, {PreSharedKey{psk_id(2)}}}));
}

// 12.2: several GroupContextExtensions.
TEST(RulesProposals, OneGroupContextExtensions) {
  Scene scene;
  scene.refused(by_value({{GroupContextExtensions{}}, {GroupContextExtensions{}}}), CryptoError::bad_proposals);
  scene.refused(by_reference({scene.propose("cilla", {GroupContextExtensions{}})}, {{GroupContextExtensions{}}}),
                CryptoError::bad_proposals);
}

// 12.2: an ExternalInit in the commit of a member.
TEST(RulesProposals, NoExternalInitByAMember) {
  Scene scene;
  Insider bo = scene.as("bo");
  const auto init = make_external_init(external_key(bo.state.secrets.external).public_key, scene.circle.random);
  scene.refused(by_value({{ExternalInit{init->kem_output}}}), CryptoError::bad_proposals);
  scene.refused(by_reference({scene.propose("cilla", {ExternalInit{init->kem_output}})}), CryptoError::bad_proposals);
}

// 12.1.3
TEST(RulesProposals, OnlyWhoIsThereIsRemoved) {
  Scene scene;
  for (const std::uint32_t index : std::vector<std::uint32_t>{4, 5, 8, 1000, 4000000000U}) {
    scene.refused(by_value({{Remove{{index}}}}), CryptoError::bad_proposals);
    scene.refused(by_reference({scene.propose("cilla", {Remove{{index}}})}), CryptoError::bad_proposals);
    EXPECT_EQ(scene.anna().propose(ProposeRemove{{index}}, scene.circle.random).error(), CryptoError::bad_proposals);
  }
  Scene smaller;
  smaller.circle.remove("anna", "cilla");  // leaf 2 is blank, inside the tree
  smaller.refused(by_value({kRemoveCilla}), CryptoError::bad_proposals);
}

// 12.1.4
TEST(RulesProposals, PskNoncesHaveTheHashsSize) {
  Scene scene;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{31}, std::size_t{33}, std::size_t{64}}) {
    scene.refused(by_value({{PreSharedKey{psk_id(9, size)}}}), CryptoError::bad_proposals);
    scene.refused(by_reference({scene.propose("cilla", {PreSharedKey{psk_id(9, size)}})}), CryptoError::bad_proposals);
  }
}

TEST(RulesProposals, PsksAreKnown) {
  Scene scene;
  PreSharedKeyId unknown = psk_id();
  unknown.psk_id = {9, 9, 9};
  scene.refused(by_value({{PreSharedKey{unknown}}}), CryptoError::missing_psk);
  PreSharedKeyId resumed = resumption_id(scene.as("bo").state, scene.as("bo").state.context.epoch);
  resumed.psk_nonce = Bytes(32, 1);
  scene.accepted(by_value({{PreSharedKey{resumed}}}));
  PreSharedKeyId other = resumed;
  other.psk_epoch += 1;
  scene.refused(by_value({{PreSharedKey{other}}}), CryptoError::missing_psk);
  other = resumed;
  other.psk_epoch = 0;
  other.psk_group_id.push_back('x');
  scene.refused(by_value({{PreSharedKey{other}}}), CryptoError::missing_psk);
}

TEST(RulesProposals, TheOrderOfPsksCounts) {
  Scene scene;
  Insider bo = scene.as("bo");
  const Proposal first{PreSharedKey{psk_id(1)}};
  const Proposal second{PreSharedKey{psk_id(2)}};
  scene.accepted(by_value({first, second}));
  // The list says one order, the secrets were mixed in the other.
  Plan plan = by_value({first, second});
  plan.commit = [](Commit& commit) { std::swap(commit.proposals[0], commit.proposals[1]); };
  scene.refused(plan, CryptoError::bad_confirmation_tag);
}

// 12.1.7 and the last point of 12.2, for those who are there and for those who come by the same commit.
TEST(RulesProposals, RequirementsAreMetByAll) {
  Scene scene;
  const std::vector<Requirements> table{{{0xf001}, {}, {}}, {{}, {0xf001}, {}}, {{}, {}, {Credential::kX509}}};
  for (const Requirements& required : table) {
    scene.refused(by_value({{requiring(required)}}), CryptoError::bad_leaf_node);
    CommitRequest request;
    request.requirements = required;
    EXPECT_EQ(scene.anna().commit(request, scene.circle.random).error(), CryptoError::bad_leaf_node);
    EXPECT_EQ(scene.anna().propose(ProposeRequirements{required}, scene.circle.random).error(),
              CryptoError::bad_leaf_node);
    EXPECT_EQ(
        Group::create(bytes_of("g"), identity("x", scene.circle.random), {}, scene.circle.random, required).error(),
        CryptoError::bad_leaf_node);
  }
  scene.refused(by_value({{GroupContextExtensions{{{0xf001, {}}}}}}), CryptoError::bad_leaf_node);
  // Types that everybody has need not be named by anybody.
  scene.accepted(by_value({{requiring({{1, 2, 3, 4, 5}, {1, 2, 3, 4, 5, 6, 7}, {Credential::kBasic}})}}));
}

// 12.3: the new extensions count for the Adds of the same commit, wherever in the list they stand.
TEST(RulesProposals, ExtensionsComeFirst) {
  for (const bool add_first : {true, false}) {
    Scene scene;
    rewrite(scene.circle, [](GroupState& state) {
      for (const LeafIndex index : state.tree.members()) {
        LeafNode leaf = *state.tree.leaf(index);
        leaf.capabilities.extensions = {0xf001};
        state.tree.set_leaf(index, leaf);
      }
    });
    const auto list = [&](std::vector<std::uint16_t> can) {
      Proposal add{Add{scene.key_package([&](KeyPackage& k) { k.leaf_node.capabilities.extensions = can; })}};
      Proposal require{requiring({{0xf001}, {}, {}})};
      return by_value(add_first ? std::vector<Proposal>{add, require} : std::vector<Proposal>{require, add});
    };
    scene.accepted(list({0xf001}));
    scene.refused(list({}), CryptoError::bad_leaf_node);
  }
}

// And whoever is removed by the commit need not support them (12.1.7).
TEST(RulesProposals, WhoLeavesNeedNotMeetTheRequirements) {
  Scene scene;
  rewrite(scene.circle, [](GroupState& state) {
    for (const LeafIndex index : state.tree.members()) {
      if (index.value == 2) continue;
      LeafNode leaf = *state.tree.leaf(index);
      leaf.capabilities.extensions = {0xf001};
      state.tree.set_leaf(index, leaf);
    }
  });
  const Proposal require{requiring({{0xf001}, {}, {}})};
  scene.refused(by_value({require}), CryptoError::bad_leaf_node);
  scene.accepted(by_value({require, kRemoveCilla}));
}

// 12.3: Updates, Removes, Adds, in this order and not in the list's.
TEST(RulesProposals, RemovalsComeBeforeAdds) {
  Scene scene;
  const OwnIdentity emil = identity("emil", scene.circle.random);
  const auto bundle = make_key_package(emil, {}, scene.circle.random);
  const Proposal add{Add{*decode_message<KeyPackage>(bundle->key_package)}};
  for (const std::vector<Proposal>& list : {std::vector<Proposal>{add, kRemoveCilla}, {kRemoveCilla, add}}) {
    const Bytes message = scene.as("bo").commit_message(by_value(list));
    auto anna = Group::restore(stored(scene.anna()));
    const auto done = anna->process(message, knows_psk(), accepts_all());
    ASSERT_TRUE(done.has_value());
    const auto& effect = std::get<CommitApplied>(*done);
    ASSERT_EQ(effect.added.size(), 1U);
    EXPECT_EQ(effect.added[0].leaf, LeafIndex{2});  // the leaf that had become free
    EXPECT_EQ(text(effect.removed.at(0).identity), "cilla");
  }
}

TEST(RulesProposals, AddsTakeTheFreeLeavesInTheirOrder) {
  Scene scene;
  const Proposal emil{Add{scene.key_package({}, "emil")}};
  const Proposal fia{Add{scene.key_package({}, "fia")}};
  const Proposal gun{Add{scene.key_package({}, "gun")}};
  const Bytes message = scene.as("bo").commit_message(by_value({fia, kRemoveCilla, emil, gun}));
  const auto done = scene.anna().process(message, knows_psk(), accepts_all());
  ASSERT_TRUE(done.has_value()) << error_name(done.error());
  std::vector<std::pair<std::uint32_t, std::string>> added;
  for (const Member& member : std::get<CommitApplied>(*done).added) {
    added.emplace_back(member.leaf.value, text(member.identity));
  }
  EXPECT_EQ(added, (std::vector<std::pair<std::uint32_t, std::string>>{{2, "fia"}, {4, "emil"}, {5, "gun"}}));
}

TEST(RulesProposals, UpdatesComeBeforeAdds) {
  Scene scene;
  // Cilla's Update blanks the nodes above her; Emil, added by the same commit, must not be unmerged in what was there.
  const Referred update = scene.propose("cilla", {Update{scene.as("cilla").update_leaf()}});
  const Plan plan = by_reference({update}, {{Add{scene.key_package()}}});
  const auto done = scene.anna().process(scene.as("bo").commit_message(plan), knows_psk(), accepts_all());
  ASSERT_TRUE(done.has_value()) << error_name(done.error());
  EXPECT_EQ(std::get<CommitApplied>(*done).updated, std::vector<LeafIndex>{{2}});
  EXPECT_EQ(std::get<CommitApplied>(*done).added.at(0).leaf, LeafIndex{4});
}

// 12.4: a reference is to a proposal of this epoch that has arrived.
TEST(RulesProposals, ReferencesAreToWhatHasArrived) {
  Scene scene;
  Referred never_sent = scene.as("cilla").propose(kRemoveDisa);
  scene.refused(by_reference({never_sent}), CryptoError::unknown_proposal);
  for (const Bytes& reference : {Bytes{1}, Bytes(31, 1), Bytes(32, 1), Bytes(33, 1)}) {
    Referred wrong = scene.propose("cilla", kRemoveDisa);
    wrong.reference = reference;
    scene.refused(by_reference({wrong}), CryptoError::unknown_proposal);
  }
  const Referred old = scene.propose("cilla", kRemoveDisa);
  CommitRequest alone;
  alone.stored_proposals = false;
  scene.circle.commit("anna", alone);
  scene.refused(by_reference({old}), CryptoError::unknown_proposal);
}

TEST(RulesProposals, AProposalKeepsItsSender) {
  Scene scene;
  // Bo refers to Cilla's Update as it is; the same leaf by value would be his own.
  const Referred update = scene.propose("cilla", {Update{scene.as("cilla").update_leaf()}});
  scene.accepted(by_reference({update}));
  scene.refused(by_value({update.proposal}), CryptoError::bad_proposals);
  // Cilla's leaf in a proposal of Disa's is not signed for Disa's place.
  scene.refused(by_reference({scene.propose("disa", update.proposal)}), CryptoError::bad_leaf_node);
}

TEST(RulesProposals, OnlySoManyWait) {
  Scene scene;
  Insider bo = scene.as("bo");
  for (std::size_t i = 0; i < kMaxStoredProposals; ++i) {
    const Referred said = bo.propose({PreSharedKey{psk_id(static_cast<std::uint8_t>(i))}});
    ASSERT_TRUE(scene.anna().process(said.message, knows_psk(), accepts_all()).has_value()) << i;
  }
  expect_refused(scene.anna(), bo.propose(kRemoveCilla).message, CryptoError::bad_proposals);
  const Bytes before = stored(scene.anna());
  EXPECT_EQ(scene.anna().propose(ProposeRemove{{2}}, scene.circle.random).error(), CryptoError::bad_proposals);
  EXPECT_EQ(stored(scene.anna()), before);
}

TEST(RulesProposals, ABadOneInStoreStopsNoCommitOfOurs) {
  Scene scene;
  (void)scene.propose("bo", {Remove{{77}}});
  (void)scene.propose("bo", {PreSharedKey{psk_id(1, 5)}});
  (void)scene.propose("bo", {Add{scene.key_package([](KeyPackage& k) { k.leaf_node.capabilities.versions = {}; })}});
  (void)scene.propose("bo", {Remove{{0}}});  // of Anna, who is going to commit
  (void)scene.propose("cilla", kRemoveDisa);
  auto pending = scene.anna().commit({}, scene.circle.random, knows_psk());
  ASSERT_TRUE(pending.has_value()) << error_name(pending.error());
  ASSERT_EQ(pending->effect().removed.size(), 1U);
  EXPECT_EQ(text(pending->effect().removed[0].identity), "disa");
}

}  // namespace
}  // namespace bredvid::mls
