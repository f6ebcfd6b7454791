// Three devices that want things at the same time: one commit wins each epoch, the losers follow it and try again.
#include "tests/crypto/circle/device_pair.h"

namespace bredvid::circle::model {
namespace {

constexpr std::uint64_t kRaceSeeds = 30'000'000;
constexpr std::uint64_t kRaces = 200;
constexpr int kStepsMax = 4000;

struct Race {
  explicit Race(std::uint64_t seed)
      : pair(seed),
        second(pair.world, fresh_identity(pair.world, Role::supporter), "Bo"),
        leaving(pair.world, fresh_identity(pair.world, Role::supporter), "Eva"),
        newcomer(pair.world, fresh_identity(pair.world, Role::supporter), "Nils"),
        chance(CountingRandom::of_run(~seed)) {
    add(second);
    add(leaving);
    wishes();
  }

  Pair pair;
  Device second;
  Device leaving;
  Device newcomer;
  CountingRandom chance;
  std::size_t commits_wanted = 0;
  std::set<MessageId> text_ids;
  std::map<MessageId, ContentId> contents;

  std::uint8_t roll(std::uint8_t sides) { return static_cast<std::uint8_t>(chance.bytes(1)[0] % sides); }
  World& world() { return pair.world; }

  void add(Device& device) {
    Job job = world().job(JobKind::add);
    job.key_package = device.offer();
    pair.supporter.disk.outbox.push_back(job);
    for (int rounds = 0; rounds < 20 && !(device.joined() && device.idle()); ++rounds) {
      pair.settle();
      (void)device.round();
    }
    pair.settle();
    ASSERT_TRUE(device.joined());
  }
  // What each of the three wants. All want Eva out, which only one of them has to do.
  void wishes() {
    for (Device* device : racers()) {
      for (int i = 0; i < 2 + roll(2); ++i) want(*device, roll(2) == 0 ? JobKind::update : JobKind::text);
      Job out = world().job(JobKind::remove);
      out.member = leaving.self().member;
      device->disk.outbox.insert(device->disk.outbox.begin() + roll(2), out);
    }
    ++commits_wanted;
    Job in = world().job(JobKind::add);
    in.key_package = newcomer.offer();
    racers()[roll(2) == 0 ? 0 : 2]->disk.outbox.push_back(in);
    ++commits_wanted;
    commits_wanted += world().server.epoch;
  }
  void want(Device& device, JobKind kind) {
    Job job = kind == JobKind::text ? world().text_job("ord") : world().job(kind);
    if (kind == JobKind::update) ++commits_wanted;
    if (kind == JobKind::text) {
      text_ids.insert(job.id);
      contents[job.id] = job.content;
    }
    device.disk.outbox.push_back(std::move(job));
  }
  std::vector<Device*> racers() { return {&pair.supporter, &pair.parent, &second}; }

  // One small step of somebody; now and then a crash.
  void step() {
    const auto all = racers();
    Device& device = *all[roll(3)];
    switch (roll(8)) {
      case 0:
      case 1:
        (void)device.prepare();
        break;
      case 2:
      case 3:
        (void)device.transmit();
        break;
      case 4:
        device.crash();
        break;
      default:
        (void)device.drain(1);
    }
  }
  bool done() {
    const auto all = racers();
    return std::ranges::all_of(all, [](const Device* device) { return device->idle(); });
  }
};

TEST(DeviceRace, EveryWishComesTrueOnceAndAllEndInTheSameEpoch) {
  std::uint64_t refused = 0;
  for (std::uint64_t seed = kRaceSeeds; seed < kRaceSeeds + kRaces; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto race = std::make_unique<Race>(seed);
    race->world().batch = 1;
    race->world().trust_answers = race->roll(2) == 0;
    for (int i = 0; i < kStepsMax && !race->done(); ++i) race->step();
    ASSERT_TRUE(race->done());
    // The newcomer says hello, everybody reads it.
    for (int i = 0; i < 10; ++i) {
      (void)race->newcomer.round();
      for (Device* device : race->racers()) (void)device->round();
    }
    expect_whole(race->world(), {&race->pair.supporter, &race->pair.parent, &race->second, &race->newcomer},
                 race->text_ids, race->contents);
    EXPECT_EQ(race->world().server.epoch, race->commits_wanted);
    EXPECT_EQ(race->pair.supporter.circle().devices().size(), 4u);
    (void)race->leaving.drain(kEverything);
    EXPECT_FALSE(race->leaving.circle().active());
    refused += race->world().server.commits_refused;
    if (::testing::Test::HasFailure()) FAIL();
  }
  std::printf("%u races, %u commits refused\n", static_cast<unsigned>(kRaces), static_cast<unsigned>(refused));
  EXPECT_GE(refused, kRaces);  // else nobody raced
}

}  // namespace
}  // namespace bredvid::circle::model
