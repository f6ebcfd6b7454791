#include "server/storage/circle_store.h"

#include <algorithm>

#include "server/domain/calendar.h"
#include "server/domain/mailbox.h"
#include "server/storage/handlers.h"
#include "server/storage/slip_store.h"
#include "server/wire/limits.h"

namespace bredvid::storage {
namespace {

/// What SQLite's integers hold; a client's larger number is beyond everything anyway.
constexpr std::uint64_t kMaxStored = static_cast<std::uint64_t>(INT64_MAX);

}  // namespace

std::optional<domain::CircleState> circle_state(Context& c, const CircleId& circle) {
  Query row = c.db.query(
      "SELECT epoch, head, waiting_envelopes, waiting_bytes, (SELECT count(*) FROM membership WHERE circle_id = "
      "circle.circle_id)"
      " FROM circle WHERE circle_id = ?",
      circle);
  if (!row.next()) return std::nullopt;
  return domain::CircleState{{row.large(0)}, {row.large(1)}, row.large(2), row.large(3), row.small(4)};
}

bool is_member(Context& c, const CircleId& circle, const DeviceId& device) {
  return c.db.query("SELECT 1 FROM membership WHERE circle_id = ? AND device_id = ?", circle, device).next();
}

Outcome<domain::CircleState> for_member(Context& c, const CircleId& circle, const DeviceId& device) {
  const auto state = circle_state(c, circle);
  if (!state) return fail(ErrorCode::circle_unknown);
  if (!is_member(c, circle, device)) return fail(ErrorCode::not_a_member);
  return *state;
}

std::optional<Sequence> known_message(Context& c, const CircleId& circle, const MessageId& message) {
  Query row = c.db.query("SELECT sequence FROM message_id WHERE circle_id = ? AND message_id = ?", circle, message);
  if (!row.next()) return std::nullopt;
  return Sequence{row.large(0)};
}

void append(Context& c, const NewEnvelope& e) {
  const Day expires{e.today.value + c.settings.retention_days};
  const Day id_expires{e.today.value + static_cast<std::uint32_t>(domain::kMessageIdDays)};
  c.db.run("INSERT INTO envelope (circle_id, sequence, kind, epoch, expires_day, blob) VALUES (?, ?, ?, ?, ?, ?)",
           e.circle_id, e.sequence, e.kind, e.epoch, expires, e.blob);
  c.db.run("INSERT INTO message_id (circle_id, message_id, sequence, expires_day) VALUES (?, ?, ?, ?)", e.circle_id,
           e.message_id, e.sequence, id_expires);
  c.db.run(
      "UPDATE circle SET head = ?, waiting_envelopes = waiting_envelopes + 1, waiting_bytes = waiting_bytes + ? WHERE "
      "circle_id = ?",
      e.sequence, static_cast<std::uint64_t>(e.blob.size()), e.circle_id);
}

void set_epoch(Context& c, const CircleId& circle, Epoch epoch) {
  c.db.run("UPDATE circle SET epoch = ? WHERE circle_id = ?", epoch, circle);
}

void add_member(Context& c, const CircleId& circle, const DeviceId& device, Sequence acked) {
  c.db.run("INSERT INTO membership (circle_id, device_id, acked) VALUES (?, ?, ?)", circle, device, acked);
}

void remove_member(Context& c, const CircleId& circle, const DeviceId& device) {
  c.db.run("DELETE FROM membership WHERE circle_id = ? AND device_id = ?", circle, device);
}

void delete_acknowledged(Context& c, const CircleId& circle) {
  std::uint64_t everywhere = kMaxStored;  // nobody is left: everything
  {
    Query row = c.db.query("SELECT min(acked) FROM membership WHERE circle_id = ?", circle);
    if (row.next() && !row.is_null(0)) everywhere = row.large(0);
  }
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;
  {
    Query row =
        c.db.query("SELECT count(*), ifnull(sum(length(blob)), 0) FROM envelope WHERE circle_id = ? AND sequence <= ?",
                   circle, everywhere);
    if (row.next()) count = row.large(0), bytes = row.large(1);
  }
  if (count == 0) return;
  c.db.run("DELETE FROM envelope WHERE circle_id = ? AND sequence <= ?", circle, everywhere);
  c.db.run(
      "UPDATE circle SET waiting_envelopes = waiting_envelopes - ?, waiting_bytes = waiting_bytes - ? WHERE circle_id "
      "= ?",
      count, bytes, circle);
}

std::uint64_t delete_expired(Context& c, Day today) {
  struct Part {
    CircleId circle_id;
    std::uint64_t count;
    std::uint64_t bytes;
  };
  std::vector<Part> parts;
  {
    Query row = c.db.query(
        "SELECT circle_id, count(*), sum(length(blob)) FROM envelope WHERE expires_day < ? GROUP BY circle_id", today);
    while (row.next()) parts.push_back({row.id<CircleId>(0), row.large(1), row.large(2)});
  }
  std::uint64_t total = 0;
  for (const Part& part : parts) {
    c.db.run(
        "UPDATE circle SET waiting_envelopes = waiting_envelopes - ?, waiting_bytes = waiting_bytes - ? WHERE "
        "circle_id = ?",
        part.count, part.bytes, part.circle_id);
    total += part.count;
  }
  if (total > 0) c.db.run("DELETE FROM envelope WHERE expires_day < ?", today);
  return total;
}

StoreResult handle(Context& c, const domain::CreateCircle& r) {
  if (const auto state = circle_state(c, r.circle_id)) {
    const bool mine = state->head.value == 0 && state->devices == 1 && is_member(c, r.circle_id, r.device_id);
    if (!mine) return fail(ErrorCode::circle_exists);
    return domain::Done{};
  }
  {
    Query row = c.db.query("SELECT count(*) FROM membership WHERE device_id = ?", r.device_id);
    if (row.next() && row.large(0) >= wire::kMaxCirclesPerDevice) return fail(ErrorCode::circle_full);
  }
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::circles, r.now); !day)
    return std::unexpected(day.error());
  c.db.run("INSERT INTO circle (circle_id, epoch, head, waiting_envelopes, waiting_bytes) VALUES (?, 0, 0, 0, 0)",
           r.circle_id);
  add_member(c, r.circle_id, r.device_id, Sequence{});
  return domain::Done{};
}

