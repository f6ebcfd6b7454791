#include "server/app/config.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "server/app/civil_date.h"
#include "server/app/json_fields.h"
#include "server/app/opening_config.h"
#include "server/app/programmes.h"
#include "server/net/loopback.h"
#include "server/wire/limits.h"

namespace bredvid::app {
namespace {

using nlohmann::json;

std::vector<std::string> read_programmes(const json* value, const std::string& path) {
  if (value == nullptr) return {};
  auto ids = text_list(*value, path, 0, kMaxProgrammesOfOrganisation);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string at = path + "[" + std::to_string(i) + "]";
    if (!is_programme_id(ids[i])) mistake(at, "must be a programme's id: small letters, digits and _");
    if (std::ranges::count(std::span(ids).first(i), ids[i]) > 0) mistake(at, "stands there twice");
  }
  return ids;
}

OrganisationConfig read_organisation(const json& value, const std::string& path) {
  Fields fields(value, path);
  OrganisationConfig organisation;
  organisation.kind = static_cast<wire::OrgKind>(1 + fields.required_word("kind", {"municipality", "association"}));
  organisation.name = fields.required_text("name", 1, wire::kMaxOrgNameBytes);
  organisation.hours = fields.required_text("hours", 0, wire::kMaxOrgHoursBytes);
  organisation.opening = read_opening(fields);
  if (fields.optional("open_door") != nullptr) organisation.open_door = fields.required_bool("open_door");
  organisation.programmes = read_programmes(fields.optional("programmes"), fields.at("programmes"));
  fields.refuse_others();
  return organisation;
}

std::vector<OrganisationConfig> read_organisations(const json& value) {
  if (!value.is_array() || value.empty() || value.size() > kMaxOrganisations) {
    mistake("organisations", "must be a list of 1 to " + std::to_string(kMaxOrganisations));
  }
  std::vector<OrganisationConfig> organisations;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::string path = "organisations[" + std::to_string(i) + "]";
    organisations.push_back(read_organisation(value[i], path));
    const auto same = [&](const OrganisationConfig& one) { return one.name == organisations.back().name; };
    if (std::ranges::count_if(organisations, same) > 1) mistake(path + ".name", "stands there twice");
  }
  // Whoever stands before the door chooses among all of them.
  const auto open = static_cast<std::size_t>(std::ranges::count_if(organisations, &OrganisationConfig::open_door));
  if (open > wire::kMaxOpenOrganisations)
    mistake("organisations", "at most " + std::to_string(wire::kMaxOpenOrganisations) + " may have an open door");
  return organisations;
}

std::uint32_t read_span(const json& value) {
  if (value == "quarter") return 0;
  if (!value.is_object()) mistake("span", "must be \"quarter\" or {\"days\": number}");
  Fields fields(value, "span");
  fields.required("days");
  const std::uint32_t days = fields.number("days", 1, kMaxSpanDays, 0);
  fields.refuse_others();
  return days;
}

std::uint32_t read_attachments(const json& value) {
  Fields fields(value, "attachments");
  fields.required("keep_mib");
  const std::uint32_t keep_mib = fields.number("keep_mib", 0, kMaxAttachments_mib, 0);
  fields.refuse_others();
  return keep_mib;
}

std::optional<ExactCounts> read_exact_counts(const json& value) {
  if (value.is_null()) return std::nullopt;
  Fields fields(value, "exact_counts");
  ExactCounts exact{fields.required_text("decision", 1, 200), fields.required_text("date", 10, 10)};
  if (!parse_date(exact.date)) mistake("exact_counts.date", "must be a day written YYYY-MM-DD");
  fields.refuse_others();
  return exact;
}

/// Neither is encrypted, so neither may be reached from another machine.
std::optional<Endpoint> read_local(const json* value, const std::string& path) {
  if (value == nullptr || value->is_null()) return std::nullopt;
  Fields fields(*value, path);
  Endpoint endpoint{fields.required_text("address", 2, 45), 0};
  if (!net::is_loopback(endpoint.address)) mistake(path + ".address", "must be 127.0.0.1 or ::1: it is not encrypted");
  fields.required("port");
  endpoint.port = static_cast<std::uint16_t>(fields.number("port", 0, 65535, 0));
  fields.refuse_others();
  return endpoint;
}

log::Level read_log_level(Fields& fields) {
  if (fields.optional("log_level") == nullptr) return log::Level::info;
  constexpr log::Level kLevels[] = {log::Level::debug, log::Level::info, log::Level::warning, log::Level::error};
  return kLevels[fields.required_word("log_level", {"debug", "info", "warning", "error"})];
}

void read_listen(const json& value, Config& config) {
  config.listen_tls = !value.is_null();
  if (!config.listen_tls) return;
  Fields fields(value, "listen");
  config.listen_address = fields.text("address", 2, 45, config.listen_address);
  config.listen_port = static_cast<std::uint16_t>(fields.number("port", 0, 65535, config.listen_port));
  fields.refuse_others();
}

