// RFC 9420 12.4.3.1: each step of joining by a Welcome. Bo, who is a member, makes Welcomes that are right but for one
// thing; Emil has to refuse them, and his key package stays good for the right one.
#include "tests/crypto/mls/insider.h"

namespace bredvid::mls {
namespace {

using namespace testing_support;

struct Arrival : Scene {
  OwnIdentity emil = identity("emil", circle.random);
  KeyPackageBundle bundle = std::move(*make_key_package(emil, {}, circle.random));
  KeyPackage key_package = *decode_message<KeyPackage>(bundle.key_package);

  Plan adding() {
    Plan plan;
    plan.proposals = {{Add{key_package}}};
    return plan;
  }
  Bytes welcome(const Plan& plan, const WelcomePlan& wrong = {}) {
    Insider bo = as("bo");
    return bo.welcome(bo.commit(plan), key_package, wrong);
  }
  std::string join(const Bytes& bytes, const PskLookup& lookup = knows_psk(),
                   std::optional<ByteView> tree = std::nullopt) {
    const Bytes before = to_bytes(bundle.serialize().view());
    const auto joined = Group::join_by_welcome(bytes, bundle, emil, lookup, tree);
    EXPECT_EQ(to_bytes(bundle.serialize().view()), before);
    return joined ? "joined" : error_name(joined.error());
  }
  std::string with(const WelcomePlan& wrong) { return join(welcome(adding(), wrong)); }
  std::string with_info(std::function<void(GroupInfo&)> change) { return with({std::move(change), {}, {}, {}}); }
  std::string with_signed(std::function<void(GroupInfo&)> change) { return with({{}, std::move(change), {}, {}}); }
  std::string with_secrets(std::function<void(GroupSecrets&)> change) { return with({{}, {}, std::move(change), {}}); }
  std::string with_sent(std::function<void(Welcome&)> change) { return with({{}, {}, {}, std::move(change)}); }
  // A tree or context that all the rest agrees with.
  std::string with_next(std::function<void(GroupState&)> change, bool path = true) {
    Plan plan = adding();
    plan.path = path;
    plan.next = std::move(change);
    return join(welcome(plan));
  }
};

void erase(Extensions& extensions, std::uint16_t type) {
  std::erase_if(extensions, [=](const Extension& extension) { return extension.type == type; });
}

TEST(RulesWelcome, TheRestIsRight) {
  Arrival arrival;
  EXPECT_EQ(arrival.with({}), "joined");
  Plan plan = arrival.adding();
  plan.proposals.push_back({PreSharedKey{psk_id()}});
  EXPECT_EQ(arrival.join(arrival.welcome(plan)), "joined");
  plan.path = false;
  EXPECT_EQ(arrival.join(arrival.welcome(plan)), "joined");
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.extensions.push_back({0x5a5a, {1}}); }), "joined");  // GREASE
}

TEST(RulesWelcome, AnEntryForThisKeyPackage) {
  Arrival arrival;
  EXPECT_EQ(arrival.with_sent([](Welcome& welcome) { welcome.secrets.clear(); }), "not_for_us");
  EXPECT_EQ(arrival.with_sent([](Welcome& welcome) { welcome.secrets[0].new_member[0] ^= 1; }), "not_for_us");
  EXPECT_EQ(arrival.with_sent([](Welcome& welcome) { welcome.secrets[0].new_member.pop_back(); }), "not_for_us");
  EXPECT_EQ(arrival.with_sent([](Welcome& welcome) { welcome.secrets[0].new_member.clear(); }), "not_for_us");
  const auto other = make_key_package(arrival.emil, {}, arrival.circle.random);
  EXPECT_EQ(Group::join_by_welcome(arrival.welcome(arrival.adding()), *other, arrival.emil, {}).error(),
            CryptoError::not_for_us);
  EXPECT_EQ(arrival.join(arrival.welcome(arrival.adding())), "joined");
  // Others' entries beside it don't disturb.
  EXPECT_EQ(arrival.with_sent([](Welcome& welcome) {
    welcome.secrets.insert(welcome.secrets.begin(), EncryptedGroupSecrets{Bytes(32, 7), {Bytes(32, 1), Bytes(20)}});
  }),
            "joined");
}

TEST(RulesWelcome, TheSuite) {
  Arrival arrival;
  EXPECT_EQ(arrival.with_sent([](Welcome& welcome) { welcome.cipher_suite = 1; }), "unsupported_suite");
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.group_context.cipher_suite = 1; }), "unsupported_suite");
}

