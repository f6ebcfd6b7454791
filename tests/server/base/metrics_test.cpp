// Counters that many threads move at once, and that hold numbers only.
#include "server/base/metrics.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

namespace bredvid::metrics {
namespace {

TEST(Metrics, NothingIsLostBetweenThreads) {
  const auto metrics = std::make_unique<ServerMetrics>();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (std::uint64_t i = 0; i < 10'000; ++i) {
        metrics->envelopes_stored.add();
        metrics->commit_us.record(i);
        metrics->frames_in.add(11);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(metrics->envelopes_stored.value(), 40'000U);
  EXPECT_EQ(metrics->frames_in.value(11), 40'000U);
  EXPECT_EQ(metrics->commit_us.sum(), 4 * (9'999ULL * 10'000 / 2));
  std::uint64_t all = 0;
  for (std::size_t i = 0; i <= Histogram::kBounds; ++i) all += metrics->commit_us.bucket(i);
  EXPECT_EQ(all, 40'000U);
}

TEST(Metrics, AHistogramsBoundIsInItsBucket) {
  Histogram histogram(kLatency_us);
  histogram.record(0);
  histogram.record(100);
  histogram.record(101);
  histogram.record(1'000'000);
  histogram.record(1'000'001);
  EXPECT_EQ(histogram.bucket(0), 2U);
  EXPECT_EQ(histogram.bucket(1), 1U);
  EXPECT_EQ(histogram.bucket(Histogram::kBounds - 1), 1U);
  EXPECT_EQ(histogram.bucket(Histogram::kBounds), 1U);
}

TEST(Metrics, ATableCountsStrangersTogether) {
  CounterTable<8> table;
  table.add(3);
  table.add(7);
  table.add(8);
  table.add(4'000'000'000);
  EXPECT_EQ(table.value(3), 1U);
  EXPECT_EQ(table.value(7), 3U);
}

TEST(Metrics, AConnectionIsInOnePlaceAndThenNowhere) {
  const auto here = [](ConnectionState state) { return server().connections[static_cast<std::size_t>(state)].value(); };
  const auto before = here(ConnectionState::handshake);
  {
    ConnectionPlace place(ConnectionState::handshake);
    EXPECT_EQ(here(ConnectionState::handshake), before + 1);
    place.move_to(ConnectionState::logged_in);
    place.move_to(ConnectionState::logged_in);
    EXPECT_EQ(here(ConnectionState::handshake), before);
    EXPECT_EQ(here(ConnectionState::logged_in), 1);
  }
  EXPECT_EQ(here(ConnectionState::logged_in), 0);
}

}  // namespace
}  // namespace bredvid::metrics
