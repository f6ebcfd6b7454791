#include "server/net/server.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <vector>

#include "server/base/log.h"
#include "server/net/http_connection.h"
#include "server/net/listener.h"
#include "server/net/open_files.h"
#include "server/net/tls.h"

namespace bredvid::net {
namespace {

std::size_t loop_count(std::size_t wanted) {
  if (wanted == 0) wanted = std::thread::hardware_concurrency() / kProcessorsPerLoop;
  return std::clamp<std::size_t>(wanted, 1, kMaxLoops);
}

Limits within_open_files(Limits limits) {
  const std::size_t open_files = raise_open_files();
  const std::size_t fitting = connections_for(open_files, limits.connections);
  if (fitting < limits.connections) {
    log::write(log::Level::warning, "open_files_limit_connections",
               {{"open_files", std::uint64_t{open_files}}, {"connections", std::uint64_t{fitting}}});
  }
  limits.connections = fitting;
  return limits;
}

/// A loop with what belongs to it. Its sessions refer to all of this: the loop, which owns them, is destroyed first.
struct Floor {
  Floor(Loop& its_loop, Census& connections, Census& websockets, const StaticSite& site, const Services& services,
        Bus& bus, TlsSource tls)
      : gate(its_loop), around{its_loop, gate, connections, websockets, site, services, bus, std::move(tls)} {}
  HandshakeGate gate;
  Surroundings around;
};

class RunningServer final : public Server {
 public:
  RunningServer(asio::ssl::context tls, StaticSite site, const ServerOptions& options)
      : limits_(within_open_files(options.limits)), tls_(std::move(tls)), site_(std::move(site)) {
    const std::size_t count = loop_count(options.loops);
    for (std::size_t i = 0; i < count; ++i) loops_.push_back(std::make_unique<Loop>(limits_));
  }

  ~RunningServer() override { stop(); }

  OperatorResult<void> listen(const std::string& address, std::uint16_t port) {
    auto listener = Listener::bind(*loops_.front(), address, port);
    if (!listener) return std::unexpected(listener.error());
    listener_ = *std::move(listener);
    return {};
  }

  void serve(Services services) override {
    services_.emplace(services);
    for (const auto& loop : loops_) {
      floors_.push_back(std::make_unique<Floor>(*loop, connections_, websockets_, site_, *services_, bus_,
                                                [this] { return tls_.native_handle(); }));
    }
    listener_->start([this]() -> Loop& { return next_loop(); },
                     [this](Loop& loop, Socket socket) { accept(loop, std::move(socket), Cover::tls); });
    for (const auto& loop : loops_) threads_.emplace_back([&loop = *loop] { loop.run(); });
  }

  std::uint16_t port() const override { return listener_->port(); }

  void announce_spans(const std::vector<wire::Span>& spans) override { bus_.announce(spans); }

  void stop() override {
    if (threads_.empty()) return;
    stopping_ = true;
    loops_.front()->post([this] { listener_->stop(); });
    for (const auto& loop : loops_) loop->post([&loop = *loop] { loop.stop_members(); });
    constexpr auto patience = kDrainTimeout + 2 * kCloseTimeout;
    if (!connections_.wait_empty(patience)) log::write(log::Level::warning, "connections_cut");
    for (const auto& loop : loops_) loop->end();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  Loop& next_loop() { return *loops_[next_++ % loops_.size()]; }

  Surroundings& around(const Loop& loop) {
    const auto floor = std::ranges::find_if(floors_, [&](const auto& one) { return &one->around.loop == &loop; });
    return (*floor)->around;
  }

  /// On the listener's loop.
  void accept(Loop& loop, Socket socket, Cover cover) {
    if (stopping_) return;
    // Refused before it costs anything: the socket closes with its owner. Said once, not for each of a flood.
    const bool full = connections_.count() >= limits_.connections;
    if (full && !was_full_) log::write(log::Level::warning, "connections_full");
    was_full_ = full;
    if (full) return;
    auto connection =
        std::make_shared<HttpConnection>(std::move(socket), cover, around(loop), Census::Seat(connections_));
    const auto begin = [&loop, connection = std::move(connection)] {
      loop.turn([&] {
        loop.add(connection);
        connection->start();
      });
    };
    if (loop.is_this_thread()) return begin();
    loop.post(begin);
  }

  const Limits limits_;
  std::optional<Services> services_;
  asio::ssl::context tls_;
  StaticSite site_;
  Bus bus_;
  Census connections_;
  Census websockets_;
  std::vector<std::unique_ptr<Floor>> floors_;
  std::vector<std::unique_ptr<Loop>> loops_;  // after what its sessions refer to: destroyed first
  std::shared_ptr<Listener> listener_;        // has its socket on a loop: destroyed before it
  std::vector<std::thread> threads_;
  std::size_t next_ = 0;
  std::atomic<bool> stopping_ = false;
  bool was_full_ = false;
};

}  // namespace

OperatorResult<std::unique_ptr<Server>> Server::prepare(const ServerOptions& options) {
  auto tls = make_tls_context(options.certificate, options.key);
  if (!tls) return std::unexpected(tls.error());
  auto site = StaticSite::load(options.web);
  if (!site) return std::unexpected(site.error());
  auto server = std::make_unique<RunningServer>(*std::move(tls), *std::move(site), options);
  if (auto listening = server->listen(options.address, options.port); !listening)
    return std::unexpected(listening.error());
  return server;
}

}  // namespace bredvid::net
