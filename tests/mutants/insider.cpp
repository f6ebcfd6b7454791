#include "tests/mutants/insider.h"

#include <algorithm>

#include "crypto/mls/transcript.h"

namespace bredvid::mutants {

using namespace mls;
using namespace mls::testing_support;

namespace {

// Applies proposals the way the RFC says, without asking whether they may be there.
std::vector<LeafIndex> apply_unchecked(RatchetTree& tree, GroupContext& context, const std::vector<Proposal>& list,
                                       const std::vector<ResolvedProposal>& referred) {
  std::vector<LeafIndex> added;
  for (const ResolvedProposal& item : referred) {
    if (const auto* update = std::get_if<Update>(&item.proposal.body)) tree.update(*item.sender, *update->leaf_node);
  }
  for (const Proposal& proposal : list) {
    const auto* remove = std::get_if<Remove>(&proposal.body);
    if (remove != nullptr && tree.leaf(remove->removed) != nullptr) tree.remove(remove->removed);
  }
  for (const Proposal& proposal : list) {
    if (const auto* add = std::get_if<Add>(&proposal.body)) added.push_back(*tree.add(add->key_package->leaf_node));
    if (const auto* change = std::get_if<GroupContextExtensions>(&proposal.body)) {
      context.extensions = change->extensions;
    }
  }
  return added;
}

Secrets path_secrets(std::size_t count, Random& random) {
  Secrets made;
  SecretBytes next = random.secret(crypto::kHashSize);
  for (std::size_t i = 0; i < count; ++i) {
    made.nodes.push_back({crypto::kem_derive_key(derive_secret(next, "node").view()).public_key, {}});
    SecretBytes above = derive_secret(next, "path");
    made.path.push_back(std::move(next));
    next = std::move(above);
  }
  made.commit = std::move(next);
  return made;
}

Bytes merge_keys(RatchetTree& tree, LeafIndex sender, const std::vector<PathStep>& steps,
                 const std::vector<UpdatePathNode>& nodes) {
  tree.blank_direct_path(sender);
  Bytes hash;
  for (std::size_t i = std::min(steps.size(), nodes.size()); i-- > 0;) {
    tree.set_parent(steps[i].node, {nodes[i].encryption_key, hash, {}});
    hash = tree.parent_hash(steps[i].node, steps[i].copath_child);
  }
  return hash;
}

void seal(UpdatePath& path, const Secrets& secrets, const RatchetTree& tree, const std::vector<PathStep>& steps,
          const std::vector<LeafIndex>& added, ByteView context, Random& random) {
  for (std::size_t i = 0; i < std::min(steps.size(), path.nodes.size()); ++i) {
    for (NodeIndex node : tree.resolution(steps[i].copath_child)) {
      if (is_leaf(node) && std::find(added.begin(), added.end(), leaf_of(node)) != added.end()) continue;
      auto sealed =
          encrypt_with_label(*tree.encryption_key(node), "UpdatePathNode", context, secrets.path[i].view(), random);
      if (!sealed) sealed = crypto::HpkeMessage{Bytes(32, 9), Bytes(48)};  // a key that nobody can encrypt to
      path.nodes[i].encrypted_path_secret.push_back(std::move(*sealed));
    }
  }
}

struct Table {
  std::map<std::string, std::map<std::string, int>> fields;
  int mutants = 0;
};
Table& table() {
  static Table all;
  return all;
}

class PrintInsiders final : public testing::Environment {
 public:
  void TearDown() override { print_insiders(); }
};
[[maybe_unused]] const testing::Environment* const kAtTheEnd = testing::AddGlobalTestEnvironment(new PrintInsiders);

}  // namespace

Plan with(std::vector<Proposal> proposals) {
  Plan plan;
  for (Proposal& proposal : proposals) plan.proposals.push_back({std::move(proposal)});
  return plan;
}

World::World() {
  for (const char* name : {"bo", "cilla", "dora"}) circle.join_by_welcome(name, "anna");
  for (const char* name : {"dora", "cilla", "bo", "anna"}) circle.commit(name, {});
  bo = open_state(circle.at("bo"));
  cilla = open_state(circle.at("cilla"));
  context = tls::encode(bo.context);
}

// The path as far as the leaf's signature, merged into the tree of `next`.
Secrets World::begin_path(const Plan& plan, GroupState& next, Commit& commit) {
  const std::vector<PathStep> steps = next.tree.filtered_direct_path(next.own_leaf);
  Secrets secrets = path_secrets(steps.size(), random());
  if (plan.keys) plan.keys(secrets.nodes);
  commit.path.emplace();
  LeafNode& fresh = commit.path->leaf_node = *bo.tree.leaf(bo.own_leaf);
  if (plan.external) {
    next.signature_key = crypto::make_signature_key(random());
    fresh = leaf_template({to_bytes(bytes_of("eva")), next.signature_key.clone()});
  }
  fresh.encryption_key = crypto::kem_make_key(random()).public_key;
  fresh.source = LeafNodeSource::commit;
  fresh.parent_hash = merge_keys(next.tree, next.own_leaf, steps, secrets.nodes);
  if (plan.leaf) plan.leaf(fresh);
  const LeafIndex place = plan.signed_for.value_or(next.own_leaf);
  EXPECT_TRUE(sign_leaf(fresh, {next.context.group_id, place}, next.signature_key.seed.view()));
  if (plan.signed_leaf) plan.signed_leaf(fresh);
  next.tree.set_leaf(next.own_leaf, fresh);
  commit.path->nodes = std::move(secrets.nodes);
  return secrets;
}

// The init secret that the new epoch starts from, and the PSKs that go into it.
SecretBytes World::init_of(const std::vector<Proposal>& list, std::vector<Psk>& psks) {
  SecretBytes init = bo.secrets.init.clone();
  for (const Proposal& proposal : list) {
    if (const auto* wanted = std::get_if<PreSharedKey>(&proposal.body)) psks.push_back({wanted->psk, psk()});
    const auto* external = std::get_if<ExternalInit>(&proposal.body);
    if (external == nullptr) continue;
    if (auto opened = open_external_init(external->kem_output, bo.secrets.external)) init = std::move(*opened);
  }
  return init;
}

Forged World::forge(const Plan& plan, std::uint16_t wire_format) {
  Forged made;
  GroupState& next = made.next = bo.clone_for_next_epoch();
  std::vector<Proposal> by_value;
  for (const ProposalOrRef& item : plan.proposals) {
    if (const auto* proposal = std::get_if<Proposal>(&item.value)) by_value.push_back(*proposal);
  }
  const std::vector<LeafIndex> added = apply_unchecked(next.tree, next.context, by_value, plan.referred);
  if (plan.external) next.own_leaf = *next.tree.free_leaf();
  next.context.epoch += 1;
  Commit commit;
  commit.proposals = plan.proposals;
  SecretBytes commit_secret(crypto::kHashSize);
  if (plan.with_path) {
    Secrets secrets = begin_path(plan, next, commit);
    next.context.tree_hash = next.tree.root_hash();
    const std::vector<PathStep> steps = next.tree.filtered_direct_path(next.own_leaf);
    seal(*commit.path, secrets, next.tree, steps, added, tls::encode(next.context), random());
    if (plan.sealed) plan.sealed(*commit.path);
    commit_secret = std::move(secrets.commit);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      made.path_secrets.push_back({steps[i].node, std::move(secrets.path[i])});
    }
  }
  next.context.tree_hash = next.tree.root_hash();

