// What this product does not use is refused with an error of its own, by every way in, and never half done.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;
using enum CryptoError;

Plan by_value(std::vector<Proposal> proposals) {
  Plan plan;
  plan.proposals = std::move(proposals);
  return plan;
}

Proposal resumption(ResumptionUsage usage) {
  PreSharedKeyId id;
  id.type = PskType::resumption;
  id.usage = usage;
  id.psk_group_id = {1};
  id.psk_nonce = Bytes(32, 1);
  return {PreSharedKey{id}};
}

// RFC 9420 11.2, 12.1.5
TEST(RulesUnsupported, Reinitialisation) {
  Scene scene;
  for (const std::uint16_t version : std::vector<std::uint16_t>{0, kMls10, 2}) {
    const Proposal reinit{ReInit{{1}, version, kSuite, {}}};
    Plan alone = by_value({reinit});
    scene.refused(alone, reinit_unsupported);
    alone.path = false;
    scene.refused(alone, reinit_unsupported);
    scene.refused(by_value({reinit, {Remove{{2}}}}), reinit_unsupported);
    scene.refused(by_value({reinit, reinit}), reinit_unsupported);
    expect_refused(scene.anna(), scene.as("bo").propose(reinit).message, reinit_unsupported);
  }
  scene.refused(by_value({resumption(ResumptionUsage::reinit)}), reinit_unsupported);
  scene.refused(by_value({resumption(ResumptionUsage::reinit), {Remove{{2}}}}), reinit_unsupported);
}

// 11.3
TEST(RulesUnsupported, Branching) {
  Scene scene;
  scene.refused(by_value({resumption(ResumptionUsage::branch)}), branching_unsupported);
  scene.refused(by_value({{Remove{{2}}}, resumption(ResumptionUsage::branch)}), branching_unsupported);
}

// 12.1.8: also when the group says who may send them.
TEST(RulesUnsupported, ExternalProposals) {
  Scene scene;
  const crypto::SignatureKey server = crypto::make_signature_key(scene.circle.random);
  rewrite(scene.circle, [&](GroupState& state) {
    tls::Writer senders;
    senders.vector([&](tls::Writer& inner) {
      inner.opaque(server.public_key);
      Credential{}.encode(inner);
    });
    state.context.extensions = {{extension_type::kExternalSenders, senders.take()}};
  });
  Insider bo = scene.as("bo");
  bo.state.signature_key = server.clone();
  const auto said = [&](SenderType type, Proposal proposal) {
    auto made = bo.signed_as(kWirePublicMessage, std::move(proposal), Sender{type, 0});
    return encode_message(PublicMessage{std::move(made.content), std::move(made.auth), {}});
  };
  expect_refused(scene.anna(), said(SenderType::external, {Remove{{2}}}), external_proposal_unsupported);
  expect_refused(scene.anna(), said(SenderType::external, {Add{scene.key_package()}}), external_proposal_unsupported);
  expect_refused(scene.anna(), said(SenderType::new_member_proposal, {Add{scene.key_package()}}),
                 external_proposal_unsupported);
  scene.accepted({});  // the group with that extension works
}

TEST(RulesUnsupported, OtherCredentialsProposalsAndSuites) {
  Scene scene;
  const auto x509 = [](LeafNode& leaf) {
    leaf.credential = {Credential::kX509, {}, {{1}}};
    leaf.capabilities.credentials.push_back(Credential::kX509);
  };
  const KeyPackage made = scene.key_package([&](KeyPackage& k) { x509(k.leaf_node); });
  EXPECT_EQ(inspect_key_package(encode_message(made)).error(), unsupported);
  scene.refused(by_value({{Add{made}}}), unsupported);

  // A proposal of a type that nobody knows, in a commit: the type stands behind the list's length and the kind's byte.
  const Bytes message = scene.as("bo").commit_message(by_value({{Remove{{2}}}}));
  const Bytes remove{1, 0, 3, 0, 0, 0, 2};
  const auto at = std::search(message.begin(), message.end(), remove.begin(), remove.end());
  ASSERT_NE(at, message.end());
  for (const std::uint8_t type : Bytes{0, 8, 9, 255}) {
    Bytes altered = message;
    altered[static_cast<std::size_t>(at - message.begin()) + 2] = type;
    expect_refused(scene.anna(), altered, unsupported);
  }
  auto info = decode_message<GroupInfo>(*scene.circle.at("bo").group_info());
  info->group_context.cipher_suite = 1;
  ASSERT_TRUE(sign_group_info(*info, scene.as("bo").seed()).has_value());
  EXPECT_EQ(inspect_group_info(encode_message(*info)).error(), unsupported_suite);
}

}  // namespace
}  // namespace bredvid::mls
