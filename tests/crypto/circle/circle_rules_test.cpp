// What a circle refuses: slips that do not fit, altered envelopes, commits against its rules. Refusing changes nothing.
#include "crypto/circle/circle_rules.h"

#include "tests/crypto/circle/circle_rules_world.h"

namespace bredvid::circle {
namespace {

TEST_F(CircleRules, AUsedSlipIsDead) {
  Phone supporter = start();
  const Slip slip = invite(supporter);
  const Bytes old_package = server_.packages[slip.selector];
  const auto second_try = try_join(slip, "Andra");
  Phone parent = come_in(slip, "Amira");
  supporter.fetch(server_);
  // Made for the epoch before; and in the new epoch nobody has a package for it.
  expect_commit_refused(supporter, second_try->commit, Code::mls_wrong_epoch);
  EXPECT_FALSE(try_join(slip, "Tredje"));
  EXPECT_EQ(supporter.circle.revoke_slip(slip.selector, ContentId::fresh(random_), now_ms_, random_).error().code,
            Code::slip_used);
  // Its notice said again does not bring it back.
  EXPECT_EQ(supporter.circle.repeat_slip(slip.selector, ContentId::fresh(random_), now_ms_, random_).error().code,
            Code::slip_unknown);
  expect_talk(supporter, parent);
}

TEST_F(CircleRules, ARevokedSlipIsRefusedByEveryMember) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  const Slip slip = invite_after_fetch(supporter);
  parent.fetch(server_);
  const auto joined = try_join(slip, "Okänd");
  ASSERT_TRUE(joined);
  const auto revoked = supporter.circle.revoke_slip(slip.selector, ContentId::fresh(random_), now_ms_, random_);
  ASSERT_TRUE(revoked && server_.send(*revoked));
  parent.fetch(server_);
  supporter.fetch(server_);
  EXPECT_TRUE(parent.circle.live_slips().empty());
  expect_commit_refused(parent, joined->commit);
  expect_commit_refused(supporter, joined->commit);
  expect_talk(supporter, parent);
}

TEST_F(CircleRules, AnExpiredSlipIsRefusedByItsHolderAndGetsNoMorePackages) {
  Phone supporter = start();
  const Slip slip = invite(supporter);
  EXPECT_EQ(try_join(slip, "Sen", kToday + 8).error().code, Code::slip_expired);
  EXPECT_TRUE(try_join(slip, "I tid", kToday + 7));
  EXPECT_EQ(supporter.circle.expired_slips(kToday + 8), std::vector{slip.selector});
  EXPECT_TRUE(supporter.circle.expired_slips(kToday + 7).empty());
  EXPECT_TRUE(supporter.circle.refresh_packages(kToday + 8, random_)->empty());
  const auto commit = supporter.circle.update(kToday + 8, random_);
  ASSERT_TRUE(commit);
  EXPECT_TRUE(commit->packages.empty());
}

TEST_F(CircleRules, ASlipOfAnotherCircleOrWithAnotherSecretDoesNotOpen) {
  Phone supporter = start();
  const Slip slip = invite(supporter);
  Slip other = make_slip(SlipForm::qr, random_);
  other.selector = slip.selector;
  const Bytes sealed = server_.packages[slip.selector];
  const auto join_with = [&](const Slip& with, const CircleId& circle, const Bytes& package) {
    return Circle::join({with, circle, package, DeviceId::fresh(random_), "X", kToday}, random_).error().code;
  };
  EXPECT_EQ(join_with(other, circle_, sealed), Code::join_failed);
  EXPECT_EQ(join_with(slip, CircleId::fresh(random_), sealed), Code::join_failed);
  EXPECT_EQ(join_with(slip, circle_, {}), Code::join_failed);
  for (std::size_t at = 0; at < sealed.size(); at += 37) {
    Bytes changed = sealed;
    changed[at] ^= 1;
    ASSERT_EQ(join_with(slip, circle_, changed), Code::join_failed);
  }
}

TEST_F(CircleRules, ACommitWithoutALiveSlipsPskIsRefused) {
  Phone supporter = start();
  // The server knows the join package's plaintext here, as if a slip's join key had leaked, but not the PSK.
  const Bytes group_info = open_group_info(supporter);
  const Identity intruder{Role::parent, MemberId::fresh(random_), DeviceId::fresh(random_)};
  const mls::OwnIdentity own{intruder.encode(), crypto::make_signature_key(random_)};
  mls::ExternalJoinRequest bare{group_info, std::nullopt, {}, std::nullopt};
  const auto without = mls::Group::join_external(bare, own, random_);
  ASSERT_TRUE(without);
  expect_refused(supporter, EnvelopeKind::commit, supporter.circle.epoch(), without->commit, Code::mls_refused);

  const Bytes psk_id = supporter.circle.live_slips()[0].slip.keys.psk_id;
  mls::ExternalJoinRequest guessed{group_info, std::nullopt, {}, std::nullopt};
  guessed.psks.push_back({psk_id, random_.secret(kSlipKeySize)});
  const auto wrong = mls::Group::join_external(guessed, own, random_);
  ASSERT_TRUE(wrong);
  expect_refused(supporter, EnvelopeKind::commit, supporter.circle.epoch(), wrong->commit, Code::mls_refused);
}

TEST_F(CircleRules, RoleMemberAndRemovalMustBeTheSlips) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  const Bytes group_info = open_group_info(supporter);
  const SlipMade& slip = supporter.circle.live_slips()[0].slip;
  const auto enter = [&](const Identity& identity, std::optional<mls::LeafIndex> remove) {
    mls::ExternalJoinRequest request{group_info, std::nullopt, {}, remove};
    request.psks.push_back({slip.keys.psk_id, slip.keys.psk.clone()});
    auto made = mls::Group::join_external(request, {identity.encode(), crypto::make_signature_key(random_)}, random_);
    EXPECT_TRUE(made);
    return made->commit;
  };
  const auto fresh_member = [&] { return MemberId::fresh(random_); };
  const auto fresh_device = [&] { return DeviceId::fresh(random_); };
  const std::uint64_t epoch = supporter.circle.epoch();
  const auto refused = [&](const Bytes& commit) {
    expect_refused(supporter, EnvelopeKind::commit, epoch, commit, Code::mls_refused);
  };
  refused(enter({Role::supporter, fresh_member(), fresh_device()}, std::nullopt));
  refused(enter({Role::parent, parent.circle.self().member, fresh_device()}, std::nullopt));
  refused(enter({Role::parent, fresh_member(), parent.circle.self().device}, std::nullopt));
  refused(enter({Role::parent, fresh_member(), fresh_device()}, mls::LeafIndex{1}));
  refused(enter({Role::parent, parent.circle.self().member, fresh_device()}, mls::LeafIndex{1}));
  // And the one that fits is taken.
  const Bytes good = enter({Role::parent, fresh_member(), fresh_device()}, std::nullopt);
  EXPECT_NE(find_event<DeviceJoined>(supporter.circle.receive(EnvelopeKind::commit, epoch, good)), nullptr);
}

