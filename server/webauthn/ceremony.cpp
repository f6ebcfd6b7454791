#include "server/webauthn/ceremony.h"

#include <optional>

#include "crypto/primitives/hash.h"
#include "server/webauthn/authenticator_data.h"
#include "server/webauthn/client_data.h"
#include "server/webauthn/cose_key.h"
#include "server/webauthn/limits.h"

namespace bredvid::webauthn {
namespace {

/// The attestation object (6.5.4): { "fmt": text, "attStmt": map, "authData": bytes }, in CTAP2's order.
struct AttestationObject {
  ByteView format;
  /// "packed" without a certificate: the new key's own signature, and the algorithm that it says
  std::int32_t algorithm = 0;
  std::optional<ByteView> signature;
  ByteView authenticator_data;
};

/// 8.2 without x5c: { "alg": int, "sig": bytes }
bool read_self_statement(CborReader& reader, AttestationObject& object) {
  if (reader.map() != 2U || !reader.text("alg")) return false;
  const auto algorithm = reader.integer();
  if (!algorithm || !reader.text("sig")) return false;
  const auto signature = reader.bytes();
  if (!signature) return false;
  object.algorithm = *algorithm;
  object.signature = *signature;
  return true;
}

std::optional<AttestationObject> read_attestation(ByteView bytes) {
  AttestationObject object;
  CborReader reader(bytes);
  if (reader.map() != 3U || !reader.text("fmt")) return std::nullopt;
  const auto format = reader.any_text();
  if (!format || !reader.text("attStmt")) return std::nullopt;
  object.format = *format;
  // 8.7: the statement of "none" is an empty map.
  if (equal_public(*format, bytes_of("none"))) {
    if (reader.map() != 0U) return std::nullopt;
  } else if (!equal_public(*format, bytes_of("packed")) || !read_self_statement(reader, object)) {
    return std::nullopt;
  }
  if (!reader.text("authData")) return std::nullopt;
  const auto data = reader.bytes();
  if (!data || !reader.at_end()) return std::nullopt;
  object.authenticator_data = *data;
  return object;
}

/// 7.1 steps 13 to 16, 7.2 steps 15 to 17: for us, somebody was there, and it knew who.
Outcome<AuthenticatorData> read_for(const RelyingParty& party, ByteView bytes) {
  const auto data = read_authenticator_data(bytes);
  if (!data) return fail(data.error() == DataFault::unsuited ? ErrorCode::passkey_unsuited : ErrorCode::passkey_bad);
  if (!equal_public(data->rp_id_hash, crypto::sha256(bytes_of(party.id)))) return fail(ErrorCode::passkey_bad);
  if (!data->user_present || !data->user_verified) return fail(ErrorCode::passkey_unsuited);
  return *data;
}

/// 7.2 step 20 and 8.2: what is signed.
Bytes signed_bytes(ByteView authenticator_data, ByteView client_data) {
  return concat({authenticator_data, crypto::sha256(client_data)});
}

bool is_signed(ByteView public_key, ByteView authenticator_data, ByteView client_data, ByteView signature) {
  CborReader reader(public_key);
  const auto key = read_cose_key(reader);
  return key && reader.at_end() && signature.size() <= kMaxSignatureBytes &&
         verify(*key, signed_bytes(authenticator_data, client_data), signature);
}

/// 8.2: the statement's algorithm is the new key's, and the signature is by that key.
bool is_self_attested(const AttestationObject& object, const AuthenticatorData& data, ByteView client_data) {
  CborReader reader(data.public_key);
  const auto key = read_cose_key(reader);
  return key && static_cast<std::int32_t>(key->algorithm) == object.algorithm &&
         is_signed(data.public_key, object.authenticator_data, client_data, *object.signature);
}

}  // namespace

Outcome<Passkey> check_registration(const RelyingParty& party, ByteView challenge, const Registration& registration) {
  // 7.1 steps 5 to 10
  if (!fits(registration.client_data, {kCreate, challenge, party.origin})) return fail(ErrorCode::passkey_bad);
  // steps 12 to 17, 19 and 20; step 18, the algorithm, when the key is read
  if (registration.attestation.size() > kMaxAttestationBytes) return fail(ErrorCode::passkey_bad);
  const auto object = read_attestation(registration.attestation);
  if (!object) return fail(ErrorCode::passkey_bad);
  const auto data = read_for(party, object->authenticator_data);
  if (!data) return std::unexpected(data.error());
  if (data->credential_id.empty() || data->public_key.size() > kMaxPublicKeyBytes) return fail(ErrorCode::passkey_bad);
  // steps 21 and 22: nothing is believed of an attestation, but one that is wrong is a sign of something else
  if (object->signature && !is_self_attested(*object, *data, registration.client_data))
    return fail(ErrorCode::passkey_bad);
  return Passkey{to_bytes(data->credential_id), to_bytes(data->public_key), data->counter, data->backup_eligible};
}

Outcome<std::uint32_t> check_assertion(const RelyingParty& party, ByteView challenge, const Passkey& passkey,
                                       const Assertion& assertion) {
  // 7.2 steps 9 to 13
  if (!fits(assertion.client_data, {kGet, challenge, party.origin})) return fail(ErrorCode::passkey_bad);
  // steps 15 to 19
  if (assertion.authenticator_data.size() > kMaxAuthDataBytes) return fail(ErrorCode::passkey_bad);
  const auto data = read_for(party, assertion.authenticator_data);
  if (!data) return std::unexpected(data.error());
  if (data->backup_eligible != passkey.backup_eligible || !data->credential_id.empty())
    return fail(ErrorCode::passkey_bad);
  // steps 20 and 21
  if (!is_signed(passkey.public_key, assertion.authenticator_data, assertion.client_data, assertion.signature))
    return fail(ErrorCode::passkey_bad);
  return data->counter;
}

bool counter_goes_on(std::uint32_t stored, std::uint32_t seen) {
  return (stored == 0 && seen == 0) || seen > stored;
}

}  // namespace bredvid::webauthn
