// The network layer alone, with a store that says nothing and short limits: slow and hostile clients at each edge.
#include "server/net/limits.h"

#include <gtest/gtest.h>

#include <thread>

#include "server/app/dev_certificate.h"
#include "server/net/open_files.h"
#include "server/net/server.h"
#include "server/net/upgrade.h"
#include "tests/server/net/bare_client.h"
#include "tests/support/server_process.h"

namespace bredvid::net {
namespace {

using namespace std::chrono_literals;
using support::BareClient;
using support::upgrade_request;
using support::write_whole;

class SilentStore final : public domain::Store {
 public:
  void submit(domain::StoreRequest, Completion done) override { owed_.push_back(std::move(done)); }

 private:
  std::vector<Completion> owed_;
};

Limits short_limits() {
  Limits limits;
  limits.tick = 10ms;
  return limits;
}

class LimitsTest : public ::testing::Test {
 protected:
  void serve(const Limits& limits, std::size_t loops = 1) {
    const auto made = app::make_dev_certificate();
    ASSERT_TRUE(made);
    write_whole(folder_.path() / "cert.pem", made->certificate_pem);
    write_whole(folder_.path() / "key.pem", made->key_pem);
    std::filesystem::create_directories(folder_.path() / "web");
    write_whole(folder_.path() / "web/index.html", "<p>start");
    auto server = Server::prepare({"127.0.0.1", 0, folder_.path() / "cert.pem", folder_.path() / "key.pem",
                                   folder_.path() / "web", loops, limits});
    ASSERT_TRUE(server);
    server_ = *std::move(server);
    server_->serve({store_, clock_, {}});
  }
  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  /// Clients whose handshake is under way, in this order.
  [[nodiscard]] std::vector<std::unique_ptr<BareClient>> begin_handshakes(int count) const {
    std::vector<std::unique_ptr<BareClient>> all;
    for (int i = 0; i < count; ++i) {
      all.push_back(std::make_unique<BareClient>(port()));
      all.back()->begin_handshake();
    }
    return all;
  }

