// RFC 9420 14, 9.1, 9.2, 15.3: what moves the state and what does not, and what is forgotten. What a device has
// forgotten is looked for in its stored state, byte by byte: that is all it knows.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

bool holds(const Group& group, ByteView secret) {
  const SecretBytes bytes = group.serialize();
  const ByteView all = bytes.view();
  return std::search(all.begin(), all.end(), secret.begin(), secret.end()) != all.end();
}

Bytes copy_of(const SecretBytes& secret) {
  return to_bytes(secret.view());
}

std::string said(Group& group, ByteView message) {
  const auto done = group.process(message, knows_nothing(), accepts_all());
  if (!done) return error_name(done.error());
  const WipedBytes& data = std::get<ApplicationMessage>(*done).data;
  return {data.begin(), data.end()};
}

Bytes say(Scene& scene, const std::string& name, const std::string& words) {
  return *scene.circle.at(name).encrypt(bytes_of(words), 64, scene.circle.random);
}

// 14: a commit that was made changes nothing but which handshake key comes next.
TEST(RulesKeep, MakingACommitMovesNothing) {
  Scene scene;
  Group& anna = scene.anna();
  const GroupState before = open_state(anna);
  const Bytes authenticator = anna.epoch_authenticator();
  CommitRequest request;
  request.remove = {LeafIndex{2}};
  request.add = {encode_message(scene.key_package())};
  auto pending = anna.commit(request, scene.circle.random);
  ASSERT_TRUE(pending.has_value());
  GroupState after = open_state(anna);
  EXPECT_EQ(after.context, before.context);
  EXPECT_EQ(after.tree, before.tree);
  EXPECT_EQ(anna.epoch_authenticator(), authenticator);
  EXPECT_EQ(after.secret_tree.ratchet({0}, RatchetType::handshake)->next_generation(),
            before.secret_tree.ratchet({0}, RatchetType::handshake)->next_generation() + 1);
  after.secret_tree = SecretTree();
  GroupState without_ratchets = open_state(Group(close_state(before)));
  without_ratchets.secret_tree = SecretTree();
  tls::Writer one;
  tls::Writer other;
  after.encode(one);
  without_ratchets.encode(other);
  EXPECT_TRUE(equal_public(one.view(), other.view()));
  // Everybody else's epoch goes on meanwhile.
  EXPECT_EQ(said(anna, say(scene, "cilla", "hej")), "hej");
  EXPECT_EQ(said(scene.circle.at("cilla"), say(scene, "anna", "hej")), "hej");
}

TEST(RulesKeep, ADroppedCommitLeavesNoTrace) {
  Scene scene;
  {
    auto dropped = scene.anna().commit({}, scene.circle.random);
  }
  scene.circle.commit("bo", {});
  scene.circle.commit("anna", {});
  scene.circle.expect_agreement();
}

TEST(RulesKeep, APendingCommitIsForOneEpochOfOneGroup) {
  Scene scene;
  auto pending = scene.anna().commit({}, scene.circle.random);
  scene.circle.commit("bo", {});
  const Bytes before = stored(scene.anna());
  EXPECT_EQ(scene.anna().merge(std::move(*pending)).error(), CryptoError::past_epoch);
  EXPECT_EQ(stored(scene.anna()), before);
  auto other = Group::create(bytes_of("another"), identity("x", scene.circle.random), {}, scene.circle.random);
  auto theirs = other->commit({}, scene.circle.random);
  EXPECT_EQ(scene.anna().merge(std::move(*theirs)).error(), CryptoError::wrong_group);
  EXPECT_EQ(stored(scene.anna()), before);
}

// 9.1: a key is spent when the message was right, and not before.
TEST(RulesKeep, AForgedMessageSpendsNoKey) {
  Scene scene;
  const Bytes message = say(scene, "bo", "hej");
  auto forged = decode_message<PrivateMessage>(message);
  forged->ciphertext.back() ^= 1;
  expect_refused(scene.anna(), encode_message(*forged), CryptoError::decrypt_failed);
  // Right in everything but the signature, under the very key of Bo's next message: from Disa, who can derive it.
  Insider disa = scene.as("disa");
  Insider bo = scene.as("bo");
  const AuthenticatedContent content = disa.signed_as(kWirePrivateMessage, ApplicationData{{'x'}});
  tls::Writer plain;
  encode_content(plain, content.content.content);
  content.auth.encode(plain, ContentType::application);
  expect_refused(scene.anna(), bo.seal(ContentType::application, plain.view(), {1}, 1), CryptoError::bad_signature);
  EXPECT_EQ(said(scene.anna(), message), "hej");
  EXPECT_EQ(said(scene.anna(), say(scene, "bo", "igen")), "igen");
}

TEST(RulesKeep, DuplicatesAreHarmless) {
  Scene scene;
  const Bytes message = say(scene, "bo", "hej");
  EXPECT_EQ(said(scene.anna(), message), "hej");
  for (int i = 0; i < 3; ++i) expect_refused(scene.anna(), message, CryptoError::replayed);
  const Bytes commit = scene.as("cilla").commit_message({});
  ASSERT_TRUE(scene.anna().process(commit, knows_psk(), accepts_all()).has_value());
  expect_refused(scene.anna(), commit, CryptoError::past_epoch);
}

