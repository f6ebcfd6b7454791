// Ways into a group: Welcome (RFC 9420 12.4.3.1) and external commit (12.4.3.2).
#include "crypto/mls/group_epoch.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "crypto/mls/transcript.h"
#include "crypto/mls/tree_validation.h"

namespace bredvid::mls {
namespace {

// The tree beside a GroupInfo or in its extension. Errors: missing_tree, codec.
Result<RatchetTree> tree_of(const GroupInfo& info, std::optional<ByteView> beside) {
  if (beside) return tls::decode<RatchetTree>(*beside);
  const Extension* extension = find_extension(info.extensions, extension_type::kRatchetTree);
  if (extension == nullptr) return std::unexpected(CryptoError::missing_tree);
  return tls::decode<RatchetTree>(extension->data);
}

// Suite, tree and signature of a GroupInfo. Gives its tree.
Result<RatchetTree> check_group_info(const GroupInfo& info, std::optional<ByteView> beside) {
  if (info.group_context.cipher_suite != kSuite) return std::unexpected(CryptoError::unsupported_suite);
  BREDVID_TRY(tree, tree_of(info, beside));
  const LeafNode* signer = tree.leaf(info.signer);
  if (signer == nullptr) return std::unexpected(CryptoError::bad_group_info);
  BREDVID_CHECK(verify_group_info(info, signer->signature_key));
  BREDVID_CHECK(check_whole_tree(tree, info.group_context));
  return std::move(tree);
}

std::optional<LeafIndex> find_leaf(const RatchetTree& tree, const LeafNode& wanted) {
  for (LeafIndex index : tree.members()) {
    if (*tree.leaf(index) == wanted) return index;
  }
  return std::nullopt;
}

// The keys above our new leaf that the committer set, when the Welcome brings them.
Result<void> adopt_welcome_keys(GroupState& next, LeafIndex signer, const KeyPackageBundle& bundle,
                                GroupSecrets& secrets) {
  BREDVID_TRY(public_key, crypto::x25519_public(bundle.encryption_private.view()));
  next.tree_private.set(node_of(next.own_leaf), {bundle.encryption_private.clone(), std::move(public_key)});
  if (next.tree_private.find(next.tree, node_of(next.own_leaf)) == nullptr) {
    return std::unexpected(CryptoError::bad_key);
  }
  if (secrets.path_secret) {
    BREDVID_CHECK(
        adopt_path_secret(next.tree, next.tree_private, next.own_leaf, signer, std::move(*secrets.path_secret)));
  }
  return {};
}

Result<Bytes> external_pub_of(const GroupInfo& info) {
  const Extension* extension = find_extension(info.extensions, extension_type::kExternalPub);
  if (extension == nullptr) return std::unexpected(CryptoError::bad_group_info);
  tls::Reader reader(extension->data);
  Bytes key = reader.opaque();
  BREDVID_CHECK(reader.finish());
  return key;
}

// The proposals of our external commit, and the PSKs' secrets.
struct ExternalProposals {
  std::vector<ResolvedProposal> list;
  std::vector<Psk> psks;
};

ExternalProposals external_proposals(const ExternalJoinRequest& request, const ExternalInitSecret& init,
                                     Random& random) {
  ExternalProposals made;
  made.list.push_back({{ExternalInit{init.kem_output}}, std::nullopt});
  if (request.remove) made.list.push_back({{Remove{*request.remove}}, std::nullopt});
  for (const PskInput& input : request.psks) {
    PreSharedKeyId id;
    id.psk_id = input.id;
    id.psk_nonce = random.bytes(crypto::kHashSize);
    made.list.push_back({{PreSharedKey{id}}, std::nullopt});
    made.psks.push_back({std::move(id), input.secret.clone()});
  }
  return made;
}

}  // namespace

Result<GroupInfoSummary> inspect_group_info(ByteView group_info, std::optional<ByteView> ratchet_tree) {
  BREDVID_TRY(info, decode_message<GroupInfo>(group_info));
  BREDVID_TRY(tree, check_group_info(info, ratchet_tree));
  return GroupInfoSummary{info.group_context.group_id, info.group_context.epoch, members_of(tree)};
}

Result<Group> Group::join_by_welcome(ByteView welcome, const KeyPackageBundle& bundle, const OwnIdentity& own,
                                     const PskLookup& psk_lookup, std::optional<ByteView> ratchet_tree) {
  BREDVID_TRY(message, decode_message<Welcome>(welcome));
  BREDVID_TRY(key_package, decode_message<KeyPackage>(bundle.key_package));
  if (key_package.leaf_node.signature_key != own.signature_key.public_key) {
    return std::unexpected(CryptoError::bad_argument);
  }
  BREDVID_TRY(secrets,
              decrypt_group_secrets(message, key_package_ref(tls::encode(key_package)), bundle.init_private.view()));
  if (secrets.joiner_secret.size() != crypto::kHashSize) return std::unexpected(CryptoError::malformed);
  BREDVID_TRY(psks, find_psks(secrets.psks, psk_lookup, nullptr));
  const SecretBytes psk = psk_secret(psks);
  BREDVID_TRY(info, decrypt_group_info(message.encrypted_group_info, welcome_secret(secrets.joiner_secret, psk)));
  BREDVID_TRY(tree, check_group_info(info, ratchet_tree));

  auto next = std::make_unique<GroupState>();
  const std::optional<LeafIndex> own_leaf = find_leaf(tree, key_package.leaf_node);
  if (!own_leaf || *own_leaf == info.signer) return std::unexpected(CryptoError::bad_group_info);
  next->own_leaf = *own_leaf;
  next->tree = std::move(tree);
  next->context = std::move(info.group_context);
  next->signature_key = own.signature_key.clone();
  BREDVID_CHECK(adopt_welcome_keys(*next, info.signer, bundle, secrets));
  begin_epoch_from_joiner(*next, secrets.joiner_secret, psk);
  if (!equal_constant_time(next->confirmation_tag, info.confirmation_tag)) {
    return std::unexpected(CryptoError::bad_confirmation_tag);
  }
  return Group(std::move(next));
}

Result<ExternalJoin> Group::join_external(const ExternalJoinRequest& request, const OwnIdentity& own, Random& random) {
  if (own.identity.size() > kMaxIdentitySize) return std::unexpected(CryptoError::bad_argument);
  BREDVID_TRY(info, decode_message<GroupInfo>(request.group_info));
  BREDVID_TRY(tree, check_group_info(info, request.ratchet_tree));
  BREDVID_TRY(external_pub, external_pub_of(info));
  BREDVID_TRY(init, make_external_init(external_pub, random));
  const ExternalProposals proposals = external_proposals(request, init, random);

  const Bytes context_before = tls::encode(info.group_context);
  const Bytes interim_before =
      interim_transcript_hash(info.group_context.confirmed_transcript_hash, info.confirmation_tag);
  auto next = std::make_unique<GroupState>();
  next->context = info.group_context;
  next->tree = std::move(tree);
  next->signature_key = own.signature_key.clone();
  BREDVID_CHECK(apply_proposals(next->tree, next->context, proposals.list, std::nullopt));
  BREDVID_TRY(own_leaf, next->tree.free_leaf());
  next->own_leaf = own_leaf;

  BREDVID_TRY(made, make_path(next->tree, next->tree_private, {next->context.group_id, own_leaf}, leaf_template(own),
                              own.signature_key.seed.view(), random));
  BREDVID_CHECK(check_new_tree(next->tree, next->context.extensions));
  next->context.epoch += 1;
  next->context.tree_hash = next->tree.root_hash();
  BREDVID_CHECK(encrypt_path(made, next->tree, {}, tls::encode(next->context), random));

  Commit commit;
  for (const ResolvedProposal& item : proposals.list) commit.proposals.push_back({item.proposal});
  commit.path = std::move(made.path);
  FramedContent framed{
      next->context.group_id, info.group_context.epoch, {SenderType::new_member_commit}, {}, std::move(commit)};
  BREDVID_TRY(content,
              sign_content(kWirePublicMessage, std::move(framed), context_before, own.signature_key.seed.view()));
  next->context.confirmed_transcript_hash = confirmed_transcript_hash(interim_before, content);
  (void)begin_epoch(*next, {init.init, made.commit_secret, psk_secret(proposals.psks)});
  content.auth.confirmation_tag = next->confirmation_tag;
  // No membership tag: the sender is not a member yet.
  BREDVID_TRY(message, protect_public(std::move(content), next->secrets.membership_key, context_before));
  return ExternalJoin{Group(std::move(next)), encode_message(std::move(message))};
}

}  // namespace bredvid::mls
