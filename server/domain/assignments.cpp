#include "server/domain/assignments.h"

#include <algorithm>

#include "server/wire/limits.h"

namespace bredvid::domain {
namespace {

using wire::AssignmentState;
using wire::Role;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

bool may_set(Role role, AssignmentState to) {
  if (role == Role::coordinator) return to == AssignmentState::withdrawn;
  return role == Role::supporter && to != AssignmentState::withdrawn;
}

}  // namespace

Outcome<void> check_label(std::string_view label, bool may_be_empty) {
  if (label.empty() && may_be_empty) return {};
  if (label.size() > wire::kMaxLabelBytes || std::ranges::any_of(label, is_control)) return fail(ErrorCode::bad_label);
  if (std::ranges::all_of(label, [](char c) { return c == ' '; })) return fail(ErrorCode::bad_label);
  return {};
}

Outcome<void> check_due(Day today, Day due) {
  if (due < today || due.value - today.value > kMaxDue_days) return fail(ErrorCode::bad_due);
  return {};
}

Outcome<void> room_for_assignment(std::uint64_t assignments) {
  if (assignments >= wire::kMaxAssignments) return fail(ErrorCode::assignment_limit);
  return {};
}

Outcome<void> room_for_staff(std::uint64_t staff) {
  if (staff >= wire::kMaxStaff) return fail(ErrorCode::staff_limit);
  return {};
}

Outcome<void> check_end(Role role, const wire::Assignment& assignment, AssignmentState to, Day today) {
  if (!may_set(role, to)) return fail(ErrorCode::not_allowed);
  const AssignmentState from = assignment.state;
  if (from == to || from == AssignmentState::open) return {};
  // A supporter who pressed the wrong button has the rest of the day.
  if (role == Role::supporter && from != AssignmentState::withdrawn && assignment.ended == today) return {};
  return fail(ErrorCode::assignment_over);
}

Day assignments_kept_from(Day today) {
  return {today.value > kAssignmentKept_days ? today.value - kAssignmentKept_days : 0};
}

}  // namespace bredvid::domain
