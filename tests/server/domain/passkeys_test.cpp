// Staff with passkeys: who is asked, what is taken meanwhile, how it ends. The ceremonies themselves: webauthn/.
#include <gtest/gtest.h>

#include "tests/server/domain/script.h"
#include "tests/server/webauthn/authenticator.h"

namespace bredvid::domain {
namespace {

using webauthn::Authenticator;

/// A server that asks for passkeys, and a person with an authenticator.
class Passkeys : public testing::Test {
 protected:
  ConnectionConfig config() { return {600, access}; }

  /// The device's key is right; what follows is the role's.
  void prove_device(Script& s, wire::Role role, std::vector<webauthn::Passkey> passkeys = {}) {
    const Bytes message = concat({bytes_of("bredvid.v1 login"), kChallenge, kDevice.view()});
    s.frame(wire::Login{{1}, kDevice, as_array<64>(*crypto::sign(login_key().seed.view(), message))});
    ASSERT_TRUE(s.asked<FindDevice>());
    s.answer(s.token, DeviceFound{kDevice, as_array<32>(login_key().public_key)});
    load(s, role, std::move(passkeys));
  }
  void load(Script& s, wire::Role role, std::vector<webauthn::Passkey> passkeys) {
    ASSERT_TRUE(s.asked<LoadLogin>());
    s.answer(s.token, LoginData{role, kOrganisation, {{kCircle, {2}, {9}, {4}}}, kSpans, {}, {}, std::move(passkeys)});
    if (!s.sent<wire::PasskeyWanted>().empty()) wanted = *s.sent<wire::PasskeyWanted>()[0];
  }
  wire::PasskeySignIn sign_in() {
    ++one.counter;
    const auto made = one.get(wanted.challenge);
    return {
        {2}, one.credential_id, made.client_data, made.authenticator_data, made.signature, to_bytes(kDevice.view())};
  }
  wire::PasskeyRegister registration() {
    const auto made = one.make(wanted.challenge);
    return {{2}, made.client_data, made.attestation};
  }
  std::vector<webauthn::Passkey> known() { return {{one.credential_id, one.cose_key(), 1, false}}; }
  /// All the way in.
  void enter(Script& s) {
    prove_device(s, wire::Role::supporter, known());
    s.frame(sign_in());
    ASSERT_TRUE(s.asked<UsePasskey>());
    s.answer(s.token, Done{});
    load(s, wire::Role::supporter, known());
    ASSERT_EQ(s.sent<wire::LoginOk>().size(), 1U);
  }

