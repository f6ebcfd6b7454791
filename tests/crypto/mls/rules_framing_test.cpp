// RFC 9420 6 to 6.3.2: who may say what, in which envelope, and which tags it carries. Every refusal leaves the group
// as it was, byte for byte.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

const Bytes kLengths{0, 1, 15, 16, 31, 33, 64};  // of tags that have 32 bytes
const Proposal kRemoveDisa{Remove{{3}}};

// MAC(membership_key, AuthenticatedContentTBM), over anything.
Bytes with_membership_tag(const Insider& insider, AuthenticatedContent content) {
  tls::Writer authenticated;
  authenticated.u16(kMls10);
  authenticated.u16(content.wire_format);
  content.content.encode(authenticated);
  authenticated.fixed(insider.context);
  content.auth.encode(authenticated, content_type(content.content.content));
  Bytes tag = crypto::hmac_sha256(insider.state.secrets.membership_key.view(), authenticated.view());
  return encode_message(PublicMessage{std::move(content.content), std::move(content.auth), std::move(tag)});
}

TEST(RulesFraming, TheRestIsRight) {
  Scene scene;
  Insider bo = scene.as("bo");
  expect_accepted(scene.anna(), bo.propose(kRemoveDisa).message);
  expect_accepted(scene.anna(), bo.as_private(bo.signed_as(kWirePrivateMessage, kRemoveDisa)));
  expect_accepted(scene.anna(), with_membership_tag(bo, bo.signed_as(kWirePublicMessage, kRemoveDisa)));
  Plan plan;
  scene.accepted(plan);
  plan.format = HandshakeFormat::private_message;
  scene.accepted(plan);
}

TEST(RulesFraming, OtherGroupsAndEpochs) {
  Scene scene;
  struct Elsewhere {
    std::function<void(GroupContext&)> change;
    CryptoError error;
  };
  const std::vector<Elsewhere> table{
      {[](GroupContext& c) { c.group_id.push_back('x'); }, CryptoError::wrong_group},
      {[](GroupContext& c) { c.group_id.pop_back(); }, CryptoError::wrong_group},
      {[](GroupContext& c) { c.group_id.clear(); }, CryptoError::wrong_group},
      {[](GroupContext& c) { c.epoch -= 1; }, CryptoError::past_epoch},
      {[](GroupContext& c) { c.epoch = 0; }, CryptoError::past_epoch},
      {[](GroupContext& c) { c.epoch += 1; }, CryptoError::future_epoch},
      {[](GroupContext& c) { c.epoch = ~std::uint64_t{0}; }, CryptoError::future_epoch},
  };
  for (const Elsewhere& row : table) {
    Insider bo = scene.as("bo");
    row.change(bo.state.context);
    bo.context = tls::encode(bo.state.context);
    Plan plan;
    expect_refused(scene.anna(), bo.propose(kRemoveDisa).message, row.error);
    expect_refused(scene.anna(), bo.as_private(bo.signed_as(kWirePrivateMessage, kRemoveDisa)), row.error);
    expect_refused(scene.anna(), bo.commit_message(plan), row.error);
    plan.format = HandshakeFormat::private_message;
    expect_refused(scene.anna(), bo.commit_message(plan), row.error);
    const auto far = bo.as_private(bo.signed_as(kWirePrivateMessage, ApplicationData{{'x'}}));
    if (row.error != CryptoError::past_epoch) expect_refused(scene.anna(), far, row.error);
  }
}