void read_key(const json& value, Config& config) {
  config.key_passphrase = value == "passphrase";
  if (config.key_passphrase) return;
  if (!value.is_object()) mistake("key", "must be \"passphrase\" or {\"file\": path}");
  Fields fields(value, "key");
  config.key_file = fields.required_text("file", 1, 1000);
  fields.refuse_others();
}

Config read_config(const json& value) {
  Config config;
  Fields fields(value, "");
  config.organisations = read_organisations(fields.required("organisations"));
  config.retention_days = fields.number("retention_days", kMinRetentionDays, kMaxRetentionDays, config.retention_days);
  if (const json* attachments = fields.optional("attachments"))
    config.attachments_keep_mib = read_attachments(*attachments);
  config.undo_s = fields.number("undo_s", 0, kMaxUndo_s, config.undo_s);
  if (const json* span = fields.optional("span")) config.span_days = read_span(*span);
  config.k = fields.number("k", kMinK, kMaxK, config.k);
  if (const json* exact = fields.optional("exact_counts")) config.exact_counts = read_exact_counts(*exact);
  if (const json* listen = fields.optional("listen")) read_listen(*listen, config);
  config.plain_listen = read_local(fields.optional("plain_listen"), "plain_listen");
  if (!config.listen_tls && !config.plain_listen) mistake("listen", "may be null only when plain_listen is given");
  config.metrics_listen = read_local(fields.optional("metrics_listen"), "metrics_listen");
  config.log_level = read_log_level(fields);
  config.base_url = fields.text("base_url", 1, 253, config.base_url);
  if (!is_base_url(config.base_url)) mistake("base_url", "must be https://host or https://host:port");
  config.staff = read_staff_sign_in(fields, config.base_url);
  config.certificate = fields.text("certificate", 1, 1000, config.certificate.string());
  config.certificate_key = fields.text("certificate_key", 1, 1000, config.certificate_key.string());
  if (const json* key = fields.optional("key")) read_key(*key, config);
  const json* info = fields.optional("info");
  if (info != nullptr && !info->is_null()) config.info = fields.required_text("info", 1, 1000);
  fields.refuse_others();
  return config;
}

}  // namespace

bool is_base_url(std::string_view url) {
  constexpr std::string_view scheme = "https://";
  if (!url.starts_with(scheme) || url.size() == scheme.size()) return false;
  return std::ranges::all_of(url.substr(scheme.size()), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
  });
}

OperatorResult<Config> parse_config(std::string_view text) {
  Config config;
  const auto read = read_json(text, kMaxConfigBytes, [&config](const json& value) { config = read_config(value); });
  if (!read) return std::unexpected(read.error());
  return config;
}

std::string_view default_config() {
  return R"({
  "organisations": [
    {
      "kind": "municipality",
      "name": "Kommunens krisstöd",
      "hours": "Vardagar 8-17. Svar samma dag eller nästa vardag.",
      "opening": {
        "monday": ["08:00-17:00"],
        "tuesday": ["08:00-17:00"],
        "wednesday": ["08:00-17:00"],
        "thursday": ["08:00-17:00"],
        "friday": ["08:00-17:00"],
        "saturday": [],
        "sunday": [],
        "holidays": []
      },
      "answer_within_hours": 9,
      "closed_eves": ["midsummer", "christmas", "new_year"],
      "closed_days": [],
      "open_door": false,
      "programmes": ["crisis_support", "phased_support"]
    },
    {
      "kind": "association",
      "name": "Föräldraföreningen",
      "hours": "Alla dagar 18-21.",
      "opening": {
        "monday": ["18:00-21:00"],
        "tuesday": ["18:00-21:00"],
        "wednesday": ["18:00-21:00"],
        "thursday": ["18:00-21:00"],
        "friday": ["18:00-21:00"],
        "saturday": ["18:00-21:00"],
        "sunday": ["18:00-21:00"],
        "holidays": ["18:00-21:00"]
      },
      "answer_within_hours": null,
      "closed_eves": ["midsummer", "christmas", "new_year"],
      "closed_days": [],
      "open_door": false,
      "programmes": ["voluntary_support"]
    }
  ],
  "retention_days": 30,
  "attachments": { "keep_mib": 4096 },
  "undo_s": 600,
  "span": "quarter",
  "k": 5,
  "exact_counts": null,
  "listen": { "address": "127.0.0.1", "port": 8443 },
  "plain_listen": null,
  "metrics_listen": null,
  "log_level": "info",
  "base_url": "https://localhost:8443",
  "staff_sign_in": "device",
  "staff_session_s": 43200,
  "staff_idle_s": 1800,
  "certificate": "cert.pem",
  "certificate_key": "key.pem",
  "key": { "file": "db.key" },
  "info": null
}
)";
}

}  // namespace bredvid::app
