// Every call to the disk fails once and from then on: by an I/O error, by a full disk, by half of it.
//
// A script of requests is carried out on a healthy disk first: that is how it should end, and how many calls there are.
// Then again for each call and each fault that fits it. The disk is healed, the database opened anew (as after the
// process's end), the script goes on from the first request that was not acknowledged, and everything must be as it
// should: then nothing acknowledged was lost, nothing refused was half done, and nothing counts twice.
#include <gtest/gtest.h>

#include "tests/crash/faulty_disk.h"
#include "tests/crash/report.h"
#include "tests/server/storage/fixture.h"

namespace bredvid::crash {
namespace {

namespace fs = std::filesystem;
using storage::kCircle;
using storage::kNow;
using storage::kToday;
using storage::numbered;
using storage::token_of;

constexpr int kTriesPerStep = 3;
/// Each of them ends in another state; all of them together in the same.
struct Step {
  std::function<domain::StoreRequest()> request;
  /// what a second try may be told when the first one was carried out and its answer lost
  std::optional<ErrorCode> also{};
};

class Faults : public storage::StorageTest {
 protected:
  void SetUp() override {
    circle();
    store.reset();
    fs::copy(folder.path(), kept_.path() / "data", fs::copy_options::recursive);
    make_script();
  }
  void TearDown() override { store.reset(); }

  void make_script() {
    const auto append = [this](std::uint32_t id, std::uint64_t epoch, std::size_t size) {
      return Step{[=, this] { return message(1, id, {epoch}, wire::Blob(size, 7)); }};
    };
    const auto acknowledge = [](std::uint32_t who, std::uint64_t sequence) {
      return Step{[=] { return domain::Acknowledge{numbered<DeviceId>(who), kCircle, {sequence}}; }};
    };
    script_.push_back(append(50, 1, 3000));
    script_.push_back(append(51, 1, 20000));
    script_.push_back(acknowledge(1, 2));
    script_.push_back(acknowledge(10, 2));
    script_.push_back({[] {
      return domain::AppendCommit{
          numbered<DeviceId>(10), kCircle, numbered<MessageId>(52), {1}, wire::Blob(900, 3), {}, {}, kNow};
    }});
    script_.push_back({[this] { return circle_slip(101, {2}); }});
    script_.push_back({[] {
      return domain::AddTally{numbered<DeviceId>(1),
                              numbered<TallyId>(1),
                              {1},
                              wire::Counted::of(wire::Contact::phone),
                              {{wire::counted_array<32>(1), wire::counted_array<32>(2), wire::counted_array<32>(3)}},
                              kNow};
    }});
    script_.push_back({[] { return domain::ChangeShare{numbered<DeviceId>(10), token_of(77), {}, kNow}; }});
    script_.push_back(append(53, 2, 500));
    script_.push_back({[this] { return redeem(101, 11, {2}); }});
    script_.push_back(acknowledge(10, 4));
    script_.push_back({[] { return domain::LeaveCircle{numbered<DeviceId>(10), kCircle}; }, ErrorCode::not_a_member});
    script_.push_back(append(54, 3, 2000));
    script_.push_back({[] { return domain::Maintain{kNow}; }});
  }

  storage::OpenOptions fault_options() {
    auto o = options(storage::OpenMode::existing);
    o.release_rule = {1, 1};  // so that what was counted can be read
    return o;
  }
  void start_over() {
    store.reset();
    // Its contents: the folder itself is locked, and a new one in its place would be anybody's to clear away.
    for (const auto& entry : fs::directory_iterator(folder.path())) fs::remove_all(entry.path());
    fs::copy(kept_.path() / "data", folder.path(), fs::copy_options::recursive);
    fatals = 0;
  }

  /// Carries the script out from `next`; the first step without an acknowledgement.
  std::size_t carry_out(std::size_t next) {
    for (; next < script_.size(); ++next) {
      bool done = false;
      for (int i = 0; !done && fatals == 0 && i < kTriesPerStep; ++i) {
        const auto result = ask(script_[next].request());
        // An error may be met after the answer, when the log is copied; never before a good one.
        done = result.has_value() || (i > 0 && result.error().code == script_[next].also);
        if (!done) refusals_ += std::string(" ") + std::string(name(result.error().code));
      }
      if (!done) return next;
    }
    return next;
  }

