// What the decoder must refuse: every second form, every cut, every excess.
#include <gtest/gtest.h>

#include "server/wire/cbor_scan.h"
#include "server/wire/codec.h"
#include "server/wire/limits.h"
#include "tests/server/wire/examples.h"

namespace bredvid::wire {
namespace {

ErrorCode client_error(const Blob& bytes) {
  const auto frame = decode_client(bytes);
  return frame ? ErrorCode{} : frame.error().failure.code;
}

ErrorCode server_error(const Blob& bytes) {
  const auto frame = decode_server(bytes);
  return frame ? ErrorCode{} : frame.error().failure.code;
}

Blob ping_with(std::initializer_list<std::uint8_t> bytes) {
  return Blob(bytes);
}

TEST(WireMutation, EveryTruncationIsRefused) {
  for (const auto& example : client_examples()) {
    const Blob whole = encode(example.frame);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_EQ(client_error(Blob(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))),
                ErrorCode::bad_frame)
          << example.name << " cut to " << size;
    }
  }
  for (const auto& example : server_examples()) {
    const Blob whole = encode(example.frame);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_EQ(server_error(Blob(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))),
                ErrorCode::bad_frame)
          << example.name << " cut to " << size;
    }
  }
}

TEST(WireMutation, TrailingBytesAreRefused) {
  for (const auto& example : client_examples()) {
    Blob bytes = encode(example.frame);
    bytes.push_back(0);
    EXPECT_EQ(client_error(bytes), ErrorCode::bad_frame) << example.name;
  }
}

TEST(WireMutation, OneFieldMoreOrLessIsRefused) {
  for (const auto& example : client_examples()) {
    Blob more = encode(example.frame);
    ++more[0];
    more.push_back(0xf6);
    EXPECT_EQ(client_error(more), ErrorCode::bad_frame) << example.name;
    Blob less = encode(example.frame);
    --less[0];
    EXPECT_EQ(client_error(less), ErrorCode::bad_frame) << example.name;
  }
}

// A list of thousands of empty things is a byte each on the wire and a hundred in memory.
TEST(WireMutation, MoreItemsThanAnyFrameHasAreRefusedByTheScan) {
  const auto array = [](std::uint8_t count) {
    Blob bytes{0x98, count};
    bytes.insert(bytes.end(), count, 0x40);
    return bytes;
  };
  EXPECT_TRUE(well_formed(array(kMaxClientFrameItems - 1), kMaxClientFrameItems));
  EXPECT_FALSE(well_formed(array(kMaxClientFrameItems), kMaxClientFrameItems));
}

TEST(WireMutation, FullListsFit) {
  SendCommit full{{7}, {}, {}, {4}, counted(kMaxCommitBytes, 5), {}, {}};
  full.sealed.assign(kMaxLiveSlips, {{99}, counted(kMaxSealedBytes, 6)});
  full.removed.assign(kMaxRemoved, counted_id<DeviceId>(0x30));
  EXPECT_TRUE(decode_client(encode(ClientFrame{full})));
  LoginOk all{{7}, Role::lead, {OrgKind::association, "x", ""}, {}, {}, 600};
  all.circles.assign(kMaxCirclesPerDevice, {counted_id<CircleId>(1), {3}, {12}, {10}});
  all.spans.assign(kMaxSpans, {{1}, {20727}, {20818}});
  EXPECT_TRUE(decode_server(encode(ServerFrame{all})));
  Releases releases{{7}, {}};
  releases.releases.assign(kMaxReleasesListed, {{2}, Scope::half_year, {20636}, {20726}});
  EXPECT_TRUE(decode_server(encode(ServerFrame{releases})));
}

TEST(WireMutation, NoFlippedByteCrashesOrChangesForm) {
  // A flip inside of an opaque field is another valid frame; whatever is accepted must encode to the same bytes.
  for (const auto& example : client_examples()) {
    const Blob whole = encode(example.frame);
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const unsigned flip : {0x01U, 0x20U, 0x80U, 0xffU}) {
        Blob bytes = whole;
        bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ flip);
        const auto frame = decode_client(bytes);
        if (!frame) continue;
        ASSERT_EQ(encode(*frame), bytes) << example.name << " at " << at;
      }
    }
  }
}

