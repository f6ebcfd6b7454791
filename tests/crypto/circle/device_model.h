// A device as the web client is one, small enough to be crashed between every two steps.
//
// What survives a crash is its Disk. Work is done on a copy of it and on the circle in memory; `persist` puts both in
// place at once. Every step passes the fuse; where it burns, memory is gone and the device starts again from the disk.
#pragma once

#include <deque>
#include <set>

#include "crypto/circle/key_package_pool.h"
#include "tests/crypto/circle/counting_random.h"
#include "tests/crypto/circle/model_server.h"

namespace bredvid::circle::model {

inline constexpr std::uint32_t kToday = 20'000;
inline constexpr std::uint64_t kNowS = std::uint64_t{kToday} * 86'400;

inline constexpr std::size_t kEverything = ~std::size_t{0};

struct Fuse {
  int at = -1;  // never
  int count = 0;
  bool burns() { return count++ == at; }
};

enum class JobKind { text, hello, invite, notice, offer_slip, update, remove, add, recover };

struct Job {
  JobKind kind = JobKind::text;
  MessageId id = 0;
  ContentId content;
  std::string text;
  std::uint32_t selector = 0;
  MemberId member;          // of remove; of invite: whom the slip replaces, unless it is all zeros
  Bytes key_package;        // of add
  Bytes blob;               // the attempt; empty: none
  std::uint64_t epoch = 0;  // of the attempt

  [[nodiscard]] bool commits() const { return kind >= JobKind::update; }
};

struct JoinAttempt {
  MessageId id = 0;
  OutgoingCommit commit;
  Bytes circle;
};

struct Disk {
  Bytes circle;  // empty: not in it yet
  std::optional<JoinAttempt> join;
  Bytes pool;
  std::size_t read = 0;
  std::size_t joined_at = 0;
  std::deque<Job> outbox;
  std::vector<ContentId> shown;      // texts, in the order they were shown for good
  std::vector<std::string> slips;    // as handed to somebody
  std::size_t rolled_back = 0;       // messages of ours that this disk knew nothing of
  std::vector<std::string> trouble;  // nothing here in an ordinary life
};

// What all devices share.
struct World {
  explicit World(std::uint64_t seed) : random(CountingRandom::of_run(seed)), circle(CircleId::fresh(random)) {}

  CountingRandom random;
  CircleId circle;
  Server server;
  Fuse fuse;
  std::set<ContentId> texts;
  MessageId last_id = 0;
  std::size_t batch = 2;             // envelopes in one transaction
  bool trust_answers = false;        // a commit takes effect by its answer; else by its echo
  bool write_first = false;          // starts with its outbox instead of reading what came
  bool send_before_persist = false;  // the mistake that this library's users must not make

  Job text_job(std::string words) {
    Job made = job(JobKind::text);
    made.text = std::move(words);
    texts.insert(made.content);
    return made;
  }
  Job job(JobKind kind) {
    Job made;
    made.kind = kind;
    made.id = ++last_id;
    made.content = ContentId::fresh(random);
    return made;
  }
};

class Device {
 public:
  Device(World& world, Identity self, std::string name) : world_(world), self_(self), name_(std::move(name)) {}

  Disk disk;
  std::string slip;  // what it was given to come in with; kept on paper

  void found() {
    memory_ = *Circle::create(world_.circle, self_, name_, world_.random);
    persist(Disk(disk));
  }
  [[nodiscard]] bool joined() const { return !disk.circle.empty(); }
  [[nodiscard]] const Identity& self() const { return self_; }
  Circle& circle() {
    if (!memory_) memory_ = *Circle::restore(disk.circle);
    return *memory_;
  }
  void crash() { memory_.reset(); }
  [[nodiscard]] bool idle() const { return joined() && disk.outbox.empty() && disk.read == world_.server.log.size(); }

  // Everything it can do now; false when it crashed in the middle.
  bool round() {
    if (!joined() && !(slip.empty() ? come_by_welcome() : come_by_slip())) return false;
    if (!joined()) return true;
    if (!world_.write_first && !drain(kEverything)) return false;
    return prepare() && transmit() && drain(kEverything);
  }

  // The first in the outbox, encrypted or committed, and persisted.
  bool prepare();
  // Sends what is prepared.
  bool transmit();
  // Reads up to `limit` envelopes.
  bool drain(std::size_t limit);
  bool come_by_slip();
  bool come_by_welcome();
  // Makes the key packages that others can add it by; the first one of them.
  Bytes offer();

 private:
  // False: crashed here.
  bool passes() {
    if (!world_.fuse.burns()) return true;
    crash();
    return false;
  }
  void persist(Disk&& next) {
    next.circle = to_bytes(circle().serialize().view());
    disk = std::move(next);
  }
  bool persist_between(Disk&& next) {
    if (!passes()) return false;
    persist(std::move(next));
    return passes();
  }
  bool encrypt(Disk& next, Job& job);
  bool commit(Disk& next, Job& job);
  bool transmit_commit(const Job& job);
  void apply(Disk& next, const Event& event);

