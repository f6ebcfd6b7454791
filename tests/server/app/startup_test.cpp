// A server that can't start says why, with the code's number, and leaves the data folder as it was.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <sched.h>

#include <csignal>

#include "server/app/dev_certificate.h"
#include "tests/server/app/snapshot.h"
#include "tests/support/person.h"
#include "tests/support/server_process.h"

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;

class StartupTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const CommandResult made = server.init();
    ASSERT_EQ(made.exit_code, 0) << made.err;
  }

  void expect_refused(ErrorCode code, const std::vector<std::string>& more = {}) {
    const Snapshot before(server.data());
    std::vector<std::string> words{"serve", "--data", server.data().string(), "--web", server.web().string()};
    words.insert(words.end(), more.begin(), more.end());
    const CommandResult result = server.run(words);
    EXPECT_EQ(result.exit_code, static_cast<int>(code)) << result.err;
    EXPECT_NE(result.err.find(std::string(sentence(code))), std::string::npos) << result.err;
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(Snapshot(server.data()), before);
  }
  /// Opens the database with its key and runs SQL, as nobody should.
  void tamper(const std::string& sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open((server.data() / "bredvid.db").c_str(), &db), SQLITE_OK);
    const std::string key = "PRAGMA key = \"x'" + read_whole(server.data() / "db.key").substr(0, 64) +
                            "'\"; PRAGMA cipher_compatibility = 3; PRAGMA cipher_page_size = 4096;";
    EXPECT_EQ(sqlite3_exec(db, key.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
  }

  ServerProcess server{BREDVID_BINARY};
};

