// Commits of a circle: made here, and what any accepted commit changes.
#include <map>

#include "crypto/circle/circle.h"
#include "crypto/circle/circle_rules.h"

namespace bredvid::circle {
namespace {

constexpr std::string_view kIntroductionLabel = "bredvid introduction v1";
constexpr std::uint64_t kDayS = 86'400;

bool has_member(const std::vector<Device>& devices, const MemberId& member) {
  return std::ranges::any_of(devices, [&](const Device& device) { return device.identity.member == member; });
}

// Who has a device once these are gone and that one has come.
std::vector<MemberId> members_after(const std::vector<Device>& before, const std::vector<MemberId>& removed,
                                    const std::optional<Identity>& added) {
  std::vector<MemberId> members;
  for (const Device& device : before) {
    if (std::ranges::find(removed, device.identity.member) == removed.end()) {
      members.push_back(device.identity.member);
    }
  }
  if (added) members.push_back(added->member);
  return members;
}

}  // namespace

Outcome<OutgoingCommit> Circle::start_commit(mls::CommitRequest&& request, const std::vector<MemberId>& removed,
                                             const std::optional<Identity>& added, std::uint32_t now_day,
                                             Random& random) {
  if (!active()) return failed(Code::not_a_member);
  if (in_doubt()) return failed(Code::state_rolled_back);
  if (state_.pending) return failed(Code::not_allowed);
  // A commit spends a key of the group even when it then turns out not to fit.
  const SecretBytes group_before = state_.group.serialize();
  auto pending = make_commit(std::move(request), removed, added, now_day, random);
  if (!pending) {
    BREDVID_TRY(restored, lift(mls::Group::restore(group_before.view())));
    state_.group = std::move(restored);
    return std::unexpected(pending.error());
  }
  OutgoingCommit outgoing = pending->outgoing;
  state_.pending = std::move(*pending);
  return outgoing;
}

Outcome<Pending> Circle::make_commit(mls::CommitRequest&& request, const std::vector<MemberId>& removed,
                                     const std::optional<Identity>& added, std::uint32_t now_day, Random& random) {
  const auto before = devices_of(state_.group.members());
  BREDVID_TRY(commit, lift(state_.group.commit(request, random)));
  if (commit.message().size() > kMaxCommitSize) return failed(Code::circle_full);

  const auto usable = usable_slips(state_.slips, now_day, removed);
  const auto members = members_after(before, removed, added);
  const PackageSource source{commit.group_info(), members, state_.roster, usable, state_.restarted_from, state_.staff};
  BREDVID_TRY(packages, make_packages(source, state_.circle, random));
  OutgoingCommit outgoing{epoch(), commit.message(), std::move(packages), {}, commit.welcome(), {}};
  for (const Device& device : before) {
    if (std::ranges::find(removed, device.identity.member) != removed.end()) {
      outgoing.removed.push_back(device.identity.device);
    }
  }
  if (added) {
    BREDVID_TRY(key, lift(commit.export_secret(kIntroductionLabel, added->device.view(), kSlipKeySize)));
    BREDVID_TRY(sealed, seal_package(make_introduction(source, added->role), key.view(), state_.circle, 0, random));
    outgoing.introduction = std::move(sealed);
  }
  return Pending{std::move(commit), std::move(outgoing)};
}

Outcome<OutgoingCommit> Circle::remove_member(const MemberId& member, std::uint32_t now_day, Random& random) {
  if (!active()) return failed(Code::not_a_member);
  if (member == state_.self.member) return failed(Code::not_allowed);
  mls::CommitRequest request;
  for (const Device& device : devices_of(state_.group.members())) {
    if (device.identity.member == member) request.remove.push_back(device.leaf);
  }
  if (request.remove.empty()) return failed(Code::not_a_member);
  return start_commit(std::move(request), {member}, std::nullopt, now_day, random);
}

Outcome<OutgoingCommit> Circle::update(std::uint32_t now_day, Random& random) {
  return start_commit({}, {}, std::nullopt, now_day, random);
}

void Circle::doubt() {
  if (state_.doubt == Doubt::none) state_.doubt = Doubt::doubted;
}

Outcome<OutgoingCommit> Circle::recover(std::uint32_t unseen_max, std::uint32_t now_day, Random& random) {
  if (!active()) return failed(Code::not_a_member);
  if (unseen_max > kMaxUnseen) return failed(Code::not_allowed);
  BREDVID_TRY(trial, restore(serialize().view()));
  CircleState& state = trial.state_;
  state.drop_pending();
  // Not again for a second try in the same epoch: others follow only so far.
  const std::uint32_t wanted = unseen_max + kRecoverMargin;
  if (wanted > state.keys_skipped) {
    BREDVID_CHECK(lift(state.group.skip_own_keys(wanted - state.keys_skipped)));
    state.keys_skipped = wanted;
  }
  state.doubt = Doubt::none;
  BREDVID_TRY(outgoing, trial.update(now_day, random));
  state.doubt = Doubt::recovering;
  *this = std::move(trial);
  return std::move(outgoing);
}

Outcome<OutgoingCommit> Circle::add_by_welcome(ByteView key_package, std::uint32_t now_day, Random& random) {
  if (!active()) return failed(Code::not_a_member);
  BREDVID_TRY(device, lift(mls::inspect_key_package(key_package)));
  const auto identity = Identity::decode(device.identity);
  if (!identity) return failed(Code::mls_refused);
  BREDVID_TRY(lifetime, lift(mls::key_package_lifetime(key_package)));
  // Nothing finer than the day is known here.
  if (now_day < lifetime.not_before / kDayS || now_day > lifetime.not_after / kDayS) return failed(Code::mls_refused);
  const auto before = devices_of(state_.group.members());
  if (before.size() >= kMaxDevices) return failed(Code::circle_full);
  // The rules that everybody will hold this commit to.
  mls::CommitApplied planned;
  planned.added.push_back(device);
  for (const mls::Member& member : state_.group.members()) {
    if (member.leaf == state_.group.own_leaf()) planned.committer = member;
  }
  if (!commit_allowed(state_, before, planned)) return failed(Code::not_allowed);
  mls::CommitRequest request;
  request.add.push_back(to_bytes(key_package));
  return start_commit(std::move(request), {}, identity, now_day, random);
}

const OutgoingCommit* Circle::pending() const {
  return state_.pending ? &state_.pending->outgoing : nullptr;
}

Outcome<std::vector<Event>> Circle::commit_accepted() {
  if (!state_.pending) return failed(Code::not_allowed);
  // So that the echo, which may still come, is known.
  const Bytes message = state_.pending->outgoing.commit;
  std::vector<Event> events;
  if (!merge_pending(events)) return failed(Code::epoch_stale);
  state_.remember_sent(message, std::nullopt);
  return events;
}

bool Circle::merge_pending(std::vector<Event>& events) {
  const auto before = devices_of(state_.group.members());
  if (state_.pending->outgoing.epoch != epoch()) return false;
  Pending pending = std::move(*state_.pending);
  const bool recovers = state_.doubt == Doubt::recovering;
  state_.drop_pending();
  const auto applied = state_.group.merge(std::move(pending.commit));
  if (!applied) return false;
  // Nobody can have used a key of this epoch yet.
  if (recovers) state_.doubt = Doubt::none;
  state_.remember_commit(pending.outgoing.epoch, pending.outgoing.commit);
  state_.epoch_begun();
  events.push_back(CommitAccepted{});
  apply_commit(*applied, before, pending.outgoing.packages, events);
  return true;
}

namespace {

// Removals by a member, grouped by person.
std::map<MemberId, std::vector<DeviceId>> removals(const mls::CommitApplied& commit) {
  std::map<MemberId, std::vector<DeviceId>> gone;
  for (const mls::Member& member : commit.removed) {
    if (const auto identity = Identity::decode(member.identity)) gone[identity->member].push_back(identity->device);
  }
  return gone;
}

DeviceJoined joined_event(const mls::CommitApplied& commit, const Identity& device, const std::vector<Device>& before) {
  DeviceJoined joined{device, !has_member(before, device.member), {}, std::nullopt};
  for (const mls::Member& member : commit.removed) {
    if (const auto gone = Identity::decode(member.identity)) joined.replaced.push_back(gone->device);
  }
  return joined;
}

}  // namespace

void Circle::apply_commit(const mls::CommitApplied& commit, const std::vector<Device>& before,
                          const std::vector<SealedPackage>& own_packages, std::vector<Event>& events) {
  const auto committer = Identity::decode(commit.committer.identity);
  const Identity by = committer.value_or(Identity{});
  if (commit.self_removed) {
    events.push_back(SelfRemoved{by.member});
    return;
  }
  if (commit.external) {
    const LiveSlip* live = state_.slip_by_psk(commit.psk_ids.front());
    const std::uint32_t selector = live->slip.selector;
    DeviceJoined joined = joined_event(commit, by, before);
    // A member who comes back with a slip of their own is not new to the roster.
    joined.new_member = joined.new_member && state_.entry(by.member) == nullptr;
    state_.admit(by.member, by.role);
    state_.bury(selector, true);
    events.push_back(std::move(joined));
    events.push_back(SlipUsed{selector, by.member});
  } else {
    for (const mls::Member& member : commit.added) {
      const Identity device = *Identity::decode(member.identity);
      events.push_back(DeviceJoined{device, state_.entry(device.member) == nullptr, {}, by.member});
      state_.admit(device.member, device.role);
    }
    const auto after = devices_of(state_.group.members());
    for (auto& [member, devices] : removals(commit)) {
      events.push_back(MemberRemoved{member, std::move(devices), by.member});
      if (has_member(after, member)) continue;
      // Who made a slip may remember its secret: it leaves with its maker.
      for (std::size_t i = state_.slips.size(); i-- > 0;) {
        if (state_.slips[i].maker != member) continue;
        events.push_back(SlipDropped{state_.slips[i].slip.selector});
        state_.bury(state_.slips[i].slip.selector, false);
      }
    }
    if (commit.added.empty() && commit.removed.empty()) events.push_back(KeysUpdated{by});
  }

  SlipsBehind behind;
  for (const LiveSlip& live : state_.slips) {
    const bool packed = std::ranges::any_of(
        own_packages, [&](const SealedPackage& package) { return package.selector == live.slip.selector; });
    // The author may not have had the slip's notice yet, or may not know whom it brings back.
    const bool unheard = live.made_epoch + 1 == commit.epoch;
    const bool unknown = live.slip.replaces && !has_member(before, *live.slip.replaces);
    if (live.mine && !packed && (unheard || unknown)) behind.selectors.push_back(live.slip.selector);
  }
  if (!behind.selectors.empty()) events.push_back(std::move(behind));
}

}  // namespace bredvid::circle
