// Commits by a member with one field wrong: the path, its leaf, and what is around them.
#include "crypto/mls/treekem.h"
#include "tests/mutants/leaf_changes.h"

namespace bredvid::mutants {
namespace {

using namespace mls;
using namespace mls::testing_support;

TEST(Insider, LeafOfThePath) {
  World world;
  const LeafNode before = world.leaf(1);
  for (const LeafChange& change : changes_before_signing(world, before, LeafNodeSource::commit, NodeIndex{5})) {
    Plan plan;
    plan.leaf = change.change;
    world.expect_refused("commit: path leaf, " + change.field, change.way, world.commit(plan));
  }
  for (const LeafChange& change : changes_of_signature()) {
    Plan plan;
    plan.signed_leaf = change.change;
    world.expect_refused("commit: path leaf, " + change.field, change.way, world.commit(plan));
  }
  for (std::uint32_t place : {0U, 2U, 3U, 4U, 0xffffffffU}) {
    Plan plan;
    plan.signed_for = LeafIndex{place};
    world.expect_refused("commit: path leaf, place in the tree", std::to_string(place), world.commit(plan));
  }
}

TEST(Insider, KeysOfThePath) {
  World world;
  const Bytes good = crypto::kem_make_key(world.random()).public_key;
  const std::vector<std::pair<std::string, Bytes>> keys{{"empty", {}},
                                                        {"31 bytes", Bytes(31, 9)},
                                                        {"33 bytes", Bytes(33, 9)},
                                                        {"zeros", Bytes(32)},
                                                        {"small order", small_order_point()},
                                                        {"another good one", good},
                                                        {"the victim's", world.leaf(0).encryption_key},
                                                        {"a parent's", *world.bo.tree.encryption_key({5})}};
  for (std::size_t at : {std::size_t{0}, std::size_t{1}}) {
    for (const auto& [way, key] : keys) {
      Plan plan;
      plan.keys = [&, key = key](std::vector<UpdatePathNode>& nodes) { nodes[at].encryption_key = key; };
      world.expect_refused("commit: path key " + std::to_string(at), way, world.commit(plan));
    }
    for (std::size_t byte = 0; byte < 32; byte += 4) {
      Plan plan;  // after the parent hashes: the leaf's no longer fits
      plan.sealed = [&](UpdatePath& path) { path.nodes[at].encryption_key[byte] ^= 1; };
      world.expect_refused("commit: path key " + std::to_string(at) + " after parent hash", "a byte",
                           world.commit(plan));
    }
  }
  Plan same;
  same.keys = [](std::vector<UpdatePathNode>& nodes) { nodes[0].encryption_key = nodes[1].encryption_key; };
  world.expect_refused("commit: path keys", "one twice", world.commit(same));
  Plan exchanged;
  exchanged.keys = [](std::vector<UpdatePathNode>& nodes) { std::swap(nodes[0], nodes[1]); };
  world.expect_refused("commit: path keys", "exchanged", world.commit(exchanged));
}

TEST(Insider, ShapeOfThePath) {
  World world;
  const std::vector<std::pair<std::string, std::function<void(UpdatePath&)>>> shapes{
      {"no nodes", [](UpdatePath& path) { path.nodes.clear(); }},
      {"root missing", [](UpdatePath& path) { path.nodes.pop_back(); }},
      {"first missing", [](UpdatePath& path) { path.nodes.erase(path.nodes.begin()); }},
      {"root twice", [](UpdatePath& path) { path.nodes.push_back(path.nodes.back()); }},
      {"one more", [](UpdatePath& path) { path.nodes.push_back({Bytes(32, 9), {}}); }},
      {"no ciphertexts", [](UpdatePath& path) { path.nodes[0].encrypted_path_secret.clear(); }},
      {"a ciphertext less", [](UpdatePath& path) { path.nodes[1].encrypted_path_secret.pop_back(); }},
      {"a ciphertext more",
       [](UpdatePath& path) { path.nodes[0].encrypted_path_secret.push_back(path.nodes[0].encrypted_path_secret[0]); }},
      {"a ciphertext for others more", [](UpdatePath& path) {
         path.nodes[1].encrypted_path_secret.push_back(path.nodes[1].encrypted_path_secret[0]);
       }}};
  for (const auto& [way, change] : shapes) {
    Plan plan;
    plan.sealed = change;
    world.expect_refused("commit: path shape", way, world.commit(plan));
  }
  Plan none;
  none.with_path = false;
  world.expect_refused("commit: path", "missing in an empty commit", world.commit(none));
  for (const Proposal& proposal : std::vector<Proposal>{{Remove{{3}}}, {GroupContextExtensions{}}}) {
    Plan plan = with({proposal});
    plan.with_path = false;
    world.expect_refused("commit: path", "missing", world.commit(plan));
  }
}

TEST(Insider, SealedPathSecrets) {
  World world;
  const auto altered = [&](const std::string& field, const std::string& way,
                           const std::function<void(crypto::HpkeMessage&)>& change) {
    Plan plan;
    plan.sealed = [&](UpdatePath& path) { change(path.nodes[0].encrypted_path_secret[0]); };
    world.expect_refused(field, way, world.commit(plan));
  };
  for (std::size_t i = 0; i < 48; i += 3) {
    altered("commit: sealed secret, ciphertext", "a byte", [i](auto& sealed) { sealed.ciphertext[i] ^= 1; });
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{15}, std::size_t{16}, std::size_t{47}, std::size_t{49}}) {
    altered("commit: sealed secret, ciphertext", "a size", [size](auto& sealed) { sealed.ciphertext.resize(size); });
  }
  for (std::size_t i = 0; i < 32; i += 3) {
    altered("commit: sealed secret, kem_output", "a byte", [i](auto& sealed) { sealed.enc[i] ^= 1; });
  }
  altered("commit: sealed secret, kem_output", "unused top bit", [](auto& sealed) { sealed.enc[31] ^= 0x80; });
  for (std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}}) {
    altered("commit: sealed secret, kem_output", "a size", [size](auto& sealed) { sealed.enc.resize(size); });
  }
  altered("commit: sealed secret, kem_output", "zeros", [](auto& sealed) { sealed.enc.assign(32, 0); });
  altered("commit: sealed secret, kem_output", "small order", [](auto& sealed) { sealed.enc = small_order_point(); });
  // Secrets that open, but are not what the public keys were made from.
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{31}, std::size_t{32}, std::size_t{33}}) {
    Plan plan;
    plan.sealed = [&](UpdatePath& path) {
      GroupContext context = world.bo.context;
      RatchetTree tree = world.bo.tree;
      const auto steps = tree.filtered_direct_path({1});
      EXPECT_TRUE(merge_path(tree, {context.group_id, {1}}, path, {}).has_value());
      context.epoch += 1;
      context.tree_hash = tree.root_hash();
      path.nodes[0].encrypted_path_secret[0] = *encrypt_with_label(
          world.leaf(0).encryption_key, "UpdatePathNode", tls::encode(context), Bytes(size, 7), world.random());
    };
    world.expect_refused("commit: sealed secret, another secret", std::to_string(size), world.commit(plan));
  }
}

