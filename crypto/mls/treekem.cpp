#include "crypto/mls/treekem.h"

#include <algorithm>

#include "crypto/mls/labels.h"

namespace bredvid::mls {
namespace {

// node_secret = DeriveSecret(path_secret, "node"); node_priv, node_pub = KEM.DeriveKeyPair(node_secret)
crypto::KemKey node_key(const SecretBytes& path_secret) {
  return crypto::kem_derive_key(derive_secret(path_secret, "node").view());
}

// Blanks the direct path and puts the new public keys in, then computes parent hashes from the root downwards.
// Gives the parent hash that belongs in the leaf.
Bytes merge_keys(RatchetTree& tree, LeafIndex sender, const std::vector<PathStep>& steps,
                 const std::vector<UpdatePathNode>& nodes) {
  tree.blank_direct_path(sender);
  Bytes hash;
  for (std::size_t i = steps.size(); i-- > 0;) {
    tree.set_parent(steps[i].node, {nodes[i].encryption_key, hash, {}});
    hash = tree.parent_hash(steps[i].node, steps[i].copath_child);
  }
  return hash;
}

std::vector<NodeIndex> receivers(const RatchetTree& tree, NodeIndex copath_child, const std::vector<LeafIndex>& added) {
  std::vector<NodeIndex> nodes = tree.resolution(copath_child);
  std::erase_if(nodes, [&](NodeIndex node) {
    return is_leaf(node) && std::find(added.begin(), added.end(), leaf_of(node)) != added.end();
  });
  return nodes;
}

// None of the path's keys may stand in the tree already, nor twice in the path.
bool keys_are_new(const RatchetTree& tree, const UpdatePath& path) {
  std::vector<Bytes> fresh{path.leaf_node.encryption_key};
  for (const UpdatePathNode& node : path.nodes) fresh.push_back(node.encryption_key);
  std::sort(fresh.begin(), fresh.end());
  if (std::adjacent_find(fresh.begin(), fresh.end()) != fresh.end()) return false;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const Bytes* key = tree.encryption_key({i});
    if (key != nullptr && std::binary_search(fresh.begin(), fresh.end(), *key)) return false;
  }
  return true;
}

}  // namespace

void TreePrivate::set(NodeIndex node, crypto::KemKey key) {
  std::erase_if(entries_, [&](const Entry& entry) { return entry.node == node; });
  entries_.push_back({node, std::move(key)});
}

const SecretBytes* TreePrivate::find(const RatchetTree& tree, NodeIndex node) const {
  const Bytes* public_key = tree.encryption_key(node);
  for (const Entry& entry : entries_) {
    if (public_key != nullptr && entry.node == node && entry.key.public_key == *public_key) {
      return &entry.key.private_key;
    }
  }
  return nullptr;
}

void TreePrivate::prune(const RatchetTree& tree) {
  std::erase_if(entries_, [&](const Entry& entry) { return find(tree, entry.node) == nullptr; });
}

TreePrivate TreePrivate::clone() const {
  TreePrivate copy;
  for (const Entry& entry : entries_) copy.entries_.push_back({entry.node, entry.key.clone()});
  return copy;
}

void TreePrivate::encode(tls::Writer& writer) const {
  writer.vector([&](tls::Writer& inner) {
    for (const Entry& entry : entries_) {
      inner.u32(entry.node.value);
      inner.fixed(entry.key.private_key.view());
    }
  });
}

TreePrivate TreePrivate::decode(tls::Reader& reader) {
  TreePrivate made;
  reader.vector([&](tls::Reader& inner) {
    const NodeIndex node{inner.u32()};
    SecretBytes private_key(inner.fixed(crypto::kKemKeySize));
    auto public_key = crypto::x25519_public(private_key.view());
    if (!public_key) return inner.fail(CryptoError::malformed);
    made.set(node, {std::move(private_key), std::move(*public_key)});
  });
  return made;
}

Result<MadePath> make_path(RatchetTree& tree, TreePrivate& own, LeafPosition sender, LeafNode leaf, ByteView seed,
                           Random& random) {
  const std::vector<PathStep> steps = tree.filtered_direct_path(sender.leaf);
  MadePath made;
  // path_secret[0] is random, path_secret[n] = DeriveSecret(path_secret[n-1], "path"), the one after the last is the
  // commit secret.
  SecretBytes next = random.secret(crypto::kHashSize);
  for (const PathStep& step : steps) {
    crypto::KemKey key = node_key(next);
    made.path.nodes.push_back({key.public_key, {}});
    own.set(step.node, std::move(key));
    made.copath.push_back(step.copath_child);
    SecretBytes above = derive_secret(next, "path");
    made.path_secrets.push_back({step.node, std::move(next)});
    next = std::move(above);
  }
  made.commit_secret = std::move(next);

  crypto::KemKey leaf_key = crypto::kem_make_key(random);
  leaf.encryption_key = leaf_key.public_key;
  leaf.source = LeafNodeSource::commit;
  leaf.parent_hash = merge_keys(tree, sender.leaf, steps, made.path.nodes);
  BREDVID_CHECK(sign_leaf(leaf, sender, seed));
  own.set(node_of(sender.leaf), std::move(leaf_key));
  tree.set_leaf(sender.leaf, leaf);
  made.path.leaf_node = std::move(leaf);
  own.prune(tree);
  return made;
}

