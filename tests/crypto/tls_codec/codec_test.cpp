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

TEST(Codec, VectorsStandInVectors) {
  // Lengths on both sides of a varint's edge, in front of content that is written already.
  for (const std::size_t size : {0U, 1U, 61U, 62U, 63U, 64U, 16381U, 16382U, 16384U}) {
    const Bytes content(size, 0xab);
    Writer inside;
    inside.opaque(content);
    inside.u8(7);
    Writer expected;
    expected.u16(0x0102);
    expected.opaque(inside.view());
    Writer writer;
    writer.u16(0x0102);
    writer.vector([&](Writer& outer) {
      outer.vector([&](Writer& inner) { inner.fixed(content); });
      outer.u8(7);
    });
    EXPECT_EQ(writer.take(), expected.take()) << size;
  }
}

TEST(Codec, MemoryIsBoundedByTheInput) {
  const Bytes ten(10);
  const std::size_t all = kMemoryFloor + 10 * kMemoryPerByte;
  Reader reader(ten);
  EXPECT_TRUE(reader.charge(all));
  EXPECT_TRUE(reader.ok());
  EXPECT_FALSE(reader.charge(1));
  EXPECT_EQ(reader.error(), CryptoError::too_large);
  Reader greedy(ten);
  EXPECT_FALSE(greedy.charge(all + 1));
  EXPECT_EQ(greedy.finish().error(), CryptoError::too_large);
}

// `count` empty byte strings: one byte each, a Bytes each.
Result<std::size_t> read_empty_strings(std::size_t count) {
  Writer writer;
  writer.opaque(Bytes(count));
  Reader reader(writer.view());
  const auto strings = reader.items<Bytes>([](Reader& inner) { return inner.opaque(); });
  if (auto done = reader.finish(); !done) return std::unexpected(done.error());
  return strings.size();
}

TEST(Codec, ManyTinyItemsAreTooLarge) {
  // While a vector doubles there are the old and the new storage; the floor and the input's share hold them up to here.
  std::size_t most = 1;
  const auto both_storages = [](std::size_t count) { return (count + 2 * count) * sizeof(Bytes); };
  while (both_storages(most) <= kMemoryFloor + kMemoryPerByte * (most + 1)) most *= 2;
  EXPECT_EQ(read_empty_strings(most), most);
  EXPECT_EQ(read_empty_strings(most + 1).error(), CryptoError::too_large);
  EXPECT_EQ(read_empty_strings(100'000).error(), CryptoError::too_large);
}

TEST(Codec, InnerVectorsShareTheMemory) {
  // Each inner list is small enough by itself; together they are not.
  Writer writer;
  writer.vector([](Writer& outer) {
    for (int i = 0; i < 200; ++i) outer.opaque(Bytes(8));
  });
  Reader reader(writer.view());
  std::size_t lists = 0;
  reader.vector([&](Reader& outer) {
    if (outer.items<Bytes>([](Reader& inner) { return inner.opaque(); }).size() == 8) ++lists;
  });
  EXPECT_GT(lists, 10U);
  EXPECT_LT(lists, 200U);
  EXPECT_EQ(reader.finish().error(), CryptoError::too_large);
}

TEST(Codec, OpaqueCopiesAreCharged) {
  Writer writer;
  writer.opaque(Bytes(600));
  Reader reader(writer.view());
  EXPECT_TRUE(reader.charge(kMemoryFloor + kMemoryPerByte * writer.view().size() - 599));
  EXPECT_TRUE(reader.opaque().empty());
  EXPECT_EQ(reader.error(), CryptoError::too_large);
}

}  // namespace
}  // namespace bredvid::tls
