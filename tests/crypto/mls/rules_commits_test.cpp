// RFC 9420 12.4.2, 7.5, 7.6, 7.9.2: the path of a commit and its confirmation tag. Every commit here is signed, carries
// the right membership tag and, unless said otherwise, a confirmation tag that fits what it brings.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

Plan without_path(std::vector<Proposal> proposals, std::vector<Referred> references = {}) {
  Plan plan;
  plan.proposals = std::move(proposals);
  plan.references = std::move(references);
  plan.path = false;
  return plan;
}
Plan with_sent_path(std::function<void(UpdatePath&)> change) {
  Plan plan;
  plan.path_sent = std::move(change);
  return plan;
}
Plan with_keys(std::function<void(std::vector<UpdatePathNode>&)> change) {
  Plan plan;
  plan.keys = std::move(change);
  return plan;
}

TEST(RulesCommits, TheRestIsRight) {
  Scene scene;
  scene.accepted({});
  scene.accepted(with_sent_path([](UpdatePath&) {}));
  scene.accepted(with_keys([](std::vector<UpdatePathNode>&) {}));
}

// 12.4, 17.4: only Adds and PSKs go without a path.
TEST(RulesCommits, APathWhereOneIsNeeded) {
  Scene scene;
  scene.accepted(without_path({{Add{scene.key_package()}}}));
  scene.accepted(without_path({{PreSharedKey{psk_id()}}, {Add{scene.key_package()}}}));
  scene.refused(without_path({}), CryptoError::bad_path);
  scene.refused(without_path({{Remove{{2}}}}), CryptoError::bad_path);
  scene.refused(without_path({{Remove{{2}}}, {Add{scene.key_package()}}}), CryptoError::bad_path);
  scene.refused(without_path({{GroupContextExtensions{}}}), CryptoError::bad_path);
  const Referred update = scene.propose("cilla", {Update{scene.as("cilla").update_leaf()}});
  scene.refused(without_path({}, {update}), CryptoError::bad_path);
  CommitRequest request;
  request.path = false;
  request.stored_proposals = false;
  const Bytes before = stored(scene.anna());
  EXPECT_EQ(scene.anna().commit(request, scene.circle.random).error(), CryptoError::bad_argument);
  EXPECT_EQ(stored(scene.anna()), before);
}

// 7.5: a node for each step of the filtered direct path, no more and no fewer, in its order.
TEST(RulesCommits, ThePathHasItsLength) {
  Scene scene;
  scene.refused(with_sent_path([](UpdatePath& path) { path.nodes.pop_back(); }), CryptoError::bad_path);
  scene.refused(with_sent_path([](UpdatePath& path) { path.nodes.erase(path.nodes.begin()); }), CryptoError::bad_path);
  scene.refused(with_sent_path([](UpdatePath& path) { path.nodes.clear(); }), CryptoError::bad_path);
  scene.refused(with_sent_path([&](UpdatePath& path) {
                  UpdatePathNode more = path.nodes.back();
                  more.encryption_key = crypto::kem_make_key(scene.circle.random).public_key;
                  path.nodes.push_back(more);
                }),
                CryptoError::bad_path);
  // The order is told by the parent hash.
  scene.refused(with_sent_path([](UpdatePath& path) { std::swap(path.nodes[0], path.nodes[1]); }),
                CryptoError::bad_parent_hash);
}

// 4.1.2: a parent whose other side is blank is left out, so a path that has it is too long.
TEST(RulesCommits, ThePathIsTheFilteredOne) {
  Scene scene;
  scene.circle.remove("anna", "cilla");
  scene.circle.remove("anna", "disa");
  scene.accepted({});
  EXPECT_EQ(scene.as("bo").state.tree.filtered_direct_path({1}).size(), 1U);
  Scene larger;
  larger.circle.remove("anna", "disa");  // leaf 3 is blank: Cilla's path goes from her leaf straight to the root
  Insider cilla = larger.as("cilla");
  EXPECT_EQ(cilla.state.tree.filtered_direct_path({2}).size(), 1U);
  expect_accepted(larger.anna(), cilla.commit_message({}));
  Plan plan = with_sent_path([&](UpdatePath& path) {
    path.nodes.insert(path.nodes.begin(), UpdatePathNode{crypto::kem_make_key(larger.circle.random).public_key, {}});
  });
  expect_refused(larger.anna(), cilla.commit_message(plan), CryptoError::bad_path);
}