StoreResult handle(Context& c, const domain::AppendMessage& r) {
  if (const auto known = known_message(c, r.circle_id, r.message_id)) return domain::Appended{*known, false};
  const auto state = for_member(c, r.circle_id, r.device_id);
  if (!state) return std::unexpected(state.error());
  const auto sequence = domain::place_message(*state, r.epoch, r.blob.size());
  if (!sequence) return std::unexpected(sequence.error());
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::bytes, r.now, r.blob.size()); !day)
    return std::unexpected(day.error());
  append(c, {r.circle_id, r.message_id, wire::EnvelopeKind::message, r.epoch, r.blob, *sequence,
             domain::stockholm_day(r.now)});
  return domain::Appended{*sequence, true};
}

StoreResult handle(Context& c, const domain::AppendCommit& r) {
  if (const auto known = known_message(c, r.circle_id, r.message_id)) return domain::Appended{*known, false};
  const auto state = for_member(c, r.circle_id, r.device_id);
  if (!state) return std::unexpected(state.error());
  // MLS knows no commit that removes its own sender: leaving is circle_leave.
  if (std::ranges::find(r.removed, r.device_id) != r.removed.end()) return fail(ErrorCode::not_allowed);
  const auto placed = domain::place_commit(*state, r.epoch, r.commit.size());
  if (!placed) return std::unexpected(placed.error());
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::bytes, r.now, r.commit.size()); !day)
    return std::unexpected(day.error());
  append(c, {r.circle_id, r.message_id, wire::EnvelopeKind::commit, r.epoch, r.commit, placed->sequence,
             domain::stockholm_day(r.now)});
  set_epoch(c, r.circle_id, placed->begins);
  replace_packages(c, r.circle_id, placed->begins, r.sealed);
  for (const DeviceId& device : r.removed) remove_member(c, r.circle_id, device);
  if (!r.removed.empty()) delete_acknowledged(c, r.circle_id);
  return domain::Appended{placed->sequence, true};
}

StoreResult handle(Context& c, const domain::Acknowledge& r) {
  const auto state = for_member(c, r.circle_id, r.device_id);
  if (!state) return std::unexpected(state.error());
  if (r.sequence > state->head) return fail(ErrorCode::ack_beyond_head);
  const std::int64_t moved =
      c.db.run("UPDATE membership SET acked = ? WHERE circle_id = ? AND device_id = ? AND acked < ?", r.sequence,
               r.circle_id, r.device_id, r.sequence);
  if (moved > 0) delete_acknowledged(c, r.circle_id);
  return domain::Done{};
}

StoreResult handle(Context& c, const domain::FetchEnvelopes& r) {
  const auto state = for_member(c, r.circle_id, r.device_id);
  if (!state) return std::unexpected(state.error());
  domain::Envelopes found{r.circle_id, {}, state->head};
  const std::uint64_t after = std::min(r.after.value, kMaxStored);
  Query row = c.db.query(
      "SELECT sequence, kind, epoch, blob FROM envelope WHERE circle_id = ? AND sequence > ? ORDER BY sequence LIMIT ?",
      r.circle_id, after, r.limit);
  while (row.next()) {
    found.envelopes.push_back({{},
                               r.circle_id,
                               {row.large(0)},
                               static_cast<wire::EnvelopeKind>(row.integer(1)),
                               {row.large(2)},
                               row.blob(3)});
  }
  return found;
}

StoreResult handle(Context& c, const domain::LeaveCircle& r) {
  const auto state = for_member(c, r.circle_id, r.device_id);
  if (!state) return std::unexpected(state.error());
  remove_member(c, r.circle_id, r.device_id);
  delete_acknowledged(c, r.circle_id);
  return domain::Done{};
}

}  // namespace bredvid::storage