// 9.2: what a key was made of goes before the key does, and the key goes when it was used.
TEST(RulesKeep, UsedKeysAreForgotten) {
  Scene scene;
  Insider bo = scene.as("bo");
  Ratchet ratchet = bo.state.secret_tree.ratchet({1}, RatchetType::application)->clone();
  tls::Writer writer;
  ratchet.encode(writer);
  const Bytes first_secret = to_bytes(writer.view().subspan(1, 32));
  const auto first = ratchet.take(0);
  const auto second = ratchet.take(1);
  const auto third = ratchet.take(2);
  ASSERT_TRUE(holds(scene.anna(), first_secret));
  std::vector<Bytes> messages;
  for (const char* words : {"ett", "två", "tre"}) messages.push_back(say(scene, "bo", words));
  EXPECT_EQ(said(scene.anna(), messages[1]), "två");
  EXPECT_FALSE(holds(scene.anna(), first_secret));
  EXPECT_FALSE(holds(scene.anna(), second->key.view()));
  EXPECT_TRUE(holds(scene.anna(), first->key.view()));  // may still come
  EXPECT_EQ(said(scene.anna(), messages[0]), "ett");
  EXPECT_FALSE(holds(scene.anna(), first->key.view()));
  EXPECT_EQ(said(scene.anna(), messages[2]), "tre");
  EXPECT_FALSE(holds(scene.anna(), third->key.view()));
  // The sender forgets its own key at once.
  EXPECT_FALSE(holds(scene.circle.at("bo"), first_secret));
  for (const auto* key : {&*first, &*second, &*third}) EXPECT_FALSE(holds(scene.circle.at("bo"), key->key.view()));
}

// 9.2, 7.5: an epoch's secrets go with it, and so do the private keys that a path replaced.
TEST(RulesKeep, AnEpochsSecretsAreForgotten) {
  for (const char* committer : {"anna", "bo"}) {
    Scene scene;
    const GroupState before = open_state(scene.anna());
    const auto old_root = before.tree_private.find(before.tree, root(before.tree.leaf_count()));
    const auto old_leaf = before.tree_private.find(before.tree, node_of(LeafIndex{0}));
    ASSERT_TRUE(old_root != nullptr && old_leaf != nullptr);
    ASSERT_TRUE(holds(scene.anna(), old_root->view()));
    scene.circle.commit(committer, {});
    const Group& anna = scene.anna();
    EXPECT_FALSE(holds(anna, old_root->view())) << committer;
    EXPECT_EQ(holds(anna, old_leaf->view()), std::string("bo") == committer);  // hers, until she commits
    for (const SecretBytes* secret :
         {&before.secrets.init, &before.secrets.exporter, &before.secrets.external, &before.secrets.confirmation_key,
          &before.secrets.membership_key, &before.secrets.epoch_authenticator}) {
      EXPECT_FALSE(holds(anna, secret->view())) << committer;
    }
  }
}

// A node that was blanked has no key any more, so nobody keeps the one it had.
TEST(RulesKeep, KeysOfBlankedNodesAreForgotten) {
  Scene scene;
  const GroupState before = open_state(scene.anna());
  const SecretBytes* above_both = before.tree_private.find(before.tree, {1});  // Anna's and Bo's
  ASSERT_TRUE(above_both != nullptr && holds(scene.anna(), above_both->view()));
  scene.circle.remove("cilla", "bo");
  ASSERT_TRUE(open_state(scene.anna()).tree.is_blank({1}));
  EXPECT_FALSE(holds(scene.anna(), above_both->view()));
}

// Past epochs keep what late messages need, for a few epochs.
TEST(RulesKeep, PastEpochsAreBounded) {
  Scene scene;
  std::vector<Bytes> sender_data;
  for (std::size_t i = 0; i < kPastEpochs + 2; ++i) {
    sender_data.push_back(copy_of(open_state(scene.anna()).secrets.sender_data));
    scene.circle.commit("bo", {});
  }
  for (std::size_t i = 0; i < sender_data.size(); ++i) {
    EXPECT_EQ(holds(scene.anna(), sender_data[i]), i >= 2) << i;
  }
}

TEST(RulesKeep, SkippedKeysAreBounded) {
  Scene scene;
  Bytes last;
  for (std::uint32_t i = 0; i <= kForwardLimit; ++i) last = say(scene, "bo", "x");
  EXPECT_EQ(said(scene.anna(), last), "x");
  const std::size_t size = stored(scene.anna()).size();
  for (std::uint32_t i = 0; i <= kForwardLimit; ++i) last = say(scene, "bo", "y");
  EXPECT_EQ(said(scene.anna(), last), "y");
  EXPECT_LE(stored(scene.anna()).size(), size + 8);
}

// A device that was removed is left with nothing to steal.
TEST(RulesKeep, ARemovedDeviceForgetsEverything) {
  Scene scene;
  scene.circle.commit("bo", {});
  const GroupState before = open_state(scene.anna());
  scene.circle.remove("bo", "anna");
  const Group& anna = scene.anna();
  ASSERT_TRUE(anna.is_removed());
  for (const SecretBytes* secret :
       {&before.secrets.init, &before.secrets.exporter, &before.secrets.external, &before.secrets.membership_key,
        &before.secrets.sender_data, &before.secrets.resumption_psk, &before.past.back().sender_data_secret}) {
    EXPECT_FALSE(holds(anna, secret->view()));
  }
  EXPECT_FALSE(holds(anna, before.tree_private.find(before.tree, node_of(LeafIndex{0}))->view()));
  EXPECT_TRUE(Group::restore(stored(anna)).has_value());
}

}  // namespace
}  // namespace bredvid::mls
