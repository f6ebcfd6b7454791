#include "server/net/frame_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace bredvid::net {
namespace {

using Bytes = std::vector<std::uint8_t>;
using What = FrameReader::What;

constexpr std::size_t kMax = 70'000;
constexpr std::uint8_t kFin = 0x80;

/// A client's frame, masked; lengths in their shortest form unless `length_form` (126, 127) asks for a longer one.
Bytes frame(int first, const Bytes& payload, int length_form = 0) {
  const std::size_t size = payload.size();
  if (length_form == 0) length_form = size < 126 ? static_cast<int>(size) : size < 65536 ? 126 : 127;
  Bytes out{static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(0x80 | length_form)};
  const int length_bytes = length_form == 126 ? 2 : length_form == 127 ? 8 : 0;
  for (int i = length_bytes - 1; i >= 0; --i) out.push_back(static_cast<std::uint8_t>(std::uint64_t{size} >> (8 * i)));
  const Bytes mask{0x11, 0x22, 0x43, 0x84};
  out.insert(out.end(), mask.begin(), mask.end());
  for (std::size_t i = 0; i < size; ++i) out.push_back(payload[i] ^ mask[i % 4]);
  return out;
}

Bytes counted(std::size_t size) {
  Bytes bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
  return bytes;
}

Bytes joined(const std::vector<Bytes>& parts) {
  Bytes all;
  for (const Bytes& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

struct Seen {
  What what;
  Bytes payload;
  std::uint16_t code;
  bool operator==(const Seen&) const = default;
};

/// Everything that comes of `bytes` when they are given in pieces of `piece`.
std::vector<Seen> read_all(Bytes bytes, std::size_t piece, FrameReader& reader) {
  std::vector<Seen> seen;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    std::span<std::uint8_t> rest(bytes.data() + at, std::min(piece, bytes.size() - at));
    while (!rest.empty()) {
      const auto event = reader.next(rest);
      if (event.what == What::more) break;
      seen.push_back({event.what, {event.payload.begin(), event.payload.end()}, event.code});
      if (event.what >= What::not_binary) return seen;
    }
    reader.release();
  }
  return seen;
}

std::vector<Seen> read_all(const Bytes& bytes, std::size_t piece = 1'000'000) {
  FrameReader reader(kMax);
  return read_all(bytes, piece, reader);
}

What only(const Bytes& bytes) {
  const auto seen = read_all(bytes);
  return seen.size() == 1 ? seen[0].what : What::more;
}

TEST(FrameReaderTest, GivesWholeMessagesHoweverTheyAreCut) {
  const std::vector<Bytes> messages{counted(0),    counted(1),     counted(125),  counted(126),
                                    counted(5000), counted(65535), counted(65536)};
  Bytes stream;
  std::vector<Seen> wanted;
  for (const Bytes& message : messages) {
    stream = joined({stream, frame(kFin | 2, message)});
    wanted.push_back({What::message, message, 0});
  }
  for (const std::size_t piece : {1U, 2U, 3U, 5U, 7U, 13U, 127U, 4096U, 16384U, 1'000'000U}) {
    FrameReader reader(kMax);
    EXPECT_EQ(read_all(stream, piece, reader), wanted) << "in pieces of " << piece;
    EXPECT_FALSE(reader.unfinished());
    EXPECT_EQ(reader.held_bytes(), 0U);
  }
}

TEST(FrameReaderTest, JoinsFragmentsWithControlFramesBetween) {
  const Bytes stream = joined({frame(2, counted(10)), frame(kFin | 9, {1, 2}), frame(0, {}), frame(0, counted(300)),
                               frame(kFin | 10, {}), frame(kFin | 0, {5}), frame(kFin | 2, {6})});
  const std::vector<Seen> wanted{{What::ping, {1, 2}, 0},
                                 {What::pong, {}, 0},
                                 {What::message, joined({counted(10), counted(300), {5}}), 0},
                                 {What::message, {6}, 0}};
  for (const std::size_t piece : {1U, 4U, 9U, 1000U}) EXPECT_EQ(read_all(stream, piece), wanted) << piece;
}

TEST(FrameReaderTest, RefusesWhatTheRfcForbids) {
  EXPECT_EQ(only({kFin | 2, 0x01, 0x00}), What::more) << "a header that is not complete yet";
  EXPECT_EQ(only({kFin | 2, 0x01, 0, 0, 0, 0}), What::protocol_error) << "not masked";
  EXPECT_EQ(only(frame(kFin | 0x40 | 2, {1})), What::protocol_error) << "an extension's bit";
  for (const int reserved : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
    EXPECT_EQ(only(frame(kFin | reserved, {1})), What::protocol_error) << reserved;
  }
  EXPECT_EQ(only(frame(9, {1})), What::protocol_error) << "a fragmented ping";
  EXPECT_EQ(only(frame(kFin | 9, counted(125))), What::ping);
  EXPECT_EQ(only(frame(kFin | 9, counted(126))), What::protocol_error);
  EXPECT_EQ(only(frame(kFin | 0, {1})), What::protocol_error) << "a continuation of nothing";
  EXPECT_EQ(only(joined({frame(2, {1}), frame(kFin | 2, {1})})), What::protocol_error) << "a message inside of one";
  EXPECT_EQ(only(frame(kFin | 2, counted(125), 126)), What::protocol_error) << "a longer length than needed";
  EXPECT_EQ(only(frame(kFin | 2, counted(65535), 127)), What::protocol_error);
  Bytes negative = frame(kFin | 2, counted(65536));
  negative[2] = 0x80;
  EXPECT_EQ(only(negative), What::protocol_error) << "the first bit of a long length";
}

TEST(FrameReaderTest, ATextMessageIsNoBinaryOne) {
  EXPECT_EQ(only(frame(kFin | 1, {'h', 'e', 'j'})), What::not_binary);
}

TEST(FrameReaderTest, KnowsTheCloseCodes) {
  const auto close = [](int code) {
    return read_all(frame(kFin | 8, {static_cast<std::uint8_t>(code >> 8), static_cast<std::uint8_t>(code), 'x'}));
  };
  EXPECT_EQ(read_all(frame(kFin | 8, {}))[0].code, 1005);
  EXPECT_EQ(only(frame(kFin | 8, {3})), What::protocol_error);
  for (const int good : {1000, 1001, 1002, 1003, 1007, 1011, 1014, 3000, 4999}) {
    ASSERT_EQ(close(good)[0].what, What::close) << good;
    EXPECT_EQ(close(good)[0].code, good);
  }
  for (const int bad : {0, 999, 1004, 1005, 1006, 1015, 2999, 5000}) {
    EXPECT_EQ(close(bad)[0].what, What::protocol_error) << bad;
  }
}

TEST(FrameReaderTest, TheLargestMessageAndOneByteMore) {
  EXPECT_EQ(only(frame(kFin | 2, counted(kMax))), What::message);
  EXPECT_EQ(only(frame(kFin | 2, counted(kMax + 1))), What::too_large);
  EXPECT_EQ(only(joined({frame(2, counted(kMax)), frame(kFin | 0, {})})), What::message);
  EXPECT_EQ(only(joined({frame(2, counted(kMax)), frame(kFin | 0, {1})})), What::too_large);
}

TEST(FrameReaderTest, HoldsNoMoreThanHasCome) {
  FrameReader reader(kMax);
  Bytes begun = frame(kFin | 2, counted(60'000));
  begun.resize(1000);  // it says that 60,000 bytes come
  EXPECT_TRUE(read_all(begun, begun.size(), reader).empty());
  EXPECT_TRUE(reader.unfinished());
  EXPECT_LE(reader.held_bytes(), 2 * begun.size());
}

TEST(FrameReaderTest, ALargeLengthIsRefusedBeforeItsBytesCome) {
  Bytes begun = frame(kFin | 2, counted(kMax + 1));
  begun.resize(14);
  EXPECT_EQ(only(begun), What::too_large);
}

TEST(FrameHeaderTest, HasTheShortestForm) {
  const auto bytes = [](std::size_t size) {
    const FrameHeader header = frame_header(Opcode::binary, size);
    return Bytes(header.bytes.begin(), header.bytes.begin() + header.size);
  };
  EXPECT_EQ(bytes(0), (Bytes{0x82, 0}));
  EXPECT_EQ(bytes(125), (Bytes{0x82, 125}));
  EXPECT_EQ(bytes(126), (Bytes{0x82, 126, 0, 126}));
  EXPECT_EQ(bytes(65535), (Bytes{0x82, 126, 0xff, 0xff}));
  EXPECT_EQ(bytes(65536), (Bytes{0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0}));
}

}  // namespace
}  // namespace bredvid::net
