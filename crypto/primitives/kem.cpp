#include "crypto/primitives/kem.h"

#include <array>

#include <sodium.h>

#include "crypto/primitives/hpke_labels.h"

namespace bredvid::crypto {
namespace {

static_assert(kKemKeySize == crypto_scalarmult_BYTES);
static_assert(kKemKeySize == crypto_scalarmult_SCALARBYTES);

// "KEM" || I2OSP(kem_id, 2)
Bytes suite_id() {
  return concat({bytes_of("KEM"), detail::two_bytes(detail::kKemId)});
}

// ExtractAndExpand of RFC 9180 4.1; kem_context = enc || pkR.
SecretBytes extract_and_expand(const SecretBytes& dh, ByteView enc, ByteView receiver_public) {
  const Bytes suite = suite_id();
  const SecretBytes prk = detail::labeled_extract({}, suite, "eae_prk", dh.view());
  return detail::labeled_expand<kKemSecretSize>(prk, suite, "shared_secret", concat({enc, receiver_public}));
}

}  // namespace

Result<SecretBytes> x25519(ByteView private_key, ByteView public_key) {
  if (private_key.size() != kKemKeySize || public_key.size() != kKemKeySize) {
    return std::unexpected(CryptoError::bad_key);
  }
  SecretBytes shared(kKemKeySize);
  // libsodium refuses an all-zero result by itself; asked again here since the promise is ours.
  if (crypto_scalarmult(shared.mutable_view().data(), private_key.data(), public_key.data()) != 0 ||
      sodium_is_zero(shared.view().data(), shared.size()) != 0) {
    return std::unexpected(CryptoError::bad_key);
  }
  return shared;
}

Result<Bytes> x25519_public(ByteView private_key) {
  if (private_key.size() != kKemKeySize) return std::unexpected(CryptoError::bad_key);
  Bytes public_key(kKemKeySize);
  crypto_scalarmult_base(public_key.data(), private_key.data());
  return public_key;
}

bool kem_public_key_is_good(ByteView public_key) {
  // Clamping makes every scalar a multiple of eight, so any one of them takes every point of small order to zero.
  static constexpr std::array<std::uint8_t, kKemKeySize> kAnyScalar{1};
  return x25519(kAnyScalar, public_key).has_value();
}

KemKey kem_derive_key(ByteView input_key) {
  const Bytes suite = suite_id();
  const SecretBytes prk = detail::labeled_extract({}, suite, "dkp_prk", input_key);
  KemKey key{detail::labeled_expand<kKemKeySize>(prk, suite, "sk", {}), Bytes(kKemKeySize)};
  crypto_scalarmult_base(key.public_key.data(), key.private_key.view().data());
  return key;
}

KemKey kem_make_key(Random& random) {
  return kem_derive_key(random.secret(kKemKeySize).view());
}

Result<Encapsulated> kem_encapsulate(ByteView public_key, Random& random) {
  KemKey ephemeral = kem_make_key(random);
  BREDVID_TRY(dh, x25519(ephemeral.private_key.view(), public_key));
  return Encapsulated{extract_and_expand(dh, ephemeral.public_key, public_key), std::move(ephemeral.public_key)};
}

Result<SecretBytes> kem_decapsulate(ByteView enc, ByteView private_key) {
  BREDVID_TRY(own_public, x25519_public(private_key));
  BREDVID_TRY(dh, x25519(private_key, enc));
  return extract_and_expand(dh, enc, own_public);
}

}  // namespace bredvid::crypto