TEST(RulesFraming, SendersThatAreNotThere) {
  Scene scene;
  scene.circle.remove("anna", "cilla");
  Insider bo = scene.as("bo");
  for (const std::uint32_t index : std::vector<std::uint32_t>{2, 4, 1000, 4000000000U}) {
    const Sender sender{SenderType::member, index};  // 2 is blank now
    const auto said = bo.signed_as(kWirePublicMessage, kRemoveDisa, sender);
    expect_refused(scene.anna(), with_membership_tag(bo, said), CryptoError::unknown_sender);
    expect_refused(scene.anna(), bo.seal(ContentType::application, Bytes{0, 0}, {index}), CryptoError::unknown_sender);
  }
  // Somebody else's name: their signature is missing.
  const auto forged = bo.signed_as(kWirePublicMessage, kRemoveDisa, Sender{SenderType::member, 3});
  expect_refused(scene.anna(), with_membership_tag(bo, forged), CryptoError::bad_signature);
  const auto own = bo.signed_as(kWirePublicMessage, kRemoveDisa, Sender{SenderType::member, 0});
  expect_refused(scene.anna(), with_membership_tag(bo, own), CryptoError::own_message);
}

TEST(RulesFraming, MembershipTags) {
  Scene scene;
  Insider bo = scene.as("bo");
  for (const Bytes& bytes : {bo.propose(kRemoveDisa).message, bo.commit_message({})}) {
    const auto right = decode_message<PublicMessage>(bytes);
    const auto with_tag = [&](Bytes tag) {
      PublicMessage altered = *right;
      altered.membership_tag = std::move(tag);
      expect_refused(scene.anna(), encode_message(std::move(altered)), CryptoError::bad_membership_tag);
    };
    for (const std::uint8_t size : kLengths) {
      Bytes tag = right->membership_tag;
      tag.resize(size);
      with_tag(std::move(tag));
    }
    for (std::size_t i = 0; i < right->membership_tag.size(); ++i) {
      Bytes tag = right->membership_tag;
      tag[i] ^= 0x80;
      with_tag(std::move(tag));
    }
    // A tag of another message of the same member.
    with_tag(decode_message<PublicMessage>(bo.propose({Remove{{2}}}).message)->membership_tag);
  }
}

TEST(RulesFraming, AnExternalCommitHasNoMembershipTag) {
  Scene scene;
  Plan plan;
  plan.joiner = identity("emil", scene.circle.random);
  plan.proposals = {{ExternalInit{
      make_external_init(external_key(scene.as("bo").state.secrets.external).public_key, scene.circle.random)
          ->kem_output}}};
  const Bytes message = scene.as("bo").commit_message(plan);
  expect_refused(scene.anna(), concat({message, Bytes{32}, Bytes(32)}), CryptoError::trailing_bytes);
  expect_refused(scene.anna(), concat({message, Bytes{0}}), CryptoError::trailing_bytes);
}

TEST(RulesFraming, SignaturesOfAnotherLength) {
  Scene scene;
  Insider bo = scene.as("bo");
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{63}, std::size_t{65}, std::size_t{128}}) {
    AuthenticatedContent said = bo.signed_as(kWirePublicMessage, kRemoveDisa);
    said.auth.signature.resize(size);
    expect_refused(scene.anna(), bo.as_public(said), CryptoError::bad_signature);
    said.wire_format = kWirePrivateMessage;
    expect_refused(scene.anna(), bo.as_private(said), CryptoError::bad_signature);
    Plan plan;
    plan.sent = [&](AuthenticatedContent& content) { content.auth.signature.resize(size); };
    scene.refused(plan, CryptoError::bad_signature);
  }
}

TEST(RulesFraming, ASignatureIsBoundToItsEnvelope) {
  Scene scene;
  Insider bo = scene.as("bo");
  // Signed for a PrivateMessage, sent as a PublicMessage, and the other way.
  AuthenticatedContent said = bo.signed_as(kWirePrivateMessage, kRemoveDisa);
  said.wire_format = kWirePublicMessage;
  expect_refused(scene.anna(), bo.as_public(said), CryptoError::bad_signature);
  said = bo.signed_as(kWirePublicMessage, kRemoveDisa);
  said.wire_format = kWirePrivateMessage;
  expect_refused(scene.anna(), bo.as_private(said), CryptoError::bad_signature);
}

