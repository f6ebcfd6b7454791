#include "crypto/primitives/hash.h"
#include "crypto/primitives/signature.h"
#include "server/domain/access.h"
#include "server/domain/connection_parts.h"

namespace bredvid::domain {
namespace {

constexpr std::string_view kEnrolLabel = "bredvid.v1 enrol";

Key32 hash_of(const Secret32& secret) {
  Key32 hash{};
  const Bytes digest = crypto::sha256(secret.view());
  std::copy(digest.begin(), digest.end(), hash.begin());
  return hash;
}

}  // namespace

bool Connection::Dispatch::allowed(RequestId rid, Action action) {
  if (c.state_ != State::active) {
    c.refuse(out, rid, ErrorCode::not_now);
    return false;
  }
  if (!may(c.role_, action)) {
    c.refuse(out, rid, ErrorCode::not_allowed);
    return false;
  }
  return true;
}

bool Connection::Dispatch::anonymous(RequestId rid) {
  if (c.state_ == State::anonymous) return true;
  c.refuse(out, rid, ErrorCode::not_now);
  return false;
}

void Connection::Dispatch::ask(Waiting waiting, RequestId rid, StoreRequest request, const CircleId& circle_id) {
  Pending pending;
  pending.waiting = waiting;
  pending.rid = rid;
  pending.circle_id = circle_id;
  c.submit(out, pending, std::move(request));
}

/// The enrolment with its proof checked, or nothing after an answer.
std::optional<NewDevice> Connection::Dispatch::proven(RequestId rid, wire::Enrolment& enrolment) {
  const Bytes message = concat({bytes_of(kEnrolLabel), c.challenge_, enrolment.device_id.view(), enrolment.login_key});
  if (!crypto::verify(enrolment.login_key, message, enrolment.proof)) {
    c.refuse(out, rid, ErrorCode::login_failed);
    return std::nullopt;
  }
  return NewDevice{enrolment.device_id, enrolment.login_key, enrolment.share_id, std::move(enrolment.share),
                   hash_of(enrolment.share_auth)};
}

void Connection::Dispatch::operator()(wire::Ping& f) {
  out.emplace_back(Send{wire::Ok{f.rid}});
}

void Connection::Dispatch::operator()(wire::Login& f) {
  if (!anonymous(f.rid)) return;
  c.state_ = State::logging_in;
  Pending pending;
  pending.waiting = Waiting::find_device;
  pending.rid = f.rid;
  pending.device_id = f.device_id;
  pending.signature = f.signature;
  c.submit(out, pending, FindDevice{f.device_id});
}

void Connection::Dispatch::operator()(wire::SlipOpen& f) {
  if (c.state_ == State::logging_in || c.state_ == State::proving) return c.refuse(out, f.rid, ErrorCode::not_now);
  ask(Waiting::open_slip, f.rid, OpenSlip{f.selector, std::move(f.token), now, !c.device_id_});
}

void Connection::Dispatch::operator()(wire::SlipRedeemStaff& f) {
  if (!anonymous(f.rid)) return;
  auto device = proven(f.rid, f.enrolment);
  if (!device) return;
  c.state_ = State::logging_in;
  ask(Waiting::redeem, f.rid, RedeemStaffSlip{f.selector, std::move(f.token), std::move(*device), now});
}

void Connection::Dispatch::operator()(wire::SlipRedeemCircle& f) {
  RedeemCircleSlip request;
  if (f.enrolment) {
    if (!anonymous(f.rid)) return;
    request.new_device = proven(f.rid, *f.enrolment);
    if (!request.new_device) return;
    c.state_ = State::logging_in;
  } else {
    if (!allowed(f.rid, Action::join_circle)) return;
    request.known_device = c.device_id_;
  }
  request.selector = f.selector;
  request.token = std::move(f.token);
  request.message_id = f.message_id;
  request.epoch = f.epoch;
  request.commit = std::move(f.commit);
  request.sealed = std::move(f.sealed);
  request.now = now;
  ask(Waiting::redeem, f.rid, std::move(request));
}

void Connection::Dispatch::operator()(wire::CircleCreate& f) {
  if (!allowed(f.rid, Action::create_circle)) return;
  ask(Waiting::create, f.rid, CreateCircle{*c.device_id_, f.circle_id, now}, f.circle_id);
}

void Connection::Dispatch::operator()(wire::SendMessage& f) {
  if (!allowed(f.rid, Action::take_part)) return;
  Pending pending;
  pending.waiting = Waiting::append;
  pending.rid = f.rid;
  pending.circle_id = f.circle_id;
  pending.epoch = f.epoch;
  c.submit(out, pending, AppendMessage{*c.device_id_, f.circle_id, f.message_id, f.epoch, std::move(f.blob), now});
}

void Connection::Dispatch::operator()(wire::SendCommit& f) {
  if (!allowed(f.rid, Action::take_part)) return;
  ask(Waiting::commit, f.rid,
      AppendCommit{*c.device_id_, f.circle_id, f.message_id, f.epoch, std::move(f.commit), std::move(f.sealed),
                   std::move(f.removed), now},
      f.circle_id);
}

void Connection::Dispatch::operator()(wire::Ack& f) {
  if (!allowed(f.rid, Action::take_part)) return;
  Pending pending;
  pending.waiting = Waiting::ack;
  pending.rid = f.rid;
  pending.circle_id = f.circle_id;
  c.submit(out, pending, Acknowledge{*c.device_id_, f.circle_id, f.sequence});
  // What the client has it has: the window moves on before that is on the disk. A device that is ahead of a restored
  // server names more than it was sent; that must not hold it up.
  const auto mailbox = c.mailboxes_.find(f.circle_id);
  if (mailbox != c.mailboxes_.end() && mailbox->second.acknowledge(f.sequence)) c.pull(out, f.circle_id);
}

void Connection::Dispatch::operator()(wire::SlipMakeCircle& f) {
  if (!allowed(f.rid, Action::make_circle_slip)) return;
  if (!is_circle_role(f.role)) return c.refuse(out, f.rid, ErrorCode::not_allowed);
  ask(Waiting::plain, f.rid,
      MakeCircleSlip{*c.device_id_, f.circle_id, f.selector, std::move(f.token), f.role, f.expires, f.epoch,
                     std::move(f.sealed), f.replaces, now});
}

void Connection::Dispatch::operator()(wire::SlipMakeStaff& f) {
  if (!allowed(f.rid, Action::make_staff_slip)) return;
  if (!is_staff_role(f.role)) return c.refuse(out, f.rid, ErrorCode::not_allowed);
  ask(Waiting::plain, f.rid,
      MakeStaffSlip{*c.device_id_, f.selector, std::move(f.token), f.role, f.expires, now, std::move(f.label)});
}

void Connection::Dispatch::operator()(wire::SlipRevoke& f) {
  if (allowed(f.rid, Action::revoke_slip)) ask(Waiting::plain, f.rid, RevokeSlip{*c.device_id_, f.selector, now});
}

void Connection::Dispatch::operator()(wire::SlipRefresh& f) {
  if (!allowed(f.rid, Action::take_part)) return;
  ask(Waiting::plain, f.rid, RefreshSlips{*c.device_id_, f.circle_id, f.epoch, std::move(f.sealed), now});
}

void Connection::Dispatch::operator()(wire::CircleLeave& f) {
  if (allowed(f.rid, Action::take_part))
    ask(Waiting::leave, f.rid, LeaveCircle{*c.device_id_, f.circle_id}, f.circle_id);
}

void Connection::Dispatch::operator()(wire::Tally& f) {
  if (!allowed(f.rid, Action::tally)) return;
  if (!may_tally(c.role_, f.counted.series)) return c.refuse(out, f.rid, ErrorCode::not_allowed);
  ask(Waiting::plain, f.rid, AddTally{*c.device_id_, f.tally_id, f.span_id, f.counted, std::move(f.tags), now});
}

void Connection::Dispatch::operator()(wire::ReleaseList& f) {
  if (allowed(f.rid, Action::read_releases)) ask(Waiting::release, f.rid, ListReleases{});
}

void Connection::Dispatch::operator()(wire::ReleaseGet& f) {
  if (allowed(f.rid, Action::read_releases)) ask(Waiting::release, f.rid, GetRelease{f.release_id});
}

void Connection::Dispatch::operator()(wire::ShareGet& f) {
  if (anonymous(f.rid)) ask(Waiting::share, f.rid, GetShare{f.share_id, hash_of(f.share_auth)});
}

void Connection::Dispatch::operator()(wire::ShareChange& f) {
  if (!allowed(f.rid, Action::change_share)) return;
  ask(Waiting::plain, f.rid, ChangeShare{*c.device_id_, std::move(f.share), hash_of(f.share_auth), now});
}

}  // namespace bredvid::domain
