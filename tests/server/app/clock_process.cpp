#include "tests/server/app/clock_process.h"

#include <sodium.h>

#include <csignal>
#include <iostream>

#include "server/app/command_line.h"
#include "server/app/commands.h"

namespace bredvid::support {
namespace {

class OffsetClock final : public Clock {
 public:
  explicit OffsetClock(std::int64_t offset_s) : offset_s_(offset_s) {}
  [[nodiscard]] Instant now() const override { return SystemClock().now().plus_s(offset_s_); }

 private:
  std::int64_t offset_s_;
};

}  // namespace

ProcessOptions with_clock(std::int64_t offset_s) {
  ProcessOptions options;
  options.instead = [offset_s](const std::vector<std::string>& words) {
    std::signal(SIGPIPE, SIG_IGN);
    app::block_stop_signals();
    if (sodium_init() < 0) return 1;
    std::vector<const char*> pointers;
    for (const std::string& word : words) pointers.push_back(word.c_str());
    const int code = app::run_command_line(static_cast<int>(pointers.size()), pointers.data(), OffsetClock(offset_s),
                                           std::cout, std::cerr);
    std::cout.flush();
    return code;
  };
  return options;
}

}  // namespace bredvid::support
