// Sizes of what browsers and authenticators send. schema/wire.cddl names them for both sides.
#pragma once

#include <cstddef>

namespace bredvid::webauthn {

/// W3C Web Authentication Level 3, 7.1 step 25: at most 1023 bytes.
constexpr std::size_t kMaxCredentialIdBytes = 1023;
/// An origin of a domain name's length, the challenge, and what browsers add to keep parsers honest.
constexpr std::size_t kMaxClientDataBytes = 2048;
/// The longest credential id, an RSA key and a self attestation of 4096 bits, and some extensions.
constexpr std::size_t kMaxAttestationBytes = 4096;
/// Hash, flags and counter, and some extensions.
constexpr std::size_t kMaxAuthDataBytes = 1024;
constexpr std::size_t kMinAuthDataBytes = 37;
/// RSA with 4096 bits.
constexpr std::size_t kMaxSignatureBytes = 512;
/// W3C Web Authentication Level 3, 5.4.3: a user handle has at most 64 bytes.
constexpr std::size_t kMaxUserHandleBytes = 64;
/// An RSA key of 4096 bits as a COSE key.
constexpr std::size_t kMaxPublicKeyBytes = 560;

}  // namespace bredvid::webauthn
