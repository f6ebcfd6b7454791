// A whole life of a group, and then a look at all memory: nothing of what was secret may lie where it was freed, nor
// anywhere when all is disposed of, nor on the stack that each step left.
#include <gtest/gtest.h>

#include "crypto/mls/group.h"
#include "tests/crypto/mls/open_state.h"
#include "tests/secrets/learn.h"

namespace bredvid::mls {
namespace {

using watch::during;

constexpr std::size_t kBucket = 256;
const Bytes kPskId{7, 7, 7};

CommitPolicy accepts_all() {
  return [](const CommitApplied&) { return true; };
}

std::string listed(const watch::Finds& finds) {
  std::string text;
  for (const auto& [name, places] : finds) text += "  " + name + " (" + std::to_string(places) + ")\n";
  return text;
}

// The steps of a life. Each is `during`, so the stack is kept after each; each tells the watch what came out.
class Life {
 public:
  Life() {
    psk_ = random_.secret(32);
    watch::learn(psk_.view(), "a psk");
  }

  OwnIdentity identity(std::string_view name) {
    return {to_bytes(bytes_of(name)), crypto::make_signature_key(random_)};
  }

  PskLookup lookup() {
    return [this](ByteView id) -> std::optional<SecretBytes> {
      if (!equal_public(id, kPskId)) return std::nullopt;
      return psk_.clone();
    };
  }

  void create() {
    during("create", [&] { anna_.emplace(*Group::create(bytes_of("life"), identity("anna"), {}, random_)); });
    learn_all();
  }

  void add_by_welcome() {
    const OwnIdentity bo = identity("bo");
    std::optional<KeyPackageBundle> bundle;
    during("make key package", [&] { bundle.emplace(*make_key_package(bo, {}, random_)); });
    watch::learn(bundle->init_private.view(), "an init private key");
    watch::learn(bundle->encryption_private.view(), "a leaf private key");
    during("store key package", [&] {
      const SecretBytes bytes = bundle->serialize();
      bundle.emplace(*KeyPackageBundle::restore(bytes.view()));
    });
    CommitRequest request;
    request.add = {bundle->key_package};
    request.psks.push_back({kPskId, psk_.clone()});
    request.format = HandshakeFormat::public_message;  // so that the PSK's nonce is seen to be public
    std::optional<PendingCommit> pending;
    during("commit", [&] { pending.emplace(*anna_->commit(request, random_)); });
    publish(pending->message());
    publish(*pending->welcome());
    publish(pending->group_info());
    during("store pending commit", [&] {
      const SecretBytes bytes = pending->serialize();
      pending.emplace(*PendingCommit::restore(bytes.view()));
    });
    during("join by welcome",
           [&] { bo_.emplace(*Group::join_by_welcome(*pending->welcome(), *bundle, bo, lookup())); });
    during("merge", [&] { EXPECT_TRUE(anna_->merge(std::move(*pending)).has_value()); });
    learn_all();
  }

  void join_externally() {
    Bytes info;
    during("group info", [&] { info = *anna_->group_info(); });
    publish(info);
    const OwnIdentity cilla = identity("cilla");
    ExternalJoinRequest request{info, std::nullopt, {}, std::nullopt};
    request.psks.push_back({kPskId, psk_.clone()});
    std::optional<ExternalJoin> joined;
    during("external join", [&] { joined.emplace(*Group::join_external(request, cilla, random_)); });
    publish(joined->commit);
    deliver(joined->commit, {&*anna_, &*bo_});
    cilla_.emplace(std::move(joined->group));
    learn_all();
  }

  void talk(Group& from, std::initializer_list<Group*> to) {
    Bytes first;
    Bytes second;
    during("encrypt", [&] { first = *from.encrypt(slip_key_.view(), kBucket, random_); });
    during("encrypt", [&] { second = *from.encrypt(slip_key_.view(), kBucket, random_); });
    learn_all();
    for (const Bytes* message : {&second, &first}) {  // out of order: a key is skipped and used later
      publish(*message);
      for (Group* group : to) {
        during("decrypt", [&] {
          const auto got = group->process(*message, lookup(), accepts_all());
          ASSERT_TRUE(got.has_value());
          EXPECT_EQ(std::get<ApplicationMessage>(*got).data.size(), slip_key_.size());
        });
      }
      learn_all();
    }
    during("refuse a forged message", [&] {
      Bytes forged = second;
      forged.back() ^= 1;
      for (Group* group : to) EXPECT_FALSE(group->process(forged, lookup(), accepts_all()).has_value());
    });
  }

