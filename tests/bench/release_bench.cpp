// `./dev bench release`: a million tallies released, from the counts to the row on disk. One JSON line; exits 1 when a
// target is missed.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <random>

#include "server/domain/calendar.h"
#include "server/storage/database.h"
#include "server/storage/migrator.h"
#include "server/storage/storage.h"
#include "tests/support/temporary_folder.h"

namespace bredvid {
namespace {

constexpr std::uint64_t kTallies = 1'000'000;
constexpr std::uint64_t kParents = 20'000;
constexpr std::uint64_t kDays = 90;
constexpr double kTarget_s = 2;
constexpr double kTarget_mib = 256;
constexpr std::uint64_t kSeed = 2019;

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "release_bench: %s\n", what);
  std::exit(1);
}

domain::StoreResult ask(domain::Store& store, domain::StoreRequest request) {
  std::promise<domain::StoreResult> promise;
  auto answer = promise.get_future();
  store.submit(std::move(request), [&promise](domain::StoreResult result) { promise.set_value(std::move(result)); });
  return answer.get();
}

/// What a keyed hash looks like: the same for the same number.
Key32 hash_like(std::uint64_t number) {
  std::mt19937_64 random(number);
  Key32 key{};
  for (std::uint8_t& byte : key) byte = static_cast<std::uint8_t>(random());
  return key;
}

/// As AddTally leaves them, without a million commits.
void fill(storage::Database& database, const wire::Span& span) {
  std::mt19937_64 random(kSeed);
  database.execute("BEGIN");
  for (std::uint32_t kind = 1; kind <= 2; ++kind) {
    for (std::uint32_t value = 1; value <= 7; ++value)
      database.run("INSERT INTO tally_count VALUES (?, ?, 1, ?, 0)", span.span_id, kind, value);
  }
  const std::int32_t year = domain::date_of(span.first_day).year;
  for (std::uint64_t i = 0; i < kTallies; ++i) {
    const std::uint64_t parent = random() % kParents;
    const std::uint32_t kind = parent % 3 == 0 ? 2 : 1;
    const auto value = static_cast<std::uint32_t>(1 + random() % 7);
    database.run(
        "UPDATE tally_count SET tallies = tallies + 1 WHERE span_id = ? AND org_kind = ? AND series = 1 AND value = ?",
        span.span_id, kind, value);
    database.run("INSERT OR IGNORE INTO tally_person VALUES (?, ?, 1, ?, ?)", span.span_id, kind, value,
                 hash_like(parent));
    database.run("INSERT OR IGNORE INTO year_person VALUES (?, ?, ?, ?, 1, ?)", year, hash_like(parent + kParents),
                 span.span_id, kind, value);
    database.run("INSERT OR IGNORE INTO tally_occasion VALUES (?, ?, 1, ?, ?)", span.span_id, kind, value,
                 hash_like((2 + random() % kDays) * kParents + parent));
  }
  database.execute("COMMIT");
}

/// What this process has had of the processors: the clock on the wall says more about its neighbours.
double cpu_s() {
  struct rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

storage::OpenOptions options(const std::filesystem::path& folder, storage::OpenMode mode) {
  storage::OpenOptions o;
  o.database = folder / "bredvid.db";
  o.key = *Secret32::from(hash_like(1));
  o.span_keys = folder / "keys";
  o.mode = mode;
  o.fatal = [](std::string_view) { give_up("the store ended"); };
  return o;
}

int run() {
  const support::TemporaryFolder folder;
  const Instant now = domain::start_of_day(domain::day_of({2026, 11, 23}));
  wire::Span span;
  {
    auto store = storage::open(options(folder.path(), storage::OpenMode::create));
    if (!store) give_up("can't create");
    auto made = ask(**store, domain::Maintain{now});
    if (!made) give_up("no span");
    span = std::get<domain::Maintained>(*made).spans.at(0);
  }
  {
    auto database = storage::Database::open(folder.path() / "bredvid.db", *Secret32::from(hash_like(1)),
                                            storage::DatabaseRole::writer, 0);
    if (!database) give_up("can't open");
    fill(*database, span);
  }
  auto store = storage::open(options(folder.path(), storage::OpenMode::existing));
  if (!store) give_up("can't open again");
  const double cpu_before_s = cpu_s();
  const auto begin = std::chrono::steady_clock::now();
  const auto published = ask(**store, domain::PublishDue{domain::start_of_day(domain::day_of({2027, 1, 4}))});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const double cpu = cpu_s() - cpu_before_s;
  if (!published) give_up("not published");
  struct rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double mib = static_cast<double>(usage.ru_maxrss) / 1024;
  const bool met = took.count() < kTarget_s && mib < kTarget_mib;
  std::printf(
      "{\"bench\":\"release\",\"tallies\":%llu,\"parents\":%llu,\"releases\":%zu,\"seconds\":%.2f,\"cpu_seconds\":%.2f,"
      "\"target_s\":%.0f,"
      "\"peak_mib\":%.0f,\"target_mib\":%.0f,\"met\":%s}\n",
      static_cast<unsigned long long>(kTallies), static_cast<unsigned long long>(kParents),
      std::get<domain::Published>(*published).releases.size(), took.count(), cpu, kTarget_s, mib, kTarget_mib,
      met ? "true" : "false");
  return met ? 0 : 1;
}

}  // namespace
}  // namespace bredvid

int main() {
  return bredvid::run();
}
