#include "server/app/staff_sign_in.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bredvid::app {
namespace {

constexpr std::string_view kScheme = "https://";
/// What browsers leave out of an origin (HTML, 7.1.1: the default port).
constexpr std::string_view kDefaultPort = ":443";
constexpr std::string_view kThisMachine = "localhost";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_label(std::string_view label) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; };
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, fits);
}

/// RFC 1123, 2.1: labels with dots between; the last one has a letter, else it is an address.
bool is_name(std::string_view host) {
  std::string_view last;
  while (true) {
    const std::size_t dot = host.find('.');
    last = host.substr(0, dot);
    if (!is_label(last)) return false;
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return !std::ranges::all_of(last, is_digit);
}

bool is_port(std::string_view port) {
  return !port.empty() && port.size() <= 5 && std::ranges::all_of(port, is_digit);
}

}  // namespace

std::optional<webauthn::RelyingParty> relying_party(std::string_view base_url) {
  if (!base_url.starts_with(kScheme)) return std::nullopt;
  std::string_view origin = base_url;
  if (origin.ends_with(kDefaultPort)) origin.remove_suffix(kDefaultPort.size());
  const std::string_view place = origin.substr(kScheme.size());
  const std::size_t colon = place.find(':');
  const std::string_view host = place.substr(0, colon);
  if (!is_name(host) || (colon != std::string_view::npos && !is_port(place.substr(colon + 1)))) return std::nullopt;
  return webauthn::RelyingParty{std::string(host), std::string(origin)};
}

bool is_real_name(std::string_view base_url) {
  const auto party = relying_party(base_url);
  return party && party->id != kThisMachine && !party->id.ends_with(".localhost");
}

StaffSignIn read_staff_sign_in(Fields& fields, std::string_view base_url) {
  StaffSignIn staff;
  const auto seconds = [&](const char* name, std::uint32_t least, std::int64_t most) {
    return fields.number(name, least, static_cast<std::uint32_t>(most), static_cast<std::uint32_t>(most));
  };
  staff.session.session_s = seconds("staff_session_s", kMinStaffSession_s, domain::kStaffSession_s);
  staff.session.idle_s = seconds("staff_idle_s", kMinStaffIdle_s, domain::kStaffIdle_s);
  if (fields.optional("staff_sign_in") == nullptr) return staff;
  staff.passkey = fields.required_word("staff_sign_in", {"device", "passkey"}) == 1;
  if (staff.passkey && !relying_party(base_url))
    mistake("staff_sign_in",
            "\"passkey\" needs a base_url with the server's name: browsers make no passkeys for addresses");
  return staff;
}

std::shared_ptr<domain::PasskeyAccess> passkey_access(const StaffSignIn& staff, std::string_view base_url) {
  auto party = relying_party(base_url);
  if (!staff.passkey || !party) return nullptr;
  return std::make_shared<domain::PasskeyAccess>(*std::move(party), staff.session);
}

std::string with_passkeys(std::string json, std::string_view base_url) {
  if (!is_real_name(base_url) || nlohmann::json::parse(json).contains("staff_sign_in")) return json;
  return json.insert(json.find('{') + 1, "\n  \"staff_sign_in\": \"passkey\",");
}

}  // namespace bredvid::app
