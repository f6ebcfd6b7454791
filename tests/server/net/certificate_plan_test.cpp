// When certificate files are looked at.
#include "server/net/certificate_plan.h"

#include <gtest/gtest.h>

namespace bredvid::net {
namespace {

TEST(CertificatePlan, LooksNowAndThen) {
  CertificatePlan plan(1000);
  EXPECT_EQ(plan.wait_ms(1000), kCertificateLookEvery_ms);
  EXPECT_EQ(plan.wait_ms(1000 + kCertificateLookEvery_ms), 0);
  plan.looked(1000 + kCertificateLookEvery_ms);
  EXPECT_EQ(plan.wait_ms(1000 + kCertificateLookEvery_ms), kCertificateLookEvery_ms);
}

TEST(CertificatePlan, WaitsUntilAChangeHasSettled) {
  CertificatePlan plan(0);
  plan.changed(100);
  EXPECT_EQ(plan.wait_ms(100), kCertificateQuiet_ms);
  plan.changed(600);
  EXPECT_EQ(plan.wait_ms(1100), 500);
  EXPECT_EQ(plan.wait_ms(600 + kCertificateQuiet_ms), 0);
  plan.looked(1600);
  EXPECT_EQ(plan.wait_ms(1600), kCertificateLookEvery_ms);
}

TEST(CertificatePlan, ChangesWithoutEndAreNotWaitedFor) {
  CertificatePlan plan(0);
  std::int64_t now = 100;
  for (; plan.wait_ms(now) > 0 || now == 100; now += 500) plan.changed(now);
  EXPECT_LE(now, 100 + kCertificateLongestWait_ms + 500);
  EXPECT_GE(now, 100 + kCertificateLongestWait_ms);
}

TEST(CertificatePlan, AnOrderIsFollowedAtOnce) {
  CertificatePlan plan(0);
  plan.changed(0);
  plan.asked();
  EXPECT_EQ(plan.wait_ms(1), 0);
  plan.looked(1);
  EXPECT_EQ(plan.wait_ms(1), kCertificateLookEvery_ms);
}

}  // namespace
}  // namespace bredvid::net
