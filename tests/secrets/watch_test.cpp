// The watch sees what it should: without this, that it finds nothing would mean nothing.
#include "tests/secrets/watch.h"

#include <gtest/gtest.h>

#include <array>

#include "crypto/base/random.h"
#include "crypto/primitives/hash.h"

namespace bredvid {
namespace {

// A secret that no other test has.
SecretBytes secret_number(std::uint8_t number) {
  return crypto::hmac_sha256_secret(bytes_of("watch test"), {&number, 1});
}

std::size_t found(const watch::Finds& finds, const std::string& place) {
  std::size_t count = 0;
  for (const auto& [name, places] : finds) {
    if (name.rfind(place, 0) == 0) count += places;
  }
  return count;
}

TEST(Watch, FindsWhatWasFreedWithoutBeingWiped) {
  watch::start();
  const SecretBytes secret = secret_number(1);
  watch::learn(secret.view(), "a key");
  EXPECT_EQ(found(watch::search(), "freed"), 0U);
  {
    const Bytes copy = to_bytes(secret.view());
  }
  EXPECT_EQ(found(watch::search(), "freed: a key"), 2U);  // its first and its last piece
}

TEST(Watch, FindsWhatAVectorLeftWhenItGrew) {
  watch::start();
  const SecretBytes secret = secret_number(2);
  watch::learn(secret.view(), "a key");
  Bytes growing = to_bytes(secret.view());
  growing.resize(4096);
  wipe(growing.data(), growing.size());
  EXPECT_EQ(found(watch::search(), "freed: a key"), 2U);
}

TEST(Watch, FindsWhatIsStillHeld) {
  watch::start();
  const SecretBytes secret = secret_number(3);
  watch::learn(secret.view(), "a key");
  EXPECT_EQ(found(watch::search(), "live: a key"), 2U);
}

TEST(Watch, FindsWhatLiesInStaticMemory) {
  watch::start();
  static std::array<std::uint8_t, 32> forgotten;
  const SecretBytes secret = secret_number(4);
  watch::learn(secret.view(), "a key");
  EXPECT_EQ(found(watch::search(), "memory"), 0U);
  std::copy(secret.view().begin(), secret.view().end(), forgotten.begin());
  EXPECT_EQ(found(watch::search(), "memory: a key"), 2U);
  wipe(forgotten.data(), forgotten.size());
}

[[gnu::noinline]] void leave_on_the_stack(ByteView secret, bool clean) {
  std::array<std::uint8_t, 32> copy{};
  std::copy(secret.begin(), secret.end(), copy.begin());
  asm volatile("" : : "r"(copy.data()) : "memory");
  if (clean) wipe(copy.data(), copy.size());
}

TEST(Watch, FindsWhatWasLeftOnTheStack) {
  watch::start();
  const SecretBytes secret = secret_number(5);
  watch::learn(secret.view(), "a key");
  watch::during("cleaning up", [&] { leave_on_the_stack(secret.view(), true); });
  EXPECT_EQ(found(watch::search(), "stack"), 0U);
  watch::during("leaving it", [&] { leave_on_the_stack(secret.view(), false); });
  EXPECT_EQ(found(watch::search(), "stack after leaving it: a key"), 2U);
}

TEST(Watch, FindsNothingOfSecretBytes) {
  watch::start();
  watch::during("living", [] {
    SecretBytes secret = secret_number(6);
    watch::learn(secret.view(), "a key");
    SecretBytes copy = secret.clone();
    copy = SecretBytes(64);
    SecretBytes moved = std::move(secret);
    WipedBytes growing(moved.view().begin(), moved.view().end());
    growing.resize(1000);
    const WipedBytes again = growing;
  });
  EXPECT_TRUE(watch::search().empty());
}

TEST(Watch, WhatWasPublishedIsNoSecret) {
  watch::start();
  const SecretBytes secret = secret_number(7);
  watch::learn(secret.view(), "a nonce");
  EXPECT_EQ(watch::published_of("a nonce"), 0U);
  watch::published(concat({Bytes{1, 2, 3}, secret.view()}));
  EXPECT_EQ(watch::published_of("a nonce"), 2U);
  EXPECT_TRUE(watch::search().empty());
}

}  // namespace
}  // namespace bredvid
