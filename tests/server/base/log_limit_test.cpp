// One kind of line can't fill the log, hides no other kind, and what was left out is said.
#include "server/base/log_limit.h"

#include <gtest/gtest.h>

#include <array>

#include "server/base/log.h"

namespace bredvid::log {
namespace {

constexpr const char* kOne = "one";
constexpr const char* kOther = "other";

TEST(LogLimit, ThirtyLinesAMinuteOfEachKind) {
  LineLimit limit;
  for (std::uint32_t i = 0; i < kMaxLinesPerMinute; ++i) EXPECT_TRUE(limit.next(kOne, 0).write) << i;
  EXPECT_FALSE(limit.next(kOne, 0).write);
  EXPECT_FALSE(limit.next(kOne, kLineWindow_ms - 1).write);
  EXPECT_TRUE(limit.next(kOther, 0).write) << "another kind is not hidden";
  const auto next = limit.next(kOne, kLineWindow_ms);
  EXPECT_TRUE(next.write);
  EXPECT_EQ(next.left_out, 2U);
  EXPECT_EQ(limit.next(kOne, kLineWindow_ms).left_out, 0U) << "said once";
}

TEST(LogLimit, RemembersABoundedNumberOfKinds) {
  LineLimit limit;
  std::array<char, kMaxEventKinds + 100> names{};
  for (std::size_t i = 0; i < kMaxEventKinds; ++i) EXPECT_TRUE(limit.next(&names[i], 0).write);
  std::uint32_t written = 0;
  for (std::size_t i = kMaxEventKinds; i < names.size(); ++i) written += limit.next(&names[i], 0).write ? 1 : 0;
  EXPECT_EQ(written, kMaxLinesPerMinute) << "all further kinds share one";
  EXPECT_TRUE(limit.next(&names[0], 0).write);
}

int lines = 0;

TEST(LogLimit, TheLogItselfKeepsIt) {
  lines = 0;
  set_sink([](std::string_view) { ++lines; });
  for (std::uint32_t i = 0; i < 10 * kMaxLinesPerMinute; ++i) write(Level::warning, "a_test_that_repeats_itself");
  set_sink(nullptr);
  EXPECT_EQ(lines, static_cast<int>(kMaxLinesPerMinute));
}

}  // namespace
}  // namespace bredvid::log
