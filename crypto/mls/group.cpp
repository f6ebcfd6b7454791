#include "crypto/mls/group.h"

#include "crypto/mls/group_epoch.h"
#include "crypto/mls/message.h"

namespace bredvid::mls {
namespace {

constexpr std::size_t kMaxGroupIdSize = 255;

}  // namespace

Group::Group(std::unique_ptr<GroupState> state) : state_(std::move(state)) {}
Group::Group(Group&&) noexcept = default;
Group& Group::operator=(Group&&) noexcept = default;
Group::~Group() = default;

Result<Group> Group::create(ByteView group_id, const OwnIdentity& own, Lifetime lifetime, Random& random,
                            const std::optional<Requirements>& requirements) {
  if (own.identity.size() > kMaxIdentitySize || group_id.size() > kMaxGroupIdSize || group_id.empty()) {
    return std::unexpected(CryptoError::bad_argument);
  }
  auto first = std::make_unique<GroupState>();
  crypto::KemKey leaf_key = crypto::kem_make_key(random);
  LeafNode leaf = leaf_template(own);
  leaf.lifetime = lifetime;
  leaf.encryption_key = leaf_key.public_key;
  BREDVID_CHECK(sign_leaf(leaf, {}, own.signature_key.seed.view()));
  BREDVID_TRY(index, first->tree.add(std::move(leaf)));
  first->own_leaf = index;
  first->signature_key = own.signature_key.clone();
  first->tree_private.set(node_of(index), std::move(leaf_key));
  first->context.group_id = to_bytes(group_id);
  if (requirements) first->context.extensions = requiring(*requirements).extensions;
  BREDVID_CHECK(check_new_tree(first->tree, first->context.extensions));
  first->context.tree_hash = first->tree.root_hash();
  begin_first_epoch(*first, random.secret(crypto::kHashSize));
  return Group(std::move(first));
}

Result<Bytes> Group::encrypt(ByteView data, std::size_t padded_size, Random& random, ByteView authenticated_data) {
  if (state_->removed) return std::unexpected(CryptoError::removed);
  if (data.size() > padded_size) return std::unexpected(CryptoError::bad_argument);
  const Bytes context = tls::encode(state_->context);
  FramedContent framed{state_->context.group_id,
                       state_->context.epoch,
                       {SenderType::member, state_->own_leaf.value},
                       to_bytes(authenticated_data),
                       ApplicationData{{data.begin(), data.end()}}};
  BREDVID_TRY(content,
              sign_content(kWirePrivateMessage, std::move(framed), context, state_->signature_key.seed.view()));
  BREDVID_TRY(message, protect_private(content, padded_size + kPrivateOverhead,
                                       {state_->secret_tree, state_->secrets.sender_data, context}, random));
  return encode_message(std::move(message));
}

Result<Bytes> Group::group_info() const {
  if (state_->removed) return std::unexpected(CryptoError::removed);
  BREDVID_TRY(info, make_group_info(*state_));
  return encode_message(std::move(info));
}

Bytes Group::ratchet_tree() const {
  return tls::encode(state_->tree);
}

std::optional<Requirements> Group::requirements() const {
  const Extension* extension = find_extension(state_->context.extensions, extension_type::kRequiredCapabilities);
  if (extension == nullptr) return std::nullopt;
  auto decoded = tls::decode<RequiredCapabilities>(extension->data);
  if (!decoded) return std::nullopt;
  return std::move(decoded->types);
}

Result<void> Group::skip_own_keys(std::uint32_t count) {
  if (state_->removed) return std::unexpected(CryptoError::removed);
  if (count > kForwardLimit) return std::unexpected(CryptoError::bad_argument);
  for (const RatchetType type : {RatchetType::handshake, RatchetType::application}) {
    Ratchet moved = state_->secret_tree.ratchet(state_->own_leaf, type)->clone();
    BREDVID_CHECK(moved.skip(count));
    *state_->secret_tree.ratchet(state_->own_leaf, type) = std::move(moved);
  }
  return {};
}

const Bytes& Group::group_id() const {
  return state_->context.group_id;
}
std::uint64_t Group::epoch() const {
  return state_->context.epoch;
}
LeafIndex Group::own_leaf() const {
  return state_->own_leaf;
}
bool Group::is_removed() const {
  return state_->removed;
}
std::vector<Member> Group::members() const {
  return members_of(state_->tree);
}
Bytes Group::epoch_authenticator() const {
  return to_bytes(state_->secrets.epoch_authenticator.view());
}

Result<SecretBytes> Group::export_secret(std::string_view label, ByteView context, std::size_t size_bytes) const {
  if (state_->removed) return std::unexpected(CryptoError::removed);
  return mls_export(state_->secrets.exporter, label, context, size_bytes);
}

SecretBytes Group::serialize() const {
  tls::Writer writer;
  writer.u8(kStateVersion);
  state_->encode(writer);
  return std::move(writer).take_secret();
}

Result<Group> Group::restore(ByteView stored) {
  tls::Reader reader(stored);
  const std::uint8_t version = reader.u8();
  if (reader.ok() && (version < kOldestStateVersion || version > kStateVersion)) {
    return std::unexpected(CryptoError::bad_state_version);
  }
  auto state = std::make_unique<GroupState>(GroupState::decode(reader, version));
  if (!reader.finish() || !state->is_consistent()) return std::unexpected(CryptoError::bad_state);
  return Group(std::move(state));
}

}  // namespace bredvid::mls
