// Key packages kept ready: used once, run dry, renewed, stored, forgotten.
#include "crypto/circle/key_package_pool.h"

#include "tests/crypto/circle/circle_world.h"

namespace bredvid::circle {
namespace {

constexpr std::uint64_t kNowS = std::uint64_t{kToday} * 86'400;
constexpr std::uint64_t kDayS = 86'400;

// The part of a server that hands out key packages.
struct Shelf {
  std::vector<Bytes> once;
  Bytes last_resort;

  void take(const Publication& publication) {
    once.insert(once.end(), publication.once.begin(), publication.once.end());
    if (publication.last_resort) last_resort = *publication.last_resort;
    for (const Bytes& reference : publication.withdraw) {
      std::erase_if(once, [&](const Bytes& each) { return *mls::key_package_reference(each) == reference; });
    }
  }
  Bytes hand_out() {
    if (once.empty()) return last_resort;
    Bytes first = once.front();
    once.erase(once.begin());
    return first;
  }
  [[nodiscard]] std::vector<Bytes> references() const {
    std::vector<Bytes> all;
    for (const Bytes& each : once) all.push_back(*mls::key_package_reference(each));
    if (!last_resort.empty()) all.push_back(*mls::key_package_reference(last_resort));
    return all;
  }
};

class KeyPackagePoolTest : public CircleWorld {
 protected:
  const Identity self_{Role::supporter, MemberId::fresh(random_), DeviceId::fresh(random_)};
  KeyPackagePool pool_ = *KeyPackagePool::create(self_, "Bo");
  Shelf shelf_;

