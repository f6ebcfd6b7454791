// The same for what a client does: the lock, slips, joining by slip and by Welcome, messages that carry keys, storing
// and opening, commits, and at last everything disposed of.
#include "crypto/circle/circle.h"
#include "crypto/circle/vault.h"
#include "crypto/primitives/hash.h"
#include "tests/crypto/circle/circle_world.h"
#include "tests/secrets/learn.h"

namespace bredvid::circle {
namespace {

using watch::during;

constexpr std::string_view kPin = "elva röda ekorrar i trädet";

std::string listed(const watch::Finds& finds) {
  std::string text;
  for (const auto& [name, places] : finds) text += "  " + name + " (" + std::to_string(places) + ")\n";
  return text;
}

class Household {
 public:
  void unlock() {
    share_ = random_.secret(kLockKeySize);
    watch::learn(share_.view(), "the server's share");
    during("stretch the pin", [&] { stretched_ = std::move(*stretch_pin(bytes_of(kPin), Bytes(16, 3))); });
    watch::learn(stretched_.view(), "the stretched pin");
    during("unlock", [&] { vault_.emplace(*Vault::unlock(stretched_, share_.view())); });
    SecretBytes both(2 * kLockKeySize);
    std::ranges::copy(stretched_.view(), both.mutable_view().begin());
    std::ranges::copy(share_.view(), both.mutable_view().begin() + kLockKeySize);
    const SecretBytes prk = crypto::hkdf_extract(bytes_of("bredvid lock v1"), both.view());
    watch::learn(both.view(), "pin and share together");
    watch::learn(prk.view(), "what the storage key is made of");
    watch::learn(crypto::hkdf_expand<kLockKeySize>(prk.view(), bytes_of("storage")).view(), "the storage key");
  }

  void create() {
    const Identity self{Role::supporter, MemberId::fresh(random_), DeviceId::fresh(random_)};
    during("create", [&] { kerstin_.emplace(Phone{*Circle::create(id_, self, "Kerstin", random_)}); });
    learn_all();
  }

  void invite_and_join() {
    std::optional<MadeSlip> made;
    during("make a slip", [&] {
      made.emplace(*kerstin_->circle.make_slip({SlipForm::qr, Role::parent, kToday + 7, kToday, std::nullopt},
                                               ContentId::fresh(random_), now_ms_++, random_));
    });
    watch::learn(made->slip.secret.view(), "a slip's secret");
    watch::learn(redeem_token(made->slip).view(), "a slip's redeem token");
    const SlipKeys keys = derive_slip_keys(made->slip);
    watch::learn(keys.join.view(), "a slip's join key");
    watch::learn(keys.psk.view(), "a slip's psk");
    send(made->notice);
    server_.refresh(made->packages);
    const Bytes sealed = server_.packages.at(made->slip.selector);
    std::optional<Joined> joined;
    during("join by slip", [&] {
      joined.emplace(*Circle::join({made->slip, id_, sealed, DeviceId::fresh(random_), "Sara", kToday}, random_));
    });
    commit(joined->commit);
    sara_.emplace(Phone{std::move(joined->circle), server_.log.size()});
    greet(*sara_);
    fetch_all();
    greet(*kerstin_);
    fetch_all();
  }

  void add_a_device() {
    const Identity self{Role::supporter, MemberId::fresh(random_), DeviceId::fresh(random_)};
    std::optional<NewDevice> device;
    during("offer a device", [&] { device.emplace(*Circle::offer(self, "Berit", random_)); });
    watch::learn(device->bundle.init_private.view(), "an init private key");
    watch::learn(device->signature_key.seed.view(), "a signature seed");
    std::optional<OutgoingCommit> added;
    during("add a device",
           [&] { added.emplace(*kerstin_->circle.add_by_welcome(device->bundle.key_package, kToday, random_)); });
    commit(*added);
    watch::published(*added->welcome);
    during("join by welcome", [&] {
      berit_.emplace(Phone{*Circle::join_by_welcome(id_, *device, *added->welcome, added->introduction, random_),
                           server_.log.size()});
    });
    fetch_all();
  }

  void talk() {
    for (Phone* phone : {&*sara_, &*kerstin_, &*berit_}) {
      std::optional<Outgoing> sent;
      during("send", [&] {
        sent.emplace(*phone->circle.send({ContentId::fresh(random_), now_ms_++, Text{"Hur är det idag?"}}, random_));
      });
      send(*sent);
      fetch_all();
    }
  }

  void seal_and_open() {
    for (Phone* phone : {&*sara_, &*kerstin_, &*berit_}) {
      Bytes sealed;
      during("seal", [&] { sealed = *vault_->seal("circle", phone->circle.serialize().view(), random_); });
      watch::published(sealed);
      during("open", [&] {
        const SecretBytes plain = std::move(*vault_->open("circle", sealed));
        phone->circle = *Circle::restore(plain.view());
      });
      during("refuse another place", [&] { EXPECT_FALSE(vault_->open("other", sealed)); });
    }
  }

