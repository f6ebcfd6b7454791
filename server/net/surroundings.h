// What the connections of one loop find around them. References: the server keeps them alive until the loop has ended.
#pragma once

#include <openssl/ssl.h>

#include <functional>
#include <memory>
#include <string>

#include "server/net/bus.h"
#include "server/net/census.h"
#include "server/net/handshake_gate.h"
#include "server/net/info_shelf.h"
#include "server/net/loop.h"
#include "server/net/newcomers.h"
#include "server/net/services.h"
#include "server/net/static_site.h"

namespace bredvid::net {

/// The context for the next handshake; it may be another one each time (a renewed certificate). The loop's thread.
using TlsSource = std::function<std::shared_ptr<SSL_CTX>()>;

struct Surroundings {
  Loop& loop;
  HandshakeGate& gate;
  Newcomers& newcomers;
  Census& connections;
  Census& websockets;
  const StaticSite& site;
  const InfoShelf& info;
  const Services& services;
  Bus& bus;
  TlsSource tls;
  /// what Origin must be on a plain connection; empty: https:// and the request's Host
  std::string plain_origin{};
};

}  // namespace bredvid::net
