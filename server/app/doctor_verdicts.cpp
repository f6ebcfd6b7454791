#include "server/app/doctor_verdicts.h"

#include <algorithm>

#include "server/app/civil_date.h"
#include "server/domain/calendar.h"
#include "server/domain/low_disk.h"
#include "server/domain/tally.h"

namespace bredvid::app {
namespace {

Finding fine(std::string_view check, std::string text) {
  return {check, Verdict::ok, std::nullopt, std::move(text)};
}

Finding found(std::string_view check, Verdict verdict, ErrorCode code, std::string text) {
  return {check, verdict, code, std::move(text)};
}

Finding trouble(std::string_view check, const OperatorError& error) {
  return found(check, Verdict::bad, error.code, std::string(sentence(error.code)) + " (" + error.subject + ")");
}

std::string mebibytes(std::uint64_t bytes) {
  return std::to_string(bytes / (1024 * 1024)) + " MiB";
}

std::string day_text(Instant instant) {
  return format_date(domain::stockholm_day(instant));
}

std::string octal(std::uint32_t mode) {
  std::string text = "0000";
  for (std::size_t i = 4; i-- > 0; mode >>= 3) text[i] = static_cast<char>('0' + (mode & 7));
  return text;
}

}  // namespace

Finding judge_permissions(const std::vector<ModeFact>& too_open) {
  if (too_open.empty()) return fine("permissions", "folder, database and span keys are for their owner alone");
  std::string text = "others may use";
  for (const ModeFact& one : too_open) text += " " + one.path + " (" + octal(one.mode) + ")";
  return found("permissions", Verdict::bad, ErrorCode::key_permissions, text);
}

Finding judge_key(const Facts& facts) {
  const std::string where = facts.source.kind == KeyKind::passphrase ? "a passphrase, with " : "the file ";
  if (facts.key_trouble) return trouble("key", *facts.key_trouble);
  if (facts.left_over.empty()) return fine("key", where + facts.source.path.string());
  std::string text = "the database's key is " + where + facts.source.path.string() + "; left over:";
  for (const std::string& path : facts.left_over) text += " " + path;
  text += ". The next start settles what was interrupted; a key that is not used should be destroyed.";
  return found("key", Verdict::look, ErrorCode::overdue, text);
}

Finding judge_certificate(const CertificateFacts& facts, Instant now) {
  if (facts.trouble) return trouble("certificate", *facts.trouble);
  const std::string until = day_text(facts.until);
  if (now < facts.from)
    return found("certificate", Verdict::bad, ErrorCode::cert_not_valid, "not valid before " + day_text(facts.from));
  if (now >= facts.until) return found("certificate", Verdict::bad, ErrorCode::cert_not_valid, "expired on " + until);
  const std::int64_t left = facts.until.ms - now.ms;
  if (left <= kCertificateBad_ms)
    return found("certificate", Verdict::bad, ErrorCode::cert_dates, "expires within 14 days, on " + until);
  if (left <= kCertificateLook_ms)
    return found("certificate", Verdict::look, ErrorCode::cert_dates, "expires within 30 days, on " + until);
  return fine("certificate", "readable, its key fits, valid until " + until);
}

Finding judge_name(const CertificateFacts& facts) {
  if (facts.names_host) return fine("name", "the certificate is for " + facts.host);
  return found("name", Verdict::bad, ErrorCode::cert_name, "the certificate is not for " + facts.host);
}

Finding judge_disk(const DiskFacts& facts) {
  const std::string text = mebibytes(facts.free_bytes) + " free, the database takes " + mebibytes(facts.database_bytes);
  if (facts.free_bytes < kDiskBad_bytes) return found("disk", Verdict::bad, ErrorCode::disk_full, text);
  if (facts.free_bytes < facts.database_bytes + kDiskLook_bytes)
    return found("disk", Verdict::look, ErrorCode::resources_short, text + ": too little for a copy of it");
  return fine("disk", text);
}

Finding judge_reserve(const ReserveFacts& facts, std::uint64_t free_bytes) {
  if (facts.whole()) return fine("reserve", mebibytes(facts.kept_bytes) + " are kept for a full disk");
  const std::string text = facts.kept_bytes == 0
                               ? "the room for a full disk is not there"
                               : "only " + std::to_string(facts.kept_bytes / 1024) + " KiB are kept for a full disk";
  if (!domain::room_for_reserve(free_bytes, facts.wanted_bytes))
    return found("reserve", Verdict::bad, ErrorCode::disk_full,
                 text + ": new messages are refused until " + mebibytes(domain::kRoomForReserve * facts.wanted_bytes) +
                     " are free");
  return found("reserve", Verdict::look, ErrorCode::resources_short, text + ": the next start sets it aside");
}

Finding judge_clock(const ClockFacts& facts, std::optional<Day> newest) {
  const Day today = domain::stockholm_day(facts.now);
  if (newest && today < *newest)
    return found("clock", Verdict::bad, ErrorCode::clock_wrong,
                 format_date(today) + ", but the database was used on " + format_date(*newest));
  if (today < facts.built)
    return found("clock", Verdict::bad, ErrorCode::clock_wrong,
                 format_date(today) + ", but this program was built on " + format_date(facts.built));
  if (facts.jumped_ms >= kClockJump_ms || facts.jumped_ms <= -kClockJump_ms)
    return found("clock", Verdict::look, ErrorCode::clock_wrong,
                 "jumped by " + std::to_string(facts.jumped_ms) + " ms while doctor looked");
  return fine("clock", format_date(today) + (facts.synchronised ? ", kept by a time service" : ", kept by nobody"));
}

Finding judge_database(const Facts& facts) {
  if (facts.database_trouble) return trouble("database", *facts.database_trouble);
  if (!facts.contents)
    return found("database", Verdict::bad, facts.key_trouble ? facts.key_trouble->code : ErrorCode::internal,
                 "could not be looked into without its key");
  return fine("database", std::string("every page, every tree and every reference is whole") +
                              (facts.serving ? "; a server has it open" : "; no server has it open"));
}

Finding judge_schema(const Facts& facts) {
  if (facts.contents && facts.contents->migrations < storage::known_migrations())
    return found("versions", Verdict::look, ErrorCode::overdue,
                 facts.versions + ": the next start brings the database up to date; make a backup before");
  return fine("versions", facts.versions);
}

Finding judge_open_files(std::uint64_t limit, std::uint64_t connections) {
  const std::string text =
      std::to_string(limit) + " open files allowed, " + std::to_string(connections) + " connections should fit";
  if (limit < connections + kOtherFiles)
    return found("open files", Verdict::look, ErrorCode::resources_short, text + ": set LimitNOFILE in the unit");
  return fine("open files", text);
}

Finding judge_backup(std::optional<Day> last, Day today, std::uint32_t most_days) {
  if (!last) return found("backup", Verdict::look, ErrorCode::overdue, "none is known here");
  const std::string text = "the last one is of " + format_date(*last);
  if (today.value > last->value + most_days)
    return found("backup", Verdict::bad, ErrorCode::overdue,
                 text + ", more than " + std::to_string(most_days) + " days ago");
  return fine("backup", text);
}

Finding judge_span(const storage::Contents& contents, Instant now) {
  if (!contents.open_span) return found("counting", Verdict::look, ErrorCode::overdue, "no period is open");
  const wire::Span& span = *contents.open_span;
  const std::string text = "the open period ends on " + format_date(span.last_day);
  if (domain::is_due(span, {now.ms - kOverdueDays * kDay_ms}))
    return found("counting", Verdict::bad, ErrorCode::overdue, text + " and was not settled in time");
  return fine("counting", text);
}

Finding judge_expiry(const storage::Contents& contents, Day today) {
  if (contents.oldest_expiry && contents.oldest_expiry->value + kOverdueDays < today.value)
    return found("expiry", Verdict::bad, ErrorCode::overdue,
                 "messages whose time was over on " + format_date(*contents.oldest_expiry) + " are still there");
  return fine("expiry", "nothing is kept beyond its time");
}

Finding judge_log(const DiskFacts& facts) {
  const std::string text = "the write-ahead log takes " + mebibytes(facts.log_bytes);
  if (facts.log_bytes > kLogLook_bytes)
    return found("log", Verdict::look, ErrorCode::overdue, text + ": something keeps it from being copied");
  return fine("log", text);
}

Finding judge_info(const InfoFacts& facts) {
  if (facts.problems.empty()) return fine("information", std::to_string(facts.pages) + " pages");
  std::string text = std::to_string(facts.pages) + " pages; left out:";
  for (const net::InfoProblem& one : facts.problems) text += " " + one.file + " " + one.why + ";";
  text.pop_back();
  return {"information", Verdict::look, std::nullopt, text};
}

Finding judge_address(std::string_view base_url) {
  if (is_real_name(base_url)) return fine("address", "people reach the server at " + std::string(base_url));
  return {"address", Verdict::look, std::nullopt,
          "base_url is " + std::string(base_url) + ": slips point at it, and nobody elsewhere can open them"};
}

Finding judge_staff(bool passkeys) {
  if (passkeys) return fine("staff", "staff sign in with a passkey and their device");
  return {"staff", Verdict::look, std::nullopt,
          "staff sign in with their device alone: set staff_sign_in to passkey before real people use this"};
}

std::vector<Finding> judge(const Facts& facts) {
  const Instant now = facts.clock.now;
  const Day today = domain::stockholm_day(now);
  std::vector<Finding> all;
  all.push_back(facts.config_trouble ? trouble("configuration", *facts.config_trouble)
                                     : fine("configuration", "can be read"));
  if (!facts.config_trouble)
    all.push_back(facts.programmes_trouble ? trouble("programmes", *facts.programmes_trouble)
                                           : fine("programmes", "each one that is named can be used"));
  all.push_back(judge_permissions(facts.too_open));
  all.push_back(judge_key(facts));
  all.push_back(judge_certificate(facts.certificate, now));
  if (!facts.certificate.trouble) all.push_back(judge_name(facts.certificate));
  all.push_back(judge_disk(facts.disk));
  all.push_back(judge_reserve(facts.reserve, facts.disk.free_bytes));
  all.push_back(judge_clock(facts.clock, facts.contents ? std::optional(facts.contents->newest_day) : std::nullopt));
  all.push_back(judge_database(facts));
  all.push_back(judge_schema(facts));
  all.push_back(judge_open_files(facts.open_files_limit, kExpectedConnections));
  all.push_back(judge_log(facts.disk));
  all.push_back(judge_backup(facts.last_backup, today, facts.backup_days));
  if (facts.contents) {
    all.push_back(judge_span(*facts.contents, now));
    all.push_back(judge_expiry(*facts.contents, today));
  }
  if (facts.web_trouble) all.push_back(trouble("web client", *facts.web_trouble));
  // Last: a finding with a code comes before advice.
  if (facts.info) all.push_back(judge_info(*facts.info));
  if (!facts.base_url.empty()) {
    all.push_back(judge_address(facts.base_url));
    all.push_back(judge_staff(facts.passkeys));
  }
  return all;
}

std::optional<ErrorCode> worst(const std::vector<Finding>& findings) {
  const auto first =
      std::ranges::max_element(findings, [](const Finding& a, const Finding& b) { return a.verdict < b.verdict; });
  return first == findings.end() ? std::nullopt : first->code;
}

}  // namespace bredvid::app
