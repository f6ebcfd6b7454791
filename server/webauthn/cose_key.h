// Public keys as authenticators give them (RFC 9052, section 7; RFC 9053; RFC 8230), and signatures under them.
#pragma once

#include <cstdint>
#include <expected>

#include "server/webauthn/cbor.h"

namespace bredvid::webauthn {

/// IANA's COSE algorithms, those that we offer (W3C Web Authentication Level 3, 5.4, pubKeyCredParams).
enum class Algorithm : std::int32_t {
  /// Ed25519
  eddsa = -8,
  /// ECDSA over P-256 with SHA-256
  es256 = -7,
  /// RSASSA-PKCS1-v1_5 with SHA-256
  rs256 = -257,
};

/// Smaller RSA keys can be broken, larger ones cost too much for every sign-in.
constexpr std::size_t kMinRsaBytes = 256;
constexpr std::size_t kMaxRsaBytes = 512;

/// Views into the bytes that were read.
struct CoseKey {
  Algorithm algorithm{Algorithm::es256};
  /// P-256: x. Ed25519: the point. RSA: the modulus.
  ByteView first;
  /// P-256: y. Ed25519: empty. RSA: the exponent.
  ByteView second;
};

enum class KeyFault : std::uint8_t {
  /// not a COSE key in its one form
  malformed,
  /// another algorithm or curve, or a size that is not taken
  unsuited,
};

/// Takes the key from the front of `reader`; its labels have to stand in CTAP2's canonical order and be these alone.
[[nodiscard]] std::expected<CoseKey, KeyFault> read_cose_key(CborReader& reader);

/// True: `signature` over `message` was made with the private half of `key`. ECDSA signatures are ASN.1 DER (W3C Web
/// Authentication Level 3, 6.5.5).
[[nodiscard]] bool verify(const CoseKey& key, ByteView message, ByteView signature);

}  // namespace bredvid::webauthn
