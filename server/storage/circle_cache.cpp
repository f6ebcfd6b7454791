#include "server/storage/circle_cache.h"

#include <algorithm>

namespace bredvid::storage {

domain::CircleState CachedCircle::state() const {
  return {epoch_, head_, waiting_.size(), waiting_bytes_, static_cast<std::uint32_t>(members_.size())};
}

bool CachedCircle::has(const DeviceId& device) const {
  return std::ranges::any_of(members_, [&](const Member& member) { return member.device_id == device; });
}

std::optional<Sequence> CachedCircle::known(const MessageId& message) const {
  const auto found = ids_.find(message);
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

CachedCircle* CircleCache::find(Database& db, const CircleId& circle) {
  if (const auto found = entries_.find(circle); found != entries_.end()) {
    order_.splice(order_.begin(), order_, found->second);
    return &order_.front();
  }
  CachedCircle fresh;
  fresh.id_ = circle;
  if (!load(db, fresh)) return nullptr;
  envelopes_ += fresh.waiting_.size();
  order_.push_front(std::move(fresh));
  entries_.emplace(circle, order_.begin());
  return &order_.front();
}

bool CircleCache::load(Database& db, CachedCircle& circle) const {
  {
    Query row = db.query("SELECT number, epoch, head, staff_of FROM circle WHERE circle_id = ?", circle.id_);
    if (!row.next()) return false;
    circle.number_ = row.integer(0);
    circle.epoch_ = {row.large(1)};
    circle.head_ = {row.large(2)};
    if (!row.is_null(3)) circle.staff_of_ = OrganisationId{row.integer(3)};
  }
  Query member = db.query("SELECT device_id, acked FROM membership WHERE circle = ?", circle.number_);
  while (member.next()) circle.members_.push_back({member.id<DeviceId>(0), {member.large(1)}});
  for (const Place& place : places(circle.id_)) {
    Query waiting = db.query("SELECT message_id FROM envelope WHERE id = ?", place.row);
    if (!waiting.next()) throw SqlError(SQLITE_CORRUPT);
    circle.waiting_.push_back({place, waiting.id<MessageId>(0)});
    circle.ids_.emplace(circle.waiting_.back().message_id, place.sequence);
    circle.waiting_bytes_ += place.size_bytes;
  }
  if (!circle.waiting_.empty() && circle.waiting_.back().place.sequence > circle.head_) {
    circle.head_ = circle.waiting_.back().place.sequence;
    circle.head_ahead_ = true;
  }
  return true;
}

/// As the index has them, and what this transaction has done since.
std::vector<Place> CircleCache::places(const CircleId& circle) const {
  std::vector<Place> found = log_.places(circle);
  for (const PlaceChange& change : places_) {
    if (change.circle != circle) continue;
    if (change.added)
      found.push_back(change.place);
    else
      std::erase(found, change.place);
  }
  return found;
}

void CircleCache::create(Database& db, const CircleId& circle, std::optional<OrganisationId> staff_of) {
  db.run("INSERT INTO circle (circle_id, epoch, head, staff_of) VALUES (?, 0, 0, ?)", circle, staff_of);
  // A savepoint's rollback must not leave behind what was read within it.
  touched_.push_back(circle);
}

void CircleCache::append(Database& db, CachedCircle& circle, const NewEnvelope& e) {
  const Place place{e.sequence, log_.next_row(), static_cast<std::uint32_t>(e.blob.size()), e.expires};
  db.run(
      "INSERT INTO envelope (id, circle, sequence, kind, epoch, expires_day, message_id, blob)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      place.row, circle.number_, e.sequence, e.kind, e.epoch, e.expires, e.message_id, e.blob);
  circle.waiting_.push_back({place, e.message_id});
  places_.push_back({circle.id_, place, true});
  circle.waiting_bytes_ += e.blob.size();
  circle.ids_.insert_or_assign(e.message_id, e.sequence);
  circle.head_ = e.sequence;
  circle.head_ahead_ = true;
  ++envelopes_;
  touched_.push_back(circle.id_);
}

void CircleCache::set_epoch(CachedCircle& circle, Epoch epoch) {
  circle.epoch_ = epoch;
  circle.row_changed_ = true;
  changed(circle);
}

void CircleCache::add_member(Database& db, CachedCircle& circle, const DeviceId& device, Sequence acked) {
  db.run("INSERT INTO membership (circle, device_id, acked) VALUES (?, ?, ?)", circle.number_, device, acked);
  circle.members_.push_back({device, acked});
  changed(circle);
}

void CircleCache::remove_member(Database& db, CachedCircle& circle, const DeviceId& device) {
  db.run("DELETE FROM membership WHERE circle = ? AND device_id = ?", circle.number_, device);
  std::erase_if(circle.members_, [&](const CachedCircle::Member& member) { return member.device_id == device; });
  changed(circle);
}

bool CircleCache::acknowledge(CachedCircle& circle, const DeviceId& device, Sequence sequence) {
  const auto member =
      std::ranges::find_if(circle.members_, [&](const CachedCircle::Member& one) { return one.device_id == device; });
  if (member == circle.members_.end() || member->acked >= sequence) return false;
  member->acked = sequence;
  member->changed = true;
  circle.acks_changed_ = true;
  changed(circle);
  return true;
}

void CircleCache::release_acknowledged(CachedCircle& circle) {
  Sequence everywhere{INT64_MAX};
  for (const CachedCircle::Member& member : circle.members_) everywhere = std::min(everywhere, member.acked);
  while (!circle.waiting_.empty() && circle.waiting_.front().place.sequence <= everywhere) {
    const CachedCircle::Waiting& gone = circle.waiting_.front();
    circle.waiting_bytes_ -= gone.place.size_bytes;
    circle.gone_.push_back(gone.place);
    circle.recent_.push_back(gone.message_id);
    circle.waiting_.pop_front();
    --envelopes_;
    changed(circle);
  }
  while (circle.recent_.size() > kRecentIds) {
    circle.ids_.erase(circle.recent_.front());
    circle.recent_.pop_front();
  }
}

void CircleCache::changed(CachedCircle& circle) {
  touched_.push_back(circle.id_);
  if (circle.queued_) return;
  circle.queued_ = true;
  changed_.push_back(circle.id_);
}

void CircleCache::flush(Database& db) {
  for (const CircleId& id : changed_) {
    if (const auto found = entries_.find(id); found != entries_.end()) flush_one(db, *found->second);
  }
  changed_.clear();
}

/// OR FAIL: an UPDATE that may abort keeps what it changes in a journal of its own, and SQLCipher encrypts each of
/// those pages. One row is changed or none, so there is nothing to undo.
void CircleCache::flush_one(Database& db, CachedCircle& circle) {
  circle.queued_ = false;
  // Before the last envelope goes its number must stand elsewhere.
  const bool head_needed = circle.head_ahead_ && circle.waiting_.empty();
  if (circle.row_changed_ || head_needed) {
    db.run("UPDATE OR FAIL circle SET epoch = ?, head = ? WHERE number = ?", circle.epoch_, circle.head_,
           circle.number_);
    circle.head_ahead_ = false;
  }
  if (circle.acks_changed_) {
    for (CachedCircle::Member& member : circle.members_) {
      if (!member.changed) continue;
      db.run("UPDATE OR FAIL membership SET acked = ? WHERE circle = ? AND device_id = ?", member.acked, circle.number_,
             member.device_id);
      member.changed = false;
    }
  }
  for (const Place& place : circle.gone_) delete_row(db, circle.id_, place);
  circle.row_changed_ = false;
  circle.acks_changed_ = false;
  circle.gone_.clear();
}

void CircleCache::delete_row(Database& db, const CircleId& circle, const Place& place) {
  db.run("DELETE FROM envelope WHERE id = ?", place.row);
  places_.push_back({circle, place, false});
}

std::uint64_t CircleCache::delete_expired(Database& db, Day day) {
  const std::vector<PlaceChange> expired = log_.expiring(day);
  for (const PlaceChange& one : expired) {
    // A circle whose last envelope goes keeps its count.
    db.run("UPDATE circle SET head = max(head, ?) WHERE circle_id = ?", one.place.sequence, one.circle);
    delete_row(db, one.circle, one.place);
    drop(one.circle);
  }
  return expired.size();
}

void CircleCache::begin_job() {
  touched_.clear();
  places_before_job_ = places_.size();
}

void CircleCache::forget_job() {
  for (const CircleId& id : touched_) drop(id);
  touched_.clear();
  places_.resize(places_before_job_);
}

void CircleCache::forget_all() {
  order_.clear();
  entries_.clear();
  changed_.clear();
  touched_.clear();
  places_.clear();
  envelopes_ = 0;
}

void CircleCache::drop(const CircleId& circle) {
  const auto found = entries_.find(circle);
  if (found == entries_.end()) return;
  envelopes_ -= found->second->waiting_.size();
  order_.erase(found->second);
  entries_.erase(found);
}

std::uint64_t CircleCache::committed() {
  log_.apply(places_);
  const auto deleted = std::ranges::count_if(places_, [](const PlaceChange& change) { return !change.added; });
  places_.clear();
  touched_.clear();
  while (!order_.empty() && (order_.size() > limits_.circles || envelopes_ > limits_.envelopes))
    drop(order_.back().id_);
  return static_cast<std::uint64_t>(deleted);
}

}  // namespace bredvid::storage
