// What a coordinator promises and who keeps it: the rules of assignments and of the names that coordinators give. Pure.
//
//   open --contacted / not carried out (the supporter whose it is)--> ended, the same day back to open
//   open --withdrawn (a coordinator)--> ended
//
// An assignment holds a label, whose it is, a due day and a state; nothing about a parent, and no circle. What was
// ended is forgotten a fortnight later, so that a coordinator can say who was contacted in time and nobody can say so
// in a year.
#pragma once

#include <cstdint>
#include <string_view>

#include "server/base/failure.h"
#include "server/base/ids.h"
#include "server/wire/frames.h"

namespace bredvid::domain {

/// A first contact that is due later than this is no promise.
constexpr std::uint32_t kMaxDue_days = 60;
/// How long the label of an assignment outlives it (issue: fourteen days).
constexpr std::uint32_t kAssignmentKept_days = 14;

/// bad_label: blank, or with a control character in it. The wire bounds its length. A colleague's may be empty.
[[nodiscard]] Outcome<void> check_label(std::string_view label, bool may_be_empty);
/// bad_due: before today or more than kMaxDue_days after it.
[[nodiscard]] Outcome<void> check_due(Day today, Day due);
/// assignment_limit, by those that are there, ended ones included.
[[nodiscard]] Outcome<void> room_for_assignment(std::uint64_t assignments);
/// staff_limit.
[[nodiscard]] Outcome<void> room_for_staff(std::uint64_t staff);

/// Whether `role` may bring an assignment from `assignment`'s state to `to`. -> not_allowed (never that role's), or
/// assignment_over (it has ended, and not by this role today). The state that it has already is allowed to whoever may
/// set it.
[[nodiscard]] Outcome<void> check_end(wire::Role role, const wire::Assignment& assignment, wire::AssignmentState to,
                                      Day today);

/// What ended before that day is forgotten.
[[nodiscard]] Day assignments_kept_from(Day today);

}  // namespace bredvid::domain
