#include "crypto/mls/group_state.h"
#include "crypto/mls/message.h"
#include "crypto/mls/tree_validation.h"
#include "tests/crypto/allocation/decoders.h"
#include "tests/crypto/mls/group_fixture.h"

namespace bredvid::allocation {
namespace {

using namespace mls;
using namespace mls::testing_support;

template <typename T>
Decoder of(std::string name) {
  return {std::move(name), [](ByteView input) { return tls::decode<T>(input).has_value(); }};
}

struct Newcomer {
  TestRandom random{9};
  OwnIdentity own = identity("newcomer", random);
  KeyPackageBundle bundle = *make_key_package(own, {}, random);
};

Newcomer& newcomer() {
  static Newcomer one;
  return one;
}

bool try_external_join(ByteView group_info, std::optional<ByteView> tree) {
  TestRandom random(3);
  return Group::join_external({group_info, tree, {}, {}}, newcomer().own, random).has_value();
}

bool try_welcome(ByteView welcome, std::optional<ByteView> tree) {
  return Group::join_by_welcome(welcome, newcomer().bundle, newcomer().own, knows_psk(), tree).has_value();
}

// What the rules ask of a tree, without a group around it.
bool check_tree(ByteView input) {
  const auto tree = tls::decode<RatchetTree>(input);
  if (!tree) return false;
  GroupContext context;
  context.tree_hash = tree->root_hash();
  return check_whole_tree(*tree, context).has_value();
}

}  // namespace

std::vector<Decoder> mls_decoders() {
  std::vector<Decoder> all{
      of<MlsMessage>("MlsMessage"),
      of<AuthenticatedContent>("AuthenticatedContent"),
      of<Commit>("Commit"),
      of<Proposal>("Proposal"),
      of<KeyPackage>("KeyPackage"),
      of<LeafNode>("LeafNode"),
      of<RatchetTree>("RatchetTree"),
      of<GroupContext>("GroupContext"),
      of<GroupInfo>("GroupInfo"),
      of<GroupSecrets>("GroupSecrets"),
      of<Welcome>("Welcome"),
      of<RequiredCapabilities>("RequiredCapabilities"),
      {"tree validation", check_tree},
      {"inspect_key_package", [](ByteView input) { return inspect_key_package(input).has_value(); }},
      {"key_package_lifetime", [](ByteView input) { return key_package_lifetime(input).has_value(); }},
      {"key_package_reference", [](ByteView input) { return key_package_reference(input).has_value(); }},
      {"welcome_references", [](ByteView input) { return welcome_references(input).has_value(); }},
      {"inspect_group_info", [](ByteView input) { return inspect_group_info(input).has_value(); }},
      {"join_external", [](ByteView input) { return try_external_join(input, std::nullopt); }},
      {"join_by_welcome", [](ByteView input) { return try_welcome(input, std::nullopt); }},
      {"Group::restore", [](ByteView input) { return Group::restore(input).has_value(); }},
      {"PendingCommit::restore", [](ByteView input) { return PendingCommit::restore(input).has_value(); }},
      {"KeyPackageBundle::restore", [](ByteView input) { return KeyPackageBundle::restore(input).has_value(); }},
  };
  return all;
}

std::vector<Bytes> real_messages() {
  Circle circle("anna");
  circle.join_external("bo", "anna");
  circle.join_external("cilla", "bo");
  Group& anna = circle.at("anna");
  CommitRequest request;
  request.add.push_back(newcomer().bundle.key_package);
  request.psks.push_back({kPskId, psk()});
  const auto pending = anna.commit(request, circle.random);
  request.format = HandshakeFormat::public_message;
  const auto in_public = anna.commit(request, circle.random);
  const auto info = anna.group_info();
  const auto said = anna.encrypt(bytes_of("hej"), kBucket, circle.random);
  return {newcomer().bundle.key_package,
          pending->message(),
          *pending->welcome(),
          in_public->message(),
          *info,
          *said,
          anna.ratchet_tree(),
          stored(anna),
          to_bytes(pending->serialize().view()),
          to_bytes(newcomer().bundle.serialize().view())};
}

}  // namespace bredvid::allocation
