#include "server/wire/counted.h"

#include <gtest/gtest.h>

#include "server/wire/codec.h"
#include "tests/server/wire/examples.h"

namespace bredvid::wire {
namespace {

/// A tally with the bytes of what it counts put in place of [1, 5].
Blob with_counted(std::uint8_t series, std::uint8_t value) {
  Blob bytes = encode(ClientFrame{Tally{{1}, {}, {1}, Counted::of(Contact::visit), {TagSet{}}}});
  const Blob pair{0x82, 1, static_cast<std::uint8_t>(Contact::visit)};
  const auto found = std::ranges::search(bytes, pair);
  EXPECT_FALSE(found.empty());
  found[1] = series;
  found[2] = value;
  return bytes;
}

TEST(CountedTest, EachSeriesTakesItsOwnValuesAndNoOther) {
  for (std::size_t i = 0; i < kSeriesCount; ++i) {
    const SeriesRow& row = kSeries[i];
    EXPECT_EQ(static_cast<std::size_t>(row.series), i + 1) << row.name;
    const auto number = static_cast<std::uint8_t>(row.series);
    for (std::uint8_t value = 0; value < 24; ++value) {
      const auto decoded = decode_client(with_counted(number, value));
      const bool known = value >= 1 && value <= row.values.size();
      ASSERT_EQ(decoded.has_value(), known) << row.name << " " << int{value};
      if (known) {
        EXPECT_EQ(std::get<Tally>(*decoded).counted, (Counted{row.series, value}));
      } else {
        EXPECT_EQ(decoded.error().failure.code, ErrorCode::bad_frame);
      }
    }
  }
}

TEST(CountedTest, ThereIsNoOtherSeries) {
  for (const std::uint8_t series : {std::uint8_t{0}, std::uint8_t{9}, std::uint8_t{23}}) {
    EXPECT_FALSE(decode_client(with_counted(series, 1)));
    EXPECT_EQ(value_count(static_cast<Series>(series)), 0U);
  }
}

TEST(CountedTest, TheNumbersAreThoseOfTheSchema) {
  const std::size_t sizes[] = {7, 3, 4, 4, 1, 5, 5, 5};
  for (std::size_t i = 0; i < kSeriesCount; ++i) EXPECT_EQ(kSeries[i].values.size(), sizes[i]);
}

}  // namespace
}  // namespace bredvid::wire
