// The passkeys of staff. Their rules are the domain's (room.h) and webauthn's; both are kept inside of the transaction.
#include "server/domain/access.h"
#include "server/domain/calendar.h"
#include "server/domain/room.h"
#include "server/storage/account_store.h"
#include "server/storage/handlers.h"

namespace bredvid::storage {

std::vector<webauthn::Passkey> passkeys_of(Context& c, AccountId account) {
  std::vector<webauthn::Passkey> passkeys;
  Query row = c.db.query(
      "SELECT credential_id, public_key, counter, backup_eligible FROM passkey WHERE account_id = ? ORDER BY "
      "credential_id",
      account);
  while (row.next()) passkeys.push_back({row.blob(0), row.blob(1), row.small(2), row.integer(3) != 0});
  return passkeys;
}

StoreResult handle(Context& c, const domain::AddPasskey& r) {
  const auto account = account_of(c, r.device_id);
  if (!account) return fail(ErrorCode::login_failed);
  if (!domain::is_staff_role(account->role)) return fail(ErrorCode::not_allowed);
  if (const auto room = domain::room_for_passkey(passkeys_of(c, account->account_id).size()); !room)
    return std::unexpected(room.error());
  // W3C Web Authentication Level 3, 7.1 step 26: a credential id is one account's.
  if (c.db.query("SELECT 1 FROM passkey WHERE credential_id = ?", r.passkey.credential_id).next())
    return fail(ErrorCode::passkey_bad);
  c.db.run(
      "INSERT INTO passkey (credential_id, account_id, public_key, counter, backup_eligible, created_day)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      r.passkey.credential_id, account->account_id, r.passkey.public_key, r.passkey.counter,
      r.passkey.backup_eligible ? 1 : 0, domain::stockholm_day(r.now));
  return domain::Done{};
}

StoreResult handle(Context& c, const domain::UsePasskey& r) {
  const auto account = account_of(c, r.device_id);
  if (!account) return fail(ErrorCode::passkey_bad);
  std::uint32_t stored = 0;
  {
    Query row = c.db.query("SELECT counter FROM passkey WHERE credential_id = ? AND account_id = ?", r.credential_id,
                           account->account_id);
    if (!row.next()) return fail(ErrorCode::passkey_bad);
    stored = row.small(0);
  }
  if (!webauthn::counter_goes_on(stored, r.counter)) return fail(ErrorCode::passkey_bad);
  if (r.counter != stored)
    c.db.run("UPDATE passkey SET counter = ? WHERE credential_id = ?", r.counter, r.credential_id);
  return domain::Done{};
}

}  // namespace bredvid::storage
