#include "server/storage/slip_store.h"

#include "crypto/primitives/password.h"
#include "server/domain/access.h"
#include "server/domain/assignments.h"
#include "server/domain/calendar.h"
#include "server/domain/open_door.h"
#include "server/domain/room.h"
#include "server/domain/slips.h"
#include "server/storage/account_store.h"
#include "server/storage/circle_store.h"
#include "server/storage/door_store.h"
#include "server/storage/handlers.h"

namespace bredvid::storage {
namespace {

// The least that Argon2id allows, and enough: a token comes from 75 random bits at least, so nobody gets anywhere by
// guessing, with or without the hash. More would only let strangers keep the server busy.
constexpr crypto::PasswordCost kTokenCost{8, 1};
constexpr std::size_t kTokenHashBytes = 32;
/// So long after its expiry a slip still says "too old" and not "unknown"; then its number is free again.
constexpr std::uint32_t kSlipKept_days = 30;

Bytes hash_token(const Secret32& token, ByteView salt) {
  const auto hash = crypto::argon2id(token.view(), salt, kTokenCost, kTokenHashBytes);
  if (!hash) throw SqlError(SQLITE_NOMEM);
  return to_bytes(hash->view());
}

struct NewSlip {
  Selector selector;
  const Secret32& token;
  OrganisationId organisation_id;
  wire::Role role{};
  Day expires;
  std::optional<CircleId> circle_id;
  Epoch epoch;
  wire::Blob sealed;
  std::optional<DeviceId> replaces;
  std::string label{};
  bool door = false;
};

/// The same slip made again (a client that never saw the answer) is Done and changes nothing.
StoreResult insert_slip(Context& c, const NewSlip& slip) {
  if (c.db.query("SELECT 1 FROM slip WHERE selector = ?", slip.selector).next()) {
    const auto found = find_slip(c, slip.selector, slip.token);
    const bool same = found && found->organisation_id == slip.organisation_id && found->role == slip.role &&
                      found->expires == slip.expires && found->circle_id == slip.circle_id &&
                      found->replaces == slip.replaces && found->label == slip.label && found->door == slip.door;
    if (!same) return fail(ErrorCode::slip_selector_taken);
    return domain::Done{};
  }
  const Bytes salt = c.random->bytes(crypto::kPasswordSaltSize);
  c.db.run(
      "INSERT INTO slip (selector, salt, token_hash, organisation_id, role, expires_day, circle_id, package_epoch, "
      "sealed,"
      " replaces, label, door, used_by, used_message_id, used_sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "NULL, x'', 0)",
      slip.selector, salt, hash_token(slip.token, salt), slip.organisation_id, slip.role, slip.expires, slip.circle_id,
      slip.epoch, slip.sealed, slip.replaces, slip.label, slip.door ? 1 : 0);
  return domain::Done{};
}

bool selector_taken(Context& c, Selector selector) {
  return c.db.query("SELECT 1 FROM slip WHERE selector = ?", selector).next();
}

std::uint32_t live_slips(Context& c, const CircleId& circle, Day today) {
  Query row = c.db.query("SELECT count(*) FROM slip WHERE circle_id = ? AND used_by IS NULL AND expires_day >= ?",
                         circle, today);
  return row.next() ? row.small(0) : 0;
}

std::uint64_t live_doors(Context& c, OrganisationId organisation, Day today) {
  Query row = c.db.query("SELECT count(*) FROM slip WHERE organisation_id = ? AND door = 1 AND expires_day >= ?",
                         organisation, today);
  return row.next() ? row.large(0) : 0;
}

Outcome<void> room_for_staff_slip(Context& c, OrganisationId organisation, Instant now) {
  Query row = c.db.query(
      "SELECT count(*) FROM slip WHERE organisation_id = ? AND circle_id IS NULL AND used_by IS NULL AND door = 0 AND "
      "expires_day "
      ">= "
      "?",
      organisation, domain::stockholm_day(now));
  return domain::room_for_staff_slip(row.next() ? row.large(0) : 0);
}

}  // namespace

