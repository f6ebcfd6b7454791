// One bit or byte of a database file is another one: it is found, or it was a byte that holds nothing; no wrong answer
// leaves.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <set>

#include "server/storage/backup.h"
#include "server/storage/page_check.h"
#include "tests/server/storage/filled.h"

namespace bredvid::storage {
namespace {

constexpr int kFlips = 10'000;
/// So many of them go the whole way: open the store, ask everything. The others are looked at as doctor does.
constexpr int kWholeWay = 400;
constexpr int kWhileServing = 150;
constexpr int kLogFlips = 600;
constexpr std::size_t kCovered = kPageBytes - kUnusedPageBytes;

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

struct Flip {
  std::size_t at = 0;
  char before = 0;
  char after = 0;

  [[nodiscard]] std::uint32_t page() const { return static_cast<std::uint32_t>(at / kPageBytes) + 1; }
  /// Nobody reads the last bytes of a page, and nothing covers them.
  [[nodiscard]] bool matters() const { return at % kPageBytes < kCovered; }
};

/// Half of them one bit, half of them another byte.
Flip random_flip(const std::string& bytes, std::mt19937_64& random) {
  Flip flip;
  flip.at = random() % bytes.size();
  flip.before = bytes[flip.at];
  const bool bit = random() % 2 == 0;
  const auto change = static_cast<unsigned>(bit ? 1U << (random() % 8) : 1 + random() % 255);
  flip.after = static_cast<char>(static_cast<unsigned char>(flip.before) ^ change);
  return flip;
}

/// Patches one byte of a file that stays open: closing it would take SQLite's locks away (POSIX).
class Patched {
 public:
  explicit Patched(const std::filesystem::path& path) : file_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {}
  ~Patched() { ::close(file_); }
  Patched(const Patched&) = delete;
  Patched& operator=(const Patched&) = delete;
  void set(std::size_t at, char byte) const { ASSERT_EQ(::pwrite(file_, &byte, 1, static_cast<off_t>(at)), 1); }

 private:
  int file_;
};

std::uint64_t seed() {
  return 20'261'127;
}

class PageFlips : public FilledStorage {
 protected:
  void SetUp() override {
    fill();
    truth = everything();
    ASSERT_EQ(truth.find("failed"), std::string::npos);
    store.reset();
    whole = contents(file());
    ASSERT_GT(whole.size() / kPageBytes, 60U);
  }
  /// Opens the damaged file and asks everything. "refused", "right", or what was told.
  std::string told() {
    auto opened = open(options(OpenMode::existing));
    if (!opened) return "refused";
    store = std::move(*opened);
    const std::string answers = everything();
    store.reset();
    return answers == truth ? "right" : answers;
  }

  std::string truth;
  std::string whole;
};

TEST_F(PageFlips, TenThousandAreFoundAndNoneIsServed) {
  std::mt19937_64 random(seed());
  std::set<std::uint32_t> pages;
  int unused = 0;
  for (int i = 0; i < kFlips; ++i) {
    const Flip flip = random_flip(whole, random);
    pages.insert(flip.page());
    {
      const Patched patch(file());
      patch.set(flip.at, flip.after);
    }
    const auto seen = check_page(file(), database_key(), flip.page());
    EXPECT_EQ(seen.has_value(), !flip.matters()) << "byte " << flip.at;
    // Page 1 holds the salt: with another one nothing fits, which is found all the same.
    if (i < kWholeWay || !flip.matters()) {
      EXPECT_EQ(told(), flip.matters() ? "refused" : "right") << "byte " << flip.at;
      if (!flip.matters()) ++unused;
      put(file(), whole);
    }
    const Patched patch(file());
    patch.set(flip.at, flip.before);
  }
  EXPECT_TRUE(check_database(file(), database_key(), Serving::no));
  EXPECT_EQ(told(), "right");
  std::printf(
      "[ FLIPS    ] %d in %zu of %zu pages: %d found, %d in bytes that hold nothing (%zu of each %zu), 0 served\n",
      kFlips, pages.size(), whole.size() / kPageBytes, kFlips - unused, unused, kUnusedPageBytes, kPageBytes);
}

TEST_F(PageFlips, APageOfZerosIsFoundOnEveryPage) {
  for (std::size_t page = 0; page < whole.size() / kPageBytes; ++page) {
    std::string bytes = whole;
    bytes.replace(page * kPageBytes, kPageBytes, kPageBytes, '\0');
    put(file(), bytes);
    EXPECT_FALSE(check_database(file(), database_key(), Serving::no)) << "page " << page + 1;
  }
}

TEST_F(PageFlips, TwoPagesThatChangedPlacesAreFound) {
  for (std::size_t page = 1; page + 1 < whole.size() / kPageBytes; page += 5) {
    std::string bytes = whole;
    std::swap_ranges(bytes.begin() + static_cast<long>(page * kPageBytes),
                     bytes.begin() + static_cast<long>((page + 1) * kPageBytes),
                     bytes.begin() + static_cast<long>((page + 1) * kPageBytes));
    put(file(), bytes);
    EXPECT_FALSE(check_database(file(), database_key(), Serving::no)) << "page " << page + 1;
  }
}

TEST_F(PageFlips, DamageWhileServingIsNeverServed) {
  std::mt19937_64 random(seed() + 1);
  int ended = 0;
  for (int i = 0; i < kWhileServing; ++i) {
    start(options(OpenMode::existing));
    const Flip flip = random_flip(whole, random);
    const Patched patch(file());
    patch.set(flip.at, flip.after);
    const int before = fatals;
    const std::string answers = everything();
    EXPECT_TRUE(nothing_wrong(answers, truth)) << "byte " << flip.at;
    if (fatals > before) ++ended;
    // A damaged page that was asked for ends the process; answers that came were right.
    if (answers != truth) {
      EXPECT_GT(fatals, before) << "byte " << flip.at;
    }
    store.reset();
    put(file(), whole);
    std::filesystem::remove(log());
    std::filesystem::remove(file().string() + "-shm");
  }
  EXPECT_GT(ended, 0);
  std::printf("[ FLIPS    ] %d while a store was open: %d times its reader met the page and ended it, 0 served\n",
              kWhileServing, ended);
}

// Also the last page of a long value, after which SQLite asks for no other (server/storage/statement.h).
TEST_F(PageFlips, NoPageIsServedWithAnotherByte) {
  for (std::size_t page = 1; page < whole.size() / kPageBytes; ++page) {
    start(options(OpenMode::existing));
    const std::size_t at = page * kPageBytes + kPageBytes / 2;
    const Patched patch(file());
    patch.set(at, static_cast<char>(static_cast<unsigned char>(whole[at]) ^ 0x55U));
    const int before = fatals;
    const std::string answers = everything();
    EXPECT_TRUE(nothing_wrong(answers, truth)) << "page " << page + 1;
    EXPECT_TRUE(answers == truth || fatals > before) << "page " << page + 1;
    store.reset();
    put(file(), whole);
    std::filesystem::remove(log());
    std::filesystem::remove(file().string() + "-shm");
  }
}

/// The image that kill -9 leaves: file and log as they are on disk while the store is open.
class LogFlips : public FilledStorage {
 protected:
  void SetUp() override {
    fill();
    store.reset();
    start(options(OpenMode::existing));
    for (std::uint32_t i = 0; i < 40; ++i) {
      if (i == 39) last_began = std::filesystem::file_size(log());
      // A short message's commit is one page of the log; the last one has several, so that some may be missing.
      write(i % kCircles, 50'000 + i, i == 39 ? 10'000 : 300);
      if (i == 38) before_last = everything();
    }
    truth = everything();
    base = contents(file());
    frames = contents(log());
    store.reset();
    ASSERT_GT(last_began, 0U);
    ASSERT_LT(last_began, frames.size());
  }
  std::string told(const std::string& damaged) {
    std::filesystem::remove(file().string() + "-shm");
    put(file(), base);
    put(log(), damaged);
    auto opened = open(options(OpenMode::existing));
    if (!opened) return "refused";
    store = std::move(*opened);
    std::string answers = everything();
    store.reset();
    return answers == truth ? "right" : answers == before_last ? "without the last" : "wrong";
  }