  const SecretBytes init = init_of(by_value, made.psks);
  Sender sender{SenderType::member, bo.own_leaf.value};
  if (plan.external) sender = {SenderType::new_member_commit, 0};
  FramedContent framed{bo.context.group_id, bo.context.epoch, sender, {}, std::move(commit)};
  if (plan.framed) plan.framed(framed);
  auto content = sign_content(wire_format, std::move(framed), context, next.signature_key.seed.view());
  next.context.confirmed_transcript_hash = confirmed_transcript_hash(bo.interim_transcript_hash, *content);
  made.joiner = begin_epoch(next, {init, commit_secret, psk_secret(made.psks)});
  content->auth.confirmation_tag = next.confirmation_tag;
  if (plan.content) plan.content(*content);
  made.content = std::move(*content);
  return made;
}

Bytes World::commit(const Plan& plan) {
  auto message = protect_public(forge(plan).content, bo.secrets.membership_key, context);
  EXPECT_TRUE(message.has_value());
  if (plan.message) plan.message(*message);
  return encode_message(std::move(*message));
}

World::Proposed World::propose(Proposal proposal) {
  FramedContent framed{cilla.context.group_id, cilla.context.epoch, {SenderType::member, 2}, {}, std::move(proposal)};
  auto content = sign_content(kWirePublicMessage, std::move(framed), context, cilla.signature_key.seed.view());
  Bytes reference = proposal_ref(tls::encode(*content));
  return {encode_message(*protect_public(std::move(*content), cilla.secrets.membership_key, context)),
          std::move(reference)};
}

void World::expect_refused(const std::string& field, const std::string& way, const Bytes& message) {
  const Bytes before = stored(anna());
  const auto done = anna().process(message, knows_psk(), accepts_all());
  EXPECT_FALSE(done.has_value()) << "ACCEPTED " << field << ": " << way;
  EXPECT_EQ(stored(anna()), before) << "CHANGED THE STATE " << field << ": " << way;
  note_insider(field, way, done ? "ACCEPTED" : error_name(done.error()));
  if (done) anna() = std::move(*Group::restore(before));
}

void World::expect_accepted(const std::string& what, const Bytes& message) {
  const Bytes before = stored(anna());
  const auto done = anna().process(message, knows_psk(), accepts_all());
  EXPECT_TRUE(done.has_value()) << what << ": " << error_name(done.error());
  anna() = std::move(*Group::restore(before));
}

void note_insider(const std::string& field, const std::string& way, const char* error) {
  const auto expected = expected_errors().find(field);
  const bool known = expected != expected_errors().end();
  const bool fits = known && (" " + expected->second + " ").find(std::string(" ") + error + " ") != std::string::npos;
  EXPECT_TRUE(fits) << field << ", " << way << ": " << error << ", not " << (known ? expected->second : "in the table");
  ++table().mutants;
  ++table().fields[field][error];
}

void print_insiders() {
  if (table().mutants == 0) return;
  std::map<std::string, int> sums;
  for (const auto& [field, errors] : table().fields) {
    std::string line;
    for (const auto& [error, count] : errors) {
      line += (line.empty() ? "" : ", ") + error + " " + std::to_string(count);
      sums[error] += count;
    }
    std::printf("[ INSIDERS ] %s: %s\n", field.c_str(), line.c_str());
  }
  std::string line;
  for (const auto& [error, count] : sums) line += ", " + error + " " + std::to_string(count);
  std::printf("[ INSIDERS ] all together: %d mutants%s\n", table().mutants, line.c_str());
}

}  // namespace bredvid::mutants
