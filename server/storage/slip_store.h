// Slips, for the other aggregates' files. Internal to storage/.
#pragma once

#include <optional>

#include "server/storage/context.h"

namespace bredvid::storage {

struct SlipRow {
  Selector selector;
  OrganisationId organisation_id;
  wire::Role role{};
  Day expires;
  std::optional<CircleId> circle_id;
  Epoch package_epoch;
  wire::Blob sealed;
  std::optional<DeviceId> used_by;
  wire::Blob used_message_id;
  Sequence used_sequence;
  /// leaves the circle when the slip is used
  std::optional<DeviceId> replaces;
  /// of a staff slip: what its user will be called
  std::string label;
  /// many use it: a poster (door_store.h)
  bool door = false;
};

/// The slip if the token is its; an unknown selector and a wrong token are the same.
[[nodiscard]] std::optional<SlipRow> find_slip(Context& c, Selector selector, const Secret32& token);
void mark_used(Context& c, const SlipRow& slip, const DeviceId& device, std::span<const std::uint8_t> message_id,
               Sequence sequence);
/// New packages for the circle's live slips. Selectors that are no live slips of this circle are passed over: they may
/// have been used or revoked meanwhile. A live slip without a new package is stale until slip_refresh.
void replace_packages(Context& c, const CircleId& circle, Epoch epoch, const std::vector<wire::Sealed>& sealed);
/// Whoever leaves the circle knew its open slips: they are no longer good.
void delete_open_slips_of(Context& c, const CircleId& circle);
/// Empties expired slips and forgets those long expired; how many of the latter.
std::uint64_t delete_old_slips(Context& c, Day today);

}  // namespace bredvid::storage
