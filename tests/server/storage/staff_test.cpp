// Colleagues: who is listed to whom, what they are called, talks, and what happens when somebody stops.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/domain/assignments.h"
#include "server/wire/limits.h"
#include "tests/server/storage/work_fixture.h"

namespace bredvid::storage {
namespace {

using StaffStore = WorkTest;

TEST_F(StaffStore, ACoordinatorSeesTheOwnOrganisationAndNobodyElse) {
  work_places();
  const auto ours = staff(21);
  ASSERT_EQ(ours.size(), 3U);
  EXPECT_EQ(ours[0].label, "") << "the first supporter's slip named nobody";
  EXPECT_EQ(ours[1].label, "Samordnare");
  EXPECT_EQ(ours[1].role, wire::Role::coordinator);
  EXPECT_EQ(ours[2].label, "Yusuf");
  for (const auto& theirs : staff(22)) {
    EXPECT_TRUE(std::ranges::none_of(ours, [&](const auto& one) { return one.staff_id == theirs.staff_id; }));
  }
  for (const std::uint32_t who : {1U, 10U, 99U})
    EXPECT_EQ(failure(domain::ListStaff{numbered<DeviceId>(who)}), "not_allowed");
}

TEST_F(StaffStore, ParentsAreNoStaffAndACirclesSupporterIs) {
  circle();
  const auto organisation = get<domain::Organisations>(domain::ListOrganisations{}).organisations[0].organisation_id;
  named(organisation, 21, wire::Role::coordinator, "Samordnare");
  EXPECT_EQ(staff().size(), 2U) << "one supporter and the coordinator; device 10 is a parent's";
  auto slip = circle_slip(101, {1});
  slip.role = wire::Role::supporter;
  get<domain::Done>(std::move(slip));
  get<domain::RedeemedSlip>(redeem(101, 11, {1}));
  EXPECT_EQ(staff().size(), 3U);
}

TEST_F(StaffStore, ACoordinatorNamesAColleague) {
  work_places();
  const auto yusuf = staff_id("Yusuf");
  get<domain::WorkChanged>(domain::NameStaff{numbered<DeviceId>(21), yusuf, "Yusuf K."});
  EXPECT_EQ(staff_id("Yusuf K."), yusuf);
  EXPECT_EQ(failure(domain::NameStaff{numbered<DeviceId>(21), yusuf, "a\nb"}), "bad_label");
  EXPECT_EQ(failure(domain::NameStaff{numbered<DeviceId>(22), yusuf, "x"}), "staff_unknown") << "the wall";
  EXPECT_EQ(failure(domain::NameStaff{numbered<DeviceId>(1), yusuf, "x"}), "not_allowed");
  EXPECT_EQ(staff_id("Yusuf K."), yusuf) << "nothing of that changed anything";
}

TEST_F(StaffStore, ATalkIsAskedForOnceAndWaitsSinceThatDay) {
  work_places();
  const auto me = numbered<DeviceId>(31);
  const auto waiting = [&] { return assignments(31).talk; };
  const auto seen = [&] {
    const auto all = staff();
    return std::ranges::find_if(all, [](const auto& one) { return one.label == "Yusuf"; })->talk;
  };
  EXPECT_EQ(waiting(), Day{});
  get<domain::WorkChanged>(domain::AskTalk{me, true, kNow});
  get<domain::WorkChanged>(domain::AskTalk{me, true, kNow.plus_s(86400)});
  EXPECT_EQ(waiting(), kToday);
  EXPECT_EQ(seen(), kToday);
  EXPECT_EQ(failure(domain::EndTalk{numbered<DeviceId>(22), staff_id("Yusuf")}), "staff_unknown");
  get<domain::WorkChanged>(domain::EndTalk{numbered<DeviceId>(21), staff_id("Yusuf")});
  EXPECT_EQ(waiting(), Day{});
  get<domain::WorkChanged>(domain::AskTalk{me, true, kNow});
  get<domain::WorkChanged>(domain::AskTalk{me, false, kNow});
  EXPECT_EQ(seen(), Day{});
  EXPECT_EQ(failure(domain::AskTalk{numbered<DeviceId>(21), true, kNow}), "not_allowed");
}

TEST_F(StaffStore, AnOrganisationHasALimitOfPeople) {
  create();
  const auto org = get<domain::OrganisationMade>(domain::MakeOrganisation{wire::OrgKind::municipality, "K", ""});
  get<domain::Maintained>(domain::Maintain{kNow});
  for (std::uint32_t n = 1; n <= wire::kMaxStaff; ++n) enter(org.organisation_id, n, wire::Role::coordinator);
  const std::uint32_t one_more = wire::kMaxStaff + 1;
  get<domain::Done>(domain::MakeOperatorSlip{
      org.organisation_id, {one_more}, token_of(one_more), wire::Role::lead, {kToday.value + 5}, kNow});
  const auto redeem_it = [&] {
    return domain::RedeemStaffSlip{{one_more}, token_of(one_more), device(one_more), kNow};
  };
  EXPECT_EQ(failure(redeem_it()), "staff_limit");
  EXPECT_EQ(staff(1).size(), wire::kMaxStaff);
  // Somebody who is not the coordinator that asks.
  const auto all = staff(1);
  const auto mine = failure(domain::RemoveStaff{numbered<DeviceId>(1), all[0].staff_id}) == "not_allowed";
  if (mine) get<domain::WorkChanged>(domain::RemoveStaff{numbered<DeviceId>(1), all[1].staff_id});
  EXPECT_EQ(staff(1).size(), wire::kMaxStaff - 1);
  EXPECT_EQ(failure(redeem_it()), "slip_unknown") << "the slips that were open went with the coordinator";
}

class Leaving : public WorkTest {
 protected:
  /// The circle of supporter 1 with parent 10, and a coordinator.
  void at_work() {
    circle();
    const auto organisations = get<domain::Organisations>(domain::ListOrganisations{}).organisations;
    named(organisations[0].organisation_id, 21, wire::Role::coordinator, "Samordnare");
    named(organisations[1].organisation_id, 22, wire::Role::coordinator, "Samordnare");
  }
  domain::RemoveStaff remove(std::uint32_t by, const StaffId& who) { return {numbered<DeviceId>(by), who}; }
};

TEST_F(Leaving, AccessEndsAtOnceAndTheCircleIsTold) {
  at_work();
  get<domain::Done>(circle_slip(102, {1}));
  get<domain::Appended>(message(10, 70, {1}));
  const auto leaver = numbered<DeviceId>(1);
  const auto news = get<domain::WorkChanged>(remove(21, staff_id("")));
  EXPECT_EQ(news.dismissed, std::vector{leaver});
  ASSERT_EQ(news.gone.size(), 1U);
  EXPECT_EQ(news.gone[0].circle_id, kCircle);

  EXPECT_EQ(failure(domain::FindDevice{leaver}), "login_failed");
  EXPECT_EQ(failure(domain::FetchEnvelopes{leaver, kCircle, {}, 10}), "not_a_member");
  EXPECT_EQ(failure(message(1, 71, {1})), "not_a_member");
  EXPECT_EQ(failure(domain::GetShare{numbered<ShareId>(2001), counted_array<32>(2)}), "login_failed")
      << "the server's half of the key is gone: what is on the phone can't be opened any more";
  EXPECT_EQ(failure(redeem(102, 12, {1})), "slip_unknown") << "a slip that the leaver knew";
  EXPECT_EQ(staff().size(), 1U);

  // The parent goes on, and is told at each login until the group has removed the leaver.
  const auto login = [this] { return get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(10), kNow}); };
  ASSERT_EQ(login().gone.size(), 1U);
  EXPECT_EQ(login().gone[0].device_id, leaver);
  reopen();
  ASSERT_EQ(login().gone.size(), 1U);
  get<domain::Appended>(domain::AppendCommit{
      numbered<DeviceId>(10), kCircle, numbered<MessageId>(72), {1}, counted(30, 1), {}, {leaver}, kNow});
  EXPECT_TRUE(login().gone.empty());
  get<domain::Appended>(message(10, 73, {2}));
}