  std::shared_ptr<PasskeyAccess> access = std::make_shared<PasskeyAccess>(
      webauthn::RelyingParty{"bredvid.example.se", "https://bredvid.example.se"}, SessionLimits{});
  Authenticator one;
  wire::PasskeyWanted wanted;
};

TEST_F(Passkeys, ParentsAreNeverAskedAndStaffAlways) {
  for (const auto role : {wire::Role::supporter, wire::Role::coordinator, wire::Role::lead}) {
    Script s(config());
    prove_device(s, role, known());
    ASSERT_EQ(s.sent<wire::PasskeyWanted>().size(), 1U);
    EXPECT_EQ(wanted.rid, RequestId{1});
    EXPECT_EQ(wanted.role, role);
    EXPECT_EQ(wanted.rp_id, "bredvid.example.se");
    EXPECT_EQ(wanted.user_id, kDevice);
    EXPECT_EQ(wanted.credentials, std::vector<wire::Blob>{one.credential_id});
    EXPECT_NE(wanted.challenge, kChallenge) << "not the bytes that the device's key signs";
    EXPECT_FALSE(s.connection.device_id());
    EXPECT_TRUE(s.last<Watch>().empty());
    EXPECT_FALSE(s.asked<FetchEnvelopes>());
  }
  Script parent(config());
  prove_device(parent, wire::Role::parent);
  EXPECT_EQ(parent.sent<wire::LoginOk>().size(), 1U);
}

TEST_F(Passkeys, UntilThePasskeyNothingElseIsTakenAndNothingIsDelivered) {
  for (const auto& example : wire::client_examples()) {
    Script s(config());
    prove_device(s, wire::Role::supporter, known());
    s.frame(example.frame);
    EXPECT_TRUE(s.last<Submit>().empty()) << example.name;
    EXPECT_TRUE(s.last<Watch>().empty()) << example.name;
    const auto& f = example.frame;
    if (std::holds_alternative<wire::Ping>(f)) {
      EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);
    } else if (std::holds_alternative<wire::PasskeySignIn>(f)) {
      EXPECT_EQ(s.error(), ErrorCode::passkey_bad) << example.name;
    } else if (std::holds_alternative<wire::PasskeyRegister>(f)) {
      EXPECT_EQ(s.error(), ErrorCode::not_allowed) << example.name;
    } else {
      EXPECT_EQ(s.error(), ErrorCode::not_now) << example.name;
    }
    s.publish(kCircle);
    EXPECT_TRUE(s.effects.empty());
  }
}

TEST_F(Passkeys, TheFirstPasskeyIsKeptBeforeAnybodyIsLetIn) {
  Script s(config());
  prove_device(s, wire::Role::coordinator);
  EXPECT_TRUE(wanted.credentials.empty());
  s.frame(registration());
  const AddPasskey* add = s.asked<AddPasskey>();
  ASSERT_TRUE(add);
  EXPECT_EQ(add->passkey, known()[0]);
  EXPECT_TRUE(s.sent<wire::LoginOk>().empty());
  s.answer(s.token, Done{});
  EXPECT_TRUE(s.sent<wire::LoginOk>().empty() && s.sent<wire::Ok>().empty());
  load(s, wire::Role::coordinator, known());
  ASSERT_EQ(s.sent<wire::LoginOk>().size(), 1U);
  EXPECT_EQ(s.sent<wire::LoginOk>()[0]->rid, RequestId{2});
  EXPECT_EQ(s.connection.device_id(), kDevice);
}

TEST_F(Passkeys, AUsedStaffSlipIsAskedForOneToo) {
  Script s(config());
  s.frame(wire::SlipRedeemStaff{{5}, {7}, counted_id<Secret32>(9), enrolment()});
  ASSERT_TRUE(s.asked<RedeemStaffSlip>());
  s.answer(s.token, RedeemedSlip{kDevice, wire::Role::lead, kOrganisation, std::nullopt, {}, kSpans});
  EXPECT_TRUE(s.sent<wire::Redeemed>().empty());
  load(s, wire::Role::lead, {});
  EXPECT_EQ(wanted.rid, RequestId{5});
  s.frame(registration());
  ASSERT_TRUE(s.asked<AddPasskey>());
  s.answer(s.token, Done{});
  load(s, wire::Role::lead, known());
  EXPECT_EQ(s.sent<wire::LoginOk>().size(), 1U);
}

TEST_F(Passkeys, ASupporterWhoComesWithACirclesSlipIsAskedAndTheOthersLearnOfTheCommit) {
  Script s(config());
  s.frame(wire::SlipRedeemCircle{{5}, {7}, counted_id<Secret32>(9), enrolment(), {}, {1}, {1}, {}});
  ASSERT_TRUE(s.asked<RedeemCircleSlip>());
  s.answer(s.token,
           RedeemedSlip{kDevice, wire::Role::supporter, kOrganisation, wire::JoinedCircle{kCircle, {5}}, {}, kSpans});
  EXPECT_EQ(s.last<Publish>().size(), 1U);
  load(s, wire::Role::supporter, {});
  EXPECT_EQ(wanted.rid, RequestId{5});
  EXPECT_FALSE(s.connection.device_id());
}

TEST_F(Passkeys, WhatDoesNotFitIsRefusedAndFiveTimesAreTheEnd) {
  Script s(config());
  prove_device(s, wire::Role::supporter, known());
  auto bad = sign_in();
  bad.user_handle = Bytes(16, 3);
  s.frame(bad);
  EXPECT_EQ(s.error(), ErrorCode::passkey_bad) << "somebody else's handle";
  bad = sign_in();
  bad.credential_id = Bytes(32, 1);
  s.frame(bad);
  EXPECT_EQ(s.error(), ErrorCode::passkey_bad);
  bad = sign_in();
  bad.signature[4] ^= 1;
  s.frame(bad);
  EXPECT_EQ(s.error(), ErrorCode::passkey_bad);
  one.flags = webauthn::kUp;
  s.frame(sign_in());
  EXPECT_EQ(s.error(), ErrorCode::passkey_unsuited);
  EXPECT_FALSE(s.closed());
  s.frame(sign_in());
  EXPECT_EQ(s.error(), ErrorCode::too_many);
  EXPECT_TRUE(s.closed());
}

TEST_F(Passkeys, AHandleMayBeMissing) {
  Script s(config());
  prove_device(s, wire::Role::supporter, known());
  auto good = sign_in();
  good.user_handle.clear();
  s.frame(good);
  EXPECT_TRUE(s.asked<UsePasskey>());
}

TEST_F(Passkeys, ASignInFromAnotherConnectionIsOfNoUse) {
  Script s(config());
  prove_device(s, wire::Role::supporter, known());
  const auto of_another = sign_in();
  Script fresh(config(), wire::counted_array<32>(0x11));
  const Bytes message = concat({bytes_of("bredvid.v1 login"), wire::counted_array<32>(0x11), kDevice.view()});
  fresh.frame(wire::Login{{1}, kDevice, as_array<64>(*crypto::sign(login_key().seed.view(), message))});
  ASSERT_TRUE(fresh.asked<FindDevice>());
  fresh.answer(fresh.token, DeviceFound{kDevice, as_array<32>(login_key().public_key)});
  load(fresh, wire::Role::supporter, known());
  fresh.frame(of_another);
  EXPECT_EQ(fresh.error(), ErrorCode::passkey_bad);
}

TEST_F(Passkeys, ACounterThatTheStoreRefusesLetsNobodyInAndCanBeTriedAgain) {
  Script s(config());
  prove_device(s, wire::Role::supporter, known());
  s.frame(sign_in());
  ASSERT_TRUE(s.asked<UsePasskey>());
  EXPECT_EQ(s.asked<UsePasskey>()->counter, 2U);
  s.frame(sign_in());
  EXPECT_EQ(s.error(), ErrorCode::not_now) << "one at a time";
  s.answer(s.token, fail(ErrorCode::passkey_bad));
  EXPECT_EQ(s.error(), ErrorCode::passkey_bad);
  EXPECT_FALSE(access->sessions.live(kDevice, s.now));
  s.frame(sign_in());
  EXPECT_TRUE(s.asked<UsePasskey>());
}

TEST_F(Passkeys, WithinTheSessionTheDeviceIsNotAskedAgainAndAnotherIs) {
  Script s(config());
  enter(s);
  Script again(config());
  again.now = kStart.plus_s(kStaffIdle_s - 1);
  prove_device(again, wire::Role::supporter, known());
  EXPECT_EQ(again.sent<wire::LoginOk>().size(), 1U);
  Script late(config());
  late.now = kStart.plus_s(kStaffIdle_s);
  prove_device(late, wire::Role::supporter, known());
  EXPECT_EQ(late.sent<wire::PasskeyWanted>().size(), 1U);
}

TEST_F(Passkeys, OnlyThePersonKeepsTheSessionOpen) {
  Script s(config());
  enter(s);
  s.now = kStart.plus_s(kStaffIdle_s - 1);
  s.frame(wire::Ping{{3}});
  s.frame(wire::Ack{{4}, kCircle, {5}});
  s.frame(wire::SendMessage{{5}, kCircle, {}, {2}, {1, 2}});
  EXPECT_EQ(s.last<Submit>().size(), 1U);
  s.frame(wire::PersonHere{{6}});
  EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);
  s.now = kStart.plus_s(2 * kStaffIdle_s - 2);
  s.frame(wire::Ping{{7}});
  EXPECT_FALSE(s.closed()) << "the person was there";
  s.now = kStart.plus_s(2 * kStaffIdle_s - 1);
  s.frame(wire::SendMessage{{8}, kCircle, {}, {2}, {1, 2}});
  EXPECT_TRUE(s.last<Submit>().empty());
  EXPECT_EQ(s.error(), ErrorCode::session_ended);
  EXPECT_EQ(s.sent<wire::Error>()[0]->rid, RequestId{0}) << "the message was not refused: it waits";
  EXPECT_TRUE(s.closed());
}