TEST(WireMutation, SecondFormsAreRefused) {
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0x07})), ErrorCode{}) << "the one form";
  EXPECT_EQ(client_error(ping_with({0x82, 0x18, 0x01, 0x07})), ErrorCode::bad_frame) << "type in two bytes";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0x18, 0x07})), ErrorCode::bad_frame) << "rid in two bytes";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0x19, 0x00, 0x07})), ErrorCode::bad_frame) << "rid in three bytes";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0x1a, 0, 0, 0, 7})), ErrorCode::bad_frame) << "rid in five bytes";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0x1b, 0, 0, 0, 0, 0, 0, 0, 7})), ErrorCode::bad_frame)
      << "rid in nine bytes";
  EXPECT_EQ(client_error(ping_with({0x98, 0x02, 0x01, 0x07})), ErrorCode::bad_frame) << "array head in two bytes";
  EXPECT_EQ(client_error(ping_with({0x9f, 0x01, 0x07, 0xff})), ErrorCode::bad_frame) << "indefinite array";
  EXPECT_EQ(client_error(ping_with({0xc1, 0x82, 0x01, 0x07})), ErrorCode::bad_frame) << "tagged";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0xc1, 0x07})), ErrorCode::bad_frame) << "tagged rid";
  EXPECT_EQ(client_error(ping_with({0xa1, 0x01, 0x07})), ErrorCode::bad_frame) << "a map";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0x26})), ErrorCode::bad_frame) << "negative rid";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0xf9, 0x3c, 0x00})), ErrorCode::bad_frame) << "float rid";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0xf5})), ErrorCode::bad_frame) << "true as rid";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0x41, 0x07})), ErrorCode::bad_frame) << "bytes as rid";
  EXPECT_EQ(client_error(ping_with({0x82, 0x01, 0x00})), ErrorCode::bad_frame) << "a client's rid is never 0";
  EXPECT_EQ(client_error({}), ErrorCode::bad_frame);
}

TEST(WireMutation, AnIndefiniteByteStringIsRefused) {
  // circle_create with its id as two chunks
  Blob bytes{0x83, 0x0a, 0x07, 0x5f};
  for (int chunk = 0; chunk < 2; ++chunk) {
    bytes.push_back(0x48);
    bytes.insert(bytes.end(), 8, 0xc0);
  }
  bytes.push_back(0xff);
  EXPECT_EQ(client_error(bytes), ErrorCode::bad_frame);
}

TEST(WireMutation, DepthAndLyingLengthsAreRefusedBeforeAnyWork) {
  Blob deep{0x82, 0x01};
  deep.insert(deep.end(), 100, 0x81);
  deep.push_back(0x01);
  EXPECT_EQ(client_error(deep), ErrorCode::bad_frame);
  EXPECT_EQ(client_error({0x82, 0x01, 0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}), ErrorCode::bad_frame);
  EXPECT_EQ(client_error({0x82, 0x01, 0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}), ErrorCode::bad_frame);
}

TEST(WireMutation, AnUnknownTypeIsToldWithItsRequestId) {
  const auto frame = decode_client(Blob{0x82, 0x18, 0x63, 0x09});
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().failure.code, ErrorCode::unknown_frame);
  EXPECT_EQ(frame.error().rid, RequestId{9});
  EXPECT_EQ(client_error(encode(ServerFrame{Ok{{1}}})), ErrorCode::unknown_frame) << "a server's frame from a client";
  EXPECT_EQ(server_error(encode(ClientFrame{Ping{{1}}})), ErrorCode::unknown_frame) << "a client's frame from a server";
}

TEST(WireMutation, ABlobMayBeExactlyAsLargeAsTheSchemaSays) {
  const auto message = [](std::size_t size) {
    return encode(
        ClientFrame{SendMessage{{1}, counted_id<CircleId>(1), counted_id<MessageId>(2), {0}, counted(size, 0)}});
  };
  EXPECT_EQ(client_error(message(1)), ErrorCode{});
  EXPECT_EQ(client_error(message(kMaxBlobBytes)), ErrorCode{});
  EXPECT_EQ(client_error(message(kMaxBlobBytes + 1)), ErrorCode::bad_frame);
  EXPECT_EQ(client_error(message(kMaxBlobBytes + kFrameOverheadBytes)), ErrorCode::frame_too_large);
  EXPECT_EQ(client_error(message(0)), ErrorCode::bad_frame);
}

TEST(WireMutation, ATypesOwnLimitIsExact) {
  // ping may be 256 bytes in all; what is larger isn't even looked at.
  Blob bytes{0x83, 0x01, 0x07, 0x58, 0};
  const std::size_t room = client_frame_limit_bytes(Ping::kType) - bytes.size();
  bytes[4] = static_cast<std::uint8_t>(room);
  bytes.insert(bytes.end(), room, 0);
  EXPECT_EQ(client_error(bytes), ErrorCode::bad_frame);
  bytes.push_back(0);
  EXPECT_EQ(client_error(bytes), ErrorCode::frame_too_large);
  EXPECT_EQ(client_error(Blob(kMaxClientFrameBytes + 1, 0)), ErrorCode::frame_too_large);
}

