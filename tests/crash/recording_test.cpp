// The disk that the power-cut test believes in keeps what it promised, and nothing by kindness.
#include "tests/crash/recording.h"

#include <gtest/gtest.h>

#include <cstring>

namespace bredvid::crash {
namespace {

using Kind = Change::Kind;

constexpr std::uint64_t kFolder = 1;
constexpr std::uint64_t kLog = 10;
constexpr Cut kNothing{0, 0};
constexpr Cut kEverything{1000, 0};

class RecordingTest : public ::testing::Test {
 protected:
  RecordingTest() {
    before.names["/d/log"] = kLog;
    before.files[kLog] = FileBytes(4, 'a');
  }
  void write(std::uint64_t file, std::uint64_t at, std::size_t size, char letter) {
    changes.push_back({Kind::write, file, at, {}, {}, FileBytes(size, static_cast<std::uint8_t>(letter))});
  }
  void truncate(std::uint64_t file, std::uint64_t size) { changes.push_back({Kind::truncate, file, size, {}, {}, {}}); }
  void sync_begin(std::uint64_t file) { changes.push_back({Kind::sync_begin, file, ++syncs, {}, {}, {}}); }
  void sync_end(std::uint64_t file) { changes.push_back({Kind::sync_end, file, syncs, {}, {}, {}}); }
  void sync(std::uint64_t file) {
    sync_begin(file);
    sync_end(file);
  }
  void name(std::uint64_t file, const std::string& path) { changes.push_back({Kind::named, file, 0, path, {}, {}}); }
  Disk cut(Cut how) { return after_cut(before, changes, {{"/d", kFolder}}, how, chance); }
  static std::string text(const Disk& disk, const std::string& path) {
    const auto name = disk.names.find(path);
    if (name == disk.names.end()) return "(gone)";
    const auto file = disk.files.find(name->second);
    return file == disk.files.end() ? "" : std::string(file->second.begin(), file->second.end());
  }

