// Slips of a circle: made, repeated, revoked, and the join packages that keep them usable.
#include "crypto/circle/circle.h"

namespace bredvid::circle {
namespace {

std::vector<MemberId> members_of(const std::vector<Identity>& devices) {
  std::vector<MemberId> members;
  for (const Identity& device : devices) members.push_back(device.member);
  return members;
}

SlipMade copy_of(const SlipMade& slip) {
  return {slip.selector, slip.role, slip.expires_day, slip.replaces, slip.keys.clone()};
}

// With a selector that no live slip of the circle has.
Slip fresh_slip(SlipForm form, CircleState& state, Random& random) {
  while (true) {
    Slip slip = make_slip(form, random);
    if (state.slip(slip.selector) == nullptr) return slip;
  }
}

}  // namespace

Outcome<MadeSlip> Circle::make_slip(const SlipOrder& order, const ContentId& id, std::uint64_t sent_at_ms,
                                    Random& random) {
  if (!active()) return failed(Code::not_a_member);
  if (!may_invite(state_.self.role, state_.staff) || !belongs_in(order.role, state_.staff)) {
    return failed(Code::not_allowed);
  }
  if (order.expires_day <= order.now_day || order.expires_day - order.now_day > kMaxSlipDays) {
    return failed(Code::bad_expiry);
  }
  if (state_.slips.size() >= kMaxLiveSlips) return failed(Code::slip_limit);
  if (order.replaces) {
    const RosterEntry* replaced = state_.entry(*order.replaces);
    if (replaced == nullptr) return failed(Code::not_a_member);
    // Also of oneself: that is how a supporter moves to a new phone.
    if (replaced->role != order.role) return failed(Code::not_allowed);
  }
  Slip slip = fresh_slip(order.form, state_, random);
  LiveSlip live{{slip.selector, order.role, order.expires_day, order.replaces, derive_slip_keys(slip)},
                state_.self.member,
                true,
                epoch()};
  // Before anything moves: the packages as they will be with this slip among the live ones.
  std::vector<LiveSlip> usable = usable_slips(state_.slips, order.now_day, {});
  usable.push_back(live.clone());
  BREDVID_TRY(group_info, lift(state_.group.group_info()));
  const auto members = members_of(devices());
  BREDVID_TRY(packages, make_packages({group_info, members, state_.roster, usable, state_.restarted_from, state_.staff},
                                      state_.circle, random));
  BREDVID_TRY(notice, encrypt({id, sent_at_ms, copy_of(live.slip)}, random));
  state_.slips.push_back(std::move(live));
  return MadeSlip{std::move(slip), std::move(notice), std::move(packages)};
}

Outcome<Outgoing> Circle::repeat_slip(std::uint32_t selector, const ContentId& id, std::uint64_t sent_at_ms,
                                      Random& random) {
  LiveSlip* live = state_.slip(selector);
  if (live == nullptr || !live->mine) return failed(Code::slip_unknown);
  BREDVID_TRY(notice, encrypt({id, sent_at_ms, copy_of(live->slip)}, random));
  live->made_epoch = epoch();
  return std::move(notice);
}

Outcome<Outgoing> Circle::revoke_slip(std::uint32_t selector, const ContentId& id, std::uint64_t sent_at_ms,
                                      Random& random) {
  if (const LiveSlip* live = state_.slip(selector)) {
    BREDVID_TRY(notice, encrypt({id, sent_at_ms, SlipRevoked{selector, live->slip.keys.psk_id}}, random));
    state_.bury(selector, false);
    return std::move(notice);
  }
  // Newest first: selectors may come back, psk ids never.
  for (auto dead = state_.dead_slips.rbegin(); dead != state_.dead_slips.rend(); ++dead) {
    if (dead->selector != selector) continue;
    if (dead->used) return failed(Code::slip_used);
    return encrypt({id, sent_at_ms, SlipRevoked{selector, dead->psk_id}}, random);
  }
  return failed(Code::slip_unknown);
}

std::vector<std::uint32_t> Circle::expired_slips(std::uint32_t now_day) const {
  std::vector<std::uint32_t> expired;
  for (const LiveSlip& live : state_.slips) {
    if (live.slip.expires_day < now_day) expired.push_back(live.slip.selector);
  }
  return expired;
}

Outcome<std::vector<SealedPackage>> Circle::refresh_packages(std::uint32_t now_day, Random& random) const {
  if (!active()) return failed(Code::not_a_member);
  const auto usable = usable_slips(state_.slips, now_day, {});
  if (usable.empty()) return std::vector<SealedPackage>{};
  BREDVID_TRY(group_info, lift(state_.group.group_info()));
  const auto members = members_of(devices());
  return make_packages({group_info, members, state_.roster, usable, state_.restarted_from, state_.staff}, state_.circle,
                       random);
}

}  // namespace bredvid::circle
