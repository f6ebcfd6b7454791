// A key package from a stranger, through everything that looks at one.
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {

void run(ByteView input) {
  const auto member = modestly(input, [](ByteView bytes) { return mls::inspect_key_package(bytes); });
  const auto lifetime = modestly(input, [](ByteView bytes) { return mls::key_package_lifetime(bytes); });
  const auto use = modestly(input, [](ByteView bytes) { return mls::key_package_use(bytes); });
  (void)modestly(input, [](ByteView bytes) { return mls::key_package_reference(bytes); });
  require(member.has_value() == lifetime.has_value() && member.has_value() == use.has_value(),
          "a key package is good for one question and bad for another");
  static mls::Group group = restored(stored_trio()[0]);
  static const Bytes before = stored(group);
  mls::CommitRequest request;
  request.add.push_back(to_bytes(input));
  FixedRandom random(1);
  const auto pending = group.commit(request, random);
  if (!member) require(!pending && stored(group) == before, "a bad key package was added");
  if (pending) group = restored(before);
}

}  // namespace bredvid::fuzz