  void renew_and_remove() {
    std::optional<OutgoingCommit> made;
    during("update", [&] { made.emplace(*sara_->circle.update(kToday, random_)); });
    commit(*made);
    fetch_all();
    during("remove",
           [&] { made.emplace(*kerstin_->circle.remove_member(berit_->circle.self().member, kToday, random_)); });
    commit(*made);
    fetch_all();
    during("tags", [&] {
      const auto tags = kerstin_->circle.tags_for(sara_->circle.self().member, 1, kToday, 2026);
      EXPECT_TRUE(tags);
    });
  }

  void live() {
    unlock();
    create();
    invite_and_join();
    talk_of_two();
    add_a_device();
    talk();
    seal_and_open();
    renew_and_remove();
  }

  void dispose() {
    during("dispose", [&] {
      kerstin_.reset();
      sara_.reset();
      berit_.reset();
      vault_.reset();
      stretched_ = SecretBytes();
      share_ = SecretBytes();
    });
  }

 private:
  void talk_of_two() {
    std::optional<Outgoing> sent;
    during("send",
           [&] { sent.emplace(*sara_->circle.send({ContentId::fresh(random_), now_ms_++, Text{"Tack."}}, random_)); });
    send(*sent);
    fetch_all();
  }
  void send(const Outgoing& outgoing) {
    watch::published(outgoing.blob);
    ASSERT_TRUE(server_.send(outgoing));
  }
  void commit(const OutgoingCommit& outgoing) {
    watch::published(outgoing.commit);
    ASSERT_TRUE(server_.commit(outgoing));
  }
  void greet(Phone& phone) {
    std::optional<Outgoing> hello;
    during("say hello", [&] { hello.emplace(*phone.circle.hello(ContentId::fresh(random_), now_ms_++, random_)); });
    send(*hello);
  }
  void fetch_all() {
    for (std::optional<Phone>* phone : {&kerstin_, &sara_, &berit_}) {
      if (*phone) during("receive", [&] { (void)(*phone)->fetch(server_); });
    }
    learn_all();
  }
  void learn_all() {
    for (std::optional<Phone>* phone : {&kerstin_, &sara_, &berit_}) {
      if (!*phone || !(*phone)->circle.active()) continue;
      const SecretBytes bytes = (*phone)->circle.serialize();
      const auto state = CircleState::restore(bytes.view());
      ASSERT_TRUE(state);
      const SecretBytes group = state->group.serialize();
      tls::Reader reader(group.view());
      const std::uint8_t version = reader.u8();
      watch::learn_state(mls::GroupState::decode(reader, version));
      for (const RosterEntry& entry : state->roster) watch::learn(entry.count_secret.view(), "a count secret");
    }
  }

  watch::WatchedRandom random_{9};
  CircleId id_ = CircleId::fresh(random_);
  Server server_;
  std::uint64_t now_ms_ = std::uint64_t{kToday} * 86'400'000;
  SecretBytes share_;
  SecretBytes stretched_;
  std::optional<Vault> vault_;
  std::optional<Phone> kerstin_, sara_, berit_;
};

TEST(CircleLife, LeavesNoSecretInMemory) {
  watch::start();
  watch::learn(bytes_of(kPin), "the pin");
  {
    Household household;
    household.live();
    watch::Finds finds = watch::search();
    std::erase_if(finds, [](const auto& find) { return find.first.rfind("live", 0) == 0; });
    EXPECT_TRUE(finds.empty()) << listed(finds);
    household.dispose();
  }
  for (const char* kind :
       {"the storage key", "the stretched pin", "a slip's psk", "a slip's join key", "a count secret",
        "a slip's secret", "a signature seed", "a leaf private key", "init secret"}) {
    EXPECT_EQ(watch::published_of(kind), 0U) << kind;
  }
  EXPECT_GT(watch::learnt(), 500U);
  const watch::Finds finds = watch::search();
  EXPECT_TRUE(finds.empty()) << listed(finds);
}

// A slip's text is its secret, so it is wiped wherever it was put together.
TEST(CircleLife, ASlipsTextIsWiped) {
  watch::start();
  watch::WatchedRandom random(11);
  {
    const Slip slip = make_slip(SlipForm::qr, random);
    std::string text;
    during("write a slip", [&] { text = slip_text(slip); });
    watch::learn(bytes_of(text), "a slip's text");
    during("read a slip", [&] { EXPECT_TRUE(parse_slip(text)); });
    wipe(text.data(), text.size());
  }
  const watch::Finds finds = watch::search();
  EXPECT_TRUE(finds.empty()) << listed(finds);
}

}  // namespace
}  // namespace bredvid::circle
