// What is too large for a message, sealed part by part on the device: pictures, files, voices.
//
// STREAM (Hoang, Reyhanitabar, Rogaway, Vizar: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance,
// 2015) as age uses it, over ChaCha20-Poly1305: nonce = chunk's index (11 bytes, big-endian) || 1 for the last chunk,
// else 0; no additional data. So a chunk opens in its own place alone, and nothing can be cut off, put in, doubled or
// exchanged unnoticed.
//
// REQUIRES a fresh random key for each attachment, and of one plaintext only: the nonces are counted, so two
// different chunks at one index under one key give both of them away. The key travels in the circle (Attachment in
// content.h) and never reaches the server.
#pragma once

#include "crypto/circle/errors.h"
#include "crypto/primitives/aead.h"

namespace bredvid::circle {

inline constexpr std::size_t kAttachmentKeySize = crypto::kAeadKeySize;
// Larger means fewer requests and more to send again after a broken connection; a sealed one fits a frame.
inline constexpr std::size_t kChunkSize = 16'384;
inline constexpr std::size_t kSealedChunkMax = kChunkSize + crypto::kAeadTagSize;
inline constexpr std::uint32_t kMaxChunks = 1'600;
inline constexpr std::uint32_t kMaxAttachmentSize = kMaxChunks * kChunkSize;  // 25 MiB

// `plain`: kChunkSize bytes, the last one 1 to kChunkSize. 16 bytes more come out.
// Errors: not_allowed for a key, an index or a size that can't be.
[[nodiscard]] Outcome<Bytes> seal_chunk(ByteView key, std::uint32_t index, bool last, ByteView plain);

// Errors: not_allowed for a key or an index that can't be; mls_decrypt_failed for another key, place or end, and for
// what was altered.
[[nodiscard]] Outcome<SecretBytes> open_chunk(ByteView key, std::uint32_t index, bool last, ByteView sealed);

}  // namespace bredvid::circle
