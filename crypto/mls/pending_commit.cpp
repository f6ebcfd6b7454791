// A commit between its making and its acceptance: what it keeps and how it is stored.
#include "crypto/mls/group_epoch.h"

namespace bredvid::mls {

PendingCommit::PendingCommit() = default;
PendingCommit::PendingCommit(PendingCommit&&) noexcept = default;
PendingCommit& PendingCommit::operator=(PendingCommit&&) noexcept = default;
PendingCommit::~PendingCommit() = default;

std::optional<Bytes> PendingCommit::welcome() const {
  if (welcome_.empty()) return std::nullopt;
  return welcome_;
}

Bytes PendingCommit::ratchet_tree() const {
  return next_ ? tls::encode(next_->tree) : Bytes{};
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

// Since version 2.
void encode_rest(tls::Writer& writer, const CommitApplied& effect) {
  writer.vector([&](tls::Writer& inner) {
    for (const LeafIndex index : effect.updated) inner.u32(index.value);
  });
  writer.vector([&](tls::Writer& inner) {
    for (const std::uint64_t epoch : effect.resumed_epochs) inner.u64(epoch);
  });
  writer.present(effect.extensions_changed);
}

void decode_rest(tls::Reader& reader, CommitApplied& effect) {
  reader.vector([&](tls::Reader& inner) { effect.updated.push_back({inner.u32()}); });
  reader.vector([&](tls::Reader& inner) { effect.resumed_epochs.push_back(inner.u64()); });
  effect.extensions_changed = reader.present();
}

}  // namespace

// version, message, welcome (empty: none), group info, then what of the effect is not in the next state, then that
// state.
SecretBytes PendingCommit::serialize() const {
  tls::Writer writer;
  writer.u8(kStateVersion);
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
  encode_rest(writer, effect_);
  next_->encode(writer);
  return std::move(writer).take_secret();
}

Result<PendingCommit> PendingCommit::restore(ByteView stored) {
  tls::Reader reader(stored);
  const std::uint8_t version = reader.u8();
  if (reader.ok() && (version < kOldestStateVersion || version > kStateVersion)) {
    return std::unexpected(CryptoError::bad_state_version);
  }
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
  if (version >= 2) decode_rest(reader, pending.effect_);
  pending.next_ = std::make_unique<GroupState>(GroupState::decode(reader, version));
  if (!reader.finish() || !pending.next_->is_consistent()) return std::unexpected(CryptoError::bad_state);
  pending.effect_.epoch = pending.next_->context.epoch;
  pending.effect_.committer = member_at(pending.next_->tree, pending.next_->own_leaf);
  return pending;
}

}  // namespace bredvid::mls
