// What crypto/mls and crypto/circle cost: one JSON object a line. See README.md.
#include "crypto/primitives/system_random.h"
#include "tests/bench/circle_bench.h"
#include "tests/bench/mls_groups.h"
#include "tests/bench/primitive_bench.h"
#include "tests/bench/stopwatch.h"

namespace bredvid::bench {
namespace {

const auto kNothing = [] { return 0; };

void alone(Random& random) {
  const mls::OwnIdentity own = someone(random);
  measure("create", 1, kNothing,
          [&](int) { require(mls::Group::create(Bytes(16, 1), own, {}, random).has_value(), "create"); });
  measure("key_package", 1, kNothing,
          [&](int) { require(mls::make_key_package(own, {}, random).has_value(), "key package"); });
}

// One message after the other, so each takes one step of the sender's ratchet on both sides.
void messages(std::size_t members, Random& random) {
  const Bytes text = a_text();
  TwoOf two = group_of(members, random);
  measure("encrypt_200", members, kNothing,
          [&](int) { require(two.committer.encrypt(text, kPadded, random).has_value(), "encrypt"); });
  TwoOf other = group_of(members, random);
  measure(
      "decrypt_200", members, [&] { return take(other.committer.encrypt(text, kPadded, random), "encrypt"); },
      [&](const Bytes& message) { require(other.follower.process(message, {}, {}).has_value(), "decrypt"); });
}

// Each on a fresh copy: a group only goes forward.
void handshakes(std::size_t members, Random& random) {
  TwoOf two = group_of(members, random);
  const SecretBytes committer = two.committer.serialize();
  const SecretBytes follower = two.follower.serialize();
  const Newcomer newcomer = newcomer_to(two.committer, random);
  const Bytes update = take(two.committer.commit({}, random), "commit").message();
  const Bytes external = join_by_external_commit(newcomer, random);
  report_bytes("state", members, follower.size());
  report_bytes("commit_update", members, update.size());
  report_bytes("welcome", members, newcomer.welcome.size());
  report_bytes("group_info", members, newcomer.group_info.size());

  const auto a_committer = [&] { return copy_of(committer); };
  const auto a_follower = [&] { return copy_of(follower); };
  measure("commit_update", members, a_committer,
          [&](mls::Group& group) { require(group.commit({}, random).has_value(), "commit"); });
  measure("process_commit", members, a_follower, [&](mls::Group& group) { follow(group, update); });
  measure("commit_add", members, a_committer,
          [&](mls::Group& group) { require(group.commit(newcomer.add, random).has_value(), "commit"); });
  measure("join_welcome", members, kNothing, [&](int) { join_by_welcome(newcomer); });
  measure("join_external", members, kNothing, [&](int) { (void)join_by_external_commit(newcomer, random); });
  measure("process_external", members, a_follower, [&](mls::Group& group) { follow(group, external); });
  measure("serialize", members, a_follower,
          [&](mls::Group& group) { require(group.serialize().size() == follower.size(), "serialize"); });
  measure("restore", members, kNothing, [&](int) { (void)copy_of(follower); });
}

void run() {
  // As in every program of ours: lets libsodium choose the fastest code for this processor.
  const crypto::SystemRandom chosen;
  BenchRandom random;
  alone(random);
  for (const std::size_t members : {2U, 5U, 10U, 50U}) handshakes(members, random);
  for (const std::size_t members : {2U, 5U}) messages(members, random);
  circles(random);
  primitives();
}

}  // namespace
}  // namespace bredvid::bench

int main() {
  bredvid::bench::run();
  return 0;
}
