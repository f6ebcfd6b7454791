// RFC 9420 2.1, 6, 13.4, 12.4.3.3: one way to write each structure, everything else is refused.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

template <typename T>
std::string read(const Bytes& bytes) {
  const auto done = tls::decode<T>(bytes);
  return done ? "fine" : error_name(done.error());
}

// One of each kind of message, by its wire format.
struct Kinds {
  Scene scene;
  std::map<std::string, Bytes> messages;

  Kinds() {
    Insider bo = scene.as("bo");
    messages["public"] = bo.commit_message({});
    Plan in_private;
    in_private.format = HandshakeFormat::private_message;
    messages["private"] = bo.commit_message(in_private);
    messages["application"] = *scene.circle.at("bo").encrypt(bytes_of("hej"), 32, scene.circle.random);
    messages["group info"] = *scene.circle.at("bo").group_info();
    messages["key package"] = encode_message(scene.key_package());
    CommitRequest request;
    request.add = {messages["key package"]};
    messages["welcome"] = *scene.circle.at("bo").commit(request, scene.circle.random)->welcome();
  }
};

TEST(RulesCodec, EveryKindIsReadAndWrittenBackTheSame) {
  Kinds kinds;
  for (const auto& [name, bytes] : kinds.messages) {
    const auto message = tls::decode<MlsMessage>(bytes);
    ASSERT_TRUE(message.has_value()) << name;
    EXPECT_EQ(tls::encode(*message), bytes) << name;
  }
}

TEST(RulesCodec, NothingFollowsAMessage) {
  Kinds kinds;
  for (const auto& [name, bytes] : kinds.messages) {
    EXPECT_EQ(read<MlsMessage>(concat({bytes, Bytes{0}})), "trailing_bytes") << name;
  }
}

TEST(RulesCodec, NoMessageIsCutShort) {
  Kinds kinds;
  for (const auto& [name, bytes] : kinds.messages) {
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      ASSERT_NE(read<MlsMessage>({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)}), "fine")
          << name << " cut to " << size;
    }
  }
}

TEST(RulesCodec, LengthsAreMinimal) {
  Kinds kinds;
  // Where the first length stands: behind version and wire format, and whatever comes before it.
  const std::map<std::string, std::size_t> first_length{
      {"public", 4}, {"private", 4}, {"application", 4}, {"group info", 8}, {"key package", 8}};
  for (const auto& [name, at] : first_length) {
    const Bytes& bytes = kinds.messages[name];
    const std::uint8_t length = bytes[at];
    ASSERT_LT(length, 64) << name;
    const ByteView before = ByteView(bytes).first(at);
    const ByteView after = ByteView(bytes).subspan(at + 1);
    EXPECT_EQ(read<MlsMessage>(concat({before, Bytes{0x40, length}, after})), "non_minimal_length") << name;
    EXPECT_EQ(read<MlsMessage>(concat({before, Bytes{0x80, 0, 0, length}, after})), "non_minimal_length") << name;
    EXPECT_EQ(read<MlsMessage>(concat({before, Bytes{0xc0, 0, 0, 0, 0, 0, 0, length}, after})), "malformed") << name;
    Bytes longer_than_there = bytes;
    longer_than_there[at] = 0x3f;
    EXPECT_NE(read<MlsMessage>(longer_than_there), "fine") << name;
  }
}

TEST(RulesCodec, VersionsAndWireFormats) {
  Kinds kinds;
  for (const auto& [name, bytes] : kinds.messages) {
    for (const std::uint8_t version : Bytes{0, 2, 255}) {
      Bytes altered = bytes;
      altered[1] = version;
      EXPECT_EQ(read<MlsMessage>(altered), "unsupported_version") << name;
    }
    for (const std::uint8_t format : Bytes{0, 6, 255}) {
      Bytes altered = bytes;
      altered[3] = format;
      EXPECT_EQ(read<MlsMessage>(altered), "malformed") << name;
    }
  }
  GroupContext context;
  Bytes other_version = tls::encode(context);
  other_version[1] = 2;
  EXPECT_EQ(read<GroupContext>(other_version), "unsupported_version");
}

