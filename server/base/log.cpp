#include "server/base/log.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "server/base/log_limit.h"

namespace bredvid::log {
namespace {

constexpr const char* kPattern = "%Y-%m-%dT%H:%M:%S %l %v";

/// Hands each line to a function; for tests.
class CallbackSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit CallbackSink(void (*target)(std::string_view)) : target_(target) {}

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    target_(std::string_view(message.payload.data(), message.payload.size()));
  }
  void flush_() override {}

  void (*target_)(std::string_view);
};

std::shared_ptr<spdlog::logger>& logger() {
  static std::shared_ptr<spdlog::logger> instance = [] {
    auto made = std::make_shared<spdlog::logger>("bredvid", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern(kPattern);
    return made;
  }();
  return instance;
}

spdlog::level::level_enum spd(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      break;
  }
  return spdlog::level::err;
}

std::string text(const std::variant<std::int64_t, std::uint64_t, ErrorCode>& value) {
  struct Visitor {
    std::string operator()(std::int64_t n) const { return std::to_string(n); }
    std::string operator()(std::uint64_t n) const { return std::to_string(n); }
    std::string operator()(ErrorCode code) const { return std::string(name(code)); }
  };
  return std::visit(Visitor{}, value);
}

LineLimit::Verdict verdict_on(const char* event) {
  static std::mutex mutex;
  static LineLimit limit;
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  const std::scoped_lock lock(mutex);
  return limit.next(event, std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

}  // namespace

void write(Level level, Literal event, std::initializer_list<Field> fields) {
  if (!logger()->should_log(spd(level))) return;
  const LineLimit::Verdict verdict = verdict_on(event.view().data());
  if (!verdict.write) return;
  std::string line(event.view());
  if (verdict.left_out > 0) line.append(" left_out=").append(std::to_string(verdict.left_out));
  for (const Field& field : fields) line.append(" ").append(field.key.view()).append("=").append(text(field.value));
  logger()->log(spd(level), line);
}

void operator_note(Level level, std::string_view sentence) {
  logger()->log(spd(level), sentence);
}

void set_level(Level level) {
  logger()->set_level(spd(level));
}

void set_sink(void (*sink)(std::string_view line)) {
  auto& sinks = logger()->sinks();
  sinks.clear();
  if (sink == nullptr) {
    sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
  } else {
    sinks.push_back(std::make_shared<CallbackSink>(sink));
  }
  logger()->set_pattern(kPattern);
}

}  // namespace bredvid::log
