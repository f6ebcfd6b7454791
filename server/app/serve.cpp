#include <algorithm>
#include <csignal>
#include <ctime>
#include <ostream>

#include "server/app/commands.h"
#include "server/app/control_socket.h"
#include "server/app/monitoring.h"
#include "server/app/operator_work.h"
#include "server/app/programmes.h"
#include "server/base/log.h"
#include "server/net/server.h"

namespace bredvid::app {
namespace {

/// Expiry is counted in days and a release in hours: every five minutes is prompt enough and costs nothing.
constexpr long kMaintenanceInterval_s = 300;

sigset_t our_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  return signals;
}

/// What happens by itself while the server runs. A failure is logged and tried again next time.
void maintain(storage::Storage& store, const Clock& clock, net::Server& server) {
  const auto maintained = ask(store, domain::Maintain{clock.now()});
  if (!maintained) {
    metrics::server().maintenance_failures.add();
    log::write(log::Level::warning, "maintenance_failed", {{"code", maintained.error().code}});
  } else {
    const auto& done = std::get<domain::Maintained>(*maintained);
    if (done.spans_changed) server.announce_spans(done.spans);
    for (const domain::WorkChanged& news : done.queues) server.tell(news);
  }
  std::vector<wire::Span> spans;
  const auto published = publish(store, clock, {}, &spans);
  if (published) {
    log::write(log::Level::info, "published", {{"releases", static_cast<std::uint64_t>(published->releases.size())}});
    server.announce_spans(spans);
  } else if (published.error().code != ErrorCode::nothing_due) {
    metrics::server().maintenance_failures.add();
    log::write(log::Level::warning, "publishing_failed", {{"code", published.error().code}});
  }
}

/// Until SIGTERM or SIGINT. SIGHUP: the operator has new files.
void serve_until_stopped(storage::Storage& store, const Clock& clock, const Pause& pause, net::Server& server) {
  for (;;) {
    maintain(store, clock, server);
    int signal = 0;
    while ((signal = pause(kMaintenanceInterval_s)) == SIGHUP) server.reload();
    if (signal != 0) return;
  }
}

ControlAnswer obey(ControlOrder order, storage::Storage& store, const Clock& clock, net::Server& server) {
  if (auto* slip = std::get_if<SlipOrder>(&order)) return register_slip(store, clock, std::move(*slip));
  std::vector<wire::Span> spans;
  auto done = publish(store, clock, std::get<ReleaseOrder>(order), &spans);
  if (done) server.announce_spans(spans);
  return done;
}

net::ServerOptions server_options(const ServeOptions& options, const Config& config) {
  net::ServerOptions made;
  made.address = options.address.value_or(config.listen_address);
  made.port = options.port.value_or(config.listen_port);
  made.certificate = options.data.resolve(config.certificate);
  made.key = options.data.resolve(config.certificate_key);
  made.web = options.web;
  // Who names an address or a port on the command line wants TLS there, whatever config.json says.
  made.tls = config.listen_tls || options.address || options.port;
  if (config.plain_listen) {
    made.plain_address = config.plain_listen->address;
    made.plain_port = config.plain_listen->port;
    made.plain_origin = config.base_url;
  }
  made.info = info_source(options.data, config);
  return made;
}

/// For whoever starts the server with port 0, or looks for what it listens on.
void say_where(const net::Server& server, const Monitoring* monitoring) {
  const auto say = [](const char* what, std::uint16_t port) {
    if (port != 0) log::operator_note(log::Level::info, what + std::to_string(port));
  };
  say("serving on port ", server.port());
  say("plain listener on port ", server.plain_port());
  say("metrics on port ", monitoring != nullptr ? monitoring->port() : std::uint16_t{0});
}

std::string address_for_people(const net::Server& server, const Config& config) {
  const bool as_configured = server.port() == 0 || server.port() == config.listen_port;
  return as_configured ? config.base_url : "https://localhost:" + std::to_string(server.port());
}

}  // namespace

void block_stop_signals() {
  const sigset_t signals = our_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

int pause_for_signals(long seconds) {
  const sigset_t signals = our_signals();
  const timespec patience{seconds, 0};
  return std::max(0, sigtimedwait(&signals, nullptr, &patience));
}

OperatorResult<void> run_serve(const ServeOptions& options, const Clock& clock, const Pause& pause, std::ostream& out) {
  // 1. Whose folder is this, and what did the operator decide?
  const auto lock = FolderLock::take(options.data);
  if (!lock) return std::unexpected(lock.error());
  const auto config = read_config_file(options.data.config());
  if (!config) return std::unexpected(config.error());
  const auto programmes = load_programmes(options.data.programmes(), *config);
  if (!programmes) return std::unexpected(programmes.error());
  log::set_level(config->log_level);
  // 2. The network, as far as it can fail: whoever connects already waits. The database has not been touched yet.
  std::unique_ptr<storage::Storage> store;  // declared first: it outlives the sessions
  auto server = net::Server::prepare(server_options(options, *config));
  if (!server) return std::unexpected(server.error());
  std::unique_ptr<Monitoring> monitoring;
  if (config->metrics_listen) {
    auto bound = Monitoring::bind(*config->metrics_listen, options.data.root);
    if (!bound) return std::unexpected(bound.error());
    monitoring = *std::move(bound);
  }
  // 3. The database.
  auto opened = open_database(options.data, *config, storage::OpenMode::existing);
  if (!opened) return std::unexpected(opened.error());
  store = *std::move(opened);
  if (auto prepared = prepare(*store, clock, *config); !prepared) return prepared;
  auto known = programmes_by_organisation(*store, *config, *programmes);
  if (!known) return std::unexpected(known.error());
  // 4. The operator's own door.
  auto control = ControlListener::open(
      options.data, [&](ControlOrder order) { return obey(std::move(order), *store, clock, **server); });
  if (!control) return std::unexpected(control.error());
  (*server)->serve(
      {*store, clock, {config->undo_s, passkey_access(config->staff, config->base_url), *std::move(known)}});
  if (monitoring) monitoring->start(*store, clock);
  say_where(**server, monitoring.get());
  out << "Bredvid is ready: " << address_for_people(**server, *config) << std::endl;
  // 5. Until told to stop.
  serve_until_stopped(*store, clock, pause, **server);
  // 6. In the opposite order: nobody new, sessions drained, everything on disk.
  log::operator_note(log::Level::info, "stopping");
  if (monitoring) monitoring->stopping();
  control->reset();
  (*server)->stop();
  monitoring.reset();
  store->close();
  log::operator_note(log::Level::info, "stopped");
  return {};
}

}  // namespace bredvid::app
