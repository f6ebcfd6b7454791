// The open door: who waits, who takes somebody from the queue, and what both are told as it moves.
//
// A change in a queue is only announced (Tell); each connection that it concerns then asks the store how things stand,
// one question at a time, and tells its client when that is something new.
#include "crypto/primitives/kem.h"
#include "server/domain/access.h"
#include "server/domain/connection_parts.h"

namespace bredvid::domain {

void Connection::Dispatch::operator()(wire::DoorMake& f) {
  if (!allowed(f.rid, Action::make_door)) return;
  ask(Waiting::plain, f.rid, MakeDoor{*c.device_id_, f.selector, std::move(f.token), f.expires, now});
}

void Connection::Dispatch::operator()(wire::WaitBegin& f) {
  if (!anonymous(f.rid)) return;
  // Nobody could seal anything to it, and whoever tried would be held up at the head of the queue.
  if (!crypto::kem_public_key_is_good(f.wait_key)) return c.refuse(out, f.rid, ErrorCode::not_allowed);
  auto device = proven(f.rid, f.enrolment);
  if (!device) return;
  c.state_ = State::logging_in;
  ask(Waiting::redeem, f.rid,
      BeginWait{f.selector, std::move(f.token), std::move(*device), f.organisation, f.wait_key, now});
}

void Connection::Dispatch::operator()(wire::WaitSwitch& f) {
  if (allowed(f.rid, Action::wait_at_door)) ask(Waiting::plain, f.rid, SwitchWait{*c.device_id_, f.organisation, now});
}

void Connection::Dispatch::operator()(wire::WaitEnd& f) {
  if (allowed(f.rid, Action::wait_at_door)) ask(Waiting::wait_end, f.rid, EndWait{*c.device_id_});
}

void Connection::Dispatch::operator()(wire::QueueGet& f) {
  if (!allowed(f.rid, Action::see_queue)) return;
  c.door_.watches = true;  // before the answer: a change in between is told too
  ask(Waiting::plain, f.rid, GetQueue{*c.device_id_, now});
}

void Connection::Dispatch::operator()(wire::QueueTake& f) {
  if (!allowed(f.rid, Action::take_from_queue)) return;
  ask(Waiting::plain, f.rid, TakePlace{*c.device_id_, std::move(f.doors), now});
}

void Connection::Dispatch::operator()(wire::WaitGive& f) {
  if (!allowed(f.rid, Action::take_from_queue)) return;
  ask(Waiting::plain, f.rid, GivePlace{*c.device_id_, f.wait_id, std::move(f.sealed), now});
}

void Connection::Dispatch::operator()(wire::WaitBack& f) {
  if (allowed(f.rid, Action::take_from_queue)) ask(Waiting::plain, f.rid, ReturnPlace{*c.device_id_, f.wait_id, now});
}

void Connection::ask_for_queue(Effects& out, Instant now) {
  const bool waits = door_.waits && !door_.given;
  if (!device_id_ || (!waits && !door_.watches)) return;
  if (door_.asking) {
    door_.again = true;
    return;
  }
  door_.asking = true;
  door_.again = false;
  Pending pending;
  pending.waiting = Waiting::queue_news;
  if (waits)
    submit(out, pending, GetPlace{*device_id_, now});
  else
    submit(out, pending, GetQueue{*device_id_, now});
}

void Connection::Answers::placed(const Pending& pending, Placed placed) {
  if (c.state_ != State::active) {
    c.state_ = State::active;
    c.device_id_ = placed.device_id;
    c.role_ = wire::Role::parent;
  }
  c.organisation_id_ = placed.place.organisation_id;
  tell_place(pending.rid, std::move(placed.place));
  for (const OrganisationId organisation : placed.changed) queue_changed(organisation);
  if (pending.waiting == Waiting::queue_news) return asked_for_queue();
  // What changed before this connection was known to wait.
  c.ask_for_queue(out, now);
}

/// `rid` 0: nobody asked, and only news is told.
void Connection::Answers::tell_place(RequestId rid, WaitingPlace place) {
  wire::Waiting frame = std::move(place.waiting);
  frame.rid = {};
  const bool news = c.door_.place != frame;
  c.door_.waits = true;
  c.door_.place = frame;
  const WaitId wait_id = frame.wait_id;
  if (news || rid != RequestId{}) {
    frame.rid = rid;
    out.emplace_back(Send{std::move(frame)});
  }
  if (place.sealed.empty() || c.door_.given) return;
  c.door_.given = true;
  out.emplace_back(Send{wire::DoorOpened{{}, wait_id, std::move(place.sealed)}});
}

void Connection::Answers::queue_seen(const Pending& pending, wire::Queue queue) {
  queue.rid = {};
  const bool news = c.door_.queue != queue;
  c.door_.queue = queue;
  const bool asked = pending.waiting != Waiting::queue_news;
  if (news || asked) {
    queue.rid = pending.rid;
    out.emplace_back(Send{std::move(queue)});
  }
  if (!asked) asked_for_queue();
}

void Connection::Answers::place_taken(const Pending& pending, TakenPlace taken) {
  taken.taken.rid = pending.rid;
  out.emplace_back(Send{std::move(taken.taken)});
  if (taken.fresh) queue_changed(taken.organisation_id);
}

void Connection::Answers::asked_for_queue() {
  c.door_.asking = false;
  if (c.door_.again) c.ask_for_queue(out, now);
}

void Connection::Answers::no_queue_news(const Failure& failure) {
  c.door_.asking = false;
  if (failure.code == ErrorCode::not_waiting || failure.code == ErrorCode::not_allowed) {
    c.door_ = {};
    return;
  }
  c.door_.again = true;  // with the next tick
}

void Connection::Answers::queue_changed(OrganisationId organisation) {
  out.emplace_back(Tell{std::make_shared<const WorkChanged>(WorkChanged{organisation, {}, {}, false, true})});
}

}  // namespace bredvid::domain
