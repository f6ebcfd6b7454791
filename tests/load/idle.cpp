// What a connection costs that says nothing.
#include "tests/load/person.h"
#include "tests/load/scenarios.h"

namespace bredvid::load {
namespace {

constexpr std::chrono::minutes kPatience{3};
// Handshakes under way at once: as many as the listen backlog takes without a loss.
constexpr std::size_t kAtOnce = 200;
constexpr std::chrono::seconds kSettle{3};

std::size_t active_among(const std::vector<std::unique_ptr<Person>>& people) {
  return static_cast<std::size_t>(std::ranges::count_if(people, [](const auto& person) { return person->active(); }));
}

}  // namespace

void run_idle(const Options& options) {
  const std::size_t count = options.clients != 0 ? options.clients : 10000;
  World world(options.binary, 0, count);
  world.start();
  Loop loop;
  const TlsContext tls = client_tls();
  const Usage empty = usage_of(world.server().pid());
  std::vector<std::unique_ptr<Person>> people;
  while (people.size() < count) {
    for (std::size_t i = 0; i < kAtOnce && people.size() < count; ++i) {
      people.push_back(std::make_unique<Person>(loop, tls.get(), world.server().port(), world.loners()[people.size()]));
    }
    if (!loop.run_until([&] { return active_among(people) == people.size(); }, kPatience)) {
      throw std::runtime_error("not everybody could log in");
    }
  }
  const auto settled = Clock::now() + kSettle;
  (void)loop.run_until([&] { return Clock::now() > settled; }, kPatience);
  const Usage full = usage_of(world.server().pid());
  print(
      {{"bench", "idle"},
       {"connections", count},
       {"pss_empty_bytes", empty.pss_bytes},
       {"pss_bytes", full.pss_bytes},
       {"pss_per_connection_bytes", static_cast<double>(full.pss_bytes - empty.pss_bytes) / static_cast<double>(count)},
       {"login_cpu_ms_per_connection",
        static_cast<double>(full.cpu_ns - empty.cpu_ns) / 1e6 / static_cast<double>(count)}});
}

}  // namespace bredvid::load