TEST(RulesCodec, KindsThatAreNotInTheRegistry) {
  EXPECT_EQ(read<Sender>({0}), "malformed");
  EXPECT_EQ(read<Sender>({5}), "malformed");
  EXPECT_EQ(read<Sender>({1, 0, 0, 0, 7}), "fine");
  EXPECT_EQ(read<Credential>({0, 0, 0}), "unsupported");
  EXPECT_EQ(read<Credential>({0, 3, 0}), "unsupported");
  EXPECT_EQ(read<Credential>({0, 1, 0}), "fine");
  EXPECT_EQ(read<Proposal>({0, 0}), "unsupported");
  EXPECT_EQ(read<Proposal>({0, 8, 0}), "unsupported");
  EXPECT_EQ(read<Proposal>({0x0a, 0x0a, 0}), "unsupported");  // GREASE has no place here (13.5)
  EXPECT_EQ(read<Proposal>({0, 3, 0, 0, 0, 1}), "fine");
  EXPECT_EQ(read<ProposalOrRef>({0, 0}), "malformed");
  EXPECT_EQ(read<ProposalOrRef>({3, 0}), "malformed");
  EXPECT_EQ(read<ProposalOrRef>({2, 0}), "fine");
  EXPECT_EQ(read<PreSharedKeyId>({0, 0, 0}), "malformed");
  EXPECT_EQ(read<PreSharedKeyId>({3, 0, 0}), "malformed");
  EXPECT_EQ(read<PreSharedKeyId>({1, 0, 0}), "fine");
  EXPECT_EQ(read<PreSharedKeyId>({2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}), "malformed");
  EXPECT_EQ(read<PreSharedKeyId>({2, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}), "malformed");
  EXPECT_EQ(read<PreSharedKeyId>({2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}), "fine");
}

TEST(RulesCodec, ContentTypesAndLeafSources) {
  const Bytes framed_application = tls::encode(FramedContent{{1}, 0, {}, {}, ApplicationData{}});
  ASSERT_EQ(read<FramedContent>(framed_application), "fine");
  const std::size_t type_at = framed_application.size() - 2;
  for (const std::uint8_t type : Bytes{0, 4, 255}) {
    Bytes altered = framed_application;
    altered[type_at] = type;
    EXPECT_EQ(read<FramedContent>(altered), "malformed");
  }
  LeafNode leaf;
  leaf.source = LeafNodeSource::update;
  const Bytes bytes = tls::encode(leaf);
  ASSERT_EQ(read<LeafNode>(bytes), "fine");
  const std::size_t source_at = bytes.size() - 3;  // before the empty extensions and the empty signature
  for (const std::uint8_t source : Bytes{0, 4}) {
    Bytes altered = bytes;
    altered[source_at] = source;
    EXPECT_EQ(read<LeafNode>(altered), "malformed");
  }
}

TEST(RulesCodec, OptionalsAreZeroOrOne) {
  Bytes commit = tls::encode(Commit{});
  ASSERT_EQ(read<Commit>(commit), "fine");
  commit.back() = 2;
  EXPECT_EQ(read<Commit>(commit), "malformed");
  EXPECT_EQ(read<RatchetTree>({1, 2}), "malformed");
  GroupSecrets secrets{SecretBytes(32), std::nullopt, {}};
  tls::Writer writer;
  secrets.encode(writer);
  Bytes bytes = writer.take();
  bytes[33] = 2;  // whether a path secret follows
  tls::Reader reader(bytes);
  (void)GroupSecrets::decode(reader);
  EXPECT_FALSE(reader.finish().has_value());
}

TEST(RulesCodec, ListsOfNumbersAreWhole) {
  Capabilities capabilities = own_capabilities();
  EXPECT_EQ(read<Capabilities>(tls::encode(capabilities)), "fine");
  EXPECT_EQ(read<Capabilities>({3, 0, 1, 0, 0, 0, 0, 0}), "malformed");
  EXPECT_EQ(read<ParentNode>({0, 0, 5, 0, 0, 0, 1, 0}), "malformed");
}

