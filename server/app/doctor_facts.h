// What `bredvid doctor` looks at, gathered in one place. Looking changes nothing and takes no lock: whether a server
// has the folder is read from the kernel's list of locks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/app/commands.h"
#include "server/storage/backup.h"
#include "server/storage/reserve.h"

namespace bredvid::app {

struct ModeFact {
  std::string path;
  std::uint32_t mode = 0;
};

struct CertificateFacts {
  /// cert_unreadable, cert_mismatch; nothing: readable, and the key is its own
  std::optional<OperatorError> trouble;
  Instant from;
  Instant until;
  /// the host of base_url, and whether the certificate is for it
  std::string host;
  bool names_host = false;
};

struct DiskFacts {
  std::uint64_t free_bytes = 0;
  std::uint64_t database_bytes = 0;
  std::uint64_t log_bytes = 0;
};

/// What is kept for the day when the disk is full.
using ReserveFacts = storage::ReserveFound;

struct ClockFacts {
  Instant now;
  /// the day this program was built on
  Day built;
  /// how far the clock moved against the machine's running time while doctor looked
  std::int64_t jumped_ms = 0;
  bool synchronised = false;
};

struct InfoFacts {
  std::size_t pages = 0;
  std::vector<net::InfoProblem> problems;
};

struct Facts {
  bool serving = false;
  /// of the serving process; of this one otherwise
  std::uint64_t open_files_limit = 0;
  std::optional<OperatorError> config_trouble;
  /// the first programme that an organisation names and that can't be used
  std::optional<OperatorError> programmes_trouble;
  /// what can be read by others than the owner
  std::vector<ModeFact> too_open;
  KeySource source;
  std::optional<OperatorError> key_trouble;
  /// a key that is not the one in use lies in the folder, or a command was interrupted
  std::vector<std::string> left_over;
  CertificateFacts certificate;
  DiskFacts disk;
  ReserveFacts reserve;
  ClockFacts clock;
  std::optional<OperatorError> database_trouble;
  std::optional<storage::Contents> contents;
  std::optional<Day> last_backup;
  std::uint32_t backup_days = 0;
  std::optional<OperatorError> web_trouble;
  /// nothing: the configuration names no information pages
  std::optional<InfoFacts> info;
  /// how people reach the server, and whether staff sign in with passkeys; empty without a configuration
  std::string base_url;
  bool passkeys = false;
  std::string versions;
};

[[nodiscard]] Facts gather_facts(const DoctorOptions& options, const Clock& clock);

/// doctor_certificate.cpp
[[nodiscard]] CertificateFacts certificate_facts(const std::filesystem::path& certificate,
                                                 const std::filesystem::path& key, const std::string& base_url);

/// The process that holds a lock on this file, as the kernel lists them; 0: one that can't be seen from here.
[[nodiscard]] std::optional<int> lock_holder(const std::filesystem::path& file);

}  // namespace bredvid::app
