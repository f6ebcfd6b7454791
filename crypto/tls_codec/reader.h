// Reads the TLS presentation language as RFC 9420 2.1 uses it: strict, bounded, one form only.
//
// Errors stick: the first one is kept, everything after it reads as zero or empty and the input counts as used up, so
// a decoder is written straight down and asks once, with `finish`. The reader borrows its input.
#pragma once

#include <utility>

#include "crypto/base/error.h"
#include "crypto/base/secret_bytes.h"

namespace bredvid::tls {

// No vector in this product is longer; a ratchet tree of a group at its limit stays far below.
inline constexpr std::size_t kMaxVectorSize = std::size_t{1} << 20;

class Reader {
 public:
  explicit Reader(ByteView input) : rest_(input) {}

  [[nodiscard]] std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  [[nodiscard]] std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  [[nodiscard]] std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  [[nodiscard]] std::uint64_t u64() { return number(8); }

  // A variable-size length (RFC 9420 2.1.2): 1, 2 or 4 bytes, the shortest that fits.
  [[nodiscard]] std::size_t varint();

  // Exactly `size_bytes`; empty on failure.
  [[nodiscard]] ByteView fixed(std::size_t size_bytes);

  // opaque<V>: a length and that many bytes. More than `max_bytes` is too_large.
  [[nodiscard]] ByteView opaque_view(std::size_t max_bytes = kMaxVectorSize);
  [[nodiscard]] Bytes opaque(std::size_t max_bytes = kMaxVectorSize) { return to_bytes(opaque_view(max_bytes)); }
  [[nodiscard]] SecretBytes opaque_secret(std::size_t max_bytes = kMaxVectorSize) {
    return SecretBytes(opaque_view(max_bytes));
  }

  // optional<T>: true when a value follows. Anything but 0 and 1 is malformed.
  [[nodiscard]] bool present();

  // T items<V>: calls read_item(inner) until the vector is used up.
  template <typename ReadItem>
  void vector(ReadItem&& read_item, std::size_t max_bytes = kMaxVectorSize) {
    Reader inner(opaque_view(max_bytes));
    while (ok() && inner.ok() && !inner.empty()) read_item(inner);
    if (!inner.ok()) fail(inner.error());
  }

  void fail(CryptoError error);
  [[nodiscard]] bool ok() const { return error_ == CryptoError{}; }
  [[nodiscard]] CryptoError error() const { return error_; }
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] ByteView rest() const { return rest_; }

  // The first error, or trailing_bytes when something is left.
  [[nodiscard]] Result<void> finish() const;

 private:
  std::uint64_t number(std::size_t size_bytes);

  ByteView rest_;
  CryptoError error_{};  // zero is no value of the enum and means: none
};

// Reads one whole T with T::decode(Reader&); nothing may follow it.
template <typename T>
[[nodiscard]] Result<T> decode(ByteView input) {
  Reader reader(input);
  T value = T::decode(reader);
  if (auto done = reader.finish(); !done) return std::unexpected(done.error());
  return value;
}

}  // namespace bredvid::tls
