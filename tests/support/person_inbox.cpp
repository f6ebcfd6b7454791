// What a person's device does with what comes by itself: envelopes in order, each acknowledged once taken.
#include <algorithm>

#include "tests/support/person.h"

namespace bredvid::support {
namespace {

std::string name_of(const circle::Circle& circle, const circle::MemberId& member) {
  for (const auto& entry : circle.roster()) {
    if (entry.member == member) return entry.name;
  }
  return {};
}

}  // namespace

void Person::take(const wire::Envelope& envelope) {
  const auto found = circles_.find(envelope.circle_id);
  Sequence& last = taken_[envelope.circle_id];
  // An acknowledgement that was on its way when the connection was cut: the server sends those again.
  const bool again = envelope.sequence <= last;
  if (!again && envelope.sequence != Sequence{last.value + 1})
    throw Refused("an envelope out of order", envelope.sequence.value);
  last = std::max(last, envelope.sequence);
  if (found != circles_.end() && !again) {
    const auto kind = static_cast<circle::EnvelopeKind>(envelope.kind);
    for (const auto& event : found->second.receive(kind, envelope.epoch.value, envelope.blob)) {
      const auto* said = std::get_if<circle::Said>(&event);
      if (said == nullptr || !std::holds_alternative<circle::Text>(said->content.body)) continue;
      if (std::ranges::find(seen_, said->content.id) != seen_.end()) continue;
      seen_.push_back(said->content.id);
      heard_.push_back({envelope.circle_id, name_of(found->second, said->from.member),
                        std::get<circle::Text>(said->content.body).text});
    }
  }
  client_.send(wire::Ack{client_.fresh_rid(), envelope.circle_id, envelope.sequence});
}

bool Person::take_news(std::chrono::milliseconds patience) {
  const auto frame = client_.next_news(patience);
  if (!frame) return false;
  if (const auto* envelope = std::get_if<wire::Envelope>(&*frame)) take(*envelope);
  if (const auto* changed = std::get_if<wire::Spans>(&*frame)) spans_ = changed->spans;
  return true;
}

bool Person::listen_until(std::size_t count, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (heard_.size() < count) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0 || !take_news(left)) return heard_.size() >= count;
  }
  return true;
}

void Person::listen_for(std::chrono::milliseconds time) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (!take_news(std::max(left, std::chrono::milliseconds(1)))) return;
  }
}

std::vector<std::vector<std::uint8_t>> Person::traffic() const {
  auto all = old_traffic_;
  for (const auto& frame : client_.traffic()) all.push_back(frame);
  return all;
}

}  // namespace bredvid::support