  World& world_;
  Identity self_;
  std::string name_;
  std::optional<Circle> memory_;
};

// ---- sending ------------------------------------------------------------------

// False: nothing to be done with this job now.
inline bool Device::encrypt(Disk& next, Job& job) {
  const std::uint64_t now_ms = kNowS * 1000;
  Outcome<Outgoing> sent = failed(Code::not_allowed);
  if (job.kind == JobKind::text) sent = circle().send({job.content, now_ms, Text{job.text}}, world_.random);
  if (job.kind == JobKind::hello) sent = circle().hello(job.content, now_ms, world_.random);
  if (job.kind == JobKind::notice) sent = circle().repeat_slip(job.selector, job.content, now_ms, world_.random);
  if (job.kind == JobKind::invite) {
    const bool replaces = job.member != MemberId{};
    auto made = circle().make_slip(
        {SlipForm::qr, Role::parent, kToday + 7, kToday, replaces ? std::optional(job.member) : std::nullopt},
        job.content, now_ms, world_.random);
    if (made) {
      next.slips.push_back(slip_text(made->slip));
      job.kind = JobKind::notice;
      job.selector = made->slip.selector;
      Job offer = world_.job(JobKind::offer_slip);
      offer.selector = job.selector;
      next.outbox.insert(next.outbox.begin() + 1, offer);
      next.outbox.front().blob = made->notice.blob;
      next.outbox.front().epoch = made->notice.epoch;
      return true;
    }
  }
  if (!sent) {
    next.trouble.push_back(std::string("send: ") + code_name(sent.error().code));
    return true;
  }
  job.blob = sent->blob;
  job.epoch = sent->epoch;
  return true;
}

inline bool Device::commit(Disk& next, Job& job) {
  if (job.kind == JobKind::recover) {
    if (!job.blob.empty() && circle().pending() != nullptr) return false;
    const auto made = circle().recover(0, kToday, world_.random);
    if (!made) next.trouble.push_back(std::string("recover: ") + code_name(made.error().code));
    if (made) job.blob = made->commit;
    return true;
  }
  if (circle().pending() != nullptr) return false;
  Outcome<OutgoingCommit> made = failed(Code::not_allowed);
  if (job.kind == JobKind::update) made = circle().update(kToday, world_.random);
  if (job.kind == JobKind::add) made = circle().add_by_welcome(job.key_package, kToday, world_.random);
  if (job.kind == JobKind::remove) {
    made = circle().remove_member(job.member, kToday, world_.random);
    // Somebody else has done it: no longer wanted.
    if (!made && made.error().code == Code::not_a_member) {
      next.outbox.pop_front();
      return true;
    }
  }
  if (!made) next.trouble.push_back(std::string("commit: ") + code_name(made.error().code));
  return true;
}

inline bool Device::prepare() {
  if (!joined() || disk.outbox.empty() || !circle().active()) return true;
  Disk next = disk;
  Job& job = next.outbox.front();
  if (job.kind == JobKind::offer_slip || (!job.commits() && !job.blob.empty())) return true;
  const bool moved = job.commits() ? commit(next, job) : encrypt(next, job);
  if (!moved) return true;
  if (world_.send_before_persist) {
    if (!next.outbox.empty() && !next.outbox.front().commits()) {
      const Job& early = next.outbox.front();
      (void)world_.server.send(early.id, early.epoch, early.blob);
    } else if (circle().pending() != nullptr) {
      (void)world_.server.commit(next.outbox.front().id, *circle().pending());
    }
  }
  return persist_between(std::move(next));
}

inline bool Device::transmit_commit(const Job& job) {
  if (circle().pending() == nullptr) return true;
  const Answer answer = world_.server.commit(job.id, *circle().pending());
  if (!passes()) return false;
  // Stale: whoever won is in the log, and will be read.
  if (answer == Answer::stale || !world_.trust_answers) return true;
  const auto events = circle().commit_accepted();
  Disk next = disk;
  if (!events) next.trouble.push_back(code_name(events.error().code));
  if (events) {
    for (const Event& event : *events) apply(next, event);
  }
  return persist_between(std::move(next));
}

inline bool Device::transmit() {
  if (!joined() || disk.outbox.empty() || !circle().active()) return true;
  const Job& job = disk.outbox.front();
  if (job.commits()) return transmit_commit(job);
  Answer answer = Answer::stale;
  if (job.kind == JobKind::offer_slip) {
    const auto packages = circle().refresh_packages(kToday, world_.random);
    answer = world_.server.refresh(circle().epoch(), *packages);
  } else {
    if (job.blob.empty()) return true;
    answer = world_.server.send(job.id, job.epoch, job.blob);
  }
  if (!passes()) return false;
  Disk next = disk;
  if (answer == Answer::stored) {
    next.outbox.pop_front();
  } else {
    next.outbox.front().blob.clear();  // encrypted anew once the winner has been read
  }
  return persist_between(std::move(next));
}

// ---- reading ------------------------------------------------------------------

inline void Device::apply(Disk& next, const Event& event) {
  if (const auto* said = std::get_if<Said>(&event)) {
    if (std::holds_alternative<Text>(said->content.body)) next.shown.push_back(said->content.id);
  } else if (const auto* echo = std::get_if<OwnEcho>(&event)) {
    if (echo->content && world_.texts.contains(*echo->content)) next.shown.push_back(*echo->content);
  } else if (std::holds_alternative<CommitAccepted>(event)) {
    if (!next.outbox.empty() && next.outbox.front().commits()) next.outbox.pop_front();
  } else if (const auto* behind = std::get_if<SlipsBehind>(&event)) {
    for (const std::uint32_t selector : behind->selectors) {
      for (const JobKind kind : {JobKind::notice, JobKind::offer_slip}) {
        Job job = world_.job(kind);
        job.selector = selector;
        next.outbox.push_back(job);
      }
    }
  } else if (const auto* unreadable = std::get_if<Unreadable>(&event)) {
    next.trouble.push_back(std::string("unreadable: ") + code_name(unreadable->code));
  } else if (std::holds_alternative<RolledBack>(event)) {
    ++next.rolled_back;
    // Before anything else is sent.
    if (next.outbox.empty() || next.outbox.front().kind != JobKind::recover) {
      next.outbox.push_front(world_.job(JobKind::recover));
    }
  } else if (std::holds_alternative<ThreadLost>(event)) {
    next.trouble.emplace_back("thread lost");
  }
}

inline bool Device::drain(std::size_t limit) {
  const Server& server = world_.server;
  while (joined() && limit > 0 && disk.read < server.log.size()) {
    Disk next = disk;
    for (std::size_t i = 0; i < world_.batch && limit > 0 && next.read < server.log.size(); ++i, --limit) {
      const ServerEntry& entry = server.log[next.read++];
      for (const Event& event : circle().receive(entry.kind, entry.epoch, entry.blob)) apply(next, event);
    }
    if (!persist_between(std::move(next))) return false;
    if (!passes()) return false;  // acknowledged
  }
  return true;
}

// ---- coming in ----------------------------------------------------------------

inline bool Device::come_by_slip() {
  const auto parsed = parse_slip(slip);
  if (!disk.join) {
    const auto package = world_.server.packages.find(parsed->selector);
    if (package == world_.server.packages.end()) return true;
    auto entered = Circle::join({*parsed, world_.circle, package->second, self_.device, name_, kToday}, world_.random);
    if (!passes()) return false;
    if (!entered) {
      disk.trouble.push_back(std::string("join: ") + code_name(entered.error().code));
      return true;
    }
    disk.join = JoinAttempt{++world_.last_id, entered->commit, to_bytes(entered->circle.serialize().view())};
    if (!passes()) return false;
  }
  const Answer answer = world_.server.commit(disk.join->id, disk.join->commit);
  if (!passes()) return false;
  if (answer == Answer::stale) {
    disk.join.reset();
    return passes();
  }
  Disk next = disk;
  next.joined_at = next.read = world_.server.known[disk.join->id] + 1;
  next.circle = next.join->circle;
  next.join.reset();
  next.outbox.push_front(world_.job(JobKind::hello));
  disk = std::move(next);
  self_ = circle().self();
  world_.server.packages.erase(parsed->selector);
  return passes();
}

inline Bytes Device::offer() {
  auto pool = *KeyPackagePool::create(self_, name_);
  const auto publication = pool.refill(kNowS, world_.random);
  disk.pool = to_bytes(pool.serialize().view());
  return publication->once.front();
}

inline bool Device::come_by_welcome() {
  if (disk.pool.empty() || world_.server.welcomes.empty()) return true;
  auto pool = *KeyPackagePool::restore(disk.pool);
  for (const WaitingWelcome& waiting : world_.server.welcomes) {
    if (!pool.find(waiting.welcome)) continue;
    auto entered = pool.join(world_.circle, waiting.welcome, waiting.introduction, world_.random);
    if (!passes()) return false;
    Disk next = disk;
    if (!entered) {
      next.trouble.push_back(std::string("welcome: ") + code_name(entered.error().code));
      disk = std::move(next);
      return true;
    }
    next.pool = to_bytes(pool.serialize().view());
    next.circle = to_bytes(entered->serialize().view());
    next.joined_at = next.read = waiting.read_from;
    next.outbox.push_front(world_.job(JobKind::hello));
    disk = std::move(next);
    return passes();
  }
  return true;
}

}  // namespace bredvid::circle::model
