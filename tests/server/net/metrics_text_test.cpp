// What a monitor reads: the format, the coarsening, and that every kind and code has its line.
#include "server/net/metrics_text.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "server/domain/metrics_rule.h"

namespace bredvid::net {
namespace {

using metrics::ConnectionState;

struct MetricsTextTest : ::testing::Test {
  std::unique_ptr<metrics::ServerMetrics> metrics = std::make_unique<metrics::ServerMetrics>();
  Instant now{1'800'000'000'000};
  ProcessFacts facts{12, 90'000'000, 31, 1024};
  MetricsText text{*metrics, now, "1.2.3"};

  [[nodiscard]] std::string render() { return text.render(now, facts); }
  /// The value behind `series` in a text; "" when there is no such line.
  static std::string value(const std::string& all, const std::string& series) {
    const std::size_t at = ("\n" + all).find("\n" + series + " ");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + series.size() + 1;
    return all.substr(begin, all.find('\n', begin) - begin);
  }
  void crowd(std::int64_t devices) {
    metrics->connections[static_cast<std::size_t>(ConnectionState::logged_in)].set(devices);
  }
  void next_step() { now.ms += domain::kMetricsStep_ms; }
  /// There when a step begins. To be shown in numbers they must be there at its end too.
  void crowd_at_a_step(std::int64_t devices) {
    crowd(devices);
    next_step();
    static_cast<void>(render());
  }
};

TEST_F(MetricsTextTest, IsTheFormatThatPrometheusReads) {
  const std::regex sample(R"(^[a-z_]+(\{[a-z]+="[a-zA-Z0-9_.+]+"\})? -?[0-9.e+]+$)");
  std::istringstream lines(render());
  std::set<std::string> types;
  std::set<std::string> series;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# TYPE ")) {
      EXPECT_TRUE(types.insert(line).second) << "twice: " << line;
    } else if (!line.starts_with("# HELP ")) {
      EXPECT_TRUE(std::regex_match(line, sample)) << line;
      EXPECT_TRUE(series.insert(line.substr(0, line.rfind(' '))).second) << "twice: " << line;
    }
  }
  EXPECT_GT(types.size(), 20U);
  EXPECT_GT(series.size(), 80U);
}

TEST_F(MetricsTextTest, WhatTwoPeopleDoIsNotSeen) {
  const std::string before = render();
  crowd(2);
  for (int i = 0; i < 40; ++i) {
    metrics->frames_in.add(11);
    metrics->frames_out.add(111);
    metrics->envelopes_stored.add();
    metrics->envelopes_delivered.add();
    metrics->commit_us.record(90);
    metrics->batch_jobs.record(1);
    metrics->handshakes_resumed.add();
    metrics->refusals.add(50);
  }
  metrics->wal_pages.set(90);
  facts.cpu_s += 3;
  facts.open_files += 2;
  facts.resident_bytes += 300'000;
  EXPECT_EQ(render(), before) << "within a step nothing moves at all";
  next_step();
  const std::string after = render();
  EXPECT_EQ(value(after, "bredvid_frames_in_total{kind=\"send_message\"}"), "0");
  EXPECT_EQ(value(after, "bredvid_envelopes_stored_total"), "0");
  EXPECT_EQ(value(after, "bredvid_store_commit_seconds_count"), "0");
  EXPECT_EQ(value(after, "bredvid_store_commit_seconds_sum"), "0");
  EXPECT_EQ(value(after, "bredvid_connections{state=\"logged_in\"}"), "0");
  EXPECT_EQ(value(after, "bredvid_store_wal_pages"), "0");
  EXPECT_EQ(value(after, "bredvid_refusals_total{code=\"pin_wrong\"}"), "0");
}

