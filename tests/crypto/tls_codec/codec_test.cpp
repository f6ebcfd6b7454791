#include <gtest/gtest.h>

#include "crypto/tls_codec/reader.h"
#include "crypto/tls_codec/writer.h"

namespace bredvid::tls {
namespace {

CryptoError varint_error(const Bytes& bytes) {
  Reader reader(bytes);
  (void)reader.varint();
  return reader.error();
}

TEST(Codec, VarintsAtTheirEdges) {
  for (std::size_t value :
       {std::size_t{0}, std::size_t{63}, std::size_t{64}, std::size_t{16383}, std::size_t{16384}, kMaxVarint}) {
    Writer writer;
    writer.varint(value);
    EXPECT_EQ(writer.view().size(), value < 64 ? 1U : value < 16384 ? 2U : 4U);
    Reader reader(writer.view());
    EXPECT_EQ(reader.varint(), value);
    EXPECT_TRUE(reader.finish().has_value());
  }
}

TEST(Codec, VarintsHaveOneForm) {
  EXPECT_EQ(varint_error({0x40, 0x3f}), CryptoError::non_minimal_length);
  EXPECT_EQ(varint_error({0x80, 0x00, 0x3f, 0xff}), CryptoError::non_minimal_length);
  EXPECT_EQ(varint_error({0xc0, 0, 0, 0, 0, 0, 0, 1}), CryptoError::malformed);
  EXPECT_EQ(varint_error({0x40}), CryptoError::malformed);
  EXPECT_EQ(varint_error({}), CryptoError::malformed);
}

TEST(Codec, NumbersAreBigEndian) {
  Writer writer;
  writer.u8(1);
  writer.u16(0x0203);
  writer.u32(0x04050607);
  writer.u64(0x08090a0b0c0d0e0f);
  EXPECT_EQ(writer.take(), (Bytes{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}));
  Reader reader(writer.view());
  EXPECT_EQ(reader.u8(), 1);
  EXPECT_EQ(reader.u16(), 0x0203);
  EXPECT_EQ(reader.u32(), 0x04050607U);
  EXPECT_EQ(reader.u64(), 0x08090a0b0c0d0e0fU);
  EXPECT_TRUE(reader.finish().has_value());
}

TEST(Codec, LimitsAndRests) {
  const Bytes three{3, 'a', 'b', 'c'};
  Reader tight(three);
  (void)tight.opaque(2);
  EXPECT_EQ(tight.finish().error(), CryptoError::too_large);
  Reader longer(three);
  (void)longer.u8();
  EXPECT_EQ(longer.finish().error(), CryptoError::trailing_bytes);
  Reader flag(three);
  EXPECT_FALSE(flag.present());
  EXPECT_EQ(flag.finish().error(), CryptoError::malformed);
}

TEST(Codec, FirstErrorSticks) {
  const Bytes bytes{0x40, 0x01, 5, 6, 7};
  Reader reader(bytes);
  (void)reader.varint();
  EXPECT_EQ(reader.u32(), 0U);
  EXPECT_TRUE(reader.empty());
  EXPECT_EQ(reader.finish().error(), CryptoError::non_minimal_length);
}

TEST(Codec, VectorsPassErrorsOutwards) {
  const Bytes bytes{3, 0, 1, 0};
  Reader reader(bytes);
  int items = 0;
  reader.vector([&](Reader& inner) {
    (void)inner.u16();
    ++items;
  });
  EXPECT_EQ(items, 2);
  EXPECT_EQ(reader.finish().error(), CryptoError::malformed);
}

}  // namespace
}  // namespace bredvid::tls
