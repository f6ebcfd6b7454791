// Envelopes for a phone of a circle: real ones, mutated, doubled, in any order. What is unreadable moves nothing.
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {
namespace {

using namespace circle;

struct Envelope {
  EnvelopeKind kind = EnvelopeKind::message;
  std::uint64_t epoch = 0;
  Bytes blob;
};

// What the others send: messages, a commit, and a joiner's commit.
std::vector<Envelope> real_envelopes() {
  const CircleStates& states = circle_states();
  FixedRandom random(6);
  std::vector<Envelope> envelopes;
  for (const Outgoing& sent : states.messages) envelopes.push_back({EnvelopeKind::message, sent.epoch, sent.blob});
  auto other = Circle::restore(states.phones[1]);
  const auto update = other->update(kToday, random);
  if (update) envelopes.push_back({EnvelopeKind::commit, update->epoch, update->commit});
  const auto joined =
      Circle::join({states.slip, states.id, states.sealed_package, DeviceId::fresh(random), "Cilla", kToday}, random);
  if (joined) envelopes.push_back({EnvelopeKind::commit, joined->commit.epoch, joined->commit.commit});
  return envelopes;
}

void mutate(Envelope& envelope, Choices& choices) {
  switch (choices.byte() % 5) {
    case 0:
      if (!envelope.blob.empty()) envelope.blob[choices.below(envelope.blob.size())] ^= choices.byte();
      return;
    case 1:
      envelope.blob.resize(choices.below(envelope.blob.size() + 1));
      return;
    case 2:
      envelope.blob.push_back(choices.byte());
      return;
    case 3:
      envelope.epoch += choices.byte();
      return;
    default:
      envelope.blob = to_bytes(choices.bytes(choices.number() % 1024));
      return;
  }
}

}  // namespace

void run(ByteView input) {
  static const std::vector<Envelope> real = real_envelopes();
  auto circle = Circle::restore(circle_states().phones[0]);
  Choices choices(input);
  for (int step = 0; step < 24 && !choices.empty(); ++step) {
    const std::uint8_t what = choices.byte();
    Envelope envelope = real[what % real.size()];
    for (int i = what >> 6; i > 0; --i) mutate(envelope, choices);
    const Bytes before = to_bytes(circle->serialize().view());
    const auto events = circle->receive(envelope.kind, envelope.epoch, envelope.blob);
    const Bytes after = to_bytes(circle->serialize().view());
    if (events.size() == 1) {
      const auto* unreadable = std::get_if<Unreadable>(&events[0]);
      if (unreadable != nullptr && !unreadable->from)
        require(before == after, "an unreadable envelope moved the state");
    }
    require(Circle::restore(after).has_value(), "the state can't be restored");
  }
}

}  // namespace bredvid::fuzz
