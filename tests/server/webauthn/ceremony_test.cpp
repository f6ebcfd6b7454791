// Section by section: what a browser and an authenticator may say, and what is refused.
#include "server/webauthn/ceremony.h"

#include <gtest/gtest.h>

#include "crypto/primitives/hash.h"
#include "server/webauthn/client_data.h"
#include "server/webauthn/limits.h"
#include "tests/server/webauthn/authenticator.h"

namespace bredvid::webauthn {
namespace {

const Bytes kChallenge(32, 0x5a);

std::string said(const auto& outcome) {
  return outcome ? "fine" : std::string(name(outcome.error().code));
}

std::string made_with(const Authenticator& one, const Bytes& attestation) {
  const std::string client = client_data(kCreate, kChallenge, one.origin);
  return said(check_registration(one.party(), kChallenge, {bytes_of(client), attestation}));
}

class Algorithms : public testing::TestWithParam<Algorithm> {};
INSTANTIATE_TEST_SUITE_P(Each, Algorithms, testing::Values(Algorithm::es256, Algorithm::eddsa, Algorithm::rs256));

TEST_P(Algorithms, APasskeyIsMadeAndSignsIn) {
  Authenticator one(GetParam());
  const auto passkey = check_registration(one.party(), kChallenge, one.make(kChallenge).view());
  ASSERT_TRUE(passkey) << said(passkey);
  EXPECT_EQ(*passkey, (Passkey{one.credential_id, one.cose_key(), 1, false}));
  EXPECT_LE(passkey->public_key.size(), kMaxPublicKeyBytes);
  one.counter = 7;
  const auto counter = check_assertion(one.party(), kChallenge, *passkey, one.get(kChallenge).view());
  ASSERT_TRUE(counter) << said(counter);
  EXPECT_EQ(*counter, 7U);
}

TEST_P(Algorithms, EveryFlippedBitOfASignInIsRefused) {
  const Authenticator one(GetParam());
  const Passkey passkey{one.credential_id, one.cose_key(), 0, false};
  const Signed good = one.get(kChallenge);
  ASSERT_TRUE(check_assertion(one.party(), kChallenge, passkey, good.view()));
  const auto refused = [&](Bytes Signed::* part) {
    for (std::size_t i = 0; i < (good.*part).size(); ++i) {
      Signed bad = good;
      (bad.*part)[i] ^= static_cast<std::uint8_t>(1U << (i % 8));
      EXPECT_FALSE(check_assertion(one.party(), kChallenge, passkey, bad.view())) << i;
    }
  };
  refused(&Signed::client_data);
  refused(&Signed::authenticator_data);
  refused(&Signed::signature);
}

TEST_P(Algorithms, EveryCutOfARegistrationIsRefused) {
  const Authenticator one(GetParam());
  const Made good = one.make(kChallenge);
  for (std::size_t size = 0; size < good.attestation.size(); ++size)
    EXPECT_NE(made_with(one, Bytes(good.attestation.begin(), good.attestation.begin() + static_cast<long>(size))),
              "fine");
  EXPECT_EQ(made_with(one, concat({good.attestation, Bytes{0}})), "passkey_bad") << "something behind it";
}

TEST_P(Algorithms, AnAttestationByTheKeyItselfHasToBeRight) {
  const Authenticator one(GetParam());
  const Bytes client = one.make(kChallenge).client_data;
  const Bytes data = one.data(kUp | kUv | kAt, one.attested());
  EXPECT_EQ(made_with(one, one.self_attestation(data, client)), "fine");
  EXPECT_EQ(made_with(one, one.self_attestation(data, bytes_of("other"))), "passkey_bad");
}

TEST(Registration, ThePersonHasToBeThereAndVerified) {
  Authenticator one;
  for (const std::uint8_t flags : {std::uint8_t{0}, kUp, kUv}) {
    one.flags = flags;
    EXPECT_EQ(said(check_registration(one.party(), kChallenge, one.make(kChallenge).view())), "passkey_unsuited");
  }
}

TEST(Registration, ForAnotherSiteOrChallengeOrOriginItIsRefused) {
  const Authenticator one;
  const Made made = one.make(kChallenge);
  EXPECT_EQ(said(check_registration({"other.example.se", one.origin}, kChallenge, made.view())), "passkey_bad");
  EXPECT_EQ(said(check_registration({one.rp_id, "https://bredvid.example.se:8443"}, kChallenge, made.view())),
            "passkey_bad");
  EXPECT_EQ(said(check_registration(one.party(), Bytes(32, 0x5b), made.view())), "passkey_bad");
}

TEST(Registration, WhatIsNoAttestationObjectIsRefused) {
  const Authenticator one;
  const Bytes data = one.data(kUp | kUv | kAt, one.attested());
  const auto object = [&](std::string_view format, const Bytes& statement) {
    return concat({cbor_head(5, 3), cbor_text("fmt"), cbor_text(format), cbor_text("attStmt"), statement,
                   cbor_text("authData"), cbor_bytes(data)});
  };
  EXPECT_EQ(made_with(one, object("none", cbor_head(5, 0))), "fine");
  EXPECT_EQ(made_with(one, object("none", concat({cbor_head(5, 1), cbor_text("a"), cbor_integer(1)}))), "passkey_bad");
  EXPECT_EQ(made_with(one, object("tpm", cbor_head(5, 0))), "passkey_bad");
  EXPECT_EQ(made_with(one, object("packed", concat({cbor_head(5, 2), cbor_text("alg"), cbor_integer(-7),
                                                    cbor_text("sig"), cbor_bytes({})}))),
            "passkey_bad")
      << "an empty signature is none";
  EXPECT_EQ(made_with(one, concat({cbor_head(5, 3), cbor_text("authData"), cbor_bytes(data), cbor_text("fmt"),
                                   cbor_text("none"), cbor_text("attStmt"), cbor_head(5, 0)})),
            "passkey_bad")
      << "another order is a second form";
  const Bytes longer = {0xb8, 0x03};
  Bytes second = object("none", cbor_head(5, 0));
  second.erase(second.begin());
  EXPECT_EQ(made_with(one, concat({longer, second})), "passkey_bad") << "a head that is not the shortest";
}

TEST(Registration, AuthenticatorDataHaveTheirParts) {
  const Authenticator one;
  EXPECT_EQ(made_with(one, one.attestation(one.data(kUp | kUv, {}))), "passkey_bad") << "no key";
  EXPECT_EQ(made_with(one, one.attestation(one.data(kUp | kUv, one.attested()))), "passkey_bad") << "not said";
  EXPECT_EQ(made_with(one, one.attestation(one.data(kUp | kUv | kAt | kBs, one.attested()))), "passkey_bad")
      << "backed up, but may not be";
  EXPECT_EQ(made_with(one, one.attestation(one.data(kUp | kUv | kAt | kBe | kBs, one.attested()))), "fine");
  EXPECT_EQ(made_with(one, one.attestation(one.data(kUp | kUv | kAt | kEd, one.attested()))), "passkey_bad")
      << "extensions that are not there";
}

TEST(Registration, ExtensionsThatNobodyAskedForArePassedOver) {
  Authenticator one;
  one.flags = kUp | kUv | kEd;
  one.extensions = concat({cbor_head(5, 1), cbor_text("credProtect"), cbor_integer(2)});
  const auto passkey = check_registration(one.party(), kChallenge, one.make(kChallenge).view());
  ASSERT_TRUE(passkey) << said(passkey);
  EXPECT_EQ(passkey->public_key, one.cose_key());
  EXPECT_TRUE(check_assertion(one.party(), kChallenge, *passkey, one.get(kChallenge).view()));
  Bytes deep;
  for (int i = 0; i < 6; ++i) deep = concat({cbor_head(4, 1), deep.empty() ? cbor_integer(1) : deep});
  one.extensions = concat({cbor_head(5, 1), cbor_text("a"), deep});
  EXPECT_FALSE(check_registration(one.party(), kChallenge, one.make(kChallenge).view()));
  one.extensions = concat({cbor_head(5, 1), cbor_text("a"), cbor_head(4, 1000)});
  EXPECT_FALSE(check_registration(one.party(), kChallenge, one.make(kChallenge).view())) << "a length that lies";
}

TEST(WebauthnLimits, CredentialIds) {
  Authenticator one;
  for (const std::size_t size : {std::size_t{1}, kMaxCredentialIdBytes}) {
    one.credential_id = Bytes(size, 1);
    EXPECT_TRUE(check_registration(one.party(), kChallenge, one.make(kChallenge).view())) << size;
  }
  for (const std::size_t size : {std::size_t{0}, kMaxCredentialIdBytes + 1}) {
    one.credential_id = Bytes(size, 1);
    EXPECT_FALSE(check_registration(one.party(), kChallenge, one.make(kChallenge).view())) << size;
  }
}

TEST(WebauthnLimits, ClientDataAndAuthenticatorDataAndAttestation) {
  Authenticator one;
  const Passkey passkey{one.credential_id, one.cose_key(), 0, false};
  const auto with_client = [&](std::size_t size) {
    Signed made = one.get(kChallenge);
    std::string text(reinterpret_cast<const char*>(made.client_data.data()), made.client_data.size());
    text.insert(text.size() - 1, size - text.size(), ' ');
    made.client_data = to_bytes(bytes_of(text));
    made.signature = one.sign(concat({made.authenticator_data, crypto::sha256(made.client_data)}));
    return check_assertion(one.party(), kChallenge, passkey, made.view()).has_value();
  };
  EXPECT_TRUE(with_client(kMaxClientDataBytes));
  EXPECT_FALSE(with_client(kMaxClientDataBytes + 1));
  one.flags = kUp | kUv | kEd;
  const auto extended = [&](std::size_t size) {
    one.extensions = concat({cbor_head(5, 1), cbor_text("a"), cbor_bytes(Bytes(size, 1))});
  };
  const auto assertion = [&] {
    return check_assertion(one.party(), kChallenge, passkey, one.get(kChallenge).view()).has_value();
  };
  extended(kMaxAuthDataBytes - kMinAuthDataBytes - 6);
  EXPECT_TRUE(assertion());
  extended(kMaxAuthDataBytes - kMinAuthDataBytes - 5);
  EXPECT_FALSE(assertion());
  const auto registration = [&](std::size_t size) {
    extended(size);
    const Made made = one.make(kChallenge);
    return std::pair(made.attestation.size(), check_registration(one.party(), kChallenge, made.view()).has_value());
  };
  const std::size_t around = registration(1000).first - 1000;
  EXPECT_EQ(registration(kMaxAttestationBytes - around), std::pair(kMaxAttestationBytes, true));
  EXPECT_EQ(registration(kMaxAttestationBytes - around + 1), std::pair(kMaxAttestationBytes + 1, false));
}

TEST(SignIn, OnlyThePersonOnlyHereOnlyNow) {
  Authenticator one;
  const Passkey passkey{one.credential_id, one.cose_key(), 0, false};
  const auto with = [&](const RelyingParty& party, ByteView challenge) {
    return said(check_assertion(party, challenge, passkey, one.get(kChallenge).view()));
  };
  EXPECT_EQ(with(one.party(), kChallenge), "fine");
  EXPECT_EQ(with({"other.example.se", one.origin}, kChallenge), "passkey_bad");
  EXPECT_EQ(with({one.rp_id, "http://bredvid.example.se"}, kChallenge), "passkey_bad");
  EXPECT_EQ(with(one.party(), Bytes(32, 1)), "passkey_bad");
  one.flags = kUp;
  EXPECT_EQ(with(one.party(), kChallenge), "passkey_unsuited");
  one.flags = kUv;
  EXPECT_EQ(with(one.party(), kChallenge), "passkey_unsuited");
  one.flags = kUp | kUv | kBe;
  EXPECT_EQ(with(one.party(), kChallenge), "passkey_bad") << "was made on one device alone";
}

TEST(SignIn, AnotherKeysSignatureIsRefusedAndARegistrationIsNoSignIn) {
  const Authenticator one;
  const Authenticator other;
  const Passkey passkey{one.credential_id, one.cose_key(), 0, false};
  EXPECT_FALSE(check_assertion(one.party(), kChallenge, passkey, other.get(kChallenge).view()));
  Signed made = one.get(kChallenge);
  made.client_data = one.make(kChallenge).client_data;
  made.signature = one.sign(concat({made.authenticator_data, crypto::sha256(made.client_data)}));
  EXPECT_FALSE(check_assertion(one.party(), kChallenge, passkey, made.view())) << "webauthn.create";
}

TEST(SignIn, ACounterGoesOnOrDoesNotCount) {
  EXPECT_TRUE(counter_goes_on(0, 0));
  EXPECT_TRUE(counter_goes_on(0, 1));
  EXPECT_TRUE(counter_goes_on(5, 6));
  EXPECT_TRUE(counter_goes_on(5, 0xffffffff));
  EXPECT_FALSE(counter_goes_on(5, 5));
  EXPECT_FALSE(counter_goes_on(5, 4));
  EXPECT_FALSE(counter_goes_on(5, 0)) << "who has counted goes on counting";
}

TEST(ClientData, OneFormOfEachThingThatIsLookedAt) {
  const ExpectedClientData expected{kGet, kChallenge, "https://a.se"};
  const auto fit = [&](const std::string& text) { return fits(bytes_of(text), expected); };
  const std::string challenge = base64url(kChallenge);
  const std::string begin = R"({"type":"webauthn.get","challenge":")" + challenge + R"(","origin":"https://a.se")";
  EXPECT_TRUE(fit(begin + "}"));
  EXPECT_TRUE(fit(begin + R"(,"crossOrigin":false})"));
  EXPECT_TRUE(fit(begin + R"(,"crossOrigin":false,"other_keys_can_be_added_here":"as they say"})"));
  EXPECT_TRUE(fit(R"({"origin":"https://a.se","challenge":")" + challenge + R"(","type":"webauthn.get"})"));
  EXPECT_FALSE(fit(begin + R"(,"crossOrigin":true})"));
  EXPECT_FALSE(fit(begin + R"(,"crossOrigin":"no"})"));
  EXPECT_FALSE(fit(begin + R"(,"topOrigin":"https://b.se"})"));
  EXPECT_FALSE(fit(begin + R"(,"origin":"https://a.se"})")) << "twice";
  EXPECT_FALSE(fit(begin + "} ,"));
  EXPECT_FALSE(fit(begin));
  EXPECT_FALSE(fit("[" + begin + "}]"));
  EXPECT_FALSE(fit(begin + R"(,"a":[[[[[[1]]]]]]})"));
  EXPECT_FALSE(fit(R"({"type":"webauthn.get","challenge":")" + challenge + R"(=","origin":"https://a.se"})"));
  EXPECT_FALSE(fit(R"({"type":"webauthn.get","challenge":")" + challenge + R"(","origin":"https://A.se"})"));
  EXPECT_FALSE(fit(R"({"type":"webauthn.get","challenge":1,"origin":"https://a.se"})"));
  EXPECT_FALSE(fit(""));
}

TEST(CoseKeys, OtherKindsAreUnsuitedAndOtherFormsMalformed) {
  const Authenticator one;
  const auto with_key = [&](const Bytes& cose) {
    const Bytes attested = concat({Bytes(16, 0), Bytes{0, 1, 9}, cose});
    return made_with(one, one.attestation(one.data(kUp | kUv | kAt, attested)));
  };
  const auto pair = [](std::int64_t label, const Bytes& value) { return concat({cbor_integer(label), value}); };
  const Bytes x = pair(-2, cbor_bytes(Bytes(32, 1)));
  const Bytes y = pair(-3, cbor_bytes(Bytes(32, 2)));
  const auto ec = [&](std::int64_t type, std::int64_t algorithm, std::int64_t curve) {
    return concat({cbor_head(5, 5), pair(1, cbor_integer(type)), pair(3, cbor_integer(algorithm)),
                   pair(-1, cbor_integer(curve)), x, y});
  };
  EXPECT_EQ(with_key(ec(2, -35, 2)), "passkey_unsuited") << "ES384";
  EXPECT_EQ(with_key(ec(2, -7, 2)), "passkey_unsuited") << "another curve";
  EXPECT_EQ(with_key(ec(1, -7, 1)), "passkey_unsuited") << "a type that is not the algorithm's";
  EXPECT_EQ(with_key(concat({cbor_head(5, 5), pair(3, cbor_integer(-7)), pair(1, cbor_integer(2)),
                             pair(-1, cbor_integer(1)), x, y})),
            "passkey_bad")
      << "another order";
  EXPECT_EQ(with_key(concat(
                {cbor_head(5, 4), pair(1, cbor_integer(2)), pair(3, cbor_integer(-7)), pair(-1, cbor_integer(1)), x})),
            "passkey_bad")
      << "half a point";
  const auto rsa = [&](std::size_t size, const Bytes& exponent) {
    return concat({cbor_head(5, 4), pair(1, cbor_integer(3)), pair(3, cbor_integer(-257)),
                   pair(-1, cbor_bytes(Bytes(size, 0x81))), pair(-2, cbor_bytes(exponent))});
  };
  EXPECT_EQ(with_key(rsa(kMinRsaBytes, {1, 0, 1})), "fine");
  EXPECT_EQ(with_key(rsa(kMaxRsaBytes, {1, 0, 1})), "fine");
  EXPECT_EQ(with_key(rsa(kMinRsaBytes - 1, {1, 0, 1})), "passkey_unsuited");
  EXPECT_EQ(with_key(rsa(kMaxRsaBytes + 1, {1, 0, 1})), "passkey_unsuited");
  EXPECT_EQ(with_key(rsa(kMinRsaBytes, {3})), "passkey_unsuited");
}

TEST(CoseKeys, APointThatIsNotOnTheCurveVerifiesNothing) {
  const Bytes x(32, 1);
  const Bytes y(32, 2);
  const Authenticator one;
  EXPECT_FALSE(verify({Algorithm::es256, x, y}, bytes_of("m"), one.sign(bytes_of("m"))));
}

}  // namespace
}  // namespace bredvid::webauthn