std::optional<SlipRow> find_slip(Context& c, Selector selector, const Secret32& token) {
  Query row = c.db.query(
      "SELECT salt, token_hash, organisation_id, role, expires_day, circle_id, package_epoch, sealed, used_by, "
      "used_message_id, used_sequence, replaces, label, door"
      " FROM slip WHERE selector = ?",
      selector);
  if (!row.next()) {
    // As long as for a number that is there: the time must not tell which numbers are.
    const std::array<std::uint8_t, crypto::kPasswordSaltSize> no_salt{};
    static_cast<void>(hash_token(token, no_salt));
    return std::nullopt;
  }
  if (!equal_constant_time(row.view(1), hash_token(token, row.view(0)))) return std::nullopt;
  SlipRow slip{selector,
               {row.integer(2)},
               static_cast<wire::Role>(row.integer(3)),
               {row.small(4)},
               {},
               {row.large(6)},
               row.blob(7),
               {},
               row.blob(9),
               {row.large(10)},
               {},
               row.text(12),
               row.integer(13) != 0};
  if (!row.is_null(5)) slip.circle_id = row.id<CircleId>(5);
  if (!row.is_null(8)) slip.used_by = row.id<DeviceId>(8);
  if (!row.is_null(11)) slip.replaces = row.id<DeviceId>(11);
  return slip;
}

void mark_used(Context& c, const SlipRow& slip, const DeviceId& device, std::span<const std::uint8_t> message_id,
               Sequence sequence) {
  c.db.run("UPDATE slip SET used_by = ?, used_message_id = ?, used_sequence = ?, sealed = x'' WHERE selector = ?",
           device, message_id, sequence, slip.selector);
}

void replace_packages(Context& c, const CircleId& circle, Epoch epoch, const std::vector<wire::Sealed>& sealed) {
  for (const wire::Sealed& one : sealed) {
    c.db.run("UPDATE slip SET sealed = ?, package_epoch = ? WHERE selector = ? AND circle_id = ? AND used_by IS NULL",
             one.sealed, epoch, one.selector, circle);
  }
}

void delete_open_slips_of(Context& c, const CircleId& circle) {
  c.db.run("DELETE FROM slip WHERE circle_id = ? AND used_by IS NULL", circle);
}

std::uint64_t delete_old_slips(Context& c, Day today) {
  // Nobody can open it any more: its package has no business here.
  c.db.run("UPDATE slip SET sealed = x'' WHERE expires_day < ? AND length(sealed) > 0", today);
  const Day before{today.value > kSlipKept_days ? today.value - kSlipKept_days : 0};
  return static_cast<std::uint64_t>(c.db.run("DELETE FROM slip WHERE expires_day < ?", before));
}

StoreResult handle(Context& c, const domain::OpenSlip& r) {
  if (r.stranger) {
    if (const auto tried = c.settings.guards->stranger_tries(r.now); !tried) return std::unexpected(tried.error());
  }
  auto slip = find_slip(c, r.selector, r.token);
  if (!slip) return c.settings.guards->wrong_slip(r.selector, r.now);
  if (const auto good = domain::check_slip({slip->expires, slip->used_by.has_value()}, domain::stockholm_day(r.now));
      !good) {
    return std::unexpected(good.error());
  }
  if (slip->door) {
    wire::DoorInfo info{{}, slip->expires, open_organisations(c, r.now)};
    if (info.organisations.empty()) return fail(ErrorCode::not_allowed);
    return info;
  }
  auto organisation = organisation_of(c, slip->organisation_id);
  if (!organisation) return fail(ErrorCode::internal);
  wire::SlipInfo info{{}, slip->role, std::move(*organisation), slip->expires, std::nullopt};
  if (slip->circle_id) {
    const auto epoch = stored_epoch(c, *slip->circle_id);
    if (!epoch) return fail(ErrorCode::internal);
    if (*epoch != slip->package_epoch) return fail(ErrorCode::slip_stale);
    info.circle = wire::CircleSlip{*slip->circle_id, *epoch, std::move(slip->sealed)};
  }
  return info;
}

StoreResult handle(Context& c, const domain::MakeCircleSlip& r) {
  const Day today = domain::stockholm_day(r.now);
  const auto circle = for_member(c, r.circle_id, r.device_id);
  if (!circle) return std::unexpected(circle.error());
  if (!domain::belongs_in(r.role, (*circle)->staff_of().has_value())) return fail(ErrorCode::not_allowed);
  const auto account = account_of(c, r.device_id);
  if (!account) return fail(ErrorCode::internal);
  const NewSlip slip{r.selector, r.token,   account->organisation_id, r.role, r.expires, r.circle_id, r.epoch,
                     r.sealed,   r.replaces};
  // A repetition is answered before what may have changed since.
  if (selector_taken(c, r.selector)) return insert_slip(c, slip);
  if (const auto good = domain::check_expiry(today, r.expires); !good) return std::unexpected(good.error());
  // Nobody is put out who was not in, and nobody puts out the device that makes the slip unless a new one takes over.
  if (r.replaces && !is_member(c, r.circle_id, *r.replaces)) return fail(ErrorCode::not_a_member);
  const Epoch current = (*circle)->state().epoch;
  if (r.epoch != current) return fail(ErrorCode::epoch_stale, current.value);
  if (const auto room = domain::room_for_slip(live_slips(c, r.circle_id, today)); !room)
    return std::unexpected(room.error());
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::slips, r.now); !day)
    return std::unexpected(day.error());
  return insert_slip(c, slip);
}

