// One member's view of one MLS group (RFC 9420), suite 0x0003. The only header of crypto/mls that a caller needs.
//
// Life of a group: `create` or `join_by_welcome` or `join_external`; then `process` what arrives, in the order the
// server gave it, and `encrypt` what is written. To change the group: `commit`, persist, send; when the server took it
// (or it comes back), `merge`; when another commit was first, drop the pending one, `process` the winner, commit anew.
//
// A failing call leaves the group byte for byte as it was. No clock, no I/O, no globals: randomness, PSKs and policy
// are passed in. A Group is owned by one thread. Whatever `encrypt`, `commit` or `process` did must be stored before
// its result leaves the device (`serialize`), else a killed program would use a key twice.
//
// All `message`, `group_info`, `welcome`, `key_package` bytes are whole MLSMessages.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "crypto/base/error.h"
#include "crypto/base/random.h"
#include "crypto/base/secret_bytes.h"
#include "crypto/mls/tree_math.h"
#include "crypto/primitives/signature.h"

namespace bredvid::mls {

struct GroupState;  // group_state.h, for this folder only

// A device that is or was in the tree.
struct Member {
  LeafIndex leaf;
  Bytes identity;       // of the basic credential
  Bytes signature_key;  // 32 bytes, Ed25519
  bool operator==(const Member&) const = default;
};

// Who we are in a group. `identity` is at most kMaxIdentitySize bytes.
struct OwnIdentity {
  Bytes identity;
  crypto::SignatureKey signature_key;
};
inline constexpr std::size_t kMaxIdentitySize = 255;

// Seconds since 1970; checked hard only by whoever makes a leaf, softly on receiving (RFC 9420 7.3).
struct Lifetime {
  std::uint64_t not_before = 0;
  std::uint64_t not_after = ~std::uint64_t{0};
  bool operator==(const Lifetime&) const = default;
};

// Types that every member must understand: the extension required_capabilities of the group (11.1).
struct Requirements {
  std::vector<std::uint16_t> extensions;
  std::vector<std::uint16_t> proposals;
  std::vector<std::uint16_t> credentials;
  bool operator==(const Requirements&) const = default;
};

// How a handshake message travels (6). This product sends private ones; some other implementations read only public.
enum class HandshakeFormat : std::uint8_t { private_message, public_message };

// An external PSK that goes into a commit.
struct PskInput {
  Bytes id;
  SecretBytes secret;
};

// Finds the external PSK with this id, or nothing.
using PskLookup = std::function<std::optional<SecretBytes>(ByteView psk_id)>;

// A published key package and the private halves that its owner keeps. Use it once, then forget it; only a last resort
// is kept until another one stands in its place (16.8).
struct KeyPackageBundle {
  Bytes key_package;  // MLSMessage
  SecretBytes init_private;
  SecretBytes encryption_private;

