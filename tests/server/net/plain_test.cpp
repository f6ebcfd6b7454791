// The same connection code without TLS, as behind a proxy on this machine.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/net/http_connection.h"
#include "tests/server/net/bare_client.h"
#include "tests/support/server_process.h"

namespace bredvid::net {
namespace {

using namespace std::chrono_literals;

class NoStore final : public domain::Store {
 public:
  void submit(domain::StoreRequest, Completion) override {}
};

class PlainTest : public ::testing::Test {
 protected:
  PlainTest() {
    support::write_whole(folder.path() / "index.html", "<p>start");
    site = *StaticSite::load(folder.path());
    loop.begin();
    int ends[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    peer = ends[1];
    Socket socket(loop.executor());
    socket.assign(tcp::v4(), ends[0]);
    auto connection =
        std::make_shared<HttpConnection>(std::move(socket), Cover::plain, around, Census::Seat(connections));
    loop.turn([&] {
      loop.add(connection);
      connection->start();
    });
  }
  ~PlainTest() override { ::close(peer); }

  std::string ask(const std::string& request) {
    EXPECT_EQ(::send(peer, request.data(), request.size(), MSG_NOSIGNAL), static_cast<ssize_t>(request.size()));
    std::string answer(65536, '\0');
    ssize_t got = -1;
    for (int i = 0; i < 250 && got < 0; ++i) {  // as long as a slow machine needs
      loop.io().restart();
      loop.io().run_for(20ms);
      got = ::recv(peer, answer.data(), answer.size(), MSG_DONTWAIT);
    }
    answer.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return answer;
  }

  support::TemporaryFolder folder;
  StaticSite site;
  NoStore store;
  SystemClock clock;
  Services services{store, clock, {}};
  Bus bus;
  Census connections;
  Census websockets;
  Newcomers newcomers;
  int peer = -1;
  InfoShelf info{InfoSource{}};
  Loop loop{Limits{}};
  HandshakeGate gate{loop};
  Surroundings around{loop, gate, newcomers, connections, websockets,
                      site, info, services,  bus,         [] { return nullptr; }};
};

TEST_F(PlainTest, ServesFilesAndKeepsTheConnection) {
  for (int i = 0; i < 3; ++i) {
    const std::string answer = ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK")) << answer;
    EXPECT_TRUE(answer.ends_with("<p>start"));
  }
  EXPECT_EQ(connections.count(), 1U);
}

TEST_F(PlainTest, UpgradesAndGreetsInOnePiece) {
  const std::string answer = ask(support::upgrade_request());
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 101 Switching Protocols\r\n")) << answer;
  EXPECT_NE(answer.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), std::string::npos);
  EXPECT_NE(answer.find("\r\n\r\n\x82"), std::string::npos) << "the domain's greeting";
  EXPECT_EQ(websockets.count(), 1U);
  const std::string close("\x88\x80\x00\x00\x00\x00", 6);
  EXPECT_EQ(ask(close), std::string("\x88\x00", 2));
  EXPECT_EQ(connections.count(), 0U);
  EXPECT_EQ(websockets.count(), 0U);
}

TEST_F(PlainTest, NothingMayWaitBehindTheUpgradesHeader) {
  EXPECT_TRUE(ask(support::upgrade_request() + "early").starts_with("HTTP/1.1 400"));
}

TEST_F(PlainTest, ARefusalArrivesThoughMoreWasSentThanRead) {
  const std::string answer = ask("GET / HTTP/1.1\r\nX: " + std::string(100'000, 'x') + "\r\n\r\n");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 431")) << answer;
}

}  // namespace
}  // namespace bredvid::net
