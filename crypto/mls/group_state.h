// Everything one member knows of a group. For this folder only: callers see group.h.
//
// The stored form bounds its lists by count, not by the wire's vector limit: what was stored can always be read.
//
// A change is made on a clone and put in place as a whole, so that a failure leaves nothing behind.
#pragma once

#include "crypto/mls/framing.h"
#include "crypto/mls/group_context.h"
#include "crypto/mls/key_schedule.h"
#include "crypto/mls/message_protection.h"
#include "crypto/mls/ratchet_tree.h"
#include "crypto/mls/secret_tree.h"
#include "crypto/mls/treekem.h"
#include "crypto/primitives/hash.h"

namespace bredvid::mls {

// Epochs whose message keys are kept for late messages. The server takes messages of the current epoch only, so few are
// enough; each costs forward secrecy for as long as it is kept.
inline constexpr std::size_t kPastEpochs = 4;
// Proposals of one epoch that wait for a commit; more are refused.
inline constexpr std::size_t kMaxStoredProposals = 64;

// What late application messages of an epoch need.
struct PastEpoch {
  std::uint64_t epoch = 0;
  LeafIndex own_leaf;
  Bytes encoded_context;
  SecretBytes sender_data_secret;
  SecretBytes resumption_psk;
  SecretTree secret_tree;
  std::vector<Member> members;

  [[nodiscard]] PastEpoch clone() const;
  void encode(tls::Writer& writer) const;
  static PastEpoch decode(tls::Reader& reader);
};

struct StoredProposal {
  Bytes reference;
  LeafIndex sender;
  Proposal proposal;
};

// The new leaf key of an Update that we have proposed; it becomes ours when somebody commits that Update.
struct OwnUpdate {
  crypto::KemKey key;
};

// Version 1 had no own updates. Every older version can be read.
inline constexpr std::uint8_t kStateVersion = 2;
inline constexpr std::uint8_t kOldestStateVersion = 1;

struct GroupState {
  GroupContext context;
  RatchetTree tree;
  LeafIndex own_leaf;
  crypto::SignatureKey signature_key;
  TreePrivate tree_private;
  EpochSecrets secrets;  // `encryption` is gone: it lives on in secret_tree
  SecretTree secret_tree;
  Bytes confirmation_tag;
  Bytes interim_transcript_hash;
  std::vector<PastEpoch> past;  // oldest first
  std::vector<StoredProposal> proposals;
  std::vector<OwnUpdate> own_updates;  // of this epoch
  bool removed = false;

  // What the next epoch is made from: tree, context, our keys and the secrets, nothing that belongs to this epoch
  // alone.
  [[nodiscard]] GroupState clone_for_next_epoch() const;

  // We have been removed: every secret goes (12.4.2); what is public stays, to be shown.
  void end();

  void encode(tls::Writer& writer) const;  // as kStateVersion
  static GroupState decode(tls::Reader& reader, std::uint8_t version);
  // A decoded state does not contradict itself.
  [[nodiscard]] bool is_consistent() const;
};

}  // namespace bredvid::mls