  void update(Group& from, std::initializer_list<Group*> to) {
    std::optional<PendingCommit> pending;
    during("commit", [&] { pending.emplace(*from.commit({}, random_, lookup())); });
    publish(pending->message());
    publish(pending->group_info());
    deliver(pending->message(), to);
    during("merge", [&] { EXPECT_TRUE(from.merge(std::move(*pending)).has_value()); });
    learn_all();
  }

  void propose_and_commit() {
    Bytes proposal;
    during("propose", [&] { proposal = *bo_->propose(ProposeUpdate{}, random_); });
    publish(proposal);
    deliver(proposal, {&*anna_, &*cilla_});
    learn_all();
    update(*anna_, {&*bo_, &*cilla_});
    Bytes shared;
    during("propose",
           [&] { shared = *bo_->propose(ProposeResumption{bo_->epoch()}, random_, HandshakeFormat::public_message); });
    publish(shared);
    deliver(shared, {&*anna_, &*cilla_});
    update(*anna_, {&*bo_, &*cilla_});
  }

  void drop_a_commit() {
    during("drop a commit", [&] {
      auto dropped = bo_->commit({}, random_, lookup());
      publish(dropped->message());
      publish(dropped->group_info());
    });
  }

  void store_and_restore() {
    for (Group* group : {&*anna_, &*bo_, &*cilla_}) {
      during("store and restore", [&] {
        const SecretBytes bytes = group->serialize();
        *group = std::move(*Group::restore(bytes.view()));
      });
      during("refuse a damaged state", [&] {
        const SecretBytes bytes = group->serialize();
        for (std::size_t size = 0; size < bytes.size(); size += 97) {
          EXPECT_FALSE(Group::restore(bytes.view().first(size)).has_value());
        }
      });
    }
  }

  void export_a_secret() {
    during("export", [&] {
      const auto secret = anna_->export_secret("label", bytes_of("context"), 32);
      watch::learn(secret->view(), "an exported secret");
    });
  }

  void remove(Group& gone) {
    CommitRequest request;
    request.remove = {gone.own_leaf()};
    std::optional<PendingCommit> pending;
    during("commit", [&] { pending.emplace(*anna_->commit(request, random_, lookup())); });
    publish(pending->message());
    publish(pending->group_info());
    deliver(pending->message(), {&*bo_, &*cilla_});
    during("merge", [&] { EXPECT_TRUE(anna_->merge(std::move(*pending)).has_value()); });
    EXPECT_TRUE(gone.is_removed());
    learn_all();
  }

  void live() {
    create();
    add_by_welcome();
    join_externally();
    talk(*anna_, {&*bo_, &*cilla_});
    update(*bo_, {&*anna_, &*cilla_});
    talk(*cilla_, {&*bo_, &*anna_});
    store_and_restore();
    propose_and_commit();
    drop_a_commit();
    for (int i = 0; i < 6; ++i) update(*cilla_, {&*anna_, &*bo_});  // past epochs fall out at the far end
    export_a_secret();
    talk(*bo_, {&*anna_, &*cilla_});
    remove(*bo_);
  }

  void dispose() {
    during("dispose", [&] {
      anna_.reset();
      bo_.reset();
      cilla_.reset();
      slip_key_ = SecretBytes();
      psk_ = SecretBytes();
    });
  }

  std::optional<Group> anna_, bo_, cilla_;

 private:
  void publish(const Bytes& message) { watch::published(message); }

  void deliver(const Bytes& message, std::initializer_list<Group*> to) {
    for (Group* group : to) {
      during("process", [&] { EXPECT_TRUE(group->process(message, lookup(), accepts_all()).has_value()); });
    }
  }

  void learn_all() {
    if (slip_key_.empty()) {
      slip_key_ = random_.secret(48);
      watch::learn(slip_key_.view(), "a key inside a message");
    }
    for (const std::optional<Group>* group : {&anna_, &bo_, &cilla_}) {
      if (!*group || (*group)->is_removed()) continue;
      watch::learn_state(testing_support::open_state(**group));
    }
  }

