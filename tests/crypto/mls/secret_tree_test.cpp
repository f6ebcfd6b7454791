#include "crypto/mls/secret_tree.h"

#include <gtest/gtest.h>

namespace bredvid::mls {
namespace {

TEST(Ratchet, GivesEachKeyOnce) {
  Ratchet ratchet(SecretBytes(Bytes(32, 1)));
  Ratchet same = ratchet.clone();
  const auto later = ratchet.take(5);
  ASSERT_TRUE(later.has_value());
  for (std::uint32_t i = 0; i < 5; ++i) {
    const auto skipped = ratchet.take(i);
    const auto in_order = same.take(i);
    ASSERT_TRUE(skipped.has_value() && in_order.has_value());
    EXPECT_TRUE(equal_constant_time(skipped->key, in_order->key));
    EXPECT_EQ(ratchet.take(i).error(), CryptoError::replayed);
  }
  EXPECT_TRUE(equal_constant_time(later->key, same.take(5)->key));
}

TEST(Ratchet, LimitsAreExact) {
  Ratchet ratchet(SecretBytes(Bytes(32, 1)));
  EXPECT_EQ(ratchet.take(kForwardLimit + 1).error(), CryptoError::too_far_ahead);
  EXPECT_EQ(ratchet.next_generation(), 0U);
  EXPECT_EQ(ratchet.take(~std::uint32_t{0}).error(), CryptoError::too_far_ahead);
  ASSERT_TRUE(ratchet.take(kForwardLimit).has_value());
  // 256 keys wait; ten more push the ten oldest out.
  ASSERT_TRUE(ratchet.take(kForwardLimit + 11).has_value());
  EXPECT_EQ(ratchet.take(9).error(), CryptoError::replayed);
  EXPECT_TRUE(ratchet.take(10).has_value());
}

TEST(Ratchet, StoredFormIsStrict) {
  Ratchet ratchet(SecretBytes(Bytes(32, 1)));
  ASSERT_TRUE(ratchet.take(2).has_value());
  tls::Writer writer;
  ratchet.encode(writer);
  tls::Reader reader(writer.view());
  Ratchet restored = Ratchet::decode(reader);
  ASSERT_TRUE(reader.finish().has_value());
  EXPECT_TRUE(equal_constant_time(restored.take(1)->key, ratchet.take(1)->key));
  tls::Reader cut(writer.view().first(writer.view().size() - 1));
  (void)Ratchet::decode(cut);
  EXPECT_FALSE(cut.finish().has_value());
}

}  // namespace
}  // namespace bredvid::mls
