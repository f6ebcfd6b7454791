// The people of the fuzzers' groups: always the same, so that seeds stay good and crashes can be replayed.
#pragma once

#include "crypto/circle/circle.h"
#include "crypto/mls/group_info.h"
#include "crypto/mls/group_state.h"
#include "tests/fuzz/fuzz.h"

namespace bredvid::fuzz {

[[nodiscard]] mls::OwnIdentity person(std::uint8_t number);

// An external PSK that everybody knows.
inline const Bytes kPskId{1, 2, 3};
[[nodiscard]] SecretBytes shared_psk();
[[nodiscard]] mls::PskLookup knows_psk();
[[nodiscard]] mls::CommitPolicy accepts_all();

// Somebody who is waiting to be added. Made once.
struct Newcomer {
  mls::OwnIdentity own;
  mls::KeyPackageBundle bundle;
};
[[nodiscard]] const Newcomer& newcomer();

// Three members of one group in one epoch, as stored states. Made once.
inline constexpr std::size_t kMembers = 3;
[[nodiscard]] const std::vector<Bytes>& stored_trio();
[[nodiscard]] mls::Group restored(ByteView stored);
[[nodiscard]] inline Bytes stored(const mls::Group& group) {
  return to_bytes(group.serialize().view());
}
// A member's state with its keys, for those who break the rules on purpose.
[[nodiscard]] mls::GroupState opened_state(ByteView stored);

// Signs it anew with the key of person 0, when that one is its signer.
void sign_again(mls::GroupInfo& info);

// A circle with a supporter and two parents, as stored states. Made once.
inline const std::uint32_t kToday = 20'000;
struct CircleStates {
  circle::CircleId id;
  std::vector<Bytes> phones;
  std::vector<circle::Outgoing> messages;  // by phone 1 and 2, for the epoch that all are in
  Bytes sealed_package;                    // of `slip`, which is live
  circle::Slip slip;
};
[[nodiscard]] const CircleStates& circle_states();

}  // namespace bredvid::fuzz