TEST_F(Passkeys, AfterTheSessionNothingIsDelivered) {
  Script s(config());
  enter(s);
  s.now = kStart.plus_s(kStaffSession_s);
  s.publish(kCircle, std::make_shared<const LiveEnvelope>(LiveEnvelope{{10}, {1, 2, 3}}));
  EXPECT_TRUE(s.last<SendEncoded>().empty());
  EXPECT_TRUE(s.closed());
}

TEST_F(Passkeys, ATickEndsASessionThatNobodyWritesIn) {
  Script quiet(config());
  enter(quiet);
  const Effects end = quiet.connection.on_tick(kStart.plus_s(kStaffIdle_s));
  ASSERT_FALSE(end.empty());
  EXPECT_TRUE(std::holds_alternative<CloseConnection>(end.back()));
}

TEST_F(Passkeys, AMessageThatWasUnderWayStillWakesTheOthers) {
  Script s(config());
  enter(s);
  s.frame(wire::SendMessage{{5}, kCircle, {}, {2}, {1, 2}});
  ASSERT_TRUE(s.asked<AppendMessage>());
  const Token under_way = s.token;
  s.now = kStart.plus_s(kStaffIdle_s);
  s.frame(wire::Ping{{7}});
  ASSERT_TRUE(s.closed());
  s.answer(under_way, Appended{{10}, true, {1, 2}});
  ASSERT_EQ(s.effects.size(), 1U);
  EXPECT_EQ(std::get<Publish>(s.effects[0]).circle_id, kCircle);
}

