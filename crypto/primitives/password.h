// Argon2id (RFC 9106), one lane: turns a PIN or passphrase into a key, slowly and with much memory.
#pragma once

#include "crypto/base/error.h"
#include "crypto/base/secret_bytes.h"

namespace bredvid::crypto {

inline constexpr std::size_t kPasswordSaltSize = 16;

// More of either costs an attacker more, and the person's cheap phone too.
struct PasswordCost {
  std::uint32_t memory_kib = 32 * 1024;
  std::uint32_t passes = 2;
};

inline constexpr std::uint32_t kMaxPasswordMemoryKib = 256 * 1024;
inline constexpr std::uint32_t kMaxPasswordPasses = 16;

// Errors: bad_argument for a salt of another size than 16, a cost outside 8 KiB..256 MiB and 1..16 passes, or an
// output outside 16..64 bytes; password_failed when the memory can't be had.
[[nodiscard]] Result<SecretBytes> argon2id(ByteView password, ByteView salt, PasswordCost cost, std::size_t size_bytes);

}  // namespace bredvid::crypto
