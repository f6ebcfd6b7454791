#include "tests/fuzz/sequence_world.h"

#include "crypto/primitives/hash.h"

namespace bredvid::fuzz {
namespace {

using namespace mls;

constexpr std::size_t kMostDevices = 8;

// Of a Group, or of a PendingCommit: the epoch after it.
template <typename Epoch>
Branch branch_of(const Epoch& epoch) {
  const auto secret = epoch.export_secret("branch", {}, 32);
  require(secret.has_value(), "no exporter");
  return to_bytes(secret->view());
}

}  // namespace

const Newcomer& waiting_newcomer(std::size_t number) {
  static const std::vector<Newcomer> all = [] {
    std::vector<Newcomer> made;
    for (std::uint8_t i = 0; i < kNewcomers; ++i) {
      FixedRandom random(500U + i);
      OwnIdentity own = person(static_cast<std::uint8_t>(100 + i));
      auto bundle = make_key_package(own, {}, random);
      require(bundle.has_value(), "no key package");
      made.push_back({std::move(own), std::move(*bundle)});
    }
    return made;
  }();
  return all[number % kNewcomers];
}

World::World() : random(42) {
  for (const Bytes& state : stored_trio()) {
    devices.push_back({restored(state), {}});
    devices.back().branch = branch_of(devices.back().group);
  }
  for (const Device& device : devices) check(device);
}

void World::say(std::size_t index, ByteView data) {
  Device& device = devices[index];
  auto bytes = device.group.encrypt(data, 64, random);
  require(bytes.has_value() != device.group.is_removed(), "a member can't speak, or a removed one can");
  if (!bytes) return;
  sent.push_back(
      {std::move(*bytes), Kind::application, index, device.group.epoch(), device.branch, to_bytes(data), {}});
}

void World::propose(std::size_t index, const ProposalRequest& request, HandshakeFormat format) {
  Device& device = devices[index];
  const Bytes before = stored(device.group);
  auto bytes = device.group.propose(request, random, format);
  if (!bytes) return require(stored(device.group) == before, "a refused proposal moved the state");
  sent.push_back({std::move(*bytes), Kind::proposal, index, device.group.epoch(), device.branch, {}, {}});
}

void World::commit(std::size_t index, const CommitRequest& request, std::optional<std::size_t> newcomer) {
  Device& device = devices[index];
  const Bytes before = stored(device.group);
  auto made = device.group.commit(request, random, knows_psk());
  if (!made) return require(stored(device.group) == before, "a refused commit moved the state");
  Sent message{made->message(), Kind::commit, index, device.group.epoch(), device.branch, {}, {}};
  message.next = branch_of(*made);
  message.for_all = !request.stored_proposals && request.resumed_epochs.empty();
  const std::size_t place = sent.size();
  if (newcomer && made->welcome()) invitations.push_back({*made->welcome(), *newcomer, place});
  sent.push_back(std::move(message));
  device.waiting.emplace(Waiting{std::move(*made), place});
}

void World::merge(std::size_t index) {
  Device& device = devices[index];
  if (!device.waiting) return;
  const Sent& message = sent[device.waiting->sent];
  const Bytes before = stored(device.group);
  const auto done = device.group.merge(std::move(device.waiting->commit));
  device.waiting.reset();
  if (!done) return require(stored(device.group) == before, "a refused merge moved the state");
  require(message.branch == device.branch, "a commit of another branch was merged");
  moved(device, message.next);
}

void World::join_external(std::size_t through, std::optional<LeafIndex> remove, bool with_psk) {
  if (devices.size() >= kMostDevices) return;
  Device& host = devices[through];
  const auto info = host.group.group_info();
  if (!info) return;
  ExternalJoinRequest request{*info, std::nullopt, {}, remove};
  if (with_psk) request.psks.push_back({kPskId, shared_psk()});
  auto joined = Group::join_external(request, person(static_cast<std::uint8_t>(10 + devices.size())), random);
  if (!joined) return;
  Sent message{joined->commit, Kind::commit, devices.size(), host.group.epoch(), host.branch, {}, {}};
  message.next = branch_of(joined->group);
  message.for_all = true;
  Device device{std::move(joined->group), message.next};
  sent.push_back(std::move(message));
  devices.push_back(std::move(device));
  check(devices.back());
}

void World::join_by_welcome(std::size_t number) {
  if (devices.size() >= kMostDevices) return;
  const Invitation& invitation = invitations[number];
  const Newcomer& one = waiting_newcomer(invitation.newcomer);
  auto group = Group::join_by_welcome(invitation.welcome, one.bundle, one.own, knows_psk());
  if (!group) return require(!sent[invitation.sent].for_all, "an honest welcome is refused");
  devices.push_back({std::move(*group), sent[invitation.sent].next});
  check(devices.back());
}

void World::reload(std::size_t index) {
  Device& device = devices[index];
  const Bytes before = stored(device.group);
  device.group = restored(before);
  require(stored(device.group) == before, "a state changes by being stored and read");
  if (!device.waiting) return;
  auto waiting = PendingCommit::restore(device.waiting->commit.serialize().view());
  require(waiting.has_value(), "a pending commit can't be restored");
  device.waiting->commit = std::move(*waiting);
}

void World::deliver(std::size_t index, ByteView bytes, const Sent* honest, bool policy_says_no) {
  Device& device = devices[index];
  const bool was_out = device.group.is_removed();
  const Bytes before = stored(device.group);
  const CommitPolicy policy = [&](const CommitApplied&) { return !policy_says_no; };
  const auto done = device.group.process(bytes, knows_psk(), policy);
  const bool state_moved = stored(device.group) != before;
  if (!done) {
    require(!state_moved, "a refused message moved the state");
    if (honest == nullptr || was_out || honest->sender == index || policy_says_no) return;
    const bool new_here = !device.accepted.contains(crypto::sha256(bytes));
    const bool here_and_now = honest->branch == device.branch && honest->epoch == device.group.epoch();
    if (!here_and_now || !new_here) return;
    require(honest->kind != Kind::application, "an honest message is refused");
    require(honest->kind != Kind::commit || !honest->for_all, "an honest commit is refused");
    return;
  }
  require(honest != nullptr, "a message was taken that nobody sent");
  require(!was_out, "a removed device took a message");
  require(honest->sender != index, "a device took its own message");
  accepted(device, *honest, *done, state_moved);
}

void World::accepted(Device& device, const Sent& message, const Processed& what, bool state_moved) {
  const bool again = !device.accepted.insert(crypto::sha256(message.bytes)).second;
  // A public proposal has no key that could be spent: once more is the same proposal, and nothing moves.
  require(!again || (message.kind == Kind::proposal && !state_moved), "a message was taken twice");
  const bool present = message.branch == device.branch;
  const auto past = device.before.find(message.epoch);
  require(present || (past != device.before.end() && past->second == message.branch), "a message of another branch");
  if (const auto* said = std::get_if<ApplicationMessage>(&what)) {
    require(message.kind == Kind::application && equal_public(said->data, message.data), "other words than were said");
    require(said->epoch == message.epoch, "another epoch than it was said in");
    return check(device);
  }
  require(present, "a handshake of a past epoch was taken");
  if (std::holds_alternative<ProposalStored>(what)) {
    require(message.kind == Kind::proposal, "something else was taken for a proposal");
    return check(device);
  }
  require(message.kind == Kind::commit, "something else was taken for a commit");
  const auto& effect = std::get<CommitApplied>(what);
  require(effect.self_removed == device.group.is_removed(), "removed without knowing it");
  if (!effect.self_removed) moved(device, message.next);
}

void World::moved(Device& device, const Branch& to) {
  device.before[device.group.epoch() - 1] = device.branch;
  device.branch = to;
  check(device);
}

void World::check(const Device& device) {
  require(branch_of(device.group) == device.branch, "another epoch than its maker's");
  Agreed here{device.group.epoch(), device.group.epoch_authenticator(), device.group.members()};
  const auto known = agreed_.find(device.branch);
  if (known != agreed_.end()) {
    require(known->second.epoch == here.epoch && known->second.members == here.members, "members disagree");
    require(known->second.authenticator == here.authenticator, "two states in one epoch");
    return;
  }
  for (const auto& [branch, other] : agreed_) {
    require(other.authenticator != here.authenticator, "two branches with one epoch authenticator");
  }
  agreed_.emplace(device.branch, std::move(here));
}

}  // namespace bredvid::fuzz
