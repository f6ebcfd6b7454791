#include "crypto/tls_codec/writer.h"

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

void Writer::opaque(ByteView bytes) {
  varint(bytes.size());
  fixed(bytes);
}

}  // namespace bredvid::tls
