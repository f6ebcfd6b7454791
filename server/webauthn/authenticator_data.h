// What the authenticator says (W3C Web Authentication Level 3, 6.1):
//
//   rpIdHash 32 | flags 1 | signCount 4 | attestedCredentialData (when AT) | extensions (when ED)
//   attestedCredentialData (6.5.2): aaguid 16 | length 2 | credentialId | credentialPublicKey (a COSE key)
#pragma once

#include <cstdint>
#include <expected>

#include "crypto/base/bytes.h"

namespace bredvid::webauthn {

/// Views into the bytes that were read.
struct AuthenticatorData {
  ByteView rp_id_hash;
  /// somebody was there
  bool user_present = false;
  /// it knew who: a fingerprint, a face, a PIN
  bool user_verified = false;
  /// the passkey may be copied to the person's other devices
  bool backup_eligible = false;
  std::uint32_t counter = 0;
  /// empty: no new key came along
  ByteView credential_id;
  /// the COSE key's bytes, as they stand
  ByteView public_key;
};

enum class DataFault : std::uint8_t { malformed, unsuited };

/// Exactly these bytes, nothing behind them. Extensions that nobody asked for are passed over (7.1, step 18: they may
/// come). Bits of the flags that are reserved are not looked at. `unsuited`: a key that is not taken.
[[nodiscard]] std::expected<AuthenticatorData, DataFault> read_authenticator_data(ByteView bytes);

}  // namespace bredvid::webauthn
