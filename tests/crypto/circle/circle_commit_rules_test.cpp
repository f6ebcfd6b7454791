// What a commit may bring into a circle beyond what RFC 9420 asks of it, and whose place a joiner may take.
#include "crypto/circle/circle_rules.h"
#include "tests/crypto/circle/circle_rules_world.h"

namespace bredvid::circle {
namespace {

using CircleCommitRules = CircleRules;

// A member whose client keeps no rules: the group itself, joined by Welcome.
TEST_F(CircleCommitRules, AMembersCommitWithAResumptionPskOrOtherExtensionsIsRefused) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  auto device = *Circle::offer({Role::supporter, MemberId::fresh(random_), DeviceId::fresh(random_)}, "Bo", random_);
  const auto commit = supporter.circle.add_by_welcome(device.bundle.key_package, kToday, random_);
  ASSERT_TRUE(commit && server_.commit(*commit));
  const auto no_psk = [](ByteView) -> std::optional<SecretBytes> { return std::nullopt; };
  auto insider = mls::Group::join_by_welcome(*commit->welcome, device.bundle,
                                             {device.identity.encode(), device.signature_key.clone()}, no_psk);
  ASSERT_TRUE(insider);
  supporter.fetch(server_);
  parent.fetch(server_);
  const auto update = parent.circle.update(kToday, random_);
  ASSERT_TRUE(update && server_.commit(*update));
  ASSERT_TRUE(insider->process(update->commit, no_psk, [](const mls::CommitApplied&) { return true; }));
  supporter.fetch(server_);
  parent.fetch(server_);

  mls::CommitRequest resumed;
  resumed.resumed_epochs = {insider->epoch() - 1};
  mls::CommitRequest required;
  required.requirements = mls::Requirements{{}, {}, {1}};
  for (const mls::CommitRequest* request : {&resumed, &required}) {
    const auto made = insider->commit(*request, random_);
    ASSERT_TRUE(made);
    expect_refused(parent, EnvelopeKind::commit, insider->epoch(), made->message(), Code::mls_refused);
    expect_refused(supporter, EnvelopeKind::commit, insider->epoch(), made->message(), Code::mls_refused);
  }
  // And without either it is a commit like any other.
  const auto plain = insider->commit({}, random_);
  EXPECT_NE(find_event<KeysUpdated>(parent.circle.receive(EnvelopeKind::commit, insider->epoch(), plain->message())),
            nullptr);
}

TEST_F(CircleCommitRules, AJoinersCommitBringsNothingButTheSlipsPsk) {
  Phone supporter = start();
  const Bytes group_info = open_group_info(supporter);
  auto state = *CircleState::restore(supporter.circle.serialize().view());
  const auto before = devices_of(state.group.members());
  const Identity joiner{Role::parent, MemberId::fresh(random_), DeviceId::fresh(random_)};
  mls::CommitApplied commit;
  commit.external = true;
  commit.committer = {mls::LeafIndex{1}, joiner.encode(), Bytes(32)};
  commit.added = {commit.committer};
  commit.psk_ids = {state.slips[0].slip.keys.psk_id};
  EXPECT_TRUE(commit_allowed(state, before, commit));
  commit.extensions_changed = true;
  EXPECT_FALSE(commit_allowed(state, before, commit));
  commit.extensions_changed = false;
  commit.resumed_epochs = {0};
  EXPECT_FALSE(commit_allowed(state, before, commit));
}

// One's own place may be taken by oneself: a phone that lost the thread. Nobody else's device id may be used.
TEST_F(CircleCommitRules, ADeviceComesBackInItsOwnPlaceOnly) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  const Identity before = parent.circle.self();
  const Slip slip = invite(supporter, Role::parent, before.member);
  const auto join_as = [&](const DeviceId& device) {
    return Circle::join({slip, circle_, server_.packages[slip.selector], device, "Amira", kToday}, random_);
  };
  EXPECT_EQ(join_as(supporter.circle.self().device).error().code, Code::join_failed);
  const auto again = join_as(before.device);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->circle.self(), before);
  EXPECT_EQ(again->commit.removed, std::vector{before.device});
  const auto events = supporter.circle.receive(EnvelopeKind::commit, again->commit.epoch, again->commit.commit);
  ASSERT_NE(find_event<DeviceJoined>(events), nullptr);
  EXPECT_FALSE(find_event<DeviceJoined>(events)->new_member);
  EXPECT_EQ(supporter.circle.devices().size(), 2u);

  // The same id while another device of hers goes, is two devices with one id.
  parent.fetch(server_);
  const auto state = *CircleState::restore(parent.circle.serialize().view());
  auto devices = devices_of(state.group.members());
  const Identity second{Role::parent, before.member, DeviceId::fresh(random_)};
  devices.push_back({mls::LeafIndex{2}, second});
  mls::CommitApplied commit;
  commit.external = true;
  commit.committer = {mls::LeafIndex{2}, before.encode(), Bytes(32)};
  commit.added = {commit.committer};
  commit.removed = {{mls::LeafIndex{2}, second.encode(), Bytes(32)}};
  commit.psk_ids = {state.slips[0].slip.keys.psk_id};
  EXPECT_FALSE(commit_allowed(state, devices, commit));
  commit.removed = {{mls::LeafIndex{1}, before.encode(), Bytes(32)}};
  EXPECT_TRUE(commit_allowed(state, devices, commit));
}

}  // namespace
}  // namespace bredvid::circle
