#include "tests/interop/peer_commands.h"

#include <stdexcept>

#include "tests/interop/peer_claims.h"

namespace bredvid::interop {
namespace {

using Command = Result<Json> (*)(Client&, const Json&, Random&);

std::optional<std::uint64_t> now_of(const Json& in) {
  return in.contains("now") ? std::optional(in.at("now").get<std::uint64_t>()) : std::nullopt;
}

// The external PSKs of a list of ids. Throws on one that the client was never told.
std::vector<mls::PskInput> psk_inputs(const Client& client, const Json& in) {
  std::vector<mls::PskInput> inputs;
  for (Bytes& id : byte_list_at(in, "psks")) {
    std::optional<SecretBytes> secret = client.psk_lookup()(id);
    if (!secret) throw std::invalid_argument("a PSK that this client was not told");
    inputs.push_back({std::move(id), std::move(*secret)});
  }
  return inputs;
}

Result<Json> keep_psk(Client& client, const Json& in, Random&) {
  client.keep_psk(bytes_at(in, "id"), bytes_at(in, "secret"));
  return Json::object();
}

Result<Json> key_package(Client& client, const Json& in, Random& random) {
  const auto use = in.value("last_resort", false) ? mls::KeyPackageUse::last_resort : mls::KeyPackageUse::once;
  BREDVID_TRY(bundle, mls::make_key_package(client.own(), lifetime_at(in), random, use));
  BREDVID_CHECK(client.keep_bundle(bundle));
  return Json{{"key_package", hex(bundle.key_package)}};
}

Result<Json> create(Client& client, const Json& in, Random& random) {
  BREDVID_TRY(group,
              mls::Group::create(bytes_at(in, "group_id"), client.own(), lifetime_at(in), random, requirements_at(in)));
  client.keep_group(group);
  return Json::object();
}

Result<Json> join_welcome(Client& client, const Json& in, Random&) {
  const Bytes welcome = bytes_at(in, "welcome");
  const std::optional<Bytes> tree = optional_bytes_at(in, "tree");
  BREDVID_TRY(bundle, client.take_bundle(welcome));
  BREDVID_TRY(group, mls::Group::join_by_welcome(welcome, bundle, client.own(), client.psk_lookup(),
                                                 tree ? std::optional<ByteView>(*tree) : std::nullopt));
  client.keep_group(group);
  return Json::object();
}

Result<Json> join_external(Client& client, const Json& in, Random& random) {
  const Bytes group_info = bytes_at(in, "group_info");
  const std::optional<Bytes> tree = optional_bytes_at(in, "tree");
  mls::ExternalJoinRequest request{group_info, std::nullopt, psk_inputs(client, in), std::nullopt};
  if (tree) request.ratchet_tree = *tree;
  if (in.contains("remove")) request.remove = leaf_at(in, "remove");
  BREDVID_TRY(join, mls::Group::join_external(request, client.own(), random));
  client.keep_join(join.group);
  return Json{{"commit", hex(join.commit)}};
}

Result<Json> accept_join(Client& client, const Json&, Random&) {
  client.accept_join();
  return Json::object();
}

Result<Json> drop_join(Client& client, const Json&, Random&) {
  client.drop_join();
  return Json::object();
}

mls::CommitRequest commit_request(const Client& client, const Json& in) {
  mls::CommitRequest request;
  request.add = byte_list_at(in, "add");
  request.remove = leaf_list_at(in, "remove");
  request.psks = psk_inputs(client, in);
  request.resumed_epochs = number_list_at(in, "resumed");
  request.requirements = requirements_at(in);
  request.now_s = now_of(in);
  request.path = in.value("path", true);
  request.stored_proposals = in.value("stored_proposals", true);
  request.tree_beside = in.value("tree_beside", false);
  request.format = format_at(in);
  return request;
}

Result<Json> commit(Client& client, const Json& in, Random& random) {
  return client.with_group([&](mls::Group& group) -> Result<Json> {
    BREDVID_TRY(pending, group.commit(commit_request(client, in), random, client.psk_lookup()));
    client.keep_pending(pending);
    Json answer{{"message", hex(pending.message())},
                {"group_info", hex(pending.group_info())},
                {"tree", hex(pending.ratchet_tree())},
                {"effect", json_of(pending.effect())}};
    if (const std::optional<Bytes> welcome = pending.welcome()) answer["welcome"] = hex(*welcome);
    return answer;
  });
}

Result<Json> merge(Client& client, const Json&, Random&) {
  return client.with_group([&](mls::Group& group) -> Result<Json> {
    BREDVID_TRY(pending, client.take_pending());
    BREDVID_TRY(applied, group.merge(std::move(pending)));
    return json_of(applied);
  });
}

Result<Json> drop(Client& client, const Json&, Random&) {
  client.drop_pending();
  return Json::object();
}

mls::ProposalRequest proposal_request(const Json& in) {
  const auto kind = in.at("kind").get<std::string>();
  if (kind == "add") return mls::ProposeAdd{bytes_at(in, "key_package"), now_of(in)};
  if (kind == "update") return mls::ProposeUpdate{};
  if (kind == "remove") return mls::ProposeRemove{leaf_at(in, "leaf")};
  if (kind == "psk") return mls::ProposePsk{bytes_at(in, "id")};
  if (kind == "resumption") return mls::ProposeResumption{in.at("epoch").get<std::uint64_t>()};
  if (kind == "requirements") return mls::ProposeRequirements{requirements_at(in).value()};
  throw std::invalid_argument("no such kind of proposal");
}

Result<Json> propose(Client& client, const Json& in, Random& random) {
  return client.with_group([&](mls::Group& group) -> Result<Json> {
    BREDVID_TRY(message, group.propose(proposal_request(in), random, format_at(in)));
    return Json{{"message", hex(message)}};
  });
}

Result<Json> process(Client& client, const Json& in, Random&) {
  return client.with_group([&](mls::Group& group) -> Result<Json> {
    const auto agree = [](const mls::CommitApplied&) { return true; };
    BREDVID_TRY(processed, group.process(bytes_at(in, "message"), client.psk_lookup(), agree));
    return json_of(processed);
  });
}

Result<Json> encrypt(Client& client, const Json& in, Random& random) {
  return client.with_group([&](mls::Group& group) -> Result<Json> {
    const Bytes authenticated = optional_bytes_at(in, "authenticated_data").value_or(Bytes{});
    BREDVID_TRY(message,
                group.encrypt(bytes_at(in, "data"), in.value("padded_size", std::size_t{256}), random, authenticated));
    return Json{{"message", hex(message)}};
  });
}

Result<Json> export_secret(Client& client, const Json& in, Random&) {
  return client.with_group([&](mls::Group& group) -> Result<Json> {
    BREDVID_TRY(secret, group.export_secret(in.at("label").get<std::string>(), bytes_at(in, "context"),
                                            in.at("size").get<std::size_t>()));
    return Json{{"secret", hex(secret.view())}};
  });
}

Result<Json> describe(Client& client, const Json&, Random&) {
  return client.with_group([&](mls::Group& group) -> Result<Json> {
    return Json{{"epoch", group.epoch()},
                {"authenticator", hex(group.epoch_authenticator())},
                {"members", json_of(group.members())},
                {"own_leaf", group.own_leaf().value},
                {"group_id", hex(group.group_id())},
                {"removed", group.is_removed()}};
  });
}

Result<Json> group_info(Client& client, const Json&, Random&) {
  return client.with_group([&](mls::Group& group) -> Result<Json> {
    BREDVID_TRY(info, group.group_info());
    return Json{{"group_info", hex(info)}, {"tree", hex(group.ratchet_tree())}};
  });
}

Result<Json> forget(Client& client, const Json&, Random&) {
  client.forget_group();
  return Json::object();
}

const std::map<std::string, Command>& commands() {
  static const std::map<std::string, Command> known{{"psk", keep_psk},
                                                    {"key_package", key_package},
                                                    {"create", create},
                                                    {"join_welcome", join_welcome},
                                                    {"join_external", join_external},
                                                    {"accept_join", accept_join},
                                                    {"drop_join", drop_join},
                                                    {"commit", commit},
                                                    {"merge", merge},
                                                    {"drop", drop},
                                                    {"propose", propose},
                                                    {"process", process},
                                                    {"encrypt", encrypt},
                                                    {"export_secret", export_secret},
                                                    {"describe", describe},
                                                    {"group_info", group_info},
                                                    {"forget", forget}};
  return known;
}

}  // namespace

Result<Json> run_command(Peer& peer, const Json& command) {
  const auto what = command.at("do").get<std::string>();
  if (what == "claim_x509") {
    claim_x509(command.at("claimed").get<bool>());
    return Json::object();
  }
  const auto who = command.at("who").get<std::string>();
  if (what == "client") {
    const bool is_new = peer.clients.try_emplace(who, bytes_at(command, "identity"), peer.random).second;
    if (!is_new) throw std::invalid_argument("a client of this name is there already");
    return Json::object();
  }
  const auto found = peer.clients.find(who);
  if (found == peer.clients.end()) throw std::invalid_argument("no such client");
  if (what == "end_client") {
    peer.clients.erase(found);
    return Json::object();
  }
  return commands().at(what)(found->second, command, peer.random);
}

}  // namespace bredvid::interop
