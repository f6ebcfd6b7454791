#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "tests/fuzz/people.h"
#include "tests/fuzz/seeds.h"

namespace bredvid::fuzz {
namespace {

using namespace mls;

Bytes marked(std::uint8_t first, ByteView rest) {
  return concat({Bytes{first}, rest});
}

template <typename T>
void structure(std::uint8_t kind, const T& value) {
  seed("mls_message", marked(kind, tls::encode(value)));
}

// The parts of a message, each for the decoder of its own kind.
void parts_of(ByteView message) {
  seed("mls_message", marked(0, message));
  const auto decoded = tls::decode<MlsMessage>(message);
  require(decoded.has_value(), "a seed that can't be read");
  std::visit([](const auto& body) { structure(static_cast<std::uint8_t>(1 + MlsMessage{body}.body.index()), body); },
             decoded->body);
  if (const auto* open = std::get_if<PublicMessage>(&decoded->body)) {
    structure(6, AuthenticatedContent{kWirePublicMessage, open->content, open->auth});
    if (const auto* commit = std::get_if<Commit>(&open->content.content)) {
      structure(7, *commit);
      seed("insider", marked(2 | 4, tls::encode(*commit)));
      seed("insider", marked(2 | 4 | 8 | 16, tls::encode(*commit)));
      if (commit->path) structure(9, commit->path->leaf_node);
    }
    if (const auto* proposal = std::get_if<Proposal>(&open->content.content)) {
      structure(8, *proposal);
      seed("insider", marked(1, tls::encode(*proposal)));
      seed("insider", marked(1 | 4 | 16, tls::encode(*proposal)));
    }
  }
}

void group_info_seeds(const Bytes& message) {
  seed("group_info", marked(0, message));
  seed("group_info", marked(1, message));
  const auto info = decode_message<GroupInfo>(message);
  structure(11, info->group_context);
}

// The Welcome for the newcomer, sealed and as its two plaintexts.
void welcome_seeds(const Bytes& message) {
  seed("welcome", marked(0, message));
  const auto welcome = decode_message<Welcome>(message);
  const auto key_package = decode_message<KeyPackage>(newcomer().bundle.key_package);
  const auto secrets = decrypt_group_secrets(*welcome, key_package_ref(tls::encode(*key_package)),
                                             newcomer().bundle.init_private.view());
  require(secrets.has_value(), "the newcomer's welcome");
  structure(10, *secrets);
  std::vector<Psk> psks;
  for (const PreSharedKeyId& id : secrets->psks) psks.push_back({id, shared_psk()});
  const auto info =
      decrypt_group_info(welcome->encrypted_group_info, welcome_secret(secrets->joiner_secret, psk_secret(psks)));
  require(info.has_value(), "the newcomer's group info");
  const Bytes first = tls::encode(*secrets);
  const Bytes second = tls::encode(*info);
  const Bytes size{static_cast<std::uint8_t>(first.size() >> 8), static_cast<std::uint8_t>(first.size())};
  for (const std::uint8_t mode : Bytes{1, 2}) seed("welcome", concat({Bytes{mode}, size, first, second}));
}

void proposal_seeds(Group& group, Random& random) {
  const std::vector<ProposalRequest> requests{ProposeAdd{newcomer().bundle.key_package, std::nullopt},
                                              ProposeUpdate{},
                                              ProposeRemove{{1}},
                                              ProposePsk{kPskId},
                                              ProposeResumption{group.epoch()},
                                              ProposeRequirements{{{5}, {}, {1}}}};
  for (const ProposalRequest& request : requests) {
    const auto made = group.propose(request, random, HandshakeFormat::public_message);
    require(made.has_value(), "a proposal");
    parts_of(*made);
  }
  seed("group_state", marked(0, stored(group)));
  CommitRequest all;
  all.format = HandshakeFormat::public_message;
  const auto pending = group.commit(all, random, knows_psk());
  if (pending) parts_of(pending->message());
}

void sequence_seeds() {
  // Short stories; see the steps in group_sequence.cpp. 9, 0: all messages so far, in order, to one device.
  const auto story = [](Bytes steps) { seed("group_sequence", steps); };
  const auto all_get = [](Bytes steps) {
    for (std::uint8_t device = 0; device < kMembers; ++device) steps.insert(steps.end(), {9, device, 0});
    return steps;
  };
  story(all_get({0, 0, 3, 'h', 'e', 'j', 0, 1, 2, 'j', 'a'}));
  for (const std::uint8_t how : Bytes{0x40, 0xc0, 0x44, 0x48, 0x50, 0x60, 0x00, 0x80}) {
    Bytes steps = all_get({1, 0, how, 0, 3, 0});
    steps.insert(steps.end(), {0, 0, 1, 'x', 0, 1, 1, 'y'});
    story(all_get(std::move(steps)));
  }
  story(all_get({1, 0, 0x41, 0, 7, 0, 0, 0, 3, 0, 0, 3, 1, 'x'}));  // an add and its welcome
  story(all_get({1, 0, 0x42, 2, 3, 0, 0, 1, 1, 'x'}));              // a removal
  story(all_get({6, 0, 0, 0, 3, 1, 'x'}));                          // an external join
  story(all_get({6, 0, 1, 2, 0, 3, 1, 'x'}));                       // one that removes
  story(all_get({1, 0, 0x40, 1, 1, 0x40, 3, 0, 9, 2, 2, 0, 1}));    // a race
  for (std::uint8_t kind = 0; kind < 6; ++kind) {                   // a proposal, then its commit
    for (const int format : {0, 0x84}) {
      const auto how = static_cast<std::uint8_t>(kind + format / 0x84 * 0x84);
      Bytes steps = all_get({5, 1, how, 0});
      steps.insert(steps.end(), {1, 0, 0, 3, 0});
      story(all_get(std::move(steps)));
    }
  }
  for (std::uint8_t how = 0; how < 6; ++how) story({0, 0, 1, 'x', 0, 1, 1, 'y', 9, 2, 1, 0, 0, 0, 1, how, 0, 20, 1});
  story({0, 0, 1, 'x', 9, 1, 2, 0, 0, 8, 1, 9, 1, 2, 0, 0});  // the same twice, with a reload between
  // Out of order, and each twice; then late, from the epoch before.
  const Bytes three{0, 0, 1, 'x', 0, 0, 1, 'y', 0, 0, 1, 'z'};
  story(concat({three, Bytes{9, 1, 2, 0, 2, 9, 1, 2, 0, 0, 9, 1, 2, 0, 0, 9, 1, 2, 0, 2, 9, 1, 2, 0, 1}}));
  story(concat({three, Bytes{9, 1, 2, 0, 2, 1, 0, 0x40, 9, 1, 2, 0, 3, 9, 1, 2, 0, 0, 9, 1, 2, 0, 0, 9, 1, 2, 0, 1}}));
  // A public proposal twice, and after its commit.
  story({5, 1, 0x82, 2, 9, 0, 2, 0, 0, 9, 0, 2, 0, 0, 9, 2, 2, 0, 0, 1, 0, 0, 3, 0, 9, 1, 2, 0, 1, 9, 1, 2, 0, 0});
}

}  // namespace

void write_mls_seeds() {
  FixedRandom random(11);
  Group group = restored(stored_trio()[0]);
  seed("key_package", newcomer().bundle.key_package);
  const auto last_resort = make_key_package(person(7), {1, 2}, random, KeyPackageUse::last_resort);
  seed("key_package", last_resort->key_package);
  seed("group_state", marked(2, newcomer().bundle.serialize().view()));
  for (const Bytes& state : stored_trio()) seed("group_state", marked(0, state));

  CommitRequest add;
  add.add.push_back(newcomer().bundle.key_package);
  add.psks.push_back({kPskId, shared_psk()});
  for (const HandshakeFormat format : {HandshakeFormat::private_message, HandshakeFormat::public_message}) {
    add.format = format;
    const auto pending = group.commit(add, random);
    require(pending.has_value(), "a commit");
    parts_of(pending->message());
    parts_of(*pending->welcome());
    welcome_seeds(*pending->welcome());
    group_info_seeds(pending->group_info());
    seed("ratchet_tree", pending->ratchet_tree());
    seed("group_state", marked(1, pending->serialize().view()));
  }
  parts_of(newcomer().bundle.key_package);
  const auto info = group.group_info();
  parts_of(*info);
  group_info_seeds(*info);
  const auto joined = Group::join_external({*info, std::nullopt, {}, LeafIndex{1}}, person(9), random);
  parts_of(joined->commit);
  seed("ratchet_tree", group.ratchet_tree());
  seed("ratchet_tree", joined->group.ratchet_tree());
  const auto said = group.encrypt(bytes_of("hej"), 64, random);
  parts_of(*said);
  seed("insider", marked(0, Bytes{3, 'h', 'e', 'j'}));
  PreSharedKeyId resumption;
  resumption.type = PskType::resumption;
  resumption.psk_nonce = Bytes(32, 1);
  structure(12, resumption);
  structure(13, RequiredCapabilities{{{1}, {2}, {1}}});
  proposal_seeds(group, random);
  sequence_seeds();
}

}  // namespace bredvid::fuzz
