// Where the database's key comes from, and how it is exchanged for another one.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <nlohmann/json.hpp>

#include "server/app/files.h"
#include "server/app/key_rotation.h"
#include "server/storage/backup.h"
#include "tests/server/app/snapshot.h"
#include "tests/support/server_process.h"

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPassphrase = "korrekt häst batteri häftklammer";

void expect_code(const CommandResult& result, ErrorCode code) {
  EXPECT_EQ(result.exit_code, static_cast<int>(code)) << result.err << result.out;
}

class KeyTest : public ::testing::Test {
 protected:
  std::string data() const { return server.data().string(); }
  /// The child finds this text on descriptor 7 (and that one on 8).
  ProcessOptions with_passphrase(const std::string& text, const std::string& next = "") const {
    ProcessOptions options;
    options.before = [text, next] {
      int number = 7;
      for (const std::string& one : {text, next}) {
        int ends[2];
        if (::pipe(ends) != 0 || ::write(ends[1], one.data(), one.size()) < 0) ::_exit(125);
        ::close(ends[1]);
        if (::dup2(ends[0], number) < 0) ::_exit(125);
        ++number;
      }
    };
    return options;
  }
  CommandResult slip(const std::vector<std::string>& more, const ProcessOptions& options = {}) {
    std::vector<std::string> words{"slip", "--data", data(), "--role", "lead", "--org", "municipality"};
    words.insert(words.end(), more.begin(), more.end());
    return server.run(words, options);
  }
  fs::path key() const { return server.data() / "db.key"; }
  ServerProcess server{BREDVID_BINARY};
};

TEST_F(KeyTest, APassphraseOpensWhatItWasMadeFor) {
  const auto made = server.run({"init", "--data", data(), "--passphrase-fd", "7"}, with_passphrase(kPassphrase));
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_FALSE(fs::exists(key()));
  const std::string parameters = read_whole(server.data() / "db.key.argon2");
  EXPECT_NE(parameters.find("argon2id"), std::string::npos);
  EXPECT_NE(read_whole(server.data() / "config.json").find(R"("key": "passphrase")"), std::string::npos);
  const auto good = slip({"--passphrase-fd", "7"}, with_passphrase(std::string(kPassphrase) + "\n"));
  EXPECT_EQ(good.exit_code, 0) << good.err;
  expect_code(slip({"--passphrase-fd", "7"}, with_passphrase("korrekt häst batteri häftstift")), ErrorCode::key_wrong);
  expect_code(slip({"--passphrase-fd", "7"}, with_passphrase("kort")), ErrorCode::passphrase_bad);
  expect_code(slip({"--passphrase-fd", "7"}, with_passphrase("")), ErrorCode::passphrase_bad);
  expect_code(slip({"--passphrase-fd", "99"}), ErrorCode::passphrase_bad);
  expect_code(slip({"--passphrase-fd", "7", "--key-file", "x"}), ErrorCode::usage);
  write_whole(server.data() / "db.key.argon2", parameters.substr(0, parameters.size() / 2));
  expect_code(slip({"--passphrase-fd", "7"}, with_passphrase(kPassphrase)), ErrorCode::key_unreadable);
}

TEST_F(KeyTest, ThePassphraseIsNeitherOnTheCommandLineNorInTheEnvironmentNorInTheLog) {
  ASSERT_EQ(server.run({"init", "--data", data(), "--dev-cert", "--passphrase-fd", "7"}, with_passphrase(kPassphrase))
                .exit_code,
            0);
  // start() gives no words of its own: config.json says passphrase, and the descriptor is a wrapper's business.
  ProcessOptions options = with_passphrase(kPassphrase);
  const auto pipes = options.before;
  options.before = [pipes, this] {
    pipes();
    const std::string web = server.web().string();
    const std::string folder = server.data().string();
    ::execl(BREDVID_BINARY, "bredvid", "serve", "--data", folder.c_str(), "--web", web.c_str(), "--port", "0",
            "--passphrase-fd", "7", nullptr);
    ::_exit(127);
  };
  ASSERT_TRUE(server.start(options)) << server.log();
  const std::string process = "/proc/" + std::to_string(server.pid());
  for (const char* file : {"/cmdline", "/environ"})
    EXPECT_EQ(read_whole(process + file).find(kPassphrase), std::string::npos) << file;
  EXPECT_NE(read_whole(process + "/cmdline").find("--passphrase-fd"), std::string::npos);
  EXPECT_EQ(server.stop(SIGTERM), 0);
  EXPECT_EQ(server.log().find("korrekt"), std::string::npos);
}

