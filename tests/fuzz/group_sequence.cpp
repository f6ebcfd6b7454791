// Any sequence of messages: the bytes decide who does what and what happens to messages on the way.
#include "tests/fuzz/sequence_world.h"

namespace bredvid::fuzz {
namespace {

using namespace mls;

constexpr int kMostSteps = 48;

HandshakeFormat format_of(std::uint8_t how) {
  return (how & 0x80) != 0 ? HandshakeFormat::public_message : HandshakeFormat::private_message;
}

LeafIndex some_leaf(Choices& choices) {
  return {choices.byte() % 9U};  // now and then one that is not there
}

void commit(World& world, std::size_t device, Choices& choices) {
  const std::uint8_t how = choices.byte();
  CommitRequest request;
  std::optional<std::size_t> newcomer;
  if ((how & 1) != 0) {
    newcomer = choices.byte() % kNewcomers;
    request.add.push_back(waiting_newcomer(*newcomer).bundle.key_package);
  }
  if ((how & 2) != 0) request.remove.push_back(some_leaf(choices));
  if ((how & 4) != 0) request.psks.push_back({kPskId, shared_psk()});
  if ((how & 8) != 0) request.resumed_epochs.push_back(world.devices[device].group.epoch() - choices.byte() % 4);
  if ((how & 16) != 0)
    request.requirements = Requirements{{}, {}, {choices.byte() % 4U == 0 ? std::uint16_t{9} : std::uint16_t{1}}};
  request.path = (how & 32) == 0;
  request.stored_proposals = (how & 64) == 0;
  request.format = format_of(how);
  world.commit(device, request, newcomer);
}

void propose(World& world, std::size_t device, Choices& choices) {
  const std::uint8_t how = choices.byte();
  ProposalRequest request = ProposeUpdate{};
  switch (how % 6) {
    case 0:
      break;
    case 1:
      request = ProposeAdd{waiting_newcomer(choices.byte()).bundle.key_package, std::nullopt};
      break;
    case 2:
      request = ProposeRemove{some_leaf(choices)};
      break;
    case 3:
      request = ProposePsk{kPskId};
      break;
    case 4:
      request = ProposeResumption{world.devices[device].group.epoch() - choices.byte() % 4};
      break;
    default:
      request = ProposeRequirements{{{}, {}, {1}}};
      break;
  }
  world.propose(device, request, format_of(how));
}

// Damage on the way. What comes out may be what went in.
Bytes mutated(const World& world, Choices& choices) {
  Bytes bytes = world.sent[choices.below(world.sent.size())].bytes;
  const Bytes& other = world.sent[choices.below(world.sent.size())].bytes;
  const std::uint8_t how = choices.byte();
  switch (how % 6) {
    case 0:
      bytes[choices.below(bytes.size())] ^= choices.byte();
      break;
    case 1:
      bytes.resize(choices.below(bytes.size()));
      break;
    case 2:
      bytes.push_back(choices.byte());
      break;
    case 3: {  // the head of one, the rest of another
      const std::size_t at = choices.below(std::min(bytes.size(), other.size()));
      std::copy(other.begin() + static_cast<std::ptrdiff_t>(at), other.end(),
                std::back_inserter(bytes = Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at))));
      break;
    }
    case 4: {  // another epoch: the eight bytes behind "circle"
      constexpr std::size_t kEpochAt = 4 + 1 + 6;
      if (bytes.size() > kEpochAt + 8) bytes[kEpochAt + 7] ^= choices.byte();
      break;
    }
    default: {
      const ByteView raw = choices.bytes(choices.byte());
      bytes.insert(bytes.end(), raw.begin(), raw.end());
      break;
    }
  }
  return bytes;
}

const Sent* find_honest(const World& world, ByteView bytes) {
  for (const Sent& sent : world.sent) {
    if (equal_public(sent.bytes, bytes)) return &sent;
  }
  return nullptr;
}

void deliver(World& world, std::size_t device, Choices& choices) {
  if (world.sent.empty()) return;
  const std::uint8_t how = choices.byte();
  if (how % 4 == 0) {  // all of them, in order
    for (std::size_t i = 0; i < world.sent.size(); ++i) {
      const Sent message = world.sent[i];
      world.deliver(device, message.bytes, &message, false);
    }
    return;
  }
  const Bytes bytes = how % 4 == 1 ? mutated(world, choices) : world.sent[choices.below(world.sent.size())].bytes;
  world.deliver(device, bytes, find_honest(world, bytes), (how & 0x80) != 0);
}

void step(World& world, Choices& choices) {
  const std::uint8_t what = choices.byte();
  const std::size_t device = choices.byte() % world.devices.size();
  switch (what % 12) {
    case 0:
      return world.say(device, choices.bytes(choices.byte() % 32));
    case 1:
    case 2:
      return commit(world, device, choices);
    case 3:
    case 4:
      return world.merge(device);
    case 5:
      return propose(world, device, choices);
    case 6: {
      const std::uint8_t how = choices.byte();
      std::optional<LeafIndex> remove;
      if ((how & 1) != 0) remove = some_leaf(choices);
      return world.join_external(device, remove, (how & 2) != 0);
    }
    case 7:
      if (!world.invitations.empty()) world.join_by_welcome(choices.below(world.invitations.size()));
      return;
    case 8:
      return world.reload(device);
    default:
      return deliver(world, device, choices);
  }
}

}  // namespace

void run(ByteView input) {
  World world;
  Choices choices(input);
  for (int i = 0; i < kMostSteps && !choices.empty(); ++i) step(world, choices);
  for (std::size_t device = 0; device < world.devices.size(); ++device) world.reload(device);
}

}  // namespace bredvid::fuzz