 private:
  support::TemporaryFolder folder_;
  SilentStore store_;
  SystemClock clock_;
  std::unique_ptr<Server> server_;
};

TEST_F(LimitsTest, AHandshakeMustEndInTime) {
  Limits limits = short_limits();
  limits.tls_handshake = 1s;  // a slow machine has to get through four connections before it is over
  serve(limits);
  BareClient silent(port());
  BareClient half(port());
  half.put_raw(std::string("\x16\x03\x01", 3));
  BareClient waiting(port());
  waiting.begin_handshake();
  BareClient quick(port());
  EXPECT_TRUE(quick.handshake());
  EXPECT_FALSE(silent.sees_end(100ms));
  EXPECT_TRUE(silent.sees_end(5s));
  EXPECT_TRUE(half.sees_end(5s));
  EXPECT_TRUE(waiting.sees_end(5s));
  EXPECT_FALSE(quick.sees_end(100ms));
}

TEST_F(LimitsTest, StalledHandshakesCannotKeepTheDoorShut) {
  Limits limits = short_limits();
  limits.handshakes = 2;
  limits.handshake_grace = 150ms;
  serve(limits);
  std::vector<std::unique_ptr<BareClient>> stalled;
  for (int i = 0; i < 4; ++i) {
    stalled.push_back(std::make_unique<BareClient>(port()));
    stalled.back()->put_raw(std::string("\x16\x03\x01", 3));
  }
  BareClient healthy(port());
  EXPECT_FALSE(healthy.handshake(80ms)) << "two are inside, two wait before it";
  EXPECT_TRUE(stalled[0]->sees_end(1s));
  EXPECT_TRUE(stalled[1]->sees_end(1s));
  BareClient next(port());
  EXPECT_TRUE(next.handshake(2s));
}

TEST_F(LimitsTest, WaitingForTheGateHasItsOwnTime) {
  Limits limits = short_limits();
  limits.handshakes = 1;
  limits.tls_handshake = 200ms;
  serve(limits);
  // One after the other is let in and stands for 200 ms; whose turn is not there after 1,200 ms has waited too long.
  const auto all = begin_handshakes(12);
  EXPECT_TRUE(all[0]->sees_end(1s));
  EXPECT_FALSE(all[3]->sees_end(50ms)) << "waiting is not counted as its handshake";
  EXPECT_FALSE(all[11]->sees_end(50ms));
  EXPECT_TRUE(all[11]->sees_end(1400ms)) << "its turn would have come after 2,200 ms";
}

TEST_F(LimitsTest, ManyAtOnceAllGetThroughANarrowGate) {
  Limits limits = short_limits();
  limits.handshakes = 1;
  serve(limits);
  const auto all = begin_handshakes(20);
  for (const auto& one : all) EXPECT_TRUE(one->handshake());
}

TEST_F(LimitsTest, ARequestMustEndInTime) {
  Limits limits = short_limits();
  limits.http_header = 200ms;
  limits.http_idle = 200ms;
  serve(limits);
  BareClient half(port());
  ASSERT_TRUE(half.handshake());
  half.put("GET / HTTP/1.1\r\nHo");
  BareClient kept(port());
  ASSERT_TRUE(kept.handshake());
  kept.put("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(kept.get(1).find("200 OK"), std::string::npos);
  EXPECT_FALSE(half.sees_end(80ms));
  EXPECT_TRUE(half.sees_end(1s));
  EXPECT_TRUE(kept.sees_end(1s));
}

TEST_F(LimitsTest, HalfAFrameEndsInTime) {
  Limits limits = short_limits();
  limits.message = 200ms;
  limits.websocket_close = 200ms;
  serve(limits);
  BareClient client(port());
  ASSERT_TRUE(client.upgrade().starts_with("HTTP/1.1 101"));
  client.put(std::string("\x82\xfe\x10\x00\x00\x00\x00\x00x", 9));
  EXPECT_FALSE(client.sees_end(80ms));
  EXPECT_TRUE(client.sees_end(1s));
}

TEST_F(LimitsTest, TheKeysMayBeRenewed) {
  serve(short_limits());
  BareClient client(port());
  ASSERT_TRUE(client.upgrade().starts_with("HTTP/1.1 101"));
  for (int i = 0; i < 5; ++i) {
    ASSERT_EQ(SSL_key_update(client.ssl(), SSL_KEY_UPDATE_REQUESTED), 1);
    client.put(std::string("\x89\x81\x00\x00\x00\x00x", 7));  // a ping
    std::string answer = client.get(3);
    if (i == 0 && answer.size() > 3) answer = answer.substr(answer.size() - 3);  // after the greeting
    EXPECT_EQ(answer, std::string("\x8a\x01x", 3)) << i;
  }
}

TEST_F(LimitsTest, SeveralLoopsServeAsOneDoes) {
  serve(short_limits(), 3);
  std::vector<std::unique_ptr<BareClient>> all;
  for (int i = 0; i < 9; ++i) {
    all.push_back(std::make_unique<BareClient>(port()));
    EXPECT_TRUE(all.back()->upgrade().starts_with("HTTP/1.1 101")) << i;
  }
}

TEST(OpenFilesTest, ConnectionsFollowTheSystemsLimit) {
  EXPECT_EQ(connections_for(20'000, kMaxConnections), kMaxConnections);
  EXPECT_EQ(connections_for(kMaxConnections + kReservedDescriptors, kMaxConnections), kMaxConnections);
  EXPECT_EQ(connections_for(kMaxConnections + kReservedDescriptors - 1, kMaxConnections), kMaxConnections - 1);
  EXPECT_EQ(connections_for(1024, kMaxConnections), 1024 - kReservedDescriptors);
  EXPECT_EQ(connections_for(100, kMaxConnections), 50U);
  EXPECT_EQ(connections_for(0, kMaxConnections), 1U);
}

TEST(UpgradeTest, AnswersTheKeyAsTheRfcsExampleDoes) {
  EXPECT_EQ(websocket_accept("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

TEST(UpgradeTest, RefusesOddKeysAndVersions) {
  const auto good = [](const char* key, const char* version) {
    Request request;
    request.set(http::field::sec_websocket_key, key);
    request.set(http::field::sec_websocket_version, version);
    return has_websocket_key(request);
  };
  EXPECT_TRUE(good("dGhlIHNhbXBsZSBub25jZQ==", "13"));
  EXPECT_FALSE(good("dGhlIHNhbXBsZSBub25jZQ==", "12"));
  EXPECT_FALSE(good("dGhlIHNhbXBsZSBub25jZQ", "13"));
  EXPECT_FALSE(good("dGhlIHNhbXBsZSBub25jZWE=", "13"));
  EXPECT_FALSE(good("dGhlIHNh*XBsZSBub25jZQ==", "13"));
  EXPECT_FALSE(good("", "13"));
}

}  // namespace
}  // namespace bredvid::net
