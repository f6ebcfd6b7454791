#include "tests/crash/member.h"

#include <algorithm>
#include <cstring>

#include "server/domain/mailbox.h"

namespace bredvid::crash {
namespace {

/// A client's window of questions; far below the server's limit.
constexpr std::size_t kMostQuestions = 40;
constexpr std::size_t kLeastBytes = 16;
constexpr std::size_t kMostCommitBytes = 16000;
// Of a hundred actions: the rest are messages and acknowledgements.
constexpr std::uint64_t kCommitsInHundred = 3;
constexpr std::uint64_t kSharesInHundred = 1;
constexpr std::uint64_t kAcksInHundred = 20;

wire::Blob body(std::uint64_t tag, std::size_t size) {
  wire::Blob blob(size);
  // Bytes that differ from one message to the next: a mixed-up page shows.
  std::uint64_t state = tag * 0x9e3779b97f4a7c15ULL + size;
  for (std::uint8_t& byte : blob) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    byte = static_cast<std::uint8_t>(state >> 56);
  }
  std::memcpy(blob.data(), &tag, sizeof tag);
  return blob;
}

Secret32 share_of(std::uint64_t number) {
  std::array<std::uint8_t, Secret32::kSize> raw{};
  raw.fill(0xc5);
  std::memcpy(raw.data(), &number, sizeof number);
  return Secret32(raw);
}

}  // namespace

Member::Member(Scene& scene, std::size_t device) : scene_(scene), device_(device) {
  for (const std::size_t circle : scene.town.circles_of(device)) places_.push_back({circle, {}, {}, {}, 0});
}

void Member::connect(std::uint16_t port) {
  questions_.clear();
  active_ = false;
  rid_ = 0;
  scene_.model.connecting(device_);
  client_ = std::make_unique<load::Client>(scene_.loop, scene_.tls, port,
                                           [this](load::Client&, wire::ServerFrame& frame) { take(frame); });
}

RequestId Member::ask(Question question) {
  questions_.emplace(++rid_, question);
  return {rid_};
}

std::optional<Member::Question> Member::answered(RequestId rid) {
  const auto found = questions_.find(rid.value);
  if (found == questions_.end()) return std::nullopt;
  const Question question = found->second;
  questions_.erase(found);
  return question;
}

void Member::act() {
  if (!active() || questions_.size() >= kMostQuestions) return;
  Place& place = places_[below(scene_.chance, places_.size())];
  const std::uint64_t choice = below(scene_.chance, 100);
  if (choice < kCommitsInHundred) return say(place, true);
  if (choice < kCommitsInHundred + kSharesInHundred) return change_share();
  if (choice < kCommitsInHundred + kSharesInHundred + kAcksInHundred) return acknowledge(place);
  say(place, false);
}

void Member::say(Place& place, bool commit) {
  const std::uint64_t tag = scene_.next_tag++;
  const std::size_t most = commit ? std::min(scene_.most_bytes, kMostCommitBytes) : scene_.most_bytes;
  const std::size_t size = kLeastBytes + below(scene_.chance, most - kLeastBytes + 1);
  const auto kind = commit ? wire::EnvelopeKind::commit : wire::EnvelopeKind::message;
  const Sent message{tag, place.circle, device_, kind, place.epoch, body(tag, size)};
  scene_.model.sending(message);
  unanswered_.emplace(tag, message);
  send(message);
}

void Member::send(const Sent& message) {
  const RequestId rid = ask({Question::Kind::message, message.tag, message.circle, {}});
  MessageId id{};
  std::memcpy(id.bytes.data(), &message.tag, sizeof message.tag);
  const CircleId& circle = scene_.town.circles[message.circle];
  if (message.kind == wire::EnvelopeKind::commit)
    client_->send(wire::ClientFrame(wire::SendCommit{rid, circle, id, message.epoch, message.blob, {}, {}}));
  else
    client_->send(wire::ClientFrame(wire::SendMessage{rid, circle, id, message.epoch, message.blob}));
}

void Member::acknowledge(Place& place) {
  if (place.received == place.acked) return;
  place.acked = place.received;
  place.unacknowledged_bytes = 0;
  scene_.model.acknowledging(device_, place.circle, place.received);
  const RequestId rid = ask({Question::Kind::ack, 0, place.circle, place.received});
  client_->send(wire::ClientFrame(wire::Ack{rid, scene_.town.circles[place.circle], place.received}));
}

void Member::acknowledge_all() {
  if (!active()) return;
  for (Place& place : places_) acknowledge(place);
}

void Member::change_share() {
  if (!active()) return;
  const std::uint64_t number = scene_.next_share++;
  scene_.model.changing_share(device_, number);
  const RequestId rid = ask({Question::Kind::share, number, 0, {}});
  client_->send(
      wire::ClientFrame(wire::ShareChange{rid, share_of(number), scene_.town.devices[device_].share_auth.copy()}));
}

