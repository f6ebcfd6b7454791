// Commits whose proposals are wrong: by value, by reference, and those of a newcomer that commits itself.
#include "tests/mutants/leaf_changes.h"

namespace bredvid::mutants {
namespace {

using namespace mls;
using namespace mls::testing_support;

Proposal psk_proposal(std::size_t nonce_size = 32) {
  PreSharedKeyId id;
  id.psk_id = kPskId;
  id.psk_nonce = Bytes(nonce_size, 9);
  return {PreSharedKey{std::move(id)}};
}

// A newcomer's key package, altered before and after its signatures.
struct Newcomer {
  crypto::SignatureKey signature_key;
  KeyPackage package;

  explicit Newcomer(World& world) {
    const OwnIdentity own = identity("eva", world.random());
    auto bundle = make_key_package(own, {}, world.random());
    package = *decode_message<KeyPackage>(bundle->key_package);
    signature_key = own.signature_key.clone();
  }
  KeyPackage signed_again(const std::function<void(KeyPackage&)>& before_leaf,
                          const std::function<void(LeafNode&)>& signed_leaf = {}) const {
    KeyPackage made = package;
    if (before_leaf) before_leaf(made);
    EXPECT_TRUE(sign_leaf(made.leaf_node, {bytes_of("elsewhere"), {0}}, signature_key.seed.view()));
    if (signed_leaf) signed_leaf(made.leaf_node);
    EXPECT_TRUE(sign_key_package(made, signature_key.seed.view()));
    return made;
  }
};

TEST(Insider, TheForgeryIsGoodUntilSomethingIsAltered) {
  World world;
  Newcomer eva(world);
  world.expect_accepted("an empty commit", world.commit({}));
  world.expect_accepted("a PSK", world.commit(with({psk_proposal()})));
  world.expect_accepted("a Remove", world.commit(with({{Remove{{3}}}})));
  world.expect_accepted("an Add", world.commit(with({{Add{eva.signed_again({})}}})));
  Plan no_path = with({psk_proposal(), {Add{eva.signed_again({})}}});
  no_path.with_path = false;
  world.expect_accepted("no path", world.commit(no_path));
}

TEST(Insider, LeafOfAnUpdate) {
  World world;
  const LeafNode before = world.leaf(2);
  const auto update = [&](const std::function<void(LeafNode&)>& change,
                          const std::function<void(LeafNode&)>& signed_change, LeafIndex place = {2}) {
    LeafNode leaf = before;
    leaf.encryption_key = crypto::kem_make_key(world.random()).public_key;
    leaf.source = LeafNodeSource::update;
    if (change) change(leaf);
    EXPECT_TRUE(sign_leaf(leaf, {world.bo.context.group_id, place}, world.cilla.signature_key.seed.view()));
    if (signed_change) signed_change(leaf);
    return leaf;
  };
  // Cilla proposes it and Bo refers to it; Anna gets both.
  const auto commit_of = [&](const LeafNode& leaf, bool& stored_first) {
    const World::Proposed proposed = world.propose({Update{leaf}});
    const auto done = world.anna().process(proposed.message, knows_psk(), accepts_all());
    stored_first = done.has_value();
    Plan plan;
    plan.proposals.push_back({ProposalReference{proposed.reference}});
    plan.referred.push_back({{Update{leaf}}, LeafIndex{2}, true});
    return std::pair{proposed.message, world.commit(plan)};
  };
  const Bytes clean = stored(world.anna());
  const auto reset = [&] { world.anna() = std::move(*Group::restore(clean)); };
  const auto attack = [&](const std::string& field, const std::string& way, const LeafNode& leaf) {
    bool stored_first = false;
    const auto [proposal, commit] = commit_of(leaf, stored_first);
    world.expect_refused(field, way, stored_first ? commit : proposal);
    reset();
  };
  bool stored_first = false;
  world.expect_accepted("an Update", commit_of(update({}, {}), stored_first).second);
  EXPECT_TRUE(stored_first);
  reset();
  for (const LeafChange& change : changes_before_signing(world, before, LeafNodeSource::update, std::nullopt)) {
    attack("Update: " + change.field, change.way, update(change.change, {}));
  }
  for (const LeafChange& change : changes_of_signature()) {
    attack("Update: " + change.field, change.way, update({}, change.change));
  }
  for (std::uint32_t place : {0U, 1U, 3U, 4U}) {
    attack("Update: place in the tree", std::to_string(place), update({}, {}, {place}));
  }
}

TEST(Insider, KeyPackageOfAnAdd) {
  World world;
  const Newcomer eva(world);
  const auto attack = [&](const std::string& field, const std::string& way, const KeyPackage& package) {
    world.expect_refused("Add: " + field, way, world.commit(with({{Add{package}}})));
  };
  const std::vector<LeafChange> changes =
      changes_before_signing(world, eva.package.leaf_node, LeafNodeSource::key_package, NodeIndex{5});
  for (const LeafChange& change : changes) {
    if (change.way == "its own old one") continue;  // a newcomer has none
    attack(change.field, change.way, eva.signed_again([&](KeyPackage& package) { change.change(package.leaf_node); }));
  }
  for (const LeafChange& change : changes_of_signature()) {
    attack(change.field, change.way, eva.signed_again({}, change.change));
  }
  for (std::uint16_t number : {std::uint16_t{0}, std::uint16_t{2}, std::uint16_t{0xffff}}) {
    attack("version", std::to_string(number), eva.signed_again([&](KeyPackage& p) { p.version = number; }));
    attack("cipher_suite", std::to_string(number), eva.signed_again([&](KeyPackage& p) { p.cipher_suite = number; }));
  }
  const std::vector<std::pair<std::string, Bytes>> keys{
      {"empty", {}},
      {"31 bytes", Bytes(31, 9)},
      {"33 bytes", Bytes(33, 9)},
      {"zeros", Bytes(32)},
      {"small order", small_order_point()},
      {"the leaf's encryption key", eva.package.leaf_node.encryption_key}};
  for (const auto& [way, key] : keys) {
    attack("init_key", way, eva.signed_again([&](KeyPackage& package) { package.init_key = key; }));
  }
  attack("extensions", "one type twice",
         eva.signed_again([](KeyPackage& package) { package.extensions = {{0xf0f0, {}}, {0xf0f0, {}}}; }));
  for (std::size_t i = 0; i < 64; i += 8) {
    KeyPackage package = eva.package;
    package.signature[i] ^= 1;
    attack("signature", "a byte", package);
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{63}, std::size_t{65}}) {
    KeyPackage package = eva.package;
    package.signature.resize(size);
    attack("signature", "a size", package);
  }
  world.expect_refused("Add: twice", "the same", world.commit(with({{Add{eva.package}}, {Add{eva.package}}})));
}

TEST(Insider, ProposalLists) {
  World world;
  const auto attack = [&](const std::string& field, const std::string& way, std::vector<Proposal> list) {
    world.expect_refused(field, way, world.commit(with(std::move(list))));
  };
  for (std::uint32_t index : {1U, 4U, 5U, 7U, 8U, 1024U, 0x7fffffffU, 0x80000000U, 0xffffffffU}) {
    attack("Remove: index", std::to_string(index), {{Remove{{index}}}});
  }
  attack("Remove: index", "twice", {{Remove{{3}}}, {Remove{{3}}}});
  for (std::size_t size = 0; size < 70; ++size) {
    if (size != 32) attack("PreSharedKey: nonce size", std::to_string(size), {psk_proposal(size)});
  }
  attack("PreSharedKey: twice", "the same", {psk_proposal(), psk_proposal()});
  const auto resumption = [&](ResumptionUsage usage, Bytes group_id, std::uint64_t epoch) {
    PreSharedKeyId id;
    id.type = PskType::resumption;
    id.usage = usage;
    id.psk_group_id = std::move(group_id);
    id.psk_epoch = epoch;
    id.psk_nonce = Bytes(32, 9);
    return Proposal{PreSharedKey{std::move(id)}};
  };
  const Bytes group_id = world.bo.context.group_id;
  const std::uint64_t epoch = world.bo.context.epoch;
  attack("PreSharedKey: usage", "reinit", {resumption(ResumptionUsage::reinit, group_id, epoch)});
  attack("PreSharedKey: usage", "branch", {resumption(ResumptionUsage::branch, group_id, epoch)});
  attack("PreSharedKey: group", "another", {resumption(ResumptionUsage::application, {1, 2}, epoch)});
  attack("PreSharedKey: epoch", "the next", {resumption(ResumptionUsage::application, group_id, epoch + 1)});
  attack("PreSharedKey: epoch", "long past", {resumption(ResumptionUsage::application, group_id, 0)});
  PreSharedKeyId unknown;
  unknown.psk_nonce = Bytes(32, 9);
  for (const Bytes& id : {Bytes{}, Bytes{1, 2}, Bytes{1, 2, 3, 4}}) {
    unknown.psk_id = id;
    attack("PreSharedKey: id", "unknown", {{PreSharedKey{unknown}}});
  }
  const Extension strange{0xf0f0, {}};
  attack("GroupContextExtensions", "not everybody's", {{GroupContextExtensions{{strange}}}});
  attack("GroupContextExtensions", "two proposals", {{GroupContextExtensions{}}, {GroupContextExtensions{}}});
  attack("GroupContextExtensions", "one type twice", {{GroupContextExtensions{{strange, strange}}}});
  for (const Bytes& data : {Bytes{2, 0xf0, 0xf0, 0, 0}, Bytes{0, 2, 0xf0, 0xf0, 0}, Bytes{0, 0, 2, 0, 2}, Bytes{},
                            Bytes{0, 0}, Bytes{0, 0, 0, 0}, Bytes{0, 0, 1, 0}, Bytes{0x40, 0, 0, 0}}) {
    attack("GroupContextExtensions: required_capabilities", "wrong",
           {{GroupContextExtensions{{{extension_type::kRequiredCapabilities, data}}}}});
  }
  attack("ReInit", "any", {{ReInit{Bytes{1}, kMls10, kSuite, {}}}});
  attack("ExternalInit", "by a member", {{ExternalInit{Bytes(32, 9)}}});
  LeafNode own = world.leaf(1);
  own.encryption_key = crypto::kem_make_key(world.random()).public_key;
  own.source = LeafNodeSource::update;
  EXPECT_TRUE(sign_leaf(own, {group_id, {1}}, world.bo.signature_key.seed.view()));
  attack("Update", "the committer's own, by value", {{Update{own}}});
}

TEST(Insider, References) {
  World world;
  const World::Proposed proposed = world.propose({Remove{{3}}});
  ASSERT_TRUE(world.anna().process(proposed.message, knows_psk(), accepts_all()).has_value());
  const auto referring = [&](const std::vector<Bytes>& references) {
    Plan plan = with({});
    for (const Bytes& reference : references) plan.proposals.push_back({ProposalReference{reference}});
    return plan;
  };
  for (std::size_t i = 0; i < 32; ++i) {
    Bytes reference = proposed.reference;
    reference[i] ^= 1;
    world.expect_refused("reference", "a byte", world.commit(referring({reference})));
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}}) {
    Bytes reference = proposed.reference;
    reference.resize(size);
    world.expect_refused("reference", "a size", world.commit(referring({reference})));
  }
  world.expect_refused("reference", "twice", world.commit(referring({proposed.reference, proposed.reference})));
}

