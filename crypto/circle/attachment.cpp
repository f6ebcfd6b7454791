#include "crypto/circle/attachment.h"

#include <array>

namespace bredvid::circle {
namespace {

constexpr std::size_t kCounterEnd = crypto::kAeadNonceSize - 1;

std::array<std::uint8_t, crypto::kAeadNonceSize> nonce_of(std::uint32_t index, bool last) {
  std::array<std::uint8_t, crypto::kAeadNonceSize> nonce{};
  for (std::size_t at = kCounterEnd; index > 0; index >>= 8) nonce[--at] = static_cast<std::uint8_t>(index);
  nonce[kCounterEnd] = last ? 1 : 0;
  return nonce;
}

bool size_fits(std::size_t size_bytes, bool last) {
  return last ? size_bytes >= 1 && size_bytes <= kChunkSize : size_bytes == kChunkSize;
}

bool place_fits(ByteView key, std::uint32_t index) {
  return key.size() == kAttachmentKeySize && index < kMaxChunks;
}

}  // namespace

Outcome<Bytes> seal_chunk(ByteView key, std::uint32_t index, bool last, ByteView plain) {
  if (!place_fits(key, index) || !size_fits(plain.size(), last)) return failed(Code::not_allowed);
  return lift(crypto::aead_seal(key, nonce_of(index, last), {}, plain));
}

Outcome<SecretBytes> open_chunk(ByteView key, std::uint32_t index, bool last, ByteView sealed) {
  if (!place_fits(key, index)) return failed(Code::not_allowed);
  const bool fits = sealed.size() > crypto::kAeadTagSize && size_fits(sealed.size() - crypto::kAeadTagSize, last);
  if (!fits) return failed(Code::mls_decrypt_failed);
  return lift(crypto::aead_open(key, nonce_of(index, last), {}, sealed));
}

}  // namespace bredvid::circle