// 7.6: one ciphertext for each node of the resolution.
TEST(RulesCommits, OneCiphertextForEachReceiver) {
  Scene scene;
  const auto ciphertexts = [](std::size_t node, std::function<void(std::vector<crypto::HpkeMessage>&)> change) {
    return with_sent_path([=](UpdatePath& path) { change(path.nodes[node].encrypted_path_secret); });
  };
  for (const std::size_t node : {std::size_t{0}, std::size_t{1}}) {
    scene.refused(ciphertexts(node, [](auto& list) { list.pop_back(); }), CryptoError::bad_path);
    scene.refused(ciphertexts(node, [](auto& list) { list.push_back(list.back()); }), CryptoError::bad_path);
    scene.refused(ciphertexts(node, [](auto& list) { list.clear(); }), CryptoError::bad_path);
  }
}

// 7.6: none for those who are added by the same commit; they get theirs in the Welcome.
TEST(RulesCommits, NoCiphertextForNewLeaves) {
  Scene scene;
  scene.circle.remove("anna", "cilla");
  Plan plan;
  plan.proposals = {{Add{scene.key_package()}}};  // takes leaf 2, under a parent on the copath
  scene.accepted(plan);
  plan.encrypt_to_added = true;
  scene.refused(plan, CryptoError::bad_path);
}

// 12.4.2: no key of the path stands in the tree or twice in the path. The parent hashes fit.
TEST(RulesCommits, KeysOfThePathAreNew) {
  Scene scene;
  const RatchetTree tree = scene.as("bo").state.tree;
  const auto key_of = [&](std::uint32_t node) { return *tree.encryption_key({node}); };
  for (const std::uint32_t node :
       std::vector<std::uint32_t>{0, 4, 6, 5}) {  // other leaves, the parent on the other side
    for (const std::size_t place : {std::size_t{0}, std::size_t{1}}) {
      scene.refused(with_keys([&](auto& nodes) { nodes[place].encryption_key = key_of(node); }), CryptoError::bad_path);
    }
  }
  for (const std::uint32_t node : std::vector<std::uint32_t>{2, 1, 3}) {  // Bo's own leaf, and the keys he replaces
    if (tree.is_blank({node})) continue;
    scene.refused(with_keys([&](auto& nodes) { nodes[0].encryption_key = key_of(node); }), CryptoError::bad_path);
  }
  scene.refused(with_keys([](auto& nodes) { nodes[1].encryption_key = nodes[0].encryption_key; }),
                CryptoError::bad_path);
  Bytes parent_key;
  Plan same_as_leaf = with_keys([&](auto& nodes) { parent_key = nodes[0].encryption_key; });
  same_as_leaf.leaf = [&](LeafNode& leaf) { leaf.encryption_key = parent_key; };
  scene.refused(same_as_leaf, CryptoError::bad_path);
}

TEST(RulesCommits, KeysOfThePathHaveTheirSize) {
  Scene scene;
  for (const std::uint8_t size : Bytes{0, 31, 33}) {
    for (const std::size_t place : {std::size_t{0}, std::size_t{1}}) {
      const Plan plan = with_keys([&](auto& nodes) { nodes[place].encryption_key.resize(size); });
      scene.refused(plan, CryptoError::bad_path);
      expect_refused(scene.circle.at("disa"), scene.as("bo").commit_message(plan), CryptoError::bad_path);
    }
  }
}

// Also by those who don't learn the node's secret and so can't tell whether it fits: they may have to encrypt to it.
TEST(RulesCommits, KeysOfThePathCanBeEncryptedTo) {
  Scene scene;
  for (const std::uint8_t first : Bytes{0, 1}) {
    const Plan plan = with_keys([&](auto& nodes) {
      nodes[0].encryption_key.assign(32, 0);
      nodes[0].encryption_key[0] = first;
    });
    for (const char* name : {"anna", "cilla", "disa"}) {
      expect_refused(scene.circle.at(name), scene.as("bo").commit_message(plan), CryptoError::bad_path);
    }
  }
}

