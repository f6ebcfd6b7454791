// What crypto/mls and crypto/circle cost: one JSON object a line. See README.md.
#include "tests/bench/circle_bench.h"
#include "tests/bench/mls_groups.h"
#include "tests/bench/stopwatch.h"

namespace bredvid::bench {
namespace {

constexpr std::size_t kPadded = 256;
constexpr std::size_t kText = 200;

// The first application messages of a sender: one each time, with keys in order.
void messages(std::size_t members, Random& random) {
  TwoOf two = group_of(members, random);
  const Bytes text(kText, 'a');
  const auto nothing = [] { return 0; };
  Bytes sent;
  measure("encrypt_200", members, nothing,
          [&](int) { sent = take(two.committer.encrypt(text, kPadded, random), "encrypt"); });
  // The follower has to catch up with the generation first, in steps that its forward limit allows.
  TwoOf fresh = group_of(members, random);
  measure(
      "decrypt_200", members, [&] { return take(fresh.committer.encrypt(text, kPadded, random), "encrypt"); },
      [&](const Bytes& message) { require(fresh.follower.process(message, {}, {}).has_value(), "decrypt"); });
}

void handshakes(std::size_t members, Random& random) {
  TwoOf two = group_of(members, random);
  const SecretBytes committer = two.committer.serialize();
  const SecretBytes follower = two.follower.serialize();
  report_bytes("state", members, follower.size());

  measure(
      "commit_update", members, [&] { return copy_of(committer); },
      [&](mls::Group& group) { require(group.commit({}, random).has_value(), "commit"); });
  const Bytes update = take(two.committer.commit({}, random), "commit").message();
  report_bytes("commit_update", members, update.size());
  measure(
      "process_commit", members, [&] { return copy_of(follower); },
      [&](mls::Group& group) { require(group.process(update, {}, {}).has_value(), "process"); });

  const mls::OwnIdentity newcomer = someone(random);
  const auto bundle = take(mls::make_key_package(newcomer, {}, random), "key package");
  mls::CommitRequest add;
  add.add.push_back(bundle.key_package);
  measure(
      "commit_add", members, [&] { return copy_of(committer); },
      [&](mls::Group& group) { require(group.commit(add, random).has_value(), "commit"); });
  mls::Group adding = copy_of(committer);
  const auto pending = take(adding.commit(add, random), "commit");
  const Bytes welcome = *pending.welcome();
  report_bytes("welcome", members, welcome.size());
  measure(
      "join_welcome", members, [] { return 0; },
      [&](int) { require(mls::Group::join_by_welcome(welcome, bundle, newcomer, {}).has_value(), "join"); });

  const Bytes info = take(copy_of(committer).group_info(), "group info");
  measure(
      "join_external", members, [] { return 0; },
      [&](int) {
        mls::ExternalJoinRequest request{info, std::nullopt, {}, std::nullopt};
        request.psks.push_back(bench_psk_input());
        require(mls::Group::join_external(request, newcomer, random).has_value(), "join");
      });
  measure(
      "serialize", members, [] { return 0; }, [&](int) { require(!copy_of(follower).serialize().empty(), "store"); });
}

void alone(Random& random) {
  const mls::OwnIdentity own = someone(random);
  measure(
      "create", 1, [] { return 0; },
      [&](int) { require(mls::Group::create(Bytes(16, 1), own, {}, random).has_value(), "create"); });
  measure(
      "key_package", 1, [] { return 0; },
      [&](int) { require(mls::make_key_package(own, {}, random).has_value(), "key package"); });
}

void run() {
  BenchRandom random;
  alone(random);
  for (const std::size_t members : {2U, 5U, 10U, 50U}) handshakes(members, random);
  for (const std::size_t members : {2U, 5U}) messages(members, random);
  primitives(random);
  circles(random);
}

}  // namespace
}  // namespace bredvid::bench

int main() {
  bredvid::bench::run();
  return 0;
}
