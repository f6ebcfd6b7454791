// Proposals that travel alone and the commits that refer to them; what a commit can be asked for.
#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

constexpr auto kPublic = HandshakeFormat::public_message;
constexpr auto kPrivate = HandshakeFormat::private_message;

// Anna, Bo and Cilla; proposals go to everybody.
struct Three : Circle {
  Three() : Circle("anna") {
    join_by_welcome("bo", "anna");
    join_by_welcome("cilla", "bo");
  }
  void propose(const std::string& from, const ProposalRequest& request, HandshakeFormat format = kPrivate) {
    const auto proposal = at(from).propose(request, random, format);
    ASSERT_TRUE(proposal.has_value()) << error_name(proposal.error());
    deliver(from, *proposal);
  }
  // As `commit`, and gives its effect.
  CommitApplied commit_all(const std::string& from, const CommitRequest& request = {}) {
    auto pending = at(from).commit(request, random, knows_psk());
    EXPECT_TRUE(pending.has_value()) << error_name(pending.error());
    auto restored = PendingCommit::restore(pending->serialize().view());
    EXPECT_TRUE(restored.has_value());
    deliver(from, restored->message());
    auto effect = at(from).merge(std::move(*restored));
    EXPECT_TRUE(effect.has_value());
    return std::move(*effect);
  }
};

TEST(Proposals, AnUpdateIsCommittedByAnother) {
  for (const auto format : {kPrivate, kPublic}) {
    Three three;
    three.propose("bo", ProposeUpdate{}, format);
    // The proposal survives storage on both sides.
    three.at("bo") = *Group::restore(three.at("bo").serialize().view());
    const CommitApplied effect = three.commit_all("anna");
    EXPECT_EQ(effect.updated, (std::vector<LeafIndex>{three.at("bo").own_leaf()}));
    three.expect_agreement();
    // The new key is in use: Cilla's next path is encrypted to it.
    three.commit_all("cilla");
    three.expect_agreement();
  }
}

TEST(Proposals, AnUpdateThatWasMadeElsewhereIsNotOurs) {
  Three three;
  three.propose("bo", ProposeUpdate{});
  // Bo's phone is restored to before the proposal, so the key is gone; but the reference is unknown too.
  const Bytes before = [&] {
    Three twin;
    return stored(twin.at("bo"));
  }();
  Group old = *Group::restore(before);
  auto pending = three.at("anna").commit({}, three.random);
  ASSERT_TRUE(pending.has_value());
  EXPECT_EQ(old.process(pending->message(), knows_nothing(), accepts_all()).error(), CryptoError::unknown_proposal);
  EXPECT_EQ(stored(old), before);
}

TEST(Proposals, AddAndRemoveByReference) {
  Three three;
  const OwnIdentity dora = identity("dora", three.random);
  const auto bundle = make_key_package(dora, {}, three.random);
  ASSERT_TRUE(bundle.has_value());
  three.propose("bo", ProposeAdd{bundle->key_package, std::nullopt});
  three.propose("anna", ProposeRemove{three.at("cilla").own_leaf()});
  auto pending = three.at("bo").commit({}, three.random);
  ASSERT_TRUE(pending.has_value());
  EXPECT_EQ(welcome_references(*pending->welcome()), (std::vector<Bytes>{*key_package_reference(bundle->key_package)}));
  auto joined = Group::join_by_welcome(*pending->welcome(), *bundle, dora, knows_nothing());
  ASSERT_TRUE(joined.has_value()) << error_name(joined.error());
  three.deliver("bo", pending->message());
  EXPECT_TRUE(three.at("cilla").is_removed());
  const auto effect = three.at("bo").merge(std::move(*pending));
  ASSERT_TRUE(effect.has_value());
  EXPECT_EQ(effect->added.size(), 1u);
  EXPECT_EQ(effect->removed.size(), 1u);
  three.groups.emplace("dora", std::move(*joined));
  three.expect_agreement();
}

TEST(Proposals, PskByReferenceAndResumption) {
  Three three;
  three.commit_all("anna");
  const std::uint64_t earlier = three.at("anna").epoch() - 1;
  three.propose("bo", ProposePsk{kPskId});
  three.propose("cilla", ProposeResumption{earlier});
  // Without the PSK the committer leaves that proposal out.
  Group alone = *Group::restore(three.at("anna").serialize().view());
  auto without = alone.commit({}, three.random, knows_nothing());
  ASSERT_TRUE(without.has_value());
  EXPECT_TRUE(without->effect().psk_ids.empty());
  EXPECT_EQ(without->effect().resumed_epochs, (std::vector<std::uint64_t>{earlier}));

  three.at("anna") = *Group::restore(alone.serialize().view());
  const CommitApplied effect = three.commit_all("anna");
  EXPECT_EQ(effect.psk_ids, (std::vector<Bytes>{kPskId}));
  EXPECT_EQ(effect.resumed_epochs, (std::vector<std::uint64_t>{earlier}));
  three.expect_agreement();
}

