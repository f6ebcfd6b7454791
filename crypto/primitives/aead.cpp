#include "crypto/primitives/aead.h"

#include <sodium.h>

namespace bredvid::crypto {
namespace {

static_assert(kAeadKeySize == crypto_aead_chacha20poly1305_IETF_KEYBYTES);
static_assert(kAeadNonceSize == crypto_aead_chacha20poly1305_IETF_NPUBBYTES);
static_assert(kAeadTagSize == crypto_aead_chacha20poly1305_IETF_ABYTES);

bool sizes_fit(ByteView key, ByteView nonce) {
  return key.size() == kAeadKeySize && nonce.size() == kAeadNonceSize;
}

}  // namespace

Result<Bytes> aead_seal(ByteView key, ByteView nonce, ByteView additional_data, ByteView plaintext) {
  if (!sizes_fit(key, nonce)) return std::unexpected(CryptoError::bad_argument);
  Bytes out(plaintext.size() + kAeadTagSize);
  crypto_aead_chacha20poly1305_ietf_encrypt(out.data(), nullptr, plaintext.data(), plaintext.size(),
                                            additional_data.data(), additional_data.size(), nullptr, nonce.data(),
                                            key.data());
  return out;
}

Result<SecretBytes> aead_open(ByteView key, ByteView nonce, ByteView additional_data, ByteView ciphertext) {
  if (!sizes_fit(key, nonce)) return std::unexpected(CryptoError::bad_argument);
  if (ciphertext.size() < kAeadTagSize) return std::unexpected(CryptoError::decrypt_failed);
  SecretBytes out(ciphertext.size() - kAeadTagSize);
  if (crypto_aead_chacha20poly1305_ietf_decrypt(out.mutable_view().data(), nullptr, nullptr, ciphertext.data(),
                                                ciphertext.size(), additional_data.data(), additional_data.size(),
                                                nonce.data(), key.data()) != 0) {
    return std::unexpected(CryptoError::decrypt_failed);
  }
  return out;
}

}  // namespace bredvid::crypto