  // Secrets included: seal it before storing. Errors of restore: bad_state_version, bad_state.
  [[nodiscard]] SecretBytes serialize() const;
  [[nodiscard]] static Result<KeyPackageBundle> restore(ByteView stored);
};

enum class KeyPackageUse : std::uint8_t { once, last_resort };

// Errors: bad_argument (identity too long, a lifetime that ends before it begins).
[[nodiscard]] Result<KeyPackageBundle> make_key_package(const OwnIdentity& own, Lifetime lifetime, Random& random,
                                                        KeyPackageUse use = KeyPackageUse::once);

// The device behind a key package after all checks of RFC 9420 10.1; its leaf index means nothing yet.
[[nodiscard]] Result<Member> inspect_key_package(ByteView key_package);
// A key package that is longer good than this is not added (7.2 asks for such a limit): what its owner lost meanwhile
// would stay usable too long. Leaves that are in a group already are not asked.
inline constexpr std::uint64_t kMaxLifetimeS = std::uint64_t{100} * 24 * 60 * 60;
// How long it may be used. `commit` and `propose` compare it with the time they are given, and with kMaxLifetimeS
// (7.3).
[[nodiscard]] Result<Lifetime> key_package_lifetime(ByteView key_package);
[[nodiscard]] Result<KeyPackageUse> key_package_use(ByteView key_package);
// KeyPackageRef (5.2), 32 bytes: what a Welcome calls the key package by. Errors: the codec's.
[[nodiscard]] Result<Bytes> key_package_reference(ByteView key_package);
// The key packages that a Welcome is for. Errors: the codec's.
[[nodiscard]] Result<std::vector<Bytes>> welcome_references(ByteView welcome);

// What a commit did, in terms of devices.
struct CommitApplied {
  std::uint64_t epoch = 0;                    // the new one
  bool external = false;                      // the committer joined by this commit and is in `added`
  Member committer;                           // as in the new epoch, except when we were removed
  std::vector<Member> added;                  // as in the new epoch
  std::vector<Member> removed;                // as they were
  std::vector<LeafIndex> updated;             // other members whose leaf was renewed by an Update proposal
  std::vector<Bytes> psk_ids;                 // external PSKs mixed in
  std::vector<std::uint64_t> resumed_epochs;  // of this group, whose resumption PSK was mixed in
  bool extensions_changed = false;            // a GroupContextExtensions proposal was applied
  bool self_removed = false;  // the group is over for us: every secret is gone, every further call fails
};

struct ApplicationMessage {
  std::uint64_t epoch = 0;  // may be one of the last few past epochs
  Member sender;            // as in that epoch
  WipedBytes data;          // may carry keys
  Bytes authenticated_data;
};

// A proposal that waits for a commit to refer to it.
struct ProposalStored {
  Member sender;
  std::uint16_t proposal_type = 0;  // RFC 9420 17.4
};

using Processed = std::variant<ApplicationMessage, CommitApplied, ProposalStored>;

// Asked at the very end of checking a commit, external or not; false refuses it (refused_by_policy).
using CommitPolicy = std::function<bool(const CommitApplied&)>;

struct CommitRequest {
  std::vector<Bytes> add;  // key packages (MLSMessage)
  std::vector<LeafIndex> remove;
  std::vector<PskInput> psks;
  std::vector<std::uint64_t> resumed_epochs;  // mixes in the resumption PSK of these epochs; the last few are known
  std::optional<Requirements> requirements;   // replaces the group's extensions by these requirements
  std::optional<std::uint64_t> now_s;  // refuses added key packages out of their lifetime, or with too long a one
  bool path = true;                    // false: no new keys for us, where the proposals allow it (12.4)
  bool stored_proposals = true;        // refers to the proposals of this epoch that have arrived or were made here
  bool tree_beside = false;            // Welcome and GroupInfo without the tree: hand on `ratchet_tree` beside
  HandshakeFormat format = HandshakeFormat::private_message;
};  // all default: renews our own keys (update)

// One proposal to be sent by itself, for a later commit to refer to (12.1).
struct ProposeAdd {
  Bytes key_package;
  std::optional<std::uint64_t> now_s;
};
struct ProposeUpdate {};  // of our own leaf; its new key waits in the group's state
struct ProposeRemove {
  LeafIndex leaf;
};
struct ProposePsk {
  Bytes id;
};
struct ProposeResumption {
  std::uint64_t epoch = 0;
};
struct ProposeRequirements {
  Requirements requirements;
};
using ProposalRequest =
    std::variant<ProposeAdd, ProposeUpdate, ProposeRemove, ProposePsk, ProposeResumption, ProposeRequirements>;

// A commit that was made but not accepted yet, with the group as it will be. Holds secrets.
class PendingCommit {
 public:
  PendingCommit(PendingCommit&&) noexcept;
  PendingCommit& operator=(PendingCommit&&) noexcept;
  ~PendingCommit();

  [[nodiscard]] const Bytes& message() const { return message_; }  // PrivateMessage, for everyone
  // One for all who were added; none when nobody was.
  [[nodiscard]] std::optional<Bytes> welcome() const;
  [[nodiscard]] Bytes ratchet_tree() const;                              // of the new epoch, to be given beside
  [[nodiscard]] const Bytes& group_info() const { return group_info_; }  // of the new epoch, for external joins
  [[nodiscard]] const CommitApplied& effect() const { return effect_; }

  // True when `message` is this commit coming back.
  [[nodiscard]] bool matches(ByteView message) const { return equal_public(message, message_); }

  // MLS-Exporter of the new epoch.
  [[nodiscard]] Result<SecretBytes> export_secret(std::string_view label, ByteView context,
                                                  std::size_t size_bytes) const;

  [[nodiscard]] SecretBytes serialize() const;
  [[nodiscard]] static Result<PendingCommit> restore(ByteView stored);

 private:
  friend class Group;
  PendingCommit();
  Bytes message_;
  Bytes welcome_;  // empty: none
  Bytes group_info_;
  CommitApplied effect_;
  std::unique_ptr<GroupState> next_;
};

// What an external joiner can know beforehand. Signature and tree have been checked.
struct GroupInfoSummary {
  Bytes group_id;
  std::uint64_t epoch = 0;
  std::vector<Member> members;
};
[[nodiscard]] Result<GroupInfoSummary> inspect_group_info(ByteView group_info,
                                                          std::optional<ByteView> ratchet_tree = std::nullopt);

struct ExternalJoinRequest {
  ByteView group_info;  // with external_pub, and ratchet_tree unless given beside it
  std::optional<ByteView> ratchet_tree;
  std::vector<PskInput> psks;
  std::optional<LeafIndex> remove;  // our own earlier device
};

struct ExternalJoin;

class Group {
 public:
  Group(Group&&) noexcept;
  Group& operator=(Group&&) noexcept;
  ~Group();

