#include "crypto/primitives/signature.h"

#include <sodium.h>

namespace bredvid::crypto {
namespace {

static_assert(kSignatureSeedSize == crypto_sign_SEEDBYTES);
static_assert(kSignaturePublicSize == crypto_sign_PUBLICKEYBYTES);
static_assert(kSignatureSize == crypto_sign_BYTES);

// libsodium 1.0.18 leaves the seed on its stack, where SHA-512 has read it.
constexpr std::size_t kSignStack = 4096;

// libsodium signs with seed and public key side by side.
SecretBytes expanded_key(ByteView seed, MutableByteView public_key) {
  SecretBytes both(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(public_key.data(), both.mutable_view().data(), seed.data());
  sodium_stackzero(kSignStack);
  return both;
}

}  // namespace

SignatureKey make_signature_key(Random& random) {
  SignatureKey key{random.secret(kSignatureSeedSize), Bytes(kSignaturePublicSize)};
  (void)expanded_key(key.seed.view(), key.public_key);
  return key;
}

Result<SignatureKey> signature_key_from_seed(ByteView seed) {
  if (seed.size() != kSignatureSeedSize) return std::unexpected(CryptoError::bad_key);
  SignatureKey key{SecretBytes(seed), Bytes(kSignaturePublicSize)};
  (void)expanded_key(seed, key.public_key);
  return key;
}

Result<Bytes> sign(ByteView seed, ByteView message) {
  if (seed.size() != kSignatureSeedSize) return std::unexpected(CryptoError::bad_key);
  Bytes public_key(kSignaturePublicSize);
  const SecretBytes key = expanded_key(seed, public_key);
  Bytes signature(kSignatureSize);
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), key.view().data());
  sodium_stackzero(kSignStack);
  return signature;
}

Result<void> verify(ByteView public_key, ByteView message, ByteView signature) {
  if (public_key.size() != kSignaturePublicSize) return std::unexpected(CryptoError::bad_key);
  if (signature.size() != kSignatureSize ||
      crypto_sign_verify_detached(signature.data(), message.data(), message.size(), public_key.data()) != 0) {
    return std::unexpected(CryptoError::bad_signature);
  }
  return {};
}

}  // namespace bredvid::crypto