TEST_F(CircleRules, OnlySupportersMakeSlipsWithinTheirLimits) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  const auto order = [&](Phone& phone, SlipOrder what) {
    const SecretBytes before = phone.circle.serialize();
    const auto made = phone.circle.make_slip(what, ContentId::fresh(random_), now_ms_, random_);
    EXPECT_FALSE(made);
    EXPECT_TRUE(equal_constant_time(before, phone.circle.serialize()));
    return made.error().code;
  };
  const SlipOrder good{SlipForm::typed, Role::parent, kToday + 1, kToday, std::nullopt};
  SlipOrder late = good, today = good, stranger = good, wrong_role = good;
  late.expires_day = kToday + 31;
  today.expires_day = kToday;
  stranger.replaces = MemberId::fresh(random_);
  wrong_role.replaces = parent.circle.self().member;
  wrong_role.role = Role::supporter;
  EXPECT_EQ(order(parent, good), Code::not_allowed);
  EXPECT_EQ(order(supporter, late), Code::bad_expiry);
  EXPECT_EQ(order(supporter, today), Code::bad_expiry);
  EXPECT_EQ(order(supporter, stranger), Code::not_a_member);
  EXPECT_EQ(order(supporter, wrong_role), Code::not_allowed);
  for (std::size_t i = 0; i < kMaxLiveSlips; ++i) {
    ASSERT_TRUE(supporter.circle.make_slip(good, ContentId::fresh(random_), now_ms_, random_));
  }
  EXPECT_EQ(order(supporter, good), Code::slip_limit);
}

TEST_F(CircleRules, SlipsLeaveWithTheirMaker) {
  Phone supporter = start();
  Phone second = come_in(invite(supporter, Role::supporter), "Bo");
  supporter.fetch(server_);
  second.fetch(server_);
  const Slip slip = invite(second);
  supporter.fetch(server_);
  ASSERT_EQ(supporter.circle.live_slips().size(), 1u);
  const auto commit = supporter.circle.remove_member(second.circle.self().member, kToday, random_);
  ASSERT_TRUE(commit && server_.commit(*commit));
  EXPECT_TRUE(commit->packages.empty());
  const auto events = supporter.fetch(server_);
  ASSERT_NE(find_event<SlipDropped>(events), nullptr);
  EXPECT_EQ(find_event<SlipDropped>(events)->selector, slip.selector);
  EXPECT_TRUE(supporter.circle.live_slips().empty());
}

TEST_F(CircleRules, ASlipThatACommitOverlookedIsNamed) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  parent.fetch(server_);
  const auto update = parent.circle.update(kToday, random_);  // knows nothing of the slip that is made meanwhile
  const Slip slip = invite(supporter);
  ASSERT_TRUE(update && server_.commit(*update));
  EXPECT_FALSE(server_.packages.contains(slip.selector));
  const auto events = supporter.fetch(server_);
  ASSERT_NE(find_event<SlipsBehind>(events), nullptr);
  EXPECT_EQ(find_event<SlipsBehind>(events)->selectors, std::vector{slip.selector});
  const auto notice = supporter.circle.repeat_slip(slip.selector, ContentId::fresh(random_), now_ms_, random_);
  ASSERT_TRUE(notice && server_.send(*notice));
  server_.refresh(*supporter.circle.refresh_packages(kToday, random_));
  Phone father = come_in(slip, "Far");
  expect_talk(parent, father);
}

