// The folder of information pages: what is taken, what is left out and why, and the edge of every limit.
#include "server/net/info_pages.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "server/net/limits.h"
#include "tests/support/server_process.h"

namespace bredvid::net {
namespace {

namespace fs = std::filesystem;
using support::write_whole;

class InfoPagesTest : public ::testing::Test {
 protected:
  void put(const std::string& file, const std::string& content = "# Title\n") const {
    fs::create_directories((folder.path() / file).parent_path());
    write_whole(folder.path() / file, content);
  }
  [[nodiscard]] InfoPages load() const {
    return InfoPages::load(
        {folder.path(), {{"Kommunens \"krisstöd\"", "municipality"}, {"Föräldraföreningen", "association"}}});
  }
  /// Why the one file that is wrong is left out; the rest of the pages is there.
  [[nodiscard]] std::string why() const {
    const InfoPages pages = load();
    return pages.problems().size() == 1 ? pages.problems().front().why
                                        : std::to_string(pages.problems().size()) + " problems";
  }
  static std::string titled(std::size_t bytes) { return "# T\n" + std::string(bytes - 4, 'x'); }
  support::TemporaryFolder folder;
};

TEST_F(InfoPagesTest, ServesEachPageAndAnIndexInOrder) {
  put("0-municipality/02-now.sv.md", "# Vad händer nu?\n\nText");
  put("0-municipality/01-rights.sv.md", "\n\n## Dina *rättigheter* ##\r\ntext");
  put("0-municipality/01-rights.ar.md", "\xEF\xBB\xBF# حقوقك\n");
  put("1/01-us.en.md", "# About \"us\"\n");
  put("README.md");
  put("0-municipality/.hidden");
  put("0-municipality/01-rights.sv.md~");
  const InfoPages pages = load();
  EXPECT_TRUE(pages.problems().empty());
  EXPECT_EQ(pages.count(), 4U);
  ASSERT_NE(pages.find("/info/0/02-now.sv.md"), nullptr);
  EXPECT_EQ(pages.find("/info/0/02-now.sv.md")->content, "# Vad händer nu?\n\nText");
  EXPECT_EQ(pages.find("/info/0/02-now.sv.md?x")->type, "text/plain; charset=utf-8");
  EXPECT_FALSE(pages.find("/info/0/02-now.sv.md")->immutable);
  EXPECT_EQ(pages.find("/info/0/01-rights.ar.md")->content, "# حقوقك\n") << "without a byte order mark";
  const auto index = nlohmann::json::parse(pages.find("/info/index.json")->content);
  const auto& organisations = index.at("organisations");
  ASSERT_EQ(organisations.size(), 2U);
  EXPECT_EQ(organisations[0].at("name"), "Kommunens \"krisstöd\"");
  EXPECT_EQ(organisations[0].at("kind"), "municipality");
  ASSERT_EQ(organisations[0].at("pages").size(), 3U);
  EXPECT_EQ(organisations[0].at("pages")[1].at("page"), "01-rights");
  EXPECT_EQ(organisations[0].at("pages")[1].at("language"), "sv");
  EXPECT_EQ(organisations[0].at("pages")[1].at("title"), "Dina *rättigheter*");
  EXPECT_EQ(organisations[0].at("pages")[2].at("page"), "02-now");
  EXPECT_EQ(organisations[1].at("number"), 1);
  EXPECT_EQ(organisations[1].at("pages")[0].at("title"), "About \"us\"");
}

TEST_F(InfoPagesTest, WithoutAFolderThereIsAnEmptyIndex) {
  const InfoPages none = InfoPages::load({});
  EXPECT_EQ(none.find("/info/index.json")->content, "{\"organisations\":[]}\n");
  EXPECT_TRUE(none.problems().empty());
  const InfoPages missing = InfoPages::load({folder.path() / "nowhere", {{"A", "association"}}});
  EXPECT_EQ(missing.count(), 0U);
  EXPECT_EQ(missing.problems().size(), 1U);
}

TEST_F(InfoPagesTest, ABadFileAloneIsMissing) {
  put("0/01-good.sv.md");
  const std::pair<const char*, const char*> bad[] = {
      {"0/02-bad.sv.md", "# T\n\xC3"},              // ends in the middle of a letter
      {"0/02-bad.sv.md", "# T\n\xC0\xAF"},          // overlong
      {"0/02-bad.sv.md", "# T\n\xED\xA0\x80"},      // a surrogate
      {"0/02-bad.sv.md", "# T\n\xF4\x90\x80\x80"},  // above the last code point
      {"0/02-bad.sv.md", "# T\nl\xF6ner"},          // Latin-1
      {"0/02-bad.sv.md", "no heading\n#tag\n####### seven"},
      {"0/02-bad.sv.md", "# \n"},
      {"0/02-bad.sv.md", ""},
      {"0/02-bad.de.md", "# T"},
      {"0/2-bad.sv.md", "# T"},
      {"0/02-Bad.sv.md", "# T"},
      {"0/02-.sv.md", "# T"},
      {"0/02-b_d.sv.md", "# T"},
      {"0/02-bad.md", "# T"},
      {"0/02-bad.sv.txt", "# T"},
      {"0/02\nbad.sv.md", "# T"},
  };
  for (const auto& [file, content] : bad) {
    put(file, content);
    const InfoPages pages = load();
    ASSERT_EQ(pages.problems().size(), 1U) << file << ": " << content;
    EXPECT_EQ(pages.count(), 1U) << file << ": " << content;
    EXPECT_EQ(pages.problems().front().file.find('\n'), std::string::npos);
    fs::remove(folder.path() / file);
  }
}

TEST_F(InfoPagesTest, NoLinkAndNoPipeIsFollowed) {
  put("0/01-good.sv.md");
  put("secret.md", "# Secret");
  fs::create_symlink(folder.path() / "secret.md", folder.path() / "0/02-link.sv.md");
  EXPECT_EQ(why(), "is a link, and links are not followed");
  fs::remove(folder.path() / "0/02-link.sv.md");
  fs::create_directory_symlink(folder.path() / "0", folder.path() / "1-link");
  EXPECT_EQ(why(), "is a link, and links are not followed");
  fs::remove(folder.path() / "1-link");
  ASSERT_EQ(::mkfifo((folder.path() / "0/02-pipe.sv.md").c_str(), 0600), 0);
  EXPECT_EQ(why(), "can't be read");
  fs::remove(folder.path() / "0/02-pipe.sv.md");
  fs::create_directory(folder.path() / "0/02-folder.sv.md");
  EXPECT_EQ(why(), "can't be read");
}

TEST_F(InfoPagesTest, AFolderNamesItsOrganisation) {
  put("0-a/01-good.sv.md");
  for (const char* name : {"2-none", "municipality", "00", "01-a", "0-B", "0-", "-1", "999", "1_a"}) {
    put(std::string(name) + "/01-x.sv.md");
    EXPECT_TRUE(why().starts_with("must begin with an organisation's place")) << name << ": " << why();
    EXPECT_EQ(load().count(), 1U) << name;
    fs::remove_all(folder.path() / name);
  }
  put("0-b/01-x.sv.md");
  EXPECT_EQ(why(), "is a second folder of the same organisation");
}

TEST_F(InfoPagesTest, NoPathLeadsElsewhere) {
  put("0/01-good.sv.md");
  put("secret.md");
  const InfoPages pages = load();
  for (const char* target :
       {"/info/", "/info", "/info/0", "/info/0/", "/info/0/../secret.md", "/info/../secret.md", "/info/secret.md",
        "/info/0/%2e%2e/secret.md", "/info//0/01-good.sv.md", "/info/00/01-good.sv.md", "/info/1/01-good.sv.md",
        "/info/0/01-good.sv", "/info/0/01-good.SV.md", "/info/0/01-good.sv.md%00"})
    EXPECT_EQ(pages.find(target), nullptr) << target;
}

TEST_F(InfoPagesTest, EveryLimitAtItsEdge) {
  put("0/01-a.sv.md", titled(kMaxInfoFileBytes));
  EXPECT_TRUE(load().problems().empty());
  put("0/01-a.sv.md", titled(kMaxInfoFileBytes + 1));
  EXPECT_EQ(why(), "is larger than 65536 bytes");
  put("0/01-a.sv.md", "# " + std::string(kMaxInfoTitleBytes, 't'));
  EXPECT_TRUE(load().problems().empty());
  put("0/01-a.sv.md", "# " + std::string(kMaxInfoTitleBytes + 1, 't'));
  EXPECT_EQ(load().problems().size(), 1U);
  fs::remove(folder.path() / "0/01-a.sv.md");
  put("0/01-" + std::string(kMaxInfoNameBytes, 'n') + ".sv.md");
  EXPECT_TRUE(load().problems().empty());
  put("0/02-" + std::string(kMaxInfoNameBytes + 1, 'n') + ".sv.md");
  EXPECT_EQ(load().problems().size(), 1U);
}

TEST_F(InfoPagesTest, SoManyPagesAndProblemsAndNoMore) {
  const auto numbered = [](std::size_t i) { return std::to_string(10 + i); };
  for (std::size_t i = 0; i < kMaxInfoPages; ++i) put("0/" + numbered(i) + "-a.sv.md");
  EXPECT_EQ(load().count(), kMaxInfoPages);
  EXPECT_TRUE(load().problems().empty());
  put("0/98-last.sv.md");
  put("1/01-other.sv.md");
  EXPECT_EQ(load().count(), kMaxInfoPages + 1) << "the other organisation has its own";
  EXPECT_EQ(why(), "is one more than the 50 that an organisation may have");
  for (std::size_t i = 1; i < kMaxInfoProblems; ++i) put("0/bad" + std::to_string(i));
  EXPECT_EQ(load().problems().size(), kMaxInfoProblems);
  put("0/one_more");
  EXPECT_EQ(load().problems().size(), kMaxInfoProblems);
}

}  // namespace
}  // namespace bredvid::net
