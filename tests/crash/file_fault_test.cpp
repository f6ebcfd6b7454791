// The files beside the database fail, call by call: a span's key that is made, used and destroyed, and the reserve.
#include <gtest/gtest.h>

#include "tests/crash/file_faults.h"
#include "tests/crash/report.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::crash {
namespace {

namespace fs = std::filesystem;
using storage::kNow;
using storage::kToday;
using storage::numbered;

constexpr std::int64_t kDay_ms = 24LL * 3600 * 1000;
constexpr Instant kTomorrow{kNow.ms + kDay_ms};

class FileFaults : public storage::StorageTest {
 protected:
  void SetUp() override {
    circle();
    store.reset();
    fs::copy(folder.path(), kept_.path() / "data", fs::copy_options::recursive);
  }
  void TearDown() override { heal_files(); }

  storage::OpenOptions file_options() {
    auto o = options(storage::OpenMode::existing);
    o.release_rule = {1, 1};
    o.reserve = folder.path() / "reserve";
    return o;
  }
  domain::StoreResult tally(std::uint32_t id, SpanId span) {
    return ask(domain::AddTally{numbered<DeviceId>(1),
                                numbered<TallyId>(id),
                                span,
                                wire::Counted::of(wire::Contact::phone),
                                {{wire::counted_array<32>(1), wire::counted_array<32>(2), wire::counted_array<32>(3)}},
                                kTomorrow});
  }
  std::vector<wire::Span> spans() { return get<domain::SpansFound>(domain::ListSpans{}).spans; }

  struct Answers {
    bool counted = false;
    bool published = false;
  };
  /// A tally, a release with a new span and its key, a tally in that one. What could not be done is left.
  Answers live() {
    Answers done;
    auto opened = storage::open(file_options());
    if (!opened) return done;
    store = std::move(*opened);
    done.counted = tally(1, {1}).has_value();
    const auto published = ask(domain::PublishDue{kNow, kToday});
    // Without a count the rule of at least k parents lets the span run on.
    done.published = published && !std::get<domain::Published>(*published).releases.empty();
    if (done.published) (void)tally(2, spans().at(0).span_id);
    store.reset();
    return done;
  }

  /// After the disk was healed: what was answered is so, and counting goes on with one key.
  void check(const Answers& before) {
    start(file_options());
    get<domain::Maintained>(domain::Maintain{kTomorrow});
    const auto open = spans();
    ASSERT_EQ(open.size(), 1U);
    if (before.published) {
      EXPECT_EQ(open[0].span_id, SpanId{2});
      const auto release = get<wire::Release>(domain::GetRelease{{1}});
      const std::string json(release.json.begin(), release.json.end());
      EXPECT_EQ(json.find("\"contacts\": 1,") != std::string::npos, before.counted) << "as was answered";
    } else {
      EXPECT_EQ(failure(domain::GetRelease{{1}}), "release_unknown");
    }
    EXPECT_TRUE(tally(3, open[0].span_id)) << "counting goes on";
    std::size_t span_keys = 0;
    std::size_t keys = 0;
    for (const auto& entry : fs::directory_iterator(folder.path() / "keys")) {
      if (entry.path().extension() != ".key") continue;
      ++keys;
      span_keys += entry.path().filename().string().starts_with("span-") ? 1 : 0;
    }
    EXPECT_EQ(span_keys, 1U) << "the old key is destroyed in the end";
    EXPECT_EQ(keys, 2U) << "and the year goes on under its own";
    EXPECT_EQ(fatals, 0);
    EXPECT_TRUE(fs::exists(folder.path() / "reserve"));
    store.reset();
  }

  void start_over() {
    store.reset();
    // Its contents: the folder itself is locked, and a new one in its place would be anybody's to clear away.
    for (const auto& entry : fs::directory_iterator(folder.path())) fs::remove_all(entry.path());
    fs::copy(kept_.path() / "data", folder.path(), fs::copy_options::recursive);
    fatals = 0;
  }

  support::TemporaryFolder kept_{support::Medium::memory};
};

TEST_F(FileFaults, EveryCallFailsOnceAndForEver) {
  arm_files(UINT64_MAX, 0, false);
  const Answers healthy = live();
  const std::uint64_t calls = file_calls();
  heal_files();
  ASSERT_TRUE(healthy.counted && healthy.published);
  ASSERT_GT(calls, 10U) << "the linker does not put our calls in front";
  std::size_t unpublished = 0;
  for (const int error : {EIO, ENOSPC}) {
    for (const bool for_ever : {false, true}) {
      for (std::uint64_t number = 0; number < calls && !HasFailure(); ++number) {
        SCOPED_TRACE("call " + std::to_string(number) + " error " + std::to_string(error) + (for_ever ? " on" : ""));
        start_over();
        arm_files(number, error, for_ever);
        const Answers done = live();
        EXPECT_TRUE(files_struck());
        heal_files();
        unpublished += done.published ? 0 : 1;
        check(done);
      }
    }
  }
  EXPECT_GT(unpublished, 0U);
  say("files beside the database: " + std::to_string(calls) + " calls, each failed four ways, none lost");
}

}  // namespace
}  // namespace bredvid::crash
