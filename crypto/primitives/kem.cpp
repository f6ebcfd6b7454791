#include "crypto/primitives/kem.h"

#include <algorithm>
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

// Every u-coordinate whose point has an order that divides eight, on the curve or its twist, in all encodings below
// 2^255: 0, 1, the two of order eight, -1, and p and p + 1 once more for 0 and 1.
constexpr std::array<std::array<std::uint8_t, kKemKeySize>, 7> kSmallOrder{{
    {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
     0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00},
    {0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
     0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00},
    {0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4, 0x6a,
     0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00},
    {0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef, 0x5b,
     0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f, 0x11, 0x57},
    {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
    {0xed, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
    {0xee, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
}};
constexpr std::uint8_t kIgnoredBit = 0x80;  // of the last byte (RFC 7748 5)

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
  if (public_key.size() != kKemKeySize) return false;
  std::array<std::uint8_t, kKemKeySize> key{};
  std::copy(public_key.begin(), public_key.end(), key.begin());
  key.back() &= static_cast<std::uint8_t>(~kIgnoredBit);
  return std::find(kSmallOrder.begin(), kSmallOrder.end(), key) == kSmallOrder.end();
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
