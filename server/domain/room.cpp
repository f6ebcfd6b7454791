#include "server/domain/room.h"

namespace bredvid::domain {

Outcome<void> room_for_account(std::uint64_t accounts) {
  if (accounts >= kMaxAccountsPerOrganisation) return fail(ErrorCode::organisation_full);
  return {};
}

Outcome<void> room_for_staff_slip(std::uint64_t live) {
  if (live >= kMaxLiveStaffSlips) return fail(ErrorCode::staff_slip_limit);
  return {};
}

Outcome<void> room_for_passkey(std::uint64_t passkeys) {
  if (passkeys >= kMaxPasskeysOfAccount) return fail(ErrorCode::not_allowed);
  return {};
}

}  // namespace bredvid::domain
