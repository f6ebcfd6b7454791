// A GroupInfo from a stranger: inspected, and joined with. The first byte says whether it is signed anew, so that what
// lies behind the signature is reached.
#include "crypto/mls/message.h"
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {

void run(ByteView input) {
  if (input.empty()) return;
  Bytes message = to_bytes(input.subspan(1));
  if (input[0] % 2 == 1) {
    auto info = mls::decode_message<mls::GroupInfo>(message);
    if (!info) return;
    sign_again(*info);
    message = mls::encode_message(std::move(*info));
  }
  const auto summary = modestly(message, [](ByteView bytes) { return mls::inspect_group_info(bytes); });
  FixedRandom random(1);
  auto joined = mls::Group::join_external({message, std::nullopt, {}, std::nullopt}, person(9), random);
  if (!joined) return;
  require(summary.has_value(), "joined with a group info that does not pass inspection");
  require(joined->group.epoch() == summary->epoch + 1, "joined another epoch");
  require(joined->group.members().size() == summary->members.size() + 1, "joined another group");
  (void)restored(stored(joined->group));
}

}  // namespace bredvid::fuzz
