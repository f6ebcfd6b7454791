#include "tests/load/person.h"

#include <cstring>

namespace bredvid::load {

Person::Person(Loop& loop, SSL_CTX* tls, std::uint16_t port, const support::Device& device)
    : device_(device), client_(loop, tls, port, [this](Client&, wire::ServerFrame& frame) { take(frame); }) {}

RequestId Person::say(const CircleId& circle, Epoch epoch, std::uint64_t tag, std::size_t size_bytes) {
  wire::SendMessage message;
  message.rid = {++rid_};
  message.circle_id = circle;
  message.epoch = epoch;
  std::memcpy(message.message_id.bytes.data(), &tag, sizeof tag);
  std::memcpy(message.message_id.bytes.data() + sizeof tag, device_.id.bytes.data(), sizeof tag);
  message.blob.resize(size_bytes);
  std::memcpy(message.blob.data(), &tag, sizeof tag);
  client_.send(wire::ClientFrame(std::move(message)));
  return {rid_};
}

void Person::acknowledge_now() {
  if (unacknowledged_ == 0) return;
  unacknowledged_ = 0;
  client_.send(wire::ClientFrame(wire::Ack{{++rid_}, circle_, seen_}));
}

void Person::take(wire::ServerFrame& frame) {
  if (const auto* hello = std::get_if<wire::Hello>(&frame)) {
    client_.send(wire::ClientFrame(device_.login({++rid_}, hello->challenge)));
  } else if (std::holds_alternative<wire::LoginOk>(frame)) {
    active_ = true;
  } else if (const auto* stored = std::get_if<wire::Stored>(&frame)) {
    ++stored_;
    if (on_stored_) on_stored_(stored->rid);
  } else if (const auto* envelope = std::get_if<wire::Envelope>(&frame)) {
    ++received_;
    circle_ = envelope->circle_id;
    seen_ = envelope->sequence;
    if (on_envelope_) on_envelope_(*envelope);
    if (++unacknowledged_ >= every_) acknowledge_now();
  } else if (std::holds_alternative<wire::Error>(frame)) {
    refused_ = true;
  }
}

}  // namespace bredvid::load
