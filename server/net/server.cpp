#include "server/net/server.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "server/base/log.h"
#include "server/net/certificate_watch.h"
#include "server/net/http_connection.h"
#include "server/net/limits.h"
#include "server/net/listener.h"

namespace bredvid::net {
namespace {

/// The connections that are open, so that stopping reaches each of them and can wait for the last.
class Connections {
 public:
  /// False: full, or stopping.
  bool add(const std::shared_ptr<HttpConnection>& connection) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || open_.size() >= kMaxConnections) return false;
    open_.emplace(connection.get(), connection);
    return true;
  }

  void remove(const HttpConnection* connection) {
    const std::lock_guard lock(mutex_);
    open_.erase(connection);
    if (open_.empty()) empty_.notify_all();
  }

  /// Asks each to stop and waits for all of them; false: some did not in time.
  bool stop_all(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    for (const auto& [key, weak] : open_) {
      if (const auto connection = weak.lock()) connection->stop();
    }
    return empty_.wait_for(lock, patience, [this] { return open_.empty(); });
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  std::map<const HttpConnection*, std::weak_ptr<HttpConnection>> open_;
  bool stopping_ = false;
};

std::size_t thread_count() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);
}

class RunningServer final : public Server {
 public:
  RunningServer(std::unique_ptr<CertificateWatch> certificate, StaticSite site)
      : certificate_(std::move(certificate)), site_(std::move(site)), io_(static_cast<int>(thread_count())) {}

  ~RunningServer() override { stop(); }

  OperatorResult<void> listen(const std::string& address, std::uint16_t port) {
    auto listener = Listener::bind(io_, address, port);
    if (!listener) return std::unexpected(listener.error());
    listener_ = *std::move(listener);
    return {};
  }

  void serve(Services services) override {
    services_.emplace(services);
    certificate_->start([&clock = services.clock] { return clock.now().seconds(); });
    listener_->start([this](tcp::socket socket) { accept(std::move(socket)); });
    for (std::size_t i = 0; i < thread_count(); ++i) threads_.emplace_back([this] { io_.run(); });
  }

  std::uint16_t port() const override { return listener_->port(); }

  void announce_spans(const std::vector<wire::Span>& spans) override { bus_.announce(spans); }

  void reload_certificate() override { certificate_->look_now(); }

  void stop() override {
    if (threads_.empty()) return;
    certificate_->stop();
    listener_->stop();
    constexpr auto patience = kDrainTimeout + 2 * kCloseTimeout;
    if (!connections_.stop_all(patience)) log::write(log::Level::warning, "connections_cut");
    io_.stop();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  void accept(tcp::socket socket) {
    auto connection =
        std::make_shared<HttpConnection>(std::move(socket), *certificate_->slot().current(), site_, *services_, bus_);
    if (!connections_.add(connection)) {
      log::write(log::Level::warning, "connections_full");
      return;  // the socket closes with its owner
    }
    asio::co_spawn(
        connection->executor(), [connection] { return connection->run(); },
        [this, connection](std::exception_ptr failure) {
          // Its text may quote what a client sent, so it is not logged.
          if (failure) log::write(log::Level::error, "connection_failed");
          connections_.remove(connection.get());
        });
  }

  std::optional<Services> services_;
  std::unique_ptr<CertificateWatch> certificate_;
  StaticSite site_;
  Bus bus_;
  Connections connections_;
  asio::io_context io_;  // after what its handlers refer to: destroyed first
  std::shared_ptr<Listener> listener_;
  std::vector<std::thread> threads_;
};

}  // namespace

OperatorResult<std::unique_ptr<Server>> Server::prepare(const ServerOptions& options) {
  auto certificate = CertificateWatch::load({options.certificate, options.key});
  if (!certificate) return std::unexpected(certificate.error());
  auto site = StaticSite::load(options.web);
  if (!site) return std::unexpected(site.error());
  auto server = std::make_unique<RunningServer>(*std::move(certificate), *std::move(site));
  if (auto listening = server->listen(options.address, options.port); !listening)
    return std::unexpected(listening.error());
  return server;
}

}  // namespace bredvid::net