// 7.5 step 6: the keys that follow from the secret are the keys that were sent. Parent hashes, tree hash and tag fit
// the sent ones.
TEST(RulesCommits, KeysBelongToTheirSecrets) {
  Scene scene;
  for (const std::size_t place : {std::size_t{0}, std::size_t{1}}) {
    scene.refused(with_keys([&](auto& nodes) {
                    nodes[place].encryption_key = crypto::kem_make_key(scene.circle.random).public_key;
                  }),
                  CryptoError::bad_path);
    Plan other_secret;
    other_secret.secrets = [&](auto& secrets) { secrets[place].secret.mutable_view()[0] ^= 1; };
    // Anna is below both nodes and derives the second from the first.
    if (place == 0) scene.refused(other_secret, CryptoError::bad_path);
  }
  // For Disa, who is below the root only, the root's secret is the one that counts.
  Plan other_root;
  other_root.secrets = [](auto& secrets) { secrets[1].secret.mutable_view()[0] ^= 1; };
  expect_refused(scene.circle.at("disa"), scene.as("bo").commit_message(other_root), CryptoError::bad_path);
}

TEST(RulesCommits, PathSecretsHaveTheirSize) {
  Scene scene;
  for (const std::size_t size : {std::size_t{0}, std::size_t{16}, std::size_t{31}, std::size_t{33}}) {
    Plan plan;
    plan.secrets = [=](auto& secrets) {
      Bytes changed = to_bytes(secrets[0].secret.view());
      changed.resize(size);
      secrets[0].secret = SecretBytes(changed);
    };
    scene.refused(plan, CryptoError::bad_path);
  }
}

// 5.1: an HPKE output that gives an all-zero secret, or has another size; tags down to the empty one.
TEST(RulesCommits, HpkeOfThePath) {
  Scene scene;
  const auto for_anna = [](std::function<void(crypto::HpkeMessage&)> change) {
    return with_sent_path([=](UpdatePath& path) { change(path.nodes[0].encrypted_path_secret[0]); });
  };
  using enum CryptoError;
  scene.refused(for_anna([](auto& sealed) { sealed.enc.assign(32, 0); }), bad_key);
  scene.refused(for_anna([](auto& sealed) {
                  sealed.enc.assign(32, 0);
                  sealed.enc[0] = 1;
                }),
                bad_key);
  for (const std::uint8_t size : Bytes{0, 31, 33}) {
    scene.refused(for_anna([=](auto& sealed) { sealed.enc.resize(size); }), bad_key);
  }
  for (const std::uint8_t size : Bytes{0, 1, 15, 16, 32, 47, 49}) {
    scene.refused(for_anna([=](auto& sealed) { sealed.ciphertext.resize(size); }), decrypt_failed);
  }
  scene.refused(for_anna([](auto& sealed) { sealed.ciphertext.back() ^= 1; }), decrypt_failed);
  scene.refused(for_anna([](auto& sealed) { sealed.enc[0] ^= 1; }), decrypt_failed);
}

// 7.6: path secrets are encrypted in the context of the new epoch.
TEST(RulesCommits, PathSecretsAreBoundToTheNewContext) {
  Scene scene;
  Insider bo = scene.as("bo");
  const MadeCommit other = bo.commit({});
  const auto stolen = std::get<Commit>(decode_message<PublicMessage>(other.message)->content.content);
  Plan plan = with_sent_path([&](UpdatePath& path) {
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
      path.nodes[i].encrypted_path_secret = stolen.path->nodes[i].encrypted_path_secret;
    }
  });
  scene.refused(plan, CryptoError::decrypt_failed);
}

// 7.9.2: the parent hash in the committer's leaf. The leaf is signed as it is sent.
TEST(RulesCommits, ParentHash) {
  const std::vector<std::function<void(Bytes&)>> table{
      [](Bytes& hash) { hash[0] ^= 1; }, [](Bytes& hash) { hash.back() ^= 0x80; }, [](Bytes& hash) { hash.clear(); },
      [](Bytes& hash) { hash.pop_back(); }, [](Bytes& hash) { hash.push_back(0); }};
  for (const auto& change : table) {
    Scene scene;
    Plan plan;
    plan.leaf = [&](LeafNode& leaf) { change(leaf.parent_hash); };
    scene.refused(plan, CryptoError::bad_parent_hash);
  }
  // A key that was exchanged behind the leaf's back.
  Scene scene;
  scene.refused(with_sent_path([&](UpdatePath& path) {
                  path.nodes[1].encryption_key = crypto::kem_make_key(scene.circle.random).public_key;
                }),
                CryptoError::bad_parent_hash);
}

