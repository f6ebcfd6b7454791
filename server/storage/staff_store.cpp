// Who works for an organisation: names that coordinators give, talks that are asked for, and leaving.
#include "server/storage/staff_store.h"

#include "server/domain/assignments.h"
#include "server/domain/calendar.h"
#include "server/storage/account_store.h"
#include "server/storage/circle_store.h"
#include "server/storage/door_store.h"
#include "server/storage/handlers.h"
#include "server/storage/slip_store.h"

namespace bredvid::storage {
namespace {

constexpr std::size_t kStaffIdBytes = 16;

/// The account that asks, when it is a coordinator's.
Outcome<Account> coordinator(Context& c, const DeviceId& device) {
  auto account = account_of(c, device);
  if (!account || account->role != wire::Role::coordinator) return fail(ErrorCode::not_allowed);
  return *std::move(account);
}

std::vector<DeviceId> devices_of(Context& c, AccountId account) {
  std::vector<DeviceId> devices;
  Query row = c.db.query("SELECT device_id FROM device WHERE account_id = ?", account);
  while (row.next()) devices.push_back(row.id<DeviceId>(0));
  return devices;
}

/// Takes the device out of its circles. Whoever is left there has to remove it from the group as well.
void leave_circles(Context& c, const DeviceId& device, std::vector<domain::GoneDevice>& gone) {
  for (const wire::Circle& one : circles_of(c, device)) {
    CachedCircle& circle = *find_circle(c, one.circle_id);
    remove_member(c, circle, device);
    delete_open_slips_of(c, one.circle_id);
    if (circle.state().devices == 0) continue;
    c.db.run("INSERT OR IGNORE INTO gone (circle_id, device_id) VALUES (?, ?)", one.circle_id, device);
    gone.push_back({one.circle_id, device});
  }
}

void delete_account(Context& c, AccountId account, OrganisationId organisation, const std::vector<DeviceId>& devices) {
  for (const DeviceId& device : devices) {
    c.db.run("DELETE FROM slip WHERE used_by = ?", device);
    c.db.run("DELETE FROM device WHERE device_id = ?", device);
  }
  c.db.run("UPDATE assignment SET account_id = NULL WHERE account_id = ?", account);
  c.db.run("DELETE FROM passkey WHERE account_id = ?", account);
  c.db.run("DELETE FROM staff WHERE account_id = ?", account);
  c.db.run("DELETE FROM account WHERE id = ?", account);
  c.db.run("UPDATE organisation SET accounts = accounts - 1 WHERE id = ?", organisation);
}

}  // namespace

Outcome<void> make_staff(Context& c, AccountId account, OrganisationId organisation, const std::string& label) {
  {
    Query row =
        c.db.query("SELECT count(*) FROM staff JOIN account ON account.id = staff.account_id WHERE organisation_id = ?",
                   organisation);
    if (const auto room = domain::room_for_staff(row.next() ? row.large(0) : 0); !room)
      return std::unexpected(room.error());
  }
  c.db.run("INSERT INTO staff (account_id, staff_id, label, talk_day) VALUES (?, ?, ?, 0)", account,
           c.random->bytes(kStaffIdBytes), label);
  return {};
}

std::optional<AccountId> colleague(Context& c, OrganisationId organisation, const StaffId& staff) {
  Query row = c.db.query(
      "SELECT account.id FROM staff JOIN account ON account.id = staff.account_id"
      " WHERE staff_id = ? AND organisation_id = ?",
      staff, organisation);
  if (!row.next()) return std::nullopt;
  return AccountId{row.integer(0)};
}

std::vector<domain::GoneDevice> gone_from_circles_of(Context& c, const DeviceId& device) {
  std::vector<domain::GoneDevice> gone;
  Query row = c.db.query(
      "SELECT gone.circle_id, gone.device_id FROM membership JOIN circle ON circle.number = membership.circle"
      " JOIN gone ON gone.circle_id = circle.circle_id WHERE membership.device_id = ? ORDER BY 1, 2",
      device);
  while (row.next()) gone.push_back({row.id<CircleId>(0), row.id<DeviceId>(1)});
  return gone;
}

void forget_gone(Context& c, const CircleId& circle, const DeviceId& device) {
  c.db.run("DELETE FROM gone WHERE circle_id = ? AND device_id = ?", circle, device);
}

StoreResult handle(Context& c, const domain::ListStaff& r) {
  const auto account = coordinator(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  wire::Staff found;
  Query row = c.db.query(
      "SELECT staff_id, role, label, talk_day FROM staff JOIN account ON account.id = staff.account_id"
      " WHERE organisation_id = ? ORDER BY label, staff_id",
      account->organisation_id);
  while (row.next())
    found.staff.push_back({row.id<StaffId>(0), static_cast<wire::Role>(row.integer(1)), row.text(2), {row.small(3)}});
  return found;
}

StoreResult handle(Context& c, const domain::NameStaff& r) {
  const auto account = coordinator(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  if (const auto good = domain::check_label(r.label, true); !good) return std::unexpected(good.error());
  const auto who = colleague(c, account->organisation_id, r.staff_id);
  if (!who) return fail(ErrorCode::staff_unknown);
  c.db.run("UPDATE staff SET label = ? WHERE account_id = ?", r.label, *who);
  return domain::WorkChanged{account->organisation_id};
}

StoreResult handle(Context& c, const domain::RemoveStaff& r) {
  const auto account = coordinator(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  const auto who = colleague(c, account->organisation_id, r.staff_id);
  if (!who) return fail(ErrorCode::staff_unknown);
  // There must be somebody left who can give out slips; another coordinator can do it.
  if (*who == account->account_id) return fail(ErrorCode::not_allowed);
  domain::WorkChanged news{account->organisation_id};
  news.dismissed = devices_of(c, *who);
  for (const DeviceId& device : news.dismissed) {
    leave_circles(c, device, news.gone);
    news.queue = give_back_taken_by(c, device) || news.queue;
  }
  c.circles->flush(c.db);
  // A coordinator has seen every staff slip that is open. A door is no secret of theirs: it hangs on a wall.
  c.db.run("DELETE FROM slip WHERE organisation_id = ? AND circle_id IS NULL AND used_by IS NULL AND door = 0",
           account->organisation_id);
  delete_account(c, *who, account->organisation_id, news.dismissed);
  c.scrub = true;
  return news;
}

StoreResult handle(Context& c, const domain::AskTalk& r) {
  const auto account = account_of(c, r.device_id);
  if (!account || account->role != wire::Role::supporter) return fail(ErrorCode::not_allowed);
  const Day today = domain::stockholm_day(r.now);
  // The first day stays: how long somebody has waited is what it is for.
  if (r.wanted)
    c.db.run("UPDATE staff SET talk_day = ? WHERE account_id = ? AND talk_day = 0", today, account->account_id);
  else
    c.db.run("UPDATE staff SET talk_day = 0 WHERE account_id = ?", account->account_id);
  return domain::WorkChanged{account->organisation_id};
}

StoreResult handle(Context& c, const domain::EndTalk& r) {
  const auto account = coordinator(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  const auto who = colleague(c, account->organisation_id, r.staff_id);
  if (!who) return fail(ErrorCode::staff_unknown);
  c.db.run("UPDATE staff SET talk_day = 0 WHERE account_id = ?", *who);
  return domain::WorkChanged{account->organisation_id};
}

}  // namespace bredvid::storage
