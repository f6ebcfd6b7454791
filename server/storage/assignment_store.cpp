#include "server/storage/assignment_store.h"

#include "server/domain/assignments.h"
#include "server/domain/calendar.h"
#include "server/storage/account_store.h"
#include "server/storage/handlers.h"
#include "server/storage/staff_store.h"

namespace bredvid::storage {
namespace {

struct AssignmentRow {
  wire::Assignment assignment;
  std::optional<AccountId> account_id;
};

/// The columns assignment_id, label, account_id, due_day, state, ended_day, staff_id from the first on.
AssignmentRow read_assignment(const Query& row) {
  AssignmentRow found;
  found.assignment.assignment_id = row.id<AssignmentId>(0);
  found.assignment.label = row.text(1);
  if (!row.is_null(2)) found.account_id = AccountId{row.integer(2)};
  found.assignment.due = {row.small(3)};
  found.assignment.state = static_cast<wire::AssignmentState>(row.integer(4));
  found.assignment.ended = {row.small(5)};
  if (!row.is_null(6)) found.assignment.staff_id = row.id<StaffId>(6);
  return found;
}

std::optional<AssignmentRow> find_assignment(Context& c, OrganisationId organisation, const AssignmentId& id) {
  Query row = c.db.query(
      "SELECT assignment_id, assignment.label, assignment.account_id, due_day, state, ended_day, staff_id"
      " FROM assignment LEFT JOIN staff ON staff.account_id = assignment.account_id"
      " WHERE assignment_id = ? AND organisation_id = ?",
      id, organisation);
  if (!row.next()) return std::nullopt;
  return read_assignment(row);
}

/// The supporter whom an assignment is given to; nothing when it is nobody's. staff_unknown.
Outcome<std::optional<AccountId>> holder(Context& c, OrganisationId organisation, const std::optional<StaffId>& staff) {
  if (!staff) return std::optional<AccountId>{};
  const auto who = colleague(c, organisation, *staff);
  if (!who || !c.db.query("SELECT 1 FROM account WHERE id = ? AND role = ?", *who, wire::Role::supporter).next())
    return fail(ErrorCode::staff_unknown);
  return who;
}

bool taken(Context& c, const AssignmentId& id) {
  return c.db.query("SELECT 1 FROM assignment WHERE assignment_id = ?", id).next();
}

std::uint64_t assignments_of(Context& c, OrganisationId organisation) {
  Query row = c.db.query("SELECT count(*) FROM assignment WHERE organisation_id = ?", organisation);
  return row.next() ? row.large(0) : 0;
}

Outcome<Account> asker(Context& c, const DeviceId& device) {
  auto account = account_of(c, device);
  const bool good = account && (account->role == wire::Role::coordinator || account->role == wire::Role::supporter);
  if (!good) return fail(ErrorCode::not_allowed);
  return *std::move(account);
}

}  // namespace

std::uint64_t delete_old_assignments(Context& c, Day today) {
  return static_cast<std::uint64_t>(
      c.db.run("DELETE FROM assignment WHERE ended_day > 0 AND ended_day < ?", domain::assignments_kept_from(today)));
}

StoreResult handle(Context& c, const domain::ListAssignments& r) {
  const auto account = asker(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  const bool all = account->role == wire::Role::coordinator;
  wire::Assignments found;
  Query row = c.db.query(
      "SELECT assignment_id, assignment.label, assignment.account_id, due_day, state, ended_day, staff_id"
      " FROM assignment LEFT JOIN staff ON staff.account_id = assignment.account_id"
      " WHERE organisation_id = ? AND (? = 1 OR assignment.account_id = ?) ORDER BY due_day, assignment_id",
      account->organisation_id, all ? 1 : 0, account->account_id);
  while (row.next()) {
    found.assignments.push_back(read_assignment(row).assignment);
    if (!all) found.assignments.back().staff_id.reset();
  }
  if (all) return found;
  Query talk = c.db.query("SELECT talk_day FROM staff WHERE account_id = ?", account->account_id);
  if (talk.next()) found.talk = {talk.small(0)};
  return found;
}

StoreResult handle(Context& c, const domain::MakeAssignment& r) {
  const auto account = account_of(c, r.device_id);
  if (!account || account->role != wire::Role::coordinator) return fail(ErrorCode::not_allowed);
  const auto organisation = account->organisation_id;
  const auto who = holder(c, organisation, r.staff_id);
  if (!who) return std::unexpected(who.error());
  if (taken(c, r.assignment_id)) {
    // The same again (a client that never saw the answer), whatever has become of it meanwhile.
    const auto known = find_assignment(c, organisation, r.assignment_id);
    if (!known || known->assignment.label != r.label || known->assignment.due != r.due)
      return fail(ErrorCode::assignment_exists);
    return domain::WorkChanged{organisation};
  }
  if (const auto good = domain::check_label(r.label, false); !good) return std::unexpected(good.error());
  if (const auto good = domain::check_due(domain::stockholm_day(r.now), r.due); !good)
    return std::unexpected(good.error());
  if (const auto room = domain::room_for_assignment(assignments_of(c, organisation)); !room)
    return std::unexpected(room.error());
  c.db.run(
      "INSERT INTO assignment (assignment_id, organisation_id, account_id, label, due_day, state, ended_day)"
      " VALUES (?, ?, ?, ?, ?, ?, 0)",
      r.assignment_id, organisation, *who, r.label, r.due, wire::AssignmentState::open);
  return domain::WorkChanged{organisation};
}

StoreResult handle(Context& c, const domain::GiveAssignment& r) {
  const auto account = account_of(c, r.device_id);
  if (!account || account->role != wire::Role::coordinator) return fail(ErrorCode::not_allowed);
  const auto who = holder(c, account->organisation_id, r.staff_id);
  if (!who) return std::unexpected(who.error());
  const auto known = find_assignment(c, account->organisation_id, r.assignment_id);
  if (!known) return fail(ErrorCode::assignment_unknown);
  if (known->assignment.state != wire::AssignmentState::open) return fail(ErrorCode::assignment_over);
  c.db.run("UPDATE assignment SET account_id = ? WHERE assignment_id = ?", *who, r.assignment_id);
  return domain::WorkChanged{account->organisation_id};
}

StoreResult handle(Context& c, const domain::EndAssignment& r) {
  const auto account = asker(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  const auto known = find_assignment(c, account->organisation_id, r.assignment_id);
  const bool theirs = known && (account->role == wire::Role::coordinator || known->account_id == account->account_id);
  // Somebody else's and none at all are the same to a supporter.
  if (!theirs) return fail(ErrorCode::assignment_unknown);
  const Day today = domain::stockholm_day(r.now);
  if (const auto good = domain::check_end(account->role, known->assignment, r.state, today); !good)
    return std::unexpected(good.error());
  if (known->assignment.state == r.state) return domain::WorkChanged{account->organisation_id};
  const Day ended = r.state == wire::AssignmentState::open ? Day{} : today;
  c.db.run("UPDATE assignment SET state = ?, ended_day = ? WHERE assignment_id = ?", r.state, ended, r.assignment_id);
  return domain::WorkChanged{account->organisation_id};
}

}  // namespace bredvid::storage
