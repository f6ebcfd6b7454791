// `bredvid backup` and `bredvid restore`, as an operator calls them.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "server/app/civil_date.h"
#include "server/app/restore_files.h"
#include "tests/server/app/snapshot.h"
#include "tests/server/net/live_server.h"
#include "tests/support/demo_tallies.h"

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;

class BackupCommand : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(server.init().exit_code, 0); }
  [[nodiscard]] fs::path file(const std::string& name = "backup.db") const { return server.folder() / name; }
  CommandResult command(const std::string& verb, const std::vector<std::string>& more,
                        const ProcessOptions& options = {}) {
    std::vector<std::string> words{verb, "--data", server.data().string()};
    words.insert(words.end(), more.begin(), more.end());
    return server.run(words, options);
  }
  CommandResult back_up(const ProcessOptions& options = {}) {
    return command("backup", {"--to", file().string()}, options);
  }
  CommandResult restore(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"--from", file().string()};
    words.insert(words.end(), more.begin(), more.end());
    return command("restore", words);
  }
  std::size_t files_beside() {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(server.folder()))
      if (entry.path().filename().string().starts_with("backup.db")) ++count;
    return count;
  }

  ServerProcess server{BREDVID_BINARY};
};

void expect_code(const CommandResult& result, ErrorCode code) {
  EXPECT_EQ(result.exit_code, static_cast<int>(code)) << result.err << result.out;
  EXPECT_NE(result.err.find("bredvid: " + std::string(name(code))), std::string::npos) << result.err;
  EXPECT_EQ(result.out, "");
}

