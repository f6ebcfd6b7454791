// Writes the TLS presentation language as RFC 9420 2.1 uses it. Lengths take the shortest form.
//
// The buffer is wiped when it is given back, since a writer may hold group secrets.
#pragma once

#include "crypto/base/secret_bytes.h"

namespace bredvid::tls {

// RFC 9420 2.1.2 has no longer vectors.
inline constexpr std::size_t kMaxVarint = (std::size_t{1} << 30) - 1;

class Writer {
 public:
  void u8(std::uint8_t value) { number(value, 1); }
  void u16(std::uint16_t value) { number(value, 2); }
  void u32(std::uint32_t value) { number(value, 4); }
  void u64(std::uint64_t value) { number(value, 8); }
  // REQUIRES value <= kMaxVarint.
  void varint(std::size_t value);
  void fixed(ByteView bytes) { buffer_.insert(buffer_.end(), bytes.begin(), bytes.end()); }
  void opaque(ByteView bytes);
  void opaque(const SecretBytes& secret) { opaque(secret.view()); }
  void present(bool is_present) { u8(is_present ? 1 : 0); }

  // T items<V>: write_items(inner) writes the content, the length is put before it. `inner` is this writer: no second
  // buffer, however deep vectors stand in each other.
  template <typename WriteItems>
  void vector(WriteItems&& write_items) {
    const std::size_t begin = buffer_.size();
    write_items(*this);
    put_length_at(begin);
  }
  template <typename T>
  void vector_of(const std::vector<T>& items) {
    vector([&](Writer& inner) {
      for (const T& item : items) item.encode(inner);
    });
  }

  // The view lives until the next write.
  [[nodiscard]] ByteView view() const { return {buffer_.data(), buffer_.size()}; }
  [[nodiscard]] Bytes take() const { return to_bytes(view()); }
  [[nodiscard]] SecretBytes take_secret() && { return SecretBytes(std::move(buffer_)); }

 private:
  void number(std::uint64_t value, std::size_t size_bytes);
  // The length of everything from `begin` on, in front of it.
  void put_length_at(std::size_t begin);

  SecretBytes::Storage buffer_;
};

// The bytes of one value with T::encode(Writer&).
template <typename T>
[[nodiscard]] Bytes encode(const T& value) {
  Writer writer;
  value.encode(writer);
  return writer.take();
}

}  // namespace bredvid::tls
