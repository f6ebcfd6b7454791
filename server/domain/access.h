// Who may do what: the one table of role rules. Membership of a circle and the own organisation are checked where
// the data is, in storage; a role alone never opens a circle (DESIGN 3, promise 5). Pure.
#pragma once

#include <cstdint>

#include "server/wire/frames.h"

namespace bredvid::domain {

enum class Action : std::uint8_t {
  /// a coordinator's is a staff circle
  create_circle,
  /// send, commit, acknowledge, attachments, refresh slips, leave: in circles that the device is in
  take_part,
  make_circle_slip,
  make_staff_slip,
  /// of a circle the device is in (supporters), or of the own organisation's staff (coordinators)
  revoke_slip,
  join_circle,
  /// which series: may_tally
  tally,
  read_releases,
  /// colleagues and assignments of the own organisation
  lead_work,
  /// the own assignments, a talk
  do_work,
  list_assignments,
  /// how the own organisation gives support
  read_programmes,
  change_share,
  /// a poster of the own organisation
  make_door,
  /// to be in a queue: switch, leave
  wait_at_door,
  see_queue,
  take_from_queue,
};

[[nodiscard]] bool may(wire::Role role, Action action);

/// How a parent feels, and how the support has been, is said by the parent's own client alone, so that no supporter
/// answers for a parent; everything else is counted by supporters.
[[nodiscard]] bool may_tally(wire::Role role, wire::Series series);

/// Circles are joined by parents, supporters and coordinators; which ones by whom: belongs_in.
[[nodiscard]] bool is_circle_role(wire::Role role);
/// A staff circle is colleagues' own, and every other one is a family's: parents are never in the one, coordinators
/// never in the other, so that nobody reads a family's words by rank.
[[nodiscard]] bool belongs_in(wire::Role role, bool staff_circle);
/// Parents are never staff.
[[nodiscard]] bool is_staff_role(wire::Role role);

}  // namespace bredvid::domain
