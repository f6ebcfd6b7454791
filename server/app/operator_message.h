// How an error reaches the operator: one line with the code's name and sentence, one with what to do.
#pragma once

#include <iosfwd>

#include "server/net/operator_error.h"

namespace bredvid::app {

/// What the operator can do about it; empty when the sentence has said it already.
[[nodiscard]] std::string_view remedy(ErrorCode code);

/// Said where a passphrase was taken that is shorter than is good.
constexpr std::string_view kLongerPassphrase =
    "That passphrase is short. Six words drawn by dice, or twenty random characters, can't be tried out; change it "
    "with: "
    "bredvid rotate-key\n";

void print_error(const OperatorError& error, std::ostream& out);

/// The process's exit code: the error's own number, 1 to 99.
[[nodiscard]] int exit_code(ErrorCode code);

}  // namespace bredvid::app