  watch::WatchedRandom random_{1};
  SecretBytes psk_;
  SecretBytes slip_key_;
};

// What is public in it after all: sizes, ids and the like never; so every kind of secret stays off the wire.
void expect_off_the_wire() {
  for (const char* kind : {"a private key",          "a path secret",      "a node secret",   "a path key",
                           "a ratchet secret",       "a message key",      "a message nonce", "a signature seed",
                           "sender data secret",     "exporter secret",    "external secret", "external private key",
                           "confirmation key",       "membership key",     "resumption psk",  "init secret",
                           "a leaf private key",     "a path private key", "a psk",           "an init private key",
                           "a key inside a message", "an exported secret"}) {
    EXPECT_EQ(watch::published_of(kind), 0U) << kind;
  }
}

// What may not even be held once an epoch has begun (RFC 9420 9.2).
void expect_not_held(const watch::Finds& finds) {
  for (const char* kind : {"a path secret", "a node secret", "commit secret", "joiner secret", "welcome secret",
                           "epoch's extracted secret", "epoch secret", "encryption secret", "secret tree node"}) {
    EXPECT_FALSE(finds.contains(std::string("live: ") + kind)) << kind;
  }
}

TEST(GroupLife, LeavesNoSecretInMemory) {
  watch::start();
  {
    Life life;
    life.live();
    // While everything lives, nothing that was given back may hold a secret.
    watch::Finds finds = watch::search();
    expect_not_held(finds);
    std::erase_if(finds, [](const auto& find) { return find.first.rfind("live", 0) == 0; });
    EXPECT_TRUE(finds.empty()) << listed(finds);
    life.dispose();
  }
  EXPECT_GT(watch::learnt(), 1000U);
  expect_off_the_wire();
  const watch::Finds finds = watch::search();
  EXPECT_TRUE(finds.empty()) << listed(finds);
}

TEST(GroupLife, SecretsBetweenEpochsAreGoneToo) {
  watch::start();
  {
    watch::WatchedRandom random(2);
    const OwnIdentity anna{{'a'}, crypto::make_signature_key(random)};
    auto group = Group::create(bytes_of("life"), anna, {}, random);
    ASSERT_TRUE(group.has_value());
    std::optional<PendingCommit> pending;
    // Without a path the commit secret is zero.
    CommitRequest request;
    request.path = false;
    request.format = HandshakeFormat::public_message;
    const SecretBytes psk = random.secret(32);
    request.psks.push_back({kPskId, psk.clone()});
    during("commit", [&] { pending.emplace(*group->commit(request, random)); });
    watch::published(pending->message());
    watch::published(pending->group_info());
    during("merge", [&] { EXPECT_TRUE(group->merge(std::move(*pending)).has_value()); });
    const GroupState between = testing_support::open_state(*group);
    // With a path in a group of one the random path secret is the commit secret itself.
    during("commit", [&] { pending.emplace(*group->commit({}, random)); });
    watch::published(pending->message());
    watch::published(pending->group_info());
    during("merge", [&] { EXPECT_TRUE(group->merge(std::move(*pending)).has_value()); });
    const GroupState after = testing_support::open_state(*group);
    bool known = false;
    watch::WatchedRandom again(2);  // gives the same once more
    for (int i = 0; i < 40 && !known; ++i) {
      known = watch::learn_change(between, after, again.secret(32), SecretBytes(32));
    }
    EXPECT_TRUE(known);
    expect_not_held(watch::search());
  }
  const watch::Finds finds = watch::search();
  EXPECT_TRUE(finds.empty()) << listed(finds);
}

// A removed device keeps nothing that could open what it had.
TEST(GroupLife, ARemovedDeviceHoldsNoSecrets) {
  watch::start();
  Life life;
  life.live();
  life.anna_.reset();
  life.cilla_.reset();
  watch::Finds finds = watch::search();
  std::erase_if(finds, [](const auto& find) {
    return find.first.rfind("live", 0) != 0 || find.first == "live: a psk" || find.first == "live: a signature seed" ||
           find.first == "live: a key inside a message" || find.first == "live: randomness";
  });
  EXPECT_TRUE(finds.empty()) << listed(finds);
}

}  // namespace
}  // namespace bredvid::mls