TEST(Insider, ExternalCommits) {
  World world;
  const auto init = make_external_init(external_key(world.bo.secrets.external).public_key, world.random());
  ASSERT_TRUE(init.has_value());
  const auto external = [&](std::vector<Proposal> proposals) {
    Plan plan = with(std::move(proposals));
    plan.external = true;
    return plan;
  };
  const Proposal good{ExternalInit{init->kem_output}};
  world.expect_accepted("an external commit", world.commit(external({good, psk_proposal()})));
  world.expect_accepted("one that replaces a device", world.commit(external({good, {Remove{{3}}}})));
  const Newcomer eva(world);
  const std::vector<std::pair<std::string, std::vector<Proposal>>> lists{
      {"empty", {}},
      {"two ExternalInits", {good, good}},
      {"two Removes", {good, {Remove{{2}}}, {Remove{{3}}}}},
      {"Remove of a blank", {good, {Remove{{4}}}}},
      {"Remove outside", {good, {Remove{{1000}}}}},
      {"extensions", {good, {GroupContextExtensions{}}}},
      {"Add", {good, {Add{eva.package}}}},
      {"ReInit", {good, {ReInit{Bytes{1}, kMls10, kSuite, {}}}}},
      {"PSK alone", {psk_proposal()}},
      {"PSK twice", {good, psk_proposal(), psk_proposal()}},
      {"PSK nonce", {good, psk_proposal(31)}},
      {"Update", {good, {Update{world.leaf(3)}}}}};
  for (const auto& [way, list] : lists) {
    world.expect_refused("external commit: proposals", way, world.commit(external(list)));
  }
  Plan reference = external({good});
  const World::Proposed proposed = world.propose({Remove{{3}}});
  reference.proposals.push_back({ProposalReference{proposed.reference}});
  world.expect_refused("external commit: proposals", "an unknown reference", world.commit(reference));
  for (const Bytes& kem_output : {Bytes{}, Bytes(31, 9), Bytes(33, 9), Bytes(32), small_order_point()}) {
    world.expect_refused("external commit: kem_output", "bad", world.commit(external({{ExternalInit{kem_output}}})));
  }
  Plan no_path = external({good});
  no_path.with_path = false;
  world.expect_refused("external commit: path", "missing", world.commit(no_path));
  for (const LeafChange& change : changes_before_signing(world, world.leaf(3), LeafNodeSource::commit, NodeIndex{1})) {
    if (change.field == "credential" && change.way != "x509") continue;  // a newcomer says who it is
    Plan plan = external({good, {Remove{{3}}}});  // "its own old key" is the one of the device it replaces
    plan.leaf = change.change;
    world.expect_refused("external commit: leaf, " + change.field, change.way, world.commit(plan));
  }
  for (const LeafChange& change : changes_of_signature()) {
    Plan plan = external({good});
    plan.signed_leaf = change.change;
    world.expect_refused("external commit: leaf, " + change.field, change.way, world.commit(plan));
  }
}

}  // namespace
}  // namespace bredvid::mutants
