#include "crypto/circle/errors.h"

namespace bredvid::circle {

const char* code_name(Code code) {
  switch (code) {
    case Code::not_allowed:
      return "not_allowed";
    case Code::slip_unknown:
      return "slip_unknown";
    case Code::slip_used:
      return "slip_used";
    case Code::slip_expired:
      return "slip_expired";
    case Code::slip_selector_taken:
      return "slip_selector_taken";
    case Code::slip_limit:
      return "slip_limit";
    case Code::slip_mistyped:
      return "slip_mistyped";
    case Code::bad_expiry:
      return "bad_expiry";
    case Code::not_a_member:
      return "not_a_member";
    case Code::epoch_stale:
      return "epoch_stale";
    case Code::circle_full:
      return "circle_full";
    case Code::state_rolled_back:
      return "state_rolled_back";
    case Code::mls_malformed:
      return "mls_malformed";
    case Code::mls_wrong_group:
      return "mls_wrong_group";
    case Code::mls_wrong_epoch:
      return "mls_wrong_epoch";
    case Code::mls_bad_signature:
      return "mls_bad_signature";
    case Code::mls_decrypt_failed:
      return "mls_decrypt_failed";
    case Code::mls_replayed:
      return "mls_replayed";
    case Code::mls_refused:
      return "mls_refused";
    case Code::join_failed:
      return "join_failed";
    case Code::state_bad:
      return "state_bad";
    case Code::content_unknown:
      return "content_unknown";
  }
  return "mls_malformed";
}

Code code_of(CryptoError error) {
  switch (error) {
    case CryptoError::malformed:
    case CryptoError::trailing_bytes:
    case CryptoError::non_minimal_length:
    case CryptoError::too_large:
    case CryptoError::bad_padding:
    case CryptoError::unsupported_version:
    case CryptoError::unsupported_suite:
      return Code::mls_malformed;
    case CryptoError::wrong_group:
      return Code::mls_wrong_group;
    case CryptoError::past_epoch:
    case CryptoError::future_epoch:
      return Code::mls_wrong_epoch;
    case CryptoError::bad_signature:
    case CryptoError::bad_membership_tag:
    case CryptoError::unknown_sender:
      return Code::mls_bad_signature;
    case CryptoError::decrypt_failed:
    case CryptoError::too_far_ahead:
    case CryptoError::bad_key:
      return Code::mls_decrypt_failed;
    case CryptoError::replayed:
    case CryptoError::own_message:
      return Code::mls_replayed;
    case CryptoError::state_rolled_back:
      return Code::state_rolled_back;
    case CryptoError::bad_argument:
      return Code::not_allowed;
    case CryptoError::removed:
      return Code::not_a_member;
    case CryptoError::bad_state:
    case CryptoError::bad_state_version:
    case CryptoError::password_failed:
      return Code::state_bad;
    default:
      return Code::mls_refused;
  }
}

}  // namespace bredvid::circle
