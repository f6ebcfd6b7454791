#include "crypto/tls_codec/reader.h"

#include <array>

namespace bredvid::tls {

void Reader::fail(CryptoError error) {
  if (ok()) error_ = error;
  rest_ = {};
}

std::uint64_t Reader::number(std::size_t size_bytes) {
  std::uint64_t value = 0;
  for (std::uint8_t byte : fixed(size_bytes)) value = (value << 8) | byte;
  return value;
}

ByteView Reader::fixed(std::size_t size_bytes) {
  if (size_bytes > rest_.size()) {
    fail(CryptoError::malformed);
    return {};
  }
  const ByteView taken = rest_.first(size_bytes);
  rest_ = rest_.subspan(size_bytes);
  return taken;
}

std::size_t Reader::varint() {
  // The two top bits of the first byte say how many bytes follow; 0b11 is not allowed.
  static constexpr std::array<std::size_t, 3> kSmallest{0, 1U << 6, 1U << 14};
  const std::uint8_t first = u8();
  const std::size_t prefix = first >> 6;
  if (prefix >= kSmallest.size()) {
    fail(CryptoError::malformed);
    return 0;
  }
  std::size_t value = first & 0x3fU;
  for (std::uint8_t byte : fixed((std::size_t{1} << prefix) - 1)) value = (value << 8) | byte;
  if (!ok()) return 0;
  if (value < kSmallest[prefix]) {
    fail(CryptoError::non_minimal_length);
    return 0;
  }
  return value;
}

ByteView Reader::opaque_view(std::size_t max_bytes) {
  const std::size_t size = varint();
  if (size > max_bytes) {
    fail(CryptoError::too_large);
    return {};
  }
  return fixed(size);
}

ByteView Reader::charged_view(std::size_t max_bytes) {
  const ByteView view = opaque_view(max_bytes);
  return charge(view.size()) ? view : ByteView{};
}

bool Reader::charge(std::size_t size_bytes) {
  if (size_bytes > memory_left_) {
    fail(CryptoError::too_large);
    return false;
  }
  memory_left_ -= size_bytes;
  return true;
}

bool Reader::present() {
  const std::uint8_t flag = u8();
  if (flag > 1) fail(CryptoError::malformed);
  return ok() && flag == 1;
}

Result<void> Reader::finish() const {
  if (!ok()) return std::unexpected(error_);
  if (!rest_.empty()) return std::unexpected(CryptoError::trailing_bytes);
  return {};
}

}  // namespace bredvid::tls
