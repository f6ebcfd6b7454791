// Malformed frames by the hundred thousand, over many connections, before and after the login, while an honest pair
// talks.
#include <algorithm>
#include <map>

#include "tests/load/bad_frames.h"
#include "tests/load/person.h"
#include "tests/load/pulse.h"
#include "tests/load/scenarios.h"

namespace bredvid::load {
namespace {

constexpr std::size_t kAttackers = 16;
// What a connection says before its last, deadly words: as much as is answered before the login, and after it.
constexpr std::size_t kBeforeLogin = 15;
constexpr std::size_t kAfterLogin = 900;
// A third of all connections logs in.
constexpr std::size_t kMemberEvery = 3;
constexpr std::size_t kUnderWay = 32;
constexpr std::size_t kRate_per_s = 20'000;
constexpr std::size_t kHonestRate_per_s = 50;
constexpr std::chrono::seconds kBefore{5};
constexpr std::chrono::milliseconds kEndingPatience{200};
constexpr std::chrono::seconds kSilence{5};
constexpr std::chrono::minutes kPatience{20};

// The target, and the noise of a small machine that also runs the attackers: below it a ratio says nothing.
constexpr double kMostTimes = 2;
constexpr double kNoise_us = 5'000;
// From half way to the end: a leak of 16 bytes a frame would show in a million of them.
constexpr std::int64_t kMostGrowth_bytes = 6 * 1024 * 1024;

struct Tally {
  std::uint64_t frames = 0;
  std::uint64_t answered = 0;
  std::uint64_t connections = 0;
  std::uint64_t logins = 0;
  std::uint64_t not_closed = 0;
  std::uint64_t silent = 0;
  std::map<std::string, std::uint64_t> codes;
};

class Attacker {
 public:
  Attacker(Loop& loop, SSL_CTX* tls, std::uint16_t port, const support::Device* member, std::size_t ending,
           Tally& tally)
      : member_(member),
        ending_(ending),
        tally_(tally),
        heard_(Clock::now()),
        client_(loop, tls, port, [this](Client&, wire::ServerFrame& frame) { take(frame); }) {
    ++tally_.connections;
  }
  // Says as much as it may; `allowed` is what is left for everybody.
  void go(const BadFrames& frames, Chance& chance, std::size_t& allowed) {
    if (!ready_ || client_.failed() || ended_) return;
    const std::size_t most = member_ != nullptr ? kAfterLogin : kBeforeLogin;
    client_.cork();
    while (sent_ < most && allowed > 0 && sent_ - answered_ < kUnderWay) {
      client_.send_message(frames.message(chance));
      ++sent_, --allowed, ++tally_.frames;
    }
    client_.uncork();
    if (sent_ == most && answered_ == sent_) {
      client_.send_raw(BadFrames::ending(ending_, chance));
      ended_ = Clock::now();
      ++tally_.frames;
    }
  }
  [[nodiscard]] bool over() {
    if (client_.failed()) return true;
    const auto now = Clock::now();
    if (ended_ && now - *ended_ > kEndingPatience) return ++tally_.not_closed, true;
    if (!ended_ && ready_ && sent_ > answered_ && now - heard_ > kSilence) return ++tally_.silent, true;
    return false;
  }

 private:
  void take(wire::ServerFrame& frame) {
    heard_ = Clock::now();
    if (const auto* hello = std::get_if<wire::Hello>(&frame)) {
      if (member_ == nullptr) ready_ = true;
      if (member_ != nullptr) client_.send(wire::ClientFrame(member_->login({1}, hello->challenge)));
    } else if (std::holds_alternative<wire::LoginOk>(frame)) {
      ready_ = true;
      ++tally_.logins;
    } else if (wire::request_id(frame).value != 0 || std::holds_alternative<wire::Error>(frame)) {
      ++answered_, ++tally_.answered;
      const auto* error = std::get_if<wire::Error>(&frame);
      const auto code = error != nullptr ? error_code_from(error->code) : std::nullopt;
      ++tally_.codes[code ? std::string(name(*code)) : "no error"];
    }
  }

