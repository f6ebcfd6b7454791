// The passkeys of staff as the store keeps them.
#include <gtest/gtest.h>

#include "server/domain/room.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

class PasskeyStore : public StorageTest {
 protected:
  static webauthn::Passkey passkey(std::uint8_t id, std::uint32_t counter = 3) {
    return {Bytes(20, id), Bytes(77, 2), counter, true};
  }
  domain::AddPasskey add(std::uint32_t who, std::uint8_t id) { return {numbered<DeviceId>(who), passkey(id), kNow}; }
  domain::UsePasskey use(std::uint32_t who, std::uint8_t id, std::uint32_t counter) {
    return {numbered<DeviceId>(who), Bytes(20, id), counter};
  }
  std::vector<webauthn::Passkey> of(std::uint32_t who) {
    return get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(who), kNow}).passkeys;
  }
};

TEST_F(PasskeyStore, StaffHaveOneAndItSurvivesARestart) {
  people();
  EXPECT_TRUE(of(1).empty());
  get<domain::Done>(add(1, 7));
  EXPECT_EQ(of(1), std::vector{passkey(7)});
  EXPECT_TRUE(of(2).empty());
  reopen();
  EXPECT_EQ(of(1), std::vector{passkey(7)});
}

TEST_F(PasskeyStore, ASecondOneIsRefusedAndSoIsSomebodyElses) {
  people();
  static_assert(domain::kMaxPasskeysOfAccount == 1);
  get<domain::Done>(add(1, 7));
  EXPECT_EQ(failure(add(1, 8)), "not_allowed");
  EXPECT_EQ(failure(add(2, 7)), "passkey_bad");
  EXPECT_EQ(failure(add(99, 9)), "login_failed");
  EXPECT_EQ(of(1).size(), 1U);
  EXPECT_TRUE(of(2).empty());
}

TEST_F(PasskeyStore, ParentsHaveNone) {
  circle();
  EXPECT_EQ(failure(add(10, 7)), "not_allowed");
}

TEST_F(PasskeyStore, TheCounterGoesOnOrNobodyComesIn) {
  people();
  get<domain::Done>(add(1, 7));
  EXPECT_EQ(failure(use(1, 7, 3)), "passkey_bad") << "the same again";
  EXPECT_EQ(failure(use(1, 7, 2)), "passkey_bad");
  EXPECT_EQ(failure(use(1, 7, 0)), "passkey_bad");
  get<domain::Done>(use(1, 7, 4));
  EXPECT_EQ(of(1)[0].counter, 4U);
  EXPECT_EQ(failure(use(1, 7, 4)), "passkey_bad");
  get<domain::Done>(use(1, 7, 0xffffffff));
  EXPECT_EQ(of(1)[0].counter, 0xffffffff);
  EXPECT_EQ(failure(use(1, 8, 5)), "passkey_bad") << "not there";
  EXPECT_EQ(failure(use(2, 7, 5)), "passkey_bad") << "not theirs";
}

TEST_F(PasskeyStore, AnAuthenticatorThatDoesNotCountIsTaken) {
  people();
  get<domain::Done>(domain::AddPasskey{numbered<DeviceId>(1), passkey(7, 0), kNow});
  get<domain::Done>(use(1, 7, 0));
  get<domain::Done>(use(1, 7, 0));
}

}  // namespace
}  // namespace bredvid::storage