TEST(Proposals, ResumptionOfAnEpochThatIsGone) {
  Three three;
  for (int i = 0; i < 6; ++i) three.commit_all("anna");
  CommitRequest request;
  request.resumed_epochs = {three.at("anna").epoch()};
  three.commit_all("bo", request);
  three.expect_agreement();
  request.resumed_epochs = {0};
  const Bytes before = stored(three.at("anna"));
  EXPECT_EQ(three.at("anna").commit(request, three.random).error(), CryptoError::missing_psk);
  EXPECT_EQ(three.at("anna").propose(ProposeResumption{0}, three.random).error(), CryptoError::missing_psk);
  EXPECT_EQ(stored(three.at("anna")), before);
}

TEST(Proposals, BadOnesDoNotStopOurCommits) {
  Three three;
  three.propose("bo", ProposeUpdate{});
  three.propose("cilla", ProposeRemove{three.at("bo").own_leaf()});    // wins over the update
  three.propose("cilla", ProposeRemove{three.at("anna").own_leaf()});  // nobody commits their own removal
  three.propose("cilla", ProposeRemove{three.at("bo").own_leaf()});    // twice
  three.propose("cilla", ProposePsk{{9, 9}});                          // nobody has it
  const CommitApplied effect = three.commit_all("anna");
  EXPECT_EQ(effect.removed.size(), 1u);
  EXPECT_TRUE(effect.updated.empty());
  EXPECT_TRUE(three.at("bo").is_removed());
  three.expect_agreement();
}

TEST(Proposals, ByValueComesBeforeByReference) {
  Three three;
  three.propose("cilla", ProposeRemove{three.at("bo").own_leaf()});
  CommitRequest request;
  request.remove = {three.at("bo").own_leaf()};
  EXPECT_EQ(three.commit_all("anna", request).removed.size(), 1u);
  three.expect_agreement();
}

TEST(Proposals, CanBeLeftWaiting) {
  Three three;
  three.propose("cilla", ProposeRemove{three.at("bo").own_leaf()});
  CommitRequest request;
  request.stored_proposals = false;
  EXPECT_TRUE(three.commit_all("anna", request).removed.empty());
  // They belonged to that epoch.
  EXPECT_TRUE(three.commit_all("anna").removed.empty());
  three.expect_agreement();
}

TEST(Proposals, LimitOfThoseThatWait) {
  Three three;
  const ProposeRemove remove{three.at("bo").own_leaf()};
  three.propose("cilla", remove);
  three.propose("cilla", remove);                                           // the same again: it waits once
  for (int i = 0; i < 63; ++i) three.propose("cilla", ProposePsk{kPskId});  // each has a nonce of its own
  const Bytes before = stored(three.at("cilla"));
  EXPECT_EQ(three.at("cilla").propose(remove, three.random).error(), CryptoError::bad_proposals);
  EXPECT_EQ(stored(three.at("cilla")), before);
  // Somebody whose list is not full yet is not listened to by those whose is.
  Group bo = *Group::restore(three.at("bo").serialize().view());
  EXPECT_EQ(bo.propose(remove, three.random).error(), CryptoError::bad_proposals);
  three.commit_all("anna");
  EXPECT_TRUE(three.at("bo").is_removed());
}

TEST(Proposals, RefusedBeforeTheyAreMade) {
  Three three;
  Group& anna = three.at("anna");
  const OwnIdentity dora = identity("dora", three.random);
  const auto bundle = make_key_package(dora, {1000, 2000}, three.random);
  Bytes damaged = bundle->key_package;
  damaged.back() ^= 1;
  const Bytes before = stored(anna);
  EXPECT_EQ(anna.propose(ProposeRemove{{7}}, three.random).error(), CryptoError::bad_proposals);
  EXPECT_EQ(anna.propose(ProposeAdd{damaged, std::nullopt}, three.random).error(), CryptoError::bad_signature);
  EXPECT_EQ(anna.propose(ProposeAdd{bundle->key_package, 999}, three.random).error(), CryptoError::bad_lifetime);
  EXPECT_EQ(anna.propose(ProposeAdd{bundle->key_package, 2001}, three.random).error(), CryptoError::bad_lifetime);
  EXPECT_EQ(anna.propose(ProposeRequirements{{{0x4242}, {}, {}}}, three.random).error(), CryptoError::bad_leaf_node);
  EXPECT_EQ(stored(anna), before);
  EXPECT_TRUE(anna.propose(ProposeAdd{bundle->key_package, 1000}, three.random).has_value());
  EXPECT_TRUE(anna.propose(ProposeAdd{bundle->key_package, 2000}, three.random).has_value());
}

