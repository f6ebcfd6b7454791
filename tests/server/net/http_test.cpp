// What a browser or a stranger meets before any frame: TLS, headers, files, refusals.
#include <openssl/ssl.h>

#include "tests/server/net/live_server.h"
#include "tests/server/net/raw_tls.h"

namespace bredvid::support {
namespace {

std::string get(const std::string& target, const std::string& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more + "\r\n";
}

std::string upgrade(const std::string& origin, const std::string& protocol, const std::string& host = "localhost") {
  return "GET /ws HTTP/1.1\r\nHost: " + host +
         "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" +
         "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" +
         (protocol.empty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n") +
         (origin.empty() ? "" : "Origin: " + origin + "\r\n") + "\r\n";
}

class HttpTest : public LiveServer {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(server.web() / "assets");
    write_whole(server.web() / "assets/main-12345678.js", "let plain");
    write_whole(server.web() / "assets/main-12345678.js.gz", "pretend-gzip");
    LiveServer::SetUp();
  }
};

TEST_F(HttpTest, SpeaksTls13Only) {
  const Exchange good = exchange(server.port(), get("/"));
  EXPECT_TRUE(good.handshake);
  EXPECT_EQ(good.protocol, "TLSv1.3");
  EXPECT_FALSE(exchange(server.port(), get("/"), TLS1_2_VERSION).handshake);
}

TEST_F(HttpTest, EveryAnswerCarriesTheSecurityHeaders) {
  for (const std::string& request :
       {get("/"), get("/nowhere"), get("/ws"), std::string("POST / HTTP/1.1\r\nHost: x\r\n\r\n")}) {
    const std::string answer = exchange(server.port(), request).answer;
    EXPECT_EQ(header(answer, "Content-Security-Policy"),
              "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
              "media-src blob:; "
              "font-src 'self'; "
              "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; "
              "frame-ancestors 'none'");
    EXPECT_EQ(header(answer, "Strict-Transport-Security"), "max-age=31536000");
    EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(answer, "Referrer-Policy"), "no-referrer");
    EXPECT_EQ(header(answer, "Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(header(answer, "Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_NE(header(answer, "Permissions-Policy").find("geolocation=()"), std::string::npos);
    EXPECT_EQ(header(answer, "Server"), "");
  }
}

TEST_F(HttpTest, ServesFilesWithTheRightCaching) {
  const std::string start = exchange(server.port(), get("/")).answer;
  EXPECT_EQ(status(start), 200);
  EXPECT_EQ(header(start, "Cache-Control"), "no-cache");
  EXPECT_EQ(header(start, "Content-Type"), "text/html; charset=utf-8");
  const std::string again =
      exchange(server.port(), get("/", "If-None-Match: " + header(start, "ETag") + "\r\n")).answer;
  EXPECT_EQ(status(again), 304);
  EXPECT_EQ(body(again), "");
  const std::string script = exchange(server.port(), get("/assets/main-12345678.js")).answer;
  EXPECT_EQ(header(script, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(body(script), "let plain");
  const std::string squeezed =
      exchange(server.port(), get("/assets/main-12345678.js", "Accept-Encoding: br, gzip\r\n")).answer;
  EXPECT_EQ(header(squeezed, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(squeezed, "Vary"), "Accept-Encoding");
  EXPECT_EQ(body(squeezed), "pretend-gzip");
}

TEST_F(HttpTest, HeadHasNoBody) {
  const std::string answer =
      exchange(server.port(), "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").answer;
  EXPECT_EQ(status(answer), 200);
  EXPECT_NE(header(answer, "Content-Length"), "0");
  EXPECT_EQ(body(answer), "");
}

TEST_F(HttpTest, UnknownAddressesAndTraversalAre404) {
  for (const char* target : {"/nowhere", "/../data/db.key", "/%2e%2e/data/db.key", "/assets/../../data/config.json",
                             "/..%2fdata%2fdb.key", "//etc/passwd", "/.git/config"}) {
    const std::string answer = exchange(server.port(), get(target)).answer;
    EXPECT_EQ(status(answer), 404) << target;
    EXPECT_EQ(answer.find("\"organisations\""), std::string::npos) << target;
  }
}

TEST_F(HttpTest, OddRequestsAreRefused) {
  EXPECT_EQ(status(exchange(server.port(), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").answer), 405);
  EXPECT_EQ(status(exchange(server.port(), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello").answer),
            413);
  EXPECT_EQ(status(exchange(server.port(), get("/", "X-Long: " + std::string(9000, 'x') + "\r\n")).answer), 431);
  EXPECT_EQ(status(exchange(server.port(), "this is no request\r\n\r\n").answer), 400);
}

TEST_F(HttpTest, TheUpgradeNeedsOurSubprotocolAndOurOrigin) {
  EXPECT_EQ(status(exchange(server.port(), get("/ws")).answer), 426);
  EXPECT_EQ(status(exchange(server.port(), upgrade("https://localhost", "")).answer), 400);
  EXPECT_EQ(status(exchange(server.port(), upgrade("https://localhost", "chat")).answer), 400);
  EXPECT_EQ(status(exchange(server.port(), upgrade("", "bredvid.v1")).answer), 403);
  EXPECT_EQ(status(exchange(server.port(), upgrade("https://elsewhere.example", "bredvid.v1")).answer), 403);
  EXPECT_EQ(status(exchange(server.port(), upgrade("http://localhost", "bredvid.v1")).answer), 403);
  EXPECT_EQ(status(exchange(server.port(), upgrade("https://localhost", "bredvid.v1", "localhost:8443")).answer), 403);
}

TEST_F(HttpTest, TheUpgradeAgreesOnTheSubprotocolWithoutCompression) {
  WireClient client;
  ASSERT_TRUE(client.connect(server.connect_options())) << client.failure();
  const auto hello = client.next();
  ASSERT_TRUE(hello && std::holds_alternative<wire::Hello>(*hello));
  EXPECT_EQ(std::get<wire::Hello>(*hello).protocol, wire::kProtocolVersion);
}

TEST_F(HttpTest, EveryConnectionGetsItsOwnChallenge) {
  WireClient one;
  WireClient two;
  ASSERT_TRUE(one.connect(server.connect_options()) && two.connect(server.connect_options()));
  EXPECT_NE(std::get<wire::Hello>(*one.next()).challenge, std::get<wire::Hello>(*two.next()).challenge);
}

}  // namespace
}  // namespace bredvid::support