TEST(RulesCommits, ConfirmationTags) {
  Scene scene;
  for (const HandshakeFormat format : {HandshakeFormat::public_message, HandshakeFormat::private_message}) {
    const auto with_tag = [&](std::function<void(Bytes&)> change) {
      Plan plan;
      plan.format = format;
      plan.sent = [=](AuthenticatedContent& content) { change(content.auth.confirmation_tag); };
      return plan;
    };
    scene.accepted(with_tag([](Bytes&) {}));
    for (const std::uint8_t size : Bytes{0, 1, 16, 31, 33, 64}) {
      scene.refused(with_tag([=](Bytes& tag) { tag.resize(size); }), CryptoError::bad_confirmation_tag);
    }
    scene.refused(with_tag([](Bytes& tag) { tag[0] ^= 1; }), CryptoError::bad_confirmation_tag);
    scene.refused(with_tag([](Bytes& tag) { tag[31] ^= 0x80; }), CryptoError::bad_confirmation_tag);
    scene.refused(with_tag([](Bytes& tag) { tag.assign(32, 0); }), CryptoError::bad_confirmation_tag);
    const Bytes last = scene.as("bo").state.confirmation_tag;
    scene.refused(with_tag([=](Bytes& tag) { tag = last; }), CryptoError::bad_confirmation_tag);
  }
}

// The tag covers the whole history and all secrets: whoever comes from another state is found out.
TEST(RulesCommits, TheTagCoversTheHistory) {
  const std::vector<std::function<void(GroupState&)>> table{
      [](GroupState& state) { state.interim_transcript_hash[0] ^= 1; },
      [](GroupState& state) { state.secrets.init.mutable_view()[0] ^= 1; },
  };
  for (const auto& change : table) {
    Scene scene;
    Insider bo = scene.as("bo");
    change(bo.state);
    expect_refused(scene.anna(), bo.commit_message({}), CryptoError::bad_confirmation_tag);
    Plan only_psk = without_path({{PreSharedKey{psk_id()}}});
    expect_refused(scene.anna(), bo.commit_message(only_psk), CryptoError::bad_confirmation_tag);
  }
  Scene scene;
  Plan other_psk = without_path({{PreSharedKey{psk_id()}}});
  expect_refused(scene.anna(), scene.as("bo").commit_message(other_psk), CryptoError::bad_confirmation_tag,
                 [](ByteView) -> std::optional<SecretBytes> { return SecretBytes(Bytes(32, 1)); });
  expect_refused(scene.anna(), scene.as("bo").commit_message(other_psk), CryptoError::missing_psk, knows_nothing());
}

TEST(RulesCommits, ThePolicyHasTheLastWord) {
  Scene scene;
  Plan plan;
  plan.proposals = {{Remove{{2}}}, {PreSharedKey{psk_id()}}, {Add{scene.key_package()}}};
  const Bytes message = scene.as("bo").commit_message(plan);
  CommitApplied seen;
  expect_refused(scene.anna(), message, CryptoError::refused_by_policy, knows_psk(), [&](const CommitApplied& effect) {
    seen = effect;
    return false;
  });
  EXPECT_EQ(text(seen.committer.identity), "bo");
  EXPECT_EQ(text(seen.removed.at(0).identity), "cilla");
  EXPECT_EQ(text(seen.added.at(0).identity), "emil");
  EXPECT_EQ(seen.psk_ids, std::vector<Bytes>{kPskId});
  // Also when it would remove ourselves.
  Plan out;
  out.proposals = {{Remove{{0}}}};
  expect_refused(scene.anna(), scene.as("bo").commit_message(out), CryptoError::refused_by_policy, knows_psk(),
                 [](const CommitApplied& effect) { return !effect.self_removed; });
  // And it is not asked for a commit that is wrong.
  bool asked = false;
  Plan wrong;
  wrong.sent = [](AuthenticatedContent& content) { content.auth.confirmation_tag.clear(); };
  expect_refused(scene.anna(), scene.as("bo").commit_message(wrong), CryptoError::bad_confirmation_tag, knows_psk(),
                 [&](const CommitApplied&) { return asked = true; });
  EXPECT_FALSE(asked);
}

// A device that is removed learns of it, whether or not it knows the commit's PSK: its secrets are of no use to it.
TEST(RulesCommits, WhoIsRemovedNeedsNoPsk) {
  Scene scene;
  Plan plan;
  plan.proposals = {{Remove{{0}}}, {PreSharedKey{psk_id()}}};
  const auto done = scene.anna().process(scene.as("bo").commit_message(plan), knows_nothing(), accepts_all());
  ASSERT_TRUE(done.has_value()) << error_name(done.error());
  EXPECT_TRUE(std::get<CommitApplied>(*done).self_removed);
}

}  // namespace
}  // namespace bredvid::mls