// 5.1 too: outputs and tags of other sizes, down to the empty one.
TEST(RulesWelcome, TheEncryptedSecrets) {
  Arrival arrival;
  const auto sealed = [&](std::function<void(crypto::HpkeMessage&)> change) {
    return arrival.with_sent([=](Welcome& welcome) { change(welcome.secrets[0].encrypted_group_secrets); });
  };
  EXPECT_EQ(sealed([](auto& message) { message.ciphertext.back() ^= 1; }), "decrypt_failed");
  EXPECT_EQ(sealed([](auto& message) { message.ciphertext.clear(); }), "decrypt_failed");
  for (const std::size_t cut : {std::size_t{1}, std::size_t{15}, std::size_t{16}}) {
    EXPECT_EQ(sealed([=](auto& message) { message.ciphertext.resize(message.ciphertext.size() - cut); }),
              "decrypt_failed");
  }
  EXPECT_EQ(sealed([](auto& message) { message.enc.assign(32, 0); }), "bad_key");
  EXPECT_EQ(sealed([](auto& message) { message.enc.pop_back(); }), "bad_key");
  EXPECT_EQ(sealed([](auto& message) { message.enc.clear(); }), "bad_key");
  EXPECT_EQ(sealed([](auto& message) { message.enc[3] ^= 1; }), "decrypt_failed");
  // Bound to the GroupInfo beside them.
  EXPECT_EQ(arrival.with_sent([](Welcome& welcome) { welcome.encrypted_group_info.back() ^= 1; }), "decrypt_failed");
  EXPECT_EQ(arrival.with_sent([](Welcome& welcome) { welcome.encrypted_group_info.clear(); }), "decrypt_failed");
}

TEST(RulesWelcome, Psks) {
  Arrival arrival;
  Plan plan = arrival.adding();
  plan.proposals.push_back({PreSharedKey{psk_id()}});
  const Bytes welcome = arrival.welcome(plan);
  EXPECT_EQ(arrival.join(welcome, knows_psk()), "joined");
  EXPECT_EQ(arrival.join(welcome, knows_nothing()), "missing_psk");
  EXPECT_EQ(arrival.join(welcome, {}), "missing_psk");
  EXPECT_EQ(arrival.join(welcome, [](ByteView) { return std::optional(SecretBytes(Bytes(32, 1))); }), "decrypt_failed");
  const auto resumed = [&](ResumptionUsage usage) {
    return arrival.with_secrets([=](GroupSecrets& secrets) {
      PreSharedKeyId id;
      id.type = PskType::resumption;
      id.usage = usage;
      id.psk_nonce = Bytes(32, 1);
      secrets.psks.push_back(id);
    });
  };
  EXPECT_EQ(resumed(ResumptionUsage::application), "missing_psk");
  EXPECT_EQ(resumed(ResumptionUsage::reinit), "reinit_unsupported");
  EXPECT_EQ(resumed(ResumptionUsage::branch), "branching_unsupported");
}

TEST(RulesWelcome, AnotherJoinerSecret) {
  Arrival arrival;
  EXPECT_EQ(arrival.with_secrets([](GroupSecrets& secrets) { secrets.joiner_secret.mutable_view()[0] ^= 1; }),
            "decrypt_failed");
  EXPECT_EQ(arrival.with_secrets([](GroupSecrets& secrets) { secrets.joiner_secret = {}; }), "malformed");
  EXPECT_EQ(arrival.with_secrets([](GroupSecrets& secrets) { secrets.joiner_secret = SecretBytes(31); }), "malformed");
}

TEST(RulesWelcome, TheSigner) {
  Arrival arrival;
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.signer = {0}; }), "bad_signature");   // Anna did not
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.signer = {5}; }), "bad_group_info");  // blank
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.signer = {4000000000U}; }), "bad_group_info");
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.signer = {4}; }), "bad_signature");  // Emil himself
  EXPECT_EQ(arrival.with_signed([&](GroupInfo& info) {  // not even when it is his signature
    info.signer = {4};
    EXPECT_TRUE(sign_group_info(info, arrival.emil.signature_key.seed.view()).has_value());
  }),
            "bad_group_info");
  EXPECT_EQ(arrival.with_signed([](GroupInfo& info) { info.signature[0] ^= 1; }), "bad_signature");
  EXPECT_EQ(arrival.with_signed([](GroupInfo& info) { info.signature.clear(); }), "bad_signature");
  EXPECT_EQ(arrival.with_signed([](GroupInfo& info) { info.signature.pop_back(); }), "bad_signature");
  EXPECT_EQ(arrival.with_signed([](GroupInfo& info) { info.signature.push_back(0); }), "bad_signature");
  EXPECT_EQ(arrival.with_signed([](GroupInfo& info) { info.group_context.epoch += 1; }), "bad_signature");
  EXPECT_EQ(arrival.with_signed([](GroupInfo& info) { info.group_context.group_id.push_back(1); }), "bad_signature");
}

