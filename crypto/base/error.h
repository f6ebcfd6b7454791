// The one list of what can go wrong in crypto/base, primitives, tls_codec and mls.
//
// An error never carries data of a person or a key. Which wire code it becomes is decided by crypto/circle.
#pragma once

#include <cstdint>
#include <expected>

namespace bredvid {

enum class CryptoError : std::uint8_t {
  // Reading bytes (tls_codec)
  malformed = 1,       // truncated, an unknown type or value where none may be, or a rule of the structure is broken
  trailing_bytes,      // something follows the end of the structure
  non_minimal_length,  // a length is written in more bytes than it needs (RFC 9420 2.1.2)
  too_large,           // a length or count is beyond the limit for that place
  bad_padding,         // padding of a decrypted message is not all zeros (RFC 9420 6.3.1)

  // Primitives
  bad_argument,     // the caller broke a stated requirement: size of a key or nonce, a length, a limit
  bad_key,          // a received key has the wrong size or gives an all-zero shared secret (RFC 9180 7.1.4)
  bad_signature,    // a signature does not verify
  decrypt_failed,   // an AEAD tag does not fit: wrong key, wrong context or altered ciphertext
  password_failed,  // Argon2id could not run, usually for want of memory

  // What this implementation does not do
  unsupported_version,            // not MLS 1.0
  unsupported_suite,              // a suite other than 0x0003
  unsupported,                    // credentials other than basic, unknown proposals
  reinit_unsupported,             // a ReInit proposal, or a PSK made for one (RFC 9420 11.2)
  branching_unsupported,          // a PSK that branches a subgroup off (RFC 9420 11.3)
  external_proposal_unsupported,  // a proposal by somebody who is no member (RFC 9420 12.1.8)

  // Messages of a group
  wrong_group,           // another group id
  past_epoch,            // an epoch that has been left and whose keys are no longer kept
  future_epoch,          // an epoch that this member has not reached yet: keep the message and try later
  unknown_sender,        // the sender's leaf is blank, outside the tree, or a kind of sender that may not send this
  own_message,           // made by this very device; a pending commit is recognised with PendingCommit::matches
  bad_membership_tag,    // PublicMessage not made by a member (RFC 9420 6.2)
  bad_confirmation_tag,  // the committer's view of the new epoch is not ours, for example a wrong PSK
  replayed,              // this generation of the sender's ratchet has been used
  too_far_ahead,         // a generation beyond the forward limit
  removed,               // this device has been removed from the group; it can do nothing more in it
  state_rolled_back,     // a message of ours was made with a key that this state has yet to use: it is an older state

  // Content of handshakes
  bad_leaf_node,      // a leaf breaks RFC 9420 7.3
  bad_key_package,    // a key package breaks RFC 9420 10.1
  bad_lifetime,       // a key package is used before or after its lifetime (RFC 9420 7.3)
  bad_proposals,      // the list of proposals breaks RFC 9420 12.2, or one of them 12.1
  unknown_proposal,   // a commit refers to a proposal that was never received
  bad_path,           // an update path is missing, has the wrong shape, or its keys don't fit its secrets
  bad_parent_hash,    // RFC 9420 7.9.2
  bad_tree,           // a ratchet tree has a shape that can't be, or its hash is not the announced one
  bad_group_info,     // a GroupInfo without what is needed, or that contradicts its tree
  missing_tree,       // a Welcome or GroupInfo has no ratchet tree and none was given beside it
  missing_psk,        // a PSK that is named is not known here
  not_for_us,         // a Welcome that holds nothing for this key package
  refused_by_policy,  // well formed, but the caller's policy said no

  // Stored state
  bad_state,          // serialized state is truncated, altered or contradicts itself
  bad_state_version,  // serialized state of another version of this code
};

template <typename T>
using Result = std::expected<T, CryptoError>;

// The value's name as written above, for tests and logs.
[[nodiscard]] const char* error_name(CryptoError error);

}  // namespace bredvid

// Takes the value of a Result or returns its error: BREDVID_TRY(key, make_key());
#define BREDVID_TRY(name, expression)                                \
  auto name##_result = (expression);                                 \
  if (!name##_result) return std::unexpected(name##_result.error()); \
  auto& name = *name##_result

// For a Result whose value is not needed.
#define BREDVID_CHECK(expression)                                                                            \
  do {                                                                                                       \
    if (auto checked_result = (expression); !checked_result) return std::unexpected(checked_result.error()); \
  } while (false)