// A secret that is sealed wrongly for others only: Anna can't know, and takes the commit; whom it concerns refuses it.
TEST(Insider, WhatOnlyOthersCanSee) {
  World world;
  Plan plan;
  plan.sealed = [](UpdatePath& path) { path.nodes[1].encrypted_path_secret[0].ciphertext[0] ^= 1; };
  const Bytes message = world.commit(plan);
  world.expect_accepted("a commit that is broken for Cilla and Dora", message);
  for (const char* name : {"cilla", "dora"}) {
    Group& group = world.circle.at(name);
    const Bytes before = stored(group);
    const auto done = group.process(message, knows_psk(), accepts_all());
    ASSERT_FALSE(done.has_value()) << name;
    EXPECT_EQ(stored(group), before);
    note_insider("commit: sealed secret, of the others", name, error_name(done.error()));
  }
}

// Keys that nobody can encrypt to, in a part of the path that is not above the victim: Cilla cannot compare them with a
// secret, but they would stop her from ever committing again.
TEST(Insider, KeysOfThePathElsewhere) {
  World world;
  Group& cilla = world.circle.at("cilla");
  for (const Bytes& key : {Bytes(32), small_order_point(), Bytes{}, Bytes(31, 9), Bytes(33, 9)}) {
    Plan plan;
    plan.keys = [&](std::vector<UpdatePathNode>& nodes) { nodes[0].encryption_key = key; };
    const Bytes message = world.commit(plan);
    const Bytes before = stored(cilla);
    const auto done = cilla.process(message, knows_psk(), accepts_all());
    EXPECT_FALSE(done.has_value()) << "ACCEPTED a path key elsewhere of " << key.size() << " bytes";
    note_insider("commit: path key elsewhere", "unusable", done ? "ACCEPTED" : error_name(done.error()));
    if (done) cilla = std::move(*Group::restore(before));
    EXPECT_EQ(stored(cilla), before);
  }
}

