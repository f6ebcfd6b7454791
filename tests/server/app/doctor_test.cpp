// The doctor's verdicts at the edges of their limits, and the whole of it on a folder, served and not.
#include <sys/resource.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "server/app/civil_date.h"
#include "server/app/doctor_verdicts.h"
#include "server/domain/calendar.h"
#include "server/domain/low_disk.h"
#include "tests/server/app/clock_process.h"
#include "tests/server/app/snapshot.h"
#include "tests/server/net/live_server.h"

namespace bredvid::app {
namespace {

/// 2026-11-23 12:00 in Stockholm
constexpr Instant kNow{1'795'431'600'000};
const Day kToday = domain::stockholm_day(kNow);

std::string said(const Finding& finding) {
  const std::string verdict = finding.verdict == Verdict::ok ? "ok" : finding.verdict == Verdict::look ? "look" : "bad";
  return finding.code ? verdict + " " + std::string(name(*finding.code)) : verdict;
}

CertificateFacts certificate(std::int64_t left_ms) {
  return {std::nullopt, {kNow.ms - kDay_ms}, {kNow.ms + left_ms}, "bredvid.example", true};
}

TEST(Doctor, ACertificateIsJudgedByWhatIsLeft) {
  EXPECT_EQ(said(judge_certificate(certificate(kCertificateLook_ms + 1), kNow)), "ok");
  EXPECT_EQ(said(judge_certificate(certificate(kCertificateLook_ms), kNow)), "look cert_dates");
  EXPECT_EQ(said(judge_certificate(certificate(kCertificateBad_ms + 1), kNow)), "look cert_dates");
  EXPECT_EQ(said(judge_certificate(certificate(kCertificateBad_ms), kNow)), "bad cert_dates");
  EXPECT_EQ(said(judge_certificate(certificate(1), kNow)), "bad cert_dates");
  EXPECT_EQ(said(judge_certificate(certificate(0), kNow)), "bad cert_not_valid");
  EXPECT_EQ(said(judge_certificate(certificate(kDay_ms * 90), {kNow.ms - kDay_ms - 1})), "bad cert_not_valid");
  EXPECT_EQ(said(judge_certificate(certificate(kDay_ms * 90), {kNow.ms - kDay_ms})), "ok");
  CertificateFacts other = certificate(kDay_ms * 90);
  other.trouble = OperatorError{ErrorCode::cert_mismatch, "key.pem"};
  EXPECT_EQ(said(judge_certificate(other, kNow)), "bad cert_mismatch");
  other.names_host = false;
  EXPECT_EQ(said(judge_name(other)), "bad cert_name");
}

TEST(Doctor, RoomOnTheDisk) {
  constexpr std::uint64_t database = 1'000'000'000;
  EXPECT_EQ(said(judge_disk({database + kDiskLook_bytes, database, 0})), "ok");
  EXPECT_EQ(said(judge_disk({database + kDiskLook_bytes - 1, database, 0})), "look resources_short");
  EXPECT_EQ(said(judge_disk({kDiskBad_bytes, database, 0})), "look resources_short");
  EXPECT_EQ(said(judge_disk({kDiskBad_bytes - 1, 0, 0})), "bad disk_full");
  EXPECT_EQ(said(judge_log({0, 0, kLogLook_bytes})), "ok");
  EXPECT_EQ(said(judge_log({0, 0, kLogLook_bytes + 1})), "look overdue");
}

TEST(Doctor, TheReserve) {
  constexpr std::uint64_t wanted = domain::kReserve_bytes;
  constexpr std::uint64_t room = domain::kRoomForReserve * wanted;
  EXPECT_EQ(said(judge_reserve({wanted, wanted}, 0)), "ok");
  EXPECT_EQ(said(judge_reserve({wanted, wanted - 1}, room)), "look resources_short");
  EXPECT_EQ(said(judge_reserve({wanted, 0}, room)), "look resources_short");
  EXPECT_EQ(said(judge_reserve({wanted, 0}, room - 1)), "bad disk_full");
  EXPECT_EQ(said(judge_reserve({wanted, wanted - 1}, room - 1)), "bad disk_full");
  EXPECT_EQ(said(judge_reserve({0, 0}, room)), "bad disk_full");
}

TEST(Doctor, TheClock) {
  EXPECT_EQ(said(judge_clock({kNow, kToday, 0, true}, kToday)), "ok");
  EXPECT_EQ(said(judge_clock({kNow, kToday, 0, true}, Day{kToday.value + 1})), "bad clock_wrong");
  EXPECT_EQ(said(judge_clock({kNow, Day{kToday.value + 1}, 0, true}, std::nullopt)), "bad clock_wrong");
  EXPECT_EQ(said(judge_clock({kNow, kToday, kClockJump_ms - 1, false}, kToday)), "ok");
  EXPECT_EQ(said(judge_clock({kNow, kToday, kClockJump_ms, false}, kToday)), "look clock_wrong");
  EXPECT_EQ(said(judge_clock({kNow, kToday, -kClockJump_ms, false}, kToday)), "look clock_wrong");
}

TEST(Doctor, WhatIsOverdue) {
  EXPECT_EQ(said(judge_backup(std::nullopt, kToday, 7)), "look overdue");
  EXPECT_EQ(said(judge_backup(Day{kToday.value - 7}, kToday, 7)), "ok");
  EXPECT_EQ(said(judge_backup(Day{kToday.value - 8}, kToday, 7)), "bad overdue");
  storage::Contents contents;
  EXPECT_EQ(said(judge_span(contents, kNow)), "look overdue");
  contents.open_span = wire::Span{{1}, {kToday.value - 90}, {kToday.value - 4}};
  // Its last day and 72 hours are over at midnight, and doctor gives it a day more.
  const Instant limit = domain::start_of_day(Day{kToday.value - 3}).plus_s(96 * 3600);
  EXPECT_EQ(said(judge_span(contents, {limit.ms - 1})), "ok");
  EXPECT_EQ(said(judge_span(contents, limit)), "bad overdue");
  EXPECT_EQ(said(judge_expiry(contents, kToday)), "ok");
  contents.oldest_expiry = Day{kToday.value - 1};
  EXPECT_EQ(said(judge_expiry(contents, kToday)), "ok");
  contents.oldest_expiry = Day{kToday.value - 2};
  EXPECT_EQ(said(judge_expiry(contents, kToday)), "bad overdue");
}

TEST(Doctor, LimitsPermissionsAndVersions) {
  EXPECT_EQ(said(judge_open_files(1000 + kOtherFiles, 1000)), "ok");
  EXPECT_EQ(said(judge_open_files(1000 + kOtherFiles - 1, 1000)), "look resources_short");
  EXPECT_EQ(said(judge_permissions({})), "ok");
  const Finding open = judge_permissions({{"db.key", 0640}});
  EXPECT_EQ(said(open), "bad key_permissions");
  EXPECT_NE(open.text.find("db.key (0640)"), std::string::npos) << open.text;
  Facts facts;
  facts.contents = storage::Contents{};
  EXPECT_EQ(said(judge_schema(facts)), "look overdue");
  facts.contents->migrations = storage::known_migrations();
  EXPECT_EQ(said(judge_schema(facts)), "ok");
  facts.left_over = {"bredvid.db.rekeyed"};
  EXPECT_EQ(said(judge_key(facts)), "look overdue");
}

TEST(Doctor, AdviceHasNoCode) {
  for (const char* near :
       {"https://localhost:8443", "https://bredvid.localhost", "https://10.0.0.1", "https://[::1]"}) {
    EXPECT_EQ(judge_address(near).verdict, Verdict::look) << near;
    EXPECT_FALSE(judge_address(near).code);
  }
  EXPECT_EQ(judge_address("https://bredvid.example.se").verdict, Verdict::ok);
  EXPECT_EQ(judge_staff(false).verdict, Verdict::look);
  EXPECT_FALSE(judge_staff(false).code);
  EXPECT_EQ(judge_staff(true).verdict, Verdict::ok);
}

TEST(Doctor, TheWorstDecides) {
  const std::vector<Finding> findings{{"a", Verdict::ok, std::nullopt, ""},
                                      {"b", Verdict::look, ErrorCode::overdue, ""},
                                      {"c", Verdict::bad, ErrorCode::disk_full, ""},
                                      {"d", Verdict::bad, ErrorCode::cert_dates, ""}};
  EXPECT_EQ(worst(findings), ErrorCode::disk_full);
  EXPECT_EQ(worst({findings[0], findings[1]}), ErrorCode::overdue);
  EXPECT_EQ(worst({findings[0]}), std::nullopt);
}

class DoctorCommand : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(server.init().exit_code, 0); }
  support::CommandResult doctor(const std::vector<std::string>& more = {}, const support::ProcessOptions& how = {}) {
    std::vector<std::string> words{"doctor", "--data", server.data().string(), "--web", server.web().string()};
    words.insert(words.end(), more.begin(), more.end());
    support::ProcessOptions options = how;
    options.before = [] {
      const rlimit files{8192, 8192};
      ::setrlimit(RLIMIT_NOFILE, &files);
    };
    return server.run(words, options);
  }
  void back_up() {
    const auto done =
        server.run({"backup", "--data", server.data().string(), "--to", (server.folder() / "backup.db").string()});
    ASSERT_EQ(done.exit_code, 0) << done.err;
  }
  support::ServerProcess server{BREDVID_BINARY};
};

