// Information pages from the running server: before any sign-in, new ones without a restart, and no trace of who reads.
#include <thread>

#include "tests/server/net/live_server.h"
#include "tests/server/net/raw_tls.h"

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class InfoTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(server.init(R"({"info": "pages", "log_level": "debug"})").exit_code, 0);
    fs::create_directories(folder() / "0-municipality");
    put("0-municipality/01-rights.sv.md", "# Dina rättigheter\n");
  }
  [[nodiscard]] fs::path folder() const { return server.data() / "pages"; }
  void put(const std::string& file, const std::string& content) const { write_whole(folder() / file, content); }
  [[nodiscard]] std::string get(const std::string& target, const std::string& more = "") const {
    return exchange(server.port(), "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n")
        .answer;
  }
  /// A page is there a moment before the log says what is with the others.
  [[nodiscard]] bool says(std::string_view words) const {
    const auto deadline = std::chrono::steady_clock::now() + 5s;
    while (server.log().find(words) == std::string::npos) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::sleep_for(20ms);
    }
    return true;
  }
  [[nodiscard]] bool comes(const std::string& target, const std::string& content) const {
    const auto deadline = std::chrono::steady_clock::now() + 5s;
    while (body(get(target)) != content) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::sleep_for(20ms);
    }
    return true;
  }
  ServerProcess server{BREDVID_BINARY};
};

TEST_F(InfoTest, IsReadByAnybodyWithTheSecurityHeadersAndLeavesNoTrace) {
  ASSERT_TRUE(server.start()) << server.log();
  const std::string before = server.log();
  const std::string page = get("/info/0/01-rights.sv.md");
  EXPECT_EQ(status(page), 200);
  EXPECT_EQ(body(page), "# Dina rättigheter\n");
  EXPECT_EQ(header(page, "Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(header(page, "Cache-Control"), "no-cache");
  EXPECT_EQ(header(page, "X-Content-Type-Options"), "nosniff");
  EXPECT_NE(header(page, "Content-Security-Policy"), "");
  const std::string again = get("/info/0/01-rights.sv.md", "If-None-Match: " + header(page, "ETag") + "\r\n");
  EXPECT_EQ(status(again), 304);
  EXPECT_EQ(body(again), "");
  EXPECT_NE(body(get("/info/index.json")).find("Dina rättigheter"), std::string::npos);
  for (const char* target : {"/info/0/../config.json", "/info/../config.json", "/info/%2e%2e/config.json",
                             "/info/0/02-none.sv.md", "/info/"})
    EXPECT_EQ(status(get(target)), 404) << target;
  EXPECT_EQ(server.log(), before) << "who reads is written down nowhere";
}

TEST_F(InfoTest, ChangedPagesAreTakenOverAndABadOneIsSaidOnce) {
  ASSERT_TRUE(server.start()) << server.log();
  std::this_thread::sleep_for(500ms);  // the look that follows every start is over: only the watch can see it now
  put("0-municipality/01-rights.sv.md", "# Nya ord\n");
  EXPECT_TRUE(comes("/info/0/01-rights.sv.md", "# Nya ord\n")) << server.log();
  fs::create_directories(folder() / "1-association");
  put("1-association/01-we.sv.md", "# Vi\n");
  EXPECT_TRUE(comes("/info/1/01-we.sv.md", "# Vi\n")) << server.log();
  put("1-association/02-bad.sv.md", "no heading");
  put("1-association/03-more.sv.md", "# Mer\n");
  EXPECT_TRUE(comes("/info/1/03-more.sv.md", "# Mer\n")) << server.log();
  EXPECT_EQ(status(get("/info/1/02-bad.sv.md")), 404);
  EXPECT_TRUE(says("1-association/02-bad.sv.md has no first heading")) << server.log();
  fs::rename(folder() / "1-association", server.data() / "away");  // reported by nothing that is watched
  ::kill(server.pid(), SIGHUP);
  EXPECT_TRUE(comes("/info/index.json",
                    "{\"organisations\":[{\"number\":0,\"kind\":\"municipality\",\"name\":\"Krisstödet\","
                    "\"pages\":[{\"page\":\"01-rights\",\"language\":\"sv\",\"title\":\"Nya ord\"}]}]}\n"))
      << body(get("/info/index.json"));
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(InfoTest, AMissingFolderStopsNobodyAndDoctorNamesIt) {
  fs::remove_all(folder());
  ASSERT_TRUE(server.start()) << server.log();
  EXPECT_EQ(body(get("/info/index.json")), "{\"organisations\":[]}\n");
  EXPECT_NE(server.log().find("is no folder that can be read"), std::string::npos) << server.log();
  EXPECT_EQ(server.stop(SIGTERM), 0);
  const auto doctor = [&] { return server.run({"doctor", "--data", server.data().string()}).out; };
  EXPECT_NE(doctor().find("look  information"), std::string::npos) << doctor();
  fs::create_directories(folder() / "0");
  put("0/01-a.sv.md", "# A");
  EXPECT_NE(doctor().find("ok    information    1 pages"), std::string::npos) << doctor();
  put("0/02-b.sv.md", "B");
  EXPECT_NE(doctor().find("1 pages; left out: 0/02-b.sv.md has no first heading"), std::string::npos) << doctor();
}

}  // namespace
}  // namespace bredvid::support
