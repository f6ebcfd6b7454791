// What the operator types and reads: every mistake has its number, its sentence, and changes nothing.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>

#include "tests/server/app/snapshot.h"
#include "tests/support/server_process.h"

namespace bredvid::support {
namespace {

namespace fs = std::filesystem;

class CommandLineTest : public ::testing::Test {
 protected:
  ServerProcess server{BREDVID_BINARY};
  std::string data() const { return server.data().string(); }
};

void expect_error(const CommandResult& result, ErrorCode code) {
  EXPECT_EQ(result.exit_code, static_cast<int>(code)) << result.err;
  EXPECT_NE(result.err.find("bredvid: " + std::string(name(code)) + ": " + std::string(sentence(code))),
            std::string::npos)
      << result.err;
  EXPECT_EQ(result.out, "");
}

TEST_F(CommandLineTest, WrongWordsAreUsage) {
  const std::vector<std::vector<std::string>> lines{
      {},
      {"fly"},
      {"init"},
      {"init", "--data"},
      {"init", "--data", data(), "--wings"},
      {"serve", "--data", data()},
      {"serve", "--data", data(), "--web", "x", "--port", "70000"},
      {"slip", "--data", data(), "--org", "municipality"},
      {"slip", "--data", data(), "--role", "parent", "--org", "municipality"},
      {"slip", "--data", data(), "--role", "lead", "--org", "church"},
      {"slip", "--data", data(), "--role", "lead", "--org", "municipality", "--days", "soon"},
      {"slip", "--data", data(), "--role", "lead", "--org", "municipality", "--base-url", "http://x"},
      {"release", "--data", data(), "--until", "tomorrow"},
      {"release", "--data", data(), "--until", "2026-02-30"},
      {"init", "--data", data(), "surplus"}};
  for (const auto& words : lines) {
    const CommandResult result = server.run(words);
    expect_error(result, ErrorCode::usage);
    EXPECT_NE(result.err.find("what to do:"), std::string::npos);
  }
  EXPECT_FALSE(fs::exists(data()));
}

TEST_F(CommandLineTest, HelpIsThereForEveryCommand) {
  EXPECT_NE(server.run({"--help"}).out.find("release"), std::string::npos);
  for (const char* command : {"init", "serve", "slip", "release"}) {
    const CommandResult help = server.run({command, "--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_NE(help.out.find("--data"), std::string::npos) << command;
  }
  EXPECT_EQ(server.run({"--version"}).exit_code, 0);
}

TEST_F(CommandLineTest, InitMakesAFolderForItsOwnerAlone) {
  ASSERT_EQ(server.init().exit_code, 0);
  for (const auto& entry : fs::recursive_directory_iterator(server.data())) {
    struct stat status{};
    ASSERT_EQ(::lstat(entry.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 077U, 0U) << entry.path();
  }
  EXPECT_EQ(read_whole(server.data() / "db.key").size(), 65U);
}

TEST_F(CommandLineTest, InitTwiceChangesNothing) {
  ASSERT_EQ(server.init().exit_code, 0);
  const Snapshot before(server.data());
  expect_error(server.init(), ErrorCode::data_exists);
  EXPECT_EQ(Snapshot(server.data()), before);
}

TEST_F(CommandLineTest, AFailedInitLeavesNothingBehind) {
  write_whole(server.folder() / "bad.json", R"({ "organisations": [], "k": 1 })");
  expect_error(server.run({"init", "--data", data(), "--config", (server.folder() / "bad.json").string()}),
               ErrorCode::config_bad);
  EXPECT_FALSE(fs::exists(data()));
  expect_error(server.run({"init", "--data", data() + "/deep/er", "--config", "/nowhere.json"}), ErrorCode::io_failed);
  EXPECT_FALSE(fs::exists(data()));
  // A folder that was there stays, with what was in it.
  fs::create_directory(data());
  write_whole(server.data() / "cert.pem", "mine");
  const Snapshot before(server.data());
  expect_error(server.run({"init", "--data", data(), "--dev-cert"}), ErrorCode::io_failed);
  EXPECT_EQ(Snapshot(server.data()), before);
}

TEST_F(CommandLineTest, WithoutADatabase) {
  expect_error(server.run({"serve", "--data", data(), "--web", server.web().string()}), ErrorCode::data_missing);
  expect_error(server.run({"slip", "--data", data(), "--role", "lead", "--org", "municipality"}),
               ErrorCode::data_missing);
  expect_error(server.run({"release", "--data", data()}), ErrorCode::data_missing);
  EXPECT_FALSE(fs::exists(data()));
}

TEST_F(CommandLineTest, SlipsAndReleasesWithAndWithoutAServer) {
  ASSERT_EQ(server.init().exit_code, 0);
  const std::vector<std::string> slip{"slip",  "--data",      data(),       "--role",           "supporter",
                                      "--org", "association", "--base-url", "https://b.example"};
  const std::vector<std::string> release{"release", "--data", data()};
  for (const bool serving : {false, true}) {
    if (serving) {
      ASSERT_TRUE(server.start()) << server.log();
    }
    const CommandResult made = server.run(slip);
    EXPECT_EQ(made.exit_code, 0) << made.err;
    EXPECT_NE(made.out.find("link: https://b.example/#s="), std::string::npos) << made.out;
    EXPECT_NE(made.out.find("Föreningen"), std::string::npos);
    expect_error(server.run(release), ErrorCode::nothing_due);
    expect_error(server.run({"release", "--data", data(), "--until", "2999-01-01"}), ErrorCode::config_bad);
    expect_error(server.run({"slip", "--data", data(), "--role", "lead", "--org", "municipality", "--days", "31"}),
                 ErrorCode::bad_expiry);
    expect_error(server.run({"slip", "--data", data(), "--role", "lead", "--org", "municipality", "--org-name", "Nej"}),
                 ErrorCode::config_bad);
  }
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(CommandLineTest, TheControlSocketIsForItsOwnerAloneAndGoesWithTheServer) {
  ASSERT_EQ(server.init().exit_code, 0);
  ASSERT_TRUE(server.start());
  struct stat status{};
  ASSERT_EQ(::lstat((server.data() / "control.sock").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_EQ(server.stop(SIGKILL), 128 + SIGKILL);
  ASSERT_TRUE(server.start()) << server.log();  // over the socket that the killed one left
  EXPECT_EQ(server.stop(SIGINT), 0);
  EXPECT_FALSE(fs::exists(server.data() / "control.sock"));
}

}  // namespace
}  // namespace bredvid::support
