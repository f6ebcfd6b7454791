// bredvid-load: a load generator that speaks the real wire over TLS to a real server on this machine.
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <map>

#include "tests/load/scenarios.h"

namespace bredvid::load {

void print(const nlohmann::json& line) {
  std::cout << line.dump() << std::endl;
}

}  // namespace bredvid::load

int main(int argc, char** argv) {
  using namespace bredvid::load;
  Options options;
  std::string what;
  const std::map<std::string, void (*)(const Options&)> scenarios{
      {"idle", run_idle},           {"offline", run_offline}, {"online", run_online},
      {"reconnect", run_reconnect}, {"floor", run_floor},     {"slow", run_slow},
      {"malformed", run_malformed}, {"soak", run_soak},       {"storm", run_storm}};
  CLI::App app("Puts load on a bredvid server and measures it; one JSON object a line.");
  app.add_option("scenario", what, "idle, offline, online, reconnect, floor, slow, malformed, soak or storm")
      ->required();
  app.add_option("--server", options.binary, "the bredvid binary")->required()->check(CLI::ExistingFile);
  app.add_option("--clients", options.clients);
  app.add_option("--messages", options.messages);
  app.add_option("--rate", options.rate_per_s);
  app.add_option("--seconds", options.seconds);
  app.add_option("--seed", options.seed);
  app.add_flag("--untimed", options.untimed,
               "slow, malformed: print latencies, judge only what a busy machine does not change");
  CLI11_PARSE(app, argc, argv);
  const auto scenario = scenarios.find(what);
  if (scenario == scenarios.end()) {
    std::fprintf(stderr, "bredvid-load: there is no scenario \"%s\"\n", what.c_str());
    return 2;
  }
  std::signal(SIGPIPE, SIG_IGN);  // a connection that the server closes is a failed client, not our end
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  try {
    scenario->second(options);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bredvid-load: %s\n", error.what());
    return 1;
  }
}