TEST_F(KeyTest, AKeyFileElsewhereIsTakenByEveryCommand) {
  const fs::path elsewhere = server.folder() / "credential";
  write_whole(elsewhere, std::string(64, '5') + "\n");
  fs::permissions(elsewhere, fs::perms::owner_read);
  ASSERT_EQ(server.run({"init", "--data", data(), "--key-file", elsewhere.string()}).exit_code, 0);
  EXPECT_FALSE(fs::exists(key()));
  EXPECT_EQ(slip({"--key-file", elsewhere.string()}).exit_code, 0);
  expect_code(slip({}), ErrorCode::key_unreadable);
  const std::string backup = (server.folder() / "b.db").string();
  EXPECT_EQ(server.run({"backup", "--data", data(), "--to", backup, "--key-file", elsewhere.string()}).exit_code, 0);
  EXPECT_EQ(server.run({"restore", "--data", data(), "--from", backup, "--rehearse", "--key-file", elsewhere.string()})
                .exit_code,
            0);
  // config.json may name it instead.
  auto config = nlohmann::json::parse(read_whole(server.data() / "config.json"));
  config["key"] = {{"file", elsewhere.string()}};
  write_whole(server.data() / "config.json", config.dump());
  EXPECT_EQ(slip({}).exit_code, 0);
  fs::permissions(elsewhere, fs::perms::group_read, fs::perm_options::add);
  expect_code(slip({}), ErrorCode::key_permissions);
}

/// An access list of owner, this user (or another), group, mask and others, as the kernel keeps it.
bool set_access_list(const fs::path& path, std::uint32_t user, std::uint16_t group_rights) {
  struct Entry {
    std::uint16_t tag;
    std::uint16_t rights;
    std::uint32_t id;
  };
  constexpr std::uint32_t none = 0xffffffff;
  const Entry entries[] = {
      {0x01, 4, none}, {0x02, 4, user}, {0x04, group_rights, none}, {0x10, 4, none}, {0x20, 0, none}};
  std::string raw(4 + sizeof entries, '\0');
  const std::uint32_t version = 2;
  std::memcpy(raw.data(), &version, sizeof version);
  std::memcpy(raw.data() + 4, entries, sizeof entries);
  return ::setxattr(path.c_str(), "system.posix_acl_access", raw.data(), raw.size(), 0) == 0;
}

TEST_F(KeyTest, ASystemdCredentialsAccessListIsUnderstood) {
  const fs::path credential = server.folder() / "credential";
  write_whole(credential, std::string(64, '5') + "\n");
  if (!set_access_list(credential, ::geteuid(), 0)) GTEST_SKIP() << "this file system keeps no access lists";
  const app::KeySource source{app::KeyKind::file, credential, std::nullopt};
  // Mode 0440: what systemd makes for a service with User=. Its group bits are the list's mask.
  EXPECT_TRUE(app::obtain_key(source));
  ASSERT_TRUE(set_access_list(credential, ::geteuid() + 1, 0));
  EXPECT_EQ(app::obtain_key(source).error().code, ErrorCode::key_permissions) << "somebody else may read it";
  ASSERT_TRUE(set_access_list(credential, ::geteuid(), 4));
  EXPECT_EQ(app::obtain_key(source).error().code, ErrorCode::key_permissions) << "the group may read it";
}

class RotationTest : public KeyTest {
 protected:
  void SetUp() override { ASSERT_EQ(server.init().exit_code, 0); }
  bool opens(const std::string& hex) {
    const fs::path copy = server.folder() / "some.key";
    write_whole(copy, hex);
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write);
    const auto found = app::obtain_key({app::KeyKind::file, copy, std::nullopt});
    return found && storage::try_key(server.data() / "bredvid.db", *found);
  }
};

TEST_F(RotationTest, TheNewKeyOpensAndTheOldOneDoesNot) {
  const std::string before = read_whole(key());
  const std::string slip_link = server.staff_slip("lead", "municipality");
  const auto done = server.run({"rotate-key", "--data", data()});
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.out.find("The old key is destroyed."), std::string::npos) << done.out;
  EXPECT_NE(read_whole(key()), before);
  EXPECT_TRUE(opens(read_whole(key())));
  EXPECT_FALSE(opens(before));
  for (const auto& entry : fs::recursive_directory_iterator(server.data())) {
    if (!entry.is_regular_file()) continue;
    EXPECT_EQ(read_whole(entry.path()).find(before.substr(0, 64)), std::string::npos) << entry.path();
    for (const char* rest : {".new", ".old", ".rekeyed"})
      EXPECT_FALSE(entry.path().string().ends_with(rest)) << entry.path();
  }
  ASSERT_TRUE(server.start()) << server.log();
  EXPECT_EQ(server.run({"rotate-key", "--data", data()}).exit_code, static_cast<int>(ErrorCode::data_in_use));
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(RotationTest, SpanKeysStayAsTheyAre) {
  const Snapshot before(server.data() / "keys");
  ASSERT_EQ(server.run({"rotate-key", "--data", data()}).exit_code, 0);
  EXPECT_EQ(Snapshot(server.data() / "keys"), before);
}