TEST(RulesFraming, ASignatureIsBoundToItsEpoch) {
  Scene scene;
  Insider bo = scene.as("bo");
  // Signed in another epoch's context; tag and encryption are of this one.
  GroupContext other = bo.state.context;
  other.confirmed_transcript_hash[0] ^= 1;
  const Bytes present = bo.context;
  bo.context = tls::encode(other);
  const AuthenticatedContent said = bo.signed_as(kWirePublicMessage, kRemoveDisa);
  const AuthenticatedContent hidden = bo.signed_as(kWirePrivateMessage, kRemoveDisa);
  bo.context = present;
  expect_refused(scene.anna(), bo.as_public(said), CryptoError::bad_signature);
  expect_refused(scene.anna(), bo.as_private(hidden), CryptoError::bad_signature);
}

// The key that counts is the one in the leaf of the message's own epoch. Bo takes a new one with a commit.
TEST(RulesFraming, TheSignatureKeyIsThatOfTheMessagesEpoch) {
  Scene scene;
  const crypto::SignatureKey fresh = crypto::make_signature_key(scene.circle.random);
  Plan plan;
  plan.leaf_key = &fresh;
  plan.leaf = [&](LeafNode& leaf) { leaf.signature_key = fresh.public_key; };
  Insider before = scene.as("bo");
  Insider too_early = scene.as("bo");
  too_early.state.signature_key = fresh.clone();
  const auto say = [](Insider& who) {
    return who.as_private(who.signed_as(kWirePrivateMessage, ApplicationData{{'x'}}));
  };
  expect_refused(scene.anna(), too_early.commit_message(plan), CryptoError::bad_signature);
  expect_refused(scene.anna(), too_early.propose(kRemoveDisa).message, CryptoError::bad_signature);
  expect_refused(scene.anna(), say(too_early), CryptoError::bad_signature);

  MadeCommit made = before.commit(plan);
  ASSERT_TRUE(scene.anna().process(made.message, knows_psk(), accepts_all()).has_value());
  made.next.signature_key = fresh.clone();
  scene.circle.groups.insert_or_assign("bo", close_state(made.next));
  Insider after = scene.as("bo");
  Insider too_late = scene.as("bo");
  too_late.state.signature_key = before.state.signature_key.clone();
  expect_accepted(scene.anna(), say(after));
  expect_refused(scene.anna(), say(too_late), CryptoError::bad_signature);
  expect_refused(scene.anna(), too_late.propose(kRemoveDisa).message, CryptoError::bad_signature);
  // Late messages of the epoch before, under the key of then.
  expect_accepted(scene.anna(), say(before));
  expect_refused(scene.anna(), say(too_early), CryptoError::bad_signature);
}

TEST(RulesFraming, ApplicationDataIsAlwaysPrivate) {
  Scene scene;
  Insider bo = scene.as("bo");
  const AuthenticatedContent said = bo.signed_as(kWirePublicMessage, ApplicationData{{'h', 'e', 'j'}});
  EXPECT_EQ(protect_public(said, bo.state.secrets.membership_key, bo.context).error(), CryptoError::bad_argument);
  expect_refused(scene.anna(), with_membership_tag(bo, said), CryptoError::malformed);
  for (const SenderType type : {SenderType::external, SenderType::new_member_proposal, SenderType::new_member_commit}) {
    const auto outside = bo.signed_as(kWirePublicMessage, ApplicationData{{'x'}}, Sender{type, 0});
    expect_refused(scene.anna(), encode_message(PublicMessage{outside.content, outside.auth, {}}),
                   CryptoError::malformed);
  }
}

TEST(RulesFraming, WhatEachKindOfSenderMaySay) {
  Scene scene;
  Insider bo = scene.as("bo");
  const auto said = [&](SenderType type, Content content) {
    auto made = bo.signed_as(kWirePublicMessage, std::move(content), Sender{type, 0});
    if (content_type(made.content.content) == ContentType::commit) made.auth.confirmation_tag = Bytes(32);
    return encode_message(PublicMessage{std::move(made.content), std::move(made.auth), {}});
  };
  using enum CryptoError;
  expect_refused(scene.anna(), said(SenderType::external, kRemoveDisa), external_proposal_unsupported);
  expect_refused(scene.anna(), said(SenderType::external, Commit{}), external_proposal_unsupported);
  const Proposal add{Add{scene.key_package()}};
  expect_refused(scene.anna(), said(SenderType::new_member_proposal, add), external_proposal_unsupported);
  expect_refused(scene.anna(), said(SenderType::new_member_proposal, Commit{}), external_proposal_unsupported);
  expect_refused(scene.anna(), said(SenderType::new_member_commit, kRemoveDisa), malformed);
  expect_refused(scene.anna(), said(SenderType::new_member_commit, Commit{}), bad_path);
}

