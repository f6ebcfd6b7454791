// RFC 9420 12.4.3.2 and the second list of 12.2: what lets somebody in from outside, seen by the members and by the
// joiner.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

// Emil joins; the Insider is whose GroupInfo he has.
struct Door : Scene {
  ExternalInit init() {
    return {make_external_init(external_key(as("bo").state.secrets.external).public_key, circle.random)->kem_output};
  }
  Plan plan(std::vector<Proposal> proposals) {
    Plan made;
    made.joiner = identity("emil", circle.random);
    made.proposals = std::move(proposals);
    return made;
  }
  Plan right() { return plan({{init()}}); }
};

TEST(RulesExternal, TheRestIsRight) {
  Door door;
  door.accepted(door.right());
  door.accepted(door.plan({{door.init()}, {PreSharedKey{psk_id()}}}));
  door.accepted(door.plan({{PreSharedKey{psk_id()}}, {Remove{{2}}}, {door.init()}}));
}

// 12.2: exactly one ExternalInit, at most one Remove, PSKs, and nothing else.
TEST(RulesExternal, TheList) {
  Door door;
  const Proposal init{door.init()};
  const std::vector<std::pair<const char*, std::vector<Proposal>>> table{
      {"no ExternalInit", {}},
      {"only a PSK", {{PreSharedKey{psk_id()}}}},
      {"two ExternalInits", {init, {door.init()}}},
      {"two Removes", {init, {Remove{{2}}}, {Remove{{3}}}}},
      {"an Add", {init, {Add{door.key_package({}, "fia")}}}},
      {"an Update", {init, {Update{door.as("bo").update_leaf()}}}},
      {"other extensions", {init, {GroupContextExtensions{}}}},
      {"a PSK twice", {init, {PreSharedKey{psk_id()}}, {PreSharedKey{psk_id()}}}},
      {"a short nonce", {init, {PreSharedKey{psk_id(1, 31)}}}},
      {"a Remove of nobody", {init, {Remove{{9}}}}},
  };
  for (const auto& [name, list] : table) {
    SCOPED_TRACE(name);
    door.refused(door.plan(list), CryptoError::bad_proposals);
  }
  PreSharedKeyId unknown = psk_id();
  unknown.psk_id = {9, 9};
  door.refused(door.plan({init, {PreSharedKey{unknown}}}), CryptoError::missing_psk);
}

// 12.4.3.2: nothing by reference.
TEST(RulesExternal, NothingByReference) {
  Door door;
  Plan plan = door.right();
  plan.references = {door.propose("cilla", {Remove{{3}}})};
  door.refused(plan, CryptoError::bad_proposals);
  plan.references = {door.propose("cilla", {PreSharedKey{psk_id()}})};
  door.refused(plan, CryptoError::bad_proposals);
  plan.references[0].reference = Bytes(32, 7);
  door.refused(plan, CryptoError::unknown_proposal);
}

TEST(RulesExternal, APathIsNeeded) {
  Door door;
  Plan plan = door.right();
  plan.path = false;
  door.refused(plan, CryptoError::bad_path);
}

// 12.4.3.2: signed by the new member, with the key in its leaf.
TEST(RulesExternal, TheSignatureIsTheJoinersOwn) {
  Door door;
  Plan plan = door.right();
  const crypto::SignatureKey other = crypto::make_signature_key(door.circle.random);
  plan.leaf_key = &other;
  door.refused(plan, CryptoError::bad_signature);  // of the leaf
  plan.leaf = [&](LeafNode& leaf) { leaf.signature_key = other.public_key; };
  door.refused(plan, CryptoError::bad_signature);  // of the message: the leaf names another key
  for (const std::uint8_t size : Bytes{0, 63, 65}) {
    plan = door.right();
    plan.sent = [=](AuthenticatedContent& content) { content.auth.signature.resize(size); };
    door.refused(plan, CryptoError::bad_signature);
  }
}

// The leftmost free leaf, and no other.
TEST(RulesExternal, ThePlaceIsTheFirstFreeOne) {
  Door door;
  door.circle.remove("anna", "cilla");  // leaf 2 is free
  door.accepted(door.right());
  Plan plan = door.right();
  plan.signed_for = LeafIndex{4};
  door.refused(plan, CryptoError::bad_signature);
}

