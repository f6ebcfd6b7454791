// Tells the watch what is secret in a group: everything in a member's state, and what was made on the way to it and is
// gone by now, derived once more from what it was made of.
#pragma once

#include "crypto/mls/group_state.h"
#include "crypto/mls/labels.h"
#include "tests/secrets/watch.h"

namespace bredvid::watch {

// Gives what it was told to, and tells the watch. Deterministic.
class WatchedRandom final : public Random {
 public:
  explicit WatchedRandom(std::uint8_t seed) : seed_(seed) {}
  void fill(MutableByteView target) override {
    std::size_t done = 0;
    while (done < target.size()) {
      ++counter_;
      const Bytes input{seed_, static_cast<std::uint8_t>(counter_ >> 16), static_cast<std::uint8_t>(counter_ >> 8),
                        static_cast<std::uint8_t>(counter_)};
      const SecretBytes block = crypto::hmac_sha256_secret(bytes_of("watched"), input);
      for (std::size_t i = 0; i < block.size() && done < target.size(); ++i, ++done) target[done] = block.view()[i];
    }
    if (target.size() < crypto::kHashSize) return;  // ids and nonces
    learn(target, "randomness");
    if (target.size() == crypto::kHashSize) made_from(target);
  }

 private:
  // A key seed gives a key pair, a path secret gives path and node secrets and keys: which one it is does not matter.
  static void made_from(ByteView random) {
    learn(crypto::kem_derive_key(random).private_key.view(), "a private key");
    SecretBytes path_secret{random};
    for (int i = 0; i < 5; ++i) {
      learn(path_secret.view(), "a path secret");
      const SecretBytes node = mls::derive_secret(path_secret, "node");
      learn(node.view(), "a node secret");
      learn(crypto::kem_derive_key(node.view()).private_key.view(), "a path key");
      path_secret = mls::derive_secret(path_secret, "path");  // the one after the last is the commit secret
    }
  }

  std::uint8_t seed_;
  std::uint32_t counter_ = 0;
};

inline void learn_ratchet(const mls::Ratchet& ratchet) {
  tls::Writer writer;
  ratchet.encode(writer);
  learn(writer.view().subspan(1, crypto::kHashSize), "a ratchet secret");
  mls::Ratchet ahead = ratchet.clone();
  for (std::uint32_t i = 0; i < 3; ++i) {
    const auto key = ahead.take(ratchet.next_generation() + i);
    if (!key) return;
    learn(key->key.view(), "a message key");
    learn(key->nonce.view(), "a message nonce");
  }
}

inline void learn_state(const mls::GroupState& state) {
  using mls::LeafIndex;
  using mls::NodeIndex;
  learn(state.signature_key.seed.view(), "a signature seed");
  const mls::EpochSecrets& secrets = state.secrets;
  learn(secrets.sender_data.view(), "sender data secret");
  learn(secrets.exporter.view(), "exporter secret");
  learn(secrets.external.view(), "external secret");
  learn(mls::external_key(secrets.external).private_key.view(), "external private key");
  learn(secrets.confirmation_key.view(), "confirmation key");
  learn(secrets.membership_key.view(), "membership key");
  learn(secrets.resumption_psk.view(), "resumption psk");
  learn(secrets.init.view(), "init secret");
  for (std::uint32_t i = 0; i < state.tree.size(); ++i) {
    const SecretBytes* key = state.tree_private.find(state.tree, NodeIndex{i});
    if (key != nullptr) learn(key->view(), is_leaf(NodeIndex{i}) ? "a leaf private key" : "a path private key");
  }
  for (std::uint32_t i = 0; i < state.secret_tree.leaf_count().value; ++i) {
    for (const auto type : {mls::RatchetType::handshake, mls::RatchetType::application}) {
      learn_ratchet(*state.secret_tree.ratchet(LeafIndex{i}, type));
    }
  }
}

// The secrets between two epochs that are gone when the second one stands. `commit_secret` is what the tree gave;
// both states are of that change. What comes out has to be what the second epoch is made of, or it was not this change.
inline bool learn_change(const mls::GroupState& before, const mls::GroupState& after, const SecretBytes& commit_secret,
                         const SecretBytes& psk) {
  const Bytes context = tls::encode(after.context);
  const SecretBytes joiner = mls::joiner_secret(before.secrets.init, commit_secret, context);
  const SecretBytes extracted = crypto::hkdf_extract(joiner.view(), psk.view());
  const SecretBytes epoch = mls::expand_with_label<crypto::kHashSize>(extracted, "epoch", context);
  const SecretBytes encryption = mls::derive_secret(epoch, "encryption");
  if (!equal_constant_time(mls::derive_secret(epoch, "init"), after.secrets.init)) return false;
  learn(commit_secret.view(), "commit secret");
  learn(joiner.view(), "joiner secret");
  learn(mls::welcome_secret(joiner, psk).view(), "welcome secret");
  learn(extracted.view(), "epoch's extracted secret");
  learn(epoch.view(), "epoch secret");
  learn(encryption.view(), "encryption secret");
  learn(mls::expand_with_label<crypto::kHashSize>(encryption, "tree", bytes_of("left")).view(), "secret tree node");
  learn(mls::expand_with_label<crypto::kHashSize>(encryption, "tree", bytes_of("right")).view(), "secret tree node");
  return true;
}

}  // namespace bredvid::watch