TEST(WireMutation, TheLargestFramesFit) {
  SlipRedeemCircle redeem{{4294967295U},
                          {kSelectorEnd - 1},
                          counted_id<Secret32>(1),
                          example_enrolment(),
                          counted_id<MessageId>(2),
                          {9007199254740991ULL},
                          counted(kMaxCommitBytes, 0),
                          {}};
  for (std::uint32_t i = 0; i < kMaxLiveSlips; ++i)
    redeem.sealed.push_back({{kSelectorEnd - 1 - i}, counted(kMaxSealedBytes, 0)});
  EXPECT_EQ(client_error(encode(ClientFrame{std::move(redeem)})), ErrorCode{});
  SendCommit commit{{4294967295U},
                    counted_id<CircleId>(1),
                    counted_id<MessageId>(2),
                    {9007199254740991ULL},
                    counted(kMaxCommitBytes, 0),
                    {},
                    {}};
  for (std::uint32_t i = 0; i < kMaxLiveSlips; ++i)
    commit.sealed.push_back({{kSelectorEnd - 1 - i}, counted(kMaxSealedBytes, 0)});
  commit.removed.assign(kMaxRemoved, counted_id<DeviceId>(3));
  EXPECT_EQ(client_error(encode(ClientFrame{commit})), ErrorCode{});
  commit.removed.push_back(counted_id<DeviceId>(4));
  EXPECT_EQ(client_error(encode(ClientFrame{commit})), ErrorCode::bad_frame);
  LoginOk login{{1},
                Role::supporter,
                {OrgKind::municipality, std::string(kMaxOrgNameBytes, 'a'), std::string(kMaxOrgHoursBytes, 'b')},
                {},
                {},
                600};
  login.circles.assign(kMaxCirclesPerDevice,
                       {counted_id<CircleId>(1), {9007199254740991ULL}, {9007199254740991ULL}, {9007199254740991ULL}});
  login.spans.assign(kMaxSpans, {{4294967295U}, {99999}, {99999}});
  EXPECT_EQ(server_error(encode(ServerFrame{login})), ErrorCode{});
  EXPECT_EQ(server_error(encode(ServerFrame{Release{{1}, Blob(kMaxReleaseTextBytes), Blob(kMaxReleaseTextBytes)}})),
            ErrorCode{});
}

TEST(WireMutation, NumbersKeepTheirRanges) {
  const auto make = [](Selector selector, Day day) {
    return encode(ClientFrame{SlipMakeStaff{{1}, selector, counted_id<Secret32>(1), Role::lead, day}});
  };
  EXPECT_EQ(client_error(make({1048575}, {99999})), ErrorCode{});
  EXPECT_EQ(client_error(make({1048576}, {1})), ErrorCode::bad_frame);
  EXPECT_EQ(client_error(make({1}, {100000})), ErrorCode::bad_frame);
  EXPECT_EQ(client_error(encode(ClientFrame{Ack{{1}, {}, {9007199254740992ULL}}})), ErrorCode::bad_frame)
      << "beyond 2^53 - 1";
  EXPECT_EQ(client_error(encode(ClientFrame{Tally{{1}, {}, {1}, Counted{Series::contact, 8}, {TagSet{}}}})),
            ErrorCode::bad_frame);
  EXPECT_EQ(client_error(encode(ClientFrame{Tally{{1}, {}, {1}, Counted{Series::contact, 0}, {TagSet{}}}})),
            ErrorCode::bad_frame);
  EXPECT_EQ(client_error(encode(ClientFrame{Tally{{1}, {}, {1}, Counted::of(Contact::visit), {}}})),
            ErrorCode::bad_frame)
      << "no tags";
  EXPECT_EQ(client_error(encode(ClientFrame{Tally{{1}, {}, {1}, Counted::of(Contact::visit), std::vector<TagSet>(5)}})),
            ErrorCode::bad_frame)
      << "five parents";
}

TEST(WireMutation, UnaskedFramesHaveRequestIdZeroAndAnswersHaveNot) {
  EXPECT_EQ(server_error(encode(ServerFrame{Hello{{1}, {}, 1, 1}})), ErrorCode::bad_frame);
  EXPECT_EQ(server_error(encode(ServerFrame{Ok{{0}}})), ErrorCode::bad_frame);
  EXPECT_EQ(server_error(encode(ServerFrame{error_frame({}, {ErrorCode::bad_frame, 0})})), ErrorCode{});
  EXPECT_EQ(server_error(encode(ServerFrame{Hello{{0}, {}, 1, 2}})), ErrorCode::bad_frame) << "another protocol";
}

TEST(WireMutation, TextIsUtf8) {
  const auto text = [](std::string name) {
    return encode(ServerFrame{SlipInfo{{1}, Role::lead, {OrgKind::association, std::move(name), ""}, {1}, {}}});
  };
  EXPECT_EQ(server_error(text("å")), ErrorCode{});
  EXPECT_EQ(server_error(text("\xf0\x9f\x92\x99")), ErrorCode{});
  for (const char* bad : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe0\x80\x80", "\x80"}) {
    EXPECT_EQ(server_error(text(bad)), ErrorCode::bad_frame);
  }
}

}  // namespace
}  // namespace bredvid::wire
