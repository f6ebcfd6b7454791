#include "server/base/log.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>
#include <string>

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

}  // namespace

void write(Level level, Literal event, std::initializer_list<Field> fields) {
  if (!logger()->should_log(spd(level))) return;
  std::string line(event.view());
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