TEST(Commits, WithoutAPathWhereThatMayBe) {
  Three three;
  CommitRequest request;
  request.path = false;
  EXPECT_EQ(three.at("anna").commit(request, three.random).error(), CryptoError::bad_argument);  // empty: needs one
  request.remove = {three.at("bo").own_leaf()};
  EXPECT_EQ(three.at("anna").commit(request, three.random).error(), CryptoError::bad_argument);
  request.remove.clear();

  const OwnIdentity dora = identity("dora", three.random);
  const auto bundle = make_key_package(dora, {}, three.random);
  request.add = {bundle->key_package};
  request.psks.push_back({kPskId, psk()});
  auto pending = three.at("anna").commit(request, three.random);
  ASSERT_TRUE(pending.has_value()) << error_name(pending.error());
  auto joined = Group::join_by_welcome(*pending->welcome(), *bundle, dora, knows_psk());
  ASSERT_TRUE(joined.has_value()) << error_name(joined.error());
  three.deliver("anna", pending->message());
  ASSERT_TRUE(three.at("anna").merge(std::move(*pending)).has_value());
  three.groups.emplace("dora", std::move(*joined));
  three.expect_agreement();
  three.commit_all("dora");
  three.expect_agreement();
}

TEST(Commits, WithTheTreeBeside) {
  Three three;
  const OwnIdentity dora = identity("dora", three.random);
  const auto bundle = make_key_package(dora, {}, three.random);
  CommitRequest request;
  request.add = {bundle->key_package};
  request.tree_beside = true;
  auto pending = three.at("anna").commit(request, three.random);
  ASSERT_TRUE(pending.has_value());
  EXPECT_EQ(Group::join_by_welcome(*pending->welcome(), *bundle, dora, knows_nothing()).error(),
            CryptoError::missing_tree);
  EXPECT_EQ(Group::join_by_welcome(*pending->welcome(), *bundle, dora, knows_nothing(), three.at("anna").ratchet_tree())
                .error(),
            CryptoError::bad_tree);  // the tree of the epoch before
  auto joined = Group::join_by_welcome(*pending->welcome(), *bundle, dora, knows_nothing(), pending->ratchet_tree());
  ASSERT_TRUE(joined.has_value()) << error_name(joined.error());
  EXPECT_EQ(joined->ratchet_tree(), pending->ratchet_tree());
  three.deliver("anna", pending->message());
  ASSERT_TRUE(three.at("anna").merge(std::move(*pending)).has_value());
  three.groups.emplace("dora", std::move(*joined));
  three.expect_agreement();
}

TEST(Commits, RequirementsHoldForEverybodyWhoComes) {
  Three three;
  EXPECT_FALSE(three.at("anna").requirements().has_value());
  CommitRequest request;
  request.requirements = Requirements{{0x000A}, {}, {1}};  // last-resort key packages, basic credentials
  const CommitApplied effect = three.commit_all("anna", request);
  EXPECT_TRUE(effect.extensions_changed);
  EXPECT_EQ(three.at("cilla").requirements(), request.requirements);
  three.expect_agreement();
  three.join_by_welcome("dora", "bo");
  three.expect_agreement();

  const Bytes before = stored(three.at("bo"));
  request.requirements = Requirements{{}, {0x00FF}, {}};
  EXPECT_EQ(three.at("bo").commit(request, three.random).error(), CryptoError::bad_leaf_node);
  EXPECT_EQ(stored(three.at("bo")), before);
  EXPECT_EQ(
      Group::create(bytes_of("x"), identity("e", three.random), {}, three.random, Requirements{{7}, {}, {}}).error(),
      CryptoError::bad_leaf_node);
  const auto made =
      Group::create(bytes_of("x"), identity("e", three.random), {}, three.random, Requirements{{}, {}, {1}});
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->requirements(), (Requirements{{}, {}, {1}}));
}

TEST(Commits, LifetimesAreHardWhenAdding) {
  Three three;
  const OwnIdentity dora = identity("dora", three.random);
  const auto refused = [&](Lifetime lifetime, std::uint64_t now_s) {
    CommitRequest request;
    request.add = {make_key_package(dora, lifetime, three.random)->key_package};
    request.now_s = now_s;
    const auto pending = three.at("anna").commit(request, three.random);
    return pending ? "accepted" : error_name(pending.error());
  };
  EXPECT_STREQ(refused({1000, 2000}, 999), "bad_lifetime");
  EXPECT_STREQ(refused({1000, 2000}, 1000), "accepted");
  EXPECT_STREQ(refused({1000, 2000}, 2000), "accepted");
  EXPECT_STREQ(refused({1000, 2000}, 2001), "bad_lifetime");
  EXPECT_STREQ(refused({1000, 1000 + kMaxLifetimeS}, 2000), "accepted");
  EXPECT_STREQ(refused({1000, 1001 + kMaxLifetimeS}, 2000), "bad_lifetime");
  EXPECT_EQ(make_key_package(dora, {2, 1}, three.random).error(), CryptoError::bad_argument);
}

