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
    Query row = db.query("SELECT number, epoch, head FROM circle WHERE circle_id = ?", circle.id_);
    if (!row.next()) return false;
    circle.number_ = row.integer(0);
    circle.epoch_ = {row.large(1)};
    circle.head_ = {row.large(2)};
  }
  Query member = db.query("SELECT device_id, acked FROM membership WHERE circle = ?", circle.number_);
  while (member.next()) circle.members_.push_back({member.id<DeviceId>(0), {member.large(1)}});
  Query waiting = db.query("SELECT sequence, message_id, length(blob) FROM envelope WHERE circle = ? ORDER BY sequence",
                           circle.number_);
  while (waiting.next()) {
    circle.waiting_.push_back({{waiting.large(0)}, waiting.id<MessageId>(1), waiting.small(2)});
    circle.ids_.emplace(circle.waiting_.back().message_id, circle.waiting_.back().sequence);
    circle.waiting_bytes_ += circle.waiting_.back().size_bytes;
  }
  return true;
}

void CircleCache::create(Database& db, const CircleId& circle) {
  db.run("INSERT INTO circle (circle_id, epoch, head) VALUES (?, 0, 0)", circle);
  // A savepoint's rollback must not leave behind what was read within it.
  touched_.push_back(circle);
}

void CircleCache::append(Database& db, CachedCircle& circle, const NewEnvelope& e) {
  db.run(
      "INSERT INTO envelope (circle, sequence, kind, epoch, expires_day, message_id, blob) VALUES (?, ?, ?, ?, ?, ?, "
      "?)",
      circle.number_, e.sequence, e.kind, e.epoch, e.expires, e.message_id, e.blob);
  circle.waiting_.push_back({e.sequence, e.message_id, static_cast<std::uint32_t>(e.blob.size())});
  circle.waiting_bytes_ += e.blob.size();
  circle.ids_.insert_or_assign(e.message_id, e.sequence);
  circle.head_ = e.sequence;
  circle.row_changed_ = true;
  ++envelopes_;
  changed(circle);
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
  while (!circle.waiting_.empty() && circle.waiting_.front().sequence <= everywhere) {
    const CachedCircle::Waiting& gone = circle.waiting_.front();
    circle.waiting_bytes_ -= gone.size_bytes;
    circle.delete_up_to_ = gone.sequence;
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

void CircleCache::flush_one(Database& db, CachedCircle& circle) {
  circle.queued_ = false;
  if (circle.row_changed_)
    db.run("UPDATE circle SET epoch = ?, head = ? WHERE number = ?", circle.epoch_, circle.head_, circle.number_);
  if (circle.acks_changed_) {
    for (CachedCircle::Member& member : circle.members_) {
      if (!member.changed) continue;
      db.run("UPDATE membership SET acked = ? WHERE circle = ? AND device_id = ?", member.acked, circle.number_,
             member.device_id);
      member.changed = false;
    }
  }
  if (circle.delete_up_to_ != Sequence{})
    deleted_ += static_cast<std::uint64_t>(
        db.run("DELETE FROM envelope WHERE circle = ? AND sequence <= ?", circle.number_, circle.delete_up_to_));
  circle.row_changed_ = false;
  circle.acks_changed_ = false;
  circle.delete_up_to_ = {};
}

void CircleCache::forget_job() {
  for (const CircleId& id : touched_) drop(id);
  touched_.clear();
}

void CircleCache::forget_all() {
  order_.clear();
  entries_.clear();
  changed_.clear();
  touched_.clear();
  envelopes_ = 0;
}

void CircleCache::drop(const CircleId& circle) {
  const auto found = entries_.find(circle);
  if (found == entries_.end()) return;
  envelopes_ -= found->second->waiting_.size();
  order_.erase(found->second);
  entries_.erase(found);
}

void CircleCache::trim() {
  touched_.clear();
  while (!order_.empty() && (order_.size() > limits_.circles || envelopes_ > limits_.envelopes))
    drop(order_.back().id_);
}

}  // namespace bredvid::storage
