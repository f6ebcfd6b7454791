// From facts to verdicts: what is fine, what to look at, what is bad. Pure; every limit is here, with its reason.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/doctor_facts.h"

namespace bredvid::app {

enum class Verdict : std::uint8_t { ok, look, bad };

struct Finding {
  std::string_view check;
  Verdict verdict{Verdict::ok};
  /// nothing when it is ok, or advice
  std::optional<ErrorCode> code;
  std::string text;
};

constexpr std::int64_t kDay_ms = 24LL * 60 * 60 * 1000;
/// An ACME client renews a month before the end: less than that, and it does not do its work.
constexpr std::int64_t kCertificateLook_ms = 30 * kDay_ms;
/// Two weeks are what is left for somebody who has to ask somebody.
constexpr std::int64_t kCertificateBad_ms = 14 * kDay_ms;
/// Below this a commit may fail any moment.
constexpr std::uint64_t kDiskBad_bytes = 64ULL * 1024 * 1024;
/// Beside the room for one more copy of the database (a backup, a new key): a busy week's log.
constexpr std::uint64_t kDiskLook_bytes = 256ULL * 1024 * 1024;
/// The log is copied away from some 32 MiB on; twice that for a moment under load. More: a reader holds it up.
constexpr std::uint64_t kLogLook_bytes = 256ULL * 1024 * 1024;
/// A clock that a time service puts right moves by milliseconds.
constexpr std::int64_t kClockJump_ms = 1000;
/// Files that are no connections: database, log, certificate, site, sockets.
constexpr std::uint64_t kOtherFiles = 64;
/// Maintenance runs every five minutes; a day late means that it does not run.
constexpr std::uint32_t kOverdueDays = 1;

[[nodiscard]] Finding judge_permissions(const std::vector<ModeFact>& too_open);
[[nodiscard]] Finding judge_key(const Facts& facts);
[[nodiscard]] Finding judge_certificate(const CertificateFacts& facts, Instant now);
[[nodiscard]] Finding judge_name(const CertificateFacts& facts);
[[nodiscard]] Finding judge_disk(const DiskFacts& facts);
/// Whether the server can make the reserve by itself depends on what is free.
[[nodiscard]] Finding judge_reserve(const ReserveFacts& facts, std::uint64_t free_bytes);
/// `newest`: the latest day in the database.
[[nodiscard]] Finding judge_clock(const ClockFacts& facts, std::optional<Day> newest);
[[nodiscard]] Finding judge_database(const Facts& facts);
[[nodiscard]] Finding judge_schema(const Facts& facts);
/// What a large municipality needs at once. The server takes as many as its files allow (net/open_files.h) up to its
/// own limit; fewer than these are worth a look.
constexpr std::uint64_t kExpectedConnections = 2000;
[[nodiscard]] Finding judge_open_files(std::uint64_t limit, std::uint64_t connections);
[[nodiscard]] Finding judge_backup(std::optional<Day> last, Day today, std::uint32_t most_days);
[[nodiscard]] Finding judge_span(const storage::Contents& contents, Instant now);
[[nodiscard]] Finding judge_expiry(const storage::Contents& contents, Day today);
[[nodiscard]] Finding judge_log(const DiskFacts& facts);

/// `look` without a code: who needs a page can do without, and the others are served.
[[nodiscard]] Finding judge_info(const InfoFacts& facts);

/// Advice: how a trial becomes a service. A `look` without a code, so that no monitor wakes anybody.
[[nodiscard]] Finding judge_address(std::string_view base_url);
[[nodiscard]] Finding judge_staff(bool passkeys);

/// All of them, in the order of printing.
[[nodiscard]] std::vector<Finding> judge(const Facts& facts);
/// The code of the worst: bad before look, then the first.
[[nodiscard]] std::optional<ErrorCode> worst(const std::vector<Finding>& findings);

}  // namespace bredvid::app
