// A member that breaks one rule on purpose and keeps all others: it signs, tags, encrypts and hashes whatever it is
// told to. What it sends is refused for the one thing that is wrong, or not at all; each test file shows with an
// accepted message that the rest is right.
//
// The keys come out of the member's own stored state.
#pragma once

#include <functional>

#include "crypto/mls/group_epoch.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "crypto/mls/transcript.h"
#include "tests/crypto/mls/group_fixture.h"
#include "tests/crypto/mls/open_state.h"

namespace bredvid::mls::testing_support {

inline Group close_state(const GroupState& state) {
  tls::Writer writer;
  writer.u8(kStateVersion);
  state.encode(writer);
  auto group = Group::restore(writer.view());
  EXPECT_TRUE(group.has_value()) << error_name(group.error());
  return std::move(*group);
}

// The same change in the state of everybody, as if the group had always been like that.
inline void rewrite(Circle& circle, const std::function<void(GroupState&)>& change) {
  for (auto& [name, group] : circle.groups) {
    GroupState state = open_state(group);
    change(state);
    state.context.tree_hash = state.tree.root_hash();
    group = close_state(state);
  }
}

inline PreSharedKeyId psk_id(std::uint8_t nonce = 9, std::size_t nonce_size = crypto::kHashSize) {
  PreSharedKeyId id;
  id.psk_id = kPskId;
  id.psk_nonce = Bytes(nonce_size, nonce);
  return id;
}

// A proposal that was sent by itself.
struct Referred {
  Bytes message;
  Bytes reference;
  LeafIndex sender;
  Proposal proposal;
};

// A commit that is to be made. The functions change something on the way; everything after that is computed from what
// they leave.
struct Plan {
  std::vector<Proposal> proposals;   // by value
  std::vector<Referred> references;  // after those
  bool path = true;
  bool encrypt_to_added = false;                           // wrong (7.6)
  std::function<void(LeafNode&)> leaf;                     // the committer's new leaf, before it is signed
  std::function<void(std::vector<UpdatePathNode>&)> keys;  // of the path's parents, before they are hashed
  std::function<void(std::vector<PathSecret>&)> secrets;   // of the path's parents, before they are encrypted
  std::function<void(UpdatePath&)> path_sent;              // the path as it is sent
  std::function<void(GroupState&)> next;                   // tree and context, before they are hashed
  std::function<void(Commit&)> commit;                     // before it is signed
  std::function<void(AuthenticatedContent&)> sent;         // signed and tagged
  std::optional<LeafIndex> signed_for;                     // a leaf signed for another place
  const crypto::SignatureKey* leaf_key = nullptr;          // signs the leaf instead of our own
  std::optional<OwnIdentity> joiner;                       // an external commit
  Sender sender{SenderType::member, 0};                    // index is filled in; the type changes by `joiner`
  HandshakeFormat format = HandshakeFormat::public_message;
};

struct MadeCommit {
  Bytes message;
  GroupState next;
  SecretBytes joiner;
  SecretBytes psk_secret;
  std::vector<PathSecret> path_secrets;
  std::vector<LeafIndex> added;
  std::vector<PreSharedKeyId> psks;
};

// What goes wrong in a Welcome.
struct WelcomePlan {
  std::function<void(GroupInfo&)> info;         // before it is signed
  std::function<void(GroupInfo&)> info_signed;  // before it is encrypted
  std::function<void(GroupSecrets&)> secrets;   // before they are encrypted
  std::function<void(Welcome&)> sent;
};

class Insider {
 public:
  Insider(Circle& circle, const std::string& name)
      : state(open_state(circle.at(name))), context(tls::encode(state.context)), random_(circle.random) {}

  GroupState state;
  Bytes context;

  [[nodiscard]] LeafPosition position() const { return {state.context.group_id, state.own_leaf}; }
  [[nodiscard]] ByteView seed() const { return state.signature_key.seed.view(); }
  [[nodiscard]] const LeafNode& own_leaf() const { return *state.tree.leaf(state.own_leaf); }

  // A leaf of ours for an Update: with a key of its own, changed, then signed.
  LeafNode update_leaf(const std::function<void(LeafNode&)>& change = {}) {
    LeafNode leaf = own_leaf();
    leaf.source = LeafNodeSource::update;
    leaf.encryption_key = crypto::kem_make_key(random_).public_key;
    if (change) change(leaf);
    EXPECT_TRUE(sign_leaf(leaf, position(), seed()).has_value());
    return leaf;
  }

