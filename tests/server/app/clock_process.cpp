#include "tests/server/app/clock_process.h"

#include <sodium.h>

#include <csignal>
#include <fstream>
#include <iostream>
#include <memory>

#include "server/app/command_line.h"
#include "server/app/commands.h"
#include "server/base/metrics.h"

namespace bredvid::support {
namespace {

class OffsetClock final : public Clock {
 public:
  explicit OffsetClock(std::int64_t offset_s) : offset_s_(offset_s) {}
  [[nodiscard]] Instant now() const override { return SystemClock().now().plus_s(offset_s_); }

 private:
  std::int64_t offset_s_;
};

/// The offset stands in a file, so that a test can move a running server's time.
class FileClock final : public Clock {
 public:
  explicit FileClock(std::filesystem::path file) : file_(std::move(file)) {}
  [[nodiscard]] Instant now() const override {
    std::int64_t offset_s = 0;
    std::ifstream(file_) >> offset_s;
    return SystemClock().now().plus_s(offset_s);
  }

 private:
  std::filesystem::path file_;
};

ProcessOptions with(const std::shared_ptr<const Clock>& clock) {
  ProcessOptions options;
  options.instead = [clock](const std::vector<std::string>& words) {
    std::signal(SIGPIPE, SIG_IGN);
    app::block_stop_signals();
    if (sodium_init() < 0) return 1;
    // This child is the test's own process once more, with all that servers inside of it have counted.
    std::destroy_at(&metrics::server());
    std::construct_at(&metrics::server());
    std::vector<const char*> pointers;
    for (const std::string& word : words) pointers.push_back(word.c_str());
    const int code =
        app::run_command_line(static_cast<int>(pointers.size()), pointers.data(), *clock, std::cout, std::cerr);
    std::cout.flush();
    return code;
  };
  return options;
}

}  // namespace

ProcessOptions with_clock(std::int64_t offset_s) {
  return with(std::make_shared<OffsetClock>(offset_s));
}

ProcessOptions with_clock_file(const std::filesystem::path& file) {
  return with(std::make_shared<FileClock>(file));
}

}  // namespace bredvid::support
