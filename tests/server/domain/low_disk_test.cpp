// What goes on when the disk is full.
#include "server/domain/low_disk.h"

#include <gtest/gtest.h>

namespace bredvid::domain {
namespace {

TEST(LowDisk, WhatMakesRoomOrReadsGoesOn) {
  EXPECT_FALSE(grows(FindDevice{}));
  EXPECT_FALSE(grows(LoadLogin{}));
  EXPECT_FALSE(grows(FetchEnvelopes{}));
  EXPECT_FALSE(grows(Acknowledge{}));
  EXPECT_FALSE(grows(LeaveCircle{}));
  EXPECT_FALSE(grows(LeaveAttachment{}));
  EXPECT_FALSE(grows(GetChunk{}));
  EXPECT_FALSE(grows(RevokeSlip{}));
  EXPECT_FALSE(grows(GetShare{}));
  EXPECT_FALSE(grows(ChangeShare{}));
  EXPECT_FALSE(grows(Maintain{}));
  EXPECT_FALSE(grows(PublishDue{}));
}

TEST(LowDisk, WhatGrowsIsRefused) {
  EXPECT_TRUE(grows(AppendMessage{}));
  EXPECT_TRUE(grows(AppendCommit{}));
  EXPECT_TRUE(grows(CreateCircle{}));
  EXPECT_TRUE(grows(RedeemStaffSlip{}));
  EXPECT_TRUE(grows(RedeemCircleSlip{}));
  EXPECT_TRUE(grows(MakeCircleSlip{}));
  EXPECT_TRUE(grows(AddTally{}));
  EXPECT_TRUE(grows(BeginAttachment{}));
  EXPECT_TRUE(grows(PutChunk{}));
}

TEST(LowDisk, TheReserveIsSmallOnASmallFileSystem) {
  EXPECT_EQ(reserve_size(1ULL << 40), kReserve_bytes);
  EXPECT_EQ(reserve_size(kReserve_bytes * kReserveOneIn), kReserve_bytes);
  EXPECT_EQ(reserve_size(kReserve_bytes * kReserveOneIn - kReserveOneIn), kReserve_bytes - 1);
  EXPECT_EQ(reserve_size(1 << 20), 1U << 16);
  EXPECT_EQ(reserve_size(0), 0U);
}

TEST(LowDisk, TheReserveIsMadeWithRoomBesideIt) {
  EXPECT_TRUE(room_for_reserve(2 * kReserve_bytes, kReserve_bytes));
  EXPECT_FALSE(room_for_reserve(2 * kReserve_bytes - 1, kReserve_bytes));
  EXPECT_FALSE(room_for_reserve(1000, 0)) << "a file system that says nothing of itself";
}

}  // namespace
}  // namespace bredvid::domain
