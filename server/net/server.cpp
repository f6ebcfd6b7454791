#include "server/net/server.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <vector>

#include "server/base/log.h"
#include "server/base/metrics.h"
#include "server/net/certificate_watch.h"
#include "server/net/http_connection.h"
#include "server/net/info_shelf.h"
#include "server/net/listener.h"
#include "server/net/loopback.h"
#include "server/net/open_files.h"

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
  Floor(Loop& its_loop, Census& connections, Census& websockets, const StaticSite& site, const InfoShelf& info,
        const Services& services, Bus& bus, TlsSource tls, std::string plain_origin)
      : gate(its_loop),
        around{its_loop,
               gate,
               newcomers,
               connections,
               websockets,
               site,
               info,
               services,
               bus,
               std::move(tls),
               std::move(plain_origin)} {}
  HandshakeGate gate;
  Newcomers newcomers;
  Surroundings around;
};

class RunningServer final : public Server {
 public:
  /// `certificate`: null without TLS.
  RunningServer(std::unique_ptr<CertificateWatch> certificate, StaticSite site, const ServerOptions& options)
      : limits_(within_open_files(options.limits)),
        certificate_(std::move(certificate)),
        site_(std::move(site)),
        info_(options.info),
        plain_origin_(options.plain_origin) {
    const std::size_t count = loop_count(options.loops);
    for (std::size_t i = 0; i < count; ++i) loops_.push_back(std::make_unique<Loop>(limits_));
  }

  ~RunningServer() override { stop(); }

  OperatorResult<void> listen(Cover cover, const std::string& address, std::uint16_t port) {
    auto listener = Listener::bind(*loops_.front(), address, port);
    if (!listener) return std::unexpected(listener.error());
    doors_.push_back({cover, *std::move(listener)});
    return {};
  }

  void serve(Services services) override {
    services_.emplace(services);
    for (const auto& loop : loops_) {
      floors_.push_back(std::make_unique<Floor>(
          *loop, connections_, websockets_, site_, info_, *services_, bus_,
          [this] { return certificate_->slot().current(); }, plain_origin_));
    }
    if (certificate_) certificate_->start([&clock = services.clock] { return clock.now().seconds(); });
    info_.start();
    for (const Door& door : doors_) {
      door.listener->start(
          [this]() -> Loop& { return next_loop(); },
          [this, cover = door.cover](Loop& loop, Socket socket) { accept(loop, std::move(socket), cover); });
    }
    for (const auto& loop : loops_) threads_.emplace_back([&loop = *loop] { loop.run(); });
  }

  std::uint16_t port() const override { return port_of(Cover::tls); }
  std::uint16_t plain_port() const override { return port_of(Cover::plain); }

  void announce_spans(const std::vector<wire::Span>& spans) override { bus_.announce(spans); }
  void tell(const domain::WorkChanged& news) override { bus_.tell(std::make_shared<const domain::WorkChanged>(news)); }

  void reload() override {
    if (certificate_) certificate_->look_now();
    info_.look_now();
  }

  void stop() override {
    if (threads_.empty()) return;
    stopping_ = true;
    if (certificate_) certificate_->stop();
    info_.stop();
    loops_.front()->post([this] {
      for (const Door& door : doors_) door.listener->stop();
    });
    for (const auto& loop : loops_) loop->post([&loop = *loop] { loop.stop_members(); });
    constexpr auto patience = kDrainTimeout + 2 * kCloseTimeout;
    if (!connections_.wait_empty(patience)) log::write(log::Level::warning, "connections_cut");
    for (const auto& loop : loops_) loop->end();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  struct Door {
    Cover cover;
    std::shared_ptr<Listener> listener;
  };

  std::uint16_t port_of(Cover cover) const {
    const auto door = std::ranges::find(doors_, cover, &Door::cover);
    return door == doors_.end() ? std::uint16_t{0} : door->listener->port();
  }

  Loop& next_loop() { return *loops_[next_++ % loops_.size()]; }

  Surroundings& around(const Loop& loop) {
    const auto floor = std::ranges::find_if(floors_, [&](const auto& one) { return &one->around.loop == &loop; });
    return (*floor)->around;
  }

  /// On the listener's loop.
  void accept(Loop& loop, Socket socket, Cover cover) {
    if (stopping_) return;
    const bool full = connections_.count() >= limits_.connections;
    // Said once, not for each of a flood.
    if (full && !was_full_) log::write(log::Level::warning, "connections_full");
    was_full_ = full;
    // Counted from here on: a flood for another loop is not more than its limit before that loop looks.
    auto begin = [this, &loop, cover, full, socket = std::move(socket), seat = Census::Seat(connections_)]() mutable {
      if (stopping_) return;  // its loop has told its members already
      loop.turn([&] {
        if (full) metrics::server().connections_refused.add();
        // Refused before it costs anything: the socket closes with its owner.
        if (full && !around(loop).newcomers.let_one_go(Stage::handshake)) return;
        const auto connection =
            std::make_shared<HttpConnection>(std::move(socket), cover, around(loop), std::move(seat));
        loop.add(connection);
        connection->start();
      });
    };
    if (loop.is_this_thread()) return begin();
    loop.post(std::move(begin));
  }

  const Limits limits_;
  std::optional<Services> services_;
  std::unique_ptr<CertificateWatch> certificate_;
  StaticSite site_;
  InfoShelf info_;
  std::string plain_origin_;
  Bus bus_;
  Census connections_;
  Census websockets_;
  std::vector<std::unique_ptr<Floor>> floors_;
  std::vector<std::unique_ptr<Loop>> loops_;  // after what its sessions refer to: destroyed first
  std::vector<Door> doors_;                   // have their sockets on a loop: destroyed before it
  std::vector<std::thread> threads_;
  std::size_t next_ = 0;
  std::atomic<bool> stopping_ = false;
  bool was_full_ = false;
};

}  // namespace

OperatorResult<std::unique_ptr<Server>> Server::prepare(const ServerOptions& options) {
  std::unique_ptr<CertificateWatch> certificate;
  if (options.tls) {
    auto loaded = CertificateWatch::load({options.certificate, options.key});
    if (!loaded) return std::unexpected(loaded.error());
    certificate = *std::move(loaded);
  }
  auto site = StaticSite::load(options.web);
  if (!site) return std::unexpected(site.error());
  auto server = std::make_unique<RunningServer>(std::move(certificate), *std::move(site), options);
  if (options.tls) {
    if (auto open = server->listen(Cover::tls, options.address, options.port); !open)
      return std::unexpected(open.error());
  }
  if (!options.plain_address.empty()) {
    if (!is_loopback(options.plain_address)) return operator_fail(ErrorCode::address_bad, options.plain_address);
    if (auto open = server->listen(Cover::plain, options.plain_address, options.plain_port); !open)
      return std::unexpected(open.error());
  }
  return server;
}

}  // namespace bredvid::net
