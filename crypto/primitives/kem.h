// X25519 (RFC 7748) and DHKEM(X25519, HKDF-SHA256) of RFC 9180 4.1.
#pragma once

#include "crypto/base/error.h"
#include "crypto/base/random.h"

namespace bredvid::crypto {

inline constexpr std::size_t kKemKeySize = 32;     // private, public and encapsulated key alike
inline constexpr std::size_t kKemSecretSize = 32;  // Nsecret

struct KemKey {
  SecretBytes private_key;
  Bytes public_key;

  [[nodiscard]] KemKey clone() const { return {private_key.clone(), public_key}; }
};

// The raw function, 32 bytes. Errors: bad_key for a key of another size or an all-zero result (a point of small order).
[[nodiscard]] Result<SecretBytes> x25519(ByteView private_key, ByteView public_key);

// The public key of a private one. Errors: bad_key unless it has 32 bytes.
[[nodiscard]] Result<Bytes> x25519_public(ByteView private_key);

// False for a key of another size and for a point of small order: encrypting to it could only fail. Asked when a key is
// let in, so that one bad key does not block everybody who has to encrypt to it later.
[[nodiscard]] bool kem_public_key_is_good(ByteView public_key);

// DeriveKeyPair of RFC 9180 7.1.3, from any amount of input key material.
[[nodiscard]] KemKey kem_derive_key(ByteView input_key);
[[nodiscard]] KemKey kem_make_key(Random& random);

struct Encapsulated {
  SecretBytes shared_secret;
  Bytes enc;  // sent to the receiver
};

// Errors: bad_key.
[[nodiscard]] Result<Encapsulated> kem_encapsulate(ByteView public_key, Random& random);
[[nodiscard]] Result<SecretBytes> kem_decapsulate(ByteView enc, ByteView private_key);

}  // namespace bredvid::crypto
