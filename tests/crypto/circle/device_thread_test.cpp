// A device that was away: for weeks, for too long, or for good.
#include "tests/crypto/circle/device_pair.h"

namespace bredvid::circle::model {
namespace {

constexpr std::uint64_t kThreadRuns = 40'000'000;

std::unique_ptr<Pair> pair_of(std::uint64_t number) {
  return std::make_unique<Pair>(kThreadRuns + number);
}

template <typename T>
std::size_t count(const std::vector<Event>& events) {
  return static_cast<std::size_t>(
      std::ranges::count_if(events, [](const Event& event) { return std::holds_alternative<T>(event); }));
}

// A slip with `replaces`, and the device that comes back in with it from where the log is now.
void come_back(Pair& pair, Device& device, const MemberId& member) {
  Job job = pair.world.job(JobKind::invite);
  job.member = member;
  const std::size_t slips = pair.supporter.disk.slips.size();
  pair.supporter.disk.outbox.push_back(job);
  for (int i = 0; i < 5; ++i) (void)pair.supporter.round();
  ASSERT_GT(pair.supporter.disk.slips.size(), slips);
  device.slip = pair.supporter.disk.slips.back();
  for (int i = 0; i < 5; ++i) {
    (void)device.round();
    (void)pair.supporter.round();
  }
  ASSERT_TRUE(device.joined());
}

TEST(DeviceThread, WeeksOfSleepAreCaughtUpInOrderWithinABoundedState) {
  constexpr int kCommits = 300;
  constexpr int kMessages = 2000;
  const auto pair = pair_of(1);
  std::vector<ContentId> said;
  for (int i = 0, commits = 0; i < kMessages; ++i) {
    said.push_back(pair->say(pair->supporter, "ord " + std::to_string(i)));
    if (commits < kCommits && i % (kMessages / kCommits) == 0) {
      pair->supporter.disk.outbox.push_back(pair->world.job(JobKind::update));
      ++commits;
    }
    while (!pair->supporter.idle()) ASSERT_TRUE(pair->supporter.round());
  }
  const std::uint64_t slept = pair->world.server.epoch - pair->parent.circle().epoch();
  EXPECT_EQ(slept, static_cast<std::uint64_t>(kCommits));
  std::size_t largest = 0;
  while (!pair->parent.idle()) {
    ASSERT_TRUE(pair->parent.drain(1));
    largest = std::max(largest, pair->parent.disk.circle.size());
  }
  EXPECT_EQ(pair->parent.disk.shown, said);
  pair->expect_together();
  std::printf("state: %zu bytes asleep and awake at most, %zu of the writer\n", largest,
              pair->supporter.disk.circle.size());
  EXPECT_LE(largest, 20'000u);
  EXPECT_LE(pair->supporter.disk.circle.size(), 20'000u);
}

// Gaps in what arrives keep keys in the state, up to the limits of the ratchets; it can still be stored and read.
TEST(DeviceThread, GapsCannotMakeTheStateLargerThanItsLimit) {
  const auto pair = pair_of(2);
  Circle& parent = pair->parent.circle();
  for (int epoch = 0; epoch < 6; ++epoch) {
    for (int lap = 0; lap < 3; ++lap) {
      std::optional<Outgoing> last;
      for (int i = 0; i < 256; ++i) {
        last = *pair->supporter.circle().send({ContentId::fresh(pair->world.random), 1, Text{"."}}, pair->world.random);
      }
      ASSERT_EQ(count<Said>(parent.receive(EnvelopeKind::message, last->epoch, last->blob)), 1u);
    }
    const auto commit = pair->supporter.circle().update(kToday, pair->world.random);
    ASSERT_TRUE(pair->supporter.circle().commit_accepted());
    ASSERT_EQ(count<KeysUpdated>(parent.receive(EnvelopeKind::commit, commit->epoch, commit->commit)), 1u);
  }
  const SecretBytes stored = parent.serialize();
  std::printf("state: %zu bytes with gaps everywhere\n", stored.size());
  // Five epochs, 256 keys of 48 bytes each, of one device.
  EXPECT_LE(stored.size(), 5 * 256 * 50 + 20'000u);
  EXPECT_TRUE(Circle::restore(stored.view()));
}

TEST(DeviceThread, WhoMissedTooMuchIsToldOnceAndComesBackWithASlip) {
  const auto pair = pair_of(3);
  const MemberId parent = pair->parent.circle().self().member;
  const auto tags_before = pair->supporter.circle().tags_for(parent, 3, kToday, 2024);
  for (int i = 0; i < 3; ++i) {
    (void)pair->say(pair->supporter, "försvinner");
    pair->supporter.disk.outbox.push_back(pair->world.job(JobKind::update));
    while (!pair->supporter.idle()) ASSERT_TRUE(pair->supporter.round());
  }
  // The server has deleted what was too old; this is what is left.
  const ContentId left = pair->say(pair->supporter, "finns kvar");
  while (!pair->supporter.idle()) ASSERT_TRUE(pair->supporter.round());
  const ServerEntry& first_left = pair->world.server.log.back();
  Circle& lost = pair->parent.circle();
  EXPECT_FALSE(lost.thread_lost());
  auto events = lost.receive(first_left.kind, first_left.epoch, first_left.blob);
  EXPECT_EQ(count<Unreadable>(events), 1u);
  EXPECT_EQ(count<ThreadLost>(events), 1u);
  auto restored = Circle::restore(lost.serialize().view());
  ASSERT_TRUE(restored);
  EXPECT_TRUE(restored->thread_lost());
  expect_no_trace(*restored, [&] {
    events = restored->receive(first_left.kind, first_left.epoch, first_left.blob);
    EXPECT_EQ(count<ThreadLost>(events), 0u);
  });

  // The same phone, the same device id: a new state takes the old one's place.
  Device again(pair->world, pair->parent.circle().self(), "Amira");
  come_back(*pair, again, parent);
  EXPECT_EQ(again.circle().self(), pair->parent.circle().self());
  EXPECT_EQ(pair->supporter.circle().devices().size(), 2u);
  const ContentId onwards = pair->say(pair->supporter, "välkommen tillbaka");
  for (int i = 0; i < 4; ++i) {
    (void)pair->supporter.round();
    (void)again.round();
  }
  EXPECT_EQ(again.disk.shown, std::vector{onwards});
  EXPECT_NE(onwards, left);
  EXPECT_FALSE(again.circle().thread_lost());
  EXPECT_EQ(again.circle().tags_for(parent, 3, kToday, 2024)->tag, tags_before->tag);
  EXPECT_TRUE(again.disk.trouble.empty());
}

// Only the server's own word on the epoch counts: a member could write any number into a message.
TEST(DeviceThread, AMessageThatClaimsAnotherEpochLosesNothing) {
  const auto pair = pair_of(4);
  pair->supporter.disk.outbox.push_back(pair->world.job(JobKind::update));
  pair->settle();
  auto later = *Circle::restore(pair->supporter.circle().serialize().view());
  (void)later.update(kToday, pair->world.random);
  ASSERT_TRUE(later.commit_accepted());
  const auto ahead = later.send({ContentId::fresh(pair->world.random), 1, Text{"förväg"}}, pair->world.random);
  Circle& parent = pair->parent.circle();
  expect_no_trace(parent, [&] {
    const auto events = parent.receive(EnvelopeKind::message, parent.epoch(), ahead->blob);
    EXPECT_EQ(count<Unreadable>(events), 1u);
    EXPECT_EQ(count<ThreadLost>(events), 0u);
    // What is over is over: an old commit of an epoch behind us is no loss either.
    const ServerEntry& old = pair->world.server.log.back();
    ASSERT_EQ(old.kind, EnvelopeKind::commit);
    EXPECT_EQ(count<ThreadLost>(parent.receive(old.kind, old.epoch, old.blob)), 0u);
  });
}

TEST(DeviceThread, ACommitThatTheServerTookAndWeCannotUseIsALostThread) {
  const auto pair = pair_of(5);
  auto& parent = pair->parent.circle();
  const std::uint64_t epoch = parent.epoch();
  const auto commit = pair->supporter.circle().update(kToday, pair->world.random);
  for (const Bytes& blob : {Bytes{}, Bytes(30, 1), commit->commit}) {
    auto circle = *Circle::restore(parent.serialize().view());
    Bytes broken = blob;
    if (!broken.empty()) broken.back() ^= 1;
    const auto events = circle.receive(EnvelopeKind::commit, epoch, broken);
    EXPECT_EQ(count<ThreadLost>(events), 1u);
    EXPECT_TRUE(circle.thread_lost());
    // It was a false alarm if the real one comes after all.
    const auto good = circle.receive(EnvelopeKind::commit, epoch, commit->commit);
    EXPECT_EQ(count<KeysUpdated>(good), 1u);
    EXPECT_FALSE(circle.thread_lost());
  }
}

TEST(DeviceThread, ACircleIsStartedAfreshWithTheSamePeople) {
  const auto pair = pair_of(6);
  World& world = pair->world;
  Job second_slip = world.job(JobKind::invite);
  pair->supporter.disk.outbox.push_back(second_slip);
  for (int i = 0; i < 4; ++i) (void)pair->supporter.round();
  Device father(world, fresh_identity(world, Role::parent), "Far");
  father.slip = pair->supporter.disk.slips.back();
  (void)father.round();
  for (int i = 0; i < 3; ++i) {
    (void)father.round();
    pair->settle();
  }
  const Circle& before = pair->supporter.circle();
  const MemberId mother_id = pair->parent.circle().self().member;
  const MemberId father_id = father.circle().self().member;
  const auto mother_tags = before.tags_for(mother_id, 5, kToday, 2024);
  const auto father_tags = before.tags_for(father_id, 5, kToday, 2024);
  ASSERT_TRUE(mother_tags && father_tags);

  const CircleId next = CircleId::fresh(world.random);
  const DeviceId own = before.self().device;
  EXPECT_EQ(Circle::create_afresh(before, before.id(), own, world.random).error().code, Code::not_allowed);
  EXPECT_EQ(Circle::create_afresh(father.circle(), next, own, world.random).error().code, Code::not_allowed);
  auto fresh = Circle::create_afresh(before, next, own, world.random);
  ASSERT_TRUE(fresh);
  EXPECT_EQ(fresh->self(), before.self());
  EXPECT_EQ(fresh->epoch(), 0u);
  EXPECT_EQ(fresh->restarted_from(), before.id());
  EXPECT_TRUE(fresh->live_slips().empty());
  EXPECT_EQ(fresh->roster().size(), before.roster().size());
  EXPECT_EQ(Circle::restore(fresh->serialize().view())->restarted_from(), before.id());

  // Both come in with nobody else online.
  std::vector<Circle> joined;
  std::vector<SealedPackage> packages;
  std::vector<Slip> slips;
  for (const MemberId& member : {mother_id, father_id}) {
    auto made = fresh->make_slip({SlipForm::qr, Role::parent, kToday + 7, kToday, member},
                                 ContentId::fresh(world.random), 1, world.random);
    ASSERT_TRUE(made);
    slips.push_back(std::move(made->slip));
    packages = std::move(made->packages);
  }
  std::vector<OutgoingCommit> log;
  for (std::size_t i = 0; i < slips.size(); ++i) {
    const auto package = std::ranges::find(packages, slips[i].selector, &SealedPackage::selector);
    ASSERT_NE(package, packages.end());
    const Device& who = i == 0 ? pair->parent : father;
    auto entered = Circle::join({slips[i], next, package->sealed, who.self().device, i == 0 ? "Amira" : "Far", kToday},
                                world.random);
    ASSERT_TRUE(entered);
    packages = entered->commit.packages;
    log.push_back(entered->commit);
    joined.push_back(std::move(entered->circle));
  }
  for (const OutgoingCommit& commit : log) {
    EXPECT_EQ(count<DeviceJoined>(fresh->receive(EnvelopeKind::commit, commit.epoch, commit.commit)), 1u);
  }
  EXPECT_EQ(count<DeviceJoined>(joined[0].receive(EnvelopeKind::commit, log[1].epoch, log[1].commit)), 1u);

  EXPECT_EQ(joined[0].self().member, mother_id);
  EXPECT_EQ(joined[1].self().member, father_id);
  for (const Circle& circle : joined) {
    EXPECT_EQ(circle.restarted_from(), before.id());  // whoever comes in can be told
    EXPECT_EQ(circle.words(), fresh->words());
  }
  EXPECT_EQ(fresh->tags_for(mother_id, 5, kToday, 2024)->tag, mother_tags->tag);
  EXPECT_EQ(fresh->tags_for(father_id, 5, kToday, 2024)->day_tag, father_tags->day_tag);
  EXPECT_EQ(joined[0].tags_for(mother_id, 5, kToday, 2024)->year_tag, mother_tags->year_tag);
  EXPECT_EQ(joined[1].tags_for(father_id, 5, kToday, 2024)->tag, father_tags->tag);
  const auto word = joined[1].send({ContentId::fresh(world.random), 1, Text{"Hej igen"}}, world.random);
  EXPECT_EQ(count<Said>(fresh->receive(EnvelopeKind::message, word->epoch, word->blob)), 1u);
  EXPECT_EQ(count<Said>(joined[0].receive(EnvelopeKind::message, word->epoch, word->blob)), 1u);
}

}  // namespace
}  // namespace bredvid::circle::model
