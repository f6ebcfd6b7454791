// Circles of colleagues alone: who may be in, who may bring whom in, and what a last day does to them.
#include "tests/server/storage/work_fixture.h"

namespace bredvid::storage {
namespace {

class StaffCircles : public WorkTest {
 protected:
  /// Of coordinator 21.
  const CircleId line_ = numbered<CircleId>(40);

  domain::MakeCircleSlip slip(std::uint32_t by, std::uint32_t selector, wire::Role role, std::uint64_t epoch = 0) {
    return {numbered<DeviceId>(by), line_,   {selector},     token_of(selector), role,
            {kToday.value + 14},    {epoch}, counted(40, 1), std::nullopt,       kNow};
  }
  domain::RedeemCircleSlip join(std::uint32_t selector, std::uint32_t who, std::uint64_t epoch = 0) {
    return {{selector},
            token_of(selector),
            std::nullopt,
            numbered<DeviceId>(who),
            numbered<MessageId>(800 + who),
            {epoch},
            counted(30, 2),
            {},
            kNow};
  }
  /// Supporter 1 is in: epoch 1.
  void line() {
    work_places();
    get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(21), line_, kNow});
    get<domain::Done>(slip(21, 140, wire::Role::supporter));
    get<domain::RedeemedSlip>(join(140, 1));
  }
  domain::AppendMessage said(std::uint32_t by, std::uint32_t id) {
    return {numbered<DeviceId>(by), line_, numbered<MessageId>(id), {1}, {1, 2, 3}, kNow};
  }
};

TEST_F(StaffCircles, ACoordinatorAndAColleagueAreInOneAndItOutlivesARestart) {
  line();
  get<domain::Appended>(said(21, 900));
  get<domain::Appended>(said(1, 901));
  EXPECT_EQ(failure(said(31, 902)), "not_a_member") << "a colleague by the same rank";
  reopen();
  EXPECT_EQ(failure(slip(21, 141, wire::Role::parent, 1)), "not_allowed") << "what kind it is is stored";
  get<domain::Done>(slip(21, 141, wire::Role::supporter, 1));
  get<domain::RedeemedSlip>(join(141, 31, 1));
}

TEST_F(StaffCircles, NoParentComesInAndNoCoordinatorAnywhereElse) {
  line();
  EXPECT_EQ(failure(slip(21, 141, wire::Role::parent, 1)), "not_allowed");
  EXPECT_EQ(failure(slip(1, 141, wire::Role::parent, 1)), "not_allowed");
  EXPECT_EQ(failure(slip(1, 141, wire::Role::lead, 1)), "not_allowed");
  get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(1), kCircle, kNow});
  const auto family = [this](wire::Role role) {
    domain::MakeCircleSlip made = circle_slip(142);
    made.role = role;
    return made;
  };
  EXPECT_EQ(failure(family(wire::Role::coordinator)), "not_allowed") << "a family's circle";
  // A slip for somebody else's role opens nothing for a coordinator.
  get<domain::Done>(circle_slip(143));
  EXPECT_EQ(failure(join(143, 21)), "not_allowed");
  get<domain::Done>(family(wire::Role::supporter));
  EXPECT_EQ(failure(join(142, 21)), "not_allowed");
}

TEST_F(StaffCircles, OnlyTheOwnOrganisationsPeopleComeIn) {
  line();
  get<domain::Done>(slip(21, 141, wire::Role::supporter, 1));
  EXPECT_EQ(failure(join(141, 2, 1)), "not_allowed") << "the other organisation's supporter";
  get<domain::Done>(slip(1, 144, wire::Role::coordinator, 1));
  EXPECT_EQ(failure(join(144, 22, 1)), "not_allowed") << "and its coordinator";
  get<domain::RedeemedSlip>(join(141, 31, 1));
}

TEST_F(StaffCircles, ASlipOfOneMakesNobodyStaff) {
  line();
  get<domain::Done>(slip(1, 144, wire::Role::coordinator, 1));
  domain::RedeemCircleSlip stranger = join(144, 0, 1);
  stranger.known_device.reset();
  stranger.new_device = device(60);
  EXPECT_EQ(failure(std::move(stranger)), "not_allowed");
  EXPECT_EQ(staff().size(), 3U) << "21, 1 and 31";
}

TEST_F(StaffCircles, ALastDayTakesAColleagueOutOfThem) {
  line();
  const auto news = get<domain::WorkChanged>(domain::RemoveStaff{numbered<DeviceId>(21), staff_id("")});
  ASSERT_EQ(news.gone.size(), 1U);
  EXPECT_EQ(news.gone[0].circle_id, line_);
  EXPECT_EQ(news.gone[0].device_id, numbered<DeviceId>(1));
  EXPECT_EQ(failure(said(1, 903)), "not_a_member");
  get<domain::Appended>(said(21, 904));
}

}  // namespace
}  // namespace bredvid::storage