TEST(Insider, AroundTheCommit) {
  World world;
  const auto framed = [&](const std::string& field, const std::string& way,
                          const std::function<void(FramedContent&)>& change) {
    Plan plan;
    plan.framed = change;
    world.expect_refused("framing: " + field, way, world.commit(plan));
  };
  framed("group_id", "emptied", [](FramedContent& f) { f.group_id.clear(); });
  framed("group_id", "longer", [](FramedContent& f) { f.group_id.push_back(0); });
  framed("group_id", "a byte", [](FramedContent& f) { f.group_id[0] ^= 1; });
  for (std::int64_t step : {-1, 1, -1000, 1000}) {
    framed("epoch", std::to_string(step), [&](FramedContent& f) { f.epoch += static_cast<std::uint64_t>(step); });
  }
  for (std::uint32_t sender : {0U, 2U, 3U, 4U, 7U, 1024U, 0xffffffffU}) {
    framed("sender", std::to_string(sender), [&](FramedContent& f) { f.sender.index = sender; });
  }
  framed("sender", "external", [](FramedContent& f) { f.sender = {SenderType::external, 0}; });
  framed("sender", "new_member_proposal", [](FramedContent& f) { f.sender = {SenderType::new_member_proposal, 0}; });
  framed("sender", "new_member_commit", [](FramedContent& f) { f.sender = {SenderType::new_member_commit, 0}; });

  const auto content = [&](const std::string& field, const std::string& way,
                           const std::function<void(AuthenticatedContent&)>& change) {
    Plan plan;
    plan.content = change;
    world.expect_refused("framing: " + field, way, world.commit(plan));
  };
  content("authenticated_data", "added after signing", [](auto& c) { c.content.authenticated_data = {1}; });
  for (std::size_t i = 0; i < 64; i += 4) {
    content("signature", "a byte", [i](auto& c) { c.auth.signature[i] ^= 1; });
  }
  for (std::size_t i = 0; i < 32; ++i) {
    content("confirmation_tag", "a byte", [i](auto& c) { c.auth.confirmation_tag[i] ^= 1; });
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{16}, std::size_t{31}, std::size_t{33}}) {
    content("signature", "a size", [size](auto& c) { c.auth.signature.resize(size); });
    content("confirmation_tag", "a size", [size](auto& c) { c.auth.confirmation_tag.resize(size); });
  }
  const auto message = [&](const std::string& field, const std::string& way,
                           const std::function<void(PublicMessage&)>& change) {
    Plan plan;
    plan.message = change;
    world.expect_refused("framing: " + field, way, world.commit(plan));
  };
  for (std::size_t i = 0; i < 32; ++i) {
    message("membership_tag", "a byte", [i](PublicMessage& m) { m.membership_tag[i] ^= 1; });
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{16}, std::size_t{31}, std::size_t{33}}) {
    message("membership_tag", "a size", [size](PublicMessage& m) { m.membership_tag.resize(size); });
  }
}

}  // namespace
}  // namespace bredvid::mutants
