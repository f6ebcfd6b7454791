// A member that sends what it likes, correctly signed and encrypted: the first byte says how, the rest is the content.
// Whatever the others do not accept leaves them as they were.
#include "crypto/mls/message.h"
#include "tests/fuzz/people.h"

namespace bredvid::fuzz {
namespace {

using namespace mls;

std::optional<Content> content_from(std::uint8_t kind, ByteView bytes) {
  tls::Reader reader(bytes);
  const auto type = static_cast<ContentType>(1 + kind % 3);
  Content content = decode_content(reader, type);
  if (!reader.ok()) return std::nullopt;
  return content;
}

// The commit's own leaf is signed anew, so that the checks behind that signature are reached.
void sign_leaves(Content& content, const GroupState& attacker, LeafIndex leaf) {
  const ByteView seed = attacker.signature_key.seed.view();
  if (auto* commit = std::get_if<Commit>(&content); commit != nullptr && commit->path) {
    commit->path->leaf_node.signature_key = attacker.signature_key.public_key;
    (void)sign_leaf(commit->path->leaf_node, {attacker.context.group_id, leaf}, seed);
  } else if (auto* proposal = std::get_if<Proposal>(&content)) {
    if (auto* update = std::get_if<Update>(&proposal->body)) {
      (void)sign_leaf(*update->leaf_node, {attacker.context.group_id, leaf}, seed);
    }
  }
}

std::optional<Bytes> send(GroupState& attacker, Content content, std::uint8_t how) {
  const Bytes context = tls::encode(attacker.context);
  const bool in_public = (how & 4) != 0;
  const bool newcomer = (how & 8) != 0;
  const Sender sender =
      newcomer ? Sender{SenderType::new_member_commit, 0} : Sender{SenderType::member, attacker.own_leaf.value};
  if ((how & 16) != 0) sign_leaves(content, attacker, newcomer ? LeafIndex{3} : attacker.own_leaf);
  const std::uint16_t format = in_public ? kWirePublicMessage : kWirePrivateMessage;
  FramedContent framed{attacker.context.group_id, attacker.context.epoch, sender, {}, std::move(content)};
  auto made = sign_content(format, std::move(framed), context, attacker.signature_key.seed.view());
  if (!made) return std::nullopt;
  made->auth.confirmation_tag = Bytes(32, 1);
  if (in_public) {
    auto message = protect_public(std::move(*made), attacker.secrets.membership_key, context);
    if (!message) return std::nullopt;
    return encode_message(std::move(*message));
  }
  FixedRandom random(1);
  auto message = protect_private(*made, 0, {attacker.secret_tree, attacker.secrets.sender_data, context}, random);
  if (!message) return std::nullopt;
  return encode_message(std::move(*message));
}

}  // namespace

void run(ByteView input) {
  if (input.empty()) return;
  const auto content = content_from(input[0], input.subspan(1));
  if (!content) return;
  GroupState attacker = opened_state(stored_trio()[1]);
  const auto message = send(attacker, *content, input[0]);
  if (!message) return;
  Group victim = restored(stored_trio()[0]);
  const Bytes before = stored(victim);
  const auto done = victim.process(*message, knows_psk(), accepts_all());
  const Bytes after = stored(victim);
  require(done || before == after, "a refused message moved the state");
  if (done && std::holds_alternative<CommitApplied>(*done)) {
    require(std::get<CommitApplied>(*done).self_removed, "a commit with a wrong confirmation tag was taken");
  }
  (void)restored(after);
  // The state is good for what honest members do next.
  FixedRandom random(2);
  if (!victim.is_removed()) {
    require(victim.encrypt(bytes_of("hej"), 256, random).has_value(), "nothing can be said any more");
    (void)victim.commit({}, random, knows_psk());
    CommitRequest alone;
    alone.stored_proposals = false;
    require(victim.commit(alone, random, knows_psk()).has_value(), "no commit can be made any more");
  }
}

}  // namespace bredvid::fuzz