TEST(RulesExternal, ThePathIsChecked) {
  Door door;
  const auto changed = [&](std::function<void(UpdatePath&)> change) {
    Plan plan = door.right();
    plan.path_sent = std::move(change);
    return plan;
  };
  door.refused(changed([](UpdatePath& path) { path.nodes.pop_back(); }), CryptoError::bad_path);
  door.refused(changed([](UpdatePath& path) { path.nodes[0].encrypted_path_secret.clear(); }), CryptoError::bad_path);
  door.refused(changed([](UpdatePath& path) { path.nodes[0].encryption_key.back() ^= 1; }),
               CryptoError::bad_parent_hash);
  Plan plan = door.right();
  plan.leaf = [](LeafNode& leaf) { leaf.source = LeafNodeSource::key_package; };
  door.refused(plan, CryptoError::bad_leaf_node);
  plan.leaf = [](LeafNode& leaf) { leaf.capabilities.cipher_suites.clear(); };
  door.refused(plan, CryptoError::bad_leaf_node);
  plan.leaf = [](LeafNode& leaf) { leaf.encryption_key.assign(32, 0); };
  door.refused(plan, CryptoError::bad_leaf_node);
  const Bytes annas = door.as("bo").state.tree.leaf({0})->encryption_key;
  plan.leaf = [&](LeafNode& leaf) { leaf.encryption_key = annas; };
  door.refused(plan, CryptoError::bad_path);
}

// Nobody comes in under the signature key of a member; unless that member goes in the same commit.
TEST(RulesExternal, AMembersSignatureKeyIsTaken) {
  Door door;
  const crypto::SignatureKey cillas = door.as("cilla").state.signature_key.clone();
  Plan plan = door.right();
  plan.joiner->signature_key = cillas.clone();
  door.refused(plan, CryptoError::bad_leaf_node);
  plan.proposals.push_back({Remove{{2}}});
  door.accepted(plan);
}

// 12.2: the new leaf is to the removed one what an Update's would be, so it brings another key.
TEST(RulesExternal, TheRemovedLeafsKeyIsNotTakenOver) {
  Door door;
  const Bytes cillas = door.as("cilla").own_leaf().encryption_key;
  Plan plan = door.right();
  plan.proposals.push_back({Remove{{2}}});
  door.accepted(plan);
  plan.leaf = [&](LeafNode& leaf) { leaf.encryption_key = cillas; };
  door.refused(plan, CryptoError::bad_path);
}

// Whether the joiner may remove that member is the policy's: it sees both.
TEST(RulesExternal, ThePolicySeesWhoReplacesWhom) {
  Door door;
  Plan plan = door.right();
  plan.proposals.push_back({Remove{{2}}});
  CommitApplied seen;
  expect_refused(door.anna(), door.as("bo").commit_message(plan), CryptoError::refused_by_policy, knows_psk(),
                 [&](const CommitApplied& effect) {
                   seen = effect;
                   return effect.committer.identity == effect.removed.at(0).identity;
                 });
  EXPECT_TRUE(seen.external);
  EXPECT_EQ(text(seen.committer.identity), "emil");
  EXPECT_EQ(text(seen.removed.at(0).identity), "cilla");
  EXPECT_EQ(seen.added, std::vector<Member>{seen.committer});
}

// This product's own rule: no way in without the PSK of a live slip. Whose it must be is in circle_rules.
TEST(RulesExternal, WithoutAPskThePolicyRefuses) {
  Door door;
  const CommitPolicy needs_psk = [](const CommitApplied& effect) {
    return !effect.external || !effect.psk_ids.empty();
  };
  expect_refused(door.anna(), door.as("bo").commit_message(door.right()), CryptoError::refused_by_policy, knows_psk(),
                 needs_psk);
  const Plan with_psk = door.plan({{door.init()}, {PreSharedKey{psk_id()}}});
  const Bytes message = door.as("bo").commit_message(with_psk);
  expect_refused(
      door.anna(), message, CryptoError::bad_confirmation_tag,
      [](ByteView) -> std::optional<SecretBytes> { return SecretBytes(Bytes(32, 2)); }, needs_psk);
  EXPECT_TRUE(door.anna().process(message, knows_psk(), needs_psk).has_value());
}

// 8.3, 5.1
TEST(RulesExternal, TheKemOutput) {
  Door door;
  for (const std::uint8_t size : Bytes{0, 31, 33}) {
    Bytes output = door.init().kem_output;
    output.resize(size);
    door.refused(door.plan({{ExternalInit{output}}}), CryptoError::bad_key);
  }
  door.refused(door.plan({{ExternalInit{Bytes(32, 0)}}}), CryptoError::bad_key);
  // Another output than the one the joiner's secret belongs to.
  Plan plan = door.right();
  plan.commit = [&](Commit& commit) { commit.proposals[0] = {Proposal{door.init()}}; };
  door.refused(plan, CryptoError::bad_confirmation_tag);
}

TEST(RulesExternal, ConfirmationTags) {
  Door door;
  for (const std::uint8_t size : Bytes{0, 31, 33}) {
    Plan plan = door.right();
    plan.sent = [=](AuthenticatedContent& content) { content.auth.confirmation_tag.resize(size); };
    door.refused(plan, CryptoError::bad_confirmation_tag);
  }
}