TEST(RulesCodec, NoExtensionTwice) {
  Scene scene;
  const Extensions twice{{0xf001, {1}}, {0xf001, {2}}};
  const Extensions both{{0xf001, {1}}, {0xf002, {1}}};
  const auto in_package = [&](const Extensions& extensions, bool in_leaf) {
    KeyPackage made = scene.key_package();
    (in_leaf ? made.leaf_node.extensions : made.extensions) = extensions;
    return read<KeyPackage>(tls::encode(made));
  };
  EXPECT_EQ(in_package(both, false), "fine");
  EXPECT_EQ(in_package(twice, false), "malformed");
  EXPECT_EQ(in_package(both, true), "fine");
  EXPECT_EQ(in_package(twice, true), "malformed");
  GroupContext context;
  context.extensions = twice;
  EXPECT_EQ(read<GroupContext>(tls::encode(context)), "malformed");
  GroupInfo info;
  info.extensions = twice;
  EXPECT_EQ(read<GroupInfo>(tls::encode(info)), "malformed");
  EXPECT_EQ(read<Proposal>(tls::encode(Proposal{GroupContextExtensions{twice}})), "malformed");
  EXPECT_EQ(read<Proposal>(tls::encode(Proposal{ReInit{{1}, kMls10, kSuite, twice}})), "malformed");
  Plan plan;
  plan.proposals = {{GroupContextExtensions{twice}}};
  scene.refused(plan, CryptoError::malformed);
}

Bytes tree_of(const std::vector<Bytes>& nodes) {
  tls::Writer writer;
  writer.vector([&](tls::Writer& inner) {
    for (const Bytes& node : nodes) inner.fixed(node);
  });
  return writer.take();
}

struct Nodes {
  Bytes blank{0};
  Bytes leaf = concat({Bytes{1, 1}, tls::encode(LeafNode{})});
  Bytes parent = concat({Bytes{1, 2}, tls::encode(ParentNode{})});
};

TEST(RulesCodec, ATreeEndsWithALeaf) {
  const Nodes node;
  EXPECT_EQ(read<RatchetTree>(tree_of({node.leaf})), "fine");
  EXPECT_EQ(read<RatchetTree>(tree_of({node.leaf, node.parent, node.leaf})), "fine");
  EXPECT_EQ(read<RatchetTree>(tree_of({node.leaf, node.blank, node.leaf})), "fine");
  EXPECT_EQ(read<RatchetTree>(tree_of({})), "malformed");
  EXPECT_EQ(read<RatchetTree>(tree_of({node.blank})), "malformed");
  EXPECT_EQ(read<RatchetTree>(tree_of({node.leaf, node.blank, node.blank})), "malformed");
  EXPECT_EQ(read<RatchetTree>(tree_of({node.leaf, node.parent})), "malformed");
  EXPECT_EQ(read<RatchetTree>(tree_of({node.leaf, node.blank, node.leaf, node.parent})), "malformed");
}

TEST(RulesCodec, LeavesAndParentsHaveTheirPlaces) {
  const Nodes node;
  EXPECT_EQ(read<RatchetTree>(tree_of({node.parent})), "malformed");
  EXPECT_EQ(read<RatchetTree>(tree_of({node.leaf, node.leaf, node.leaf})), "malformed");
  EXPECT_EQ(read<RatchetTree>(tree_of({concat({Bytes{1, 0}, tls::encode(LeafNode{})})})), "malformed");
  EXPECT_EQ(read<RatchetTree>(tree_of({concat({Bytes{1, 3}, tls::encode(LeafNode{})})})), "malformed");
}

TEST(RulesCodec, UnmergedLeavesAscend) {
  EXPECT_EQ(read<ParentNode>(tls::encode(ParentNode{{}, {}, {{1}, {2}, {7}}})), "fine");
  EXPECT_EQ(read<ParentNode>(tls::encode(ParentNode{{}, {}, {{2}, {1}}})), "malformed");
  EXPECT_EQ(read<ParentNode>(tls::encode(ParentNode{{}, {}, {{1}, {1}}})), "malformed");
}

TEST(RulesCodec, NothingOverItsSizeCap) {
  std::vector<Bytes> most(node_count({kMaxLeaves}), Bytes{0});
  const Nodes node;
  most.back() = node.leaf;
  EXPECT_EQ(read<RatchetTree>(tree_of(most)), "fine");
  most.back() = {0};
  most.insert(most.end(), {Bytes{0}, node.leaf});
  EXPECT_EQ(read<RatchetTree>(tree_of(most)), "too_large");

  tls::Writer writer;  // an MLSMessage with a group id longer than any vector may be
  writer.u16(kMls10);
  writer.u16(kWirePrivateMessage);
  writer.opaque(Bytes(tls::kMaxVectorSize + 1));
  EXPECT_EQ(read<MlsMessage>(writer.take()), "too_large");

  TestRandom random;
  EXPECT_EQ(Group::create(Bytes(256, 1), identity("anna", random), {}, random).error(), CryptoError::bad_argument);
  EXPECT_EQ(make_key_package(identity(std::string(kMaxIdentitySize + 1, 'x'), random), {}, random).error(),
            CryptoError::bad_argument);
}

