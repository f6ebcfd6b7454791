#include "server/app/control_codec.h"

#include <nlohmann/json.hpp>

#include "server/base/ids.h"

namespace bredvid::app {
namespace {

using nlohmann::json;

// Changes whenever a field does: a command of another version is refused instead of half understood.
constexpr int kVersion = 2;

json encode(const SlipOrder& order) {
  return {{"version", kVersion},
          {"order", "slip"},
          {"kind", static_cast<int>(order.kind)},
          {"organisation", order.organisation_name},
          {"role", static_cast<int>(order.role)},
          {"days", order.days},
          {"selector", order.selector.value},
          {"label", order.label},
          {"token", to_hex(order.token.view())}};
}

json encode(const ReleaseOrder& order) {
  json until = order.until ? json(order.until->value) : json(nullptr);
  return {{"version", kVersion}, {"order", "release"}, {"until", std::move(until)}};
}

json encode(const SlipDone& done) {
  return {{"done", "slip"}, {"organisation", done.organisation_name}, {"expires", done.expires.value}};
}

json encode(const ReleaseDone& done) {
  json releases = json::array();
  for (const ReleaseId id : done.releases) releases.push_back(id.value);
  return {{"done", "release"}, {"releases", std::move(releases)}, {"run_on", done.run_on}};
}

std::optional<SlipOrder> decode_slip(const json& value) {
  SlipOrder order;
  const int kind = value.at("kind").get<int>();
  const int role = value.at("role").get<int>();
  std::array<std::uint8_t, Secret32::kSize> token{};
  if (kind < 1 || kind > 2 || role < 2 || role > 4) return std::nullopt;
  if (!from_hex(value.at("token").get_ref<const std::string&>(), token)) return std::nullopt;
  order.kind = static_cast<wire::OrgKind>(kind);
  order.role = static_cast<wire::Role>(role);
  order.organisation_name = value.at("organisation").get<std::string>();
  order.days = value.at("days").get<std::uint32_t>();
  order.selector = Selector{value.at("selector").get<std::uint32_t>()};
  order.token = Secret32(token);
  order.label = value.at("label").get<std::string>();
  return order;
}

ReleaseOrder decode_release(const json& value) {
  ReleaseOrder order;
  if (!value.at("until").is_null()) order.until = Day{value.at("until").get<std::uint32_t>()};
  return order;
}

ControlAnswer decode_done(const json& value) {
  if (value.contains("error")) {
    const auto code = error_code_from(value.at("error").get<std::uint64_t>());
    return operator_fail(code.value_or(ErrorCode::internal), value.at("subject").get<std::string>());
  }
  if (value.at("done") == "slip") {
    return SlipDone{value.at("organisation").get<std::string>(), Day{value.at("expires").get<std::uint32_t>()}};
  }
  ReleaseDone done;
  for (const json& id : value.at("releases")) done.releases.push_back(ReleaseId{id.get<std::uint32_t>()});
  done.run_on = value.at("run_on").get<std::uint32_t>();
  return done;
}

std::string line_of(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string encode_order(const ControlOrder& order) {
  return line_of(std::visit([](const auto& one) { return encode(one); }, order));
}

std::string encode_answer(const ControlAnswer& answer) {
  if (!answer) return line_of({{"error", static_cast<int>(answer.error().code)}, {"subject", answer.error().subject}});
  return line_of(std::visit([](const auto& one) { return encode(one); }, *answer));
}

OperatorResult<ControlOrder> decode_order(std::string_view line) {
  const auto refused = operator_fail(ErrorCode::usage, "an order of another version, or none");
  try {
    const json value = json::parse(line);
    if (value.at("version") != kVersion) return refused;
    if (value.at("order") == "release" && value.size() == 3) return decode_release(value);
    if (value.at("order") != "slip" || value.size() != 9) return refused;
    auto slip = decode_slip(value);
    if (!slip) return refused;
    return *std::move(slip);
  } catch (const json::exception&) {
    return refused;
  }
}

ControlAnswer decode_answer(std::string_view line) {
  try {
    return decode_done(json::parse(line));
  } catch (const json::exception&) {
    return operator_fail(ErrorCode::io_failed, "the server's answer on control.sock");
  }
}

}  // namespace bredvid::app
