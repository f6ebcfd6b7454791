// A member that breaks the rules on purpose: its messages are signed and carry the right membership tag.
//
// The attacker's stored state is opened to get at its keys. Everything is refused before the confirmation tag is looked
// at, and the victim's group stays byte for byte as it was.
#include "crypto/mls/group_state.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "tests/crypto/mls/group_fixture.h"
#include "tests/crypto/mls/open_state.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

// Anna is the victim, Bo the attacker, Cilla a bystander.
struct Attack {
  Circle circle{"anna"};
  GroupState bo;
  Bytes context;

  Attack() {
    circle.join_external("bo", "anna");
    circle.join_external("cilla", "bo");
    bo = open_state(circle.at("bo"));
    context = tls::encode(bo.context);
  }

  Bytes message(Content content, Sender sender = {SenderType::member, 1}) {
    FramedContent framed{bo.context.group_id, bo.context.epoch, sender, {}, std::move(content)};
    auto signed_content = sign_content(kWirePublicMessage, std::move(framed), context, bo.signature_key.seed.view());
    signed_content->auth.confirmation_tag = Bytes(32);
    return encode_message(*protect_public(std::move(*signed_content), bo.secrets.membership_key, context));
  }

  // A correct path for these proposals, as long as they don't change the tree.
  MadePath path() {
    RatchetTree tree = bo.tree;
    TreePrivate keys = bo.tree_private.clone();
    GroupContext next = bo.context;
    auto made = make_path(tree, keys, {bo.context.group_id, bo.own_leaf}, *bo.tree.leaf(bo.own_leaf),
                          bo.signature_key.seed.view(), circle.random);
    next.epoch += 1;
    next.tree_hash = tree.root_hash();
    EXPECT_TRUE(encrypt_path(*made, tree, {}, tls::encode(next), circle.random).has_value());
    return std::move(*made);
  }

  Commit commit_of(std::vector<Proposal> proposals) {
    Commit commit;
    for (Proposal& proposal : proposals) commit.proposals.push_back({std::move(proposal)});
    commit.path = path().path;
    return commit;
  }

  void expect_refused(const Bytes& bytes, CryptoError error) {
    const Bytes before = stored(circle.at("anna"));
    const auto done = circle.at("anna").process(bytes, knows_psk(), accepts_all());
    ASSERT_FALSE(done.has_value());
    EXPECT_STREQ(error_name(done.error()), error_name(error));
    EXPECT_EQ(stored(circle.at("anna")), before);
  }
  void expect_refused_list(std::vector<Proposal> proposals, CryptoError error) {
    expect_refused(message(commit_of(std::move(proposals))), error);
  }
};

Proposal psk_proposal(std::size_t nonce_size, PskType type = PskType::external) {
  PreSharedKeyId id;
  id.type = type;
  if (type == PskType::external) id.psk_id = kPskId;
  id.usage = ResumptionUsage::reinit;
  id.psk_nonce = Bytes(nonce_size, 9);
  return {PreSharedKey{std::move(id)}};
}

TEST(GroupInsider, OnlyTheTagIsWrongOtherwise) {
  Attack attack;  // shows that the attacks below fail for their own reason
  attack.expect_refused_list({}, CryptoError::bad_confirmation_tag);
  attack.expect_refused_list({psk_proposal(32)}, CryptoError::bad_confirmation_tag);
}