TEST_F(MetricsTextTest, WithACrowdTheNumbersAreThere) {
  crowd_at_a_step(45);
  for (int i = 0; i < 1234; ++i) {
    metrics->frames_in.add(11);
    metrics->commit_us.record(i % 2 == 0 ? 90 : 200);
  }
  metrics->handshakes_full.add(60);
  metrics->http_answers.add(2, 77);
  next_step();
  const std::string all = render();
  EXPECT_EQ(value(all, "bredvid_frames_in_total{kind=\"send_message\"}"), "1200");
  EXPECT_EQ(value(all, "bredvid_handshakes_total{kind=\"full\"}"), "50");
  EXPECT_EQ(value(all, "bredvid_http_answers_total{status=\"2xx\"}"), "50");
  EXPECT_EQ(value(all, "bredvid_store_commit_seconds_bucket{le=\"0.0001\"}"), "600");
  EXPECT_EQ(value(all, "bredvid_store_commit_seconds_bucket{le=\"0.00025\"}"), "1200");
  EXPECT_EQ(value(all, "bredvid_store_commit_seconds_bucket{le=\"+Inf\"}"), "1200");
  EXPECT_EQ(value(all, "bredvid_store_commit_seconds_count"), "1200");
  EXPECT_EQ(value(all, "bredvid_store_commit_seconds_sum"), "0.174") << "the mean for each that is shown";
  EXPECT_EQ(value(all, "bredvid_connections{state=\"logged_in\"}"), "40");
  EXPECT_EQ(value(all, "bredvid_process_open_files"), "20");
  EXPECT_EQ(value(all, "bredvid_process_resident_bytes"), "88080384");
}

TEST_F(MetricsTextTest, ACrowdThatHasGoneIsNone) {
  crowd_at_a_step(45);
  metrics->envelopes_stored.add(500);
  crowd(3);
  next_step();
  EXPECT_EQ(value(render(), "bredvid_envelopes_stored_total"), "0");
  now.ms += domain::kMetricsDay_ms;
  EXPECT_EQ(value(render(), "bredvid_envelopes_stored_total"), "500") << "once a day";
}

TEST_F(MetricsTextTest, TheServersOwnFactsAreExact) {
  metrics->certificate_not_after_s.set(now.seconds() + 13 * 86'400 + 5);
  metrics->certificate_reloads.add();
  metrics->maintenance_failures.add(3);
  metrics->storage_full.set(1);
  now.ms += 61'000;
  const std::string all = render();
  EXPECT_EQ(value(all, "bredvid_build_info{version=\"1.2.3\"}"), "1");
  EXPECT_EQ(value(all, "bredvid_uptime_seconds"), "61");
  EXPECT_EQ(value(all, "bredvid_certificate_days_left"), "12");
  EXPECT_EQ(value(all, "bredvid_certificate_reloads_total"), "1");
  EXPECT_EQ(value(all, "bredvid_maintenance_failures_total"), "3");
  EXPECT_EQ(value(all, "bredvid_storage_full"), "1");
  EXPECT_EQ(value(all, "bredvid_process_max_files"), "1024");
}

TEST_F(MetricsTextTest, EveryKindAndEverySentCodeHasALine) {
  const std::string all = render();
  for (const char* kind : {"ping", "login", "share_change", "unknown"})
    EXPECT_EQ(value(all, std::string("bredvid_frames_in_total{kind=\"") + kind + "\"}"), "0") << kind;
  for (const char* kind : {"hello", "envelope", "error"})
    EXPECT_EQ(value(all, std::string("bredvid_frames_out_total{kind=\"") + kind + "\"}"), "0") << kind;
  for (const char* code : {"bad_frame", "storage_full", "slip_unknown", "pin_wrong"})
    EXPECT_EQ(value(all, std::string("bredvid_refusals_total{code=\"") + code + "\"}"), "0") << code;
}

TEST(ProcessFacts, AreRead) {
  const ProcessFacts facts = read_process_facts();
  EXPECT_GT(facts.resident_bytes, 1'000'000U);
  EXPECT_GE(facts.open_files, 3U);
  EXPECT_GE(facts.max_files, facts.open_files);
}

}  // namespace
}  // namespace bredvid::net
