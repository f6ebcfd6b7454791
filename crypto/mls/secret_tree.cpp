#include "crypto/mls/secret_tree.h"

#include <algorithm>
#include <utility>

#include "crypto/mls/labels.h"

namespace bredvid::mls {
namespace {

constexpr std::size_t kHash = crypto::kHashSize;

MessageKey clone_key(const MessageKey& key) {
  return {key.key.clone(), key.nonce.clone()};
}

}  // namespace

Ratchet Ratchet::clone() const {
  Ratchet copy(secret_.clone());
  copy.next_ = next_;
  for (const Skipped& skipped : skipped_) copy.skipped_.push_back({skipped.generation, clone_key(skipped.key)});
  return copy;
}

// ratchet_key_[n] = DeriveTreeSecret(ratchet_secret_[n], "key", n, AEAD.Nk), likewise the nonce;
// ratchet_secret_[n+1] = DeriveTreeSecret(ratchet_secret_[n], "secret", n, KDF.Nh)
MessageKey Ratchet::step() {
  MessageKey key{derive_tree_secret<crypto::kAeadKeySize>(secret_, "key", next_),
                 derive_tree_secret<crypto::kAeadNonceSize>(secret_, "nonce", next_)};
  secret_ = derive_tree_secret<kHash>(secret_, "secret", next_);
  ++next_;
  return key;
}

Result<MessageKey> Ratchet::take(std::uint32_t generation) {
  if (generation < next_) {
    const auto found = std::find_if(skipped_.begin(), skipped_.end(),
                                    [&](const Skipped& skipped) { return skipped.generation == generation; });
    if (found == skipped_.end()) return std::unexpected(CryptoError::replayed);
    MessageKey key = std::move(found->key);
    skipped_.erase(found);
    return key;
  }
  // The very last generation is never used, so that counting on can't overflow.
  if (generation - next_ > kForwardLimit || generation == ~std::uint32_t{0}) {
    return std::unexpected(CryptoError::too_far_ahead);
  }
  while (next_ < generation) {
    const std::uint32_t jumped_over = next_;
    skipped_.push_back({jumped_over, step()});
  }
  if (skipped_.size() > kSkippedLimit) {
    skipped_.erase(skipped_.begin(), skipped_.end() - static_cast<std::ptrdiff_t>(kSkippedLimit));
  }
  return step();
}

Result<void> Ratchet::skip(std::uint32_t count) {
  if (count > kForwardLimit || ~std::uint32_t{0} - next_ <= count) return std::unexpected(CryptoError::bad_argument);
  for (std::uint32_t i = 0; i < count; ++i) (void)step();
  return {};
}

void Ratchet::encode(tls::Writer& writer) const {
  writer.opaque(secret_);
  writer.u32(next_);
  writer.vector([&](tls::Writer& inner) {
    for (const Skipped& skipped : skipped_) {
      inner.u32(skipped.generation);
      inner.fixed(skipped.key.key.view());
      inner.fixed(skipped.key.nonce.view());
    }
  });
}

Ratchet Ratchet::decode(tls::Reader& reader) {
  Ratchet made(reader.opaque_secret(kHash));
  if (made.secret_.size() != kHash) reader.fail(CryptoError::malformed);
  made.next_ = reader.u32();
  reader.vector(
      [&](tls::Reader& inner) {
        const std::uint32_t generation = inner.u32();
        SecretBytes key(inner.fixed(crypto::kAeadKeySize));
        SecretBytes nonce(inner.fixed(crypto::kAeadNonceSize));
        if (made.skipped_.size() >= kSkippedLimit || generation >= made.next_) inner.fail(CryptoError::malformed);
        made.skipped_.push_back({generation, {std::move(key), std::move(nonce)}});
      },
      tls::kMaxVarint);
  return made;
}

SecretTree::SecretTree(const SecretBytes& encryption_secret, LeafCount leaves) {
  // tree_node_[left(N)]_secret = ExpandWithLabel(tree_node_[N]_secret, "tree", "left", KDF.Nh), likewise "right".
  std::vector<SecretBytes> nodes(node_count(leaves));
  if (nodes.empty()) return;
  nodes[root(leaves).value] = encryption_secret.clone();
  for (std::uint32_t below_level = level(root(leaves)); below_level > 0; --below_level) {
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (level({i}) != below_level) continue;
      nodes[left({i}).value] = expand_with_label<kHash>(nodes[i], "tree", bytes_of("left"));
      nodes[right({i}).value] = expand_with_label<kHash>(nodes[i], "tree", bytes_of("right"));
    }
  }
  for (std::uint32_t i = 0; i < leaves.value; ++i) {
    const SecretBytes& secret = nodes[node_of(LeafIndex{i}).value];
    leaves_.push_back({Ratchet(expand_with_label<kHash>(secret, "handshake", {})),
                       Ratchet(expand_with_label<kHash>(secret, "application", {}))});
  }
}

SecretTree SecretTree::clone() const {
  SecretTree copy;
  for (const LeafRatchets& leaf : leaves_) copy.leaves_.push_back({leaf.handshake.clone(), leaf.application.clone()});
  return copy;
}

const Ratchet* SecretTree::ratchet(LeafIndex leaf, RatchetType type) const {
  if (leaf.value >= leaves_.size()) return nullptr;
  const LeafRatchets& both = leaves_[leaf.value];
  return type == RatchetType::handshake ? &both.handshake : &both.application;
}

Ratchet* SecretTree::ratchet(LeafIndex leaf, RatchetType type) {
  return const_cast<Ratchet*>(std::as_const(*this).ratchet(leaf, type));
}

void SecretTree::encode(tls::Writer& writer) const {
  writer.vector([&](tls::Writer& inner) {
    for (const LeafRatchets& leaf : leaves_) {
      leaf.handshake.encode(inner);
      leaf.application.encode(inner);
    }
  });
}

SecretTree SecretTree::decode(tls::Reader& reader) {
  SecretTree made;
  reader.vector(
      [&](tls::Reader& inner) {
        Ratchet handshake = Ratchet::decode(inner);
        Ratchet application = Ratchet::decode(inner);
        if (made.leaves_.size() >= kMaxLeaves) inner.fail(CryptoError::too_large);
        made.leaves_.push_back({std::move(handshake), std::move(application)});
      },
      tls::kMaxVarint);
  return made;
}

MessageKey sender_data_key(const SecretBytes& sender_data_secret, ByteView ciphertext) {
  const ByteView sample = ciphertext.first(std::min(ciphertext.size(), kHash));
  return {expand_with_label<crypto::kAeadKeySize>(sender_data_secret, "key", sample),
          expand_with_label<crypto::kAeadNonceSize>(sender_data_secret, "nonce", sample)};
}

}  // namespace bredvid::mls
