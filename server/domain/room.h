// How many people and organisations one server holds. Bounds of the database's growth, far above any honest use. Pure.
#pragma once

#include <cstdint>

#include "server/base/failure.h"

namespace bredvid::domain {

/// A city places some hundreds of children a year, and every lost phone makes an account: decades.
constexpr std::uint64_t kMaxAccountsPerOrganisation = 50'000;
/// One server serves a municipality and its associations, not a country.
constexpr std::uint64_t kMaxOrganisations = 64;
/// Open staff slips of one organisation: a whole unit may begin on one day.
constexpr std::uint64_t kMaxLiveStaffSlips = 100;
/// An account of staff is one person on one device, and its passkey is that person's. Who loses it gets a new slip.
constexpr std::uint64_t kMaxPasskeysOfAccount = 1;

/// organisation_full when one more account would be too many. Each new device makes one: devices are bounded with them.
[[nodiscard]] Outcome<void> room_for_account(std::uint64_t accounts);
/// staff_slip_limit.
[[nodiscard]] Outcome<void> room_for_staff_slip(std::uint64_t live);
/// not_allowed.
[[nodiscard]] Outcome<void> room_for_passkey(std::uint64_t passkeys);

}  // namespace bredvid::domain
