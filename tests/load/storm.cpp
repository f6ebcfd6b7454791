// A server that is killed and started again fifty times in a row, while a crowd comes back each time and some of it
// talks. Nobody is refused for good, and what was acknowledged is there, once and in order.
#include <algorithm>
#include <csignal>
#include <cstring>
#include <deque>
#include <map>
#include <random>

#include "tests/load/person.h"
#include "tests/load/scenarios.h"

namespace bredvid::load {
namespace {

constexpr std::size_t kTalks = 10;
constexpr std::size_t kCrowd = 200;
constexpr std::size_t kRestarts = 50;
constexpr std::size_t kUnderWay = 4;
// A server may be killed before it is ready for anybody, and long after.
constexpr int kLivesMost_ms = 200;
constexpr std::size_t kLongLifeEvery = 5;
constexpr std::chrono::seconds kLongLife{5};
constexpr std::chrono::milliseconds kPause{20};
constexpr std::chrono::seconds kPatience{30};

// A device that comes back whenever it can.
struct Returning {
  const support::Device* device = nullptr;
  std::unique_ptr<Person> person;
  Clock::time_point next_try;
  std::size_t tries = 0;
};

class Talker {
 public:
  explicit Talker(const Pair& pair) : pair_(pair) {
    speaker.device = &pair.supporter;
    hearer.device = &pair.parent;
  }
  Returning speaker;
  Returning hearer;

  // A new connection of the speaker: what has no answer is said again, in its order.
  void speaker_came() {
    asked_.clear();
    said_ = acknowledged_;
    speaker.person->on_stored([this](RequestId rid) {
      const auto found = asked_.find(rid.value);
      if (found == asked_.end()) return;
      confirmed(found->second);
      asked_.erase(found);
    });
    // An own message that comes back has been stored, though its answer was lost: it must not be said again once it is
    // acknowledged, because its id is forgotten with it.
    speaker.person->on_envelope([this](const wire::Envelope& envelope) {
      if (envelope.kind != wire::EnvelopeKind::message) return;
      std::uint64_t tag = 0;
      std::memcpy(&tag, envelope.blob.data(), sizeof tag);
      confirmed(tag);
    });
  }
  void hearer_came() {
    hearer.person->on_envelope([this](const wire::Envelope& envelope) {
      if (envelope.kind != wire::EnvelopeKind::message || envelope.sequence <= last_) return;
      std::uint64_t tag = 0;
      std::memcpy(&tag, envelope.blob.data(), sizeof tag);
      if (tag != heard_) wrong_ = tag < heard_ ? "a message came twice" : "a message was lost or came too early";
      last_ = envelope.sequence;
      ++heard_;
    });
  }
  void say_more(bool more) {
    if (!speaker.person || !speaker.person->active() || speaker.person->failed()) return;
    while ((more || said_ < most_) && said_ - acknowledged_ < kUnderWay) {
      asked_[speaker.person->say(pair_.circle, pair_.epoch, said_).value] = said_;
      most_ = std::max(most_, ++said_);
    }
  }
  [[nodiscard]] bool all_heard() const { return acknowledged_ == most_ && heard_ == most_; }
  [[nodiscard]] std::uint64_t acknowledged() const { return acknowledged_; }
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  void confirmed(std::uint64_t tag) {
    if (tag == acknowledged_) ++acknowledged_;
    said_ = std::max(said_, acknowledged_);
  }
  const Pair& pair_;
  std::map<std::uint32_t, std::uint64_t> asked_;
  std::uint64_t acknowledged_ = 0;  // all below
  std::uint64_t said_ = 0;
  std::uint64_t most_ = 0;
  std::uint64_t heard_ = 0;
  Sequence last_;
  std::string wrong_;
};

bool in(const Returning& one) {
  return one.person && one.person->active() && !one.person->failed();
}

// True: a new connection was begun.
bool come_back(Returning& one, Loop& loop, SSL_CTX* tls, std::uint16_t port) {
  if (one.person && !one.person->failed()) return false;
  if (Clock::now() < one.next_try) return false;
  one.person.reset();
  one.person = std::make_unique<Person>(loop, tls, port, *one.device);
  one.next_try = Clock::now() + kPause;
  ++one.tries;
  return true;
}

}  // namespace

void run_storm(const Options& options) {
  const std::size_t restarts = options.messages != 0 ? options.messages : kRestarts;
  const std::uint64_t seed = options.seed != 0 ? options.seed : std::random_device{}();
  std::mt19937_64 chance(seed);
  World world(options.binary, kTalks, kCrowd);
  Loop loop;
  const TlsContext tls = client_tls();
  std::vector<Returning> crowd(kCrowd);
  for (std::size_t i = 0; i < kCrowd; ++i) crowd[i].device = &world.loners()[i];
  std::deque<Talker> talkers;
  for (const Pair& pair : world.pairs()) talkers.emplace_back(pair);

  const auto everybody = [&](bool more) {
    const std::uint16_t port = world.server().port();
    for (Returning& one : crowd) come_back(one, loop, tls.get(), port);
    for (Talker& talker : talkers) {
      if (come_back(talker.speaker, loop, tls.get(), port)) talker.speaker_came();
      if (come_back(talker.hearer, loop, tls.get(), port)) talker.hearer_came();
      talker.say_more(more);
    }
  };
  double slowest_start_s = 0;
  std::size_t logged_in = 0;
  for (std::size_t n = 0; n < restarts; ++n) {
    const auto began = Clock::now();
    world.start();
    slowest_start_s = std::max(slowest_start_s, std::chrono::duration<double>(Clock::now() - began).count());
    const auto dies = Clock::now() + std::chrono::milliseconds(chance() % kLivesMost_ms);
    // Now and then one lives until everybody is in, or on a slow machine nobody would ever say anything.
    const bool long_life = n % kLongLifeEvery == kLongLifeEvery - 1;
    const auto over = [&] {
      everybody(true);
      return Clock::now() > dies && (!long_life || std::ranges::all_of(crowd, in));
    };
    static_cast<void>(loop.run_until(over, long_life ? kLongLife : kPatience));
    logged_in += static_cast<std::size_t>(std::ranges::count_if(crowd, in));
    world.server().stop(SIGKILL);
  }
  const auto began = Clock::now();
  world.start();
  const bool settled = loop.run_until(
      [&] {
        everybody(false);
        return std::ranges::all_of(crowd, in) &&
               std::ranges::all_of(talkers, [](const Talker& t) { return t.all_heard(); });
      },
      kPatience);
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  std::string wrong = settled ? "" : "somebody stayed outside, or a message did not arrive";
  std::uint64_t acknowledged = 0;
  for (const Talker& talker : talkers) {
    acknowledged += talker.acknowledged();
    if (!talker.wrong().empty()) wrong = talker.wrong();
  }
  const bool met = wrong.empty() && acknowledged > 0;
  print({{"bench", "storm"},
         {"restarts", restarts},
         {"seed", seed},
         {"crowd", kCrowd + 2 * kTalks},
         {"logins_between_kills", logged_in},
         {"messages", acknowledged},
         {"slowest_start_seconds", slowest_start_s},
         {"all_back_and_told_seconds", seconds},
         {"trouble", wrong},
         {"met", met}});
  if (!met) throw std::runtime_error("the storm did harm");
}

}  // namespace bredvid::load
