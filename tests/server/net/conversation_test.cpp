// The main job through the real binary: nothing lost, nothing twice, whatever happens to the server.
#include <map>
#include <optional>

#include "tests/server/net/live_server.h"

namespace bredvid::support {
namespace {

using circle::Role;

class ConversationTest : public LiveServer {
 protected:
  void SetUp() override {
    LiveServer::SetUp();
    karin.emplace(supporter("Karin"));
    id = karin->create_circle();
    anna.emplace(somebody("Anna"));
    static_cast<void>(anna->join(karin->make_slip(id, Role::parent, 7)));
  }

  void restart(int signal) {
    const int code = server.stop(signal);
    EXPECT_EQ(code, signal == SIGKILL ? 128 + SIGKILL : 0) << server.log();
    ASSERT_TRUE(server.start()) << server.log();
  }
  /// The same person on the server's new port.
  void come_back(std::optional<Person>& person) {
    person->move_to(server.connect_options());
    person->reconnect();
  }
  static std::vector<std::string> texts(const Person& person) {
    std::vector<std::string> all;
    for (const Heard& heard : person.heard()) all.push_back(heard.text);
    return all;
  }

  std::optional<Person> karin;
  std::optional<Person> anna;
  CircleId id;
};

TEST_F(ConversationTest, AParentWritesAtOnceAndIsAnswered) {
  anna->say(id, "Hej, är det någon där? 🙏");
  ASSERT_TRUE(karin->listen_until(1));
  EXPECT_EQ(karin->heard()[0].text, "Hej, är det någon där? 🙏");
  EXPECT_EQ(karin->heard()[0].from, "Anna");
  karin->say(id, "Ja, jag är här.");
  ASSERT_TRUE(anna->listen_until(1));
  EXPECT_EQ(anna->heard()[0].text, "Ja, jag är här.");
  EXPECT_EQ(anna->heard()[0].from, "Karin");
  EXPECT_EQ(anna->circle(id).words(), karin->circle(id).words());
}

TEST_F(ConversationTest, AParentJoinsAndWritesWhileNobodyElseIsOnline) {
  const circle::Slip slip = karin->make_slip(id, Role::parent, 7);
  karin->disconnect();
  anna->disconnect();
  Person erik = somebody("Erik");
  ASSERT_EQ(erik.join(slip), id);
  erik.say(id, "Jag är pappan.");
  karin->reconnect();
  anna->reconnect();
  ASSERT_TRUE(karin->listen_until(1));
  ASSERT_TRUE(anna->listen_until(1));
  EXPECT_EQ(karin->heard()[0].from, "Erik");
  EXPECT_EQ(anna->heard()[0].text, "Jag är pappan.");
}

TEST_F(ConversationTest, OneIsOfflineMeanwhileAndMissesNothing) {
  karin->disconnect();
  std::vector<std::string> written;
  for (int i = 0; i < 80; ++i) {  // more than a window
    written.push_back("meddelande " + std::to_string(i));
    anna->say(id, written.back());
  }
  karin->reconnect();
  ASSERT_TRUE(karin->listen_until(written.size()));
  EXPECT_EQ(texts(*karin), written);
  karin->disconnect();
  karin->reconnect();
  karin->listen_for(std::chrono::milliseconds(200));
  EXPECT_EQ(karin->heard().size(), written.size());  // nothing twice
}

TEST_F(ConversationTest, TheServerIsRestartedInMidConversation) {
  anna->say(id, "ett");
  restart(SIGTERM);
  come_back(anna);
  anna->say(id, "två");
  come_back(karin);
  ASSERT_TRUE(karin->listen_until(2));
  EXPECT_EQ(texts(*karin), (std::vector<std::string>{"ett", "två"}));
}

TEST_F(ConversationTest, SigtermSaysSoAndLosesNothing) {
  std::vector<std::string> written;
  for (int i = 0; i < 30; ++i) {
    written.push_back("rad " + std::to_string(i));
    anna->say(id, written.back());
  }
  ASSERT_EQ(server.stop(SIGTERM), 0) << server.log();
  EXPECT_TRUE(anna->client().wait_closed());
  EXPECT_EQ(anna->client().close_code(), 1001);
  std::string last = "nothing";
  while (const auto frame = anna->client().next_news(std::chrono::milliseconds(100))) last = code_of(frame);
  EXPECT_EQ(last, "shutting_down");
  EXPECT_FALSE(std::filesystem::exists(server.data() / "control.sock"));
  const auto log_file = server.data() / "bredvid.db-wal";
  EXPECT_TRUE(!std::filesystem::exists(log_file) || std::filesystem::file_size(log_file) == 0);
  ASSERT_TRUE(server.start()) << server.log();
  come_back(karin);
  ASSERT_TRUE(karin->listen_until(written.size()));
  EXPECT_EQ(texts(*karin), written);
}

TEST_F(ConversationTest, KillLosesNothingThatWasAcknowledged) {
  std::vector<std::string> written;
  for (int i = 0; i < 30; ++i) {
    written.push_back("rad " + std::to_string(i));
    anna->say(id, written.back());
  }
  restart(SIGKILL);
  come_back(karin);
  ASSERT_TRUE(karin->listen_until(written.size()));
  EXPECT_EQ(texts(*karin), written);
}

TEST_F(ConversationTest, KillInTheMiddleOfABurst) {
  // Sent without waiting; what was answered before the kill must be there afterwards, in order.
  const circle::Content content{circle::ContentId::fresh(randomness()), now_ms(), circle::Text{"burst"}};
  constexpr std::uint32_t kBurst = 60;
  std::vector<wire::SendMessage> frames;
  for (std::uint32_t i = 0; i < kBurst; ++i) {
    const auto outgoing = anna->circle(id).send(content, randomness());
    wire::SendMessage frame{anna->client().fresh_rid(), id, {}, Epoch{outgoing->epoch}, outgoing->blob};
    randomness().fill(frame.message_id.bytes);
    frames.push_back(frame);
    anna->client().send(frame);
  }
  std::map<std::uint32_t, Sequence> stored;
  for (std::uint32_t i = 0; i < kBurst / 3; ++i) {
    const auto frame = anna->client().next();
    if (const auto* one = frame ? std::get_if<wire::Stored>(&*frame) : nullptr) stored[one->rid.value] = one->sequence;
  }
  restart(SIGKILL);
  come_back(anna);
  EXPECT_FALSE(stored.empty());
  for (wire::SendMessage frame : frames) {
    const auto before = stored.find(frame.rid.value);
    const auto again = std::get<wire::Stored>(anna->request(std::move(frame)));
    if (before == stored.end()) continue;
    EXPECT_EQ(again.sequence, before->second);  // the retry got its first place
  }
}

TEST_F(ConversationTest, ARetryCountsOnce) {
  const auto outgoing =
      anna->circle(id).send({circle::ContentId::fresh(randomness()), now_ms(), circle::Text{"en gång"}}, randomness());
  const wire::SendMessage frame{{}, id, MessageId{{7}}, Epoch{outgoing->epoch}, outgoing->blob};
  const auto first = std::get<wire::Stored>(anna->request(frame));
  const auto second = std::get<wire::Stored>(anna->request(frame));
  EXPECT_EQ(first.sequence, second.sequence);
  ASSERT_TRUE(karin->listen_until(1));
  karin->listen_for(std::chrono::milliseconds(200));
  EXPECT_EQ(karin->heard().size(), 1U);
}

TEST_F(ConversationTest, ARemovedMemberIsOut) {
  const circle::MemberId member = anna->circle(id).self().member;
  karin->listen_for(std::chrono::milliseconds(100));
  karin->remove(id, member);
  EXPECT_EQ(refusal([&] { anna->say(id, "jag är kvar"); }), "not_a_member");
}

TEST_F(ConversationTest, AnotherDeviceTakesTheSupportersPlace) {
  const circle::Slip slip = karin->make_slip(id, Role::supporter, 7, true);
  Person browser = somebody("Karin");
  browser.redeem_staff(staff());
  ASSERT_EQ(browser.join(slip), id);
  anna->say(id, "hör du mig?");
  ASSERT_TRUE(browser.listen_until(1));
  EXPECT_EQ(browser.circle(id).devices().size(), 2U);
  EXPECT_EQ(refusal([&] { karin->say(id, "den gamla"); }), "not_a_member");
}

}  // namespace
}  // namespace bredvid::support
