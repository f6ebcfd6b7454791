// A steady mixed load for an hour: messages, people who go and come back, joins, tallies. Memory, descriptors, threads
// and the database are sampled; what grows is told in bytes an hour.
#include <algorithm>
#include <cstring>
#include <random>

#include "crypto/primitives/system_random.h"
#include "tests/load/joins.h"
#include "tests/load/scenarios.h"
#include "tests/load/trend.h"

namespace bredvid::load {
namespace {

constexpr std::size_t kTalks = 40;
constexpr std::size_t kJoining = 16;
constexpr std::chrono::milliseconds kSayEvery{20};
constexpr std::chrono::milliseconds kLeaveEvery{250};
constexpr std::chrono::milliseconds kTallyEvery{1000};
constexpr std::chrono::milliseconds kJoinEvery{2000};
// Slips of one device and day, with room to spare: a longer soak joins more seldom.
constexpr std::int64_t kJoinsPerCircle = 200;
constexpr int kAwayMost_ms = 5000;
constexpr std::chrono::seconds kPatience{30};
constexpr std::uint32_t kFirstSelector = 200'000;
constexpr std::uint32_t kSelectorsPerCircle = 10'000;
constexpr std::size_t kCountedParents = 60;

// What may grow, over the whole time that is looked at, before it is called a leak.
constexpr double kMostMemoryGrowth_bytes = 4.0 * 1024 * 1024;
constexpr double kMostMemoryGrowth_share = 0.05;
constexpr double kMostCountGrowth = 8;
// A message leaves its id behind for a month; nothing else of it.
constexpr double kMostDatabase_bytes_per_message = 400;

struct Talk {
  const Pair* pair = nullptr;
  std::unique_ptr<Person> supporter;
  std::unique_ptr<Person> parent;
  Clock::time_point parent_back;
  std::uint64_t sent = 0;
  std::uint64_t seen = 1;  // the joining commit
  std::uint64_t stored_before = 0;
};

class Every {
 public:
  explicit Every(Clock::duration step) : step_(step), next_(Clock::now() + step) {}
  bool due() {
    if (Clock::now() < next_) return false;
    next_ = std::max(next_ + step_, Clock::now());
    return true;
  }

 private:
  Clock::duration step_;
  Clock::time_point next_;
};

class Soak {
 public:
  Soak(World& world, std::chrono::seconds lasts)
      : world_(world),
        tls_(client_tls()),
        talks_(kTalks),
        join_every_(std::max<Clock::duration>(
            kJoinEvery, std::chrono::milliseconds(lasts.count() * 1000 /
                                                  (kJoinsPerCircle * static_cast<std::int64_t>(kJoining))))) {
    for (std::size_t i = 0; i < kTalks; ++i) {
      talks_[i].pair = &world.pairs()[i];
      enter(talks_[i].supporter, world.pairs()[i].supporter).acknowledge_every(4);
      come(talks_[i]);
    }
    for (std::uint32_t i = 0; i < kJoining; ++i) {
      joins_.push_back(std::make_unique<Joins>(loop_, tls_.get(), world, world.pairs()[kTalks + i],
                                               kFirstSelector + i * kSelectorsPerCircle));
    }
    if (!loop_.run_until([&] { return everybody_in(); }, kPatience)) throw std::runtime_error("not everybody is in");
  }

  void turn() {
    loop_.turn(std::chrono::milliseconds(5));
    if (say_.due()) say();
    if (leave_.due()) leave();
    if (tally_.due()) tally();
    if (join_every_.due()) joins_[joined_++ % joins_.size()]->begin();
    for (Talk& talk : talks_) {
      if (!talk.parent && Clock::now() >= talk.parent_back) come(talk);
    }
    watch();
  }
  // Everybody comes back, and what is under way arrives.
  void settle() {
    for (Talk& talk : talks_) {
      if (!talk.parent) come(talk);
    }
    const auto quiet = [&] {
      watch();
      return !wrong_.empty() || (std::ranges::all_of(talks_, [](const Talk& t) { return t.seen == t.sent + 1; }) &&
                                 std::ranges::all_of(joins_, [](const auto& j) { return j->idle(); }));
    };
    if (!loop_.run_until(quiet, kPatience) && wrong_.empty()) wrong_ = "not everything arrived";
  }

