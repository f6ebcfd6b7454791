// Sealed records: only what was sealed for that place opens. First byte: 0 a record from outside; 1 a real one,
// damaged.
#include "crypto/circle/vault.h"
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {
namespace {

const circle::Vault& vault() {
  static const circle::Vault one = *circle::Vault::unlock(SecretBytes(Bytes(32, 1)), Bytes(32, 2));
  return one;
}

}  // namespace

void run(ByteView input) {
  Choices choices(input);
  const std::uint8_t mode = choices.byte();
  const auto open = [](ByteView bytes) { return vault().open("here", bytes); };
  if (mode % 2 == 0) {
    require(!modestly(choices.rest(), open), "a record that nobody sealed was opened");
    return;
  }
  FixedRandom random(2);
  const std::uint16_t at = choices.number();
  const std::uint8_t flip = choices.byte();
  const Bytes plain = to_bytes(choices.rest());
  Bytes sealed = *vault().seal("here", plain, random);
  const auto whole = modestly(sealed, open);
  require(whole && equal_public(whole->view(), plain), "a sealed record does not open");
  require(!vault().open("there", sealed), "a record opened in another place");
  sealed[at % sealed.size()] ^= flip;
  if (flip != 0) require(!vault().open("here", sealed), "a damaged record was opened");
}

}  // namespace bredvid::fuzz
