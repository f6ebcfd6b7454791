#include "tests/crash/model.h"

#include <algorithm>
#include <cstring>

namespace bredvid::crash {
namespace {

std::uint64_t tag_of(const wire::Blob& blob) {
  std::uint64_t tag = 0;
  if (blob.size() >= sizeof tag) std::memcpy(&tag, blob.data(), sizeof tag);
  return tag;
}

}  // namespace

const char* name_of(Breach breach) {
  static constexpr const char* kNames[] = {"lost",    "ack_lost", "twice",   "order",
                                           "altered", "sequence", "phantom", "withheld"};
  return kNames[static_cast<std::size_t>(breach)];
}

Model::Model(std::vector<Beginning> circles) {
  for (const Beginning& beginning : circles) {
    Circle circle;
    circle.forgotten = beginning.head.value;
    circle.epoch_after_forgotten = beginning.epoch;
    circle.promised_head = beginning.head;
    circle.promised_epoch = beginning.epoch;
    for (const std::size_t device : beginning.devices) {
      Link& link = circle.links[device];
      link.acked_sent = beginning.head;
      link.acked_ok = beginning.head;
    }
    circles_.push_back(std::move(circle));
  }
}

void Model::breach(Breach breach, std::size_t circle, std::uint64_t sequence, const std::string& text) {
  violations_.push_back(
      {breach, "circle " + std::to_string(circle) + ", sequence " + std::to_string(sequence) + ": " + text});
}

void Model::sending(const Sent& message) {
  messages_.try_emplace(message.tag, Message{message, State::unanswered, {}});
}

void Model::acknowledging(std::size_t device, std::size_t circle, Sequence sequence) {
  Link& link = circles_[circle].links.at(device);
  link.acked_sent = std::max(link.acked_sent, sequence);
}

void Model::connecting(std::size_t device) {
  for (Circle& circle : circles_) {
    const auto found = circle.links.find(device);
    if (found == circle.links.end()) continue;
    Link& link = found->second;
    link.logged_in = false;
    link.head_at_least = circle.promised_head;
    link.epoch_at_least = circle.promised_epoch;
    link.acked_at_least = link.acked_ok;
  }
}

void Model::logged_in(std::size_t device, std::size_t number, Epoch epoch, Sequence head, Sequence acked) {
  Circle& circle = circles_[number];
  Link& link = circle.links.at(device);
  if (head < link.head_at_least)
    breach(Breach::lost, number, link.head_at_least.value,
           "was stored, the log ends at " + std::to_string(head.value) + " now");
  if (epoch < link.epoch_at_least)
    breach(Breach::lost, number, head.value, "epoch " + std::to_string(link.epoch_at_least.value) + " had begun");
  if (acked < link.acked_at_least)
    breach(Breach::ack_lost, number, link.acked_at_least.value,
           "device " + std::to_string(device) + " had its ok, the server says " + std::to_string(acked.value));
  if (acked > link.acked_sent)
    breach(Breach::phantom, number, acked.value, "device " + std::to_string(device) + " never acknowledged this");
  const auto waiting = std::ranges::count_if(messages_, [number](const auto& entry) {
    return entry.second.sent.circle == number && entry.second.state == State::unanswered;
  });
  if (head.value > last_known(circle) + static_cast<std::uint64_t>(waiting))
    breach(Breach::phantom, number, head.value, "the log is longer than everything that was sent");
  link.logged_in = true;
  link.next = {acked.value + 1};
}

bool Model::place(Message& message, Sequence sequence) {
  Circle& circle = circles_[message.sent.circle];
  if (message.state == State::refused) {
    breach(Breach::phantom, message.sent.circle, sequence.value, "the message was refused");
    return false;
  }
  if (message.state == State::placed) {
    if (message.sequence == sequence) return true;
    breach(Breach::twice, message.sent.circle, sequence.value,
           "the message has sequence " + std::to_string(message.sequence.value) + " already");
    return false;
  }
  const bool taken = sequence.value <= circle.forgotten || circle.log.contains(sequence.value);
  if (taken) {
    breach(Breach::sequence, message.sent.circle, sequence.value, "is another message's");
    return false;
  }
  circle.log.emplace(sequence.value, message.sent.tag);
  message.state = State::placed;
  message.sequence = sequence;
  return true;
}

void Model::stored(std::uint64_t tag, Sequence sequence) {
  const auto found = messages_.find(tag);
  if (found == messages_.end()) return;  // its last retry, answered after everybody had it
  if (!place(found->second, sequence)) return;
  ++stored_count_;
  promise(found->second);
}

void Model::promise(const Message& message) {
  Circle& circle = circles_[message.sent.circle];
  circle.promised_head = std::max(circle.promised_head, message.sequence);
  const std::uint64_t begins = message.sent.kind == wire::EnvelopeKind::commit ? 1 : 0;
  circle.promised_epoch = std::max(circle.promised_epoch, Epoch{message.sent.epoch.value + begins});
}

void Model::refused(std::uint64_t tag) {
  const auto found = messages_.find(tag);
  if (found == messages_.end()) return;
  Message& message = found->second;
  if (message.state == State::placed) {
    breach(Breach::lost, message.sent.circle, message.sequence.value, "is in the log, and its retry was refused");
    return;
  }
  message.state = State::refused;
}

void Model::acknowledged(std::size_t device, std::size_t circle, Sequence sequence) {
  Link& link = circles_[circle].links.at(device);
  link.acked_ok = std::max(link.acked_ok, sequence);
}

void Model::delivered(std::size_t device, std::size_t number, const wire::Envelope& envelope) {
  ++delivered_count_;
  Circle& circle = circles_[number];
  Link& link = circle.links.at(device);
  const std::uint64_t sequence = envelope.sequence.value;
  if (envelope.sequence <= link.acked_at_least)
    breach(Breach::twice, number, sequence, "was acknowledged by device " + std::to_string(device) + " before");
  // An acknowledgement of an earlier connection may be carried out late: what it covers need not come any more.
  const bool skips_its_own = envelope.sequence > link.next && sequence <= link.acked_sent.value + 1;
  if (envelope.sequence != link.next && !skips_its_own)
    breach(envelope.sequence < link.next ? Breach::twice : Breach::order, number, sequence,
           "device " + std::to_string(device) + " expected " + std::to_string(link.next.value));
  link.next = {sequence + 1};
  const auto found = messages_.find(tag_of(envelope.blob));
  if (found == messages_.end() || found->second.sent.circle != number)
    return breach(Breach::phantom, number, sequence, "nobody sent this");
  Message& message = found->second;
  const auto held = circle.log.find(sequence);
  if (held != circle.log.end() && held->second != message.sent.tag)
    return breach(Breach::sequence, number, sequence, "holds another message than before");
  if (!place(message, envelope.sequence)) return;
  promise(message);
  if (envelope.blob != message.sent.blob || envelope.kind != message.sent.kind || envelope.epoch != message.sent.epoch)
    breach(Breach::altered, number, sequence, "device " + std::to_string(device) + " got something else than was sent");
}

void Model::changing_share(std::size_t device, std::uint64_t share) {
  shares_[device].sent = share;
}
void Model::share_changed(std::size_t device, std::uint64_t share) {
  shares_[device].ok = std::max(shares_[device].ok, share);
}
void Model::share_seen(std::size_t device, std::uint64_t share) {
  const Share& known = shares_[device];
  if (share < known.ok)
    breach(Breach::lost, 0, share, "device " + std::to_string(device) + " has an older share than was promised");
  if (share > known.sent)
    breach(Breach::phantom, 0, share, "device " + std::to_string(device) + " has a share nobody made");
}

std::uint64_t Model::last_known(const Circle& circle) const {
  return circle.log.empty() ? circle.forgotten : circle.log.rbegin()->first;
}

bool Model::served(std::size_t device, std::size_t circle) const {
  const Link& link = circles_[circle].links.at(device);
  return link.logged_in && std::max(link.next.value, link.acked_sent.value + 1) > last_known(circles_[circle]);
}

void Model::check_log(std::size_t number, const Circle& circle) {
  std::uint64_t expected = circle.forgotten;
  Epoch epoch = circle.epoch_after_forgotten;
  for (const auto& [sequence, tag] : circle.log) {
    if (sequence != ++expected) {
      breach(Breach::sequence, number, expected, "is in nobody's hands: a gap");
      expected = sequence;
    }
    const Sent& sent = messages_.at(tag).sent;
    if (sent.epoch != epoch) breach(Breach::sequence, number, sequence, "was sent in another epoch than the log is in");
    if (sent.kind == wire::EnvelopeKind::commit) ++epoch.value;
  }
}

void Model::settle(const std::vector<std::size_t>& connected) {
  for (std::size_t number = 0; number < circles_.size(); ++number) {
    const Circle& circle = circles_[number];
    for (const auto& [device, link] : circle.links) {
      if (std::ranges::find(connected, device) == connected.end() || served(device, number)) continue;
      breach(Breach::withheld, number, link.next.value, "device " + std::to_string(device) + " is not given it");
    }
    // Without anybody who was given all of it, the log may have places that nobody has seen yet.
    const auto here = [&](const auto& link) { return std::ranges::find(connected, link.first) != connected.end(); };
    if (std::ranges::any_of(circle.links, here)) check_log(number, circle);
  }
  for (const auto& [tag, message] : messages_) {
    const bool here = std::ranges::find(connected, message.sent.sender) != connected.end();
    if (here && message.state == State::unanswered)
      breach(Breach::withheld, message.sent.circle, 0, "a message and its retry have no answer");
  }
}

void Model::forget_acknowledged() {
  for (Circle& circle : circles_) {
    Sequence everywhere{UINT64_MAX};
    for (const auto& [device, link] : circle.links) everywhere = std::min(everywhere, link.acked_ok);
    while (!circle.log.empty() && circle.log.begin()->first <= everywhere.value) {
      const auto first = circle.log.begin();
      if (messages_.at(first->second).sent.kind == wire::EnvelopeKind::commit) ++circle.epoch_after_forgotten.value;
      circle.forgotten = first->first;
      messages_.erase(first->second);
      circle.log.erase(first);
    }
  }
  std::erase_if(messages_, [](const auto& entry) { return entry.second.state == State::refused; });
}

}  // namespace bredvid::crash