  [[nodiscard]] std::uint64_t messages() const { return messages_; }
  [[nodiscard]] std::uint64_t comings() const { return comings_; }
  [[nodiscard]] std::uint64_t tallies() const { return tallies_; }
  [[nodiscard]] std::uint64_t joins() const {
    std::uint64_t sum = 0;
    for (const auto& one : joins_) sum += one->rounds();
    return sum;
  }
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  Person& enter(std::unique_ptr<Person>& place, const support::Device& device) {
    place = std::make_unique<Person>(loop_, tls_.get(), world_.server().port(), device);
    return *place;
  }
  void come(Talk& talk) {
    ++comings_;
    enter(talk.parent, talk.pair->parent).on_envelope([this, &talk](const wire::Envelope& envelope) {
      // What was not acknowledged comes again; a number that is skipped is a message that is lost.
      if (envelope.sequence.value > talk.seen + 1) wrong_ = "a message is missing";
      talk.seen = std::max(talk.seen, envelope.sequence.value);
    });
  }
  bool everybody_in() {
    return std::ranges::all_of(talks_, [](const Talk& t) { return t.supporter->active() && t.parent->active(); }) &&
           std::ranges::all_of(joins_, [](const auto& j) { return j->idle(); });
  }
  void say() {
    Talk& talk = talks_[said_++ % talks_.size()];
    talk.supporter->say(talk.pair->circle, talk.pair->epoch, talk.sent++);
    ++messages_;
  }
  void leave() {
    Talk& talk = talks_[chance_() % talks_.size()];
    if (!talk.parent) return;
    talk.parent.reset();
    talk.parent_back = Clock::now() + std::chrono::milliseconds(chance_() % kAwayMost_ms);
  }
  void tally() {
    Talk& talk = talks_[tallies_++ % talks_.size()];
    wire::Tally frame{{0x7000'0000U + static_cast<std::uint32_t>(tallies_)},
                      {},
                      {1},
                      wire::Counted::of(wire::Contact::visit),
                      {wire::TagSet{}}};
    random_.fill(frame.tally_id.bytes);
    const auto parent = static_cast<std::uint8_t>(chance_() % kCountedParents);
    frame.tags[0].tag.fill(parent);
    frame.tags[0].day_tag.fill(static_cast<std::uint8_t>(parent + 100));
    talk.supporter->client().send(wire::ClientFrame(std::move(frame)));
  }
  void watch() {
    for (Talk& talk : talks_) {
      if (talk.supporter->failed() || (talk.parent && talk.parent->failed()))
        wrong_ = "somebody was refused or cut off";
    }
    for (const auto& one : joins_) {
      if (wrong_.empty()) wrong_ = one->wrong();
    }
  }

  World& world_;
  Loop loop_;
  TlsContext tls_;
  std::vector<Talk> talks_;
  std::vector<std::unique_ptr<Joins>> joins_;
  std::mt19937_64 chance_{1};
  crypto::SystemRandom random_;
  Every say_{kSayEvery};
  Every leave_{kLeaveEvery};
  Every tally_{kTallyEvery};
  Every join_every_;
  std::size_t said_ = 0;
  std::size_t joined_ = 0;
  std::uint64_t messages_ = 0;
  std::uint64_t comings_ = 0;
  std::uint64_t tallies_ = 0;
  std::string wrong_;
};

std::uint64_t database_bytes(World& world) {
  std::uint64_t sum = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(world.server().data())) {
    std::error_code gone;
    if (entry.is_regular_file(gone)) sum += entry.file_size(gone);
  }
  return sum;
}

struct Samples {
  Trend memory, descriptors, threads, database;
  std::uint64_t first_messages = 0;
};

void sample(World& world, const Soak& soak, Samples& samples, double at_s, bool counts) {
  const Usage usage = usage_of(world.server().pid());
  const std::uint64_t database = database_bytes(world);
  if (counts) {
    if (samples.memory.size() == 0) samples.first_messages = soak.messages();
    samples.memory.add(at_s, static_cast<double>(usage.pss_bytes));
    samples.descriptors.add(at_s, static_cast<double>(usage.descriptors));
    samples.threads.add(at_s, static_cast<double>(usage.threads));
    samples.database.add(at_s, static_cast<double>(database));
  }
  print({{"bench", "soak"},
         {"at_s", static_cast<std::uint64_t>(at_s)},
         {"warming_up", !counts},
         {"messages", soak.messages()},
         {"comings", soak.comings()},
         {"joins", soak.joins()},
         {"tallies", soak.tallies()},
         {"pss_bytes", usage.pss_bytes},
         {"descriptors", usage.descriptors},
         {"threads", usage.threads},
         {"database_bytes", database}});
}

}  // namespace

void run_soak(const Options& options) {
  const std::chrono::seconds lasts(options.seconds != 0 ? options.seconds : 3600);
  // A line a minute; a short one still gets enough points for a line through them.
  const Clock::duration step = std::min<Clock::duration>(std::chrono::minutes(1), lasts / 24);
  World world(options.binary, kTalks + kJoining, 0);
  world.start();
  Soak soak(world, lasts);
  Samples samples;
  const auto began = Clock::now();
  Every line(step);
  while (Clock::now() - began < lasts && soak.wrong().empty()) {
    soak.turn();
    if (!line.due()) continue;
    const double at_s = std::chrono::duration<double>(Clock::now() - began).count();
    // Caches fill at first: the first quarter is not judged.
    sample(world, soak, samples, at_s, Clock::now() - began > lasts / 4);
  }
  soak.settle();
  const double judged_s = samples.memory.span();
  const double memory_growth = samples.memory.slope() * judged_s;
  const double most_growth = std::max(kMostMemoryGrowth_bytes, samples.memory.mean() * kMostMemoryGrowth_share);
  const double per_message = samples.database.slope() * judged_s /
                             static_cast<double>(std::max<std::uint64_t>(1, soak.messages() - samples.first_messages));
  const bool flat = memory_growth <= most_growth && samples.descriptors.slope() * judged_s <= kMostCountGrowth &&
                    samples.threads.slope() * judged_s < 1 && per_message <= kMostDatabase_bytes_per_message;
  const bool met = flat && soak.wrong().empty() && samples.memory.size() > 2;
  print({{"bench", "soak"},
         {"verdict", met ? "flat" : "not flat"},
         {"seconds", lasts.count()},
         {"messages", soak.messages()},
         {"comings", soak.comings()},
         {"joins", soak.joins()},
         {"tallies", soak.tallies()},
         {"pss_mean_bytes", samples.memory.mean()},
         {"pss_bytes_per_hour", samples.memory.slope() * 3600},
         {"pss_growth_bytes", memory_growth},
         {"pss_growth_allowed_bytes", most_growth},
         {"descriptors_per_hour", samples.descriptors.slope() * 3600},
         {"threads_per_hour", samples.threads.slope() * 3600},
         {"database_bytes_per_hour", samples.database.slope() * 3600},
         {"database_bytes_per_message", per_message},
         {"trouble", soak.wrong()},
         {"met", met}});
  if (!met) throw std::runtime_error("something grew, or was lost");
}

}  // namespace bredvid::load
