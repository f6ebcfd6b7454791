// One story with everything a device does in it: send, receive, commit, come in by slip, come in by Welcome. Told again
// and again with a crash at another step.
#pragma once

#include <gtest/gtest.h>

#include "tests/crypto/circle/device_model.h"

namespace bredvid::circle::model {

inline Identity fresh_identity(World& world, Role role) {
  return {role, MemberId::fresh(world.random), DeviceId::fresh(world.random)};
}

// Everybody has every text since they came in, once and in the server's order; all stand in the same place.
inline void expect_whole(World& world, const std::vector<Device*>& devices, const std::set<MessageId>& text_ids,
                         const std::map<MessageId, ContentId>& contents) {
  const Circle& first = devices.front()->circle();
  std::set<MessageId> stored;
  for (const ServerEntry& entry : world.server.log) stored.insert(entry.id);
  for (const MessageId id : text_ids) EXPECT_TRUE(stored.contains(id)) << "text " << id << " was never stored";
  for (Device* device : devices) {
    SCOPED_TRACE(device == devices.front() ? "first device" : "another device");
    ASSERT_TRUE(device->idle());
    for (const std::string& trouble : device->disk.trouble) ADD_FAILURE() << trouble;
    EXPECT_EQ(device->circle().epoch(), world.server.epoch);
    EXPECT_EQ(device->circle().words(), first.words());
    EXPECT_FALSE(device->circle().in_doubt());
    EXPECT_EQ(device->disk.rolled_back, 0u);
    std::vector<ContentId> expected;
    for (std::size_t i = device->disk.joined_at; i < world.server.log.size(); ++i) {
      const MessageId id = world.server.log[i].id;
      if (text_ids.contains(id)) expected.push_back(contents.at(id));
    }
    EXPECT_EQ(device->disk.shown, expected);
  }
}

struct Story {
  explicit Story(std::uint64_t seed)
      : world(seed),
        supporter(world, fresh_identity(world, Role::supporter), "Kerstin"),
        parent(world, fresh_identity(world, Role::parent), "Amira"),
        second(world, fresh_identity(world, Role::supporter), "Bo") {
    supporter.found();
    queue(supporter, JobKind::invite);
    say(supporter, "ett");
    queue(supporter, JobKind::update);
    say(supporter, "två");
    Job add = world.job(JobKind::add);
    add.key_package = second.offer();
    supporter.disk.outbox.push_back(add);
    say(supporter, "tre");
    for (const char* words : {"fyra", "fem"}) say(parent, words);
    queue(parent, JobKind::update);
    say(parent, "sex");
    queue(second, JobKind::update);
    say(second, "sju");
  }

  World world;
  Device supporter;
  Device parent;
  Device second;
  std::set<MessageId> text_ids;
  std::map<MessageId, ContentId> contents;

  void queue(Device& device, JobKind kind) { device.disk.outbox.push_back(world.job(kind)); }
  void say(Device& device, const char* words) {
    Job job = world.text_job(words);
    text_ids.insert(job.id);
    contents[job.id] = job.content;
    device.disk.outbox.push_back(std::move(job));
  }
  // Each device does what it can, once. False when there was nothing left to do.
  bool round(bool backwards) {
    std::vector<Device*> devices{&supporter, &parent, &second};
    if (backwards) std::ranges::reverse(devices);
    // The slip is on paper as soon as it was stored.
    if (parent.slip.empty() && !supporter.disk.slips.empty()) parent.slip = supporter.disk.slips.front();
    for (Device* device : devices) {
      if (device != &parent || !parent.slip.empty()) (void)device->round();
    }
    return !std::ranges::all_of(devices, [](const Device* device) { return device->idle(); });
  }
  // False: it does not come to an end.
  [[nodiscard]] bool tell(bool backwards = false) {
    constexpr int kRoundsMax = 100;
    for (int rounds = 0; rounds < kRoundsMax; ++rounds) {
      if (!round(backwards)) return true;
    }
    return false;
  }
  // Until the next crash, or the end.
  void tell_until_burnt(bool backwards) {
    while (world.fuse.count <= world.fuse.at && round(backwards)) {
    }
  }
  void expect_told() { expect_whole(world, {&supporter, &parent, &second}, text_ids, contents); }
};

}  // namespace bredvid::circle::model
