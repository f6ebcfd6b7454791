// A circle's stored state: damaged ones are refused, and whatever is taken can be used and stored again.
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {

void run(ByteView input) {
  using namespace circle;
  auto restored = modestly(input, [](ByteView bytes) { return Circle::restore(bytes); });
  if (!restored) return;
  const Bytes once = to_bytes(restored->serialize().view());
  const auto again = Circle::restore(once);
  require(again.has_value(), "what was stored can't be read");
  require(equal_public(again->serialize().view(), once), "a state changes by being stored and read");
  FixedRandom random(1);
  (void)restored->devices();
  (void)restored->words();
  (void)restored->refresh_packages(kToday, random);
  (void)restored->send({ContentId::fresh(random), 1, Text{"hej"}}, random);
  (void)restored->update(kToday, random);
  (void)restored->commit_accepted();
}

}  // namespace bredvid::fuzz
