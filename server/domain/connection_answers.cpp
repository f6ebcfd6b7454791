#include "crypto/primitives/signature.h"
#include "server/domain/connection_parts.h"
#include "server/wire/codec.h"

namespace bredvid::domain {
namespace {

constexpr std::string_view kLoginLabel = "bredvid.v1 login";

/// A point of the curve that is nobody's login key (the first public key in RFC 8032, section 7.1).
constexpr Key32 kNobody{0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a,
                        0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a};

}  // namespace

void Connection::Answers::answer(const Pending& pending, StoreResult result) {
  if (!result) {
    // As much work as for a known device: how long the answer takes must not tell a stranger who has an account.
    if (pending.waiting == Waiting::find_device) static_cast<void>(is_signed(pending, kNobody));
    return failed(pending, result.error());
  }
  struct Visitor {
    Answers& a;
    const Pending& pending;
    void operator()(Done&) { a.done(pending); }
    void operator()(DeviceFound& r) { a.found_device(pending, r); }
    void operator()(LoginData& r) { a.logged_in(pending, std::move(r)); }
    void operator()(RedeemedSlip& r) { a.redeemed(pending, std::move(r)); }
    void operator()(Appended& r) { a.appended(pending, std::move(r)); }
    void operator()(Envelopes& r) { a.fetched(pending, std::move(r)); }
    void operator()(wire::SlipInfo& r) { a.reply(pending, r); }
    void operator()(wire::Releases& r) { a.reply(pending, r); }
    void operator()(wire::Release& r) { a.reply(pending, r); }
    void operator()(wire::Staff& r) { a.reply(pending, r); }
    void operator()(wire::Assignments& r) { a.reply(pending, r); }
    void operator()(WorkChanged& r) { a.work_changed(pending, std::move(r)); }
    void operator()(wire::DoorInfo& r) { a.reply(pending, r); }
    void operator()(wire::AttachAt& r) { a.reply(pending, r); }
    void operator()(wire::AttachChunk& r) { a.reply(pending, r); }
    void operator()(wire::Queue& r) { a.queue_seen(pending, std::move(r)); }
    void operator()(Placed& r) { a.placed(pending, std::move(r)); }
    void operator()(TakenPlace& r) { a.place_taken(pending, std::move(r)); }
    void operator()(ShareFound& r) { a.out.emplace_back(Send{wire::Share{pending.rid, std::move(r.share)}}); }
    // Answers to questions that a connection never asks.
    void operator()(SpansFound&) { a.unexpected(pending); }
    void operator()(Organisations&) { a.unexpected(pending); }
    void operator()(OrganisationMade&) { a.unexpected(pending); }
    void operator()(Maintained&) { a.unexpected(pending); }
    void operator()(Published&) { a.unexpected(pending); }
  };
  std::visit(Visitor{*this, pending}, *result);
}

template <class F>
void Connection::Answers::reply(const Pending& pending, F& frame) {
  frame.rid = pending.rid;
  out.emplace_back(Send{std::move(frame)});
}

void Connection::Answers::unexpected(const Pending& pending) {
  c.refuse(out, pending.rid, ErrorCode::internal);
}

void Connection::Answers::failed(const Pending& pending, const Failure& failure) {
  if (pending.waiting == Waiting::queue_news) return no_queue_news(failure);
  const auto mailbox = c.mailboxes_.find(pending.circle_id);
  if (pending.waiting == Waiting::fetch) {
    // Nobody asked for it: no answer. A device that is no longer in the circle stops watching it.
    if (mailbox == c.mailboxes_.end()) return;
    if (failure.code == ErrorCode::not_a_member || failure.code == ErrorCode::circle_unknown) {
      c.mailboxes_.erase(mailbox);
      out.emplace_back(Unwatch{pending.circle_id});
    } else {
      mailbox->second.failed_fetch();
    }
    return;
  }
  if (c.state_ == State::logging_in) {
    const bool entering = pending.waiting == Waiting::find_device || pending.waiting == Waiting::load_login ||
                          pending.waiting == Waiting::redeem || pending.waiting == Waiting::passkey;
    if (entering) c.state_ = c.proving_ ? State::proving : State::anonymous;
  }
  const bool wrong_slip = failure.code == ErrorCode::slip_unknown &&
                          (pending.waiting == Waiting::open_slip || pending.waiting == Waiting::redeem);
  if (wrong_slip && c.wrong_slips_.wrong()) {
    c.refuse(out, pending.rid, ErrorCode::too_many, kReconnectWait_ms);
    c.close(out, ErrorCode::too_many);
    return;
  }
  // Security limits fail closed: who guesses, or asks for slips faster than strangers may, comes back on another
  // connection. Who is logged in keeps theirs: messages have nothing to do with it.
  const bool guessed = wrong_slip && failure.detail == kGuessed;
  const bool turned_away = pending.waiting == Waiting::open_slip && failure.code == ErrorCode::too_many;
  c.refuse(out, pending.rid, failure.code, wrong_slip ? 0 : failure.detail);
  if (c.state_ != State::active && (guessed || turned_away)) c.close(out, ErrorCode::too_many);
}

bool Connection::Answers::is_signed(const Pending& pending, const Key32& login_key) const {
  const Bytes message = concat({bytes_of(kLoginLabel), c.challenge_, pending.device_id.view()});
  return crypto::verify(login_key, message, pending.signature).has_value();
}

void Connection::Answers::found_device(const Pending& pending, const DeviceFound& device) {
  if (!is_signed(pending, device.login_key)) return failed(pending, {ErrorCode::login_failed, 0});
  Pending next = pending;
  next.waiting = Waiting::load_login;
  c.submit(out, next, LoadLogin{pending.device_id, now});
}

void Connection::Answers::logged_in(const Pending& pending, LoginData login) {
  if (c.asks_passkey(login.role, pending.device_id, now)) return ask_passkey(pending, std::move(login));
  c.state_ = State::active;
  c.proving_.reset();
  c.device_id_ = pending.device_id;
  c.role_ = login.role;
  c.organisation_id_ = login.organisation_id;
  const std::vector<wire::Circle> circles = login.circles;
  wire::LoginOk frame;
  frame.rid = pending.rid;
  frame.role = login.role;
  frame.organisation = std::move(login.organisation);
  frame.circles = std::move(login.circles);
  frame.spans = std::move(login.spans);
  frame.undo_s = c.config_.undo_s;
  out.emplace_back(Send{std::move(frame)});
  c.watch(out, circles);
  for (const GoneDevice& one : login.gone) out.emplace_back(Send{wire::Gone{{}, one.circle_id, one.device_id}});
  for (const wire::Circle& circle : circles) c.pull(out, circle.circle_id);
  if (!login.place) return;
  tell_place({}, *std::move(login.place));
  c.ask_for_queue(out, now);
}

void Connection::Answers::redeemed(const Pending& pending, RedeemedSlip slip) {
  if (c.state_ != State::active && c.asks_passkey(slip.role, slip.device_id, now)) {
    // The slip is used up and the circle's log has grown; only this device has to wait.
    if (slip.circle) out.emplace_back(Publish{slip.circle->circle_id});
    tell_of_colleague(slip);
    Pending next = pending;
    next.waiting = Waiting::load_login;
    next.device_id = slip.device_id;
    return c.submit(out, next, LoadLogin{slip.device_id, now});
  }
  c.state_ = State::active;
  c.device_id_ = slip.device_id;
  c.role_ = slip.role;
  c.organisation_id_ = slip.organisation_id;
  wire::Redeemed frame;
  frame.rid = pending.rid;
  frame.role = slip.role;
  frame.organisation = std::move(slip.organisation);
  frame.circle = slip.circle;
  frame.spans = std::move(slip.spans);
  frame.undo_s = c.config_.undo_s;
  out.emplace_back(Send{std::move(frame)});
  c.watch(out, slip.circles);
  for (const wire::Circle& circle : slip.circles) c.pull(out, circle.circle_id);
  if (slip.circle) out.emplace_back(Publish{slip.circle->circle_id});
  if (slip.waited_at) {
    c.door_ = {};
    queue_changed(*slip.waited_at);
  }
  tell_of_colleague(slip);
}

/// Coordinators see whoever has come.
void Connection::Answers::tell_of_colleague(const RedeemedSlip& slip) {
  if (is_staff_role(slip.role))
    out.emplace_back(Tell{std::make_shared<const WorkChanged>(WorkChanged{slip.organisation_id})});
}

void Connection::Answers::appended(const Pending& pending, Appended appended) {
  out.emplace_back(Send{wire::Stored{pending.rid, appended.sequence}});
  if (!appended.fresh) return;
  // A commit is only announced: a device that it removes must not get it (storage knows who is a member).
  if (pending.waiting == Waiting::commit) return out.emplace_back(Publish{pending.circle_id}), void();
  wire::Envelope envelope{
      {}, pending.circle_id, appended.sequence, wire::EnvelopeKind::message, pending.epoch, std::move(appended.blob)};
  auto live = std::make_shared<const LiveEnvelope>(
      LiveEnvelope{appended.sequence, wire::encode(wire::ServerFrame(std::move(envelope)))});
  // The sender's own copy at once, in the same write as `stored`.
  c.deliver(out, pending.circle_id, live);
  out.emplace_back(Publish{pending.circle_id, std::move(live)});
}

void Connection::Answers::fetched(const Pending& pending, Envelopes envelopes) {
  const auto found = c.mailboxes_.find(pending.circle_id);
  if (found == c.mailboxes_.end()) return;
  for (wire::Envelope& envelope : envelopes.envelopes) {
    if (found->second.send(envelope.sequence, envelope.blob.size())) out.emplace_back(Send{std::move(envelope)});
  }
  if (found->second.end_fetch(envelopes.more)) c.pull(out, pending.circle_id);
}

void Connection::Answers::done(const Pending& pending) {
  if (pending.waiting == Waiting::passkey) return passkey_proven(pending);
  out.emplace_back(Send{wire::Ok{pending.rid}});
  if (pending.waiting == Waiting::create) {
    if (c.mailboxes_.try_emplace(pending.circle_id, Sequence{}).second) out.emplace_back(Watch{pending.circle_id});
    return;
  }
  const auto found = c.mailboxes_.find(pending.circle_id);
  if (found == c.mailboxes_.end()) return;
  if (pending.waiting == Waiting::leave) {
    c.mailboxes_.erase(found);
    out.emplace_back(Unwatch{pending.circle_id});
    // Another connection of this device, if there is one, asks the store and finds that it has left.
    out.emplace_back(Publish{pending.circle_id});
  }
}

}  // namespace bredvid::domain