  struct Invitation {
    CircleId circle;
    Bytes welcome;
    Bytes introduction;
  };
  // Another circle adds this device.
  Invitation invite_device() { return invite_with(shelf_.hand_out()); }
  Invitation invite_with(const Bytes& key_package) {
    const CircleId id = CircleId::fresh(random_);
    auto circle =
        *Circle::create(id, {Role::supporter, MemberId::fresh(random_), DeviceId::fresh(random_)}, "Eva", random_);
    const auto commit = circle.add_by_welcome(key_package, kToday, random_);
    EXPECT_TRUE(commit && commit->welcome);
    return {id, *commit->welcome, commit->introduction};
  }
  Outcome<Circle> join(const Invitation& invitation) {
    return pool_.join(invitation.circle, invitation.welcome, invitation.introduction, random_);
  }
  void reload() {
    auto restored = KeyPackagePool::restore(pool_.serialize().view());
    ASSERT_TRUE(restored);
    EXPECT_TRUE(equal_constant_time(restored->serialize(), pool_.serialize()));
    pool_ = std::move(*restored);
  }
  Code refusal(const Invitation& invitation) {
    const SecretBytes before = pool_.serialize();
    const auto refused = join(invitation);
    EXPECT_FALSE(refused);
    EXPECT_TRUE(equal_constant_time(before, pool_.serialize()));
    return refused ? Code::not_allowed : refused.error().code;
  }
};

TEST_F(KeyPackagePoolTest, EachIsGoodOnceAndTheRestStay) {
  const auto publication = pool_.refill(kNowS, random_);
  ASSERT_TRUE(publication && publication->last_resort);
  EXPECT_EQ(publication->once.size(), kPoolTarget);
  for (const Bytes& each : publication->once) {
    EXPECT_EQ(mls::key_package_use(each), mls::KeyPackageUse::once);
    EXPECT_EQ(mls::inspect_key_package(each)->identity, self_.encode());
  }
  EXPECT_EQ(mls::key_package_use(*publication->last_resort), mls::KeyPackageUse::last_resort);
  shelf_.take(*publication);
  reload();

  const Bytes used = shelf_.hand_out();
  const Invitation first = invite_with(used);
  EXPECT_EQ(pool_.find(first.welcome), *mls::key_package_reference(used));
  Invitation spoilt = first;
  spoilt.introduction.back() ^= 1;
  EXPECT_EQ(refusal(spoilt), Code::join_failed);  // and is not used up by that
  const auto joined = join(first);
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->self(), self_);
  EXPECT_EQ(joined->id(), first.circle);
  // Neither the same Welcome nor another one to the same key package is of use any more.
  reload();
  EXPECT_EQ(refusal(first), Code::join_failed);
  EXPECT_EQ(refusal(invite_with(used)), Code::join_failed);
  EXPECT_TRUE(join(invite_device()));
}

TEST_F(KeyPackagePoolTest, NothingIsMadeAboveTheLowWaterMark) {
  shelf_.take(*pool_.refill(kNowS, random_));
  for (std::size_t left = kPoolTarget - 1; left >= kPoolLowWater; --left) {
    (void)shelf_.hand_out();
    const PoolAudit audit = pool_.audit(shelf_.references());
    EXPECT_EQ(audit.available, left);
    EXPECT_EQ(audit.taken, 1u);
    EXPECT_FALSE(audit.low);
    EXPECT_FALSE(audit.renew_last_resort);
    const auto none = pool_.refill(kNowS, random_);
    EXPECT_TRUE(none->once.empty() && !none->last_resort && none->withdraw.empty());
  }
  (void)shelf_.hand_out();
  EXPECT_TRUE(pool_.audit(shelf_.references()).low);
  EXPECT_EQ(pool_.refill(kNowS, random_)->once.size(), kPoolTarget - (kPoolLowWater - 1));
}

TEST_F(KeyPackagePoolTest, RunDryTheLastResortServesTwiceIsReportedAndRenewed) {
  shelf_.take(*pool_.refill(kNowS, random_));
  std::vector<Invitation> waiting;
  for (std::size_t i = 0; i < kPoolTarget + 2; ++i) waiting.push_back(invite_device());
  EXPECT_EQ(shelf_.hand_out(), shelf_.last_resort);
  for (const Invitation& invitation : waiting) {
    EXPECT_TRUE(join(invitation));
    reload();
  }
  const PoolAudit audit = pool_.audit(shelf_.references());
  EXPECT_EQ(audit.available, 0u);
  EXPECT_EQ(audit.last_resort_uses, 2u);
  EXPECT_TRUE(audit.low);
  EXPECT_TRUE(audit.renew_last_resort);
  EXPECT_TRUE(audit.unknown.empty());

  const Bytes before = shelf_.last_resort;
  const auto renewed = pool_.refill(kNowS, random_);
  ASSERT_TRUE(renewed && renewed->last_resort);
  EXPECT_EQ(renewed->once.size(), kPoolTarget);
  EXPECT_EQ(renewed->withdraw, std::vector<Bytes>{*mls::key_package_reference(before)});
  shelf_.take(*renewed);
  reload();
  EXPECT_FALSE(pool_.audit(shelf_.references()).renew_last_resort);
  // A Welcome to the one before may have been under way; to the one before that not any more.
  EXPECT_TRUE(join(invite_with(before)));
  (void)pool_.audit({});
  shelf_.take(*pool_.refill(kNowS, random_));
  EXPECT_EQ(refusal(invite_with(before)), Code::join_failed);
}

// Handed out while all others were gone: most likely used, though no Welcome has come yet.
TEST_F(KeyPackagePoolTest, ADryShelfRenewsTheLastResortEvenUnused) {
  shelf_.take(*pool_.refill(kNowS, random_));
  for (std::size_t i = 0; i < kPoolTarget; ++i) (void)shelf_.hand_out();
  EXPECT_TRUE(pool_.audit(shelf_.references()).renew_last_resort);
  reload();
  EXPECT_TRUE(pool_.refill(kNowS, random_)->last_resort);
}

TEST_F(KeyPackagePoolTest, WhatIsNearItsEndIsReplacedAndWhatIsPastItForgotten) {
  shelf_.take(*pool_.refill(kNowS, random_));
  const std::vector<Bytes> old = shelf_.references();
  const Invitation early = invite_device();
  const Invitation late = invite_device();
  const std::uint64_t lasting = kNowS + kPoolLifetimeS - kPoolRefreshS;
  EXPECT_TRUE(pool_.refill(lasting, random_)->withdraw.empty());
  const auto replaced = pool_.refill(lasting + 1, random_);
  ASSERT_TRUE(replaced && replaced->last_resort);
  EXPECT_EQ(replaced->once.size(), kPoolTarget);
  EXPECT_EQ(replaced->withdraw.size(), old.size());
  EXPECT_TRUE(join(early));  // withdrawn, but still good
  (void)pool_.refill(kNowS + kPoolLifetimeS + 1, random_);
  EXPECT_EQ(refusal(late), Code::join_failed);
  EXPECT_FALSE(pool_.find(late.welcome));
  for (const Bytes& each : replaced->once) {
    const auto lifetime = mls::key_package_lifetime(each);
    EXPECT_EQ(lifetime->not_before, lasting + 1 - kPoolBackdateS);
    EXPECT_EQ(lifetime->not_after, lasting + 1 + kPoolLifetimeS);
    EXPECT_LE(lifetime->not_after - lifetime->not_before, mls::kMaxLifetimeS);
  }
}

TEST_F(KeyPackagePoolTest, AddersRefuseWhatIsOutOfItsLifetime) {
  shelf_.take(*pool_.refill(kNowS, random_));
  Phone supporter = start();
  const auto refused = [&](std::uint32_t day) {
    const SecretBytes before = supporter.circle.serialize();
    const auto commit = supporter.circle.add_by_welcome(shelf_.once.front(), day, random_);
    EXPECT_EQ(equal_constant_time(before, supporter.circle.serialize()), !commit);
    supporter.circle.commit_rejected();
    return !commit;
  };
  const std::uint32_t last = static_cast<std::uint32_t>((kNowS + kPoolLifetimeS) / kDayS);
  EXPECT_TRUE(refused(last + 1));
  EXPECT_TRUE(refused(kToday - 2));
  EXPECT_FALSE(refused(last));
  EXPECT_FALSE(refused(kToday - 1));
}

// Somebody put a key package on our shelf, or the server kept one that we have withdrawn.
TEST_F(KeyPackagePoolTest, StrangersOnTheShelfAreNamed) {
  shelf_.take(*pool_.refill(kNowS, random_));
  std::vector<Bytes> published = shelf_.references();
  published.push_back(Bytes(32, 7));
  EXPECT_EQ(pool_.audit(published).unknown, std::vector<Bytes>{Bytes(32, 7)});
}

TEST_F(KeyPackagePoolTest, WhatWasNeverPublishedIsNotPublishedLater) {
  const auto cut_short = pool_.refill(kNowS, random_);  // persisted; then the phone died
  reload();
  const PoolAudit audit = pool_.audit({});
  EXPECT_EQ(audit.taken, kPoolTarget);
  const auto again = pool_.refill(kNowS, random_);
  EXPECT_EQ(again->once.size(), kPoolTarget);
  for (const Bytes& each : again->once) {
    EXPECT_EQ(std::ranges::find(cut_short->once, each), cut_short->once.end());
  }
  // However often that happens, the pool stays small.
  for (int i = 0; i < 20; ++i) {
    (void)pool_.audit({});
    ASSERT_TRUE(pool_.refill(kNowS, random_));
    reload();
  }
  EXPECT_LE(pool_.serialize().size(), 30'000u);
}

TEST_F(KeyPackagePoolTest, BadArgumentsAndDamagedPoolsAreRefused) {
  EXPECT_EQ(KeyPackagePool::create(self_, "").error().code, Code::not_allowed);
  const SecretBytes empty = pool_.serialize();
  EXPECT_EQ(pool_.refill(~std::uint64_t{0}, random_).error().code, Code::not_allowed);
  EXPECT_TRUE(equal_constant_time(empty, pool_.serialize()));
  EXPECT_EQ(refusal({circle_, Bytes(40, 1), {}}), Code::join_failed);
  shelf_.take(*pool_.refill(kNowS, random_));
  const SecretBytes stored = pool_.serialize();
  for (std::size_t size = 0; size < stored.size(); size += 173) {
    ASSERT_EQ(KeyPackagePool::restore(stored.view().first(size)).error().code, Code::state_bad);
  }
  EXPECT_FALSE(KeyPackagePool::restore(concat({stored.view(), Bytes{0}})));
  Bytes newer = to_bytes(stored.view());
  newer[0] = 2;
  EXPECT_FALSE(KeyPackagePool::restore(newer));
  Bytes other = to_bytes(stored.view());
  other[10] ^= 1;  // the member: no longer that of the key packages
  EXPECT_FALSE(KeyPackagePool::restore(other));
}

}  // namespace
}  // namespace bredvid::circle
