// The edges of plain HTTP: a header that is just not too long, a connection that has asked often enough, a site that
// just fits.
#include <gtest/gtest.h>

#include "server/net/limits.h"
#include "server/net/static_site.h"
#include "tests/server/net/bare_client.h"
#include "tests/server/net/live_server.h"

namespace bredvid::net {
namespace {

namespace fs = std::filesystem;
using HttpLimits = support::LiveServer;

std::string request_of(std::size_t header_bytes) {
  const std::string begin = "HEAD / HTTP/1.1\r\nHost: localhost\r\nX-Long: ";
  const std::string end = "\r\n\r\n";
  return begin + std::string(header_bytes - begin.size() - end.size(), 'x') + end;
}

TEST_F(HttpLimits, AHeaderOfExactlySoManyBytes) {
  const auto answer = [&](std::size_t bytes) {
    support::BareClient client(server.port());
    EXPECT_TRUE(client.handshake());
    client.put(request_of(bytes));
    return client.get(12).substr(0, 12);
  };
  EXPECT_EQ(answer(kMaxHttpHeaderBytes), "HTTP/1.1 200");
  EXPECT_EQ(answer(kMaxHttpHeaderBytes + 1), "HTTP/1.1 431");
}

TEST_F(HttpLimits, SoManyRequestsOnOneConnectionAndNoMore) {
  support::BareClient client(server.port());
  ASSERT_TRUE(client.handshake());
  const auto ask = [&] {
    client.put("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    std::string answer;
    while (!answer.ends_with("\r\n\r\n")) {
      const std::string more = client.get(1);
      if (more.empty()) break;
      answer += more;
    }
    return answer.substr(0, 12);
  };
  for (int i = 0; i < kMaxRequestsPerConnection; ++i) ASSERT_EQ(ask(), "HTTP/1.1 200") << i;
  EXPECT_TRUE(client.sees_end(std::chrono::seconds(3)));
}

TEST(SiteLimits, FilesAndBytes) {
  support::TemporaryFolder folder;
  const std::string page = "<p>";
  support::write_whole(folder.path() / "index.html", page);
  const fs::path large = folder.path() / "large.bin";
  support::write_whole(large, "");
  fs::resize_file(large, kMaxSiteBytes - page.size());
  EXPECT_TRUE(StaticSite::load(folder.path()));
  fs::resize_file(large, kMaxSiteBytes - page.size() + 1);
  EXPECT_FALSE(StaticSite::load(folder.path()));
  fs::remove(large);
  for (std::size_t i = 1; i < kMaxSiteFiles; ++i)
    support::write_whole(folder.path() / ("f" + std::to_string(i) + ".txt"), "x");
  EXPECT_TRUE(StaticSite::load(folder.path()));
  support::write_whole(folder.path() / "one_more.txt", "x");
  EXPECT_FALSE(StaticSite::load(folder.path()));
}

}  // namespace
}  // namespace bredvid::net