bool Member::settled() const {
  if (!active() || !unanswered_.empty() || !questions_.empty()) return false;
  return std::ranges::all_of(places_,
                             [this](const Place& place) { return scene_.model.served(device_, place.circle); });
}

void Member::retry() {
  if (!active()) return;
  for (const auto& [tag, message] : unanswered_) {
    const bool asked = std::ranges::any_of(questions_, [tag = tag](const auto& entry) {
      return entry.second.kind == Question::Kind::message && entry.second.number == tag;
    });
    if (!asked) send(message);
  }
}

void Member::take(wire::ServerFrame& frame) {
  std::visit([this](auto& one) { take(one); }, frame);
}

void Member::take(wire::Hello& frame) {
  challenge_ = frame.challenge;
  const support::Device& device = scene_.town.devices[device_];
  const RequestId rid = ask({Question::Kind::share_get, 0, 0, {}});
  client_->send(wire::ClientFrame(wire::ShareGet{rid, device.share_id, device.share_auth.copy()}));
}

void Member::take(wire::Share& frame) {
  (void)answered(frame.rid);
  std::uint64_t number = 0;
  // The share that the town began with is number 0.
  if (!(frame.share == scene_.town.devices[device_].share))
    std::memcpy(&number, frame.share.view().data(), sizeof number);
  scene_.model.share_seen(device_, number);
  const RequestId rid = ask({Question::Kind::login, 0, 0, {}});
  client_->send(wire::ClientFrame(scene_.town.devices[device_].login(rid, challenge_)));
}

void Member::take(wire::LoginOk& frame) {
  (void)answered(frame.rid);
  active_ = true;
  for (const wire::Circle& circle : frame.circles) {
    const std::size_t number = scene_.town.circle_number(circle.circle_id);
    const auto place = std::ranges::find(places_, number, &Place::circle);
    if (place == places_.end()) continue;
    scene_.model.logged_in(device_, number, circle.epoch, circle.head, circle.acked);
    place->epoch = circle.epoch;
    place->received = circle.acked;
    place->acked = circle.acked;
    place->unacknowledged_bytes = 0;
  }
  retry();
}

void Member::take(wire::Stored& frame) {
  const auto question = answered(frame.rid);
  if (!question) return;
  ++scene_.stored;
  scene_.model.stored(question->number, frame.sequence);
  unanswered_.erase(question->number);
}

void Member::take(wire::Ok& frame) {
  const auto question = answered(frame.rid);
  if (!question) return;
  if (question->kind == Question::Kind::ack)
    scene_.model.acknowledged(device_, question->circle, question->sequence);
  else if (question->kind == Question::Kind::share)
    scene_.model.share_changed(device_, question->number);
}

void Member::take(wire::Envelope& frame) {
  const std::size_t number = scene_.town.circle_number(frame.circle_id);
  const auto place = std::ranges::find(places_, number, &Place::circle);
  if (place == places_.end()) {
    trouble_ = "an envelope of a circle that this device is not in";
    return;
  }
  scene_.model.delivered(device_, number, frame);
  place->received = frame.sequence;
  place->unacknowledged_bytes += frame.blob.size();
  if (frame.kind == wire::EnvelopeKind::commit) place->epoch = std::max(place->epoch, Epoch{frame.epoch.value + 1});
  std::uint64_t tag = 0;
  std::memcpy(&tag, frame.blob.data(), std::min(sizeof tag, frame.blob.size()));
  // Our own, and stored: it needs no retry, and may not have one once it is acknowledged.
  unanswered_.erase(tag);
  if (place->received.value - place->acked.value >= every_ || place->unacknowledged_bytes >= domain::kWindowBytes / 2)
    acknowledge(*place);
}

void Member::take(wire::Error& frame) {
  const auto question = answered(frame.rid);
  const auto code = static_cast<ErrorCode>(frame.code);
  // Whatever says "nothing was changed" or "not now" is tried again on the next connection.
  if (!question || code == ErrorCode::too_many || code == ErrorCode::internal || code == ErrorCode::storage_full ||
      code == ErrorCode::shutting_down || code == ErrorCode::mailbox_full)
    return;
  if (question->kind != Question::Kind::message || code != ErrorCode::epoch_stale) {
    trouble_ = "device " + std::to_string(device_) + " was refused: " + frame.sentence;
    return;
  }
  scene_.model.refused(question->number);
  unanswered_.erase(question->number);
  for (Place& place : places_) {
    if (place.circle == question->circle) place.epoch = std::max(place.epoch, Epoch{frame.detail});
  }
}

}  // namespace bredvid::crash