TEST(Commits, LengthTellsLittle) {
  Three three;
  auto update = three.at("anna").commit({}, three.random);
  CommitRequest request;
  request.psks.push_back({kPskId, psk()});
  auto with_psk = three.at("anna").commit(request, three.random);
  ASSERT_TRUE(update && with_psk);
  EXPECT_EQ(update->message().size(), with_psk->message().size());
}

TEST(KeyPackages, LastResortSaysSo) {
  Three three;
  const OwnIdentity dora = identity("dora", three.random);
  const auto once = make_key_package(dora, {}, three.random);
  const auto last = make_key_package(dora, {}, three.random, KeyPackageUse::last_resort);
  EXPECT_EQ(key_package_use(once->key_package), KeyPackageUse::once);
  EXPECT_EQ(key_package_use(last->key_package), KeyPackageUse::last_resort);
  EXPECT_NE(*key_package_reference(once->key_package), *key_package_reference(last->key_package));
  // It brings its device in like any other.
  CommitRequest request;
  request.add = {last->key_package};
  auto pending = three.at("anna").commit(request, three.random);
  ASSERT_TRUE(pending.has_value());
  EXPECT_TRUE(Group::join_by_welcome(*pending->welcome(), *last, dora, knows_nothing()).has_value());
}

TEST(KeyPackages, ABundleIsStored) {
  TestRandom random;
  const auto bundle = make_key_package(identity("dora", random), {}, random);
  const SecretBytes bytes = bundle->serialize();
  const auto restored = KeyPackageBundle::restore(bytes.view());
  ASSERT_TRUE(restored.has_value());
  EXPECT_EQ(to_bytes(restored->serialize().view()), to_bytes(bytes.view()));
  Bytes other = to_bytes(bytes.view());
  other[0] = 9;
  EXPECT_EQ(KeyPackageBundle::restore(other).error(), CryptoError::bad_state_version);
  for (std::size_t i = 1; i < other.size(); i += 7) {
    other = to_bytes(bytes.view());
    other[i] ^= 0x10;
    const auto again = KeyPackageBundle::restore(other);
    // A clamped bit of a private key is the same key; everything else shows.
    if (again) {
      EXPECT_EQ(again->key_package, bundle->key_package) << i;
    }
  }
  EXPECT_EQ(KeyPackageBundle::restore(bytes.view().first(bytes.size() - 1)).error(), CryptoError::bad_state);
}

TEST(Rollback, IsSeenAndKeysArePassedOver) {
  Three three;
  const Bytes old_state = stored(three.at("bo"));
  const auto lost = three.at("bo").encrypt(bytes_of("i går"), kBucket, three.random);
  three.deliver("bo", *lost);
  Group bo = *Group::restore(old_state);
  EXPECT_EQ(bo.process(*lost, knows_nothing(), accepts_all()).error(), CryptoError::state_rolled_back);
  EXPECT_EQ(stored(bo), old_state);

  EXPECT_EQ(bo.skip_own_keys(257).error(), CryptoError::bad_argument);
  EXPECT_EQ(stored(bo), old_state);
  ASSERT_TRUE(bo.skip_own_keys(256).has_value());
  three.at("bo") = std::move(bo);
  three.expect_agreement();  // at the very limit of what others follow
  three.commit_all("bo");
  three.expect_agreement();
}

TEST(Removed, HoldsNothingAnyMore) {
  Three three;
  three.remove("anna", "cilla");
  Group& cilla = three.at("cilla");
  ASSERT_TRUE(cilla.is_removed());
  EXPECT_TRUE(cilla.epoch_authenticator().empty());
  EXPECT_EQ(cilla.export_secret("x", {}, 32).error(), CryptoError::removed);
  EXPECT_EQ(cilla.propose(ProposeUpdate{}, three.random).error(), CryptoError::removed);
  EXPECT_EQ(cilla.skip_own_keys(1).error(), CryptoError::removed);
  EXPECT_EQ(cilla.members().size(), 3u);
  const auto restored = Group::restore(cilla.serialize().view());
  ASSERT_TRUE(restored.has_value());
  EXPECT_TRUE(restored->is_removed());
}

}  // namespace
}  // namespace bredvid::mls
