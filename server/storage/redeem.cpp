// Using a slip up: account, device, membership, the joining commit, the other slips' packages and the slip itself
// change together or not at all (each job has its own savepoint). The same redemption again is answered as the first
// time: a phone that was killed before it saw the answer must get on.
#include <algorithm>

#include "server/domain/access.h"
#include "server/domain/calendar.h"
#include "server/domain/slips.h"
#include "server/storage/account_store.h"
#include "server/storage/attachment_store.h"
#include "server/storage/circle_store.h"
#include "server/storage/door_store.h"
#include "server/storage/handlers.h"
#include "server/storage/slip_store.h"
#include "server/storage/staff_store.h"
#include "server/storage/tally_store.h"
#include "server/wire/limits.h"

namespace bredvid::storage {
namespace {

StoreResult redeemed(Context& c, const DeviceId& device, std::optional<wire::JoinedCircle> circle) {
  auto account = account_of(c, device);
  if (!account) return fail(ErrorCode::internal);
  return domain::RedeemedSlip{device,
                              account->role,
                              std::move(account->organisation),
                              circle,
                              circles_of(c, device),
                              open_spans(c),
                              account->organisation_id,
                              std::nullopt};
}

/// What a slip that was used by this very device and enrolment is told again.
StoreResult again(Context& c, const SlipRow& slip, const DeviceId& device, const domain::NewDevice* enrolment) {
  if (*slip.used_by != device || (enrolment != nullptr && !same_device(c, *enrolment)))
    return fail(ErrorCode::slip_used);
  if (!slip.circle_id) return redeemed(c, device, std::nullopt);
  return redeemed(c, device, wire::JoinedCircle{*slip.circle_id, slip.used_sequence});
}

/// An account of the slip's organisation and role with this device; staff are named as the slip says.
Outcome<void> enrol(Context& c, const domain::NewDevice& device, const SlipRow& slip, Day today) {
  if (device_exists(c, device)) return fail(ErrorCode::device_exists);
  const auto account = make_account(c, slip.organisation_id, slip.role, today);
  if (!account) return std::unexpected(account.error());
  make_device(c, *account, device, today);
  if (domain::is_staff_role(slip.role)) return make_staff(c, *account, slip.organisation_id, slip.label);
  return {};
}

/// Registers the enrolment, or checks that a known device may join with this slip.
Outcome<void> admit(Context& c, const domain::RedeemCircleSlip& r, const SlipRow& slip,
                    std::optional<OrganisationId> staff_of, Day today) {
  if (r.new_device) {
    // Who is staff is said by a staff slip alone: a circle's would let a supporter make a coordinator.
    if (staff_of) return fail(ErrorCode::not_allowed);
    return enrol(c, *r.new_device, slip, today);
  }
  const auto account = account_of(c, *r.known_device);
  if (!account || account->role != slip.role) return fail(ErrorCode::not_allowed);
  // Colleagues only: what is said in a staff circle is one organisation's own.
  if (staff_of && account->organisation_id != *staff_of) return fail(ErrorCode::not_allowed);
  if (is_member(c, *slip.circle_id, *r.known_device)) {
    // A device that lost the thread comes back with a slip that replaces itself; nobody else joins twice.
    if (slip.replaces != r.known_device) return fail(ErrorCode::not_allowed);
    return {};
  }
  if (circles_of(c, *r.known_device).size() >= wire::kMaxCirclesPerDevice) return fail(ErrorCode::circle_full);
  return {};
}

}  // namespace

StoreResult handle(Context& c, const domain::RedeemStaffSlip& r) {
  const Day today = domain::stockholm_day(r.now);
  if (const auto tried = c.settings.guards->stranger_tries(r.now); !tried) return std::unexpected(tried.error());
  const auto slip = find_slip(c, r.selector, r.token);
  if (!slip) return c.settings.guards->wrong_slip(r.selector, r.now);
  if (slip->circle_id || slip->door) return fail(ErrorCode::not_allowed);
  if (slip->used_by) return again(c, *slip, r.device.device_id, &r.device);
  if (const auto good = domain::check_slip({slip->expires, false}, today); !good) return std::unexpected(good.error());
  if (const auto made = enrol(c, r.device, *slip, today); !made) return std::unexpected(made.error());
  mark_used(c, *slip, r.device.device_id, {}, Sequence{});
  return redeemed(c, r.device.device_id, std::nullopt);
}

StoreResult handle(Context& c, const domain::RedeemCircleSlip& r) {
  if (r.new_device.has_value() == r.known_device.has_value()) return fail(ErrorCode::not_allowed);
  const DeviceId device = r.new_device ? r.new_device->device_id : *r.known_device;
  const Day today = domain::stockholm_day(r.now);
  if (r.new_device) {
    if (const auto tried = c.settings.guards->stranger_tries(r.now); !tried) return std::unexpected(tried.error());
  }
  const auto slip = find_slip(c, r.selector, r.token);
  if (!slip) return c.settings.guards->wrong_slip(r.selector, r.now);
  if (!slip->circle_id) return fail(ErrorCode::not_allowed);
  if (slip->used_by) {
    if (!std::ranges::equal(slip->used_message_id, r.message_id.bytes)) return fail(ErrorCode::slip_used);
    return again(c, *slip, device, r.new_device ? &*r.new_device : nullptr);
  }
  if (const auto good = domain::check_slip({slip->expires, false}, today); !good) return std::unexpected(good.error());
  CachedCircle* circle = find_circle(c, *slip->circle_id);
  if (circle == nullptr) return fail(ErrorCode::internal);
  const bool replacing = slip->replaces && circle->has(*slip->replaces);
  if (!replacing) {
    if (const auto room = domain::room_for_device(circle->state()); !room) return std::unexpected(room.error());
  }
  const auto placed = domain::place_commit(circle->state(), r.epoch, r.commit.size());
  if (!placed) return std::unexpected(placed.error());
  if (circle->known(r.message_id)) return fail(ErrorCode::not_allowed);

  if (const auto admitted = admit(c, r, *slip, circle->staff_of(), today); !admitted)
    return std::unexpected(admitted.error());
  append(c, *circle, r.message_id, wire::EnvelopeKind::commit, r.epoch, r.commit, placed->sequence, today);
  c.circles->set_epoch(*circle, placed->begins);
  // Before the new row: a device may come back in its own place. What was put there before can't be read by it either
  // way.
  if (replacing) {
    c.circles->remove_member(c.db, *circle, *slip->replaces);
    forget_attachments(c, *circle, *slip->replaces);
  }
  // What lies before the own commit can't be read by the new device: it starts behind it.
  c.circles->add_member(c.db, *circle, device, placed->sequence);
  mark_used(c, *slip, device, r.message_id.bytes, placed->sequence);
  replace_packages(c, *slip->circle_id, placed->begins, r.sealed);
  if (replacing) c.circles->release_acknowledged(*circle);
  const auto waited_at = r.known_device ? forget_place(c, device) : std::nullopt;
  auto done = redeemed(c, device, wire::JoinedCircle{*slip->circle_id, placed->sequence});
  if (done) std::get<domain::RedeemedSlip>(*done).waited_at = waited_at;
  return done;
}

}  // namespace bredvid::storage
