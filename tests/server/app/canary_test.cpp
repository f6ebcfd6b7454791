// Promises 1 and 3: after a conversation with known words, nothing that the server has or has seen holds any of them.
#include <algorithm>

#include "tests/server/net/live_server.h"

namespace bredvid::support {
namespace {

using circle::Role;

const std::vector<std::string> kTexts{"kanariefågel i gruvan", "الطائر في المنجم", "Shimbir godka ku jirta 🐤"};
const std::vector<std::string> kNames{"Kanarina Förälder", "Stödrik Hjälpare"};
// Where the people are: a log or table that kept an address would keep these.
const std::vector<std::string> kAddresses{"127.0.0.1", "::1", "::ffff:127"};

std::vector<std::string> words() {
  std::vector<std::string> all = kTexts;
  all.insert(all.end(), kNames.begin(), kNames.end());
  return all;
}

std::string found_in(const std::string& haystack, const std::vector<std::string>& needles) {
  for (const std::string& needle : needles) {
    if (haystack.find(needle) != std::string::npos) return needle;
  }
  return "";
}

TEST_F(LiveServer, CanaryNothingOfAConversationIsWithTheServer) {
  Person karin = supporter(kNames[1]);
  const CircleId id = karin.create_circle();
  Person anna = somebody(kNames[0]);
  const circle::Slip slip = karin.make_slip(id, Role::parent, 7);
  static_cast<void>(anna.join(slip));
  for (const std::string& text : kTexts) {
    anna.say(id, text);
    karin.say(id, "svar: " + text);
  }
  ASSERT_TRUE(karin.listen_until(kTexts.size()));
  ASSERT_TRUE(anna.listen_until(kTexts.size()));
  // The canary sings: these words were really said, under these names.
  EXPECT_EQ(karin.heard()[0].text, kTexts[0]);
  EXPECT_EQ(karin.heard()[0].from, kNames[0]);

  const auto look = [&](const char* when) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(server.data())) {
      if (!entry.is_regular_file()) continue;
      const std::string bytes = read_whole(entry.path());
      EXPECT_EQ(found_in(bytes, words()), "") << when << ": " << entry.path();
      if (entry.path().filename() == "config.json") continue;  // holds the operator's own listen address
      EXPECT_EQ(found_in(bytes, {kAddresses[0], kAddresses[2]}), "") << when << ": " << entry.path();
    }
    EXPECT_EQ(found_in(server.log(), words()), "") << when;
    EXPECT_EQ(found_in(server.log(), kAddresses), "") << when << server.log();
  };
  look("while serving");
  std::size_t frames = 0;
  for (const Person* person : {&karin, &anna}) {
    for (const auto& frame : person->traffic()) {
      const std::string bytes(frame.begin(), frame.end());
      EXPECT_EQ(found_in(bytes, words()), "");
      EXPECT_EQ(found_in(bytes, {circle::slip_text(slip)}), "");
      const auto secret = slip.secret.view();
      EXPECT_EQ(std::ranges::search(frame, secret).begin(), frame.end());
      ++frames;
    }
  }
  EXPECT_GT(frames, 20U);
  EXPECT_EQ(server.stop(SIGTERM), 0);
  look("afterwards");
}

}  // namespace
}  // namespace bredvid::support
