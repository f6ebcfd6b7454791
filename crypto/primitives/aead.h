// ChaCha20-Poly1305 as in RFC 8439: 32-byte key, 12-byte nonce, 16-byte tag behind the ciphertext.
//
// A nonce must never be used twice under one key; who calls is responsible for that.
#pragma once

#include "crypto/base/error.h"
#include "crypto/base/secret_bytes.h"

namespace bredvid::crypto {

inline constexpr std::size_t kAeadKeySize = 32;
inline constexpr std::size_t kAeadNonceSize = 12;
inline constexpr std::size_t kAeadTagSize = 16;

// plaintext.size() + 16 bytes. Errors: bad_argument for a key or nonce of another size.
[[nodiscard]] Result<Bytes> aead_seal(ByteView key, ByteView nonce, ByteView additional_data, ByteView plaintext);

// Errors: bad_argument for a key or nonce of another size, decrypt_failed for everything else (also a short input).
[[nodiscard]] Result<SecretBytes> aead_open(ByteView key, ByteView nonce, ByteView additional_data,
                                            ByteView ciphertext);

}  // namespace bredvid::crypto
