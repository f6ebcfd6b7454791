#include "server/app/monitoring.h"

#include <sys/statvfs.h>

#include <chrono>
#include <future>

#include "server/app/readiness.h"

namespace bredvid::app {
namespace {

/// A store that needs longer for the smallest question is of no use to people either.
constexpr std::chrono::milliseconds kStorePatience{2000};

bool store_answers(domain::Store& store) {
  // Shared with the completion: it may come after we have stopped waiting.
  auto answered = std::make_shared<std::promise<bool>>();
  auto future = answered->get_future();
  store.submit(domain::ListSpans{},
               [answered](const domain::StoreResult& result) { answered->set_value(result.has_value()); });
  return future.wait_for(kStorePatience) == std::future_status::ready && future.get();
}

std::uint64_t free_bytes(const std::filesystem::path& folder) {
  struct statvfs disk{};
  if (::statvfs(folder.c_str(), &disk) != 0) return 0;
  return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

}  // namespace

OperatorResult<std::unique_ptr<Monitoring>> Monitoring::bind(const Endpoint& endpoint,
                                                             std::filesystem::path data_folder) {
  auto http = net::LocalHttp::bind(endpoint.address, endpoint.port);
  if (!http) return std::unexpected(http.error());
  return std::make_unique<Monitoring>(*std::move(http), std::move(data_folder));
}

Monitoring::Monitoring(std::unique_ptr<net::LocalHttp> http, std::filesystem::path data_folder)
    : http_(std::move(http)), data_folder_(std::move(data_folder)) {}

Monitoring::~Monitoring() {
  http_->stop();
}

void Monitoring::start(domain::Store& store, const Clock& clock) {
  store_ = &store;
  clock_ = &clock;
  metrics_ = std::make_unique<net::MetricsText>(metrics::server(), clock.now(), BREDVID_VERSION);
  http_->start([this](std::string_view path) { return answer(path); });
}

std::optional<net::LocalAnswer> Monitoring::answer(std::string_view path) {
  if (path == "/healthz") return net::LocalAnswer{200, "alive\n"};
  if (path == "/readyz") return ready();
  if (path != "/metrics") return std::nullopt;
  return net::LocalAnswer{200, metrics_->render(clock_->now(), net::read_process_facts()),
                          "text/plain; version=0.0.4; charset=utf-8"};
}

net::LocalAnswer Monitoring::ready() const {
  ReadinessFacts facts;
  facts.stopping = stopping_;
  facts.store_answers = !facts.stopping && store_answers(*store_);
  facts.storage_full = metrics::server().storage_full.value() != 0;
  facts.free_bytes = free_bytes(data_folder_);
  const std::string_view said = readiness(facts);
  return {is_ready(said) ? 200U : 503U, std::string(said) + "\n"};
}

}  // namespace bredvid::app
