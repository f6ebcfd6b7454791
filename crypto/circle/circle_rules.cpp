#include "crypto/circle/circle_rules.h"

namespace bredvid::circle {
namespace {

bool has_device(const std::vector<Device>& devices, const DeviceId& device) {
  return std::ranges::any_of(devices, [&](const Device& known) { return known.identity.device == device; });
}

bool has_member(const std::vector<Device>& devices, const MemberId& member) {
  return std::ranges::any_of(devices, [&](const Device& known) { return known.identity.member == member; });
}

std::optional<Identity> identity_at(const std::vector<Device>& devices, mls::LeafIndex leaf) {
  const auto found = std::ranges::find(devices, leaf, &Device::leaf);
  if (found == devices.end()) return std::nullopt;
  return found->identity;
}

bool external_allowed(const CircleState& state, const std::vector<Device>& before, const mls::CommitApplied& commit) {
  if (commit.psk_ids.size() != 1 || commit.added.size() != 1) return false;
  const LiveSlip* live = state.slip_by_psk(commit.psk_ids[0]);
  const auto joiner = Identity::decode(commit.committer.identity);
  if (live == nullptr || !joiner || joiner->role != live->slip.role) return false;
  if (!belongs_in(joiner->role, state.staff)) return false;
  const bool known_device = has_device(before, joiner->device);
  if (!live->slip.replaces) {
    return commit.removed.empty() && !known_device && state.entry(joiner->member) == nullptr &&
           !has_member(before, joiner->member);
  }
  if (joiner->member != *live->slip.replaces) return false;
  const RosterEntry* known = state.entry(joiner->member);
  if (known != nullptr && known->role != joiner->role) return false;
  if (!has_member(before, joiner->member)) return commit.removed.empty() && !known_device;
  if (commit.removed.size() != 1) return false;
  const auto gone = Identity::decode(commit.removed[0].identity);
  return gone && gone->member == joiner->member && (!known_device || gone->device == joiner->device);
}

bool addition_allowed(const CircleState& state, const std::vector<Device>& before, const Identity& committer,
                      const mls::Member& added) {
  const auto device = Identity::decode(added.identity);
  if (!device || has_device(before, device->device) || !belongs_in(device->role, state.staff)) return false;
  const RosterEntry* known = state.entry(device->member);
  if (known != nullptr) return known->role == device->role;
  return may_invite(committer.role, state.staff);
}

bool member_allowed(const CircleState& state, const std::vector<Device>& before, const mls::CommitApplied& commit) {
  if (!commit.psk_ids.empty() || !commit.updated.empty()) return false;
  const auto committer = identity_at(before, commit.committer.leaf);
  if (!committer || Identity::decode(commit.committer.identity) != committer) return false;
  // Two additions of one device in one commit: only one device joins at a time.
  if (commit.added.size() > 1) return false;
  return std::ranges::all_of(
      commit.added, [&](const mls::Member& added) { return addition_allowed(state, before, *committer, added); });
}

}  // namespace

bool commit_allowed(const CircleState& state, const std::vector<Device>& before, const mls::CommitApplied& commit) {
  // A circle's only PSKs are its slips', and its extensions are those it was made with.
  if (!commit.resumed_epochs.empty() || commit.extensions_changed) return false;
  if (before.size() + commit.added.size() - commit.removed.size() > kMaxDevices) return false;
  return commit.external ? external_allowed(state, before, commit) : member_allowed(state, before, commit);
}

}  // namespace bredvid::circle
