// A circle's people and their server, for tests: the server gives envelopes one order, takes one commit per epoch and
// keeps the join packages, exactly as far as the circle layer relies on it.
#pragma once

#include <gtest/gtest.h>

#include <map>

#include "crypto/circle/circle.h"
#include "tests/crypto/circle/counting_random.h"

namespace bredvid::circle {

inline constexpr std::uint32_t kToday = 20'000;

struct Envelope {
  EnvelopeKind kind = EnvelopeKind::message;
  std::uint64_t epoch = 0;
  Bytes blob;
};

struct Server {
  std::uint64_t epoch = 0;
  std::vector<Envelope> log;
  std::map<std::uint32_t, Bytes> packages;

  // False: epoch_stale.
  bool send(const Outgoing& outgoing) {
    if (outgoing.epoch != epoch) return false;
    log.push_back({EnvelopeKind::message, outgoing.epoch, outgoing.blob});
    return true;
  }
  bool commit(const OutgoingCommit& commit) {
    if (commit.epoch != epoch) return false;
    log.push_back({EnvelopeKind::commit, commit.epoch, commit.commit});
    ++epoch;
    packages.clear();
    refresh(commit.packages);
    return true;
  }
  void refresh(const std::vector<SealedPackage>& fresh) {
    for (const auto& package : fresh) packages[package.selector] = package.sealed;
  }
};

// One device: its circle and how far it has read.
struct Phone {
  Circle circle;
  std::size_t read = 0;

  // Everything new, in order; each step goes through storage, as a client's does.
  std::vector<Event> fetch(const Server& server) {
    std::vector<Event> all;
    for (; read < server.log.size(); ++read) {
      const Envelope& envelope = server.log[read];
      for (auto& event : circle.receive(envelope.kind, envelope.epoch, envelope.blob)) all.push_back(std::move(event));
      reload();
    }
    return all;
  }
  void reload() {
    auto restored = Circle::restore(circle.serialize().view());
    ASSERT_TRUE(restored);
    circle = std::move(*restored);
  }
};

template <typename T>
const T* find_event(const std::vector<Event>& events) {
  for (const Event& event : events) {
    if (const auto* found = std::get_if<T>(&event)) return found;
  }
  return nullptr;
}

template <typename T>
const T* find_said(const std::vector<Event>& events) {
  for (const Event& event : events) {
    const auto* said = std::get_if<Said>(&event);
    if (said == nullptr) continue;
    if (const auto* found = std::get_if<T>(&said->content.body)) return found;
  }
  return nullptr;
}

class CircleWorld : public testing::Test {
 protected:
  CountingRandom random_;
  Server server_;
  CircleId circle_ = CircleId::fresh(random_);
  std::uint64_t now_ms_ = std::uint64_t{kToday} * 86'400'000;

  Phone start(std::string_view name = "Kerstin") {
    const Identity self{Role::supporter, MemberId::fresh(random_), DeviceId::fresh(random_)};
    return Phone{*Circle::create(circle_, self, name, random_)};
  }

  Content text(std::string_view words) { return {ContentId::fresh(random_), now_ms_++, Text{std::string(words)}}; }
  void say(Phone& from, std::string_view words) {
    const auto sent = from.circle.send(text(words), random_);
    ASSERT_TRUE(sent);
    ASSERT_TRUE(server_.send(*sent));
  }

  // Makes a slip and does with it what a client does.
  Slip invite(Phone& from, Role role = Role::parent, std::optional<MemberId> replaces = std::nullopt) {
    auto made = from.circle.make_slip({SlipForm::qr, role, kToday + 7, kToday, replaces}, ContentId::fresh(random_),
                                      now_ms_++, random_);
    EXPECT_TRUE(made);
    EXPECT_TRUE(server_.send(made->notice));
    server_.refresh(made->packages);
    return std::move(made->slip);
  }
  Outcome<Joined> try_join(const Slip& slip, std::string name, std::uint32_t day = kToday) {
    const auto package = server_.packages.find(slip.selector);
    const Bytes sealed = package == server_.packages.end() ? Bytes{} : package->second;
    return Circle::join({slip, circle_, sealed, DeviceId::fresh(random_), std::move(name), day}, random_);
  }
  // Joins and says hello.
  Phone come_in(const Slip& slip, std::string name) {
    auto joined = try_join(slip, std::move(name));
    EXPECT_TRUE(joined);
    EXPECT_TRUE(server_.commit(joined->commit));
    server_.packages.erase(slip.selector);
    Phone phone{std::move(joined->circle), server_.log.size()};
    greet(phone);
    return phone;
  }
  void greet(Phone& phone) {
    const auto hello = phone.circle.hello(ContentId::fresh(random_), now_ms_++, random_);
    ASSERT_TRUE(hello);
    ASSERT_TRUE(server_.send(*hello));
  }

  // Both read the other's words and stand in the same epoch.
  void expect_talk(Phone& one, Phone& other) {
    one.fetch(server_);
    other.fetch(server_);
    ASSERT_EQ(one.circle.epoch(), other.circle.epoch());
    EXPECT_EQ(one.circle.words(), other.circle.words());
    say(one, "Hur är det idag?");
    auto heard = other.fetch(server_);
    ASSERT_NE(find_said<Text>(heard), nullptr);
    EXPECT_EQ(find_said<Text>(heard)->text, "Hur är det idag?");
    say(other, "Bättre. 💛");
    heard = one.fetch(server_);
    ASSERT_NE(find_said<Text>(heard), nullptr);
    EXPECT_EQ(find_said<Text>(heard)->text, "Bättre. 💛");
  }
};

}  // namespace bredvid::circle
