// An expected failure of the server: a code from schema/error_codes.csv and the number that some codes
// carry (tries left, the circle's epoch). Never a text from inside: the sentence belongs to the code.
#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

#include "error_codes.h"

namespace bredvid {

struct Failure {
  ErrorCode code{ErrorCode::internal};
  std::uint64_t detail = 0;
  friend bool operator==(const Failure&, const Failure&) = default;
};

// Not "Result": that name belongs to crypto/base, whose errors are another list.
template <class T>
using Outcome = std::expected<T, Failure>;

/// `return fail(ErrorCode::slip_used);`
[[nodiscard]] inline std::unexpected<Failure> fail(ErrorCode code, std::uint64_t detail = 0) {
  return std::unexpected(Failure{code, detail});
}

}  // namespace bredvid
