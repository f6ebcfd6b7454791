// An organisation's own affairs over a connection: who may ask, who is told, who is sent away.
#include "tests/server/domain/script.h"

namespace bredvid::domain {
namespace {

const auto kColleague = counted_id<StaffId>(0x90);
const auto kAssignment = counted_id<AssignmentId>(0x60);

std::vector<wire::ClientFrame> of_coordinators() {
  std::vector<wire::ClientFrame> frames;
  frames.emplace_back(wire::StaffList{{2}});
  frames.emplace_back(wire::StaffName{{2}, kColleague, "Karin"});
  frames.emplace_back(wire::StaffRemove{{2}, kColleague});
  frames.emplace_back(wire::AssignmentMake{{2}, kAssignment, "Familj 12", kColleague, {20785}});
  frames.emplace_back(wire::AssignmentGive{{2}, kAssignment, kColleague});
  frames.emplace_back(wire::TalkHad{{2}, kColleague});
  return frames;
}

TEST(ConnectionWork, WhatCoordinatorsDoNobodyElseMay) {
  for (const wire::Role role : {wire::Role::parent, wire::Role::supporter, wire::Role::lead, wire::Role::coordinator}) {
    for (const wire::ClientFrame& frame : of_coordinators()) {
      Script s;
      s.log_in(role);
      s.frame(frame);
      if (role == wire::Role::coordinator) {
        EXPECT_EQ(s.last<Submit>().size(), 1U);
      } else {
        EXPECT_EQ(s.error(), ErrorCode::not_allowed);
        EXPECT_TRUE(s.last<Submit>().empty());
      }
    }
  }
}

TEST(ConnectionWork, AssignmentsAreForSupportersAndCoordinators) {
  for (const wire::Role role : {wire::Role::parent, wire::Role::lead}) {
    Script s;
    s.log_in(role);
    s.frame(wire::AssignmentList{{2}});
    EXPECT_EQ(s.error(), ErrorCode::not_allowed);
    s.frame(wire::AssignmentEnd{{3}, kAssignment, wire::AssignmentState::contacted});
    EXPECT_EQ(s.error(), ErrorCode::not_allowed);
    s.frame(wire::TalkAsk{{4}, 1});
    EXPECT_EQ(s.error(), ErrorCode::not_allowed);
  }
  Script supporter;
  supporter.log_in(wire::Role::supporter);
  supporter.frame(wire::TalkAsk{{2}, 1});
  ASSERT_TRUE(supporter.asked<AskTalk>());
  EXPECT_TRUE(supporter.asked<AskTalk>()->wanted);
  supporter.frame(wire::AssignmentList{{3}});
  ASSERT_TRUE(supporter.asked<ListAssignments>());
  supporter.answer(supporter.token, wire::Assignments{{}, {}, {20780}});
  ASSERT_EQ(supporter.sent<wire::Assignments>().size(), 1U);
  EXPECT_EQ(supporter.sent<wire::Assignments>()[0]->rid, RequestId{3});
  Script coordinator;
  coordinator.log_in(wire::Role::coordinator);
  coordinator.frame(wire::TalkAsk{{2}, 1});
  EXPECT_EQ(coordinator.error(), ErrorCode::not_allowed);
}

TEST(ConnectionWork, ProgrammesAreTheOwnOrganisationsAndForWhoeverGivesSupport) {
  wire::Programme ours;
  ours.id = "ours";
  wire::Programme theirs;
  theirs.id = "theirs";
  ConnectionConfig config;
  config.programmes = std::make_shared<const Programmes>(Programmes{{{7}, {ours}}, {{8}, {theirs}}});
  for (const wire::Role role : {wire::Role::parent, wire::Role::supporter, wire::Role::coordinator, wire::Role::lead}) {
    Script s(config);
    s.log_in(role, {}, {.organisation_id = {7}});
    s.frame(wire::ProgrammesGet{{2}});
    EXPECT_TRUE(s.last<Submit>().empty()) << "no storage";
    if (role == wire::Role::parent || role == wire::Role::lead) {
      EXPECT_EQ(s.error(), ErrorCode::not_allowed);
      continue;
    }
    ASSERT_EQ(s.sent<wire::Programmes>().size(), 1U);
    EXPECT_EQ(*s.sent<wire::Programmes>()[0], (wire::Programmes{{2}, {ours}}));
  }
  Script stranger(config);
  stranger.frame(wire::ProgrammesGet{{2}});
  EXPECT_EQ(stranger.error(), ErrorCode::not_now);
  Script unknown(config);
  unknown.log_in(wire::Role::supporter, {}, {.organisation_id = {9}});
  unknown.frame(wire::ProgrammesGet{{2}});
  ASSERT_EQ(unknown.sent<wire::Programmes>().size(), 1U);
  EXPECT_TRUE(unknown.sent<wire::Programmes>()[0]->programmes.empty());
}

TEST(ConnectionWork, AChangeIsAnsweredAndThenTold) {
  Script s;
  s.log_in(wire::Role::coordinator);
  s.frame(wire::AssignmentMake{{2}, kAssignment, "Familj 12", std::nullopt, {20785}});
  ASSERT_TRUE(s.asked<MakeAssignment>());
  s.answer(s.token, WorkChanged{{7}});
  EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);
  ASSERT_EQ(s.last<Tell>().size(), 1U);
  EXPECT_EQ(s.last<Tell>()[0]->news->organisation_id, OrganisationId{7});
}

TEST(ConnectionWork, NewsAreForTheOwnOrganisationsStaffAlone) {
  for (const wire::Role role : {wire::Role::parent, wire::Role::supporter, wire::Role::coordinator, wire::Role::lead}) {
    Script s;
    s.log_in(role, {}, {.organisation_id = {7}});
    const bool told = role == wire::Role::supporter || role == wire::Role::coordinator;
    EXPECT_EQ(s.connection.on_work(WorkChanged{{7}}, s.now).size(), told ? 1U : 0U);
    EXPECT_TRUE(s.connection.on_work(WorkChanged{{8}}, s.now).empty()) << "the wall";
  }
  Script stranger;
  EXPECT_TRUE(stranger.connection.on_work(WorkChanged{{0}}, kStart).empty());
}

TEST(ConnectionWork, WhoIsRemovedIsSentAwayAtOnce) {
  Script s;
  s.log_in(wire::Role::supporter);
  s.run(s.connection.on_work(WorkChanged{{0}, {counted_id<DeviceId>(0x44)}, {}}, s.now));
  EXPECT_FALSE(s.connection.closed()) << "somebody else";
  s.run(s.connection.on_work(WorkChanged{{0}, {kDevice}, {}}, s.now));
  EXPECT_EQ(s.error(), ErrorCode::login_failed);
  EXPECT_TRUE(s.connection.closed());
  EXPECT_EQ(s.last<CloseConnection>().size(), 1U);
}

TEST(ConnectionWork, TheirCirclesAreToldAndNobodyElse) {
  const auto leaver = counted_id<DeviceId>(0x44);
  Script s;
  s.log_in(wire::Role::parent, {{kCircle, {3}, {0}, {0}}});
  s.run(s.connection.on_work(WorkChanged{{9}, {leaver}, {{counted_id<CircleId>(0xc1), leaver}, {kCircle, leaver}}},
                             s.now));
  ASSERT_EQ(s.sent<wire::Gone>().size(), 1U);
  EXPECT_EQ(s.sent<wire::Gone>()[0]->circle_id, kCircle);
  EXPECT_EQ(s.sent<wire::Gone>()[0]->device_id, leaver);
  EXPECT_TRUE(s.sent<wire::News>().empty());
  // And whoever was away is told at the login.
  Script later;
  later.log_in(wire::Role::parent, {{kCircle, {3}, {0}, {0}}}, {.gone = {{kCircle, leaver}}});
  EXPECT_EQ(later.sent<wire::Gone>().size(), 1U);
}

TEST(ConnectionWork, ANewColleagueIsTold) {
  Script s;
  s.frame(wire::SlipRedeemStaff{{2}, {7}, counted_id<Secret32>(3), enrolment()});
  ASSERT_TRUE(s.asked<RedeemStaffSlip>());
  s.answer(s.token, RedeemedSlip{kDevice, wire::Role::supporter, kOrganisation, std::nullopt, {}, kSpans, {7}});
  ASSERT_EQ(s.last<Tell>().size(), 1U);
  EXPECT_EQ(s.last<Tell>()[0]->news->organisation_id, OrganisationId{7});
}

}  // namespace
}  // namespace bredvid::domain
