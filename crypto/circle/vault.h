// The lock on a device: from a PIN and the server's share to the key that seals everything stored.
//
//   stretched   = Argon2id(PIN, salt)                      the PIN as UTF-8 in NFC; 16-byte salt stored in clear
//   share_auth  = HKDF-Expand(prk, "auth")                 prk = HKDF-Extract("bredvid lock v1", stretched)
//   storage key = HKDF(salt "bredvid lock v1", stretched || share, "storage")
//
// A short PIN is enough because the server gives out the share at most ten times in a row.
#pragma once

#include <string_view>

#include "crypto/base/random.h"
#include "crypto/circle/errors.h"

namespace bredvid::circle {

inline constexpr std::size_t kLockKeySize = 32;    // stretched, share, share_auth and storage key alike
inline constexpr std::size_t kMaxPinSize = 256;    // bytes of UTF-8
inline constexpr std::size_t kMaxPlaceSize = 256;  // bytes that say where a record belongs

// Errors: not_allowed for an empty or over-long PIN or a salt of another size than 16; state_bad for want of memory.
[[nodiscard]] Outcome<SecretBytes> stretch_pin(ByteView pin, ByteView salt);

// What proves the PIN to the server. REQUIRES 32 bytes.
[[nodiscard]] Bytes share_auth(const SecretBytes& stretched);

class Vault {
 public:
  // Errors: not_allowed for a share of another size than 32.
  [[nodiscard]] static Outcome<Vault> unlock(const SecretBytes& stretched, ByteView share);

  // record key = HKDF-Expand(storage key, "record" || random[32]); sealed = random || ChaCha20-Poly1305 under it.
  // A key for each record, because a 12-byte random nonce would repeat sooner or later under one key.
  // Errors: not_allowed for a place that is too long.
  [[nodiscard]] Outcome<Bytes> seal(std::string_view place, ByteView plain, Random& random) const;
  // Errors: state_bad: another key, another place, or damaged.
  [[nodiscard]] Outcome<SecretBytes> open(std::string_view place, ByteView sealed) const;

 private:
  explicit Vault(SecretBytes storage_key) : storage_key_(std::move(storage_key)) {}
  [[nodiscard]] SecretBytes record_key(ByteView salt) const;

  SecretBytes storage_key_;
};

}  // namespace bredvid::circle
