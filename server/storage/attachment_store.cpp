#include "server/storage/attachment_store.h"

#include "server/domain/calendar.h"
#include "server/storage/circle_store.h"
#include "server/storage/handlers.h"
#include "server/storage/reserve.h"
#include "server/wire/limits.h"

namespace bredvid::storage {
namespace {

/// As in migration 0012. Larger than any index.
constexpr std::int64_t kPlacesPerAttachment = 2048;
static_assert(wire::kMaxChunks <= kPlacesPerAttachment);

struct Found {
  std::int64_t number = 0;
  domain::Upload upload;
};

std::int64_t place_of(std::int64_t number, std::uint64_t index) {
  return number * kPlacesPerAttachment + static_cast<std::int64_t>(index);
}

std::optional<Found> find_attachment(Context& c, std::int64_t circle, const AttachmentId& id) {
  Query row = c.db.query(
      "SELECT number, chunks, size, stored, stored_bytes FROM attachment WHERE circle = ? AND attachment_id = ?",
      circle, id);
  if (!row.next()) return std::nullopt;
  return Found{row.integer(0), {row.small(1), row.large(2), row.small(3), row.large(4)}};
}

std::uint64_t total(Query row) {
  return row.next() ? row.large(0) : 0;
}

/// The first after all that are there, and after those whose parts still are.
std::int64_t next_number(Context& c) {
  Query row = c.db.query(
      "SELECT max(ifnull((SELECT max(number) FROM attachment), 0), ifnull((SELECT max(number) FROM "
      "attachment_rubbish), 0))");
  return row.next() ? row.integer(0) + 1 : 1;
}

Outcome<void> room(Context& c, std::int64_t circle, std::uint32_t chunks) {
  domain::AttachmentRoom room;
  room.circle_chunks = total(c.db.query("SELECT ifnull(sum(chunks), 0) FROM attachment WHERE circle = ?", circle));
  room.server_chunks = total(c.db.query("SELECT ifnull(sum(chunks), 0) FROM attachment"));
  room.keep_mib = c.settings.attachments_keep_mib;
  if (!c.settings.reserve.empty()) room.free_bytes = free_beside(c.settings.reserve).value_or(room.free_bytes);
  return domain::room_for_attachment(room, chunks);
}

/// Every device that is in the circle now. Whoever came in while it was being put there is among them from its last
/// part on.
void let_all_wait(Context& c, std::int64_t circle, std::int64_t number) {
  c.db.run(
      "INSERT OR IGNORE INTO attachment_waits (number, device_id) SELECT ?, device_id FROM membership WHERE circle = ?",
      number, circle);
}

void remove(Context& c, std::int64_t number) {
  c.db.run("DELETE FROM attachment_waits WHERE number = ?", number);
  c.db.run("DELETE FROM attachment WHERE number = ?", number);
  c.db.run("INSERT INTO attachment_rubbish (number) VALUES (?)", number);
  c.rubbish = true;
}

void remove_if_nobody_waits(Context& c, std::int64_t number) {
  if (!c.db.query("SELECT 1 FROM attachment_waits WHERE number = ?", number).next()) remove(c, number);
}

std::vector<std::int64_t> numbers(Query row) {
  std::vector<std::int64_t> found;
  while (row.next()) found.push_back(row.integer(0));
  return found;
}

}  // namespace

void forget_attachments(Context& c, const CachedCircle& circle, const DeviceId& device) {
  // Rows of the circle's that wait for nobody can't be: each of them waits for this device at least.
  const auto waited = numbers(c.db.query(
      "SELECT attachment.number FROM attachment JOIN attachment_waits ON attachment_waits.number = attachment.number"
      " WHERE circle = ? AND device_id = ?",
      circle.number(), device));
  for (const std::int64_t number : waited) {
    c.db.run("DELETE FROM attachment_waits WHERE number = ? AND device_id = ?", number, device);
    remove_if_nobody_waits(c, number);
  }
}

std::uint64_t delete_old_attachments(Context& c, Day day) {
  const auto old = numbers(c.db.query("SELECT number FROM attachment WHERE expires_day < ?", day));
  for (const std::int64_t number : old) remove(c, number);
  return old.size();
}

bool has_rubbish(Database& db) {
  return db.query("SELECT 1 FROM attachment_rubbish LIMIT 1").next();
}

void sweep_rubbish(Database& db) {
  std::int64_t number = 0;
  {
    Query row = db.query("SELECT number FROM attachment_rubbish ORDER BY number LIMIT 1");
    if (!row.next()) return;
    number = row.integer(0);
  }
  const std::int64_t deleted = db.run(
      "DELETE FROM attachment_chunk WHERE id IN"
      " (SELECT id FROM attachment_chunk WHERE id >= ? AND id < ? ORDER BY id LIMIT ?)",
      place_of(number, 0), place_of(number + 1, 0), kSweepChunks);
  if (deleted < kSweepChunks) db.run("DELETE FROM attachment_rubbish WHERE number = ?", number);
}

StoreResult handle(Context& c, const domain::BeginAttachment& r) {
  const auto circle = for_member(c, r.circle_id, r.device_id);
  if (!circle) return std::unexpected(circle.error());
  const std::int64_t row = (*circle)->number();
  if (const auto known = find_attachment(c, row, r.attachment_id)) {
    if (known->upload.chunks != r.chunks || known->upload.size != r.size) return fail(ErrorCode::attachment_mismatch);
    return wire::AttachAt{{}, known->upload.stored};
  }
  if (const auto good = domain::check_size(r.chunks, r.size); !good) return std::unexpected(good.error());
  if (const auto fits = room(c, row, r.chunks); !fits) return std::unexpected(fits.error());
  if (const auto day = c.settings.guards->attachment(r.circle_id, r.chunks, r.now); !day)
    return std::unexpected(day.error());
  const std::int64_t number = next_number(c);
  c.db.run(
      "INSERT INTO attachment (number, circle, attachment_id, chunks, size, stored, stored_bytes, expires_day)"
      " VALUES (?, ?, ?, ?, ?, 0, 0, ?)",
      number, row, r.attachment_id, r.chunks, r.size,
      domain::incomplete_until(domain::stockholm_day(r.now), c.settings.retention_days));
  let_all_wait(c, row, number);
  return wire::AttachAt{};
}

StoreResult handle(Context& c, const domain::PutChunk& r) {
  const auto circle = for_member(c, r.circle_id, r.device_id);
  if (!circle) return std::unexpected(circle.error());
  auto found = find_attachment(c, (*circle)->number(), r.attachment_id);
  if (!found) return fail(ErrorCode::attachment_gone);
  const auto place = domain::place_chunk(found->upload, r.index, r.chunk.size());
  if (!place) return std::unexpected(place.error());
  if (*place == domain::ChunkPlace::known) return wire::AttachAt{{}, found->upload.stored};
  c.db.run("INSERT INTO attachment_chunk (id, chunk) VALUES (?, ?)", place_of(found->number, r.index), r.chunk);
  ++found->upload.stored;
  c.db.run("UPDATE attachment SET stored = ?, stored_bytes = ? WHERE number = ?", found->upload.stored,
           found->upload.stored_bytes + r.chunk.size(), found->number);
  if (found->upload.whole()) {
    c.db.run("UPDATE attachment SET expires_day = ? WHERE number = ?",
             domain::whole_until(domain::stockholm_day(r.now), c.settings.retention_days), found->number);
    let_all_wait(c, (*circle)->number(), found->number);
  }
  return wire::AttachAt{{}, found->upload.stored};
}

StoreResult handle(Context& c, const domain::GetChunk& r) {
  std::int64_t circle = 0;
  {
    Query row = c.db.query(
        "SELECT number FROM circle JOIN membership ON membership.circle = number WHERE circle_id = ? AND device_id = ?",
        r.circle_id, r.device_id);
    if (!row.next()) return fail(stored_epoch(c, r.circle_id) ? ErrorCode::not_a_member : ErrorCode::circle_unknown);
    circle = row.integer(0);
  }
  const auto found = find_attachment(c, circle, r.attachment_id);
  if (!found) return fail(ErrorCode::attachment_gone);
  if (const auto there = domain::find_chunk(found->upload, r.index); !there) return std::unexpected(there.error());
  Query row = c.db.query("SELECT chunk FROM attachment_chunk WHERE id = ?", place_of(found->number, r.index));
  if (!row.next()) throw SqlError(SQLITE_CORRUPT);
  return wire::AttachChunk{{}, row.blob(0)};
}

StoreResult handle(Context& c, const domain::LeaveAttachment& r) {
  const auto circle = for_member(c, r.circle_id, r.device_id);
  if (!circle) return std::unexpected(circle.error());
  const auto found = find_attachment(c, (*circle)->number(), r.attachment_id);
  if (!found) return domain::Done{};
  if (c.db.run("DELETE FROM attachment_waits WHERE number = ? AND device_id = ?", found->number, r.device_id) > 0)
    remove_if_nobody_waits(c, found->number);
  return domain::Done{};
}

}  // namespace bredvid::storage
