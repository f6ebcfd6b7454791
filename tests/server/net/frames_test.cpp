// Bad input over the real wire: each has its code, and changes nothing.
#include "server/wire/limits.h"
#include "tests/server/app/clock_process.h"
#include "tests/server/net/live_server.h"

namespace bredvid::support {
namespace {

using circle::Role;
constexpr std::int64_t kDay_s = 24 * 60 * 60;

class FramesTest : public LiveServer {
 protected:
  /// Sends bytes on a fresh connection; the code of the answer.
  std::string answer_to(const std::vector<std::uint8_t>& bytes) {
    Person stranger = somebody("x");
    stranger.connect();
    stranger.client().send_raw(bytes);
    return code_of(stranger.client().next());
  }
};

TEST_F(FramesTest, GarbageTruncatedAndUnknownFrames) {
  EXPECT_EQ(answer_to({0xff, 0x00}), "bad_frame");
  auto ping = wire::encode(wire::ClientFrame(wire::Ping{RequestId{7}}));
  ping.pop_back();
  EXPECT_EQ(answer_to(ping), "bad_frame");
  EXPECT_EQ(answer_to({0x82, 0x18, 0x63, 0x01}), "unknown_frame");  // [99, 1]
  EXPECT_EQ(answer_to({0x82, 0x18, 0x01, 0x01}), "bad_frame");      // [1, 1] with a longer integer than needed
}

TEST_F(FramesTest, AFrameLargerThanItsKindAllows) {
  wire::SendMessage frame{RequestId{1}, {}, {}, {}, wire::Blob(wire::kMaxBlobBytes + 4000, 1)};
  EXPECT_EQ(answer_to(wire::encode(wire::ClientFrame(frame))), "frame_too_large");
}

TEST_F(FramesTest, AMessageLargerThanAnyFrameClosesTheConnection) {
  Person stranger = somebody("x");
  stranger.connect();
  stranger.client().send_raw(std::vector<std::uint8_t>(wire::kMaxClientFrameBytes + 1, 0x41));
  EXPECT_TRUE(stranger.client().wait_closed());
  EXPECT_EQ(stranger.client().close_code(), 1009);
}

TEST_F(FramesTest, ATextMessageClosesTheConnection) {
  Person stranger = somebody("x");
  stranger.connect();
  stranger.client().send_text("hello");
  EXPECT_TRUE(stranger.client().wait_closed());
  EXPECT_EQ(stranger.client().close_code(), 1003);
}

TEST_F(FramesTest, NothingBeforeTheLogin) {
  Person stranger = somebody("x");
  stranger.connect();
  EXPECT_EQ(refusal([&] { static_cast<void>(stranger.request(wire::CircleCreate{})); }), "not_now");
  EXPECT_EQ(refusal([&] { static_cast<void>(stranger.request(wire::ReleaseList{})); }), "not_now");
}

TEST_F(FramesTest, AWrongSignatureAnUnknownDeviceAndAReplayedChallenge) {
  Person karin = supporter();
  const auto login_on = [&](Person& other, const wire::Login& frame) {
    return refusal([&] { static_cast<void>(other.ask(frame)); });
  };
  const wire::Login replayed = karin.device().login(RequestId{1}, karin.challenge());
  Person thief = somebody("x");
  thief.connect();
  EXPECT_EQ(login_on(thief, replayed), "login_failed");
  Person forger = somebody("x");
  forger.connect();
  wire::Login forged = forger.device().login(RequestId{1}, forger.challenge());
  EXPECT_EQ(login_on(forger, forged), "login_failed");  // not registered
  Person other = somebody("x");
  other.connect();
  wire::Login borrowed = other.device().login(RequestId{1}, other.challenge());
  borrowed.device_id = karin.device().id;
  EXPECT_EQ(login_on(other, borrowed), "login_failed");
  karin.reconnect();
}

TEST_F(FramesTest, AnothersCircleIsClosed) {
  Person karin = supporter("Karin");
  Person yusuf = supporter("Yusuf", "association");
  const CircleId circle = karin.create_circle();
  karin.say(circle, "hej");
  EXPECT_EQ(refusal([&] { static_cast<void>(yusuf.request(wire::SendMessage{{}, circle, {}, {}, {1, 2, 3}})); }),
            "not_a_member");
  EXPECT_EQ(refusal([&] { static_cast<void>(yusuf.request(wire::Ack{{}, circle, Sequence{1}})); }), "not_a_member");
  EXPECT_EQ(refusal([&] { static_cast<void>(yusuf.request(wire::CircleLeave{{}, circle})); }), "not_a_member");
  EXPECT_EQ(refusal([&] { static_cast<void>(yusuf.request(wire::SendMessage{{}, CircleId{{9}}, {}, {}, {1}})); }),
            "circle_unknown");
  EXPECT_EQ(refusal([&] { static_cast<void>(yusuf.request(wire::CircleCreate{{}, circle})); }), "circle_exists");
}

TEST_F(FramesTest, AWrongUsedAndForeignSlip) {
  const circle::Slip slip = staff();
  circle::Slip wrong = staff();
  wrong.secret.mutable_view()[0] ^= 1;
  Person karin = somebody("Karin");
  EXPECT_EQ(refusal([&] { static_cast<void>(karin.look_at(wrong)); }), "slip_unknown");
  EXPECT_EQ(refusal([&] { karin.redeem_staff(wrong); }), "slip_unknown");
  karin.redeem_staff(slip);
  Person late = somebody("x");
  EXPECT_EQ(refusal([&] { late.redeem_staff(slip); }), "slip_used");
  EXPECT_EQ(refusal([&] { static_cast<void>(late.look_at(slip)); }), "slip_used");
  karin.connect();
  karin.redeem_staff(slip);  // the same device again: a killed phone tries again
}

TEST_F(FramesTest, AMistypedSlipIsNamedByItsPart) {
  std::string text = server.staff_slip("supporter", "municipality");
  // the second part, behind "XXXXX-": two neighbours that differ
  std::size_t at = 6;
  while (at < 10 && text[at] == text[at + 1]) ++at;
  ASSERT_NE(text[at], text[at + 1]) << "all the same: one slip in a million";
  std::swap(text[at], text[at + 1]);
  const auto parsed = circle::parse_slip(text);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().code, circle::Code::slip_mistyped);
  EXPECT_EQ(parsed.error().detail, 2U);
}

TEST_F(FramesTest, AnExpiredSlip) {
  const auto text = server.staff_slip("supporter", "municipality", {"--days", "1"});
  EXPECT_EQ(server.stop(SIGTERM), 0);
  ASSERT_TRUE(server.start(with_clock(2 * kDay_s))) << server.log();
  Person late = somebody("x");
  EXPECT_EQ(refusal([&] { late.redeem_staff(circle::parse_slip(text).value()); }), "slip_expired");
}

TEST_F(FramesTest, FiveWrongSlipsCloseTheConnection) {
  Person guesser = somebody("x");
  guesser.connect();
  std::vector<std::string> codes;
  for (int i = 0; i < 5; ++i) {
    codes.push_back(
        refusal([&] { static_cast<void>(guesser.request(wire::SlipOpen{{}, Selector{12345}, Secret32({1, 2, 3})})); }));
  }
  EXPECT_EQ(codes.front(), "slip_unknown");
  EXPECT_TRUE(guesser.client().wait_closed());
  Person other = somebody("y");
  EXPECT_EQ(refusal([&] { static_cast<void>(other.look_at(staff())); }), "nothing");  // nobody else is locked out
}

TEST_F(FramesTest, AParentMayNotDoWhatSupportersDo) {
  Person karin = supporter();
  const CircleId circle = karin.create_circle();
  Person parent = somebody("Anna");
  static_cast<void>(parent.join(karin.make_slip(circle, Role::parent, 7)));
  EXPECT_EQ(refusal([&] { static_cast<void>(parent.create_circle()); }), "not_allowed");
  EXPECT_EQ(refusal([&] { static_cast<void>(parent.request(wire::ReleaseList{})); }), "not_allowed");
  wire::Tally tally{{}, {}, parent.spans().at(0).span_id, wire::Counted::of(wire::Contact::visit), {wire::TagSet{}}};
  EXPECT_EQ(refusal([&] { static_cast<void>(parent.request(std::move(tally))); }), "not_allowed");
  EXPECT_EQ(refusal([&] {
              static_cast<void>(parent.request(
                  wire::SlipMakeStaff{{}, Selector{5}, Secret32({1}), wire::Role::lead, Day{today().value + 2}}));
            }),
            "not_allowed");
}

TEST_F(FramesTest, OneBadConnectionTouchesNoOther) {
  Person karin = supporter();
  const CircleId circle = karin.create_circle();
  for (int i = 0; i < 20; ++i) {
    Person stranger = somebody("x");
    stranger.connect();
    stranger.client().send_raw({0xff});
    stranger.client().cut();
  }
  karin.say(circle, "still here");
}

}  // namespace
}  // namespace bredvid::support
