#include "tests/bench/mls_groups.h"

#include "tests/bench/stopwatch.h"

namespace bredvid::bench {
namespace {

const Bytes kPskId(16, 7);

mls::CommitPolicy anything() {
  return [](const mls::CommitApplied&) { return true; };
}

void follow(mls::Group& group, ByteView commit) {
  require(group.process(commit, bench_psk(), anything()).has_value(), "a commit was refused");
}

}  // namespace

mls::PskLookup bench_psk() {
  return [](ByteView) -> std::optional<SecretBytes> { return SecretBytes(32); };
}

mls::PskInput bench_psk_input() {
  return {kPskId, SecretBytes(32)};
}

mls::OwnIdentity someone(Random& random) {
  return {random.bytes(33), crypto::make_signature_key(random)};  // as long as a circle's identity
}

mls::Group copy_of(const SecretBytes& stored) {
  return take(mls::Group::restore(stored.view()), "a state could not be read");
}

TwoOf group_of(std::size_t members, Random& random) {
  mls::Group founder = take(mls::Group::create(random.bytes(16), someone(random), {}, random), "create");
  std::optional<mls::Group> follower;
  for (std::size_t i = 1; i < members; ++i) {
    const Bytes info = take(founder.group_info(), "group info");
    mls::ExternalJoinRequest request{info, std::nullopt, {}, std::nullopt};
    request.psks.push_back(bench_psk_input());
    auto joined = take(mls::Group::join_external(request, someone(random), random), "external join");
    follow(founder, joined.commit);
    if (follower) {
      follow(*follower, joined.commit);
    } else {
      follower = std::move(joined.group);
    }
  }
  // The founder's own path, and four past epochs as in a group that lives.
  for (int i = 0; i < 5; ++i) {
    auto pending = take(founder.commit({}, random), "commit");
    follow(*follower, pending.message());
    require(founder.merge(std::move(pending)).has_value(), "merge");
  }
  return {std::move(founder), std::move(*follower)};
}

}  // namespace bredvid::bench