TEST(RulesWelcome, TheTreeHash) {
  Arrival arrival;
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.group_context.tree_hash[0] ^= 1; }), "bad_tree");
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.group_context.tree_hash.clear(); }), "bad_tree");
}

TEST(RulesWelcome, TheTreeInsideOrBeside) {
  Arrival arrival;
  Insider bo = arrival.as("bo");
  const MadeCommit made = bo.commit(arrival.adding());
  const Bytes tree = tls::encode(made.next.tree);
  WelcomePlan beside;
  beside.info = [](GroupInfo& info) { erase(info.extensions, extension_type::kRatchetTree); };
  const Bytes welcome = bo.welcome(made, arrival.key_package, beside);
  EXPECT_EQ(arrival.join(welcome), "missing_tree");
  EXPECT_EQ(arrival.join(welcome, knows_psk(), tree), "joined");
  const Bytes other = arrival.circle.at("bo").ratchet_tree();
  EXPECT_EQ(arrival.join(welcome, knows_psk(), other), "bad_tree");
  EXPECT_EQ(arrival.join(welcome, knows_psk(), ByteView{}), "malformed");
  EXPECT_EQ(arrival.join(welcome, knows_psk(), concat({tree, Bytes{0}})), "trailing_bytes");
}

// 7.8, 12.4.3.3: written one way, without a blank node at its end.
TEST(RulesWelcome, NoBlankLastNode) {
  Arrival arrival;
  const auto with_blank_end = [](GroupInfo& info) {
    for (Extension& extension : info.extensions) {
      if (extension.type != extension_type::kRatchetTree) continue;
      tls::Reader reader(extension.data);
      const Bytes nodes = reader.opaque();
      tls::Writer writer;
      writer.opaque(concat({nodes, Bytes{0}}));
      extension.data = writer.take();
    }
  };
  EXPECT_EQ(arrival.with_info(with_blank_end), "malformed");
}

// 7.9.2. Each change is made before hashes, tag and signature are computed.
TEST(RulesWelcome, ParentHashes) {
  Arrival arrival;
  const auto parent = [&](std::uint32_t node, std::function<void(ParentNode&)> change) {
    return arrival.with_next([=](GroupState& next) {
      ParentNode changed = *next.tree.parent_node({node});
      change(changed);
      next.tree.set_parent({node}, changed);
    });
  };
  EXPECT_EQ(parent(1, [](ParentNode&) {}), "joined");
  EXPECT_EQ(parent(1, [](ParentNode& node) { node.parent_hash[0] ^= 1; }), "bad_parent_hash");
  EXPECT_EQ(parent(1, [](ParentNode& node) { node.parent_hash.clear(); }), "bad_parent_hash");
  EXPECT_EQ(parent(7, [](ParentNode& node) { node.parent_hash = Bytes(32, 1); }), "bad_parent_hash");  // the root
  EXPECT_EQ(parent(1, [](ParentNode& node) { node.encryption_key[0] ^= 1; }), "bad_parent_hash");
  EXPECT_EQ(parent(5, [](ParentNode& node) { node.encryption_key[0] ^= 1; }), "bad_parent_hash");
  // A parent that nobody's path set; above the last leaf it does not even have a place in the list (12.4.3.3).
  const auto strange = [&](std::uint32_t node) {
    return arrival.with_next([&, node](GroupState& next) {
      next.tree.set_parent({node}, {crypto::kem_make_key(arrival.circle.random).public_key, {}, {}});
    });
  };
  EXPECT_EQ(strange(5), "bad_parent_hash");
  EXPECT_EQ(strange(9), "malformed");
}

