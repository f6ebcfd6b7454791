// A small plain HTTP listener for programs on this machine: /healthz, /readyz and /metrics.
//
// GET only, one request a connection, a bounded number of connections (limits.h). It answers requests whose Host is
// this machine alone: a web page in a browser on this machine that makes its own name point here (DNS rebinding) gets
// nothing. Runs on one thread of its own, so that it answers while the others are busy; the handler is called on it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/net/operator_error.h"

namespace bredvid::net {

struct LocalAnswer {
  unsigned status = 200;
  std::string body;
  std::string_view type = "text/plain; charset=utf-8";
};

class LocalHttp {
 public:
  /// The path without its query. Nothing: 404. May block for a moment; others wait for it.
  using Handler = std::function<std::optional<LocalAnswer>(std::string_view path)>;

  virtual ~LocalHttp() = default;
  /// REQUIRES: is_loopback(address). port_in_use, address_bad.
  [[nodiscard]] static OperatorResult<std::unique_ptr<LocalHttp>> bind(const std::string& address, std::uint16_t port);

  [[nodiscard]] virtual std::uint16_t port() const = 0;
  /// Call once.
  virtual void start(Handler handler) = 0;
  /// Idempotent; joins the thread.
  virtual void stop() = 0;
};

}  // namespace bredvid::net
