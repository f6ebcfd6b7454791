// A copy is one point in time, whole, and nothing but a copy; what is not whole is never called a backup.
#include "server/storage/backup.h"

#include <chrono>
#include <fstream>
#include <future>
#include <iterator>
#include <thread>

#include "tests/server/storage/failing_disk.h"
#include "tests/server/storage/filled.h"

namespace bredvid::storage {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class StorageBackup : public FilledStorage {
 protected:
  std::filesystem::path copy() {
    const auto path = folder.path() / "copy.db";
    if (!std::filesystem::exists(path)) std::ofstream(path).close();
    return path;
  }
  /// Opens the copy as a database of its own and asks it everything.
  std::string answers_of_the_copy(const Secret32& key) {
    auto o = options(OpenMode::existing);
    o.database = copy();
    o.key = key.copy();
    o.span_keys = folder.path() / "other-keys";
    auto opened = open(std::move(o));
    if (!opened) return std::string(name(opened.error().code));
    store = std::move(*opened);
    const std::string told = everything();
    store.reset();
    return told;
  }
  /// Envelopes of the largest size until the file has that many bytes.
  void grow(std::uintmax_t bytes) {
    constexpr std::uint32_t circles = 30;
    for (std::uint32_t n = 0; std::filesystem::file_size(file()) < bytes; ++n) {
      ASSERT_LT(n, 20 * circles) << "it does not grow";
      const CircleId circle = numbered<CircleId>(40'000 + n % circles);
      if (n < circles) get<domain::Done>(domain::CreateCircle{numbered<DeviceId>(2), circle, kNow});
      std::vector<std::future<domain::StoreResult>> waiting;
      for (std::uint32_t i = 0; i < 64; ++i) {
        auto promise = std::make_shared<std::promise<domain::StoreResult>>();
        waiting.push_back(promise->get_future());
        MessageId id = numbered<MessageId>(n);
        id.bytes[8] = static_cast<std::uint8_t>(i);
        store->submit(domain::AppendMessage{numbered<DeviceId>(2), circle, id, {}, wire::Blob(24'000, 7), kNow},
                      [promise](domain::StoreResult result) { promise->set_value(std::move(result)); });
      }
      for (auto& one : waiting) one.get();
    }
  }
};

TEST_F(StorageBackup, ACopyAnswersTheSameAndIsOneFile) {
  fill();
  const std::string truth = everything();
  ASSERT_TRUE(copy_database(file(), database_key(), copy(), database_key())) << "while it is open";
  store.reset();
  ASSERT_TRUE(check_database(copy(), database_key(), Serving::no));
  for (const char* ending : {"-wal", "-shm", "-journal"})
    EXPECT_FALSE(std::filesystem::exists(copy().string() + ending)) << ending;
  {
    auto database = Database::open(copy(), database_key(), DatabaseRole::reader, 0);
    ASSERT_TRUE(database);
    Query mode = database->query("PRAGMA journal_mode");
    ASSERT_TRUE(mode.next());
    EXPECT_EQ(mode.text(0), "delete");
  }
  EXPECT_EQ(answers_of_the_copy(database_key()), truth);
}

TEST_F(StorageBackup, ACopyUnderAnotherKeyOpensWithThatOneAlone) {
  fill();
  const std::string truth = everything();
  store.reset();
  const auto other = counted_id<Secret32>(0x77);
  ASSERT_TRUE(copy_database(file(), database_key(), copy(), other));
  EXPECT_EQ(try_key(copy(), database_key()).error().code, ErrorCode::key_wrong);
  EXPECT_EQ(check_database(copy(), database_key(), Serving::no).error().code, ErrorCode::key_wrong);
  ASSERT_TRUE(check_database(copy(), other, Serving::no));
  EXPECT_EQ(answers_of_the_copy(other), truth);
}

TEST_F(StorageBackup, NothingOfASpanKeyIsInIt) {
  fill();
  const std::string key = contents(folder.path() / "keys" / ("span-" + std::to_string(open_span().value) + ".key"));
  ASSERT_EQ(key.size(), 32U);
  ASSERT_TRUE(copy_database(file(), database_key(), copy(), database_key()));
  EXPECT_EQ(contents(copy()).find(key), std::string::npos);
  store.reset();
  auto database = Database::open(copy(), database_key(), DatabaseRole::reader, 0);
  ASSERT_TRUE(database);
  std::vector<std::string> tables;
  {
    Query row = database->query("SELECT name FROM sqlite_master WHERE type = 'table'");
    while (row.next()) tables.push_back(row.text(0));
  }
  for (const std::string& table : tables) {
    sqlite3_stmt* raw = nullptr;
    ASSERT_EQ(sqlite3_prepare_v2(database->handle(), ("SELECT * FROM " + table).c_str(), -1, &raw, nullptr), SQLITE_OK);
    const Statement row(raw);
    while (sqlite3_step(raw) == SQLITE_ROW) {
      for (int column = 0; column < sqlite3_column_count(raw); ++column) {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(raw, column));
        const std::string value(bytes, static_cast<std::size_t>(sqlite3_column_bytes(raw, column)));
        EXPECT_EQ(value.find(key), std::string::npos) << table;
      }
    }
  }
}

TEST_F(StorageBackup, MessagesGoOnBeingAcknowledgedWhileALargeDatabaseIsCopied) {
  fill();
  grow(48ULL * 1024 * 1024);
  std::atomic<bool> copying = true;
  std::uint64_t written = 0;
  std::chrono::milliseconds longest{0};
  Outcome<void> copied;
  std::thread copier([&] {
    copied = copy_database(file(), database_key(), copy(), database_key());
    copying = false;
  });
  std::uint64_t at_the_end = 0;
  while (copying) {
    const auto began = std::chrono::steady_clock::now();
    write(0, static_cast<std::uint32_t>(30'000 + written), 500);
    longest = std::max(longest,
                       std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began));
    ++written;
  }
  at_the_end = written;
  copier.join();
  ASSERT_TRUE(copied) << name(copied.error().code);
  EXPECT_GT(at_the_end, 20U);
  EXPECT_LT(longest.count(), 900) << "the writer waited for the copy";
  EXPECT_EQ(fatals, 0);
  store.reset();
  ASSERT_TRUE(check_database(copy(), database_key(), Serving::no));
  const auto found = look_into(copy(), database_key());
  ASSERT_TRUE(found);
  std::printf("[ BACKUP   ] %llu acknowledged meanwhile, the slowest in %lld ms\n",
              static_cast<unsigned long long>(at_the_end), static_cast<long long>(longest.count()));
}

TEST_F(StorageBackup, MemoryStaysSmallWhateverTheSize) {
  fill();
  grow(64ULL * 1024 * 1024);
  store.reset();
  constexpr sqlite3_int64 most_bytes = 12LL * 1024 * 1024;
  sqlite3_memory_highwater(1);
  ASSERT_TRUE(copy_database(file(), database_key(), copy(), database_key()));
  ASSERT_TRUE(check_database(copy(), database_key(), Serving::no));
  EXPECT_LT(sqlite3_memory_highwater(0), most_bytes);
}

TEST_F(StorageBackup, AFullDiskAndAFailingOneAreSaid) {
  fill();
  store.reset();
  const auto target = copy();
  FailingDisk disk;
  disk.fill(true);
  EXPECT_EQ(copy_database(file(), database_key(), target, database_key()).error().code, ErrorCode::disk_full);
}

TEST_F(StorageBackup, ADamagedSourceMakesNoCopy) {
  fill();
  store.reset();
  const std::string whole = contents(file());
  std::string bytes = whole;
  bytes[whole.size() / 2] = static_cast<char>(bytes[whole.size() / 2] ^ 1);
  std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes;
  const auto copied = copy_database(file(), database_key(), copy(), database_key());
  ASSERT_FALSE(copied);
  EXPECT_EQ(copied.error().code, ErrorCode::database_damaged);
  EXPECT_EQ(copy_database(folder.path() / "nowhere", database_key(), copy(), database_key()).error().code,
            ErrorCode::data_missing);
}

TEST_F(StorageBackup, WhatIsInItIsCounted) {
  fill();
  const auto span = open_span();
  store.reset();
  const auto found = look_into(file(), database_key());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->accounts, 2U);
  EXPECT_EQ(found->devices, 2U);
  EXPECT_EQ(found->circles, kCircles);
  EXPECT_EQ(found->waiting_envelopes, kCircles * kMessagesEach);
  EXPECT_EQ(found->releases, 1U);
  EXPECT_EQ(found->migrations, known_migrations());
  ASSERT_TRUE(found->open_span);
  EXPECT_EQ(found->open_span->span_id, span);
  EXPECT_EQ(found->oldest_expiry, Day{kToday.value + 30});
  EXPECT_EQ(found->newest_day, kToday);
}

TEST_F(StorageBackup, AServerStartsWhileABackupReads) {
  fill();
  store.reset();
  auto reader = Database::open(file(), database_key(), DatabaseRole::reader, 0);
  ASSERT_TRUE(reader);
  reader->execute("BEGIN");
  reader->run("SELECT count(*) FROM envelope");
  start(options(OpenMode::existing));
  write(0, 9000, 10);
  reader->execute("COMMIT");
}

}  // namespace
}  // namespace bredvid::storage
