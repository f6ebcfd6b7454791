#include "tests/crash/story.h"

#include <algorithm>
#include <thread>

namespace bredvid::crash {
namespace {

// Short lives: what counts is the number of deaths, and where they meet the server.
constexpr std::chrono::microseconds kLongestLoad{60'000};
constexpr std::chrono::microseconds kLongestSettling{15'000};
constexpr std::chrono::microseconds kLongestCheckpoint{3'000};
constexpr std::uint64_t kMostAnswers = 60;
/// The server owes everything long before this; a slow machine has its time.
constexpr std::chrono::milliseconds kSettlePatience{20'000};
constexpr std::chrono::milliseconds kShortPatience{200};
constexpr std::chrono::milliseconds kRetryInterval{50};
/// Who settles acknowledges so often that the window (64) stays open.
constexpr std::uint32_t kSettlingEvery = 16;
constexpr std::uint32_t kLoadEvery[] = {1, 4, 20, 60};
/// Actions of a round, over everybody: a burst that the writer takes as a group.
constexpr std::uint64_t kActionsPerRound = 12;
/// One of four lives says much at once, so that the log grows to where it is copied by itself.
constexpr std::uint64_t kLoudOneIn = 4;
constexpr std::size_t kQuietBytes = 600;
constexpr std::size_t kLoudBytes = 24'000;
/// Of ten devices this many sleep through a cycle, on average; what is meant for them waits.
constexpr std::uint64_t kAsleepOfTen = 2;
constexpr std::uint64_t kHangUpsInThousandRounds = 10;

}  // namespace

const char* name_of(Moment moment) {
  static constexpr const char* kNames[] = {"starting", "settling", "load", "after_commit", "checkpoint"};
  return kNames[static_cast<std::size_t>(moment)];
}

Story::Story(const Town& town, const std::filesystem::path& binary, Aftermath& aftermath, std::uint64_t seed)
    : town_(town),
      aftermath_(aftermath),
      victim_(binary, folder_.path()),
      chance_(seed),
      model_(town.beginnings),
      tls_(load::client_tls()),
      scene_{town_, model_, chance_, loop_, tls_.get()} {
  copy_town(town, folder_.path());
  for (std::size_t device = 0; device < town.devices.size(); ++device)
    members_.push_back(std::make_unique<Member>(scene_, device));
}

std::chrono::microseconds Story::random_time(std::chrono::microseconds most) {
  return std::chrono::microseconds(below(chance_, static_cast<std::uint64_t>(most.count()) + 1));
}

Story::Plan Story::make_plan() {
  // A tenth dies in its start, a tenth while settling, and the rest under load, in equal parts.
  const std::uint64_t choice = below(chance_, 10);
  if (choice == 0) {
    const auto usual = starts_.empty() ? Milliseconds(50) : starts_.back().wall;
    return {Moment::starting, random_time(std::chrono::duration_cast<std::chrono::microseconds>(usual)), 0};
  }
  if (choice == 1) return {Moment::settling, random_time(kLongestSettling), 0};
  if (choice < 5) return {Moment::load, random_time(kLongestLoad), 0};
  if (choice < 8) return {Moment::after_commit, {}, 1 + below(chance_, kMostAnswers)};
  return {Moment::checkpoint, random_time(kLongestCheckpoint), 0};
}

bool Story::good() {
  for (const auto& member : members_) {
    if (failure_.empty() && !member->trouble().empty()) failure_ = member->trouble();
  }
  return failure_.empty() && model_.violations().empty();
}

bool Story::start() {
  victim_.spawn(aftermath_.before(victim_.data()));
  if (!victim_.wait_ready()) {
    failure_ = "the server does not start: " + victim_.log();
    return false;
  }
  starts_.push_back(victim_.start_time());
  return true;
}

void Story::wake(bool everybody) {
  awake_.clear();
  scene_.most_bytes = below(chance_, kLoudOneIn) == 0 ? kLoudBytes : kQuietBytes;
  for (const auto& member : members_) {
    if (!everybody && below(chance_, 10) < kAsleepOfTen) continue;
    awake_.push_back(member->device());
    member->acknowledge_every(kSettlingEvery);
    member->connect(victim_.port());
  }
}

void Story::turn(std::chrono::microseconds most) {
  loop_.turn(most);
}

void Story::settle() {
  const auto deadline = Clock::now() + (losses_only_ ? kShortPatience : kSettlePatience);
  auto next_retry = Clock::now() + kRetryInterval;
  const auto settled = [this](std::size_t device) { return members_[device]->settled(); };
  while (!std::ranges::all_of(awake_, settled) && Clock::now() < deadline && good()) {
    turn(std::chrono::milliseconds(2));
    if (Clock::now() < next_retry) continue;
    next_retry = Clock::now() + kRetryInterval;
    for (const std::size_t device : awake_) members_[device]->retry();
  }
  if (good() && !losses_only_) model_.settle(awake_);
  if (good()) model_.forget_acknowledged();
}

void Story::live(const Plan& plan) {
  scene_.stored = 0;
  for (const std::size_t device : awake_) members_[device]->acknowledge_every(kLoadEvery[below(chance_, 4)]);
  const auto end = Clock::now() + (plan.moment == Moment::after_commit ? kLongestLoad : plan.after);
  while (Clock::now() < end) {
    for (std::uint64_t i = below(chance_, kActionsPerRound); i > 0; --i)
      members_[awake_[below(chance_, awake_.size())]]->act();
    if (below(chance_, 1000) < kHangUpsInThousandRounds) {
      Member& one = *members_[awake_[below(chance_, awake_.size())]];
      one.hang_up();
      one.connect(victim_.port());
    }
    turn();
    if (plan.moment == Moment::after_commit && scene_.stored >= plan.answers) return;
  }
}

void Story::die(Moment moment) {
  victim_.kill();
  ++deaths_[static_cast<std::size_t>(moment)];
  hear_the_rest();
}

void Story::hear_the_rest() {
  // What the server had said before is still on its way to us, and counts.
  const auto anybody = [this] {
    return std::ranges::any_of(members_, [](const auto& member) { return member->connected(); });
  };
  (void)loop_.run_until([&] { return !anybody(); }, std::chrono::seconds(5));
  for (const auto& member : members_) member->hang_up();
  aftermath_.after(victim_.data(), chance_);
}

bool Story::cycle() {
  const Plan plan = make_plan();
  if (plan.moment == Moment::starting) {
    victim_.spawn(aftermath_.before(victim_.data()));
    std::this_thread::sleep_for(plan.after);
    die(plan.moment);
    return good();
  }
  if (!start()) return false;
  wake(false);
  if (awake_.empty()) wake(true);
  if (plan.moment == Moment::settling) {
    const auto end = Clock::now() + plan.after;
    while (Clock::now() < end) turn();
    die(plan.moment);
    return good();
  }
  settle();
  if (!good()) return false;
  if (plan.moment == Moment::checkpoint) {
    live({Moment::load, random_time(kLongestLoad / 2), 0});
    members_[awake_.front()]->change_share();
    live(plan);
  } else {
    live(plan);
  }
  die(plan.moment);
  return good();
}

int Story::live_until_it_ends(bool with_checkpoints) {
  if (!start()) return -1;
  wake(true);
  const auto deadline = Clock::now() + kSettlePatience;
  int code = -1;
  while (code < 0 && Clock::now() < deadline) {
    for (const std::size_t device : awake_) members_[device]->act();
    if (with_checkpoints) members_.front()->change_share();
    turn(std::chrono::milliseconds(2));
    code = victim_.finish(std::chrono::milliseconds(0));
  }
  if (victim_.running()) victim_.kill();
  hear_the_rest();
  return code;
}

bool Story::finish() {
  if (!start()) return false;
  wake(true);
  settle();
  if (!good()) return false;
  if (victim_.stop() != 0) failure_ = "the server did not stop in order: " + victim_.log();
  return good();
}

}  // namespace bredvid::crash