// The epoch's GroupInfo lets one in; the next needs the next epoch's.
TEST(RulesExternal, AGroupInfoIsForOneEpoch) {
  Door door;
  const Bytes first = door.as("bo").commit_message(door.right());
  const Bytes second = door.as("bo").commit_message(door.right());
  ASSERT_TRUE(door.anna().process(first, knows_psk(), accepts_all()).has_value());
  expect_refused(door.anna(), second, CryptoError::past_epoch);
}

// ---- the joiner's side: what a GroupInfo has to be ---------------------------------------------------------------

std::string join(Door& door, const std::function<void(GroupInfo&)>& change, bool sign = true,
                 std::optional<Bytes> tree = std::nullopt) {
  auto info = decode_message<GroupInfo>(*door.circle.at("bo").group_info());
  change(*info);
  if (sign && !sign_group_info(*info, door.as("bo").seed())) return "not signed";
  const Bytes bytes = encode_message(std::move(*info));
  ExternalJoinRequest request{bytes, std::nullopt, {}, std::nullopt};
  if (tree) request.ratchet_tree = *tree;
  const auto joined = Group::join_external(request, identity("emil", door.circle.random), door.circle.random);
  return joined ? "joined" : error_name(joined.error());
}

void erase(Extensions& extensions, std::uint16_t type) {
  std::erase_if(extensions, [=](const Extension& extension) { return extension.type == type; });
}

TEST(RulesExternal, TheGroupInfoThatAJoinerTakes) {
  Door door;
  const Bytes tree = door.circle.at("bo").ratchet_tree();
  EXPECT_EQ(join(door, [](GroupInfo&) {}), "joined");
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.extensions.push_back({0x5a5a, {1}}); }), "joined");  // GREASE
  EXPECT_EQ(
      join(door, [](GroupInfo& info) { erase(info.extensions, extension_type::kRatchetTree); }, true, tree), "joined");
}

TEST(RulesExternal, TheGroupInfoThatAJoinerRefuses) {
  Door door;
  const auto external_pub = [](std::function<void(Bytes&)> change) {
    return [=](GroupInfo& info) {
      for (Extension& extension : info.extensions) {
        if (extension.type != extension_type::kExternalPub) continue;
        tls::Reader reader(extension.data);
        Bytes key = reader.opaque();
        change(key);
        tls::Writer writer;
        writer.opaque(key);
        extension.data = writer.take();
      }
    };
  };
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.group_context.cipher_suite = 1; }), "unsupported_suite");
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.signer = {9}; }), "bad_group_info");
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.signer = {0}; }), "bad_signature");  // Anna did not sign
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.signature.clear(); }, false), "bad_signature");
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.signature.pop_back(); }, false), "bad_signature");
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.group_context.epoch += 1; }, false), "bad_signature");
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.confirmation_tag.clear(); }, false), "bad_signature");
  EXPECT_EQ(join(door, [](GroupInfo& info) { erase(info.extensions, extension_type::kExternalPub); }),
            "bad_group_info");
  EXPECT_EQ(join(door, [](GroupInfo& info) { erase(info.extensions, extension_type::kRatchetTree); }), "missing_tree");
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.group_context.tree_hash[0] ^= 1; }), "bad_tree");
  EXPECT_EQ(join(door, [](GroupInfo& info) { info.group_context.extensions = {{0xf001, {}}}; }), "bad_leaf_node");
  EXPECT_EQ(join(door, external_pub([](Bytes& key) { key.assign(32, 0); })), "bad_key");
  EXPECT_EQ(join(door, external_pub([](Bytes& key) { key.pop_back(); })), "bad_key");
  EXPECT_EQ(join(door, external_pub([](Bytes& key) { key.clear(); })), "bad_key");
  RatchetTree other = door.as("bo").state.tree;
  other.remove({3});
  EXPECT_EQ(join(door, [](GroupInfo&) {}, true, tls::encode(other)), "bad_tree");
}

// A joiner who would not fit in does not even knock.
TEST(RulesExternal, AJoinerChecksItself) {
  Door door;
  ExternalJoinRequest request;
  const Bytes info = *door.circle.at("bo").group_info();
  request.group_info = info;
  request.remove = LeafIndex{9};
  EXPECT_EQ(Group::join_external(request, identity("emil", door.circle.random), door.circle.random).error(),
            CryptoError::bad_proposals);
  request.remove.reset();
  OwnIdentity same_key = identity("emil", door.circle.random);
  same_key.signature_key = door.as("cilla").state.signature_key.clone();
  EXPECT_EQ(Group::join_external(request, same_key, door.circle.random).error(), CryptoError::bad_leaf_node);
}

}  // namespace
}  // namespace bredvid::mls