  const support::Device* member_;
  std::size_t ending_;
  Tally& tally_;
  Clock::time_point heard_;
  std::size_t sent_ = 0;
  std::size_t answered_ = 0;
  bool ready_ = false;
  std::optional<Clock::time_point> ended_;
  Client client_;
};

struct Marks {
  std::uint64_t half_rss_bytes = 0;
  std::uint64_t end_rss_bytes = 0;
};

Marks attack(World& world, std::size_t total, std::size_t rate_per_s, std::uint64_t seed, Tally& tally) {
  Loop loop;
  const TlsContext tls = client_tls();
  const BadFrames frames;
  Chance chance(seed);
  std::vector<std::unique_ptr<Attacker>> attackers(kAttackers);
  Marks marks;
  const auto began = Clock::now();
  const bool done = loop.run_until(
      [&] {
        const double passed_s = std::chrono::duration<double>(Clock::now() - began).count();
        const auto due = static_cast<std::uint64_t>(passed_s * static_cast<double>(rate_per_s));
        std::size_t allowed =
            due > tally.frames ? std::min<std::uint64_t>(due, total) - std::min<std::uint64_t>(tally.frames, total) : 0;
        for (auto& one : attackers) {
          if (one && one->over()) one.reset();
          if (!one && tally.frames < total) {
            const bool member = tally.connections % kMemberEvery == 0;
            const support::Device* device =
                member ? &world.loners()[tally.connections % world.loners().size()] : nullptr;
            one = std::make_unique<Attacker>(loop, tls.get(), world.server().port(), device,
                                             tally.connections / kMemberEvery % BadFrames::kEndings, tally);
          }
          if (one) one->go(frames, chance, allowed);
        }
        if (marks.half_rss_bytes == 0 && tally.frames >= total / 2)
          marks.half_rss_bytes = usage_of(world.server().pid()).rss_bytes;
        return tally.frames >= total;
      },
      kPatience);
  if (!done) throw std::runtime_error("the attack did not come to its end");
  attackers.clear();
  marks.end_rss_bytes = usage_of(world.server().pid()).rss_bytes;
  return marks;
}

}  // namespace

void run_malformed(const Options& options) {
  const std::size_t total = options.messages != 0 ? options.messages : 1'000'000;
  const std::size_t rate_per_s = options.rate_per_s != 0 ? options.rate_per_s : kRate_per_s;
  const std::uint64_t seed = options.seed != 0 ? options.seed : std::random_device{}();
  World world(options.binary, 1, kAttackers);
  world.start();
  Pulse pulse(world, world.pairs().front(), kHonestRate_per_s);
  const Latencies before = pulse.after(kBefore);
  Tally tally;
  const auto began = Clock::now();
  static_cast<void>(pulse.take());
  const Marks marks = attack(world, total, rate_per_s, seed, tally);
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  const Latencies during = pulse.take();
  const std::string wrong = pulse.finish();
  const auto growth = static_cast<std::int64_t>(marks.end_rss_bytes) - static_cast<std::int64_t>(marks.half_rss_bytes);
  const double times = during.p99_us / before.p99_us;
  const bool calm = options.untimed || times <= kMostTimes || during.p99_us <= kNoise_us;
  const bool met = wrong.empty() && calm && growth <= kMostGrowth_bytes && tally.silent == 0 && tally.logins > 0;
  print({{"bench", "malformed"},
         {"frames", tally.frames},
         {"answered", tally.answered},
         {"connections", tally.connections},
         {"logins", tally.logins},
         {"not_closed", tally.not_closed},
         {"not_answered", tally.silent},
         {"codes", tally.codes},
         {"seed", seed},
         {"seconds", seconds},
         {"frames_per_s", static_cast<double>(tally.frames) / seconds},
         {"p99_us_before", before.p99_us},
         {"p99_us", during.p99_us},
         {"p99_times", times},
         {"rss_half_bytes", marks.half_rss_bytes},
         {"rss_end_bytes", marks.end_rss_bytes},
         {"growth_bytes", growth},
         {"honest_messages", during.messages},
         {"honest_trouble", wrong},
         {"target", {{"p99_times", kMostTimes}, {"growth_bytes", kMostGrowth_bytes}}},
         {"met", met}});
  if (!met) throw std::runtime_error("malformed frames did harm");
}

}  // namespace bredvid::load
