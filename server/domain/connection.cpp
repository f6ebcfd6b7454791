#include "server/domain/connection.h"

#include <algorithm>

#include "server/domain/connection_parts.h"
#include "server/wire/codec.h"

namespace bredvid::domain {
namespace {

/// What others have to hear of a change whose own connection has ended meanwhile.
void tell_others(Effects& out, const StoreReply& reply) {
  const auto queue = [&out](OrganisationId organisation) {
    out.emplace_back(Tell{std::make_shared<const WorkChanged>(WorkChanged{organisation, {}, {}, false, true})});
  };
  if (const auto* news = std::get_if<WorkChanged>(&reply))
    out.emplace_back(Tell{std::make_shared<const WorkChanged>(*news)});
  if (const auto* taken = std::get_if<TakenPlace>(&reply); taken != nullptr && taken->fresh)
    queue(taken->organisation_id);
  if (const auto* placed = std::get_if<Placed>(&reply)) std::ranges::for_each(placed->changed, queue);
}

}  // namespace

Connection::Connection(ConnectionConfig config, const Key32& challenge, Instant opened)
    : config_(config),
      challenge_(challenge),
      opened_(opened),
      wrong_slips_(kMaxWrongSlips),
      wrong_passkeys_(kMaxWrongPasskeys),
      anonymous_rate_(kAnonymousFrames, 0, opened),
      frame_rate_(kFrameBurst, kFramesPerSecond, opened) {}

Effects Connection::on_open(Instant now) {
  Effects out;
  if (state_ != State::opened) return out;
  state_ = State::anonymous;
  wire::Hello hello;
  hello.challenge = challenge_;
  hello.now_s = static_cast<std::uint64_t>(std::max<std::int64_t>(0, now.seconds()));
  out.emplace_back(Send{std::move(hello)});
  return out;
}

Effects Connection::on_frame(std::span<const std::uint8_t> bytes, Instant now) {
  Effects out;
  if (state_ == State::closed || state_ == State::opened) return out;
  if (session_over(out, now)) return out;
  if (state_ != State::active && !proving_ && !anonymous_rate_.take(now)) {
    refuse(out, RequestId{}, ErrorCode::too_many, kReconnectWait_ms);
    close(out, ErrorCode::too_many);
    return out;
  }
  auto frame = wire::decode_client(bytes);
  if (!frame) {
    // The connection stays: a client that sends one bad frame again after each reconnect would never get on. Bad ones
    // faster than good ones may come are no client's.
    if (frame_rate_.take(now)) {
      refuse(out, frame.error().rid, frame.error().failure.code);
    } else {
      refuse(out, frame.error().rid, ErrorCode::too_many, kReconnectWait_ms);
      close(out, ErrorCode::too_many);
    }
    return out;
  }
  const RequestId rid = wire::request_id(*frame);
  const bool in_time = frame_rate_.take(now);
  if (!in_time || pending_.size() >= kMaxOutstanding) {
    refuse(out, rid, ErrorCode::too_many, in_time ? kOutstandingWait_ms : frame_rate_.wait_ms());
    return out;
  }
  std::visit([&](auto& one) { Dispatch{*this, out, now}(one); }, *frame);
  return out;
}

Effects Connection::on_stored(Token token, StoreResult result, Instant now) {
  Effects out;
  const auto found = pending_.find(token);
  if (found == pending_.end()) return out;
  const Pending pending = found->second;
  pending_.erase(found);
  if (state_ == State::closed) {
    // What was stored for a connection that had to end must still wake the circle's other connections.
    const bool grew = pending.waiting == Waiting::append || pending.waiting == Waiting::commit;
    if (grew && result) out.emplace_back(Publish{pending.circle_id});
    if (result) tell_others(out, *result);
    return out;
  }
  Answers{*this, out, now}.answer(pending, std::move(result));
  return out;
}

Effects Connection::on_published(const CircleId& circle_id, const std::shared_ptr<const LiveEnvelope>& envelope,
                                 Instant now) {
  Effects out;
  if (state_ == State::active && !session_over(out, now)) deliver(out, circle_id, envelope);
  return out;
}

Effects Connection::on_spans(const std::vector<wire::Span>& spans) {
  Effects out;
  if (state_ != State::active || spans.empty()) return out;
  wire::Spans frame;
  frame.spans = spans;
  out.emplace_back(Send{std::move(frame)});
  return out;
}

Effects Connection::on_work(const WorkChanged& news, Instant now) {
  Effects out;
  if (state_ != State::active) return out;
  if (std::ranges::find(news.dismissed, *device_id_) != news.dismissed.end()) {
    // No code of its own: the device is told what any unknown one is told, now and when it comes back.
    refuse(out, RequestId{}, ErrorCode::login_failed);
    close(out, ErrorCode::login_failed);
    return out;
  }
  for (const GoneDevice& one : news.gone) {
    if (mailboxes_.contains(one.circle_id)) out.emplace_back(Send{wire::Gone{{}, one.circle_id, one.device_id}});
  }
  if (news.organisation_id != organisation_id_) return out;
  if (news.work && may(role_, Action::list_assignments)) out.emplace_back(Send{wire::News{}});
  if (news.queue) ask_for_queue(out, now);
  return out;
}

Effects Connection::on_tick(Instant now) {
  Effects out;
  if (session_over(out, now)) return out;
  const bool waited =
      proving_ ? now.ms - proving_->since.ms >= kPasskeyLimit_ms : now.ms - opened_.ms >= kAnonymousLimit_ms;
  if (waited && !device_id_ && state_ != State::closed) close(out, ErrorCode::login_failed);
  std::vector<CircleId> hungry;
  for (const auto& [circle_id, mailbox] : mailboxes_) {
    if (mailbox.wants_fetch()) hungry.push_back(circle_id);
  }
  for (const CircleId& circle_id : hungry) pull(out, circle_id);
  if (door_.again && !door_.asking) ask_for_queue(out, now);
  return out;
}

void Connection::submit(Effects& out, Pending pending, StoreRequest request) {
  const Token token = next_token_++;
  pending_.emplace(token, pending);
  out.emplace_back(Submit{token, std::move(request)});
}

void Connection::refuse(Effects& out, RequestId rid, ErrorCode code, std::uint64_t detail) {
  out.emplace_back(Send{wire::error_frame(rid, {code, detail})});
}

void Connection::close(Effects& out, ErrorCode code) {
  for (const auto& [circle_id, mailbox] : mailboxes_) out.emplace_back(Unwatch{circle_id});
  mailboxes_.clear();
  state_ = State::closed;
  out.emplace_back(CloseConnection{code});
}

void Connection::watch(Effects& out, const std::vector<wire::Circle>& circles) {
  for (const wire::Circle& circle : circles) {
    if (mailboxes_.try_emplace(circle.circle_id, circle.acked).second) out.emplace_back(Watch{circle.circle_id});
  }
}

void Connection::deliver(Effects& out, const CircleId& circle_id, const std::shared_ptr<const LiveEnvelope>& envelope) {
  const auto found = mailboxes_.find(circle_id);
  if (found == mailboxes_.end()) return;
  if (!envelope) return pull(out, circle_id);
  if (envelope->sequence <= found->second.sent()) return;
  if (found->second.send_live(envelope->sequence, envelope->frame.size()))
    out.emplace_back(SendEncoded{envelope});
  else
    pull(out, circle_id);
}

void Connection::pull(Effects& out, const CircleId& circle_id) {
  const auto found = mailboxes_.find(circle_id);
  if (found == mailboxes_.end() || !device_id_) return;
  const Mailbox::Allowance allowed = found->second.start_fetch();
  if (allowed.envelopes == 0) return;
  Pending pending;
  pending.waiting = Waiting::fetch;
  pending.circle_id = circle_id;
  submit(out, pending, FetchEnvelopes{*device_id_, circle_id, found->second.sent(), allowed.envelopes, allowed.bytes});
}

}  // namespace bredvid::domain
