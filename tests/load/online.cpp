// People who talk to each other: from the sender's call to the receiver's envelope, with a synced commit between.
#include <algorithm>

#include "tests/load/person.h"
#include "tests/load/quantile.h"
#include "tests/load/scenarios.h"

namespace bredvid::load {
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr std::size_t kPairs = 100;

struct Talk {
  std::unique_ptr<Person> supporter;
  std::unique_ptr<Person> parent;
};

// `first`: tags begin there, since a tag makes the message's id and an id is stored once.
void run_at(World& world, std::vector<Talk>& talks, Loop& loop, std::size_t rate_per_s, std::size_t seconds,
            std::size_t first) {
  const std::size_t total = rate_per_s * seconds;
  std::vector<Clock::time_point> sent(total);
  std::vector<std::int64_t> took_ns;
  took_ns.reserve(total);
  std::vector<std::uint64_t> next_of(talks.size());
  for (Talk& talk : talks) {
    talk.parent->on_envelope([&](const wire::Envelope& envelope) {
      if (envelope.kind != wire::EnvelopeKind::message) return;
      std::uint64_t tag = 0;
      std::memcpy(&tag, envelope.blob.data(), sizeof tag);
      if (tag >= first && tag - first < total) took_ns.push_back((Clock::now() - sent[tag - first]).count());
    });
  }
  const Usage before = usage_of(world.server().pid());
  const std::uint64_t own_before = own_cpu_ns();
  const auto began = Clock::now();
  const std::chrono::nanoseconds step(1'000'000'000 / rate_per_s);
  for (std::size_t i = 0; i < total; ++i) {
    const auto due = began + step * static_cast<std::int64_t>(i);
    for (auto now = Clock::now(); now < due; now = Clock::now()) {
      loop.turn(std::chrono::duration_cast<std::chrono::microseconds>(due - now));
    }
    const std::size_t who = i % talks.size();
    // From when it was due: a generator that falls behind must not hide the waiting.
    sent[i] = due;
    talks[who].supporter->say(world.pairs()[who].circle, world.pairs()[who].epoch, first + i);
  }
  const bool all = loop.run_until([&] { return took_ns.size() >= total; }, kPatience);
  const double lasted_s = std::chrono::duration<double>(Clock::now() - began).count();
  const Usage after = usage_of(world.server().pid());
  if (!all) throw std::runtime_error("not everything was delivered in time");
  std::ranges::sort(took_ns);
  print({{"bench", "online"},
         {"rate_per_s", rate_per_s},
         {"messages", total},
         {"payload_bytes", kPayload_bytes},
         {"p50_us", quantile_us(took_ns, 0.50)},
         {"p99_us", quantile_us(took_ns, 0.99)},
         {"max_us", quantile_us(took_ns, 1.0)},
         {"server_cpu_us_per_message",
          static_cast<double>(after.cpu_ns - before.cpu_ns) / 1000.0 / static_cast<double>(total)},
         {"client_cpu_us_per_message",
          static_cast<double>(own_cpu_ns() - own_before) / 1000.0 / static_cast<double>(total)},
         {"client_cpu_share", static_cast<double>(own_cpu_ns() - own_before) / 1e9 / lasted_s}});
}

}  // namespace

void run_online(const Options& options) {
  const std::size_t seconds = options.seconds != 0 ? options.seconds : 10;
  World world(options.binary, kPairs, 0);
  world.start();
  Loop loop;
  const TlsContext tls = client_tls();
  std::vector<Talk> talks(kPairs);
  for (std::size_t i = 0; i < kPairs; ++i) {
    const Pair& pair = world.pairs()[i];
    talks[i].supporter = std::make_unique<Person>(loop, tls.get(), world.server().port(), pair.supporter);
    talks[i].parent = std::make_unique<Person>(loop, tls.get(), world.server().port(), pair.parent);
    // The sender's own copies are acknowledged as well, a few at a time, as a client does.
    talks[i].supporter->acknowledge_every(8);
  }
  const auto ready = [&] {
    return std::ranges::all_of(talks, [](const Talk& t) { return t.supporter->active() && t.parent->active(); });
  };
  if (!loop.run_until(ready, kPatience)) throw std::runtime_error("not everybody could log in");
  // Warm caches first; not reported apart from the numbers that follow.
  std::vector<std::size_t> rates{500, 2000};
  if (options.rate_per_s != 0) rates = {options.rate_per_s};
  std::size_t first = 0;
  for (const std::size_t rate : rates) {
    run_at(world, talks, loop, rate, seconds, first);
    first += rate * seconds;
  }
}

}  // namespace bredvid::load