  AuthenticatedContent signed_as(std::uint16_t wire_format, Content content, std::optional<Sender> sender = {}) {
    FramedContent made = framed(state, std::move(content));
    if (sender) made.sender = *sender;
    auto signed_content = sign_content(wire_format, std::move(made), context, seed());
    EXPECT_TRUE(signed_content.has_value());
    return std::move(*signed_content);
  }

  Bytes as_public(AuthenticatedContent content) {
    return encode_message(*protect_public(std::move(content), state.secrets.membership_key, context));
  }
  Bytes as_private(const AuthenticatedContent& content) {
    return encode_message(
        *protect_private(content, 0, {state.secret_tree, state.secrets.sender_data, context}, random_));
  }

  // A proposal as a PublicMessage.
  Referred propose(Proposal proposal) {
    AuthenticatedContent content = signed_as(kWirePublicMessage, proposal);
    Bytes reference = proposal_ref(tls::encode(content));
    return {as_public(std::move(content)), std::move(reference), state.own_leaf, std::move(proposal)};
  }

  // Encrypts any plaintext as our first message of this type; `change` may alter the header that is authenticated.
  Bytes seal(ContentType type, ByteView plaintext, LeafIndex sender, std::uint32_t generation = 0);

  MadeCommit commit(const Plan& plan);
  // For whoever `made` added first.
  Bytes welcome(const MadeCommit& made, const KeyPackage& key_package, const WelcomePlan& plan = {});
  Bytes commit_message(const Plan& plan) { return commit(plan).message; }

 private:
  struct Applied {
    std::vector<LeafIndex> added;
    std::vector<Psk> psks;
    SecretBytes init;
  };
  Applied apply_loosely(GroupState& next, const std::vector<Referred>& list);
  MadePath make_changed_path(GroupState& next, LeafIndex at, const Plan& plan, const Applied& applied);