TEST_F(BackupCommand, WhileServingAndWhileNot) {
  for (const bool serving : {false, true}) {
    if (serving) {
      ASSERT_TRUE(server.start()) << server.log();
    }
    const CommandResult done = back_up();
    ASSERT_EQ(done.exit_code, 0) << done.err;
    EXPECT_NE(done.out.find(app::format_date(today())), std::string::npos) << done.out;
    EXPECT_NE(done.out.find(" MiB, checked, in "), std::string::npos) << done.out;
    EXPECT_NE(done.out.find("does not hold the key"), std::string::npos) << done.out;
    struct stat status{};
    ASSERT_EQ(::lstat(file().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    EXPECT_EQ(files_beside(), 1U);
    EXPECT_EQ(read_whole(server.data() / "last-backup"), app::format_date(today()) + "\n");
    const CommandResult rehearsed = restore({"--rehearse"});
    EXPECT_EQ(rehearsed.exit_code, 0) << rehearsed.err;
    EXPECT_NE(rehearsed.out.find("conversations: 0\n"), std::string::npos) << rehearsed.out;
    fs::remove(file());
  }
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(BackupCommand, NothingIsOverwrittenAndAFailureLeavesNothing) {
  write_whole(file(), "mine");
  expect_code(back_up(), ErrorCode::file_exists);
  EXPECT_EQ(read_whole(file()), "mine");
  EXPECT_EQ(files_beside(), 1U);
  fs::remove(file());
  expect_code(command("backup", {"--to", (server.folder() / "no/where.db").string()}), ErrorCode::io_failed);
  ProcessOptions small;
  small.before = [] {
    const rlimit limit{16 * 1024, 16 * 1024};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  };
  const CommandResult full = back_up(small);
  EXPECT_TRUE(full.exit_code == static_cast<int>(ErrorCode::disk_full) ||
              full.exit_code == static_cast<int>(ErrorCode::io_failed))
      << full.err;
  EXPECT_EQ(files_beside(), 0U);
  EXPECT_FALSE(fs::exists(server.data() / "last-backup"));
}

TEST_F(BackupCommand, OneThatWasKilledLeavesNoHindranceAndOneThatRunsIsNotDisturbed) {
  write_whole(file("backup.db.unfinished"), "half");
  EXPECT_EQ(back_up().exit_code, 0);
  EXPECT_EQ(files_beside(), 1U);
  fs::remove(file());
  write_whole(file("backup.db.unfinished"), "another's");
  const int running = ::open(file("backup.db.unfinished").c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::flock(running, LOCK_EX), 0);
  expect_code(back_up(), ErrorCode::file_exists);
  EXPECT_EQ(read_whole(file("backup.db.unfinished")), "another's");
  ::close(running);
}

TEST_F(BackupCommand, ADamagedDatabaseMakesNoBackup) {
  std::string bytes = read_whole(server.data() / "bredvid.db");
  bytes[bytes.size() - 2000] = static_cast<char>(bytes[bytes.size() - 2000] ^ 1);
  write_whole(server.data() / "bredvid.db", bytes);
  expect_code(back_up(), ErrorCode::database_damaged);
  EXPECT_EQ(files_beside(), 0U);
}

TEST_F(BackupCommand, ARehearsalChangesNothingAndSaysWhatIsWrong) {
  ASSERT_EQ(back_up().exit_code, 0);
  const Snapshot before(server.folder());
  EXPECT_EQ(restore({"--rehearse"}).exit_code, 0);
  EXPECT_EQ(Snapshot(server.folder()), before);

  const std::string whole = read_whole(file());
  std::string bytes = whole;
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_whole(file(), bytes);
  for (const bool rehearse : {true, false}) {
    expect_code(restore(rehearse ? std::vector<std::string>{"--rehearse"} : std::vector<std::string>{}),
                ErrorCode::backup_bad);
  }
  write_whole(file(), whole.substr(0, whole.size() - 4096));
  expect_code(restore({"--rehearse"}), ErrorCode::backup_bad);
  write_whole(file(), std::string(8192, 'x'));
  expect_code(restore({"--rehearse"}), ErrorCode::key_wrong);
  fs::remove(file());
  expect_code(restore({"--rehearse"}), ErrorCode::io_failed);
  write_whole(file(), whole);
  const fs::path other = server.folder() / "other.key";
  write_whole(other, std::string(64, 'a'));
  fs::permissions(other, fs::perms::owner_read | fs::perms::owner_write);
  expect_code(restore({"--rehearse", "--key-file", other.string()}), ErrorCode::key_wrong);
}

TEST_F(BackupCommand, ARestoreNeedsTheFolderForItselfAndKeepsWhatWasThere) {
  ASSERT_EQ(back_up().exit_code, 0);
  ASSERT_TRUE(server.start());
  expect_code(restore(), ErrorCode::data_in_use);
  EXPECT_EQ(restore({"--rehearse"}).exit_code, 0);
  EXPECT_EQ(server.stop(SIGTERM), 0);
  const std::string present = read_whole(server.data() / "bredvid.db");
  for (int n = 1; n <= 2; ++n) {
    const CommandResult done = restore();
    ASSERT_EQ(done.exit_code, 0) << done.err;
    EXPECT_NE(done.out.find("bredvid.db.before-" + std::to_string(n)), std::string::npos) << done.out;
    EXPECT_NE(done.out.find("the key of the open period is still here"), std::string::npos) << done.out;
  }
  EXPECT_EQ(read_whole(server.data() / "bredvid.db.before-1"), present);
  ASSERT_TRUE(server.start()) << server.log();
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(BackupCommand, ARestoreWorksWhenThePresentOneIsDamagedOrGone) {
  ASSERT_EQ(back_up().exit_code, 0);
  write_whole(server.data() / "bredvid.db", "rubbish");
  write_whole(server.data() / "bredvid.db-wal", "its log");
  ASSERT_EQ(restore().exit_code, 0);
  EXPECT_EQ(read_whole(server.data() / "bredvid.db.before-1"), "rubbish");
  EXPECT_EQ(read_whole(server.data() / "bredvid.db.before-1-wal"), "its log");
  EXPECT_FALSE(fs::exists(server.data() / "bredvid.db-wal"));
  ASSERT_TRUE(server.start()) << server.log();
  EXPECT_EQ(server.stop(SIGTERM), 0);

  fs::remove(server.data() / "bredvid.db");
  fs::remove_all(server.data() / "keys");
  const CommandResult elsewhere = restore();
  ASSERT_EQ(elsewhere.exit_code, 0) << elsewhere.err;
  EXPECT_EQ(elsewhere.out.find("before-2"), std::string::npos);
  EXPECT_NE(elsewhere.out.find("dropped, not guessed"), std::string::npos) << elsewhere.out;
  EXPECT_NE(elsewhere.out.find(app::format_date(today())), std::string::npos) << elsewhere.out;
  ASSERT_TRUE(server.start()) << server.log();
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(BackupCommand, KilledBetweenAnyTwoStepsOfARestoreTheFolderHasTheOldOrTheNew) {
  using app::RestoreStep;
  ASSERT_EQ(back_up().exit_code, 0);
  const std::string present = read_whole(server.data() / "bredvid.db");
  for (const RestoreStep killed_after :
       {RestoreStep::kept_aside, RestoreStep::decided, RestoreStep::log_removed, RestoreStep::in_place}) {
    // A second database with the same key: its bytes tell the two apart.
    const app::DataFolder data{server.data()};
    fs::remove(server.data() / "bredvid.db");
    write_whole(server.data() / "bredvid.db", present);
    write_whole(server.data() / "bredvid.db-wal", "old log");
    fs::copy_file(file(), app::restoring(data));
    ProcessOptions killed;
    killed.instead = [&](const std::vector<std::string>&) {
      static_cast<void>(app::put_restored_in_place(data, [&](RestoreStep step) {
        if (step == killed_after) ::kill(::getpid(), SIGKILL);
      }));
      return 0;
    };
    EXPECT_EQ(server.run({}, killed).exit_code, 128 + SIGKILL);
    ASSERT_TRUE(app::settle_restore(data));
    const bool is_new = killed_after != RestoreStep::kept_aside;
    EXPECT_EQ(read_whole(server.data() / "bredvid.db"), is_new ? read_whole(file()) : present)
        << static_cast<int>(killed_after);
    EXPECT_EQ(fs::exists(server.data() / "bredvid.db-wal"), !is_new) << "a log beside the database that it belongs to";
    for (const char* rest : {".restoring", ".restored"})
      EXPECT_FALSE(fs::exists(server.data() / ("bredvid.db" + std::string(rest)))) << rest;
  }
}

TEST_F(BackupCommand, TheNextStartFinishesWhatARestoreHasDecided) {
  ASSERT_EQ(back_up().exit_code, 0);
  fs::rename(file(), server.data() / "bredvid.db.restored");
  write_whole(server.data() / "bredvid.db", "the old one");
  write_whole(server.data() / "bredvid.db-wal", "and its log");
  ASSERT_TRUE(server.start()) << server.log();
  EXPECT_EQ(server.stop(SIGTERM), 0);
  EXPECT_FALSE(fs::exists(server.data() / "bredvid.db.restored"));
}

class RestoredServer : public LiveServer {};

TEST_F(RestoredServer, LeadsSeeTheOldReleasesAndCountingBeginsAnew) {
  Person karin = supporter();
  static_cast<void>(send_tallies(karin, {6, 12, 6, 6, 6, 6}));
  ASSERT_EQ(server.run({"release", "--data", server.data().string(), "--until", app::format_date(today())}).exit_code,
            0);
  karin.reconnect();
  static_cast<void>(send_tallies(karin, {6, 12, 6, 6, 6, 6}));
  const fs::path file = server.folder() / "backup.db";
  ASSERT_EQ(server.run({"backup", "--data", server.data().string(), "--to", file.string()}).exit_code, 0);
  const SpanId before = karin.spans().at(0).span_id;
  EXPECT_EQ(server.stop(SIGTERM), 0);
  fs::remove_all(server.data() / "keys");
  const CommandResult done = server.run({"restore", "--data", server.data().string(), "--from", file.string()});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.out.find("dropped, not guessed"), std::string::npos) << done.out;
  ASSERT_TRUE(server.start()) << server.log();
  karin.move_to(server.connect_options());
  karin.reconnect();
  EXPECT_NE(karin.spans().at(0).span_id, before);
  EXPECT_EQ(karin.spans().at(0).first_day, today());
  Person reader = somebody("Ledare");
  reader.redeem_staff(staff("lead"));
  const auto list = std::get<wire::Releases>(reader.request(wire::ReleaseList{}));
  EXPECT_EQ(list.releases.size(), 1U);
  const CommandResult again =
      server.run({"release", "--data", server.data().string(), "--until", app::format_date(today())});
  EXPECT_NE(again.out.find("Not published"), std::string::npos) << again.out << again.err;
}

}  // namespace
}  // namespace bredvid::support
