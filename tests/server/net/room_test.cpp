// When no connection has room any more: who has not logged in makes it, oldest first; who has stays.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "crypto/primitives/system_random.h"
#include "server/app/dev_certificate.h"
#include "server/net/server.h"
#include "server/wire/codec.h"
#include "tests/server/net/bare_client.h"
#include "tests/support/device.h"
#include "tests/support/server_process.h"

namespace bredvid::net {
namespace {

using namespace std::chrono_literals;
using support::BareClient;
using support::write_whole;

/// Knows one device, and lets it in.
class LoginStore final : public domain::Store {
 public:
  explicit LoginStore(const support::Device& device) : device_(device) {}
  void submit(domain::StoreRequest request, Completion done) override {
    if (std::holds_alternative<domain::FindDevice>(request)) {
      Key32 key{};
      std::ranges::copy(device_.login_key.public_key, key.begin());
      return done(domain::DeviceFound{device_.id, key});
    }
    done(domain::LoginData{
        wire::Role::supporter, {wire::OrgKind::municipality, "Stod", ""}, {}, {{{1}, {20727}, {20818}}}});
  }

 private:
  const support::Device& device_;
};

class RoomTest : public ::testing::Test {
 protected:
  void serve(std::size_t connections, std::size_t websockets) {
    const auto made = app::make_dev_certificate();
    ASSERT_TRUE(made);
    write_whole(folder_.path() / "cert.pem", made->certificate_pem);
    write_whole(folder_.path() / "key.pem", made->key_pem);
    std::filesystem::create_directories(folder_.path() / "web");
    write_whole(folder_.path() / "web/index.html", "<p>start");
    Limits limits;
    limits.tick = 10ms;
    limits.connections = connections;
    limits.websockets = websockets;
    auto server = Server::prepare(
        {"127.0.0.1", 0, folder_.path() / "cert.pem", folder_.path() / "key.pem", folder_.path() / "web", 1, limits});
    ASSERT_TRUE(server);
    server_ = *std::move(server);
    server_->serve({store_, clock_, {}});
  }
  [[nodiscard]] std::unique_ptr<BareClient> comes() const { return std::make_unique<BareClient>(server_->port()); }
  [[nodiscard]] std::unique_ptr<BareClient> upgraded() const {
    auto client = comes();
    EXPECT_TRUE(client->upgrade().starts_with("HTTP/1.1 101"));
    return client;
  }
  /// Null: it was not let in.
  [[nodiscard]] std::unique_ptr<BareClient> logged_in() const {
    auto client = comes();
    std::string got = client->upgrade();
    if (!got.starts_with("HTTP/1.1 101")) return nullptr;
    const std::size_t end = got.find("\r\n\r\n") + 4;
    if (got.size() == end) got += client->get(1);
    const auto hello = frame_of(got.substr(end));
    if (!hello || !std::holds_alternative<wire::Hello>(*hello)) return nullptr;
    const auto login = wire::encode(wire::ClientFrame(device_.login({1}, std::get<wire::Hello>(*hello).challenge)));
    std::string message{'\x82', static_cast<char>(0x80 | login.size()), 0, 0, 0, 0};
    message.append(login.begin(), login.end());
    client->put(message);
    const auto answer = frame_of(client->get(1));
    if (!answer || !std::holds_alternative<wire::LoginOk>(*answer)) return nullptr;
    return client;
  }

 private:
  static std::optional<wire::ServerFrame> frame_of(const std::string& bytes) {
    if (bytes.size() < 2 || bytes.size() != 2 + static_cast<std::size_t>(bytes[1])) return std::nullopt;
    const std::vector<std::uint8_t> payload(bytes.begin() + 2, bytes.end());
    auto frame = wire::decode_server(payload);
    if (!frame) return std::nullopt;
    return *std::move(frame);
  }

  support::TemporaryFolder folder_;
  crypto::SystemRandom random_;
  support::Device device_ = support::Device::fresh(random_);
  LoginStore store_{device_};
  SystemClock clock_;
  std::unique_ptr<Server> server_;
};

TEST_F(RoomTest, TheOldestSilentConnectionMakesRoomForWhoComes) {
  serve(4, 10);
  const auto member = logged_in();
  ASSERT_TRUE(member);
  std::vector<std::unique_ptr<BareClient>> silent;
  for (int i = 0; i < 3; ++i) {
    silent.push_back(comes());
    std::this_thread::sleep_for(20ms);
  }
  const auto healthy = logged_in();
  EXPECT_TRUE(healthy) << "three of four are silent, and the door is open";
  EXPECT_TRUE(silent[0]->sees_end(1s)) << "the oldest";
  EXPECT_FALSE(silent[1]->sees_end(100ms));
  EXPECT_FALSE(silent[2]->sees_end(100ms));
  EXPECT_FALSE(member->sees_end(50ms)) << "who is logged in stays, however old";
}

TEST_F(RoomTest, WhoHasOnlyShakenHandsOrUpgradedMakesRoomToo) {
  serve(3, 10);
  const auto member = logged_in();
  const auto anonymous = upgraded();
  const auto shaken = comes();
  ASSERT_TRUE(shaken->handshake());
  std::this_thread::sleep_for(100ms);  // the client is through before the server has seen it
  const auto first = logged_in();
  EXPECT_TRUE(first);
  EXPECT_TRUE(shaken->sees_end(1s)) << "before a websocket";
  const auto second = logged_in();
  EXPECT_TRUE(second);
  EXPECT_TRUE(anonymous->sees_end(1s));
  EXPECT_FALSE(member->sees_end(50ms));
}

TEST_F(RoomTest, OneConnectionTooManyIsClosedBeforeTls) {
  serve(2, 10);
  auto one = logged_in();
  const auto two = logged_in();
  ASSERT_TRUE(one && two);
  const auto three = comes();
  EXPECT_TRUE(three->sees_end(1s));
  EXPECT_FALSE(two->sees_end(50ms)) << "those who are logged in stay";
  one.reset();
  std::this_thread::sleep_for(100ms);
  const auto four = comes();
  EXPECT_TRUE(four->handshake());
}

TEST_F(RoomTest, OneWebsocketTooManyIsToldWhenToComeBack) {
  serve(10, 1);
  auto one = logged_in();
  ASSERT_TRUE(one);
  const auto two = comes();
  const std::string busy = two->upgrade();
  EXPECT_TRUE(busy.starts_with("HTTP/1.1 503")) << busy;
  EXPECT_NE(busy.find("Retry-After: 30\r\n"), std::string::npos);
  EXPECT_TRUE(two->sees_end(3s));
  one.reset();
  std::this_thread::sleep_for(100ms);
  EXPECT_TRUE(logged_in());
}

TEST_F(RoomTest, AWebsocketThatHasNotLoggedInMakesRoom) {
  serve(10, 1);
  const auto silent = upgraded();
  const auto member = logged_in();
  EXPECT_TRUE(member);
  EXPECT_TRUE(silent->sees_end(1s));
  EXPECT_FALSE(member->sees_end(50ms));
}

}  // namespace
}  // namespace bredvid::net
