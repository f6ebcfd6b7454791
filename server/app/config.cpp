#include "server/app/config.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "server/app/civil_date.h"
#include "server/net/loopback.h"
#include "server/wire/limits.h"

namespace bredvid::app {
namespace {

using nlohmann::json;

/// Leaves the parser by way of parse_config alone.
struct Mistake {
  std::string subject;
};

[[noreturn]] void mistake(const std::string& where, const std::string& what) {
  throw Mistake{where + ": " + what};
}

/// nlohmann/json keeps the last of two equal keys and says nothing; here that is a mistake.
class DoubleKeys {
 public:
  bool operator()(int, json::parse_event_t event, json& value) {
    if (event == json::parse_event_t::object_start) open_.emplace_back();
    if (event == json::parse_event_t::object_end) open_.pop_back();
    if (event == json::parse_event_t::key && !open_.back().insert(value.get<std::string>()).second) {
      mistake(value.get<std::string>(), "stands there twice");
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> open_;
};

/// One object of the file: hands out its fields and finds what nobody asked for.
class Fields {
 public:
  Fields(const json& value, std::string path) : value_(value), path_(std::move(path)) {
    if (!value.is_object()) mistake(path_.empty() ? "the file" : path_, "must be an object");
  }

  const json* optional(const std::string& key) {
    known_.insert(key);
    const auto found = value_.find(key);
    return found == value_.end() ? nullptr : &*found;
  }
  const json& required(const std::string& key) {
    const json* found = optional(key);
    if (found == nullptr) mistake(at(key), "is missing");
    return *found;
  }
  std::uint32_t number(const std::string& key, std::uint32_t least, std::uint32_t most, std::uint32_t otherwise) {
    const json* found = optional(key);
    if (found == nullptr) return otherwise;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() < least || found->get<std::uint64_t>() > most) {
      mistake(at(key), "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return found->get<std::uint32_t>();
  }
  std::string text(const std::string& key, std::size_t least, std::size_t most, const std::string& otherwise) {
    const json* found = optional(key);
    return found == nullptr ? otherwise : checked_text(*found, key, least, most);
  }
  std::string required_text(const std::string& key, std::size_t least, std::size_t most) {
    return checked_text(required(key), key, least, most);
  }
  void refuse_others() const {
    for (const auto& [key, ignored] : value_.items()) {
      if (!known_.contains(key)) mistake(at(key), "is not known");
    }
  }
  std::string at(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

 private:
  std::string checked_text(const json& value, const std::string& key, std::size_t least, std::size_t most) const {
    const std::string range = std::to_string(least) + " to " + std::to_string(most) + " bytes";
    if (!value.is_string() || value.get_ref<const std::string&>().size() < least ||
        value.get_ref<const std::string&>().size() > most) {
      mistake(at(key), "must be a text of " + range);
    }
    return value.get<std::string>();
  }

  const json& value_;
  std::string path_;
  std::set<std::string> known_;
};

wire::Organisation read_organisation(const json& value, const std::string& path) {
  Fields fields(value, path);
  wire::Organisation organisation;
  const std::string kind = fields.required_text("kind", 1, 32);
  if (kind != "municipality" && kind != "association")
    mistake(fields.at("kind"), "must be municipality or association");
  organisation.kind = kind == "municipality" ? wire::OrgKind::municipality : wire::OrgKind::association;
  organisation.name = fields.required_text("name", 1, wire::kMaxOrgNameBytes);
  organisation.hours = fields.required_text("hours", 0, wire::kMaxOrgHoursBytes);
  fields.refuse_others();
  return organisation;
}

std::vector<wire::Organisation> read_organisations(const json& value) {
  if (!value.is_array() || value.empty() || value.size() > kMaxOrganisations) {
    mistake("organisations", "must be a list of 1 to " + std::to_string(kMaxOrganisations));
  }
  std::vector<wire::Organisation> organisations;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::string path = "organisations[" + std::to_string(i) + "]";
    organisations.push_back(read_organisation(value[i], path));
    const auto same = [&](const wire::Organisation& one) { return one.name == organisations.back().name; };
    if (std::ranges::count_if(organisations, same) > 1) mistake(path + ".name", "stands there twice");
  }
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

log::Level read_log_level(const std::string& text) {
  if (text == "debug") return log::Level::debug;
  if (text == "info") return log::Level::info;
  if (text == "warning") return log::Level::warning;
  if (text == "error") return log::Level::error;
  mistake("log_level", "must be debug, info, warning or error");
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
  config.undo_s = fields.number("undo_s", 0, kMaxUndo_s, config.undo_s);
  if (const json* span = fields.optional("span")) config.span_days = read_span(*span);
  config.k = fields.number("k", kMinK, kMaxK, config.k);
  if (const json* exact = fields.optional("exact_counts")) config.exact_counts = read_exact_counts(*exact);
  if (const json* listen = fields.optional("listen")) read_listen(*listen, config);
  config.plain_listen = read_local(fields.optional("plain_listen"), "plain_listen");
  if (!config.listen_tls && !config.plain_listen) mistake("listen", "may be null only when plain_listen is given");
  config.metrics_listen = read_local(fields.optional("metrics_listen"), "metrics_listen");
  config.log_level = read_log_level(fields.text("log_level", 1, 16, "info"));
  config.base_url = fields.text("base_url", 1, 253, config.base_url);
  if (!is_base_url(config.base_url)) mistake("base_url", "must be https://host or https://host:port");
  config.certificate = fields.text("certificate", 1, 1000, config.certificate.string());
  config.certificate_key = fields.text("certificate_key", 1, 1000, config.certificate_key.string());
  if (const json* key = fields.optional("key")) read_key(*key, config);
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
  if (text.size() > kMaxConfigBytes) return operator_fail(ErrorCode::config_bad, "the file is too large");
  try {
    return read_config(json::parse(text, DoubleKeys{}));
  } catch (const Mistake& found) {
    return operator_fail(ErrorCode::config_bad, found.subject);
  } catch (const json::parse_error& error) {
    return operator_fail(ErrorCode::config_bad, "not JSON at byte " + std::to_string(error.byte));
  } catch (const json::exception&) {
    return operator_fail(ErrorCode::config_bad, "not JSON of the kind expected");
  }
}

std::string_view default_config() {
  return R"({
  "organisations": [
    { "kind": "municipality", "name": "Kommunens krisstöd", "hours": "Vardagar 8-17. Svar samma dag eller nästa vardag." },
    { "kind": "association", "name": "Föräldraföreningen", "hours": "Alla dagar 18-21." }
  ],
  "retention_days": 30,
  "undo_s": 600,
  "span": "quarter",
  "k": 5,
  "exact_counts": null,
  "listen": { "address": "127.0.0.1", "port": 8443 },
  "plain_listen": null,
  "metrics_listen": null,
  "log_level": "info",
  "base_url": "https://localhost:8443",
  "certificate": "cert.pem",
  "certificate_key": "key.pem",
  "key": { "file": "db.key" }
}
)";
}

}  // namespace bredvid::app