TEST_F(RotationTest, FromAFileToAPassphraseToAFileElsewhere) {
  const auto first =
      server.run({"rotate-key", "--data", data(), "--new-passphrase-fd", "7"}, with_passphrase(kPassphrase));
  ASSERT_EQ(first.exit_code, 0) << first.err;
  EXPECT_FALSE(fs::exists(key()));
  expect_code(slip({}), ErrorCode::key_unreadable);
  EXPECT_EQ(slip({"--passphrase-fd", "7"}, with_passphrase(kPassphrase)).exit_code, 0);
  const auto second = server.run({"rotate-key", "--data", data(), "--passphrase-fd", "7", "--new-passphrase-fd", "8"},
                                 with_passphrase(kPassphrase, "en annan lång mening här"));
  ASSERT_EQ(second.exit_code, 0) << second.err;
  expect_code(slip({"--passphrase-fd", "7"}, with_passphrase(kPassphrase)), ErrorCode::key_wrong);
  const fs::path elsewhere = server.folder() / "new.key";
  const auto third =
      server.run({"rotate-key", "--data", data(), "--passphrase-fd", "7", "--new-key-file", elsewhere.string()},
                 with_passphrase("en annan lång mening här"));
  ASSERT_EQ(third.exit_code, 0) << third.err;
  EXPECT_FALSE(fs::exists(server.data() / "db.key.argon2"));
  EXPECT_EQ(slip({"--key-file", elsewhere.string()}).exit_code, 0);
  expect_code(server.run({"rotate-key", "--data", data(), "--key-file", elsewhere.string(), "--new-key-file",
                          (server.data() / "config.json").string()}),
              ErrorCode::file_exists);
}

TEST_F(RotationTest, AShortPassphraseIsTakenWithAHint) {
  const auto done =
      server.run({"rotate-key", "--data", data(), "--new-passphrase-fd", "7"}, with_passphrase("sommar2026"));
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.out.find("short"), std::string::npos) << done.out;
}

TEST_F(RotationTest, ADamagedDatabaseKeepsItsKey) {
  std::string bytes = read_whole(server.data() / "bredvid.db");
  bytes[bytes.size() - 2000] = static_cast<char>(bytes[bytes.size() - 2000] ^ 1);
  write_whole(server.data() / "bredvid.db", bytes);
  const Snapshot before(server.data());
  expect_code(server.run({"rotate-key", "--data", data()}), ErrorCode::database_damaged);
  EXPECT_EQ(Snapshot(server.data()), before);
}

TEST_F(RotationTest, KilledAfterAnyStepTheNextCommandSettlesIt) {
  using app::RotationStep;
  const app::DataFolder folder{server.data()};
  const app::KeySource source{app::KeyKind::file, key(), std::nullopt};
  for (const RotationStep killed_after :
       {RotationStep::key_staged, RotationStep::log_emptied, RotationStep::copied, RotationStep::swapped,
        RotationStep::old_aside, RotationStep::in_place, RotationStep::done}) {
    const std::string old_key = read_whole(key());
    ProcessOptions killed;
    killed.instead = [&](const std::vector<std::string>&) {
      static_cast<void>(app::rotate(folder, {source, source, app::kModerateCost, [&](RotationStep step) {
                                               if (step == killed_after) ::kill(::getpid(), SIGKILL);
                                             }}));
      return 0;
    };
    EXPECT_EQ(server.run({}, killed).exit_code, 128 + SIGKILL);
    EXPECT_EQ(opens(old_key), killed_after < RotationStep::swapped) << static_cast<int>(killed_after);
    const auto next = slip({});  // takes the folder's lock and opens the database
    EXPECT_EQ(next.exit_code, 0) << static_cast<int>(killed_after) << next.err;
    EXPECT_TRUE(opens(read_whole(key()))) << static_cast<int>(killed_after);
    EXPECT_EQ(read_whole(key()) == old_key, killed_after < RotationStep::swapped) << static_cast<int>(killed_after);
    for (const char* rest : {"db.key.new", "db.key.old", "bredvid.db.rekeyed"})
      EXPECT_FALSE(fs::exists(server.data() / rest)) << rest << " after " << static_cast<int>(killed_after);
  }
}

TEST_F(RotationTest, KilledOnTheWayToAnotherPlaceTheNewSourceFinishesIt) {
  const app::DataFolder folder{server.data()};
  const app::KeySource from{app::KeyKind::file, key(), std::nullopt};
  const app::KeySource to{app::KeyKind::file, server.folder() / "other.key", std::nullopt};
  for (const auto killed_after : {app::RotationStep::copied, app::RotationStep::swapped}) {
    ProcessOptions killed;
    killed.instead = [&](const std::vector<std::string>&) {
      static_cast<void>(app::rotate(folder, {from, to, app::kModerateCost, [&](app::RotationStep step) {
                                               if (step == killed_after) ::kill(::getpid(), SIGKILL);
                                             }}));
      return 0;
    };
    EXPECT_EQ(server.run({}, killed).exit_code, 128 + SIGKILL);
    if (killed_after == app::RotationStep::copied) {
      EXPECT_EQ(slip({}).exit_code, 0);
      continue;  // a second try is not hindered by the key that the first has left
    }
    expect_code(slip({}), ErrorCode::key_wrong);
    EXPECT_EQ(slip({"--key-file", to.path.string()}).exit_code, 0);
    EXPECT_TRUE(fs::exists(to.path));
  }
}

}  // namespace
}  // namespace bredvid::support
