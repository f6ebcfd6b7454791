// The network half of `bredvid serve`: listens, serves the web client, runs the sessions, stops in order.
//
// prepare() (everything that can fail; clients that connect wait) -> serve() -> running on its own threads ->
// stop() (blocks until drained, bounded) -> destructor. The services must outlive the destructor; the store may
// be closed between stop() and it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "server/net/info_pages.h"
#include "server/net/limits.h"
#include "server/net/operator_error.h"
#include "server/net/services.h"

namespace bredvid::net {

struct ServerOptions {
  std::string address;
  /// 0: the system chooses one
  std::uint16_t port = 0;
  std::filesystem::path certificate;
  std::filesystem::path key;
  /// the built web client
  std::filesystem::path web;
  /// network threads; 0: by the number of processors
  std::size_t loops = 0;
  Limits limits{};
  /// false: no TLS listener and no certificate; people come through a proxy
  bool tls = true;
  /// HTTP without TLS for a proxy on this machine; a loopback address, empty: none
  std::string plain_address{};
  std::uint16_t plain_port = 0;
  /// what a browser's Origin must be there: the address that people use. The Host that a proxy sends may be anything.
  std::string plain_origin{};
  /// the organisations' information pages
  InfoSource info{};
};

class Server {
 public:
  virtual ~Server() = default;

  /// cert_unreadable, cert_mismatch, static_missing, io_failed, port_in_use, address_bad.
  [[nodiscard]] static OperatorResult<std::unique_ptr<Server>> prepare(const ServerOptions& options);

  /// Takes connections from now on. Call once.
  virtual void serve(Services services) = 0;
  /// 0: there is no such listener
  [[nodiscard]] virtual std::uint16_t port() const = 0;
  [[nodiscard]] virtual std::uint16_t plain_port() const = 0;
  /// Tells every connection that is logged in. Any thread.
  virtual void announce_spans(const std::vector<wire::Span>& spans) = 0;
  /// What time alone has changed in an organisation.
  virtual void tell(const domain::WorkChanged& news) = 0;
  /// Looks at the certificate's files and the information pages at once (they are watched anyway). Any thread.
  virtual void reload() = 0;
  /// Accepts nothing more, lets every session finish as session.h says, joins the threads. Idempotent.
  virtual void stop() = 0;
};

}  // namespace bredvid::net
