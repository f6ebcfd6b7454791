// The open door's queues, for the other aggregates' files. Internal to storage/.
#pragma once

#include <optional>
#include <vector>

#include "server/storage/context.h"

namespace bredvid::storage {

/// True when this organisation's door is open.
[[nodiscard]] bool door_is_open(Context& c, OrganisationId organisation);
/// The organisations with an open door, in the operator's order.
[[nodiscard]] std::vector<wire::OpenOrganisation> open_organisations(Context& c, Instant now);
/// Where the device waits.
[[nodiscard]] std::optional<domain::WaitingPlace> place_of(Context& c, const DeviceId& device, Instant now);
/// The device has joined a circle: nothing is left of its place. Where it waited; nothing: it did not.
std::optional<OrganisationId> forget_place(Context& c, const DeviceId& device);
/// A supporter's device is going: whom it took waits again. True: there was somebody.
bool give_back_taken_by(Context& c, const DeviceId& taker);
/// Gives back what was taken too long ago; adds the queues that have changed.
void give_back_overdue(Context& c, Instant now, std::vector<domain::WorkChanged>& news);
/// Forgets places that are too old, with account and device; how many.
std::uint64_t delete_old_places(Context& c, Day today, std::vector<domain::WorkChanged>& news);

}  // namespace bredvid::storage
