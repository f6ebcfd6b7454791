#include <gtest/gtest.h>

#include <string>
#include <type_traits>

#include "server/base/clock.h"
#include "server/base/failure.h"
#include "server/base/ids.h"
#include "server/base/log.h"
#include "server/base/secret32.h"

namespace bredvid {
namespace {

TEST(Ids, HexGoesBothWays) {
  DeviceId id;
  ASSERT_TRUE(from_hex("000102030405060708090A0b0c0d0eff", id.bytes));
  EXPECT_EQ(to_hex(id), "000102030405060708090a0b0c0d0eff");
  EXPECT_FALSE(from_hex("00", id.bytes)) << "too short";
  EXPECT_FALSE(from_hex("zz0102030405060708090a0b0c0d0eff", id.bytes)) << "not hexadecimal";
}

TEST(Ids, AreOfTheirSizeOnly) {
  const std::vector<std::uint8_t> sixteen(16, 7);
  EXPECT_TRUE(CircleId::from(sixteen));
  EXPECT_FALSE(CircleId::from(std::span(sixteen).first(15)));
}

TEST(Ids, OfDifferentKindsDoNotMix) {
  EXPECT_FALSE((std::is_convertible_v<DeviceId, CircleId>));
  EXPECT_FALSE((std::is_convertible_v<Epoch, Sequence>));
  EXPECT_LT(Epoch{1}, Epoch{2});
  EXPECT_NE(std::hash<Selector>{}({1}), std::hash<Selector>{}({2}));
}

TEST(Secret32Test, MovesWipesAndIsNotCopiedByAccident) {
  EXPECT_FALSE(std::is_copy_constructible_v<Secret32>);
  std::array<std::uint8_t, 32> raw{};
  raw[0] = 9;
  Secret32 first(raw);
  Secret32 second = std::move(first);
  EXPECT_TRUE(second == Secret32(raw));
  EXPECT_TRUE(first == Secret32{}) << "the source is zeroised";  // NOLINT(bugprone-use-after-move)
  EXPECT_TRUE(second.copy() == second);
  EXPECT_FALSE(Secret32::from(std::span(raw).first(31)));
}

TEST(FailureTest, EveryCodeHasItsSentence) {
  EXPECT_EQ(sentence(ErrorCode::pin_wrong), "The PIN is not right.");
  const Outcome<int> outcome = fail(ErrorCode::epoch_stale, 7);
  EXPECT_EQ(outcome.error(), (Failure{ErrorCode::epoch_stale, 7}));
}

TEST(ClockTest, SecondsRoundDown) {
  EXPECT_EQ(Instant{1999}.seconds(), 1);
  EXPECT_EQ(Instant{-1}.seconds(), -1);
  ManualClock clock(Instant{1000});
  clock.advance_s(2);
  EXPECT_EQ(clock.now(), Instant{3000});
  EXPECT_GT(SystemClock().now().ms, 1'700'000'000'000);
}

std::string captured;
void capture(std::string_view line) {
  captured += std::string(line) + "\n";
}

TEST(LogTest, HoldsCountsAndCodesOnly) {
  captured.clear();
  log::set_sink(capture);
  log::write(log::Level::info, "session_closed", {{"code", ErrorCode::too_many}, {"frames", std::uint64_t{12}}});
  log::write(log::Level::debug, "not_shown");
  log::set_level(log::Level::debug);
  log::write(log::Level::debug, "shown", {{"left", std::int64_t{-3}}});
  log::set_level(log::Level::info);
  log::set_sink(nullptr);
  EXPECT_EQ(captured, "session_closed code=too_many frames=12\nshown left=-3\n");
}

// What people are called or say is made at run time, and an id is a type of its own: neither fits into an entry.
static_assert(!std::is_constructible_v<Literal, std::string>);
static_assert(!std::is_constructible_v<Literal, const char*>);
static_assert(!std::is_constructible_v<Literal, std::string_view>);
using Value = decltype(log::Field::value);
static_assert(!std::is_constructible_v<Value, DeviceId>);
static_assert(!std::is_constructible_v<Value, CircleId>);
static_assert(!std::is_constructible_v<Value, Sequence>);
static_assert(!std::is_constructible_v<Value, std::string>);

}  // namespace
}  // namespace bredvid
