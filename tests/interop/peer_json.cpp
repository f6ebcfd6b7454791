#include "tests/interop/peer_json.h"

#include <stdexcept>

namespace bredvid::interop {
namespace {

std::uint8_t nibble(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<std::uint8_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<std::uint8_t>(digit - 'a' + 10);
  throw std::invalid_argument("not a hex digit");
}

std::vector<std::uint16_t> types_at(const Json& from, const char* key) {
  return from.value(key, std::vector<std::uint16_t>{});
}

}  // namespace

Bytes unhex(const std::string& text) {
  if (text.size() % 2 != 0) throw std::invalid_argument("odd number of hex digits");
  Bytes bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(nibble(text[i]) << 4 | nibble(text[i + 1])));
  }
  return bytes;
}

Bytes bytes_at(const Json& from, const char* key) {
  return unhex(from.at(key).get<std::string>());
}

std::optional<Bytes> optional_bytes_at(const Json& from, const char* key) {
  if (!from.contains(key) || from.at(key).is_null()) return std::nullopt;
  return bytes_at(from, key);
}

std::vector<Bytes> byte_list_at(const Json& from, const char* key) {
  std::vector<Bytes> list;
  for (const std::string& text : from.value(key, std::vector<std::string>{})) list.push_back(unhex(text));
  return list;
}

std::vector<std::uint64_t> number_list_at(const Json& from, const char* key) {
  return from.value(key, std::vector<std::uint64_t>{});
}

std::vector<mls::LeafIndex> leaf_list_at(const Json& from, const char* key) {
  std::vector<mls::LeafIndex> list;
  for (std::uint32_t leaf : from.value(key, std::vector<std::uint32_t>{})) list.push_back({leaf});
  return list;
}

mls::LeafIndex leaf_at(const Json& from, const char* key) {
  return {from.at(key).get<std::uint32_t>()};
}

mls::Lifetime lifetime_at(const Json& from) {
  if (!from.contains("lifetime")) return {};
  return {from.at("lifetime").at(0).get<std::uint64_t>(), from.at("lifetime").at(1).get<std::uint64_t>()};
}

mls::HandshakeFormat format_at(const Json& from) {
  return from.value("format", "private") == "public" ? mls::HandshakeFormat::public_message
                                                     : mls::HandshakeFormat::private_message;
}

std::optional<mls::Requirements> requirements_at(const Json& from) {
  if (!from.contains("requirements") || from.at("requirements").is_null()) return std::nullopt;
  const Json& wanted = from.at("requirements");
  return mls::Requirements{types_at(wanted, "extensions"), types_at(wanted, "proposals"),
                           types_at(wanted, "credentials")};
}

Json json_of(const mls::Member& member) {
  return {{"leaf", member.leaf.value}, {"identity", hex(member.identity)}};
}

Json json_of(const std::vector<mls::Member>& members) {
  Json list = Json::array();
  for (const mls::Member& member : members) list.push_back(json_of(member));
  return list;
}

Json json_of(const mls::CommitApplied& applied) {
  Json psks = Json::array();
  for (const Bytes& id : applied.psk_ids) psks.push_back(hex(id));
  Json updated = Json::array();
  for (mls::LeafIndex leaf : applied.updated) updated.push_back(leaf.value);
  return {{"kind", "commit"},
          {"epoch", applied.epoch},
          {"external", applied.external},
          {"committer", json_of(applied.committer)},
          {"added", json_of(applied.added)},
          {"removed", json_of(applied.removed)},
          {"updated", std::move(updated)},
          {"psks", std::move(psks)},
          {"resumed", applied.resumed_epochs},
          {"extensions_changed", applied.extensions_changed},
          {"self_removed", applied.self_removed}};
}

Json json_of(const mls::Processed& processed) {
  if (const auto* message = std::get_if<mls::ApplicationMessage>(&processed)) {
    return {{"kind", "application"},
            {"epoch", message->epoch},
            {"sender", json_of(message->sender)},
            {"data", hex(message->data)},
            {"authenticated_data", hex(message->authenticated_data)}};
  }
  if (const auto* applied = std::get_if<mls::CommitApplied>(&processed)) return json_of(*applied);
  const auto& proposal = std::get<mls::ProposalStored>(processed);
  return {{"kind", "proposal"}, {"type", proposal.proposal_type}, {"sender", json_of(proposal.sender)}};
}

}  // namespace bredvid::interop
