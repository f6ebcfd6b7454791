// Contents in their own form and in any other.
#pragma once

#include <gtest/gtest.h>

#include "crypto/circle/content.h"
#include "tests/crypto/circle/counting_random.h"

namespace bredvid::circle {

class ContentTest : public testing::Test {
 protected:
  CountingRandom random_;

  Content with(ContentBody body) { return {ContentId::fresh(random_), 1'700'000'000'000, std::move(body)}; }
  std::size_t size_of(ContentBody body) {
    const auto encoded = encode_content(with(std::move(body)));
    EXPECT_TRUE(encoded);
    return encoded ? encoded->size() : 0;
  }
  // Padded as ours is, but with any bytes inside.
  static Bytes padded(ByteView inner, std::size_t bucket, std::uint8_t version = kContentVersion) {
    tls::Writer writer;
    writer.u8(version);
    writer.opaque(inner);
    Bytes bytes = writer.take();
    bytes.resize(bucket);
    return bytes;
  }
  Bytes inner(std::uint8_t type, ByteView body, std::uint64_t time = 5) {
    tls::Writer writer;
    writer.u8(type);
    writer.fixed(random_.bytes(kIdSize));
    writer.u64(time);
    writer.fixed(body);
    return writer.take();
  }
  static Code code(ByteView bytes) {
    const auto decoded = decode_content(bytes);
    EXPECT_FALSE(decoded);
    return decoded ? Code{} : decoded.error().code;
  }
};

}  // namespace bredvid::circle
