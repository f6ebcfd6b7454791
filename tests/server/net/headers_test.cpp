// Every kind of answer carries every security header, and none says what runs here.
#include <map>

#include "server/net/http_answer.h"
#include "server/net/security_headers.h"
#include "server/net/upgrade.h"
#include "tests/server/net/live_server.h"
#include "tests/server/net/raw_tls.h"

namespace bredvid::support {
namespace {

std::string get(const std::string& target, const std::string& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more + "\r\n";
}

std::string upgrade(const std::string& origin, const std::string& key = "AAAAAAAAAAAAAAAAAAAAAA==") {
  return "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
         "13\r\n"
         "Sec-WebSocket-Protocol: bredvid.v1\r\nSec-WebSocket-Key: " +
         key + "\r\nOrigin: " + origin + "\r\n\r\n";
}

void expect_headers(const std::string& answer, const std::string& what) {
  for (const auto& [name, value] : net::kSecurityHeaders)
    EXPECT_EQ(header(answer, std::string(name)), value) << what << " " << name;
  // No banner, under any of the names that programs use for it.
  std::string lower = answer.substr(0, answer.find("\r\n\r\n"));
  std::ranges::transform(lower, lower.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
  for (const char* banner : {"\r\nserver:", "\r\nx-powered-by:", "\r\nvia:", "beast", "boost", "bredvid/"})
    EXPECT_EQ(lower.find(banner), std::string::npos) << what << " " << banner;
}

TEST_F(LiveServer, HeadersOfEveryKindOfAnswer) {
  const std::string etag = header(exchange(server.port(), get("/")).answer, "ETag");
  const std::map<int, std::string> requests{
      {101, upgrade("https://localhost")},
      {200, get("/")},
      {304, get("/", "If-None-Match: " + etag + "\r\n")},
      {400, "no request at all\r\n\r\n"},
      {403, upgrade("https://elsewhere.example")},
      {404, get("/nowhere")},
      {405, "DELETE / HTTP/1.1\r\nHost: x\r\n\r\n"},
      {413, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"},
      {426, get("/ws")},
      {431, get("/", "X-Long: " + std::string(9000, 'x') + "\r\n")},
  };
  for (const auto& [code, request] : requests) {
    const std::string answer = exchange(server.port(), request).answer;
    EXPECT_EQ(status(answer), code) << answer.substr(0, 80);
    expect_headers(answer, std::to_string(code));
  }
  const std::string bad_key = exchange(server.port(), upgrade("https://localhost", "short")).answer;
  EXPECT_EQ(status(bad_key), 400);
  expect_headers(bad_key, "an upgrade without a key");
}

TEST(Headers, TheseAreThere) {
  const std::map<std::string_view, std::string_view> wanted{
      {"Strict-Transport-Security", "max-age=31536000"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Embedder-Policy", "require-corp"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  for (const auto& [name, value] : wanted) {
    const auto found = std::ranges::find(net::kSecurityHeaders, name, &net::HeaderField::name);
    ASSERT_NE(found, net::kSecurityHeaders.end()) << name;
    EXPECT_EQ(found->value, value) << name;
  }
  const auto permissions = std::ranges::find(net::kSecurityHeaders, "Permissions-Policy", &net::HeaderField::name);
  ASSERT_NE(permissions, net::kSecurityHeaders.end());
  for (const char* off : {"geolocation=()", "payment=()", "usb=()", "display-capture=()"})
    EXPECT_NE(permissions->value.find(off), std::string_view::npos) << off;
}

TEST(Headers, AlsoOfTheRefusalThatIsSeldom) {
  const net::Answer busy = net::refuse_request(net::http::status::service_unavailable, 11);
  for (const auto& [name, value] : net::kSecurityHeaders) {
    const auto found = busy[net::beast::string_view(name.data(), name.size())];
    EXPECT_EQ(std::string_view(found.data(), found.size()), value) << name;
  }
  EXPECT_EQ(busy.count(net::http::field::server), 0U);
}

TEST(Headers, TheContentSecurityPolicyAllowsNothingInlineAndNobodyElse) {
  const auto policy =
      std::ranges::find(net::kSecurityHeaders, "Content-Security-Policy", &net::HeaderField::name)->value;
  for (const char* bad : {"unsafe-inline", "unsafe-eval'", "http:", "https:", "*", "nonce-"}) {
    const std::string text(policy);
    const std::size_t at = text.find(bad);
    const bool only_wasm =
        at != std::string::npos && std::string_view(bad) == "unsafe-eval'" && text.substr(at - 5, 5) == "wasm-";
    EXPECT_TRUE(at == std::string::npos || only_wasm) << bad;
  }
  EXPECT_TRUE(policy.starts_with("default-src 'none';"));
}

}  // namespace
}  // namespace bredvid::support