  /// Everything that can be seen from outside, as text.
  std::string seen() {
    std::string all;
    for (const std::uint32_t who : {1U, 10U, 11U}) {
      const auto login = ask(domain::LoadLogin{numbered<DeviceId>(who), kNow});
      all += "\ndevice " + std::to_string(who);
      if (!login) continue;
      for (const wire::Circle& circle : std::get<domain::LoginData>(*login).circles)
        all += " epoch " + std::to_string(circle.epoch.value) + " head " + std::to_string(circle.head.value) +
               " acked " + std::to_string(circle.acked.value);
      const auto log = ask(domain::FetchEnvelopes{numbered<DeviceId>(who), kCircle, {}, 1000});
      if (!log) continue;
      for (const wire::Envelope& e : std::get<domain::Envelopes>(*log).envelopes)
        all += " [" + std::to_string(e.sequence.value) + " " + std::to_string(static_cast<int>(e.kind)) + " " +
               std::to_string(e.epoch.value) + " " + std::to_string(e.blob.size()) + "x" + std::to_string(e.blob[0]) +
               "]";
    }
    const auto share = ask(domain::GetShare{numbered<ShareId>(2010), {}});
    all += share ? "\nshare " + std::to_string(std::get<domain::ShareFound>(*share).share.view()[1]) : "\nno share";
    for (const std::uint32_t slip : {100U, 101U})
      all += "\nslip " + failure(domain::OpenSlip{{slip}, token_of(slip), kNow});
    if (!ask(domain::PublishDue{kNow, kToday})) return all + "\nnothing published";
    const auto release = ask(domain::GetRelease{{1}});
    if (release) {
      const wire::Blob& json = std::get<wire::Release>(*release).json;
      all += "\n" + std::string(json.begin(), json.end());
    }
    return all;
  }

  struct Tally {
    std::size_t runs = 0;
    std::size_t struck = 0;
    std::size_t not_opened = 0;
    std::size_t ended = 0;
    std::size_t refused = 0;
  };

  void run_with(std::uint64_t number, Call call, Fault fault, bool for_ever, const std::string& expected,
                Tally& tally) {
    SCOPED_TRACE(std::string(name_of(fault)) + (for_ever ? " from call " : " at call ") + std::to_string(number) +
                 " (" + name_of(call) + ")");
    start_over();
    refusals_.clear();
    disk_.arm(number, fault, for_ever);
    auto opened = storage::open(fault_options());
    std::size_t next = 0;
    const bool open_failed = !opened;
    if (opened) {
      store = std::move(*opened);
      next = carry_out(0);
      store.reset();
    }
    const std::uint64_t struck = disk_.struck();
    const int ended = fatals;
    disk_.heal();
    ++tally.runs;
    tally.struck += struck > 0 ? 1 : 0;
    tally.not_opened += open_failed ? 1 : 0;
    tally.ended += ended > 0 ? 1 : 0;
    tally.refused += !refusals_.empty() ? 1 : 0;
    EXPECT_TRUE(next == script_.size() || struck > 0) << "a refusal without a reason";

    fatals = 0;
    auto again = storage::open(fault_options());
    ASSERT_TRUE(again) << "a healthy disk, and: " << name(again.error().code);
    store = std::move(*again);
    refusals_.clear();
    // The one that had no good answer may have been carried out all the same: its retry says so.
    if (next < script_.size() && script_[next].also) {
      const auto result = ask(script_[next].request());
      EXPECT_TRUE(result || result.error().code == script_[next].also);
      ++next;
    }
    EXPECT_EQ(carry_out(next), script_.size()) << refusals_;
    EXPECT_EQ(seen(), expected);
    EXPECT_EQ(fatals, 0);
  }

  support::TemporaryFolder kept_{support::Medium::memory};
  std::vector<Step> script_;
  std::string refusals_;
  FaultyDisk disk_;
};

TEST_F(Faults, EveryCallFailsOnceAndForEver) {
  start_over();
  disk_.heal();
  start(fault_options());
  ASSERT_EQ(carry_out(0), script_.size()) << refusals_;
  store.reset();
  const std::vector<Call> calls = disk_.calls();
  start(fault_options());
  const std::string expected = seen();
  ASSERT_NE(expected.find("phone"), std::string::npos) << expected;

  for (const Fault fault : kFaults) {
    for (const bool for_ever : {false, true}) {
      Tally tally;
      const auto began = Clock::now();
      for (std::uint64_t number = 0; number < calls.size() && !HasFailure(); ++number) {
        if (fits(fault, calls[number])) run_with(number, calls[number], fault, for_ever, expected, tally);
      }
      say(std::string("disk, ") + name_of(fault) + (for_ever ? " from call n on" : " at call n") + ": " +
          std::to_string(tally.runs) + " runs of " + std::to_string(calls.size()) + " calls, " +
          std::to_string(tally.struck) + " met it, " + std::to_string(tally.not_opened) + " did not start, " +
          std::to_string(tally.refused) + " refused, " + std::to_string(tally.ended) + " ended, none lost, " +
          text_of(Milliseconds(Clock::now() - began) / 1000) + " s");
      EXPECT_GT(tally.struck, 0U);
      EXPECT_TRUE(fault != Fault::io_error || tally.ended > 0) << "a failed commit ends the process";
      EXPECT_TRUE(fault == Fault::io_error || tally.refused > 0) << "a full disk refuses";
    }
  }
}

}  // namespace
}  // namespace bredvid::crash
