#include "crypto/primitives/hash.h"

#include <algorithm>
#include <array>

#include <sodium.h>

namespace bredvid::crypto {
namespace {

void hmac_into(ByteView key, std::initializer_list<ByteView> parts, std::uint8_t* out) {
  crypto_auth_hmacsha256_state state;
  // an empty key has no address, and libsodium asks for one
  constexpr std::uint8_t kNothing = 0;
  crypto_auth_hmacsha256_init(&state, key.empty() ? &kNothing : key.data(), key.size());
  for (ByteView part : parts) {
    crypto_auth_hmacsha256_update(&state, part.data(), part.size());
  }
  crypto_auth_hmacsha256_final(&state, out);
  wipe(&state, sizeof state);
}

}  // namespace

Bytes sha256(ByteView data) {
  Bytes out(kHashSize);
  crypto_hash_sha256(out.data(), data.data(), data.size());
  return out;
}

Bytes hmac_sha256(ByteView key, ByteView data) {
  Bytes out(kHashSize);
  hmac_into(key, {data}, out.data());
  return out;
}

SecretBytes hmac_sha256_secret(ByteView key, ByteView data) {
  SecretBytes out(kHashSize);
  hmac_into(key, {data}, out.mutable_view().data());
  return out;
}

bool hmac_sha256_verify(ByteView key, ByteView data, ByteView tag) {
  return tag.size() == kHashSize && equal_constant_time(hmac_sha256_secret(key, data).view(), tag);
}

SecretBytes hkdf_extract(ByteView salt, ByteView input_key) {
  // RFC 5869: no salt means a string of zeros, which is what HMAC makes of an empty key.
  return hmac_sha256_secret(salt, input_key);
}

void detail::hkdf_expand_into(ByteView key, ByteView info, MutableByteView target) {
  SecretBytes block;
  std::size_t done = 0;
  for (std::uint8_t counter = 1; done < target.size(); ++counter) {
    SecretBytes next(kHashSize);
    const std::array<std::uint8_t, 1> suffix{counter};
    hmac_into(key, {block.view(), info, suffix}, next.mutable_view().data());
    block = std::move(next);
    const std::size_t take = std::min(kHashSize, target.size() - done);
    std::copy_n(block.view().begin(), take, target.subspan(done).begin());
    done += take;
  }
}

Result<SecretBytes> hkdf_expand(ByteView key, ByteView info, std::size_t size_bytes) {
  if (size_bytes > kMaxExpandSize) return std::unexpected(CryptoError::bad_argument);
  SecretBytes out(size_bytes);
  detail::hkdf_expand_into(key, info, out.mutable_view());
  return out;
}

}  // namespace bredvid::crypto