Result<void> encrypt_path(MadePath& made, const RatchetTree& tree, const std::vector<LeafIndex>& added,
                          ByteView encoded_context, Random& random) {
  for (std::size_t i = 0; i < made.path.nodes.size(); ++i) {
    for (NodeIndex receiver : receivers(tree, made.copath[i], added)) {
      BREDVID_TRY(sealed, encrypt_with_label(*tree.encryption_key(receiver), "UpdatePathNode", encoded_context,
                                             made.path_secrets[i].secret.view(), random));
      made.path.nodes[i].encrypted_path_secret.push_back(std::move(sealed));
    }
  }
  return {};
}

Result<void> merge_path(RatchetTree& tree, LeafPosition sender, const UpdatePath& path,
                        const std::vector<LeafIndex>& added) {
  const std::vector<PathStep> steps = tree.filtered_direct_path(sender.leaf);
  if (path.nodes.size() != steps.size() || !keys_are_new(tree, path)) return std::unexpected(CryptoError::bad_path);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (path.nodes[i].encrypted_path_secret.size() != receivers(tree, steps[i].copath_child, added).size() ||
        !crypto::kem_public_key_is_good(path.nodes[i].encryption_key)) {  // we may have to encrypt to it later
      return std::unexpected(CryptoError::bad_path);
    }
  }
  if (path.leaf_node.source != LeafNodeSource::commit) return std::unexpected(CryptoError::bad_leaf_node);
  BREDVID_CHECK(check_new_key(path.leaf_node));
  BREDVID_CHECK(verify_leaf_signature(path.leaf_node, sender));
  if (merge_keys(tree, sender.leaf, steps, path.nodes) != path.leaf_node.parent_hash) {
    return std::unexpected(CryptoError::bad_parent_hash);
  }
  tree.set_leaf(sender.leaf, path.leaf_node);
  return {};
}

Result<SecretBytes> decrypt_path(const RatchetTree& tree, TreePrivate& keys, LeafIndex own, LeafIndex sender,
                                 const UpdatePath& path, const std::vector<LeafIndex>& added,
                                 ByteView encoded_context) {
  const std::vector<PathStep> steps = tree.filtered_direct_path(sender);
  const auto shared =
      std::find_if(steps.begin(), steps.end(), [&](const PathStep& step) { return is_ancestor(step.node, own); });
  if (shared == steps.end()) return std::unexpected(CryptoError::bad_path);
  const std::vector<NodeIndex> nodes = receivers(tree, shared->copath_child, added);
  const UpdatePathNode& for_us = path.nodes[static_cast<std::size_t>(shared - steps.begin())];
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const SecretBytes* private_key = keys.find(tree, nodes[i]);
    if (private_key == nullptr) continue;
    BREDVID_TRY(path_secret, decrypt_with_label(private_key->view(), "UpdatePathNode", encoded_context,
                                                for_us.encrypted_path_secret[i]));
    return adopt_path_secret(tree, keys, own, sender, std::move(path_secret));
  }
  return std::unexpected(CryptoError::bad_path);
}

Result<SecretBytes> adopt_path_secret(const RatchetTree& tree, TreePrivate& keys, LeafIndex own, LeafIndex sender,
                                      SecretBytes path_secret) {
  if (path_secret.size() != crypto::kHashSize) return std::unexpected(CryptoError::bad_path);
  bool any = false;
  for (const PathStep& step : tree.filtered_direct_path(sender)) {
    if (!is_ancestor(step.node, own)) continue;
    crypto::KemKey key = node_key(path_secret);
    const Bytes* expected = tree.encryption_key(step.node);
    if (expected == nullptr || key.public_key != *expected) return std::unexpected(CryptoError::bad_path);
    keys.set(step.node, std::move(key));
    path_secret = derive_secret(path_secret, "path");
    any = true;
  }
  if (!any) return std::unexpected(CryptoError::bad_path);
  keys.prune(tree);
  return path_secret;
}

}  // namespace bredvid::mls