TEST(GroupInsider, ProposalLists) {
  Attack attack;
  const LeafNode own = *attack.bo.tree.leaf(attack.bo.own_leaf);
  attack.expect_refused_list({{Remove{{1}}}}, CryptoError::bad_proposals);  // itself
  attack.expect_refused_list({{Remove{{3}}}}, CryptoError::bad_proposals);  // blank
  attack.expect_refused_list({{Remove{{4000000000U}}}}, CryptoError::bad_proposals);
  attack.expect_refused_list({{Remove{{2}}}, {Remove{{2}}}}, CryptoError::bad_proposals);
  attack.expect_refused_list({{Update{own}}}, CryptoError::bad_proposals);  // its own, by value
  attack.expect_refused_list({{ExternalInit{Bytes(32, 1)}}}, CryptoError::bad_proposals);
  attack.expect_refused_list({psk_proposal(31)}, CryptoError::bad_proposals);
  attack.expect_refused_list({psk_proposal(32), psk_proposal(32)}, CryptoError::bad_proposals);
  attack.expect_refused_list({psk_proposal(32, PskType::resumption)}, CryptoError::reinit_unsupported);
  attack.expect_refused_list({{GroupContextExtensions{}}, {GroupContextExtensions{}}}, CryptoError::bad_proposals);
  attack.expect_refused_list({{ReInit{Bytes{1}, kMls10, kSuite, {}}}}, CryptoError::reinit_unsupported);
  Commit by_reference = attack.commit_of({});
  by_reference.proposals.push_back({ProposalReference{Bytes(32, 1)}});
  attack.expect_refused(attack.message(std::move(by_reference)), CryptoError::unknown_proposal);
}

TEST(GroupInsider, GroupExtensionsNotEverybodySupports) {
  Attack attack;
  attack.expect_refused_list({{GroupContextExtensions{{{0xf0f0, {}}}}}}, CryptoError::bad_leaf_node);
  // required_capabilities: no extensions, no proposals, credential type 2 (x509)
  attack.expect_refused_list({{GroupContextExtensions{{{extension_type::kRequiredCapabilities, {0, 0, 2, 0, 2}}}}}},
                             CryptoError::bad_leaf_node);
}

TEST(GroupInsider, MissingAndMisshapenPaths) {
  Attack attack;
  attack.expect_refused(attack.message(Commit{}), CryptoError::bad_path);
  Commit remove_only;
  remove_only.proposals.push_back({Proposal{Remove{{2}}}});
  attack.expect_refused(attack.message(std::move(remove_only)), CryptoError::bad_path);

  auto altered = [&](auto change) {
    Commit commit = attack.commit_of({});
    change(*commit.path);
    return attack.message(std::move(commit));
  };
  attack.expect_refused(altered([](UpdatePath& p) { p.nodes.pop_back(); }), CryptoError::bad_path);
  attack.expect_refused(altered([](UpdatePath& p) { p.nodes.push_back(p.nodes.back()); }), CryptoError::bad_path);
  attack.expect_refused(altered([](UpdatePath& p) { p.nodes[0].encrypted_path_secret.pop_back(); }),
                        CryptoError::bad_path);
  attack.expect_refused(altered([](UpdatePath& p) { p.nodes[0].encryption_key.pop_back(); }), CryptoError::bad_path);
  attack.expect_refused(altered([](UpdatePath& p) { p.nodes[1].encryption_key = p.nodes[0].encryption_key; }),
                        CryptoError::bad_path);
  attack.expect_refused(
      altered([&](UpdatePath& p) { p.nodes[0].encryption_key = attack.bo.tree.leaf({0})->encryption_key; }),
      CryptoError::bad_path);
  // Another key than the one whose secret is sent: the parent hash gives it away.
  attack.expect_refused(altered([](UpdatePath& p) { p.nodes[0].encryption_key = Bytes(32, 9); }),
                        CryptoError::bad_parent_hash);
  attack.expect_refused(altered([](UpdatePath& p) {
                          for (auto& sealed : p.nodes[0].encrypted_path_secret) sealed.ciphertext[0] ^= 1;
                        }),
                        CryptoError::decrypt_failed);
}