TEST(RulesWelcome, UnmergedLeaves) {
  Arrival arrival;
  const auto unmerged = [&](std::uint32_t node, std::vector<LeafIndex> leaves) {
    return arrival.with_next([=](GroupState& next) {
      ParentNode changed = *next.tree.parent_node({node});
      changed.unmerged_leaves = leaves;
      next.tree.set_parent({node}, changed);
    });
  };
  EXPECT_EQ(unmerged(3, {{2}, {9}}), "bad_tree");  // outside
  EXPECT_EQ(unmerged(7, {{6}}), "bad_tree");       // blank
  EXPECT_EQ(unmerged(1, {{2}}), "bad_tree");       // not below
  EXPECT_EQ(unmerged(3, {{2}}), "bad_tree");       // not in node 5, which lies between
  EXPECT_EQ(unmerged(7, {{4000000000U}}), "bad_tree");
}

TEST(RulesWelcome, KeysAreUnique) {
  Arrival arrival;
  const auto bad_tree = [&](std::function<void(GroupState&)> change) { return arrival.with_next(std::move(change)); };
  EXPECT_EQ(bad_tree([](GroupState& next) {  // a parent's key at another parent
              ParentNode changed = *next.tree.parent_node({5});
              changed.encryption_key = next.tree.parent_node({1})->encryption_key;
              next.tree.set_parent({5}, changed);
            }),
            "bad_tree");
  EXPECT_EQ(bad_tree([](GroupState& next) {  // a leaf's key at a parent
              ParentNode changed = *next.tree.parent_node({5});
              changed.encryption_key = next.tree.leaf({0})->encryption_key;
              next.tree.set_parent({5}, changed);
            }),
            "bad_tree");
  EXPECT_EQ(bad_tree([](GroupState& next) {  // two leaves
              LeafNode changed = *next.tree.leaf({2});
              changed.encryption_key = next.tree.leaf({3})->encryption_key;
              next.tree.set_leaf({2}, changed);
            }),
            "bad_tree");
  EXPECT_EQ(bad_tree([](GroupState& next) {
              LeafNode changed = *next.tree.leaf({2});
              changed.signature_key = next.tree.leaf({3})->signature_key;
              next.tree.set_leaf({2}, changed);
            }),
            "bad_leaf_node");
}

// With such a key in the tree a newcomer could never commit.
TEST(RulesWelcome, EveryKeyCanBeEncryptedTo) {
  Arrival arrival;
  for (const std::uint8_t first : Bytes{0, 1}) {
    Bytes key(32);
    key[0] = first;
    EXPECT_EQ(arrival.with_next([&](GroupState& next) {
      ParentNode changed = *next.tree.parent_node({5});
      changed.encryption_key = key;
      next.tree.set_parent({5}, changed);
    }),
              "bad_tree");
    EXPECT_EQ(arrival.with_next([&](GroupState& next) {
      LeafNode changed = *next.tree.leaf({2});
      changed.encryption_key = key;
      next.tree.set_leaf({2}, changed);
    }),
              "bad_tree");
  }
}

TEST(RulesWelcome, EveryLeafIsChecked) {
  Arrival arrival;
  for (const std::uint32_t index : std::vector<std::uint32_t>{0, 1, 2, 3}) {
    const auto leaf = [&](std::function<void(LeafNode&)> change) {
      return arrival.with_next([=](GroupState& next) {
        LeafNode changed = *next.tree.leaf({index});
        change(changed);
        next.tree.set_leaf({index}, changed);
      });
    };
    using enum LeafNodeSource;
    EXPECT_NE(leaf([](LeafNode& node) { node.signature[0] ^= 1; }), "joined") << index;
    EXPECT_NE(leaf([](LeafNode& node) { node.signature.clear(); }), "joined");
    EXPECT_NE(leaf([](LeafNode& node) { node.credential.identity.push_back('x'); }), "joined");
    EXPECT_NE(leaf([](LeafNode& node) { node.encryption_key[0] ^= 1; }), "joined");
    EXPECT_EQ(leaf([](LeafNode& node) { node.capabilities.cipher_suites = {1}; }), "bad_leaf_node");
    EXPECT_EQ(leaf([](LeafNode& node) { node.capabilities.credentials.clear(); }), "bad_leaf_node");
    EXPECT_EQ(leaf([](LeafNode& node) { node.extensions = {{0xf001, {}}}; }), "bad_leaf_node");
    EXPECT_EQ(leaf([](LeafNode& node) { node.credential = {Credential::kX509, {}, {}}; }), "unsupported");
    EXPECT_NE(leaf([](LeafNode& node) { node.encryption_key.pop_back(); }), "joined");
  }
  // Only the signature is wrong: without a path no parent's hash depends on the new leaf.
  const auto resigned = [](GroupState& next) {
    LeafNode changed = *next.tree.leaf({4});
    changed.lifetime.not_after -= 1;
    next.tree.set_leaf({4}, changed);
  };
  EXPECT_EQ(arrival.with_next(resigned, false), "bad_signature");
}

