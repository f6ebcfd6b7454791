// Which commits the members of a circle accept. MLS has checked signatures and keys; these are the circle's own rules,
// the same on every device, from nothing but the order of the log: a device that woke up late decides as the others
// did. (So no clock is in here: that a slip is past its day becomes a rule when somebody's slip_revoked says so.)
#pragma once

#include "crypto/circle/circle_state.h"

namespace bredvid::circle {

// `before`: the devices in the epoch that the commit leaves.
//
// External (a slip's holder joins): exactly one PSK, of a live slip; the slip's role; a member id nobody has had, or,
// with `replaces`, that member's id while one of that member's devices goes; a new device id, or that of the device
// that goes; nothing else changes. By a member: no PSKs, no Update proposals; the committer stays who they are; added
// devices have new device ids and a known member's own role; a new person is only added by a supporter (in a staff
// circle: or a coordinator). Either way whoever comes belongs in a circle of this kind (identity.h), at most
// kMaxDevices remain, no resumption PSK comes in, and the group's extensions stay as they are.
[[nodiscard]] bool commit_allowed(const CircleState& state, const std::vector<Device>& before,
                                  const mls::CommitApplied& commit);

}  // namespace bredvid::circle
