#include "server/net/loop.h"

#include <malloc.h>
#include <pthread.h>

#include <algorithm>
#include <utility>

#include "server/base/log.h"

namespace bredvid::net {

Loop::Loop(const Limits& limits) : limits_(limits), ticker_(io_) {}

Loop::~Loop() {
  // Members hold sockets of io_: they go first, whatever the order of the fields.
  taken_answers_.clear();
  answers_.clear();
  flushing_.clear();
  slots_.clear();
}

void Loop::run() {
  ::pthread_setname_np(::pthread_self(), "bredvid-net");  // for top and perf
  begin();
  for (;;) {
    try {
      io_.run();
      return;
    } catch (const std::exception&) {
      // Out of memory, most likely. Whom it concerned is gone; the others go on.
      log::write(log::Level::error, "connection_failed");
      depth_ = 0;
    }
  }
}

void Loop::begin_turn() {
  if (depth_++ == 0) now_ = std::chrono::steady_clock::now();
}

void Loop::end_turn() {
  if (depth_ > 1) {
    --depth_;
    return;
  }
  // Both lists may grow meanwhile.
  for (std::size_t i = 0; i < later_.size(); ++i) {
    Step step = std::move(later_[i]);
    step();
  }
  later_.clear();
  for (std::size_t i = 0; i < flushing_.size(); ++i) {
    const std::shared_ptr<Member> member = std::move(flushing_[i]);
    member->will_flush_ = false;
    member->flush();
  }
  flushing_.clear();
  --depth_;
}

void Loop::will_flush(Member& member) {
  if (std::exchange(member.will_flush_, true)) return;
  flushing_.push_back(member.shared_from_this());
}

// ---- what other threads tell ----

void Loop::wake() {
  asio::post(io_, [this] { take_inbox(); });
}

void Loop::post(Step step) {
  bool first = false;
  {
    const std::lock_guard lock(inbox_mutex_);
    steps_.push_back(std::move(step));
    first = !std::exchange(woken_, true);
  }
  if (first) wake();
}

void Loop::deliver(std::shared_ptr<Member> to, domain::Token token, domain::StoreResult result) {
  bool first = false;
  {
    const std::lock_guard lock(inbox_mutex_);
    answers_.push_back({std::move(to), token, std::move(result)});
    first = !std::exchange(woken_, true);
  }
  if (first) wake();
}

void Loop::take_inbox() {
  {
    const std::lock_guard lock(inbox_mutex_);
    taken_steps_.swap(steps_);
    taken_answers_.swap(answers_);
    woken_ = false;
  }
  turn([this] {
    for (Answer& answer : taken_answers_) answer.to->on_answer(answer.token, std::move(answer.result));
    for (Step& step : taken_steps_) step();
  });
  taken_answers_.clear();
  taken_steps_.clear();
}

// ---- members and their time ----

void Loop::add(const std::shared_ptr<Member>& member) {
  member->slot_ = static_cast<std::uint32_t>(slots_.size());
  slots_.push_back({member, kNever});
  ++changes_;
}

void Loop::remove(Member& member) {
  if (member.slot_ == Member::kNowhere) return;
  const std::uint32_t slot = std::exchange(member.slot_, Member::kNowhere);
  const std::shared_ptr<Member> kept = std::move(slots_[slot].member);
  if (slot + 1 != slots_.size()) {
    slots_[slot] = std::move(slots_.back());
    slots_[slot].member->slot_ = slot;
  }
  slots_.pop_back();
  ++changes_;
}

void Loop::stop_members() {
  std::vector<std::shared_ptr<Member>> all;
  for (const Slot& slot : slots_) all.push_back(slot.member);
  turn([&] {
    for (const auto& member : all) member->stop();
  });
}

void Loop::count_part(std::ptrdiff_t change) {
  part_bytes_ += static_cast<std::size_t>(change);
  if (change <= 0 || part_bytes_ <= limits_.all_part_bytes) return;
  std::shared_ptr<Member> oldest;
  Time since = kNever;
  for (const Slot& slot : slots_) {
    const Time began = slot.member->holds_part_since();
    if (began >= since) continue;
    since = began;
    oldest = slot.member;
  }
  if (!oldest) return;
  later([member = std::move(oldest)] {
    if (member->holds_part_since() != kNever) member->drop_part();
  });
}

// One walk over a dense array for all time limits: 10,000 connections cost some ten microseconds.
void Loop::tick() {
  turn([this] {
    for (std::size_t i = slots_.size(); i-- > 0;) {
      if (i >= slots_.size() || slots_[i].deadline > now_) continue;
      slots_[i].deadline = kNever;
      const std::shared_ptr<Member> member = slots_[i].member;
      member->on_deadline();
    }
    for (const auto& call : ticks_) call();
  });
  trim();
  ticker_.expires_after(limits_.tick);
  ticker_.async_wait([this](error_code failure) {
    if (!failure) tick();
  });
}

// A burst of handshakes leaves free blocks between the connections that stay; the allocator would keep them all.
void Loop::trim() {
  const bool quiet = changes_ == std::exchange(changes_before_, changes_);
  if (!quiet || changes_ < kTrimAfterChanges) return;
  changes_ = changes_before_ = 0;
  ::malloc_trim(0);
}

}  // namespace bredvid::net
