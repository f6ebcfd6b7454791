// Making a commit and the Welcome that goes with it (RFC 9420 12.4.1), and merging it later.
#include "crypto/mls/group_epoch.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "crypto/mls/transcript.h"

namespace bredvid::mls {
namespace {

constexpr std::uint8_t kPendingVersion = 1;

struct RequestedProposals {
  std::vector<ResolvedProposal> list;
  std::vector<Psk> psks;
};

Result<RequestedProposals> requested(const CommitRequest& request, LeafIndex own, Random& random) {
  RequestedProposals made;
  for (LeafIndex index : request.remove) made.list.push_back({{Remove{index}}, own});
  for (const Bytes& bytes : request.add) {
    BREDVID_TRY(key_package, decode_message<KeyPackage>(bytes));
    made.list.push_back({{Add{std::move(key_package)}}, own});
  }
  for (const PskInput& input : request.psks) {
    PreSharedKeyId id;
    id.psk_id = input.id;
    id.psk_nonce = random.bytes(crypto::kHashSize);
    made.list.push_back({{PreSharedKey{id}}, own});
    made.psks.push_back({std::move(id), input.secret.clone()});
  }
  return made;
}

// The next epoch, as far as it is known before the commit is signed.
struct Draft {
  std::unique_ptr<GroupState> next;
  AppliedProposals applied;
  MadePath path;
};

Result<Draft> draft_epoch(const GroupState& now, const std::vector<ResolvedProposal>& list, Random& random) {
  Draft draft{std::make_unique<GroupState>(now.clone_for_next_epoch()), {}, {}};
  GroupState& next = *draft.next;
  BREDVID_TRY(applied, apply_proposals(next.tree, next.context, list, now.own_leaf));
  BREDVID_TRY(path, make_path(next.tree, next.tree_private, {now.context.group_id, now.own_leaf},
                              *now.tree.leaf(now.own_leaf), now.signature_key.seed.view(), random));
  BREDVID_CHECK(check_new_tree(next.tree, next.context.extensions));
  next.context.epoch += 1;
  next.context.tree_hash = next.tree.root_hash();
  BREDVID_CHECK(encrypt_path(path, next.tree, applied.added, tls::encode(next.context), random));
  draft.applied = std::move(applied);
  draft.path = std::move(path);
  return draft;
}

// One Welcome for everybody who was added.
Result<Bytes> make_welcome(const Draft& draft, const GroupInfo& info, const SecretBytes& joiner,
                           const std::vector<Psk>& psks, Random& random) {
  Welcome welcome;
  BREDVID_TRY(sealed_info, encrypt_group_info(info, welcome_secret(joiner, psk_secret(psks))));
  welcome.encrypted_group_info = std::move(sealed_info);
  for (std::size_t i = 0; i < draft.applied.added.size(); ++i) {
    const NodeIndex shared = common_ancestor(draft.next->own_leaf, draft.applied.added[i]);
    GroupSecrets secrets{joiner.clone(), std::nullopt, {}};
    for (const PathSecret& step : draft.path.path_secrets) {
      if (step.node == shared) secrets.path_secret = step.secret.clone();
    }
    for (const Psk& psk : psks) secrets.psks.push_back(psk.id);
    const KeyPackage& key_package = draft.applied.key_packages[i];
    BREDVID_TRY(entry, encrypt_group_secrets(secrets, key_package_ref(tls::encode(key_package)), key_package.init_key,
                                             welcome.encrypted_group_info, random));
    welcome.secrets.push_back(std::move(entry));
  }
  return encode_message(std::move(welcome));
}

}  // namespace

PendingCommit::PendingCommit() = default;
PendingCommit::PendingCommit(PendingCommit&&) noexcept = default;
PendingCommit& PendingCommit::operator=(PendingCommit&&) noexcept = default;
PendingCommit::~PendingCommit() = default;

std::optional<Bytes> PendingCommit::welcome() const {
  if (welcome_.empty()) return std::nullopt;
  return welcome_;
}

Result<PendingCommit> Group::commit(const CommitRequest& request, Random& random) {
  GroupState& now = *state_;
  if (now.removed) return std::unexpected(CryptoError::removed);
  BREDVID_TRY(proposals, requested(request, now.own_leaf, random));
  BREDVID_TRY(draft, draft_epoch(now, proposals.list, random));
  GroupState& next = *draft.next;

  Commit commit;
  for (ResolvedProposal& item : proposals.list) commit.proposals.push_back({std::move(item.proposal)});
  commit.path = std::move(draft.path.path);
  FramedContent framed{
      now.context.group_id, now.context.epoch, {SenderType::member, now.own_leaf.value}, {}, std::move(commit)};
  const Bytes context_before = tls::encode(now.context);
  BREDVID_TRY(content,
              sign_content(kWirePrivateMessage, std::move(framed), context_before, now.signature_key.seed.view()));
  next.context.confirmed_transcript_hash = confirmed_transcript_hash(now.interim_transcript_hash, content);
  const SecretBytes joiner =
      begin_epoch(next, {now.secrets.init, draft.path.commit_secret, psk_secret(proposals.psks)});
  content.auth.confirmation_tag = next.confirmation_tag;

  PendingCommit pending;
  BREDVID_TRY(info, make_group_info(next));
  if (!draft.applied.added.empty()) {
    BREDVID_TRY(welcome, make_welcome(draft, info, joiner, proposals.psks, random));
    pending.welcome_ = std::move(welcome);
  }
  pending.group_info_ = encode_message(std::move(info));
  pending.effect_ = describe_commit(next, draft.applied, next.own_leaf, false);
  // Last, since this spends a key of the present epoch.
  BREDVID_TRY(message, protect_private(content, 0, {now.secret_tree, now.secrets.sender_data, context_before}, random));
  pending.message_ = encode_message(std::move(message));
  pending.next_ = std::move(draft.next);
  return pending;
}

Result<CommitApplied> Group::merge(PendingCommit&& pending) {
  if (state_->removed) return std::unexpected(CryptoError::removed);
  if (!pending.next_) return std::unexpected(CryptoError::bad_argument);
  const GroupContext& target = pending.next_->context;
  if (target.group_id != state_->context.group_id) return std::unexpected(CryptoError::wrong_group);
  if (target.epoch <= state_->context.epoch) return std::unexpected(CryptoError::past_epoch);
  if (target.epoch != state_->context.epoch + 1) return std::unexpected(CryptoError::future_epoch);
  keep_past_epoch(*state_, *pending.next_);
  state_ = std::move(pending.next_);
  return std::move(pending.effect_);
}

Result<SecretBytes> PendingCommit::export_secret(std::string_view label, ByteView context,
                                                 std::size_t size_bytes) const {
  if (!next_) return std::unexpected(CryptoError::bad_argument);
  return mls_export(next_->secrets.exporter, label, context, size_bytes);
}

namespace {

void encode_members(tls::Writer& writer, const std::vector<Member>& members) {
  writer.vector([&](tls::Writer& inner) {
    for (const Member& member : members) {
      inner.u32(member.leaf.value);
      inner.opaque(member.identity);
      inner.opaque(member.signature_key);
    }
  });
}

std::vector<Member> decode_members(tls::Reader& reader) {
  std::vector<Member> members;
  reader.vector([&](tls::Reader& inner) {
    const LeafIndex leaf{inner.u32()};
    Bytes identity = inner.opaque();
    members.push_back({leaf, std::move(identity), inner.opaque()});
  });
  return members;
}

}  // namespace

// version, message, welcome (empty: none), group info, then what of the effect is not in the next state, then that
// state.
SecretBytes PendingCommit::serialize() const {
  tls::Writer writer;
  writer.u8(kPendingVersion);
  writer.present(next_ != nullptr);
  if (!next_) return std::move(writer).take_secret();
  writer.opaque(message_);
  writer.opaque(welcome_);
  writer.opaque(group_info_);
  encode_members(writer, effect_.added);
  encode_members(writer, effect_.removed);
  writer.vector([&](tls::Writer& inner) {
    for (const Bytes& id : effect_.psk_ids) inner.opaque(id);
  });
  next_->encode(writer);
  return std::move(writer).take_secret();
}

Result<PendingCommit> PendingCommit::restore(ByteView stored) {
  tls::Reader reader(stored);
  const std::uint8_t version = reader.u8();
  if (reader.ok() && version != kPendingVersion) return std::unexpected(CryptoError::bad_state_version);
  PendingCommit pending;
  if (!reader.present()) {
    if (!reader.finish()) return std::unexpected(CryptoError::bad_state);
    return pending;
  }
  pending.message_ = reader.opaque();
  pending.welcome_ = reader.opaque();
  pending.group_info_ = reader.opaque();
  pending.effect_.added = decode_members(reader);
  pending.effect_.removed = decode_members(reader);
  reader.vector([&](tls::Reader& inner) { pending.effect_.psk_ids.push_back(inner.opaque()); });
  pending.next_ = std::make_unique<GroupState>(GroupState::decode(reader));
  if (!reader.finish() || !pending.next_->is_consistent()) return std::unexpected(CryptoError::bad_state);
  pending.effect_.epoch = pending.next_->context.epoch;
  pending.effect_.committer = member_at(pending.next_->tree, pending.next_->own_leaf);
  return pending;
}

}  // namespace bredvid::mls
