// Ed25519 (RFC 8032). The private key is the 32-byte seed, the form RFC 9420's vectors use too.
#pragma once

#include "crypto/base/error.h"
#include "crypto/base/random.h"

namespace bredvid::crypto {

inline constexpr std::size_t kSignatureSeedSize = 32;
inline constexpr std::size_t kSignaturePublicSize = 32;
inline constexpr std::size_t kSignatureSize = 64;

struct SignatureKey {
  SecretBytes seed;  // 32 bytes
  Bytes public_key;  // 32 bytes

  [[nodiscard]] SignatureKey clone() const { return {seed.clone(), public_key}; }
};

[[nodiscard]] SignatureKey make_signature_key(Random& random);

// Errors: bad_key unless the seed has 32 bytes.
[[nodiscard]] Result<SignatureKey> signature_key_from_seed(ByteView seed);

// 64 bytes, deterministic. Errors: bad_key unless the seed has 32 bytes.
[[nodiscard]] Result<Bytes> sign(ByteView seed, ByteView message);

// libsodium also refuses keys of small order and signatures that are not in canonical form.
// Errors: bad_key for a key of another size, bad_signature for everything else.
[[nodiscard]] Result<void> verify(ByteView public_key, ByteView message, ByteView signature);

}  // namespace bredvid::crypto
