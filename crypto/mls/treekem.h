// Update paths: new keys from a leaf to the root, and how each member gets the ones above itself (RFC 9420 7.4-7.6).
//
// Making one:     make_path (merges it into the tree) -> GroupContext with the new tree hash -> encrypt_path
// Following one:  merge_path -> GroupContext with the new tree hash -> decrypt_path
#pragma once

#include "crypto/mls/commit.h"
#include "crypto/mls/ratchet_tree.h"

namespace bredvid::mls {

// The private keys a member holds: its leaf's and those of nodes above it.
class TreePrivate {
 public:
  void set(NodeIndex node, crypto::KemKey key);
  // Null when there is none or when it does not belong to the node's present public key.
  [[nodiscard]] const SecretBytes* find(const RatchetTree& tree, NodeIndex node) const;
  // Forgets keys of nodes that are blank or have another key now.
  void prune(const RatchetTree& tree);
  [[nodiscard]] TreePrivate clone() const;

  void encode(tls::Writer& writer) const;
  static TreePrivate decode(tls::Reader& reader);

 private:
  struct Entry {
    NodeIndex node;
    crypto::KemKey key;
  };
  std::vector<Entry> entries_;
};

struct PathSecret {
  NodeIndex node;
  SecretBytes secret;
};

struct MadePath {
  UpdatePath path;  // ciphertexts still missing
  std::vector<PathSecret> path_secrets;
  std::vector<NodeIndex> copath;  // the copath child of each step
  SecretBytes commit_secret;
};

// Gives `sender` new keys, merges them into the tree and adds the private halves to `own`. `leaf` brings everything but
// keys, source, parent hash and signature. REQUIRES an existing leaf index.
[[nodiscard]] Result<MadePath> make_path(RatchetTree& tree, TreePrivate& own, LeafPosition sender, LeafNode leaf,
                                         ByteView seed, Random& random);
// Encrypts each path secret to the members below its copath child, those in `added` excepted.
[[nodiscard]] Result<void> encrypt_path(MadePath& made, const RatchetTree& tree, const std::vector<LeafIndex>& added,
                                        ByteView encoded_context, Random& random);

// Checks shape, key reuse, parent hash and leaf signature of a received path and merges it into the tree.
// Errors: bad_path, bad_parent_hash, bad_leaf_node, bad_signature.
[[nodiscard]] Result<void> merge_path(RatchetTree& tree, LeafPosition sender, const UpdatePath& path,
                                      const std::vector<LeafIndex>& added);
// Decrypts our part, checks that it fits the public keys and stores the keys; gives the commit secret.
// REQUIRES that merge_path succeeded. Errors: bad_path, decrypt_failed.
[[nodiscard]] Result<SecretBytes> decrypt_path(const RatchetTree& tree, TreePrivate& keys, LeafIndex own,
                                               LeafIndex sender, const UpdatePath& path,
                                               const std::vector<LeafIndex>& added, ByteView encoded_context);

// From the path secret of the lowest node that `own` and `sender` share, upwards; also what a Welcome needs.
// Gives the commit secret. Errors: bad_path when a key does not fit the tree.
[[nodiscard]] Result<SecretBytes> adopt_path_secret(const RatchetTree& tree, TreePrivate& keys, LeafIndex own,
                                                    LeafIndex sender, SecretBytes path_secret);

}  // namespace bredvid::mls
