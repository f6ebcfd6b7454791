// What is refused when too much waits: newcomers first, acknowledgements last, and each is told when to come back.
#include "server/domain/overload.h"

#include <gtest/gtest.h>

#include "server/domain/room.h"

namespace bredvid::domain {
namespace {

constexpr std::size_t kLimit = 4096;

struct Edge {
  Urgency urgency;
  std::size_t percent;
  std::uint64_t wait_ms;
};
const Edge kEdges[] = {{Urgency::newcomer, kNewcomerUntil_percent, kNewcomerWait_ms},
                       {Urgency::deferrable, kDeferrableUntil_percent, kDeferrableWait_ms},
                       {Urgency::message, kMessageUntil_percent, kMessageWait_ms},
                       {Urgency::relief, 100, kReliefWait_ms}};

TEST(Overload, EachKindIsRefusedAtItsOwnFullness) {
  for (const Edge& edge : kEdges) {
    const std::size_t room = (kLimit * edge.percent + 99) / 100;
    EXPECT_TRUE(admit(edge.urgency, room - 1, kLimit)) << edge.percent;
    EXPECT_EQ(admit(edge.urgency, room, kLimit).error(), (Failure{ErrorCode::too_many, edge.wait_ms}));
    EXPECT_FALSE(admit(edge.urgency, room + 1, kLimit));
  }
}

TEST(Overload, WhoIsInGoesOnWhenNewcomersAreRefused) {
  for (std::size_t waiting = 0; waiting <= kLimit; ++waiting) {
    for (std::size_t i = 1; i < std::size(kEdges); ++i) {
      // Whatever takes a less urgent thing takes every more urgent one.
      if (!admit(kEdges[i - 1].urgency, waiting, kLimit)) continue;
      EXPECT_TRUE(admit(kEdges[i].urgency, waiting, kLimit));
    }
  }
  EXPECT_FALSE(admit(Urgency::newcomer, 2048, kLimit));
  EXPECT_TRUE(admit(Urgency::message, 2048, kLimit));
  EXPECT_FALSE(admit(Urgency::message, 3687, kLimit));
  EXPECT_TRUE(admit(Urgency::relief, 4095, kLimit)) << "acknowledgements make room";
}

TEST(Overload, AQueueOfOneStillTakesEverything) {
  for (const Edge& edge : kEdges) {
    EXPECT_TRUE(admit(edge.urgency, 0, 1));
    EXPECT_FALSE(admit(edge.urgency, 1, 1));
    EXPECT_FALSE(admit(edge.urgency, 0, 0));
  }
}

TEST(Overload, EveryRequestHasItsPlace) {
  EXPECT_EQ(urgency_of(FindDevice{}), Urgency::newcomer);
  EXPECT_EQ(urgency_of(LoadLogin{}), Urgency::newcomer);
  EXPECT_EQ(urgency_of(OpenSlip{}), Urgency::newcomer);
  EXPECT_EQ(urgency_of(RedeemStaffSlip{}), Urgency::newcomer);
  EXPECT_EQ(urgency_of(GetShare{}), Urgency::newcomer);
  RedeemCircleSlip join;
  EXPECT_EQ(urgency_of(std::move(join)), Urgency::newcomer);
  RedeemCircleSlip another;
  another.known_device = DeviceId{};
  EXPECT_EQ(urgency_of(std::move(another)), Urgency::deferrable) << "who is in already is no newcomer";
  EXPECT_EQ(urgency_of(AddTally{}), Urgency::deferrable);
  EXPECT_EQ(urgency_of(AppendMessage{}), Urgency::message);
  EXPECT_EQ(urgency_of(AppendCommit{}), Urgency::message);
  EXPECT_EQ(urgency_of(FetchEnvelopes{}), Urgency::message);
  EXPECT_EQ(urgency_of(Acknowledge{}), Urgency::relief);
  EXPECT_EQ(urgency_of(LeaveCircle{}), Urgency::relief);
  EXPECT_EQ(urgency_of(Maintain{}), Urgency::relief);
}

TEST(Room, IsExact) {
  EXPECT_TRUE(room_for_account(kMaxAccountsPerOrganisation - 1));
  EXPECT_EQ(room_for_account(kMaxAccountsPerOrganisation).error().code, ErrorCode::organisation_full);
  EXPECT_TRUE(room_for_staff_slip(kMaxLiveStaffSlips - 1));
  EXPECT_EQ(room_for_staff_slip(kMaxLiveStaffSlips).error().code, ErrorCode::staff_slip_limit);
}

}  // namespace
}  // namespace bredvid::domain
