// What the circle layer and the slips can answer: codes of schema/error_codes.csv, same number, same name.
//
// Below this layer everything fails with CryptoError; `code_of` is the one place where that becomes a wire code.
#pragma once

#include <cstdint>
#include <expected>

#include "crypto/base/error.h"

namespace bredvid::circle {

enum class Code : std::uint16_t {
  not_allowed = 11,          // this role or this device may not do that, or an argument is outside its limits
  slip_unknown = 20,         // no live slip with this selector here
  slip_used = 21,            // the slip has brought a device in already
  slip_expired = 22,         // the slip's last day is over
  slip_selector_taken = 23,  // a live slip has this selector
  slip_limit = 24,           // as many live slips as may be
  slip_mistyped = 25,        // detail: the number of the wrong group, from 1
  bad_expiry = 27,           // not one to thirty days ahead
  not_a_member = 32,         // that member has no device in the circle, or this device has none any more
  epoch_stale = 33,          // the pending commit was made for another epoch
  circle_full = 35,          // no more devices fit
  state_rolled_back = 89,    // an older state was restored here: nothing is encrypted before Circle::recover
  mls_malformed = 90,
  mls_wrong_group = 91,
  mls_wrong_epoch = 92,
  mls_bad_signature = 93,
  mls_decrypt_failed = 94,
  mls_replayed = 95,
  mls_refused = 96,      // well formed and signed, but against the rules of MLS or of the circle
  join_failed = 97,      // the slip, its package and the group do not fit together
  state_bad = 98,        // stored state or a sealed record can't be read
  content_unknown = 99,  // readable, but of a newer kind
};

struct Failure {
  Code code;
  std::uint32_t detail = 0;
  bool operator==(const Failure&) const = default;
};

template <typename T>
using Outcome = std::expected<T, Failure>;

[[nodiscard]] inline std::unexpected<Failure> failed(Code code, std::uint32_t detail = 0) {
  return std::unexpected(Failure{code, detail});
}

// The name in schema/error_codes.csv.
[[nodiscard]] const char* code_name(Code code);

// What a failure of the layers below is called on this one.
[[nodiscard]] Code code_of(CryptoError error);

// A Result of the layers below as an Outcome of this one.
template <typename T>
[[nodiscard]] Outcome<T> lift(Result<T>&& result) {
  if (!result) return failed(code_of(result.error()));
  if constexpr (std::is_void_v<T>) {
    return {};
  } else {
    return std::move(*result);
  }
}

}  // namespace bredvid::circle
