// config.json: what the operator decides. Strict: an unknown, doubled or missing field, a wrong type or a value
// outside of its range is config_bad, and the error names the field. Documented in server/app/README.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/staff_sign_in.h"
#include "server/base/log.h"
#include "server/domain/attachments.h"
#include "server/net/operator_error.h"
#include "server/wire/frames.h"
#include "server/wire/limits.h"

namespace bredvid::app {

/// The operator's documented decision to publish exact counts instead of rounded ones (DESIGN 7).
struct ExactCounts {
  std::string decision;  ///< where it is documented, for example a file number
  std::string date;      ///< YYYY-MM-DD
};

/// An address and port to listen on.
struct Endpoint {
  std::string address;
  std::uint16_t port = 0;
};

/// What clients are told of an organisation, and which programmes it works by (their ids).
struct OrganisationConfig : wire::Organisation {
  std::vector<std::string> programmes;
  /// parents may come without a slip of their own, by a poster
  bool open_door = false;
};

struct Config {
  std::vector<OrganisationConfig> organisations;
  std::uint32_t retention_days = 30;
  /// what all attachments together may take; 0: none are taken
  std::uint32_t attachments_keep_mib = domain::kDefaultKeep_mib;
  std::uint32_t undo_s = 600;
  /// 0: spans are calendar quarters
  std::uint32_t span_days = 0;
  std::uint32_t k = 5;
  std::optional<ExactCounts> exact_counts;
  /// false: `listen` is null, people come through a proxy and plain_listen
  bool listen_tls = true;
  std::string listen_address = "127.0.0.1";
  std::uint16_t listen_port = 8443;
  /// HTTP without TLS for a proxy on this machine; a loopback address
  std::optional<Endpoint> plain_listen;
  /// /healthz, /readyz and /metrics for programs on this machine; a loopback address
  std::optional<Endpoint> metrics_listen;
  log::Level log_level{log::Level::info};
  /// where people reach the server; links on slips begin with it. No slash at the end.
  std::string base_url = "https://localhost:8443";
  StaffSignIn staff;
  /// relative to the data folder unless absolute
  std::filesystem::path certificate = "cert.pem";
  std::filesystem::path certificate_key = "key.pem";
  /// the database's key; relative to the data folder unless absolute
  std::filesystem::path key_file = "db.key";
  /// ... or from a passphrase instead
  bool key_passphrase = false;
  /// the organisations' information pages; relative to the data folder unless absolute, empty: none
  std::filesystem::path info{};
};

inline constexpr std::size_t kMaxConfigBytes = 64 * 1024;
inline constexpr std::size_t kMaxOrganisations = 16;
inline constexpr std::size_t kMaxProgrammesOfOrganisation = wire::kMaxProgrammes;
inline constexpr std::uint32_t kMinRetentionDays = 7;
inline constexpr std::uint32_t kMaxRetentionDays = 365;
/// A terabyte: backups and starts read all of it.
inline constexpr std::uint32_t kMaxAttachments_mib = 1024 * 1024;
inline constexpr std::uint32_t kMaxUndo_s = 3600;
inline constexpr std::uint32_t kMaxSpanDays = 366;
inline constexpr std::uint32_t kMinK = 5;
inline constexpr std::uint32_t kMaxK = 1000;

/// config_bad; the subject is the field and what it should be.
[[nodiscard]] OperatorResult<Config> parse_config(std::string_view json);

/// What `bredvid init` writes when no file is given: one municipality, one association, every field spelled out.
[[nodiscard]] std::string_view default_config();

/// "https://host[:port]", lower case scheme, nothing behind it.
[[nodiscard]] bool is_base_url(std::string_view url);

}  // namespace bredvid::app