TEST_F(Leaving, NobodyRemovesThemselvesOrAcrossTheWall) {
  at_work();
  EXPECT_EQ(failure(remove(21, staff_id("Samordnare"))), "not_allowed");
  EXPECT_EQ(failure(remove(22, staff_id(""))), "staff_unknown");
  EXPECT_EQ(failure(remove(1, staff_id("Samordnare"))), "not_allowed");
  EXPECT_EQ(failure(remove(21, numbered<StaffId>(9))), "staff_unknown");
  EXPECT_EQ(failure(domain::FindDevice{numbered<DeviceId>(1)}), "no failure");
}

TEST_F(Leaving, ACirclesLastDeviceLeavesNothingToTell) {
  at_work();
  get<domain::Done>(domain::LeaveCircle{numbered<DeviceId>(10), kCircle});
  EXPECT_TRUE(get<domain::WorkChanged>(remove(21, staff_id(""))).gone.empty());
}

TEST_F(Leaving, TheirAssignmentsAreNobodysAgain) {
  at_work();
  get<domain::WorkChanged>(assignment(1, staff_id("")));
  get<domain::WorkChanged>(remove(21, staff_id("")));
  const auto left = assignments(21).assignments;
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].staff_id, std::nullopt);
  EXPECT_EQ(left[0].state, wire::AssignmentState::open);
}

TEST_F(Leaving, OpenStaffSlipsAreRevokedForACoordinatorMayHaveSeenThem) {
  at_work();
  get<domain::Done>(domain::MakeStaffSlip{
      numbered<DeviceId>(21), {60}, token_of(60), wire::Role::supporter, {kToday.value + 2}, kNow, "Ny"});
  get<domain::WorkChanged>(remove(21, staff_id("")));
  EXPECT_EQ(failure(domain::RedeemStaffSlip{{60}, token_of(60), device(60), kNow}), "slip_unknown");
}

}  // namespace
}  // namespace bredvid::storage