TEST_F(DoctorCommand, AFreshFolderHasNoBackupAndIsFineAfterOne) {
  EXPECT_EQ(doctor().exit_code, static_cast<int>(ErrorCode::overdue)) << doctor().out;
  back_up();
  const support::Snapshot before(server.data());
  const auto well = doctor();
  EXPECT_EQ(well.exit_code, 0) << well.out;
  EXPECT_EQ(well.out.find("bad "), std::string::npos) << well.out;
  EXPECT_NE(well.out.find("no server has it open"), std::string::npos) << well.out;
  EXPECT_EQ(support::Snapshot(server.data()), before);
}

TEST_F(DoctorCommand, WhileServingItSeesTheServerAndDisturbsNobody) {
  back_up();
  support::ProcessOptions files;
  files.before = [] {
    const rlimit limit{8192, 8192};
    ::setrlimit(RLIMIT_NOFILE, &limit);
  };
  ASSERT_TRUE(server.start(files)) << server.log();
  const auto well = doctor({"--json"});
  EXPECT_EQ(well.exit_code, 0) << well.out;
  const auto told = nlohmann::json::parse(well.out);
  EXPECT_EQ(told.at("exit"), 0);
  EXPECT_GE(told.at("checks").size(), 12U);
  EXPECT_NE(well.out.find("a server has it open"), std::string::npos) << well.out;
  support::Person karin(server.connect_options(), "Karin");
  karin.redeem_staff(circle::parse_slip(server.staff_slip("supporter", "municipality")).value());
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(DoctorCommand, WhatIsWrongHasItsCode) {
  back_up();
  namespace fs = std::filesystem;
  const fs::path key = server.data() / "db.key";
  fs::permissions(key, fs::perms::group_read, fs::perm_options::add);
  EXPECT_EQ(doctor().exit_code, static_cast<int>(ErrorCode::key_permissions));
  fs::permissions(key, fs::perms::group_read, fs::perm_options::remove);
  fs::permissions(server.data() / "keys", fs::perms::others_read, fs::perm_options::add);
  EXPECT_EQ(doctor().exit_code, static_cast<int>(ErrorCode::key_permissions));
  fs::permissions(server.data() / "keys", fs::perms::others_read, fs::perm_options::remove);

  const std::string config = support::read_whole(server.data() / "config.json");
  auto changed = nlohmann::json::parse(config);
  changed["base_url"] = "https://elsewhere.example";
  support::write_whole(server.data() / "config.json", changed.dump());
  EXPECT_EQ(doctor().exit_code, static_cast<int>(ErrorCode::cert_name));
  support::write_whole(server.data() / "config.json", config);

  const std::string certificate = support::read_whole(server.data() / "cert.pem");
  support::write_whole(server.data() / "cert.pem", "nothing");
  EXPECT_EQ(doctor().exit_code, static_cast<int>(ErrorCode::cert_unreadable));
  support::write_whole(server.data() / "cert.pem", certificate);

  // Whole, then a file of that length without blocks of its own, then none.
  EXPECT_NE(doctor().out.find("ok    reserve"), std::string::npos);
  support::write_whole(server.data() / "reserve", "");
  fs::resize_file(server.data() / "reserve", domain::kReserve_bytes);
  EXPECT_EQ(doctor().exit_code, static_cast<int>(ErrorCode::resources_short));
  fs::remove(server.data() / "reserve");
  const auto without = doctor();
  EXPECT_EQ(without.exit_code, static_cast<int>(ErrorCode::resources_short));
  EXPECT_NE(without.out.find("look  reserve        the room for a full disk is not there"), std::string::npos)
      << without.out;

  // The development certificate lasts 396 days.
  EXPECT_EQ(doctor({}, support::with_clock(390 * 86'400)).exit_code, static_cast<int>(ErrorCode::cert_dates));
  EXPECT_EQ(doctor({}, support::with_clock(-20 * 365 * 86'400LL)).exit_code,
            static_cast<int>(ErrorCode::cert_not_valid));
  const auto back = doctor({}, support::with_clock(-20 * 365 * 86'400LL));
  EXPECT_NE(back.out.find("clock_wrong"), std::string::npos) << back.out;

  std::string bytes = support::read_whole(server.data() / "bredvid.db");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  support::write_whole(server.data() / "bredvid.db", bytes);
  const auto damaged = doctor();
  EXPECT_EQ(damaged.exit_code, static_cast<int>(ErrorCode::database_damaged)) << damaged.out;
}

}  // namespace
}  // namespace bredvid::app
