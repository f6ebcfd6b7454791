// The server restarts, and everybody comes back at once.
#include <csignal>

#include "tests/load/person.h"
#include "tests/load/scenarios.h"

namespace bredvid::load {
namespace {

constexpr std::chrono::minutes kPatience{2};

// One person's tries until one succeeds, as a client without its waiting times.
struct Returning {
  const support::Device* device = nullptr;
  std::unique_ptr<Person> person;
  std::size_t tries = 0;
};

std::size_t come_back(std::vector<Returning>& all, Loop& loop, SSL_CTX* tls, std::uint16_t port) {
  std::size_t tries = 0;
  const auto done = [&] {
    bool everybody = true;
    for (Returning& one : all) {
      if (one.person && one.person->active() && !one.person->failed()) continue;
      everybody = false;
      if (one.person && !one.person->failed()) continue;
      one.person = std::make_unique<Person>(loop, tls, port, *one.device);
      ++tries;
    }
    return everybody;
  };
  if (!loop.run_until(done, kPatience)) throw std::runtime_error("not everybody came back in time");
  return tries;
}

}  // namespace

void run_reconnect(const Options& options) {
  const std::size_t count = options.clients != 0 ? options.clients : 2000;
  World world(options.binary, 0, count);
  world.start();
  Loop loop;
  const TlsContext tls = client_tls();
  std::vector<Returning> all(count);
  for (std::size_t i = 0; i < count; ++i) all[i].device = &world.loners()[i];
  (void)come_back(all, loop, tls.get(), world.server().port());

  world.server().stop(SIGKILL);
  for (Returning& one : all) one.person.reset();
  const auto began = Clock::now();
  world.start();
  const double ready_s = std::chrono::duration<double>(Clock::now() - began).count();
  const Usage before = usage_of(world.server().pid());
  const std::size_t tries = come_back(all, loop, tls.get(), world.server().port());
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  const Usage after = usage_of(world.server().pid());
  print(
      {{"bench", "reconnect"},
       {"clients", count},
       {"ready_seconds", ready_s},
       {"seconds", seconds},
       {"refused", tries - count},
       {"cpu_ms_per_handshake", static_cast<double>(after.cpu_ns - before.cpu_ns) / 1e6 / static_cast<double>(count)}});
}

}  // namespace bredvid::load
