// A passphrase: asked for on the terminal without echo, or read from a descriptor that the caller opened. Never a word
// of the command line, never a variable of the environment: both can be read by others.
#pragma once

#include <string_view>

#include "crypto/base/secret_bytes.h"
#include "server/net/operator_error.h"

namespace bredvid::app {

/// Shorter ones can be tried out in spite of Argon2id.
constexpr std::size_t kMinPassphraseBytes = 8;
constexpr std::size_t kMaxPassphraseBytes = 1024;
/// Below this, init and rotate-key say how to choose a better one.
constexpr std::size_t kGoodPassphraseBytes = 20;

/// Up to a line's end or the descriptor's. A descriptor can be read once: what it gave is kept (wiped at the process's
/// end), since a command may open the database twice. passphrase_bad.
[[nodiscard]] OperatorResult<SecretBytes> passphrase_from(int descriptor);

/// passphrase_bad: no terminal, nothing typed, too short or too long.
[[nodiscard]] OperatorResult<SecretBytes> ask_passphrase(std::string_view prompt);
/// Twice, and both the same.
[[nodiscard]] OperatorResult<SecretBytes> ask_new_passphrase();

}  // namespace bredvid::app
