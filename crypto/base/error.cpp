#include "crypto/base/error.h"

namespace bredvid {

const char* error_name(CryptoError error) {
  switch (error) {
    case CryptoError::malformed:
      return "malformed";
    case CryptoError::trailing_bytes:
      return "trailing_bytes";
    case CryptoError::non_minimal_length:
      return "non_minimal_length";
    case CryptoError::too_large:
      return "too_large";
    case CryptoError::bad_padding:
      return "bad_padding";
    case CryptoError::bad_argument:
      return "bad_argument";
    case CryptoError::bad_key:
      return "bad_key";
    case CryptoError::bad_signature:
      return "bad_signature";
    case CryptoError::decrypt_failed:
      return "decrypt_failed";
    case CryptoError::password_failed:
      return "password_failed";
    case CryptoError::unsupported_version:
      return "unsupported_version";
    case CryptoError::unsupported_suite:
      return "unsupported_suite";
    case CryptoError::unsupported:
      return "unsupported";
    case CryptoError::reinit_unsupported:
      return "reinit_unsupported";
    case CryptoError::branching_unsupported:
      return "branching_unsupported";
    case CryptoError::external_proposal_unsupported:
      return "external_proposal_unsupported";
    case CryptoError::wrong_group:
      return "wrong_group";
    case CryptoError::past_epoch:
      return "past_epoch";
    case CryptoError::future_epoch:
      return "future_epoch";
    case CryptoError::unknown_sender:
      return "unknown_sender";
    case CryptoError::own_message:
      return "own_message";
    case CryptoError::bad_membership_tag:
      return "bad_membership_tag";
    case CryptoError::bad_confirmation_tag:
      return "bad_confirmation_tag";
    case CryptoError::replayed:
      return "replayed";
    case CryptoError::too_far_ahead:
      return "too_far_ahead";
    case CryptoError::removed:
      return "removed";
    case CryptoError::state_rolled_back:
      return "state_rolled_back";
    case CryptoError::bad_leaf_node:
      return "bad_leaf_node";
    case CryptoError::bad_key_package:
      return "bad_key_package";
    case CryptoError::bad_lifetime:
      return "bad_lifetime";
    case CryptoError::bad_proposals:
      return "bad_proposals";
    case CryptoError::unknown_proposal:
      return "unknown_proposal";
    case CryptoError::bad_path:
      return "bad_path";
    case CryptoError::bad_parent_hash:
      return "bad_parent_hash";
    case CryptoError::bad_tree:
      return "bad_tree";
    case CryptoError::bad_group_info:
      return "bad_group_info";
    case CryptoError::missing_tree:
      return "missing_tree";
    case CryptoError::missing_psk:
      return "missing_psk";
    case CryptoError::not_for_us:
      return "not_for_us";
    case CryptoError::refused_by_policy:
      return "refused_by_policy";
    case CryptoError::bad_state:
      return "bad_state";
    case CryptoError::bad_state_version:
      return "bad_state_version";
  }
  return "unknown";
}

}  // namespace bredvid