  Random& random_;
};

inline Bytes Insider::seal(ContentType type, ByteView plaintext, LeafIndex sender, std::uint32_t generation) {
  const RatchetType ratchet = type == ContentType::application ? RatchetType::application : RatchetType::handshake;
  Ratchet own = state.secret_tree.ratchet(state.own_leaf, ratchet)->clone();
  const auto key = own.take(generation);
  EXPECT_TRUE(key.has_value());
  tls::Writer aad;  // SenderDataAAD; PrivateContentAAD adds the authenticated data
  aad.opaque(state.context.group_id);
  aad.u64(state.context.epoch);
  aad.u8(static_cast<std::uint8_t>(type));
  PrivateMessage message{state.context.group_id, state.context.epoch, type, {}, {}, {}};
  message.ciphertext =
      *crypto::aead_seal(key->key.view(), key->nonce.view(), concat({aad.view(), Bytes{0}}), plaintext);
  tls::Writer who;
  who.u32(sender.value);
  who.u32(generation);
  who.u32(0);  // a reuse guard of zeros leaves the nonce as it is
  const MessageKey hiding = sender_data_key(state.secrets.sender_data, message.ciphertext);
  message.encrypted_sender_data = *crypto::aead_seal(hiding.key.view(), hiding.nonce.view(), aad.view(), who.view());
  return encode_message(std::move(message));
}

// 12.3 without any rule of 12.1 and 12.2, except that what is not there is left alone.
inline Insider::Applied Insider::apply_loosely(GroupState& next, const std::vector<Referred>& list) {
  Applied applied{{}, {}, state.secrets.init.clone()};
  for (const Referred& item : list) {
    if (const auto* change = std::get_if<GroupContextExtensions>(&item.proposal.body)) {
      next.context.extensions = change->extensions;
    }
  }
  for (const Referred& item : list) {
    const auto* update = std::get_if<Update>(&item.proposal.body);
    if (update != nullptr && next.tree.leaf(item.sender) != nullptr) next.tree.update(item.sender, *update->leaf_node);
  }
  for (const Referred& item : list) {
    const auto* remove = std::get_if<Remove>(&item.proposal.body);
    if (remove != nullptr && next.tree.leaf(remove->removed) != nullptr && remove->removed != state.own_leaf) {
      next.tree.remove(remove->removed);
    }
  }
  for (const Referred& item : list) {
    if (const auto* add = std::get_if<Add>(&item.proposal.body)) {
      applied.added.push_back(*next.tree.add(add->key_package->leaf_node));
    }
  }
  for (const Referred& item : list) {
    if (const auto* shared = std::get_if<PreSharedKey>(&item.proposal.body)) {
      const bool resumed = shared->psk->type == PskType::resumption;
      applied.psks.push_back({shared->psk, resumed ? state.secrets.resumption_psk.clone() : psk()});
    } else if (const auto* init = std::get_if<ExternalInit>(&item.proposal.body)) {
      auto opened = open_external_init(init->kem_output, state.secrets.external);
      if (opened) applied.init = std::move(*opened);
    }
  }
  return applied;
}

inline MadePath Insider::make_changed_path(GroupState& next, LeafIndex at, const Plan& plan, const Applied& applied) {
  const LeafNode before = plan.joiner ? leaf_template(*plan.joiner) : own_leaf();
  const ByteView key = plan.joiner ? plan.joiner->signature_key.seed.view() : seed();
  auto made = make_path(next.tree, next.tree_private, {next.context.group_id, at}, before, key, random_);
  EXPECT_TRUE(made.has_value());
  if (plan.keys) plan.keys(made->path.nodes);
  const std::vector<PathStep> steps = next.tree.filtered_direct_path(at);
  Bytes hash;
  for (std::size_t i = steps.size(); i-- > 0;) {
    next.tree.set_parent(steps[i].node, {made->path.nodes[i].encryption_key, hash, {}});
    hash = next.tree.parent_hash(steps[i].node, steps[i].copath_child);
  }
  LeafNode& leaf = made->path.leaf_node;
  leaf.parent_hash = hash;
  if (plan.leaf) plan.leaf(leaf);
  const ByteView leaf_key = plan.leaf_key != nullptr ? plan.leaf_key->seed.view() : key;
  EXPECT_TRUE(sign_leaf(leaf, {next.context.group_id, plan.signed_for.value_or(at)}, leaf_key).has_value());
  next.tree.set_leaf(at, leaf);
  if (plan.secrets) plan.secrets(made->path_secrets);
  GroupContext provisional = next.context;
  provisional.epoch += 1;
  provisional.tree_hash = next.tree.root_hash();
  // Where a key is no key, some other one is encrypted to, so that a message comes out.
  RatchetTree receivers = next.tree;
  for (const LeafIndex index : receivers.members()) {
    LeafNode receiver = *receivers.leaf(index);
    if (!crypto::kem_public_key_is_good(receiver.encryption_key)) {
      receiver.encryption_key = crypto::kem_make_key(random_).public_key;
      receivers.set_leaf(index, std::move(receiver));
    }
  }
  const std::vector<LeafIndex> nobody;
  EXPECT_TRUE(
      encrypt_path(*made, receivers, plan.encrypt_to_added ? nobody : applied.added, tls::encode(provisional), random_)
          .has_value());
  return std::move(*made);
}

inline MadeCommit Insider::commit(const Plan& plan) {
  MadeCommit result{{}, state.clone_for_next_epoch(), {}, {}, {}, {}, {}};
  GroupState& next = result.next;
  std::vector<Referred> list;
  for (const Proposal& proposal : plan.proposals) list.push_back({{}, {}, state.own_leaf, proposal});
  list.insert(list.end(), plan.references.begin(), plan.references.end());
  Applied applied = apply_loosely(next, list);
  const LeafIndex at = plan.joiner ? *next.tree.free_leaf() : state.own_leaf;
  Commit commit;
  for (const Referred& item : list) {
    if (item.reference.empty()) {
      commit.proposals.push_back({item.proposal});
    } else {
      commit.proposals.push_back({ProposalReference{item.reference}});
    }
  }
  SecretBytes commit_secret(crypto::kHashSize);
  if (plan.path) {
    MadePath made = make_changed_path(next, at, plan, applied);
    if (plan.path_sent) plan.path_sent(made.path);
    commit.path = std::move(made.path);
    commit_secret = std::move(made.commit_secret);
    result.path_secrets = std::move(made.path_secrets);
  }
  next.context.epoch += 1;
  if (plan.next) plan.next(next);
  next.context.tree_hash = next.tree.root_hash();
  if (plan.commit) plan.commit(commit);

  const bool as_public_message = plan.format == HandshakeFormat::public_message;
  Sender sender = plan.sender;
  if (plan.joiner) sender.type = SenderType::new_member_commit;
  if (sender.type == SenderType::member) sender.index = state.own_leaf.value;
  FramedContent framed_content = framed(state, std::move(commit));
  framed_content.sender = sender;
  auto content = sign_content(as_public_message ? kWirePublicMessage : kWirePrivateMessage, std::move(framed_content),
                              context, plan.joiner ? plan.joiner->signature_key.seed.view() : seed());
  EXPECT_TRUE(content.has_value());
  next.context.confirmed_transcript_hash = confirmed_transcript_hash(state.interim_transcript_hash, *content);
  result.psk_secret = psk_secret(applied.psks);
  result.joiner = begin_epoch(next, {applied.init, commit_secret, result.psk_secret});
  content->auth.confirmation_tag = next.confirmation_tag;
  if (plan.sent) plan.sent(*content);
  result.added = std::move(applied.added);
  for (const Psk& shared : applied.psks) result.psks.push_back(shared.id);
  result.message = as_public_message ? as_public(std::move(*content)) : as_private(*content);
  return result;
}

inline Bytes Insider::welcome(const MadeCommit& made, const KeyPackage& key_package, const WelcomePlan& plan) {
  GroupInfo info = *make_group_info(made.next);
  if (plan.info) plan.info(info);
  EXPECT_TRUE(sign_group_info(info, seed()).has_value());
  if (plan.info_signed) plan.info_signed(info);
  Welcome welcome;
  welcome.encrypted_group_info = *encrypt_group_info(info, welcome_secret(made.joiner, made.psk_secret));
  GroupSecrets secrets{made.joiner.clone(), std::nullopt, made.psks};
  const NodeIndex shared = common_ancestor(made.next.own_leaf, made.added.at(0));
  for (const PathSecret& step : made.path_secrets) {
    if (step.node == shared) secrets.path_secret = step.secret.clone();
  }
  if (plan.secrets) plan.secrets(secrets);
  welcome.secrets.push_back(*encrypt_group_secrets(secrets, key_package_ref(tls::encode(key_package)),
                                                   key_package.init_key, welcome.encrypted_group_info, random_));
  if (plan.sent) plan.sent(welcome);
  return encode_message(std::move(welcome));
}

// Refused with this error, and not a byte of the state has changed.
inline void expect_refused(Group& group, ByteView message, CryptoError error, const PskLookup& lookup = knows_psk(),
                           const CommitPolicy& policy = accepts_all()) {
  const Bytes before = stored(group);
  const auto done = group.process(message, lookup, policy);
  EXPECT_STREQ(done ? "accepted" : error_name(done.error()), error_name(error));
  EXPECT_EQ(stored(group), before);
}

// Accepted, by a copy of the group, so that it can be asked again.
inline void expect_accepted(const Group& group, ByteView message) {
  auto copy = Group::restore(stored(group));
  ASSERT_TRUE(copy.has_value());
  const auto done = copy->process(message, knows_psk(), accepts_all());
  EXPECT_STREQ(done ? "accepted" : error_name(done.error()), "accepted");
}

// Anna is the victim, Bo the one who breaks rules, Cilla and Disa stand by. All four leaves of the tree are taken.
struct Scene {
  Circle circle{"anna"};
  Scene() {
    circle.join_external("bo", "anna");
    circle.join_external("cilla", "bo");
    circle.join_external("disa", "cilla");
  }
  Group& anna() { return circle.at("anna"); }
  Insider as(const std::string& name) { return Insider(circle, name); }

  // A fresh key package of somebody new, changed, then signed.
  KeyPackage key_package(const std::function<void(KeyPackage&)>& change = {}, const std::string& name = "emil") {
    const OwnIdentity own = identity(name, circle.random);
    const auto bundle = make_key_package(own, {}, circle.random);
    auto made = decode_message<KeyPackage>(bundle->key_package);
    if (change) change(*made);
    EXPECT_TRUE(sign_leaf(made->leaf_node, {}, own.signature_key.seed.view()).has_value());
    EXPECT_TRUE(sign_key_package(*made, own.signature_key.seed.view()).has_value());
    return std::move(*made);
  }

  // Bo commits this; Anna has to refuse it.
  void refused(const Plan& plan, CryptoError error) { expect_refused(anna(), as("bo").commit_message(plan), error); }
  void accepted(const Plan& plan) { expect_accepted(anna(), as("bo").commit_message(plan)); }
  // Says it to everybody else, who keep it.
  Referred propose(const std::string& from, Proposal proposal) {
    Referred made = as(from).propose(std::move(proposal));
    circle.deliver(from, made.message);
    return made;
  }
};

}  // namespace bredvid::mls::testing_support