  std::string truth;
  std::string before_last;
  std::string base;
  std::string frames;
  std::size_t last_began = 0;
};

TEST_F(LogFlips, AnAcknowledgedCommitNeverGoesSilentlyUnlessItWasTheVeryLast) {
  std::mt19937_64 random(seed() + 2);
  ASSERT_EQ(told(frames), "right");
  std::map<std::string, int> outcomes;
  for (int i = 0; i < kLogFlips; ++i) {
    const Flip flip = random_flip(frames, random);
    std::string damaged = frames;
    damaged[flip.at] = flip.after;
    const std::string outcome = told(damaged);
    ++outcomes[outcome];
    if (outcome == "without the last") {
      EXPECT_GE(flip.at, last_began);
    } else {
      EXPECT_TRUE(outcome == "refused" || outcome == "right") << outcome << ", byte " << flip.at;
    }
    if (flip.at < last_began) {
      EXPECT_EQ(outcome, "refused") << "byte " << flip.at;
    }
  }
  std::printf("[ FLIPS    ] %d in the log: %d refused, %d dropped the very last commit, %d wrong\n", kLogFlips,
              outcomes["refused"], outcomes["without the last"], outcomes["wrong"]);
}

TEST_F(LogFlips, OnceTheLogWasCopiedTheLastCommitIsSafeToo) {
  // What a killed process leaves right after a checkpoint that did not empty the log.
  put(file(), base);
  put(log(), frames);
  {
    auto database = Database::open(file(), database_key(), DatabaseRole::writer, 0);
    ASSERT_TRUE(database);
    ASSERT_EQ(database->checkpoint(false, nullptr), SQLITE_OK);
    base = contents(file());
  }
  std::mt19937_64 random(seed() + 3);
  for (int i = 0; i < 100; ++i) {
    std::string damaged = frames;
    const std::size_t at = last_began + random() % (frames.size() - last_began);
    damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
    EXPECT_EQ(told(damaged), "refused") << "byte " << at;
  }
}

TEST_F(LogFlips, ACommitThatThePowerCutShortIsDroppedAsIfItHadNeverBeen) {
  // Frames of the last commit in any order: each of them may be missing, the commit mark may be there.
  constexpr std::size_t frame = 24 + kPageBytes;
  const std::size_t count = (frames.size() - last_began) / frame;
  ASSERT_GE(count, 2U);
  for (std::size_t missing = 0; missing < count; ++missing) {
    std::string torn = frames;
    torn.replace(last_began + missing * frame, frame, frame, '\0');
    EXPECT_EQ(told(torn), "without the last") << missing;
    EXPECT_EQ(told(frames.substr(0, last_began + missing * frame + frame / 2)), "without the last") << missing;
  }
}

}  // namespace
}  // namespace bredvid::storage
