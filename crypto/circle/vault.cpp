#include "crypto/circle/vault.h"

#include <array>

#include "crypto/primitives/aead.h"
#include "crypto/primitives/hash.h"
#include "crypto/primitives/password.h"

namespace bredvid::circle {
namespace {

constexpr std::string_view kLockSalt = "bredvid lock v1";
constexpr std::string_view kRecordLabel = "bredvid record v1";
constexpr std::size_t kRecordSaltSize = 32;
// Each record has a key of its own, so its nonce may be constant.
constexpr std::array<std::uint8_t, crypto::kAeadNonceSize> kRecordNonce{};

Bytes additional_data(std::string_view place) {
  return concat({bytes_of(kRecordLabel), bytes_of(place)});
}

}  // namespace

Outcome<SecretBytes> stretch_pin(ByteView pin, ByteView salt) {
  if (pin.empty() || pin.size() > kMaxPinSize) return failed(Code::not_allowed);
  return lift(crypto::argon2id(pin, salt, crypto::PasswordCost{}, kLockKeySize));
}

Bytes share_auth(const SecretBytes& stretched) {
  const SecretBytes prk = crypto::hkdf_extract(bytes_of(kLockSalt), stretched.view());
  return to_bytes(crypto::hkdf_expand<kLockKeySize>(prk.view(), bytes_of("auth")).view());
}

Outcome<Vault> Vault::unlock(const SecretBytes& stretched, ByteView share) {
  if (stretched.size() != kLockKeySize || share.size() != kLockKeySize) return failed(Code::not_allowed);
  SecretBytes both(2 * kLockKeySize);
  std::ranges::copy(stretched.view(), both.mutable_view().begin());
  std::ranges::copy(share, both.mutable_view().begin() + kLockKeySize);
  const SecretBytes prk = crypto::hkdf_extract(bytes_of(kLockSalt), both.view());
  return Vault(crypto::hkdf_expand<kLockKeySize>(prk.view(), bytes_of("storage")));
}

SecretBytes Vault::record_key(ByteView salt) const {
  const Bytes info = concat({bytes_of("record"), salt});
  return crypto::hkdf_expand<crypto::kAeadKeySize>(storage_key_.view(), info);
}

Outcome<Bytes> Vault::seal(std::string_view place, ByteView plain, Random& random) const {
  if (place.size() > kMaxPlaceSize) return failed(Code::not_allowed);
  const Bytes salt = random.bytes(kRecordSaltSize);
  BREDVID_TRY(body, lift(crypto::aead_seal(record_key(salt).view(), kRecordNonce, additional_data(place), plain)));
  return concat({salt, body});
}

Outcome<SecretBytes> Vault::open(std::string_view place, ByteView sealed) const {
  if (place.size() > kMaxPlaceSize || sealed.size() < kRecordSaltSize) return failed(Code::state_bad);
  const SecretBytes key = record_key(sealed.first(kRecordSaltSize));
  auto plain = crypto::aead_open(key.view(), kRecordNonce, additional_data(place), sealed.subspan(kRecordSaltSize));
  if (!plain) return failed(Code::state_bad);
  return std::move(*plain);
}

}  // namespace bredvid::circle
