// Stored states: damaged ones are refused, and whatever is taken can be used and stored again.
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {
namespace {

void use(mls::Group group) {
  FixedRandom random(1);
  const Bytes once = stored(group);
  const Bytes again = stored(restored(once));
  require(once == again, "a state changes by being stored and read");
  (void)group.members();
  (void)group.group_info();
  (void)group.encrypt(bytes_of("hej"), 256, random);
  (void)group.commit({}, random, knows_psk());
  const Bytes before = stored(group);
  const auto done = group.process(*restored(stored_trio()[1]).group_info(), knows_psk(), accepts_all());
  require(!done && stored(group) == before, "a message that is none was taken");
}

}  // namespace

void run(ByteView input) {
  if (input.empty()) return;
  const ByteView rest = input.subspan(1);
  if (input[0] == 0) {
    auto group = modestly(rest, [](ByteView bytes) { return mls::Group::restore(bytes); });
    if (group) use(std::move(*group));
  } else if (input[0] == 1) {
    const auto pending = modestly(rest, [](ByteView bytes) { return mls::PendingCommit::restore(bytes); });
    if (pending) (void)pending->serialize();
  } else if (input[0] == 2) {
    const auto bundle = modestly(rest, [](ByteView bytes) { return mls::KeyPackageBundle::restore(bytes); });
    if (bundle) require(mls::KeyPackageBundle::restore(bundle->serialize().view()).has_value(), "unreadable bundle");
  }
}

}  // namespace bredvid::fuzz
