// Colleagues of an organisation, for the other aggregates' files. Internal to storage/.
#pragma once

#include <string>
#include <vector>

#include "server/storage/context.h"

namespace bredvid::storage {

/// staff_limit.
[[nodiscard]] Outcome<void> make_staff(Context& c, AccountId account, OrganisationId organisation,
                                       const std::string& label);
/// The account of a colleague in this organisation; nothing: there is none.
[[nodiscard]] std::optional<AccountId> colleague(Context& c, OrganisationId organisation, const StaffId& staff);
/// In this device's circles: devices that their organisation took out and nobody has removed from the group yet.
[[nodiscard]] std::vector<domain::GoneDevice> gone_from_circles_of(Context& c, const DeviceId& device);
/// A commit has removed the device from the group.
void forget_gone(Context& c, const CircleId& circle, const DeviceId& device);

}  // namespace bredvid::storage