TEST_F(StartupTest, AnotherOneHasTheFolder) {
  ASSERT_TRUE(server.start());
  const CommandResult second = server.run({"serve", "--data", server.data().string(), "--web", server.web().string()});
  EXPECT_EQ(second.exit_code, static_cast<int>(ErrorCode::data_in_use)) << second.err;
  WireClient client;
  EXPECT_TRUE(client.connect(server.connect_options()));  // the first one goes on
  client.close();
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(StartupTest, ThePortIsInUse) {
  ServerProcess other{BREDVID_BINARY};
  ASSERT_EQ(other.init().exit_code, 0);
  ASSERT_TRUE(other.start());
  expect_refused(ErrorCode::port_in_use, {"--port", std::to_string(other.port())});
}

TEST_F(StartupTest, TheAddressCantBeUsed) {
  expect_refused(ErrorCode::address_bad, {"--address", "192.0.2.1"});
  expect_refused(ErrorCode::address_bad, {"--address", "localhost"});
}

TEST_F(StartupTest, TheCertificateCantBeReadOrDoesNotFit) {
  const std::string good = read_whole(server.data() / "cert.pem");
  write_whole(server.data() / "cert.pem", "-----BEGIN NONSENSE-----\n");
  expect_refused(ErrorCode::cert_unreadable);
  write_whole(server.data() / "cert.pem", app::make_dev_certificate()->certificate_pem);
  expect_refused(ErrorCode::cert_mismatch);
  fs::remove(server.data() / "cert.pem");
  expect_refused(ErrorCode::cert_unreadable);
  write_whole(server.data() / "cert.pem", good);
  fs::remove(server.data() / "key.pem");
  expect_refused(ErrorCode::cert_unreadable);
}

TEST_F(StartupTest, TheKeyFile) {
  const fs::path key = server.data() / "db.key";
  const std::string good = read_whole(key);
  fs::permissions(key, fs::perms::group_read, fs::perm_options::add);
  expect_refused(ErrorCode::key_permissions);
  fs::permissions(key, fs::perms::group_read, fs::perm_options::remove);
  for (const std::string& bad : {std::string(), good.substr(0, 63), good + "0", std::string(64, 'g')}) {
    write_whole(key, bad);
    expect_refused(ErrorCode::key_unreadable);
  }
  write_whole(key, std::string(64, '0'));
  expect_refused(ErrorCode::key_wrong);
  fs::remove(key);
  expect_refused(ErrorCode::key_unreadable);
  write_whole(key, good);
  fs::permissions(key, fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(server.start()) << server.log();
}

TEST_F(StartupTest, TheDatabaseIsNewer) {
  tamper("PRAGMA user_version = 9999");
  expect_refused(ErrorCode::database_newer);
}

TEST_F(StartupTest, TheDatabaseIsDamaged) {
  std::string bytes = read_whole(server.data() / "bredvid.db");
  for (std::size_t at = 4096 + 100; at < bytes.size(); at += 4096) bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  write_whole(server.data() / "bredvid.db", bytes);
  expect_refused(ErrorCode::database_damaged);
}

TEST_F(StartupTest, TheDatabaseIsNoneAtAll) {
  write_whole(server.data() / "bredvid.db", std::string(8192, 'x'));
  expect_refused(ErrorCode::key_wrong);
  fs::remove(server.data() / "bredvid.db");
  expect_refused(ErrorCode::data_missing);
}

TEST_F(StartupTest, TheConfigurationHasAMistake) {
  write_whole(server.data() / "config.json",
              R"({ "organisations": [ { "kind": "municipality", "name": "A", "hours": "" } ], "kk": 5 })");
  expect_refused(ErrorCode::config_bad);
  fs::remove(server.data() / "config.json");
  expect_refused(ErrorCode::data_missing);
}

TEST_F(StartupTest, TheWebClientIsMissing) {
  fs::remove(server.web() / "index.html");
  expect_refused(ErrorCode::static_missing);
}

TEST(DiskTest, InitOnAFullDiskLeavesNothing) {
  ServerProcess server{BREDVID_BINARY};
  ProcessOptions small;
  small.before = [] {
    const rlimit limit{16 * 1024, 16 * 1024};  // too small for a database, large enough for the rest
    ::setrlimit(RLIMIT_FSIZE, &limit);
  };
  const CommandResult result = server.run({"init", "--data", server.data().string(), "--dev-cert"}, small);
  EXPECT_TRUE(result.exit_code == static_cast<int>(ErrorCode::disk_full) ||
              result.exit_code == static_cast<int>(ErrorCode::io_failed))
      << result.err;
  EXPECT_FALSE(fs::exists(server.data()));
}

/// In the child: a tmpfs of that size over `folder`, seen by nobody else. False: this machine does not let us.
bool mount_small_disk(const fs::path& folder, const char* size) {
  const uid_t user = ::getuid();
  const gid_t group = ::getgid();
  if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0) return false;
  if (user != 0) {
    write_whole("/proc/self/setgroups", "deny");
    write_whole("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
    write_whole("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
  }
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, size) == 0;
}

constexpr int kCantMount = 99;

TEST(DiskTest, AFullDiskRefusesWhatGrowsAndKeepsWhatIsThere) {
  ServerProcess server{BREDVID_BINARY};
  ASSERT_EQ(server.init().exit_code, 0);
  const std::string slip = server.staff_slip("supporter", "municipality");
  const fs::path data = server.data();
  ProcessOptions full;
  full.before = [&] {
    const fs::path copy = data.parent_path() / "copy";
    fs::rename(data, copy);
    fs::create_directory(data);
    if (!mount_small_disk(data, "size=1m")) ::_exit(kCantMount);
    fs::remove(copy / "reserve");  // larger than this disk; a smaller one is made
    fs::copy(copy, data, fs::copy_options::recursive);
    fs::copy_file(copy / "cert.pem", data.parent_path() / "trusted.pem");
  };
  if (!server.start(full)) {
    if (server.finish().exit_code == kCantMount) GTEST_SKIP() << "this machine lets nobody mount a small disk";
    FAIL() << server.log();
  }
  ConnectOptions options = server.connect_options();
  options.certificate = server.folder() / "trusted.pem";
  Person karin(options, "Karin");
  karin.redeem_staff(circle::parse_slip(slip).value());
  const CircleId id = karin.create_circle();
  std::string ended;
  int written = 0;
  try {
    for (; written < 300; ++written) karin.say(id, std::string(4000, 'x'));
  } catch (const Refused& refused) {
    ended = refused.what();
  }
  EXPECT_EQ(ended, "storage_full") << server.log();
  EXPECT_GT(written, 3);
  karin.reconnect();  // what is stored can still be read
  karin.listen_for(std::chrono::milliseconds(300));
  EXPECT_GE(karin.taken(id).value, static_cast<std::uint64_t>(written));
  EXPECT_EQ(server.stop(SIGTERM), 0) << server.log();
}

}  // namespace
}  // namespace bredvid::support
