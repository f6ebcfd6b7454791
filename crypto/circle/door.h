// The open door: how a supporter hands a slip to somebody who waits and whom nobody has met yet.
//
// A door is a slip that many use (a poster). Who came by it waits with a one-time X25519 key, which reaches the
// supporter through the server. The supporter seals an ordinary 256-bit slip to it with HPKE in PSK mode (RFC 9180
// 5.1.2): the PSK comes from the door's secret, which the server never gets, so a server that puts its own key in the
// waiting one's place can read nothing. A poster hangs in public: who has read it and runs the server can, and only
// the three safety words tell. Sealed form: enc[32] || ciphertext.
#pragma once

#include "crypto/circle/ids.h"
#include "crypto/circle/slip.h"
#include "crypto/primitives/kem.h"

namespace bredvid::circle {

using WaitId = Id<struct WaitTag>;  // one place in one queue

inline constexpr std::size_t kMaxSealedForWaiting = 512;  // bytes, schema/wire.cddl

// `slip_text`: a 256-bit slip as slip_text() writes it or a person types it.
// Errors: not_allowed for a slip that is none or not of that form; mls_decrypt_failed for a public key that can't be
// one.
[[nodiscard]] Outcome<Bytes> seal_for_waiting(const Slip& door, const WaitId& wait, ByteView public_key,
                                              std::string_view slip_text, Random& random);

// The slip. Errors: mls_decrypt_failed for another door, place or key, for what was altered and for what is no 256-bit
// slip.
[[nodiscard]] Outcome<Slip> open_door_slip(const Slip& door, const WaitId& wait, ByteView private_key, ByteView sealed);

}  // namespace bredvid::circle
