#include "server/storage/circle_store.h"

#include <algorithm>

#include "server/domain/calendar.h"
#include "server/domain/mailbox.h"
#include "server/storage/account_store.h"
#include "server/storage/attachment_store.h"
#include "server/storage/handlers.h"
#include "server/storage/slip_store.h"
#include "server/storage/staff_store.h"
#include "server/wire/limits.h"

namespace bredvid::storage {
CachedCircle* find_circle(Context& c, const CircleId& circle) {
  return c.circles->find(c.db, circle);
}

bool is_member(Context& c, const CircleId& circle, const DeviceId& device) {
  const CachedCircle* found = find_circle(c, circle);
  return found != nullptr && found->has(device);
}

Outcome<CachedCircle*> for_member(Context& c, const CircleId& circle, const DeviceId& device) {
  CachedCircle* found = find_circle(c, circle);
  if (found == nullptr) return fail(ErrorCode::circle_unknown);
  if (!found->has(device)) return fail(ErrorCode::not_a_member);
  return found;
}

std::optional<Epoch> stored_epoch(Context& c, const CircleId& circle) {
  Query row = c.db.query("SELECT epoch FROM circle WHERE circle_id = ?", circle);
  if (!row.next()) return std::nullopt;
  return Epoch{row.large(0)};
}

void remove_member(Context& c, CachedCircle& circle, const DeviceId& device) {
  c.circles->remove_member(c.db, circle, device);
  c.circles->release_acknowledged(circle);
  forget_attachments(c, circle, device);
}

void append(Context& c, CachedCircle& circle, const MessageId& message_id, wire::EnvelopeKind kind, Epoch epoch,
            const wire::Blob& blob, Sequence sequence, Day today) {
  c.circles->append(c.db, circle,
                    {message_id, kind, epoch, blob, sequence, Day{today.value + c.settings.retention_days}});
}

StoreResult handle(Context& c, const domain::CreateCircle& r) {
  if (const CachedCircle* circle = find_circle(c, r.circle_id)) {
    const domain::CircleState state = circle->state();
    if (state.head.value != 0 || state.devices != 1 || !circle->has(r.device_id)) return fail(ErrorCode::circle_exists);
    return domain::Done{};
  }
  {
    Query row = c.db.query("SELECT count(*) FROM membership WHERE device_id = ?", r.device_id);
    if (row.next() && row.large(0) >= wire::kMaxCirclesPerDevice) return fail(ErrorCode::circle_full);
  }
  const auto account = account_of(c, r.device_id);
  if (!account) return fail(ErrorCode::internal);
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::circles, r.now); !day)
    return std::unexpected(day.error());
  std::optional<OrganisationId> staff_of;
  if (account->role == wire::Role::coordinator) staff_of = account->organisation_id;
  c.circles->create(c.db, r.circle_id, staff_of);
  c.circles->add_member(c.db, *find_circle(c, r.circle_id), r.device_id, Sequence{});
  return domain::Done{};
}

StoreResult handle(Context& c, domain::AppendMessage& r) {
  CachedCircle* circle = find_circle(c, r.circle_id);
  if (circle == nullptr) return fail(ErrorCode::circle_unknown);
  if (const auto known = circle->known(r.message_id)) return domain::Appended{*known, false};
  if (!circle->has(r.device_id)) return fail(ErrorCode::not_a_member);
  const auto sequence = domain::place_message(circle->state(), r.epoch, r.blob.size());
  if (!sequence) return std::unexpected(sequence.error());
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::bytes, r.now, r.blob.size()); !day)
    return std::unexpected(day.error());
  append(c, *circle, r.message_id, wire::EnvelopeKind::message, r.epoch, r.blob, *sequence,
         domain::stockholm_day(r.now));
  return domain::Appended{*sequence, true, std::move(r.blob)};
}

StoreResult handle(Context& c, const domain::AppendCommit& r) {
  CachedCircle* circle = find_circle(c, r.circle_id);
  if (circle == nullptr) return fail(ErrorCode::circle_unknown);
  if (const auto known = circle->known(r.message_id)) return domain::Appended{*known, false};
  if (!circle->has(r.device_id)) return fail(ErrorCode::not_a_member);
  // MLS knows no commit that removes its own sender: leaving is circle_leave.
  if (std::ranges::find(r.removed, r.device_id) != r.removed.end()) return fail(ErrorCode::not_allowed);
  const auto placed = domain::place_commit(circle->state(), r.epoch, r.commit.size());
  if (!placed) return std::unexpected(placed.error());
  if (const auto day = c.settings.guards->take(r.device_id, domain::Daily::bytes, r.now, r.commit.size()); !day)
    return std::unexpected(day.error());
  append(c, *circle, r.message_id, wire::EnvelopeKind::commit, r.epoch, r.commit, placed->sequence,
         domain::stockholm_day(r.now));
  c.circles->set_epoch(*circle, placed->begins);
  replace_packages(c, r.circle_id, placed->begins, r.sealed);
  for (const DeviceId& device : r.removed) {
    remove_member(c, *circle, device);
    forget_gone(c, r.circle_id, device);
  }
  return domain::Appended{placed->sequence, true};
}

StoreResult handle(Context& c, const domain::Acknowledge& r) {
  const auto circle = for_member(c, r.circle_id, r.device_id);
  if (!circle) return std::unexpected(circle.error());
  if (r.sequence > (*circle)->state().head) return fail(ErrorCode::ack_beyond_head);
  if (c.circles->acknowledge(**circle, r.device_id, r.sequence)) c.circles->release_acknowledged(**circle);
  return domain::Done{};
}

StoreResult handle(Context& c, const domain::FetchEnvelopes& r) {
  // Before the first statement, so that what it names is there (log_index.h).
  const LogIndex::Slice slice = c.settings.log->after(r.circle_id, r.after, r.limit, r.limit_bytes);
  std::int64_t number = 0;
  {
    Query row = c.db.query(
        "SELECT number FROM circle JOIN membership ON membership.circle = number"
        " WHERE circle_id = ? AND device_id = ?",
        r.circle_id, r.device_id);
    if (!row.next()) return fail(stored_epoch(c, r.circle_id) ? ErrorCode::not_a_member : ErrorCode::circle_unknown);
    number = row.integer(0);
  }
  domain::Envelopes found{r.circle_id, {}, slice.more};
  for (const Place& place : slice.places) {
    Query row = c.db.query("SELECT kind, epoch, blob FROM envelope WHERE id = ? AND circle = ? AND sequence = ?",
                           place.row, number, place.sequence);
    // Everybody has acknowledged it meanwhile, this device on another connection.
    if (!row.next()) continue;
    found.envelopes.push_back({{},
                               r.circle_id,
                               place.sequence,
                               static_cast<wire::EnvelopeKind>(row.integer(0)),
                               {row.large(1)},
                               row.blob(2)});
  }
  return found;
}

StoreResult handle(Context& c, const domain::LeaveCircle& r) {
  const auto circle = for_member(c, r.circle_id, r.device_id);
  if (!circle) return std::unexpected(circle.error());
  remove_member(c, **circle, r.device_id);
  if ((*circle)->state().devices == 0) c.db.run("DELETE FROM gone WHERE circle_id = ?", r.circle_id);
  return domain::Done{};
}

}  // namespace bredvid::storage
