#include "server/storage/door_store.h"

#include <algorithm>

#include "server/domain/calendar.h"
#include "server/domain/open_door.h"
#include "server/domain/room.h"
#include "server/domain/slips.h"
#include "server/storage/account_store.h"
#include "server/storage/handlers.h"
#include "server/storage/slip_store.h"
#include "server/wire/limits.h"

namespace bredvid::storage {
namespace {

constexpr std::size_t kWaitIdBytes = 16;

domain::WorkChanged queue_of(OrganisationId organisation, std::vector<DeviceId> dismissed = {}) {
  return {organisation, std::move(dismissed), {}, false, true};
}

/// Who is in the queue: neither taken nor given.
std::uint32_t waiting_at(Context& c, OrganisationId organisation, Instant now) {
  const auto held = domain::held_minutes(now);
  Query row = c.db.query(
      "SELECT count(*) FROM wait WHERE organisation_id = ? AND length(sealed) = 0 AND taken_min NOT BETWEEN ? AND ?",
      organisation, held.first, held.last);
  return row.next() ? row.small(0) : 0;
}

std::optional<OrganisationId> organisation_at(Context& c, OrganisationNumber number) {
  if (number.value == 0) return std::nullopt;
  Query row = c.db.query("SELECT id FROM organisation WHERE open_door = ?", number);
  if (!row.next()) return std::nullopt;
  return OrganisationId{row.integer(0)};
}

Outcome<void> room_at(Context& c, OrganisationId organisation) {
  Query row = c.db.query("SELECT count(*) FROM wait WHERE organisation_id = ?", organisation);
  return domain::room_for_place(row.next() ? row.large(0) : 0);
}

std::int64_t last_number(Context& c) {
  Query row = c.db.query("SELECT ifnull(max(number), 0) FROM wait");
  return row.next() ? row.integer(0) : 0;
}

/// What a queue's changes are decided from.
struct Row {
  WaitId wait_id;
  DeviceId device_id;
  OrganisationId organisation_id;
  AccountId account_id;
  /// holding it now; one that is overdue holds nothing
  std::optional<DeviceId> taker;
  wire::Blob sealed;
};

constexpr std::string_view kRow =
    "SELECT wait_id, wait.device_id, wait.organisation_id, account_id, taker, taken_min BETWEEN ? AND ?, sealed"
    " FROM wait JOIN device ON device.device_id = wait.device_id WHERE ";

std::optional<Row> read_row(Query row) {
  if (!row.next()) return std::nullopt;
  Row found{row.id<WaitId>(0), row.id<DeviceId>(1), {row.integer(2)}, {row.integer(3)}, {}, row.blob(6)};
  if (row.integer(5) != 0) found.taker = row.id<DeviceId>(4);
  return found;
}

std::optional<Row> row_of(Context& c, const DeviceId& device, Instant now) {
  const auto held = domain::held_minutes(now);
  static const std::string sql = std::string(kRow) + "wait.device_id = ?";
  return read_row(c.db.query(sql, held.first, held.last, device));
}

/// Of the supporter's own organisation only.
std::optional<Row> row_of(Context& c, OrganisationId organisation, const WaitId& wait, Instant now) {
  const auto held = domain::held_minutes(now);
  static const std::string sql = std::string(kRow) + "wait_id = ? AND wait.organisation_id = ?";
  return read_row(c.db.query(sql, held.first, held.last, wait, organisation));
}

Outcome<Account> supporter(Context& c, const DeviceId& device) {
  auto account = account_of(c, device);
  if (!account || account->role != wire::Role::supporter) return fail(ErrorCode::not_allowed);
  return *std::move(account);
}

StoreResult placed(Context& c, const DeviceId& device, Instant now, std::vector<OrganisationId> changed) {
  auto place = place_of(c, device, now);
  if (!place) return fail(ErrorCode::internal);
  return domain::Placed{device, *std::move(place), std::move(changed)};
}

/// The account never joined a circle: only its device hangs on it.
void forget_account(Context& c, const Row& row) {
  c.db.run("DELETE FROM wait WHERE wait_id = ?", row.wait_id);
  c.db.run("DELETE FROM device WHERE device_id = ?", row.device_id);
  c.db.run("DELETE FROM account WHERE id = ?", row.account_id);
  c.db.run("UPDATE organisation SET accounts = accounts - 1 WHERE id = ?", row.organisation_id);
  c.scrub = true;
}

void insert_place(Context& c, const domain::BeginWait& r, OrganisationId organisation, Day today) {
  c.db.run(
      "INSERT INTO wait (wait_id, number, device_id, organisation_id, selector, since_day, wait_key, taker, taken_min,"
      " sealed) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 0, x'')",
      c.random->bytes(kWaitIdBytes), last_number(c) + 1, r.device.device_id, organisation, r.selector, today,
      r.wait_key);
}

}  // namespace

bool door_is_open(Context& c, OrganisationId organisation) {
  return c.db.query("SELECT 1 FROM organisation WHERE id = ? AND open_door > 0", organisation).next();
}

std::vector<wire::OpenOrganisation> open_organisations(Context& c, Instant now) {
  std::vector<std::pair<OrganisationId, std::uint16_t>> open;
  {
    Query row = c.db.query("SELECT id, open_door FROM organisation WHERE open_door > 0 ORDER BY open_door");
    while (row.next()) open.emplace_back(OrganisationId{row.integer(0)}, static_cast<std::uint16_t>(row.small(1)));
  }
  std::vector<wire::OpenOrganisation> found;
  for (const auto& [id, number] : open) {
    auto organisation = organisation_of(c, id);
    if (organisation && found.size() < wire::kMaxOpenOrganisations)
      found.push_back({{number}, *std::move(organisation), waiting_at(c, id, now)});
  }
  return found;
}

std::optional<domain::WaitingPlace> place_of(Context& c, const DeviceId& device, Instant now) {
  const auto held = domain::held_minutes(now);
  domain::WaitingPlace place;
  std::int64_t number = 0;
  {
    Query row = c.db.query(
        "SELECT wait_id, number, organisation_id, open_door, since_day, sealed, taken_min BETWEEN ? AND ?"
        " FROM wait JOIN organisation ON organisation.id = organisation_id WHERE device_id = ?",
        held.first, held.last, device);
    if (!row.next()) return std::nullopt;
    place.waiting.wait_id = row.id<WaitId>(0);
    number = row.integer(1);
    place.organisation_id = {row.integer(2)};
    place.waiting.number = {static_cast<std::uint16_t>(row.small(3))};
    place.waiting.since = {row.small(4)};
    place.sealed = row.blob(5);
    place.waiting.taken = row.integer(6) != 0 || !place.sealed.empty() ? 1 : 0;
  }
  auto organisation = organisation_of(c, place.organisation_id);
  if (!organisation) return std::nullopt;
  place.waiting.organisation = *std::move(organisation);
  if (place.waiting.taken == 0) {
    Query row = c.db.query(
        "SELECT count(*) FROM wait WHERE organisation_id = ? AND number < ? AND length(sealed) = 0"
        " AND taken_min NOT BETWEEN ? AND ?",
        place.organisation_id, number, held.first, held.last);
    if (row.next()) place.waiting.ahead = row.small(0);
  }
  for (wire::OpenOrganisation& one : open_organisations(c, now)) {
    if (one.number != place.waiting.number && place.waiting.others.size() + 1 < wire::kMaxOpenOrganisations)
      place.waiting.others.push_back(std::move(one));
  }
  return place;
}

std::optional<OrganisationId> forget_place(Context& c, const DeviceId& device) {
  std::optional<OrganisationId> waited;
  {
    Query row = c.db.query("SELECT organisation_id FROM wait WHERE device_id = ?", device);
    if (row.next()) waited = OrganisationId{row.integer(0)};
  }
  if (!waited) return std::nullopt;
  c.db.run("DELETE FROM wait WHERE device_id = ?", device);
  // Who took whom stood there for a moment: not in the log either.
  c.scrub = true;
  return waited;
}

bool give_back_taken_by(Context& c, const DeviceId& taker) {
  return c.db.run("UPDATE wait SET taker = NULL, taken_min = 0 WHERE taker = ?", taker) > 0;
}

void give_back_overdue(Context& c, Instant now, std::vector<domain::WorkChanged>& news) {
  const auto held = domain::held_minutes(now);
  {
    Query row = c.db.query(
        "SELECT DISTINCT organisation_id FROM wait WHERE taker IS NOT NULL AND taken_min NOT BETWEEN ? AND ?",
        held.first, held.last);
    while (row.next()) news.push_back(queue_of({row.integer(0)}));
  }
  if (news.empty()) return;
  c.db.run("UPDATE wait SET taker = NULL, taken_min = 0 WHERE taker IS NOT NULL AND taken_min NOT BETWEEN ? AND ?",
           held.first, held.last);
}

std::uint64_t delete_old_places(Context& c, Day today, std::vector<domain::WorkChanged>& news) {
  std::vector<Row> old;
  {
    Query row = c.db.query(
        "SELECT wait_id, wait.device_id, wait.organisation_id, account_id FROM wait"
        " JOIN device ON device.device_id = wait.device_id WHERE since_day < ?",
        domain::places_kept_from(today));
    while (row.next()) {
      old.push_back({row.id<WaitId>(0), row.id<DeviceId>(1), {row.integer(2)}, {row.integer(3)}, {}, {}});
    }
  }
  for (const Row& one : old) {
    forget_account(c, one);
    news.push_back(queue_of(one.organisation_id, {one.device_id}));
  }
  return old.size();
}

StoreResult handle(Context& c, const domain::OpenDoors& r) {
  std::vector<std::pair<std::string, std::uint16_t>> open;
  {
    Query row = c.db.query("SELECT name, open_door FROM organisation WHERE open_door > 0 ORDER BY open_door");
    while (row.next()) open.emplace_back(row.text(0), static_cast<std::uint16_t>(row.small(1)));
  }
  const auto same = [](const auto& had, const auto& wanted) {
    return had.first == wanted.name && had.second == wanted.number.value;
  };
  if (std::ranges::equal(open, r.organisations, same)) return domain::Done{};
  c.db.run("UPDATE organisation SET open_door = 0 WHERE open_door > 0");
  for (const auto& one : r.organisations)
    c.db.run("UPDATE organisation SET open_door = ? WHERE name = ?", one.number, one.name);
  return domain::Done{};
}

StoreResult handle(Context& c, const domain::GetPlace& r) {
  auto place = place_of(c, r.device_id, r.now);
  if (!place) return fail(ErrorCode::not_waiting);
  return domain::Placed{r.device_id, *std::move(place), {}};
}

StoreResult handle(Context& c, const domain::GetQueue& r) {
  const auto account = account_of(c, r.device_id);
  const bool good = account && (account->role == wire::Role::supporter || account->role == wire::Role::coordinator);
  if (!good) return fail(ErrorCode::not_allowed);
  const auto held = domain::held_minutes(r.now);
  wire::Queue queue;
  Query row = c.db.query(
      "SELECT selector, count(*), min(since_day) FROM wait WHERE organisation_id = ? AND length(sealed) = 0"
      " AND taken_min NOT BETWEEN ? AND ? GROUP BY selector ORDER BY min(number) LIMIT ?",
      account->organisation_id, held.first, held.last, std::uint64_t{wire::kMaxQueueRows});
  while (row.next()) queue.doors.push_back({{row.small(0)}, row.small(1), {row.small(2)}});
  return queue;
}

StoreResult handle(Context& c, const domain::BeginWait& r) {
  if (const auto tried = c.settings.guards->stranger_tries(r.now); !tried) return std::unexpected(tried.error());
  const auto door = find_slip(c, r.selector, r.token);
  if (!door) return c.settings.guards->wrong_slip(r.selector, r.now);
  if (!door->door) return fail(ErrorCode::not_allowed);
  // A repetition (a phone that was killed before it saw the answer) is answered before what may have changed since.
  if (device_exists(c, r.device)) {
    if (!same_device(c, r.device) || !row_of(c, r.device.device_id, r.now)) return fail(ErrorCode::device_exists);
    return placed(c, r.device.device_id, r.now, {});
  }
  const Day today = domain::stockholm_day(r.now);
  if (const auto good = domain::check_slip({door->expires, false}, today); !good) return std::unexpected(good.error());
  const auto organisation = organisation_at(c, r.organisation);
  if (!organisation) return fail(ErrorCode::not_allowed);
  if (const auto room = room_at(c, *organisation); !room) return std::unexpected(room.error());
  const auto account = make_account(c, *organisation, wire::Role::parent, today);
  if (!account) return std::unexpected(account.error());
  if (const auto day = c.settings.guards->through_door(r.selector, r.now); !day) return std::unexpected(day.error());
  make_device(c, *account, r.device, today);
  insert_place(c, r, *organisation, today);
  return placed(c, r.device.device_id, r.now, {*organisation});
}

StoreResult handle(Context& c, const domain::SwitchWait& r) {
  const auto row = row_of(c, r.device_id, r.now);
  if (!row || row->taker || !row->sealed.empty()) return fail(ErrorCode::not_waiting);
  const auto organisation = organisation_at(c, r.organisation);
  if (!organisation) return fail(ErrorCode::not_allowed);
  if (*organisation == row->organisation_id) return placed(c, r.device_id, r.now, {});
  if (const auto room = room_at(c, *organisation); !room) return std::unexpected(room.error());
  {
    Query accounts = c.db.query("SELECT accounts FROM organisation WHERE id = ?", *organisation);
    if (const auto room = domain::room_for_account(accounts.next() ? accounts.large(0) : 0); !room)
      return std::unexpected(room.error());
  }
  c.db.run("UPDATE organisation SET accounts = accounts - 1 WHERE id = ?", row->organisation_id);
  c.db.run("UPDATE organisation SET accounts = accounts + 1 WHERE id = ?", *organisation);
  c.db.run("UPDATE account SET organisation_id = ? WHERE id = ?", *organisation, row->account_id);
  c.db.run("UPDATE wait SET organisation_id = ?, number = ?, taker = NULL, taken_min = 0 WHERE wait_id = ?",
           *organisation, last_number(c) + 1, row->wait_id);
  return placed(c, r.device_id, r.now, {row->organisation_id, *organisation});
}

StoreResult handle(Context& c, const domain::EndWait& r) {
  const auto row = row_of(c, r.device_id, Instant{});
  if (!row) return fail(ErrorCode::not_waiting);
  forget_account(c, *row);
  return queue_of(row->organisation_id, {row->device_id});
}

StoreResult handle(Context& c, const domain::TakePlace& r) {
  const auto account = supporter(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  const auto held = domain::held_minutes(r.now);
  domain::TakenPlace taken{{}, account->organisation_id, false};
  const auto read = [&taken](const Query& row) { taken.taken = {{}, row.id<WaitId>(0), {row.small(1)}, row.key(2)}; };
  {
    Query row = c.db.query(
        "SELECT wait_id, selector, wait_key FROM wait WHERE taker = ? AND organisation_id = ?"
        " AND taken_min BETWEEN ? AND ?",
        r.device_id, account->organisation_id, held.first, held.last);
    if (row.next()) return read(row), std::move(taken);
  }
  {
    Query row = c.db.query(
        "SELECT wait_id, selector, wait_key FROM wait WHERE organisation_id = ? AND length(sealed) = 0"
        " AND taken_min NOT BETWEEN ? AND ? ORDER BY number",
        account->organisation_id, held.first, held.last);
    while (!taken.fresh && row.next()) {
      if (std::ranges::find(r.doors, Selector{row.small(1)}) == r.doors.end()) continue;
      read(row);
      taken.fresh = true;
    }
  }
  if (!taken.fresh) return fail(ErrorCode::queue_empty);
  c.db.run("UPDATE wait SET taker = ?, taken_min = ? WHERE wait_id = ?", r.device_id, domain::minute_of(r.now),
           taken.taken.wait_id);
  return taken;
}

StoreResult handle(Context& c, const domain::GivePlace& r) {
  const auto account = supporter(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  const auto row = row_of(c, account->organisation_id, r.wait_id, r.now);
  if (!row) return fail(ErrorCode::not_waiting);
  if (!row->sealed.empty()) {
    // Who gave is not kept. Nobody else knows these bytes, so whoever sends them again did.
    if (row->sealed != r.sealed) return fail(ErrorCode::not_waiting);
    return queue_of(row->organisation_id);
  }
  if (row->taker != r.device_id) return fail(ErrorCode::not_waiting);
  c.db.run("UPDATE wait SET sealed = ?, taker = NULL, taken_min = 0 WHERE wait_id = ?", r.sealed, r.wait_id);
  return queue_of(row->organisation_id);
}

StoreResult handle(Context& c, const domain::ReturnPlace& r) {
  const auto account = supporter(c, r.device_id);
  if (!account) return std::unexpected(account.error());
  const auto row = row_of(c, account->organisation_id, r.wait_id, r.now);
  if (!row || row->taker != r.device_id) return fail(ErrorCode::not_waiting);
  c.db.run("UPDATE wait SET taker = NULL, taken_min = 0 WHERE wait_id = ?", r.wait_id);
  return queue_of(row->organisation_id);
}

}  // namespace bredvid::storage
