#include "tests/bench/mls_groups.h"

#include "crypto/mls/ratchet_tree.h"
#include "tests/bench/stopwatch.h"

namespace bredvid::bench {
namespace {

constexpr std::size_t kIdentitySize = 33;  // as long as a circle's
constexpr int kEpochsOfLife = 5;           // more than the past epochs that are kept

const Bytes kPskId(16, 7);

mls::PskLookup knows_psk() {
  return [](ByteView) -> std::optional<SecretBytes> { return SecretBytes(32); };
}

mls::ExternalJoinRequest request_for(ByteView group_info) {
  mls::ExternalJoinRequest request{group_info, std::nullopt, {}, std::nullopt};
  request.psks.push_back({kPskId, SecretBytes(32)});
  return request;
}

// No node that could have a key is blank, and no leaf is unmerged.
bool is_full(const mls::Group& group) {
  const auto tree = tls::decode<mls::RatchetTree>(group.ratchet_tree());
  if (!tree) return false;
  for (const mls::LeafIndex leaf : tree->members()) {
    for (const mls::PathStep& step : tree->filtered_direct_path(leaf)) {
      const mls::ParentNode* node = tree->parent_node(step.node);
      if (node == nullptr || !node->unmerged_leaves.empty()) return false;
    }
  }
  return true;
}

}  // namespace

std::uint64_t BenchRandom::next() {
  state_ += 0x9e3779b97f4a7c15;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

void BenchRandom::fill(MutableByteView target) {
  std::uint64_t left = 0;
  for (std::size_t i = 0; i < target.size(); ++i) {
    left = i % sizeof left == 0 ? next() : left >> 8;
    target[i] = static_cast<std::uint8_t>(left);
  }
}

mls::OwnIdentity someone(Random& random) {
  return {random.bytes(kIdentitySize), crypto::make_signature_key(random)};
}

mls::Group copy_of(const SecretBytes& stored) {
  return take(mls::Group::restore(stored.view()), "a state could not be read");
}

Bytes a_text() {
  return Bytes(kText, 'a');
}

void follow(mls::Group& group, ByteView commit) {
  const auto anything = [](const mls::CommitApplied&) { return true; };
  require(group.process(commit, knows_psk(), anything).has_value(), "a commit was refused");
}

TwoOf group_of(std::size_t members, Random& random) {
  mls::Group founder = take(mls::Group::create(random.bytes(16), someone(random), {}, random), "create");
  std::optional<mls::Group> follower;
  for (std::size_t i = 1; i < members; ++i) {
    const Bytes info = take(founder.group_info(), "group info");
    auto joined = take(mls::Group::join_external(request_for(info), someone(random), random), "external join");
    follow(founder, joined.commit);
    if (follower) {
      follow(*follower, joined.commit);
    } else {
      follower = std::move(joined.group);
    }
  }
  // The founder's own path, and past epochs as in a group that lives.
  for (int i = 0; i < kEpochsOfLife; ++i) {
    auto pending = take(founder.commit({}, random), "commit");
    follow(*follower, pending.message());
    require(founder.merge(std::move(pending)).has_value(), "merge");
  }
  require(founder.members().size() == members && is_full(founder), "the tree is not full");
  require(founder.epoch_authenticator() == follower->epoch_authenticator(), "the two members do not agree");
  return {std::move(founder), std::move(*follower)};
}

Newcomer newcomer_to(const mls::Group& member, Random& random) {
  Newcomer made{someone(random), {}, {}, {}, take(member.group_info(), "group info")};
  made.bundle = take(mls::make_key_package(made.own, {}, random), "key package");
  made.add.add.push_back(made.bundle.key_package);
  mls::Group adding = copy_of(member.serialize());
  made.welcome = *take(adding.commit(made.add, random), "commit").welcome();
  return made;
}

void join_by_welcome(const Newcomer& newcomer) {
  const auto joined = mls::Group::join_by_welcome(newcomer.welcome, newcomer.bundle, newcomer.own, {});
  require(joined.has_value(), "join by Welcome");
}

Bytes join_by_external_commit(const Newcomer& newcomer, Random& random) {
  auto joined = mls::Group::join_external(request_for(newcomer.group_info), newcomer.own, random);
  return take(std::move(joined), "external join").commit;
}

}  // namespace bredvid::bench