TEST(RulesFraming, AeadTagsOfAnotherLength) {
  Scene scene;
  Insider bo = scene.as("bo");
  const std::vector<Bytes> all{bo.as_private(bo.signed_as(kWirePrivateMessage, kRemoveDisa)),
                               bo.as_private(bo.signed_as(kWirePrivateMessage, ApplicationData{{'x'}}))};
  for (const Bytes& bytes : all) {
    const auto right = decode_message<PrivateMessage>(bytes);
    for (std::size_t size = 0; size <= crypto::kAeadTagSize; ++size) {
      PrivateMessage altered = *right;  // down to an empty tag
      altered.ciphertext.resize(right->ciphertext.size() - size);
      if (size == 0) altered.ciphertext.push_back(0);
      expect_refused(scene.anna(), encode_message(altered), CryptoError::decrypt_failed);
      altered = *right;
      altered.encrypted_sender_data.resize(right->encrypted_sender_data.size() - size);
      if (size == 0) altered.encrypted_sender_data.push_back(0);
      expect_refused(scene.anna(), encode_message(altered), CryptoError::decrypt_failed);
    }
    for (const std::uint8_t size : Bytes{0, 1, 15, 16, 17}) {
      PrivateMessage altered = *right;
      altered.ciphertext.resize(size);
      expect_refused(scene.anna(), encode_message(altered), CryptoError::decrypt_failed);
      altered = *right;
      altered.encrypted_sender_data.resize(size);
      expect_refused(scene.anna(), encode_message(altered), CryptoError::decrypt_failed);
    }
  }
}

TEST(RulesFraming, TheHeaderOfAPrivateMessageIsAuthenticated) {
  Scene scene;
  Insider bo = scene.as("bo");
  const auto right =
      decode_message<PrivateMessage>(bo.as_private(bo.signed_as(kWirePrivateMessage, ApplicationData{{'x'}})));
  PrivateMessage altered = *right;
  altered.authenticated_data = {1};
  expect_refused(scene.anna(), encode_message(altered), CryptoError::decrypt_failed);
  for (const ContentType type : {ContentType::proposal, ContentType::commit}) {
    altered = *right;
    altered.type = type;
    expect_refused(scene.anna(), encode_message(altered), CryptoError::decrypt_failed);
  }
}

TEST(RulesFraming, OtherKindsOfMessagesAreNoGroupMessages) {
  Scene scene;
  expect_refused(scene.anna(), *scene.circle.at("bo").group_info(), CryptoError::malformed);
  expect_refused(scene.anna(), encode_message(scene.key_package()), CryptoError::malformed);
  CommitRequest request;
  request.add = {encode_message(scene.key_package())};
  const auto pending = scene.circle.at("bo").commit(request, scene.circle.random);
  expect_refused(scene.anna(), *pending->welcome(), CryptoError::malformed);
  expect_refused(scene.anna(), {}, CryptoError::malformed);
}

TEST(RulesFraming, ARemovedDeviceReadsNothingMore) {
  Scene scene;
  Insider bo = scene.as("bo");
  const Bytes late = *scene.circle.at("bo").encrypt(bytes_of("x"), 32, scene.circle.random);
  scene.circle.remove("bo", "anna");
  for (const Bytes& message : {late, bo.propose(kRemoveDisa).message, bo.commit_message({})}) {
    expect_refused(scene.anna(), message, CryptoError::removed);
  }
}

}  // namespace
}  // namespace bredvid::mls
