// From a supporter's tallies to the table that two leads read: through the real server, by the operator's command.
#include "server/app/civil_date.h"
#include "tests/server/app/clock_process.h"
#include "tests/server/net/live_server.h"
#include "tests/support/demo_tallies.h"

namespace bredvid::support {
namespace {

constexpr std::int64_t kDay_s = 24 * 60 * 60;

class ReleaseTest : public LiveServer {
 protected:
  CommandResult release(const std::string& until) {
    return server.run({"release", "--data", server.data().string(), "--until", until});
  }
  Person lead(const std::string& org) {
    Person person = somebody("Ledare");
    person.redeem_staff(staff("lead", org));
    return person;
  }
  static std::string text(const wire::Blob& blob) { return std::string(blob.begin(), blob.end()); }
};

TEST_F(ReleaseTest, AReleaseIsTheSameForTwoLeads) {
  Person karin = supporter("Karin");
  Person yusuf = supporter("Yusuf", "association");
  const wire::Span before = karin.spans().at(0);
  EXPECT_EQ(send_tallies(karin, {10, 22, 12, 15, 11, 20}), 60U);
  EXPECT_EQ(send_tallies(yusuf, {5, 11, 7, 8, 6, 10}), 32U);
  const CommandResult done = release(app::format_date(today()));
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.out.find("Published release"), std::string::npos) << done.out;

  Person one = lead("municipality");
  Person two = lead("association");
  const auto list = std::get<wire::Releases>(one.request(wire::ReleaseList{}));
  ASSERT_EQ(list.releases.size(), 1U);
  EXPECT_EQ(list.releases[0].first_day, before.first_day);
  const auto first = std::get<wire::Release>(one.request(wire::ReleaseGet{{}, list.releases[0].release_id}));
  const auto second = std::get<wire::Release>(two.request(wire::ReleaseGet{{}, list.releases[0].release_id}));
  EXPECT_EQ(first.json, second.json);
  EXPECT_EQ(first.csv, second.csv);
  EXPECT_NE(text(first.csv).find("visit"), std::string::npos) << text(first.csv);
  EXPECT_NE(text(first.json).find("association"), std::string::npos);

  const std::string data = server.data().string();
  const std::string number = std::to_string(list.releases[0].release_id.value);
  EXPECT_EQ(server.run({"release", "--data", data, "--show", number}).out, text(first.json)) << "beside the server";
  EXPECT_EQ(server.run({"release", "--data", data, "--csv", number}).out, text(first.csv));
  EXPECT_NE(server.run({"release", "--data", data, "--list"}).out.find(number + " span "), std::string::npos);
  EXPECT_EQ(server.run({"release", "--data", data, "--show", "77"}).exit_code,
            static_cast<int>(ErrorCode::release_unknown));

  // The connections that were open heard that a new span is open, and the old one takes nothing more.
  karin.listen_for(std::chrono::milliseconds(300));
  EXPECT_NE(karin.spans().at(0).span_id, before.span_id);
  wire::Tally late{{}, TallyId{{1}}, before.span_id, wire::Counted::of(wire::Contact::visit), {wire::TagSet{}}};
  EXPECT_EQ(refusal([&] { static_cast<void>(karin.request(std::move(late))); }), "span_closed");
  EXPECT_FALSE(
      std::filesystem::exists(server.data() / "keys" / ("span-" + std::to_string(before.span_id.value) + ".key")));
}

TEST_F(ReleaseTest, FewerThanKParentsAreNotPublishedAndNothingIsLost) {
  Person karin = supporter();
  const wire::Span before = karin.spans().at(0);
  static_cast<void>(send_tallies(karin, {4, 8, 4, 4, 4, 4}));
  const CommandResult done = release(app::format_date(today()));
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.out.find("Not published"), std::string::npos) << done.out;
  Person reader = lead("municipality");
  EXPECT_TRUE(std::get<wire::Releases>(reader.request(wire::ReleaseList{})).releases.empty());
  EXPECT_EQ(reader.spans().size(), 0U + karin.spans().size());
  static_cast<void>(send_tallies(karin, {5, 5, 5, 5, 5, 5}));  // the same span goes on
  EXPECT_EQ(karin.spans().at(0).span_id, before.span_id);
  EXPECT_NE(release(app::format_date(today())).out.find("Published"), std::string::npos);
}

TEST_F(ReleaseTest, ADayAheadIsRefused) {
  const CommandResult ahead = release(app::format_date(Day{today().value + 1}));
  EXPECT_EQ(ahead.exit_code, static_cast<int>(ErrorCode::config_bad)) << ahead.err;
}

TEST_F(ReleaseTest, ATallySentTwiceCountsOnce) {
  Person karin = supporter();
  wire::Tally tally{
      {}, TallyId{{3}}, karin.spans().at(0).span_id, wire::Counted::of(wire::Contact::visit), {wire::TagSet{}}};
  EXPECT_TRUE(std::holds_alternative<wire::Ok>(karin.request(tally)));
  EXPECT_TRUE(std::holds_alternative<wire::Ok>(karin.request(tally)));
}

TEST(SpanTest, ASpanOfDaysIsPublishedByItselfWhenItIsDue) {
  ServerProcess server{BREDVID_BINARY};
  ASSERT_EQ(server.init(R"({ "span": { "days": 7 } })").exit_code, 0);
  ASSERT_TRUE(server.start()) << server.log();
  Person karin(server.connect_options(), "Karin");
  karin.redeem_staff(circle::parse_slip(server.staff_slip("supporter", "municipality")).value());
  const wire::Span before = karin.spans().at(0);
  EXPECT_EQ(before.last_day.value - before.first_day.value, 6U);
  static_cast<void>(send_tallies(karin, {5, 5, 5, 5, 5, 5}));
  EXPECT_EQ(server.stop(SIGTERM), 0);
  ASSERT_TRUE(server.start(with_clock(11 * kDay_s))) << server.log();
  karin.move_to(server.connect_options());
  bool moved = false;
  for (int i = 0; i < 20 && !moved; ++i) {  // the first maintenance runs right after the start
    karin.reconnect();
    moved = karin.spans().at(0).span_id != before.span_id;
  }
  EXPECT_TRUE(moved);
  EXPECT_GE(karin.spans().at(0).last_day.value, today().value + 11);
}

}  // namespace
}  // namespace bredvid::support