TEST_F(CircleRules, AlteredEnvelopesAreRefusedAndChangeNothing) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  parent.fetch(server_);
  say(supporter, "oförändrad");
  const Envelope good = server_.log.back();
  const SecretBytes before = parent.circle.serialize();
  for (std::size_t at = 0; at < good.blob.size(); at += 11) {
    Bytes changed = good.blob;
    changed[at] ^= 0x20;
    const auto events = parent.circle.receive(good.kind, good.epoch, changed);
    ASSERT_NE(find_event<Unreadable>(events), nullptr) << at;
    ASSERT_EQ(events.size(), 1u);
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{40}, good.blob.size() - 1}) {
    const auto events = parent.circle.receive(good.kind, good.epoch, ByteView(good.blob).first(size));
    ASSERT_NE(find_event<Unreadable>(events), nullptr);
  }
  EXPECT_TRUE(equal_constant_time(before, parent.circle.serialize()));
  expect_refused(parent, EnvelopeKind::commit, good.epoch, good.blob, Code::mls_malformed);
  expect_refused(parent, EnvelopeKind::message, good.epoch + 1, good.blob, Code::mls_wrong_epoch);
  EXPECT_EQ(find_said<Text>(parent.fetch(server_))->text, "oförändrad");
  expect_refused(parent, EnvelopeKind::message, good.epoch, good.blob, Code::mls_replayed);
}

TEST_F(CircleRules, AlteredCommitsAreRefusedAndChangeNothing) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  parent.fetch(server_);
  const auto commit = supporter.circle.update(kToday, random_);
  const Bytes before = without_mark(parent.circle);
  for (std::size_t at = 0; at < commit->commit.size(); at += 13) {
    Bytes changed = commit->commit;
    changed[at] ^= 0x04;
    ASSERT_NE(find_event<Unreadable>(parent.circle.receive(EnvelopeKind::commit, commit->epoch, changed)), nullptr);
  }
  EXPECT_EQ(without_mark(parent.circle), before);
  EXPECT_NE(find_event<KeysUpdated>(parent.circle.receive(EnvelopeKind::commit, commit->epoch, commit->commit)),
            nullptr);
}

TEST_F(CircleRules, BadArgumentsChangeNothing) {
  Phone supporter = start();
  const SecretBytes before = supporter.circle.serialize();
  EXPECT_EQ(supporter.circle.send(text(""), random_).error().code, Code::not_allowed);
  EXPECT_EQ(supporter.circle.send(text("\xff"), random_).error().code, Code::not_allowed);
  EXPECT_EQ(supporter.circle.send(text(std::string(4001, 'x')), random_).error().code, Code::not_allowed);
  EXPECT_EQ(supporter.circle.send({ContentId{}, 0, Hello{"X", {}}}, random_).error().code, Code::not_allowed);
  EXPECT_EQ(supporter.circle.remove_member(MemberId{}, kToday, random_).error().code, Code::not_a_member);
  EXPECT_EQ(supporter.circle.remove_member(supporter.circle.self().member, kToday, random_).error().code,
            Code::not_allowed);
  EXPECT_FALSE(supporter.circle.add_by_welcome(Bytes(40), kToday, random_));
  EXPECT_TRUE(equal_constant_time(before, supporter.circle.serialize()));
  EXPECT_FALSE(Circle::create(circle_, supporter.circle.self(), "", random_));
  EXPECT_FALSE(Circle::create(circle_, supporter.circle.self(), "a\nb", random_));
}

TEST_F(CircleRules, DamagedStateIsRefused) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  ASSERT_TRUE(supporter.circle.update(kToday, random_));
  const SecretBytes stored = supporter.circle.serialize();
  const auto again = Circle::restore(stored.view());
  ASSERT_TRUE(again);
  EXPECT_TRUE(equal_constant_time(again->serialize(), stored));
  for (std::size_t size = 0; size < stored.size(); size += 101) {
    const auto cut = Circle::restore(stored.view().first(size));
    ASSERT_FALSE(cut);
    ASSERT_EQ(cut.error().code, Code::state_bad);
  }
  const Bytes longer = concat({stored.view(), Bytes{0}});
  EXPECT_FALSE(Circle::restore(longer));
  Bytes unmarked = to_bytes(stored.view());
  unmarked.back() = 2;  // neither lost nor not
  EXPECT_FALSE(Circle::restore(unmarked));
  Bytes newer = to_bytes(stored.view());
  newer[0] = kStateVersion + 1;
  EXPECT_FALSE(Circle::restore(newer));
}

}  // namespace
}  // namespace bredvid::circle
