// What a monitor on this machine may ask: /healthz (the process is alive), /readyz (readiness.h) and /metrics.
//
// Only here, never on the port that people use: a stranger has no business knowing how the server is, and a refused
// handshake there tells a monitor as much as it needs. bind() before the database is touched, start() when serving, and
// destroyed before the store. Thread: one of its own; stopping() on any.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>

#include "server/app/config.h"
#include "server/base/clock.h"
#include "server/domain/store.h"
#include "server/net/local_http.h"
#include "server/net/metrics_text.h"

namespace bredvid::app {

class Monitoring {
 public:
  /// port_in_use, address_bad.
  [[nodiscard]] static OperatorResult<std::unique_ptr<Monitoring>> bind(const Endpoint& endpoint,
                                                                        std::filesystem::path data_folder);

  Monitoring(std::unique_ptr<net::LocalHttp> http, std::filesystem::path data_folder);
  ~Monitoring();
  Monitoring(const Monitoring&) = delete;
  Monitoring& operator=(const Monitoring&) = delete;

  [[nodiscard]] std::uint16_t port() const { return http_->port(); }
  /// `store` and `clock` must outlive this.
  void start(domain::Store& store, const Clock& clock);
  /// From now on /readyz says 503: a proxy sends nobody new.
  void stopping() { stopping_ = true; }

 private:
  std::optional<net::LocalAnswer> answer(std::string_view path);
  [[nodiscard]] net::LocalAnswer ready() const;

  std::unique_ptr<net::LocalHttp> http_;
  std::filesystem::path data_folder_;
  std::atomic<bool> stopping_{false};
  domain::Store* store_ = nullptr;
  const Clock* clock_ = nullptr;
  std::unique_ptr<net::MetricsText> metrics_;
};

}  // namespace bredvid::app
