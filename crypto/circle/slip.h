// Slips: a one-time invitation as a person holds it, and everything that is derived from it.
//
// Text: Crockford base32 in groups, each closed by a check character.
//   typed  SSSSc XXXXXc XXXXXc XXXXXc               selector, then 75 bits
//   QR     SSSSc XXXXXc (ten of these) XXc          selector, then 256 bits and four zero bits
// Check character of group g (from 1) with characters c[i]: over GF(32), the sum of weight[i] * c[i] plus the check
// equals g. The weights differ and none is zero, so each wrong character, each swap inside a group and each pair of
// swapped groups is found, and the error names the group. The check says nothing about the secret that its own
// group does not say.
//
// A Slip is as secret as its text. Shared with the server's command line and the tests; knows nothing of groups.
#pragma once

#include <string>
#include <string_view>

#include "crypto/base/random.h"
#include "crypto/circle/errors.h"

namespace bredvid::circle {

enum class SlipForm : std::uint8_t { typed = 1, qr = 2 };

inline constexpr std::uint32_t kSelectorLimit = 1u << 20;
inline constexpr std::size_t kTypedSecretSize = 10;  // 75 bits, then five zero bits
inline constexpr std::size_t kQrSecretSize = 32;
inline constexpr std::size_t kSlipKeySize = 32;
inline constexpr std::size_t kPskIdSize = 16;
inline constexpr std::size_t kMaxSlipText = 256;  // characters that parse_slip looks at, separators included

struct Slip {
  SlipForm form = SlipForm::typed;
  std::uint32_t selector = 0;  // 20 bits, what the server finds the slip by
  SecretBytes secret;
};

[[nodiscard]] Slip make_slip(SlipForm form, Random& random);

// The one canonical text, upper case, groups joined by '-'. Wiping it is its owner's duty.
[[nodiscard]] std::string slip_text(const Slip& slip);

// Forgiving for people only in: case, spaces and dashes, O for 0, I and L for 1.
// Errors: slip_mistyped, detail = the number of the group that looks wrong, from 1.
[[nodiscard]] Outcome<Slip> parse_slip(std::string_view text);

// What members of the circle keep for a live slip. The redeem token and the secret are not in here.
struct SlipKeys {
  SecretBytes join;  // 32 bytes, seals the join package
  SecretBytes psk;   // 32 bytes, the external PSK of the joiner's commit
  Bytes psk_id;      // 16 bytes, its id

  [[nodiscard]] SlipKeys clone() const { return {join.clone(), psk.clone(), psk_id}; }
};

// 32 bytes; proves to the server that the secret is known. The server keeps a hash.
[[nodiscard]] SecretBytes redeem_token(const Slip& slip);
[[nodiscard]] SlipKeys derive_slip_keys(const Slip& slip);
// 32 bytes: of a slip that is a door (door.h), what everybody who has its paper shares and the server never gets.
[[nodiscard]] SecretBytes door_psk(const Slip& slip);

}  // namespace bredvid::circle
