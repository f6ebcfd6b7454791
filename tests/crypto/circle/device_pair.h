// A supporter and a parent in one circle, their disks at hand to be put back to an earlier day.
#pragma once

#include "tests/crypto/circle/device_story.h"

namespace bredvid::circle::model {

struct Pair {
  explicit Pair(std::uint64_t seed)
      : world(seed),
        supporter(world, fresh_identity(world, Role::supporter), "Kerstin"),
        parent(world, fresh_identity(world, Role::parent), "Amira") {
    supporter.found();
    supporter.disk.outbox.push_back(world.job(JobKind::invite));
    settle();
  }

  World world;
  Device supporter;
  Device parent;

  void settle() {
    constexpr int kRoundsMax = 60;
    for (int rounds = 0; rounds < kRoundsMax; ++rounds) {
      if (parent.slip.empty() && !supporter.disk.slips.empty()) parent.slip = supporter.disk.slips.front();
      (void)supporter.round();
      if (!parent.slip.empty()) (void)parent.round();
      if (supporter.idle() && parent.idle()) return;
    }
    ADD_FAILURE() << "they do not come to rest";
  }
  ContentId say(Device& device, std::string words) {
    device.disk.outbox.push_back(world.text_job(std::move(words)));
    return device.disk.outbox.back().content;
  }
  void restore(Device& device, const Disk& old) {
    device.crash();
    device.disk = old;
  }
  void expect_together() {
    EXPECT_EQ(supporter.circle().epoch(), world.server.epoch);
    EXPECT_EQ(supporter.circle().words(), parent.circle().words());
    EXPECT_FALSE(supporter.circle().in_doubt());
    EXPECT_TRUE(supporter.disk.trouble.empty());
    EXPECT_TRUE(parent.disk.trouble.empty());
  }
};

// The state is the same, byte for byte, after the call as before.
template <typename Call>
void expect_no_trace(Circle& circle, Call&& call) {
  const SecretBytes before = circle.serialize();
  call();
  EXPECT_TRUE(equal_constant_time(before, circle.serialize()));
}

}  // namespace bredvid::circle::model