TEST(RulesCodec, WhatIsInsideAnExtensionIsWholeToo) {
  Scene scene;
  const auto changed = [&](std::uint16_t type, const std::function<void(Bytes&)>& change) {
    auto info = decode_message<GroupInfo>(*scene.circle.at("bo").group_info());
    for (Extension& extension : info->extensions) {
      if (extension.type == type) change(extension.data);
    }
    EXPECT_TRUE(sign_group_info(*info, scene.as("bo").seed()).has_value());
    const Bytes bytes = encode_message(std::move(*info));
    const auto joined = Group::join_external({bytes, std::nullopt, {}, std::nullopt},
                                             identity("emil", scene.circle.random), scene.circle.random);
    return std::string(joined ? "fine" : error_name(joined.error()));
  };
  EXPECT_EQ(changed(extension_type::kRatchetTree, [](Bytes&) {}), "fine");
  for (const std::uint16_t type : {extension_type::kRatchetTree, extension_type::kExternalPub}) {
    EXPECT_EQ(changed(type, [](Bytes& data) { data.push_back(0); }), "trailing_bytes") << type;
    EXPECT_EQ(changed(type, [](Bytes& data) { data.pop_back(); }), "malformed") << type;
    EXPECT_EQ(changed(type, [](Bytes& data) { data.clear(); }), "malformed") << type;
  }
  Plan plan;  // required_capabilities: three empty lists, and something behind them
  plan.proposals = {{GroupContextExtensions{{{extension_type::kRequiredCapabilities, {0, 0, 0, 0}}}}}};
  scene.refused(plan, CryptoError::trailing_bytes);
  plan.proposals = {{GroupContextExtensions{{{extension_type::kRequiredCapabilities, {0, 0}}}}}};
  scene.refused(plan, CryptoError::malformed);
  plan.proposals = {{GroupContextExtensions{{{extension_type::kRequiredCapabilities, {0, 0, 0}}}}}};
  scene.accepted(plan);
}

TEST(RulesCodec, WhatIsInsideAnEncryptedMessageIsWholeToo) {
  Scene scene;
  Insider bo = scene.as("bo");
  const AuthenticatedContent said = bo.signed_as(kWirePrivateMessage, ApplicationData{{'h', 'e', 'j'}});
  tls::Writer plain;
  encode_content(plain, said.content.content);
  said.auth.encode(plain, ContentType::application);
  expect_accepted(scene.anna(), bo.seal(ContentType::application, plain.view(), bo.state.own_leaf));
  expect_accepted(scene.anna(),
                  bo.seal(ContentType::application, concat({plain.view(), Bytes(100)}), bo.state.own_leaf));
  for (std::size_t size = 0; size < plain.view().size(); ++size) {
    const Bytes cut = bo.seal(ContentType::application, plain.view().first(size), bo.state.own_leaf);
    const auto done = Group::restore(stored(scene.anna()))->process(cut, knows_psk(), accepts_all());
    ASSERT_FALSE(done.has_value()) << size;
  }
  for (const Bytes& padding : {Bytes{1}, Bytes{0, 0, 1}, Bytes{0x80, 0, 0}}) {
    expect_refused(scene.anna(), bo.seal(ContentType::application, concat({plain.view(), padding}), bo.state.own_leaf),
                   CryptoError::bad_padding);
  }
  // The same for a handshake message.
  const AuthenticatedContent proposed = bo.signed_as(kWirePrivateMessage, Proposal{Remove{{2}}});
  tls::Writer proposal;
  encode_content(proposal, proposed.content.content);
  proposed.auth.encode(proposal, ContentType::proposal);
  expect_accepted(scene.anna(), bo.seal(ContentType::proposal, proposal.view(), bo.state.own_leaf));
  expect_refused(scene.anna(),
                 bo.seal(ContentType::proposal, concat({proposal.view(), Bytes{0, 7}}), bo.state.own_leaf),
                 CryptoError::bad_padding);
}

}  // namespace
}  // namespace bredvid::mls
