#include "server/storage/account_store.h"

#include "crypto/base/bytes.h"
#include "server/domain/access.h"
#include "server/domain/opening_hours.h"
#include "server/domain/rate_limit.h"
#include "server/domain/room.h"
#include "server/storage/door_store.h"
#include "server/storage/handlers.h"
#include "server/storage/staff_store.h"
#include "server/storage/tally_store.h"
#include "server/wire/codec.h"
#include "server/wire/limits.h"

namespace bredvid::storage {
namespace {

/// The columns kind, name, hours, opening from `first` on.
wire::Organisation read_organisation(const Query& row, int first) {
  wire::Organisation organisation{
      static_cast<wire::OrgKind>(row.integer(first)), row.text(first + 1), row.text(first + 2), {}};
  const auto bytes = row.view(first + 3);
  if (bytes.empty()) return organisation;
  auto opening = wire::decode_opening(bytes);
  if (!opening) throw SqlError(SQLITE_CORRUPT);
  organisation.opening = *std::move(opening);
  return organisation;
}

}  // namespace

std::optional<Account> account_of(Context& c, const DeviceId& device) {
  Query row = c.db.query(
      "SELECT account.id, account.organisation_id, account.role, organisation.kind, organisation.name, "
      "organisation.hours, organisation.opening"
      " FROM device JOIN account ON account.id = device.account_id JOIN organisation ON organisation.id = "
      "account.organisation_id"
      " WHERE device.device_id = ?",
      device);
  if (!row.next()) return std::nullopt;
  return Account{
      {row.integer(0)}, {row.integer(1)}, static_cast<wire::Role>(row.integer(2)), read_organisation(row, 3)};
}

std::optional<wire::Organisation> organisation_of(Context& c, OrganisationId id) {
  Query row = c.db.query("SELECT kind, name, hours, opening FROM organisation WHERE id = ?", id);
  if (!row.next()) return std::nullopt;
  return read_organisation(row, 0);
}

Outcome<AccountId> make_account(Context& c, OrganisationId organisation, wire::Role role, Day today) {
  {
    Query row = c.db.query("SELECT accounts FROM organisation WHERE id = ?", organisation);
    if (!row.next()) return fail(ErrorCode::internal);
    if (const auto room = domain::room_for_account(row.large(0)); !room) return std::unexpected(room.error());
  }
  c.db.run("UPDATE organisation SET accounts = accounts + 1 WHERE id = ?", organisation);
  c.db.run("INSERT INTO account (organisation_id, role, created_day) VALUES (?, ?, ?)", organisation, role, today);
  return AccountId{c.db.last_row_id()};
}

void make_device(Context& c, AccountId account, const domain::NewDevice& device, Day today) {
  c.db.run(
      "INSERT INTO device (device_id, account_id, login_key, share_id, share, share_auth_hash, wrong_tries, "
      "created_day)"
      " VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
      device.device_id, account, device.login_key, device.share_id, device.share, device.share_auth_hash, today);
}

bool device_exists(Context& c, const domain::NewDevice& device) {
  return c.db.query("SELECT 1 FROM device WHERE device_id = ?", device.device_id).next() ||
         c.db.query("SELECT 1 FROM device WHERE share_id = ?", device.share_id).next();
}

bool same_device(Context& c, const domain::NewDevice& device) {
  Query row = c.db.query("SELECT login_key, share, share_auth_hash, share_id FROM device WHERE device_id = ?",
                         device.device_id);
  return row.next() && equal_constant_time(row.view(0), device.login_key) &&
         equal_constant_time(row.view(1), device.share.view()) &&
         equal_constant_time(row.view(2), device.share_auth_hash) &&
         equal_constant_time(row.view(3), device.share_id.view());
}

std::vector<wire::Circle> circles_of(Context& c, const DeviceId& device) {
  // The tables are about to be read, by the writer too.
  if (c.circles != nullptr) c.circles->flush(c.db);
  std::vector<wire::Circle> circles;
  {
    Query row = c.db.query(
        "SELECT circle_id, epoch, head, acked FROM membership JOIN circle ON number = membership.circle"
        " WHERE device_id = ? ORDER BY circle_id",
        device);
    while (row.next()) circles.push_back({row.id<CircleId>(0), {row.large(1)}, {row.large(2)}, {row.large(3)}});
  }
  // The row's head may be behind the log's.
  for (wire::Circle& circle : circles) {
    if (c.circles != nullptr)
      circle.head = c.circles->find(c.db, circle.circle_id)->state().head;
    else
      circle.head = std::max(circle.head, c.settings.log->last(circle.circle_id).value_or(Sequence{}));
  }
  return circles;
}

StoreResult handle(Context& c, const domain::FindDevice& r) {
  Query row = c.db.query("SELECT login_key FROM device WHERE device_id = ?", r.device_id);
  if (!row.next()) return fail(ErrorCode::login_failed);
  return domain::DeviceFound{r.device_id, row.key(0)};
}

StoreResult handle(Context& c, const domain::LoadLogin& r) {
  auto account = account_of(c, r.device_id);
  if (!account) return fail(ErrorCode::login_failed);
  std::vector<webauthn::Passkey> passkeys;
  if (domain::is_staff_role(account->role)) passkeys = passkeys_of(c, account->account_id);
  std::optional<domain::WaitingPlace> place;
  if (account->role == wire::Role::parent) place = place_of(c, r.device_id, r.now);
  return domain::LoginData{account->role,
                           std::move(account->organisation),
                           circles_of(c, r.device_id),
                           open_spans(c),
                           account->organisation_id,
                           gone_from_circles_of(c, r.device_id),
                           std::move(passkeys),
                           std::move(place)};
}

StoreResult handle(Context& c, const domain::ListOrganisations&) {
  domain::Organisations found;
  Query row = c.db.query("SELECT id, kind, name, hours, opening FROM organisation ORDER BY id");
  while (row.next()) found.organisations.push_back({{row.integer(0)}, read_organisation(row, 1)});
  return found;
}

StoreResult handle(Context& c, const domain::MakeOrganisation& r) {
  if (r.name.empty() || r.name.size() > wire::kMaxOrgNameBytes || r.hours.size() > wire::kMaxOrgHoursBytes)
    return fail(ErrorCode::config_bad);
  if (r.opening.times.size() > wire::kMaxOpenTimes || r.opening.closed.size() > wire::kMaxClosedDays ||
      !domain::fault_of(r.opening).empty())
    return fail(ErrorCode::config_bad);
  const wire::Blob opening = wire::encode_opening(r.opening);
  std::optional<OrganisationId> known;
  {
    Query row = c.db.query("SELECT id, kind FROM organisation WHERE name = ?", r.name);
    if (row.next()) {
      if (static_cast<wire::OrgKind>(row.integer(1)) != r.kind) return fail(ErrorCode::config_bad);
      known = OrganisationId{row.integer(0)};
    }
  }
  if (known) {
    c.db.run("UPDATE organisation SET hours = ?, opening = ? WHERE id = ?", r.hours, opening, *known);
    return domain::OrganisationMade{*known};
  }
  std::uint64_t organisations = 0;
  {
    Query row = c.db.query("SELECT count(*) FROM organisation");
    if (row.next()) organisations = row.large(0);
  }
  if (organisations >= domain::kMaxOrganisations) return fail(ErrorCode::config_bad);
  c.db.run("INSERT INTO organisation (kind, name, hours, opening) VALUES (?, ?, ?, ?)", r.kind, r.name, r.hours,
           opening);
  return domain::OrganisationMade{{c.db.last_row_id()}};
}

StoreResult handle(Context& c, const domain::GetShare& r) {
  std::uint32_t tries = 0;
  bool right = false;
  Secret32 share;
  {
    Query row = c.db.query("SELECT share, share_auth_hash, wrong_tries FROM device WHERE share_id = ?", r.share_id);
    if (!row.next()) return fail(ErrorCode::login_failed);
    if (row.view(0).empty()) return fail(ErrorCode::share_destroyed);
    tries = row.small(2);
    right = equal_constant_time(row.view(1), r.share_auth_hash);
    if (right) share = Secret32(row.key(0));
  }
  if (right) {
    if (tries > 0) c.db.run("UPDATE device SET wrong_tries = 0 WHERE share_id = ?", r.share_id);
    return domain::ShareFound{std::move(share)};
  }
  // The count is kept although the answer is a failure: else a guesser would have tries without end.
  c.keep = true;
  ++tries;
  if (tries >= domain::kMaxWrongShares) {
    c.db.run("UPDATE device SET share = x'', share_auth_hash = x'', wrong_tries = ? WHERE share_id = ?", tries,
             r.share_id);
    c.scrub = true;
    return fail(ErrorCode::share_destroyed);
  }
  c.db.run("UPDATE device SET wrong_tries = ? WHERE share_id = ?", tries, r.share_id);
  return fail(ErrorCode::pin_wrong, domain::kMaxWrongShares - tries);
}

StoreResult handle(Context& c, const domain::ChangeShare& r) {
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::shares, r.now); !day)
    return std::unexpected(day.error());
  const std::int64_t changed =
      c.db.run("UPDATE device SET share = ?, share_auth_hash = ?, wrong_tries = 0 WHERE device_id = ?", r.share,
               r.share_auth_hash, r.device_id);
  if (changed == 0) return fail(ErrorCode::login_failed);
  c.scrub = true;
  return domain::Done{};
}

}  // namespace bredvid::storage
