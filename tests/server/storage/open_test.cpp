// Opening: the key, the file, the version. Whatever is refused is left as it was.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "server/storage/migrator.h"
#include "server/storage/page_check.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::storage {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class StorageOpen : public StorageTest {
 protected:
  std::filesystem::path file() { return folder.path() / "bredvid.db"; }
  std::string refused(OpenMode mode = OpenMode::existing) {
    const auto opened = open(options(mode));
    return opened ? "opened" : std::string(name(opened.error().code));
  }
  /// Runs SQL in the closed database.
  void tamper(const std::string& sql) {
    auto database = Database::open(file(), database_key(), DatabaseRole::writer, 0);
    ASSERT_TRUE(database);
    database->execute(sql);
  }
};

TEST_F(StorageOpen, MissingAndThere) {
  EXPECT_EQ(refused(), "data_missing");
  create();
  store.reset();
  const std::string before = contents(file());
  EXPECT_EQ(refused(OpenMode::create), "data_exists");
  EXPECT_EQ(contents(file()), before);
  std::ofstream(file(), std::ios::trunc).close();
  EXPECT_EQ(refused(), "data_missing") << "a file of no bytes is no database";
}

TEST_F(StorageOpen, IsForItsOwnerOnly) {
  people();
  for (const char* suffix : {"", "-wal", "-shm"}) {
    struct stat info{};
    ASSERT_EQ(::stat((file().string() + suffix).c_str(), &info), 0) << suffix;
    EXPECT_EQ(info.st_mode & 0777, 0600U) << suffix;
  }
  struct stat info{};
  ASSERT_EQ(::stat((folder.path() / "keys").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700U);
  ASSERT_EQ(::stat((folder.path() / "keys/span-1.key").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST_F(StorageOpen, AnotherKeyOrAnotherKindOfFile) {
  people();
  store.reset();
  const std::string before = contents(file());
  auto wrong = options(OpenMode::existing);
  wrong.key = counted_id<Secret32>(0x12);
  EXPECT_EQ(open(std::move(wrong)).error().code, ErrorCode::key_wrong);
  EXPECT_EQ(contents(file()), before);
  std::ofstream(file()) << std::string(8192, 'x');
  EXPECT_EQ(refused(), "key_wrong");
}

TEST_F(StorageOpen, ANewerDatabaseIsRefusedUntouched) {
  create();
  store.reset();
  tamper("PRAGMA user_version = 99");
  EXPECT_EQ(refused(), "database_newer");
  const std::string next = std::to_string(embedded_migrations().back().number + 1);
  tamper("PRAGMA user_version = 1; INSERT INTO migration (number, name, checksum) VALUES (" + next +
         ", 'later', zeroblob(32))");
  EXPECT_EQ(refused(), "database_newer");
}

TEST_F(StorageOpen, AChangedMigrationIsAGap) {
  create();
  store.reset();
  tamper("UPDATE migration SET checksum = zeroblob(32)");
  EXPECT_EQ(refused(), "database_old_gap");
}

TEST_F(StorageOpen, AFlippedByteAnywhereIsFound) {
  circle();
  store.reset();
  const std::string whole = contents(file());
  ASSERT_GT(whole.size(), 16384U);
  std::size_t in_free_pages = 0;
  for (std::size_t at = 100; at < whole.size(); at += 4096 + 37) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes;
    const auto pages = check_pages(file(), database_key(), FileUse::quiet);
    ASSERT_TRUE(pages);
    const auto page = static_cast<std::uint32_t>(at / 4096 + 1);
    EXPECT_EQ(pages->bad, std::vector<std::uint32_t>{page}) << "byte " << at;
    const std::string said = refused();
    // A start does not read pages that are free: there is nothing in them to be served. Doctor and backups do.
    if (said == "opened")
      ++in_free_pages;
    else
      EXPECT_EQ(said, at < 4096 ? "key_wrong" : "database_damaged") << "byte " << at;
  }
  EXPECT_LT(in_free_pages, 6U) << "the tables that the second migration replaced";
  std::ofstream(file(), std::ios::binary | std::ios::trunc) << whole;
  EXPECT_EQ(refused(), "opened");
}

TEST_F(StorageOpen, ACutFileIsDamaged) {
  circle();
  store.reset();
  const std::string whole = contents(file());
  std::ofstream(file(), std::ios::binary | std::ios::trunc) << whole.substr(0, whole.size() - 4096 * 3);
  EXPECT_EQ(refused(), "database_damaged");
}

TEST_F(StorageOpen, NothingLegibleIsOnDisk) {
  circle();
  const std::string marker = "PAPPA-KOMMER-HEM-IMORGON";
  get<domain::Appended>(message(1, 50, {1}, wire::Blob(marker.begin(), marker.end())));
  for (int round = 0; round < 2; ++round) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
      if (!entry.is_regular_file()) continue;
      const std::string bytes = contents(entry.path());
      for (const std::string& word :
           {marker, std::string("Krisstöd"), std::string("CREATE TABLE"), std::string("SQLite format")}) {
        EXPECT_EQ(bytes.find(word), std::string::npos) << entry.path().filename() << " holds " << word;
      }
    }
    store.reset();
  }
}

TEST_F(StorageOpen, WhatWasAnsweredIsThereAgain) {
  circle();
  get<domain::Appended>(message(1, 50, {1}));
  reopen();
  EXPECT_EQ(waiting(), 2U);
  const auto login = get<domain::LoginData>(domain::LoadLogin{numbered<DeviceId>(10), kNow});
  EXPECT_EQ(login.role, wire::Role::parent);
  ASSERT_EQ(login.circles.size(), 1U);
  EXPECT_EQ(login.circles[0], (wire::Circle{kCircle, {1}, {2}, {1}}));
  EXPECT_EQ(login.spans.size(), 1U);
}

TEST_F(StorageOpen, MigrationsAreAppliedOnceAndInOrder) {
  const std::filesystem::path path = folder.path() / "m.db";
  std::ofstream(path).close();
  auto database = Database::open(path, database_key(), DatabaseRole::writer, 0);
  ASSERT_TRUE(database);
  const Migration first{1, "one", "CREATE TABLE a (x INTEGER NOT NULL); INSERT INTO a VALUES (1);"};
  const Migration second{2, "two", "INSERT INTO a VALUES (2);"};
  const Migration broken{3, "three", "INSERT INTO a VALUES (3); INSERT INTO nowhere VALUES (1);"};
  const Migration all[] = {first, second, broken};
  const auto rows = [&] {
    Query row = database->query("SELECT count(*) FROM a");
    return row.next() ? row.integer(0) : -1;
  };
  EXPECT_TRUE(migrate(*database, std::span(all).first(1)));
  EXPECT_EQ(rows(), 1);
  EXPECT_TRUE(migrate(*database, std::span(all).first(2)));
  EXPECT_EQ(rows(), 2);
  EXPECT_TRUE(migrate(*database, std::span(all).first(2)));
  EXPECT_EQ(rows(), 2) << "once";
  EXPECT_FALSE(migrate(*database, all));
  EXPECT_EQ(rows(), 2) << "all of it or nothing";
  EXPECT_EQ(migrate(*database, std::span(all).first(1)).error().code, ErrorCode::database_newer);
}

}  // namespace
}  // namespace bredvid::storage