TEST_F(Passkeys, ParentsHaveNoSession) {
  Script s(config());
  prove_device(s, wire::Role::parent);
  s.now = kStart.plus_s(10 * kStaffSession_s);
  s.frame(wire::PersonHere{{3}});
  EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);
  EXPECT_FALSE(s.closed());
}

TEST_F(Passkeys, ThereAreTenMinutesToFindTheKeyAndPingsAreFree) {
  Script s(config());
  prove_device(s, wire::Role::supporter, known());
  for (std::int64_t at = 25; at < 600; at += 25) {
    s.now = kStart.plus_s(at);
    s.frame(wire::Ping{{3}});
    EXPECT_EQ(s.sent<wire::Ok>().size(), 1U) << at;
  }
  EXPECT_TRUE(s.connection.on_tick({kStart.ms + kPasskeyLimit_ms - 1}).empty());
  EXPECT_FALSE(s.connection.on_tick({kStart.ms + kPasskeyLimit_ms}).empty());
  EXPECT_TRUE(s.connection.closed());
}

TEST_F(Passkeys, WithoutThemPasskeyFramesAreNotNow) {
  Script s;
  s.log_in(wire::Role::supporter);
  s.frame(registration());
  EXPECT_EQ(s.error(), ErrorCode::not_now);
  s.frame(sign_in());
  EXPECT_EQ(s.error(), ErrorCode::not_now);
  s.frame(wire::PersonHere{{3}});
  EXPECT_EQ(s.sent<wire::Ok>().size(), 1U);
}

}  // namespace
}  // namespace bredvid::domain
