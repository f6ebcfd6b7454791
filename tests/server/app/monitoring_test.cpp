// What a monitor on this machine is told, and that nobody else is told anything.
#include <sys/resource.h>

#include "server/app/readiness.h"
#include "tests/server/app/clock_process.h"
#include "tests/server/net/live_server.h"
#include "tests/server/net/raw_tls.h"

namespace bredvid::support {
namespace {

std::string get(const std::string& target, const std::string& host = "127.0.0.1") {
  return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
}

class MonitoringTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(server.init(R"({"metrics_listen": {"address": "127.0.0.1", "port": 0}})").exit_code, 0);
    ASSERT_TRUE(server.start()) << server.log();
    port = server.noted_port("metrics on port ");
    ASSERT_NE(port, 0) << server.log();
  }
  ServerProcess server{BREDVID_BINARY};
  std::uint16_t port = 0;
};

TEST_F(MonitoringTest, AliveReadyAndCounted) {
  EXPECT_EQ(body(plain_exchange(port, get("/healthz"))), "alive\n");
  const std::string ready = plain_exchange(port, get("/readyz"));
  EXPECT_EQ(status(ready), 200);
  EXPECT_EQ(body(ready), "ready\n");
  const std::string metrics = plain_exchange(port, get("/metrics?x=1", "localhost:9464"));
  EXPECT_EQ(status(metrics), 200);
  EXPECT_EQ(header(metrics, "Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_NE(body(metrics).find("\nbredvid_certificate_days_left 39"), std::string::npos) << metrics;
  EXPECT_EQ(header(metrics, "Server"), "");
  EXPECT_EQ(header(metrics, "Cache-Control"), "no-store");
}

TEST_F(MonitoringTest, OtherQuestionsAreRefused) {
  EXPECT_EQ(status(plain_exchange(port, get("/"))), 404);
  EXPECT_EQ(status(plain_exchange(port, "POST /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n")),
            405);
  EXPECT_EQ(status(plain_exchange(port, get("/metrics", "[::1]:9464"))), 200);
  for (const char* host : {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "[::2]", "10.0.0.1"})
    EXPECT_EQ(status(plain_exchange(port, get("/metrics", host))), 403) << host;
  EXPECT_EQ(plain_exchange(port, get("/metrics", std::string(9000, 'x'))), "") << "no header is that long";
  EXPECT_EQ(plain_exchange(port, "\x16\x03\x01 no http\r\n\r\n"), "");
  EXPECT_EQ(status(plain_exchange(port, get("/healthz"))), 200) << "and goes on";
}

TEST_F(MonitoringTest, ThePeoplesPortTellsNothing) {
  for (const char* target : {"/healthz", "/readyz", "/metrics"})
    EXPECT_EQ(status(exchange(server.port(), get(target)).answer), 404) << target;
}

TEST_F(MonitoringTest, OneConversationIsNotInTheMetrics) {
  const std::string before = body(plain_exchange(port, get("/metrics")));
  Person karin(server.connect_options(), "Karin");
  karin.redeem_staff(circle::parse_slip(server.staff_slip("supporter", "municipality")).value());
  const CircleId id = karin.create_circle();
  for (int i = 0; i < 20; ++i) karin.say(id, "hej");
  const auto without_time = [](std::string text) {
    for (const char* line : {"\nbredvid_uptime_seconds ", "\nbredvid_certificate_days_left "}) {
      const std::size_t at = text.find(line);
      text.erase(at + 1, text.find('\n', at + 1) - at);
    }
    return text;
  };
  EXPECT_EQ(without_time(body(plain_exchange(port, get("/metrics")))), without_time(before));
}

TEST(MonitoringDay, WhatHappenedIsShownADayLaterInWholeFifties) {
  ServerProcess server{BREDVID_BINARY};
  ASSERT_EQ(server.init(R"({"metrics_listen": {"address": "127.0.0.1", "port": 0}})").exit_code, 0);
  const std::filesystem::path clock = server.folder() / "clock";
  ASSERT_TRUE(server.start(with_clock_file(clock))) << server.log();
  const std::uint16_t port = server.noted_port("metrics on port ");
  const auto shown = [&](const std::string& series) {
    const std::string all = body(plain_exchange(port, get("/metrics")));
    const std::size_t at = all.find("\n" + series + " ");
    return at == std::string::npos ? -1 : std::atoi(all.c_str() + at + series.size() + 2);
  };
  EXPECT_EQ(shown("bredvid_frames_in_total{kind=\"send_message\"}"), 0);
  Person karin(server.connect_options(), "Karin");
  karin.redeem_staff(circle::parse_slip(server.staff_slip("supporter", "municipality")).value());
  const CircleId id = karin.create_circle();
  for (int i = 0; i < 60; ++i) karin.say(id, "hej");
  for (int i = 0; i < 60; ++i) {
    static_cast<void>(exchange(server.port(), get("/")));
    static_cast<void>(exchange(server.port(), get("/nowhere")));
    static_cast<void>(plain_exchange(server.port(), "no TLS at all\r\n\r\n"));
    EXPECT_EQ(refusal([&] { static_cast<void>(karin.request(wire::SlipRevoke{{}, Selector{1}})); }), "slip_unknown");
    Person odd(server.connect_options(), "odd");
    odd.connect();
    odd.client().send_raw({0xff});
    EXPECT_EQ(code_of(odd.client().next()), "bad_frame");
  }
  karin.listen_for(std::chrono::milliseconds(100));
  write_whole(clock, std::to_string(25 * 3600));
  EXPECT_EQ(shown("bredvid_frames_in_total{kind=\"send_message\"}"), 50);
  EXPECT_EQ(shown("bredvid_frames_in_total{kind=\"unknown\"}"), 50);
  EXPECT_EQ(shown("bredvid_frames_out_total{kind=\"stored\"}"), 50);
  EXPECT_EQ(shown("bredvid_envelopes_delivered_total"), 50);
  EXPECT_EQ(shown("bredvid_refusals_total{code=\"slip_unknown\"}"), 50);
  EXPECT_EQ(shown("bredvid_handshakes_total{kind=\"full\"}"), 150) << "181: two kinds of visits, the odd ones, Karin";
  EXPECT_EQ(shown("bredvid_handshakes_total{kind=\"failed\"}"), 50);
  EXPECT_EQ(shown("bredvid_http_answers_total{status=\"2xx\"}"), 50);
  EXPECT_EQ(shown("bredvid_http_answers_total{status=\"4xx\"}"), 50);
  EXPECT_EQ(shown("bredvid_http_answers_total{status=\"1xx\"}"), 50);
  EXPECT_EQ(shown("bredvid_connections{state=\"logged_in\"}"), 0);
}

TEST(MonitoringStart, ATakenPortIsSaidBeforeTheDatabaseIsTouched) {
  ServerProcess other{BREDVID_BINARY};
  ASSERT_EQ(other.init(R"({"metrics_listen": {"address": "127.0.0.1", "port": 0}})").exit_code, 0);
  ASSERT_TRUE(other.start());
  const std::string port = std::to_string(other.noted_port("metrics on port "));
  ServerProcess server{BREDVID_BINARY};
  ASSERT_EQ(server.init(R"({"metrics_listen": {"address": "127.0.0.1", "port": )" + port + "}}").exit_code, 0);
  ASSERT_FALSE(server.start());
  EXPECT_EQ(server.finish().exit_code, static_cast<int>(ErrorCode::port_in_use));
}

TEST(Readiness, TheFirstReasonWhyNot) {
  using app::readiness;
  const app::ReadinessFacts good{false, true, false, app::kMinFreeBytes};
  EXPECT_EQ(readiness(good), "ready");
  EXPECT_TRUE(app::is_ready(readiness(good)));
  app::ReadinessFacts bad = good;
  bad.free_bytes = app::kMinFreeBytes - 1;
  EXPECT_EQ(readiness(bad), "disk_nearly_full");
  bad.storage_full = true;
  EXPECT_EQ(readiness(bad), "storage_full");
  bad.store_answers = false;
  EXPECT_EQ(readiness(bad), "store");
  bad.stopping = true;
  EXPECT_EQ(readiness(bad), "stopping");
  EXPECT_FALSE(app::is_ready("stopping"));
}

}  // namespace
}  // namespace bredvid::support
