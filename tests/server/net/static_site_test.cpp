#include "server/net/static_site.h"

#include <gtest/gtest.h>

#include "tests/support/server_process.h"

namespace bredvid::net {
namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;
using support::write_whole;

class StaticSiteTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder.path() / "assets");
    write_whole(folder.path() / "index.html", "<p>start");
    write_whole(folder.path() / "assets/main-a1B2c3D4.js", "run()");
    write_whole(folder.path() / "assets/main-a1B2c3D4.js.gz", "squeezed");
    write_whole(folder.path() / "sw.js", "worker()");
  }
  TemporaryFolder folder;
};

TEST_F(StaticSiteTest, ServesWhatIsThereAndNothingElse) {
  const auto site = StaticSite::load(folder.path());
  ASSERT_TRUE(site);
  ASSERT_NE(site->find("/"), nullptr);
  EXPECT_EQ(site->find("/")->content, "<p>start");
  EXPECT_EQ(site->find("/index.html?x=/../../etc/passwd")->content, "<p>start");
  EXPECT_EQ(site->find("/assets"), nullptr);
  EXPECT_EQ(site->find(""), nullptr);
}

TEST_F(StaticSiteTest, PairsAFileWithItsCompressedTwin) {
  const auto site = StaticSite::load(folder.path());
  const Asset* script = site->find("/assets/main-a1B2c3D4.js");
  ASSERT_NE(script, nullptr);
  EXPECT_EQ(script->gzip, "squeezed");
  EXPECT_TRUE(script->immutable);
  EXPECT_EQ(script->type, "text/javascript; charset=utf-8");
  EXPECT_EQ(site->find("/assets/main-a1B2c3D4.js.gz"), nullptr);
  EXPECT_FALSE(site->find("/sw.js")->immutable);
}

TEST_F(StaticSiteTest, NoPathLeadsOutOfTheFolder) {
  const auto site = StaticSite::load(folder.path() / ".." / folder.path().filename());
  ASSERT_TRUE(site);
  for (const char* target :
       {"/../index.html", "/assets/../index.html", "/%2e%2e/index.html", "/assets/%2e%2e/index.html", "//index.html",
        "/./index.html", "\\index.html", "/assets\\..\\index.html", "/index.html%00.js", "index.html"}) {
    EXPECT_EQ(site->find(target), nullptr) << target;
  }
}

TEST_F(StaticSiteTest, LeavesLinksAndHiddenFilesOut) {
  write_whole(folder.path() / ".secret", "x");
  fs::create_symlink("/etc/passwd", folder.path() / "passwd");
  fs::create_directory_symlink("/etc", folder.path() / "etc");
  const auto site = StaticSite::load(folder.path());
  ASSERT_TRUE(site);
  EXPECT_EQ(site->find("/.secret"), nullptr);
  EXPECT_EQ(site->find("/passwd"), nullptr);
  EXPECT_EQ(site->find("/etc/hostname"), nullptr);
}

TEST_F(StaticSiteTest, AnEtagChangesWithTheContentAlone) {
  const auto before = StaticSite::load(folder.path());
  write_whole(folder.path() / "sw.js", "worker2()");
  const auto after = StaticSite::load(folder.path());
  EXPECT_NE(before->find("/sw.js")->etag, after->find("/sw.js")->etag);
  EXPECT_EQ(before->find("/")->etag, after->find("/")->etag);
}

TEST_F(StaticSiteTest, MissingOrIncompleteIsAnError) {
  EXPECT_EQ(StaticSite::load(folder.path() / "nowhere").error().code, ErrorCode::static_missing);
  fs::remove(folder.path() / "index.html");
  EXPECT_EQ(StaticSite::load(folder.path()).error().code, ErrorCode::static_missing);
}

TEST_F(StaticSiteTest, ItsOwnPageForUnknownAddressesIsUsed) {
  EXPECT_NE(StaticSite::load(folder.path())->not_found().content.find("Sidan finns inte"), std::string::npos);
  write_whole(folder.path() / "404.html", "ingen");
  EXPECT_EQ(StaticSite::load(folder.path())->not_found().content, "ingen");
}

TEST(HashedName, TellsHashesFromWords) {
  EXPECT_TRUE(is_hashed_name("/assets/index-BsY_x-9Q.css"));
  EXPECT_TRUE(is_hashed_name("/assets/bredvid_core-0a1b2c3d.wasm"));
  EXPECT_FALSE(is_hashed_name("/index-BsY_x-9Q.css"));
  EXPECT_FALSE(is_hashed_name("/assets/manifest.json"));
  EXPECT_FALSE(is_hashed_name("/assets/noextension-12345678"));
}

}  // namespace
}  // namespace bredvid::net