StoreResult handle(Context& c, const domain::MakeStaffSlip& r) {
  const auto account = account_of(c, r.device_id);
  if (!account || account->role != wire::Role::coordinator) return fail(ErrorCode::not_allowed);
  if (const auto good = domain::check_label(r.label, true); !good) return std::unexpected(good.error());
  const NewSlip slip{r.selector, r.token, account->organisation_id, r.role, r.expires, {}, {}, {}, {}, r.label};
  if (selector_taken(c, r.selector)) return insert_slip(c, slip);
  if (const auto good = domain::check_expiry(domain::stockholm_day(r.now), r.expires); !good)
    return std::unexpected(good.error());
  if (const auto room = room_for_staff_slip(c, account->organisation_id, r.now); !room)
    return std::unexpected(room.error());
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::slips, r.now); !day)
    return std::unexpected(day.error());
  return insert_slip(c, slip);
}

StoreResult handle(Context& c, const domain::MakeDoor& r) {
  const auto account = account_of(c, r.device_id);
  const bool good = account && account->role == wire::Role::coordinator && door_is_open(c, account->organisation_id);
  if (!good) return fail(ErrorCode::not_allowed);
  const Day today = domain::stockholm_day(r.now);
  const NewSlip door{r.selector, r.token, account->organisation_id, wire::Role::parent, r.expires, {}, {}, {}, {},
                     {},         true};
  if (selector_taken(c, r.selector)) return insert_slip(c, door);
  if (const auto lasts = domain::check_door_expiry(today, r.expires); !lasts) return std::unexpected(lasts.error());
  if (const auto room = domain::room_for_door(live_doors(c, account->organisation_id, today)); !room)
    return std::unexpected(room.error());
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::slips, r.now); !day)
    return std::unexpected(day.error());
  return insert_slip(c, door);
}

StoreResult handle(Context& c, const domain::MakeOperatorSlip& r) {
  if (!organisation_of(c, r.organisation_id)) return fail(ErrorCode::config_bad);
  if (const auto good = domain::check_label(r.label, true); !good) return std::unexpected(good.error());
  const NewSlip slip{r.selector, r.token, r.organisation_id, r.role, r.expires, {}, {}, {}, {}, r.label};
  if (selector_taken(c, r.selector)) return insert_slip(c, slip);
  if (const auto good = domain::check_expiry(domain::stockholm_day(r.now), r.expires); !good)
    return std::unexpected(good.error());
  if (const auto room = room_for_staff_slip(c, r.organisation_id, r.now); !room) return std::unexpected(room.error());
  return insert_slip(c, slip);
}

StoreResult handle(Context& c, const domain::RevokeSlip& r) {
  const auto account = account_of(c, r.device_id);
  if (!account) return fail(ErrorCode::not_allowed);
  {
    Query row = c.db.query("SELECT circle_id, organisation_id, used_by FROM slip WHERE selector = ?", r.selector);
    if (!row.next()) return fail(ErrorCode::slip_unknown);
    const bool mine = row.is_null(0)
                          ? account->role == wire::Role::coordinator && row.integer(1) == account->organisation_id.value
                          : is_member(c, row.id<CircleId>(0), r.device_id);
    if (!mine) return fail(ErrorCode::not_allowed);
    if (!row.is_null(2)) return fail(ErrorCode::slip_used);
  }
  c.db.run("DELETE FROM slip WHERE selector = ?", r.selector);
  return domain::Done{};
}

StoreResult handle(Context& c, const domain::RefreshSlips& r) {
  const auto circle = for_member(c, r.circle_id, r.device_id);
  if (!circle) return std::unexpected(circle.error());
  const Epoch current = (*circle)->state().epoch;
  if (r.epoch != current) return fail(ErrorCode::epoch_stale, current.value);
  replace_packages(c, r.circle_id, r.epoch, r.sealed);
  return domain::Done{};
}

}  // namespace bredvid::storage