  // A group of one, epoch 0. Errors: bad_argument; bad_leaf_node when we don't meet the requirements ourselves.
  [[nodiscard]] static Result<Group> create(ByteView group_id, const OwnIdentity& own, Lifetime lifetime,
                                            Random& random, const std::optional<Requirements>& requirements = {});

  // Errors: not_for_us, missing_tree, missing_psk, decrypt_failed, bad_* for everything RFC 9420 12.4.3.1 asks.
  // That the group id is not known already is the caller's check.
  [[nodiscard]] static Result<Group> join_by_welcome(ByteView welcome, const KeyPackageBundle& bundle,
                                                     const OwnIdentity& own, const PskLookup& psk_lookup,
                                                     std::optional<ByteView> ratchet_tree = std::nullopt);

  // Makes the external commit (a PublicMessage) and the group as it will be if the server takes it (12.4.3.2).
  [[nodiscard]] static Result<ExternalJoin> join_external(const ExternalJoinRequest& request, const OwnIdentity& own,
                                                          Random& random);

  // Reads one message of this group. Application messages may come out of order and from the last few epochs.
  // Errors worth telling apart: future_epoch (keep it), past_epoch, own_message, replayed, removed, refused_by_policy,
  // and state_rolled_back: a message of ours with a key that we have yet to use, so an older state was restored.
  [[nodiscard]] Result<Processed> process(ByteView message, const PskLookup& psk_lookup, const CommitPolicy& policy);

  // Application data in a PrivateMessage whose length depends only on `padded_size`.
  // Errors: bad_argument when the data is longer than that.
  [[nodiscard]] Result<Bytes> encrypt(ByteView data, std::size_t padded_size, Random& random,
                                      ByteView authenticated_data = {});

  // Makes a commit. Nothing of the epoch moves, but one generation of our own handshake ratchet is spent, so that two
  // commits of one epoch never share a key: store the group too. `psk_lookup` is asked for the PSKs of stored
  // proposals. Errors: bad_proposals, bad_key_package, bad_lifetime, missing_psk; bad_argument for a path that may not
  // be left out.
  [[nodiscard]] Result<PendingCommit> commit(const CommitRequest& request, Random& random,
                                             const PskLookup& psk_lookup = {});

  // Makes a proposal of its own, and keeps it for the next commit. Spends a generation like `commit`: store the group.
  // Errors: bad_proposals (too many are waiting; a leaf that is not there), bad_key_package, bad_lifetime, missing_psk.
  [[nodiscard]] Result<Bytes> propose(const ProposalRequest& request, Random& random,
                                      HandshakeFormat format = HandshakeFormat::private_message);

  // After an older state was restored: passes over the next `count` keys of our own ratchets, which may have been used
  // in the time that was lost. Errors: bad_argument beyond the forward limit of others.
  [[nodiscard]] Result<void> skip_own_keys(std::uint32_t count);

  // Moves to the pending commit's epoch. Errors: past_epoch, future_epoch or wrong_group when it was not made for where
  // the group stands now.
  [[nodiscard]] Result<CommitApplied> merge(PendingCommit&& pending);

  // The current epoch's GroupInfo with ratchet_tree and external_pub, signed by us.
  [[nodiscard]] Result<Bytes> group_info() const;
  [[nodiscard]] Bytes ratchet_tree() const;  // as `ratchet_tree` beside a Welcome or GroupInfo
  [[nodiscard]] std::optional<Requirements> requirements() const;

  [[nodiscard]] const Bytes& group_id() const;
  [[nodiscard]] std::uint64_t epoch() const;
  [[nodiscard]] LeafIndex own_leaf() const;
  [[nodiscard]] bool is_removed() const;
  [[nodiscard]] std::vector<Member> members() const;  // in leaf order, ourselves included
  // Two members with the same value are in the same state (RFC 9420 8.7). Empty once removed.
  [[nodiscard]] Bytes epoch_authenticator() const;
  // MLS-Exporter (8.5). Errors: bad_argument beyond 255 * 32 bytes.
  [[nodiscard]] Result<SecretBytes> export_secret(std::string_view label, ByteView context,
                                                  std::size_t size_bytes) const;

  // Everything, secrets included: seal it before storing. Errors of restore: bad_state_version, bad_state.
  [[nodiscard]] SecretBytes serialize() const;
  [[nodiscard]] static Result<Group> restore(ByteView stored);

 private:
  explicit Group(std::unique_ptr<GroupState> state);
  std::unique_ptr<GroupState> state_;
};

struct ExternalJoin {
  Group group;   // keep it only when the commit was accepted
  Bytes commit;  // MLSMessage with a PublicMessage
};

}  // namespace bredvid::mls
