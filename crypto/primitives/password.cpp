#include "crypto/primitives/password.h"

#include <sodium.h>

namespace bredvid::crypto {
namespace {

static_assert(kPasswordSaltSize == crypto_pwhash_argon2id_SALTBYTES);
constexpr std::uint32_t kMinMemoryKib = 8;
constexpr std::size_t kMinOutput = 16;
constexpr std::size_t kMaxOutput = 64;
constexpr std::size_t kBytesPerKib = 1024;
// libsodium 1.0.18 leaves the result on its stack, a few kilobytes below ours.
constexpr std::size_t kArgonStack = 8192;

}  // namespace

Result<SecretBytes> argon2id(ByteView password, ByteView salt, PasswordCost cost, std::size_t size_bytes) {
  if (salt.size() != kPasswordSaltSize || cost.memory_kib < kMinMemoryKib || cost.memory_kib > kMaxPasswordMemoryKib ||
      cost.passes < 1 || cost.passes > kMaxPasswordPasses || size_bytes < kMinOutput || size_bytes > kMaxOutput) {
    return std::unexpected(CryptoError::bad_argument);
  }
  SecretBytes out(size_bytes);
  const int failed = crypto_pwhash_argon2id(
      out.mutable_view().data(), size_bytes, reinterpret_cast<const char*>(password.data()), password.size(),
      salt.data(), cost.passes, cost.memory_kib * kBytesPerKib, crypto_pwhash_argon2id_ALG_ARGON2ID13);
  sodium_stackzero(kArgonStack);
  if (failed != 0) return std::unexpected(CryptoError::password_failed);
  return out;
}

}  // namespace bredvid::crypto
