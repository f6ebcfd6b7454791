// The two ceremonies of W3C Web Authentication Level 3: registering a passkey (7.1) and signing in with it (7.2), as
// far as a server checks them. The person has to be verified by the authenticator in both.
//
// Failures: passkey_unsuited when the authenticator did not verify the person or its key is of no kind that is taken,
// passkey_bad for everything else. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "crypto/base/bytes.h"
#include "server/base/failure.h"

namespace bredvid::webauthn {

/// For whom passkeys are made and which page may use them.
struct RelyingParty {
  /// the host alone
  std::string id;
  /// "https://host[:port]", compared byte for byte
  std::string origin;
};

/// A credential record (section 4), what is kept of it.
struct Passkey {
  Bytes credential_id;
  /// a COSE key
  Bytes public_key;
  std::uint32_t counter = 0;
  bool backup_eligible = false;
  friend bool operator==(const Passkey&, const Passkey&) = default;
};

struct Registration {
  ByteView client_data;
  ByteView attestation;
};
[[nodiscard]] Outcome<Passkey> check_registration(const RelyingParty& party, ByteView challenge,
                                                  const Registration& registration);

struct Assertion {
  ByteView client_data;
  ByteView authenticator_data;
  ByteView signature;
};
/// The authenticator's new counter. It has still to be compared with the stored one, where that is: counter_goes_on.
[[nodiscard]] Outcome<std::uint32_t> check_assertion(const RelyingParty& party, ByteView challenge,
                                                     const Passkey& passkey, const Assertion& assertion);

/// 7.2 step 22: a counter that does not grow may be a copied authenticator's. Nought on both sides: it does not count.
[[nodiscard]] bool counter_goes_on(std::uint32_t stored, std::uint32_t seen);

}  // namespace bredvid::webauthn
