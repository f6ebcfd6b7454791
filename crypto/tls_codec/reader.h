// Reads the TLS presentation language as RFC 9420 2.1 uses it: strict, bounded, one form only.
//
// Errors stick: the first one is kept, everything after it reads as zero or empty and the input counts as used up, so
// a decoder is written straight down and asks once, with `finish`. The reader borrows its input.
//
// Memory is bounded by what was sent: whatever takes memory for a decoded value is charged, and a value that would
// take more than kMemoryPerByte times its encoding (plus kMemoryFloor) is too_large. So a list of thousands of tiny
// elements, each of which becomes a large struct, is refused while it is read. `opaque` and `items` charge by
// themselves; a decoder that keeps values behind pointers charges them with `charge`.
#pragma once

#include <utility>
#include <vector>

#include "crypto/base/error.h"
#include "crypto/base/secret_bytes.h"

namespace bredvid::tls {

// No vector in this product is longer; a ratchet tree of a group at its limit stays far below.
inline constexpr std::size_t kMaxVectorSize = std::size_t{1} << 20;

// Decoded values of real messages take two to five times their encoding. A caller decodes, copies and checks within
// twice this: no input costs more than 16 times its size.
inline constexpr std::size_t kMemoryPerByte = 8;
// What a message of a few bytes may take in any case: one element of the largest kind of list.
inline constexpr std::size_t kMemoryFloor = 1024;

class Reader {
 public:
  explicit Reader(ByteView input) : Reader(input, kMemoryFloor + kMemoryPerByte * input.size()) {}

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
  [[nodiscard]] Bytes opaque(std::size_t max_bytes = kMaxVectorSize) { return to_bytes(charged_view(max_bytes)); }
  [[nodiscard]] SecretBytes opaque_secret(std::size_t max_bytes = kMaxVectorSize) {
    return SecretBytes(charged_view(max_bytes));
  }

  // optional<T>: true when a value follows. Anything but 0 and 1 is malformed.
  [[nodiscard]] bool present();

  // T items<V>: calls read_item(inner) until the vector is used up. For what is not kept in a std::vector; else
  // `items`.
  template <typename ReadItem>
  void vector(ReadItem&& read_item, std::size_t max_bytes = kMaxVectorSize) {
    Reader inner(opaque_view(max_bytes), memory_left_);
    while (ok() && inner.ok() && !inner.empty()) read_item(inner);
    memory_left_ = inner.memory_left_;
    if (!inner.ok()) fail(inner.error());
  }

  // T items<V>: what read_item(inner) gives for each. Incomplete on failure.
  template <typename T, typename ReadItem>
  [[nodiscard]] std::vector<T> items(ReadItem&& read_item, std::size_t max_bytes = kMaxVectorSize) {
    std::vector<T> made;
    vector(
        [&](Reader& inner) {
          if (inner.make_room(made)) made.emplace_back(read_item(inner));
        },
        max_bytes);
    return made;
  }
  template <typename T>
  [[nodiscard]] std::vector<T> items(std::size_t max_bytes = kMaxVectorSize) {
    return items<T>([](Reader& inner) { return T::decode(inner); }, max_bytes);
  }

  // Room for one more element, charged with both storages that exist while a vector grows. False: too_large.
  template <typename T>
  [[nodiscard]] bool make_room(std::vector<T>& values) {
    if (values.size() < values.capacity()) return true;
    const std::size_t before = values.capacity();
    const std::size_t after = before == 0 ? 1 : 2 * before;
    if (!charge(after * sizeof(T))) return false;
    values.reserve(after);
    memory_left_ += before * sizeof(T);
    return true;
  }
  // Takes this much of the memory that the decoded value may have. False: too_large.
  bool charge(std::size_t size_bytes);

  void fail(CryptoError error);
  [[nodiscard]] bool ok() const { return error_ == CryptoError{}; }
  [[nodiscard]] CryptoError error() const { return error_; }
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  [[nodiscard]] ByteView rest() const { return rest_; }

  // The first error, or trailing_bytes when something is left.
  [[nodiscard]] Result<void> finish() const;

 private:
  Reader(ByteView input, std::size_t memory) : rest_(input), memory_left_(memory) {}
  std::uint64_t number(std::size_t size_bytes);
  // As opaque_view; empty when a copy of it would be too much.
  [[nodiscard]] ByteView charged_view(std::size_t max_bytes);

  ByteView rest_;
  std::size_t memory_left_;  // bytes
  CryptoError error_{};      // zero is no value of the enum and means: none
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
