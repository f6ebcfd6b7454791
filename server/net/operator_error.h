// A failure that the operator must hear about at the start or on the command line: the code, whose sentence
// says what is wrong, and what it concerns (a file, an address, a field of the configuration).
//
// Never holds a secret or anything about a person: it is printed and logged.
#pragma once

#include <expected>
#include <string>

#include "server/base/failure.h"

namespace bredvid {

struct OperatorError {
  ErrorCode code{ErrorCode::internal};
  std::string subject;
};

template <class T>
using OperatorResult = std::expected<T, OperatorError>;

[[nodiscard]] inline std::unexpected<OperatorError> operator_fail(ErrorCode code, std::string subject) {
  return std::unexpected(OperatorError{code, std::move(subject)});
}

}  // namespace bredvid
