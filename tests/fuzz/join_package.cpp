// The package that a slip opens. First byte: 0 as sealed; 1 its plaintext, which is sealed here with the slip's key.
#include "crypto/primitives/aead.h"
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {
namespace {

Bytes seal(ByteView plain) {
  const CircleStates& states = circle_states();
  tls::Writer place;
  place.fixed(bytes_of("bredvid join v1"));
  states.id.encode(place);
  place.u32(states.slip.selector);
  const Bytes nonce(crypto::kAeadNonceSize, 7);
  const auto keys = circle::derive_slip_keys(states.slip);
  return concat({nonce, *crypto::aead_seal(keys.join.view(), nonce, place.view(), plain)});
}

}  // namespace

void run(ByteView input) {
  if (input.empty()) return;
  const ByteView rest = input.subspan(1);
  const CircleStates& states = circle_states();
  const Bytes sealed = input[0] % 2 == 1 ? seal(rest) : to_bytes(rest);
  const auto keys = circle::derive_slip_keys(states.slip);
  const auto package = modestly(sealed, [&](ByteView bytes) {
    return circle::open_package(bytes, keys.join.view(), states.id, states.slip.selector);
  });
  FixedRandom random(1);
  const auto joined =
      circle::Circle::join({states.slip, states.id, sealed, circle::DeviceId::fresh(random), "Cilla", kToday}, random);
  if (joined) require(package.has_value(), "joined with a package that can't be opened");
  if (package && input[0] % 2 == 1) {
    require(equal_public(tls::encode(*package), rest), "a second form of the same package");
  }
}

}  // namespace bredvid::fuzz