  Disk before;
  std::vector<Change> changes;
  std::uint64_t syncs = 0;
  std::mt19937_64 chance{7};
};

TEST_F(RecordingTest, WhatWasSyncedStaysAndTheRestIsUpToTheCut) {
  write(kLog, 4, 2, 'b');
  sync(kLog);
  write(kLog, 6, 2, 'c');
  EXPECT_EQ(text(cut(kNothing), "/d/log"), "aaaabb");
  EXPECT_EQ(text(cut(kEverything), "/d/log"), "aaaabbcc");
}

TEST_F(RecordingTest, ASyncThatDidNotComeBackPromisesNothing) {
  write(kLog, 4, 2, 'b');
  sync_begin(kLog);
  EXPECT_EQ(text(cut(kNothing), "/d/log"), "aaaa");
}

TEST_F(RecordingTest, ASyncCoversWhatWasWrittenBeforeItBegan) {
  write(kLog, 4, 2, 'b');
  sync_begin(kLog);
  write(kLog, 6, 2, 'c');
  sync_end(kLog);
  EXPECT_EQ(text(cut(kNothing), "/d/log"), "aaaabb");
}

TEST_F(RecordingTest, ASyncIsOneFilesOwn) {
  before.names["/d/db"] = 11;
  before.files[11] = FileBytes(2, 'x');
  write(kLog, 0, 2, 'b');
  write(11, 0, 2, 'y');
  sync(11);
  const Disk disk = cut(kNothing);
  EXPECT_EQ(text(disk, "/d/log"), "aaaa");
  EXPECT_EQ(text(disk, "/d/db"), "yy");
}

TEST_F(RecordingTest, AShorterFileIsSafeOnceSynced) {
  truncate(kLog, 0);
  EXPECT_EQ(text(cut(kNothing), "/d/log"), "aaaa");
  EXPECT_EQ(text(cut(kEverything), "/d/log"), "");
  write(kLog, 0, 2, 'b');
  sync(kLog);
  EXPECT_EQ(text(cut(kNothing), "/d/log"), "bb");
}

TEST_F(RecordingTest, UnsyncedWritesSurviveOneApartFromTheOther) {
  for (std::uint64_t i = 0; i < 8; ++i) write(kLog, 4 + i, 1, static_cast<char>('0' + i));
  bool out_of_order = false;
  for (int i = 0; i < 50 && !out_of_order; ++i) {
    const std::string found = text(cut({500, 0}), "/d/log");
    out_of_order = found.find('\0') != std::string::npos;  // a later one without an earlier one
  }
  EXPECT_TRUE(out_of_order);
}

TEST_F(RecordingTest, ATornWriteIsTornAtSectors) {
  write(kLog, 100, 4096, 'b');
  bool torn = false;
  for (int i = 0; i < 20; ++i) {
    const Disk disk = cut({1000, 1000});
    const std::string found = text(disk, "/d/log");
    std::size_t parts = 0;
    for (std::size_t at = 100; at < found.size(); ++at) {
      parts += found[at] == 'b' ? 1 : 0;
      if (at % kSector_bytes == 0 || at == 100) continue;
      EXPECT_EQ(found[at], found[at - 1]) << "within a sector, at " << at;
    }
    torn = torn || (parts > 0 && parts < 4096);
  }
  EXPECT_TRUE(torn);
}

TEST_F(RecordingTest, ANewNameIsSafeOnceItsFolderWasSynced) {
  name(20, "/d/new");
  write(20, 0, 2, 'n');
  sync(20);
  EXPECT_EQ(text(cut(kNothing), "/d/new"), "(gone)");
  EXPECT_EQ(text(cut(kEverything), "/d/new"), "nn");
  sync(kFolder);
  EXPECT_EQ(text(cut(kNothing), "/d/new"), "nn");
}

TEST_F(RecordingTest, ARenameAndAnUnlinkToo) {
  changes.push_back({Kind::rename, 0, 0, "/d/log", "/d/old", {}});
  EXPECT_EQ(text(cut(kNothing), "/d/log"), "aaaa");
  EXPECT_EQ(text(cut(kEverything), "/d/old"), "aaaa");
  sync(kFolder);
  changes.push_back({Kind::unlink, 0, 0, "/d/old", {}, {}});
  EXPECT_EQ(text(cut(kNothing), "/d/old"), "aaaa");
  EXPECT_EQ(text(cut(kEverything), "/d/old"), "(gone)");
}

TEST_F(RecordingTest, OpeningWhatIsThereChangesNothing) {
  name(kLog, "/d/log");
  EXPECT_EQ(text(cut(kNothing), "/d/log"), "aaaa");
}

TEST_F(RecordingTest, AnInodeThatIsUsedAgainIsAnotherFile) {
  changes.push_back({Kind::unlink, 0, 0, "/d/log", {}, {}});
  name(kLog, "/d/new");
  write(kLog, 0, 2, 'n');
  sync(kLog);
  const Disk nothing = cut(kNothing);
  EXPECT_EQ(text(nothing, "/d/log"), "aaaa") << "its unlink was not synced, and its bytes are its own";
  sync(kFolder);
  const Disk synced = cut(kNothing);
  EXPECT_EQ(text(synced, "/d/log"), "(gone)");
  EXPECT_EQ(text(synced, "/d/new"), "nn");
}

TEST_F(RecordingTest, ARecordThatEndsInTheMiddleIsReadToThere) {
  const std::uint32_t words[] = {2, 0, 7, 0, 5, 0, 3, 0};  // write, no path, file 7, at 5, 3 bytes
  std::vector<std::uint8_t> raw(sizeof words);
  std::memcpy(raw.data(), words, sizeof words);
  for (const char letter : {'x', 'y', 'z'}) raw.push_back(static_cast<std::uint8_t>(letter));
  const std::size_t whole = raw.size();
  raw.insert(raw.end(), raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(whole - 1));
  const auto read = read_record(raw);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].kind, Kind::write);
  EXPECT_EQ(read[0].file, 7U);
  EXPECT_EQ(read[0].at, 5U);
  EXPECT_EQ(read[0].bytes, (FileBytes{'x', 'y', 'z'}));
}

}  // namespace
}  // namespace bredvid::crash
