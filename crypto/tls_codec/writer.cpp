#include "crypto/tls_codec/writer.h"

#include <algorithm>
#include <cassert>

namespace bredvid::tls {

void Writer::number(std::uint64_t value, std::size_t size_bytes) {
  for (std::size_t left = size_bytes; left > 0; --left) {
    buffer_.push_back(static_cast<std::uint8_t>(value >> (8 * (left - 1))));
  }
}

void Writer::varint(std::size_t value) {
  assert(value <= kMaxVarint);
  if (value < (1U << 6)) {
    number(value, 1);
  } else if (value < (1U << 14)) {
    number(value | (1U << 14), 2);
  } else {
    number(value | (2U << 30), 4);
  }
}

void Writer::put_length_at(std::size_t begin) {
  const auto content_size = static_cast<std::ptrdiff_t>(buffer_.size() - begin);
  varint(static_cast<std::size_t>(content_size));
  const auto content = buffer_.begin() + static_cast<std::ptrdiff_t>(begin);
  std::rotate(content, content + content_size, buffer_.end());
}

void Writer::opaque(ByteView bytes) {
  varint(bytes.size());
  fixed(bytes);
}

}  // namespace bredvid::tls
