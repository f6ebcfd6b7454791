// People and their groups for the group tests: deterministic randomness, identities, short ways to join.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "crypto/mls/group.h"
#include "crypto/primitives/hash.h"

namespace bredvid::mls::testing_support {

// SHA-256 of a counter: every run is the same.
class TestRandom final : public Random {
 public:
  explicit TestRandom(std::uint8_t seed = 0) : seed_(seed) {}
  void fill(MutableByteView target) override {
    for (std::uint8_t& byte : target) {
      if (left_.empty()) {
        ++counter_;
        left_ = crypto::sha256(Bytes{seed_, static_cast<std::uint8_t>(counter_ >> 16),
                                     static_cast<std::uint8_t>(counter_ >> 8), static_cast<std::uint8_t>(counter_)});
      }
      byte = left_.back();
      left_.pop_back();
    }
  }

 private:
  std::uint8_t seed_;
  std::uint32_t counter_ = 0;
  Bytes left_;
};

inline OwnIdentity identity(const std::string& name, Random& random) {
  return {to_bytes(bytes_of(name)), crypto::make_signature_key(random)};
}

inline const Bytes kPskId{1, 2, 3};
inline SecretBytes psk() {
  return SecretBytes(Bytes(32, 0x5a));
}

// Knows kPskId.
inline PskLookup knows_psk() {
  return [](ByteView id) -> std::optional<SecretBytes> {
    if (!equal_public(id, kPskId)) return std::nullopt;
    return psk();
  };
}
inline PskLookup knows_nothing() {
  return [](ByteView) -> std::optional<SecretBytes> { return std::nullopt; };
}
inline CommitPolicy accepts_all() {
  return [](const CommitApplied&) { return true; };
}

inline std::string text(ByteView bytes) {
  return {bytes.begin(), bytes.end()};
}
inline Bytes stored(const Group& group) {
  return to_bytes(group.serialize().view());
}

inline constexpr std::size_t kBucket = 256;

// All members of one circle by name; every commit is delivered to everybody.
struct Circle {
  TestRandom random;
  std::map<std::string, Group> groups;

  explicit Circle(const std::string& founder) {
    auto group = Group::create(bytes_of("circle"), identity(founder, random), {}, random);
    EXPECT_TRUE(group.has_value());
    groups.emplace(founder, std::move(*group));
  }

  Group& at(const std::string& name) { return groups.find(name)->second; }

  void deliver(const std::string& from, ByteView message) {
    for (auto& [name, group] : groups) {
      if (name == from || group.is_removed()) continue;
      const auto done = group.process(message, knows_psk(), accepts_all());
      EXPECT_TRUE(done.has_value()) << name << ": " << error_name(done.error());
    }
  }

  // `name` joins by an external commit with the PSK, from `via`'s GroupInfo.
  void join_external(const std::string& name, const std::string& via, std::optional<LeafIndex> remove = std::nullopt) {
    const auto info = at(via).group_info();
    ASSERT_TRUE(info.has_value());
    ExternalJoinRequest request{*info, std::nullopt, {}, remove};
    request.psks.push_back({kPskId, psk()});
    auto joined = Group::join_external(request, identity(name, random), random);
    ASSERT_TRUE(joined.has_value()) << error_name(joined.error());
    deliver(name, joined->commit);
    groups.insert_or_assign(name, std::move(joined->group));
  }

  void join_by_welcome(const std::string& name, const std::string& via) {
    const OwnIdentity own = identity(name, random);
    const auto bundle = make_key_package(own, {}, random);
    ASSERT_TRUE(bundle.has_value());
    CommitRequest request;
    request.add.push_back(bundle->key_package);
    auto pending = at(via).commit(request, random);
    ASSERT_TRUE(pending.has_value()) << error_name(pending.error());
    ASSERT_TRUE(pending->welcome().has_value());
    auto joined = Group::join_by_welcome(*pending->welcome(), *bundle, own, knows_nothing());
    ASSERT_TRUE(joined.has_value()) << error_name(joined.error());
    deliver(via, pending->message());
    ASSERT_TRUE(at(via).merge(std::move(*pending)).has_value());
    groups.emplace(name, std::move(*joined));
  }

  void commit(const std::string& from, const CommitRequest& request) {
    auto pending = at(from).commit(request, random);
    ASSERT_TRUE(pending.has_value()) << error_name(pending.error());
    deliver(from, pending->message());
    ASSERT_TRUE(at(from).merge(std::move(*pending)).has_value());
  }

  void remove(const std::string& from, const std::string& name) {
    CommitRequest request;
    request.remove.push_back(at(name).own_leaf());
    commit(from, request);
  }

  // Everybody still in the group agrees and can talk to everybody.
  void expect_agreement() {
    for (auto& [name, group] : groups) {
      if (group.is_removed()) continue;
      const auto sent = group.encrypt(bytes_of("hej från " + name), kBucket, random);
      ASSERT_TRUE(sent.has_value());
      for (auto& [other_name, other] : groups) {
        if (other_name == name || other.is_removed()) continue;
        EXPECT_EQ(other.epoch_authenticator(), group.epoch_authenticator()) << name << " and " << other_name;
        EXPECT_EQ(other.members(), group.members());
        const auto got = other.process(*sent, knows_nothing(), accepts_all());
        ASSERT_TRUE(got.has_value()) << name << " to " << other_name << ": " << error_name(got.error());
        const auto* message = std::get_if<ApplicationMessage>(&*got);
        ASSERT_NE(message, nullptr);
        EXPECT_EQ(text(message->data), "hej från " + name);
        EXPECT_EQ(text(message->sender.identity), name);
      }
    }
  }
};

}  // namespace bredvid::mls::testing_support
