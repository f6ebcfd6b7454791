// Behind a proxy on this machine: no TLS and no certificate here, the Origin that people use, no forwarded address.
#include "tests/server/net/live_server.h"
#include "tests/server/net/raw_tls.h"

namespace bredvid::support {
namespace {

std::string upgrade(const std::string& origin, const std::string& host, const std::string& more = "") {
  return "GET /ws HTTP/1.1\r\nHost: " + host +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: "
         "bredvid.v1\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: " +
         origin + "\r\n" + more + "\r\n";
}

constexpr const char* kBehind = R"({"listen": null, "plain_listen": {"address": "127.0.0.1", "port": 0},
                                     "base_url": "https://bredvid.example"})";

class ProxyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(server.init_without_certificate(kBehind).exit_code, 0);
    ASSERT_TRUE(server.start()) << server.log();
    port = server.noted_port("plain listener on port ");
    ASSERT_NE(port, 0) << server.log();
  }
  [[nodiscard]] int status_of(const std::string& request) const { return status(plain_exchange(port, request)); }

  ServerProcess server{BREDVID_BINARY};
  std::uint16_t port = 0;
};

TEST_F(ProxyTest, ServesWithoutACertificate) {
  EXPECT_FALSE(std::filesystem::exists(server.data() / "cert.pem"));
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: bredvid.example\r\nConnection: close\r\n\r\n"), 200);
  EXPECT_EQ(server.log().find("serving on port"), std::string::npos);
  ::kill(server.pid(), SIGHUP);  // nothing to reload, nothing to fall over
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: bredvid.example\r\nConnection: close\r\n\r\n"), 200);
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(ProxyTest, TheOriginIsTheAddressThatPeopleUseWhateverTheHost) {
  for (const char* host : {"bredvid.example", "127.0.0.1:8080", "upstream"})
    EXPECT_EQ(status_of(upgrade("https://bredvid.example", host)), 101) << host;
  EXPECT_EQ(status_of(upgrade("https://BREDVID.example", "upstream")), 101);
  EXPECT_EQ(status_of(upgrade("https://upstream", "upstream")), 403) << "a Host that somebody made up is no proof";
  EXPECT_EQ(status_of(upgrade("http://bredvid.example", "bredvid.example")), 403);
  EXPECT_EQ(status_of(upgrade("https://bredvid.example.evil.example", "bredvid.example")), 403);
  EXPECT_EQ(status_of(upgrade("https://evil.example", "bredvid.example")), 403);
}

TEST_F(ProxyTest, AForwardedAddressIsNeitherBelievedNorKept) {
  const std::string forwarded =
      "X-Forwarded-For: 203.0.113.9\r\nForwarded: for=203.0.113.9;host=evil.example\r\nX-Real-IP: 203.0.113.9\r\n"
      "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: http\r\n";
  EXPECT_EQ(status_of(upgrade("https://bredvid.example", "x", forwarded)), 101);
  EXPECT_EQ(status_of(upgrade("https://evil.example", "x", forwarded)), 403);
  EXPECT_EQ(server.stop(SIGTERM), 0);
  EXPECT_EQ(server.log().find("203.0.113"), std::string::npos);
  EXPECT_EQ(server.log().find("evil"), std::string::npos);
  EXPECT_EQ(server.log().find("127.0.0.1"), std::string::npos) << "nor the proxy's own";
}

TEST_F(ProxyTest, TlsOnThePlainPortIsNoRequest) {
  EXPECT_EQ(exchange(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").handshake, false);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), 200);
}

TEST(ProxyStart, BothDoorsMayBeOpenAtOnce) {
  ServerProcess server{BREDVID_BINARY};
  ASSERT_EQ(server.init(R"({"plain_listen": {"address": "127.0.0.1", "port": 0}})").exit_code, 0);
  ASSERT_TRUE(server.start()) << server.log();
  const std::string request = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  EXPECT_EQ(status(exchange(server.port(), request).answer), 200);
  EXPECT_EQ(status(plain_exchange(server.noted_port("plain listener on port "), request)), 200);
}

TEST(ProxyStart, APortOnTheCommandLineAsksForTls) {
  ServerProcess server{BREDVID_BINARY};
  ASSERT_EQ(server.init_without_certificate(kBehind).exit_code, 0);
  const CommandResult result =
      server.run({"serve", "--data", server.data().string(), "--web", server.web().string(), "--port", "0"});
  EXPECT_EQ(result.exit_code, static_cast<int>(ErrorCode::cert_unreadable)) << result.err;
}

TEST(ProxyStart, AnAddressThatOthersReachIsRefused) {
  ServerProcess server{BREDVID_BINARY};
  EXPECT_EQ(server.init(R"({"plain_listen": {"address": "0.0.0.0", "port": 0}})").exit_code,
            static_cast<int>(ErrorCode::config_bad));
}

}  // namespace
}  // namespace bredvid::support