TEST(RulesWelcome, RequirementsOfTheGroup) {
  Arrival arrival;
  const auto extensions = [&](Extensions list) {
    return arrival.with_next([=](GroupState& next) { next.context.extensions = list; });
  };
  EXPECT_EQ(extensions({{0xf001, {}}}), "bad_leaf_node");  // nobody says that they know it, least of all we
  EXPECT_EQ(extensions(requiring({{0xf001}, {}, {}}).extensions), "bad_leaf_node");
  EXPECT_EQ(extensions(requiring({{}, {}, {Credential::kX509}}).extensions), "bad_leaf_node");
  EXPECT_EQ(extensions(requiring({{}, {}, {Credential::kBasic}}).extensions), "joined");
  EXPECT_EQ(extensions({{extension_type::kRequiredCapabilities, {1}}}), "malformed");
}

TEST(RulesWelcome, OurOwnLeafIsThere) {
  Arrival arrival;
  EXPECT_EQ(arrival.with_next([](GroupState& next) { next.tree.remove({4}); }), "bad_group_info");
  // Another leaf of ours than the one in the key package.
  const auto another = [&](GroupState& next) {
    LeafNode changed = *next.tree.leaf({4});
    changed.lifetime.not_after -= 1;
    EXPECT_TRUE(sign_leaf(changed, {}, arrival.emil.signature_key.seed.view()).has_value());
    next.tree.set_leaf({4}, changed);
  };
  EXPECT_EQ(arrival.with_next(another, false), "bad_group_info");
}

TEST(RulesWelcome, OurPrivateKeysFit) {
  Arrival arrival;
  const Bytes welcome = arrival.welcome(arrival.adding());
  const auto other = make_key_package(arrival.emil, {}, arrival.circle.random);
  KeyPackageBundle mixed{arrival.bundle.key_package, other->init_private.clone(),
                         arrival.bundle.encryption_private.clone()};
  EXPECT_EQ(Group::join_by_welcome(welcome, mixed, arrival.emil, {}).error(), CryptoError::decrypt_failed);
  mixed = {arrival.bundle.key_package, arrival.bundle.init_private.clone(), other->encryption_private.clone()};
  EXPECT_EQ(Group::join_by_welcome(welcome, mixed, arrival.emil, {}).error(), CryptoError::bad_key);
  const OwnIdentity stranger = identity("emil", arrival.circle.random);
  EXPECT_EQ(Group::join_by_welcome(welcome, arrival.bundle, stranger, {}).error(), CryptoError::bad_argument);
}

TEST(RulesWelcome, ThePathSecret) {
  Arrival arrival;
  const auto path_secret = [&](std::function<void(std::optional<SecretBytes>&)> change) {
    return arrival.with_secrets([=](GroupSecrets& secrets) { change(secrets.path_secret); });
  };
  EXPECT_EQ(path_secret([](auto& secret) { secret->mutable_view()[0] ^= 1; }), "bad_path");
  EXPECT_EQ(path_secret([](auto& secret) { secret = SecretBytes(31); }), "bad_path");
  EXPECT_EQ(path_secret([](auto& secret) { secret = SecretBytes(); }), "bad_path");
  // Of a node that is not the lowest one shared.
  Insider bo = arrival.as("bo");
  const MadeCommit made = bo.commit(arrival.adding());
  WelcomePlan lower;
  lower.secrets = [&](GroupSecrets& secrets) { secrets.path_secret = made.path_secrets.front().secret.clone(); };
  EXPECT_EQ(arrival.join(bo.welcome(made, arrival.key_package, lower)), "bad_path");
}

TEST(RulesWelcome, TheConfirmationTag) {
  Arrival arrival;
  for (const std::uint8_t size : Bytes{0, 1, 31, 33}) {
    EXPECT_EQ(arrival.with_info([=](GroupInfo& info) { info.confirmation_tag.resize(size); }), "bad_confirmation_tag");
  }
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.confirmation_tag[7] ^= 1; }), "bad_confirmation_tag");
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.group_context.confirmed_transcript_hash[0] ^= 1; }),
            "bad_confirmation_tag");
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.group_context.epoch += 1; }), "bad_confirmation_tag");
  EXPECT_EQ(arrival.with_info([](GroupInfo& info) { info.group_context.extensions.clear(); }), "joined");  // as it was
}

}  // namespace
}  // namespace bredvid::mls
