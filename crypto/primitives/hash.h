// SHA-256, HMAC-SHA256 (RFC 2104) and HKDF-SHA256 (RFC 5869).
//
// HKDF stands on our HMAC because Debian's libsodium 1.0.18 has none. None of these can fail except by a wrong length.
#pragma once

#include "crypto/base/error.h"
#include "crypto/base/secret_bytes.h"

namespace bredvid::crypto {

inline constexpr std::size_t kHashSize = 32;
inline constexpr std::size_t kMaxExpandSize = 255 * kHashSize;  // RFC 5869 2.3

// 32 bytes.
[[nodiscard]] Bytes sha256(ByteView data);

// 32 bytes, for a tag that is sent or a value that is stored.
[[nodiscard]] Bytes hmac_sha256(ByteView key, ByteView data);

// The same 32 bytes where the result is a key.
[[nodiscard]] SecretBytes hmac_sha256_secret(ByteView key, ByteView data);

// Constant time; a tag of any other length than 32 is refused.
[[nodiscard]] bool hmac_sha256_verify(ByteView key, ByteView data, ByteView tag);

// 32 bytes (HKDF-Extract).
[[nodiscard]] SecretBytes hkdf_extract(ByteView salt, ByteView input_key);

// HKDF-Expand to `size_bytes`. Errors: bad_argument beyond kMaxExpandSize.
[[nodiscard]] Result<SecretBytes> hkdf_expand(ByteView key, ByteView info, std::size_t size_bytes);

namespace detail {
// REQUIRES target.size() <= kMaxExpandSize.
void hkdf_expand_into(ByteView key, ByteView info, MutableByteView target);
}  // namespace detail

// HKDF-Expand to a size known when compiling, which therefore can't fail.
template <std::size_t Size>
[[nodiscard]] SecretBytes hkdf_expand(ByteView key, ByteView info) {
  static_assert(Size <= kMaxExpandSize);
  SecretBytes out(Size);
  detail::hkdf_expand_into(key, info, out.mutable_view());
  return out;
}

}  // namespace bredvid::crypto