TEST(GroupInsider, ChangedLeaves) {
  Attack attack;
  auto resigned = [&](auto change) {
    Commit commit = attack.commit_of({});
    change(commit.path->leaf_node);
    EXPECT_TRUE(sign_leaf(commit.path->leaf_node, {attack.bo.context.group_id, attack.bo.own_leaf},
                          attack.bo.signature_key.seed.view())
                    .has_value());
    return attack.message(std::move(commit));
  };
  attack.expect_refused(resigned([](LeafNode&) {}), CryptoError::bad_confirmation_tag);
  attack.expect_refused(resigned([](LeafNode& leaf) { leaf.credential.identity = {1}; }), CryptoError::bad_leaf_node);
  attack.expect_refused(resigned([](LeafNode& leaf) { leaf.source = LeafNodeSource::update; }),
                        CryptoError::bad_leaf_node);
  attack.expect_refused(resigned([](LeafNode& leaf) { leaf.parent_hash[0] ^= 1; }), CryptoError::bad_parent_hash);
  attack.expect_refused(resigned([](LeafNode& leaf) { leaf.capabilities.credentials.clear(); }),
                        CryptoError::bad_leaf_node);
  attack.expect_refused(
      resigned([&](LeafNode& leaf) { leaf.encryption_key = attack.bo.tree.leaf(attack.bo.own_leaf)->encryption_key; }),
      CryptoError::bad_path);
  // Signed for another place in the tree.
  Commit elsewhere = attack.commit_of({});
  EXPECT_TRUE(
      sign_leaf(elsewhere.path->leaf_node, {attack.bo.context.group_id, {2}}, attack.bo.signature_key.seed.view())
          .has_value());
  attack.expect_refused(attack.message(std::move(elsewhere)), CryptoError::bad_signature);
}

TEST(GroupInsider, SendersThatMayNot) {
  Attack attack;
  const Proposal remove{Remove{{2}}};
  attack.expect_refused(attack.message(remove, {SenderType::member, 0}), CryptoError::own_message);
  attack.expect_refused(attack.message(remove, {SenderType::member, 2}), CryptoError::bad_signature);
  attack.expect_refused(attack.message(remove, {SenderType::member, 3}), CryptoError::unknown_sender);
  attack.expect_refused(attack.message(remove, {SenderType::external, 0}), CryptoError::external_proposal_unsupported);
  attack.expect_refused(attack.message(remove, {SenderType::new_member_proposal}),
                        CryptoError::external_proposal_unsupported);
  attack.expect_refused(attack.message(remove, {SenderType::new_member_commit}), CryptoError::malformed);
  attack.expect_refused(attack.message(Commit{}, {SenderType::new_member_commit}), CryptoError::bad_path);
}

TEST(GroupInsider, ExternalCommitsWithOtherProposals) {
  Attack attack;
  const Sender joiner{SenderType::new_member_commit};
  const Proposal init{ExternalInit{Bytes(32, 1)}};
  for (const std::vector<Proposal>& list : {std::vector<Proposal>{},
                                            {init, init},
                                            {init, {Remove{{0}}}, {Remove{{2}}}},
                                            {init, {GroupContextExtensions{}}}}) {
    attack.expect_refused(attack.message(attack.commit_of(list), joiner), CryptoError::bad_proposals);
  }
}

TEST(GroupInsider, MembershipTags) {
  Attack attack;
  for (std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{32}, std::size_t{33}}) {
    auto message = decode_message<PublicMessage>(attack.message(attack.commit_of({})));
    message->membership_tag.resize(size);
    if (size == 32) message->membership_tag[31] ^= 1;
    attack.expect_refused(encode_message(std::move(*message)), CryptoError::bad_membership_tag);
  }
}

TEST(GroupInsider, ProposalByReferenceIsFollowed) {
  Attack attack;
  const Bytes proposal = attack.message(Proposal{Remove{{2}}});
  const auto stored_proposal = attack.circle.at("anna").process(proposal, knows_psk(), accepts_all());
  ASSERT_TRUE(stored_proposal.has_value());
  EXPECT_EQ(std::get<ProposalStored>(*stored_proposal).proposal_type, 3);
  auto restored = Group::restore(stored(attack.circle.at("anna")));
  EXPECT_TRUE(restored.has_value());
  Commit commit;
  auto content = decode_message<PublicMessage>(proposal);
  const AuthenticatedContent authenticated{kWirePublicMessage, content->content, content->auth};
  commit.proposals.push_back({ProposalReference{proposal_ref(tls::encode(authenticated))}});
  attack.expect_refused(attack.message(std::move(commit)), CryptoError::bad_path);  // found, and needs a path
}

}  // namespace
}  // namespace bredvid::mls
