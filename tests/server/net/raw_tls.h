// TLS without a helper's good manners: bytes in, bytes out, any protocol version.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace bredvid::support {

struct Exchange {
  bool handshake = false;
  std::string protocol;  ///< for example TLSv1.3
  std::string answer;    ///< until the server closes, or the header's Content-Length is there
};

/// Sends `request` as it stands. `max_version`: an OpenSSL constant, 0 for any.
[[nodiscard]] Exchange exchange(std::uint16_t port, const std::string& request, int max_version = 0);

/// The certificate that a new connection is shown, in PEM; "" without one.
[[nodiscard]] std::string leaf_pem(std::uint16_t port);

struct Resumption {
  bool first_resumed = false;
  bool second_resumed = false;
};
/// Connects, takes a ticket, runs `between`, and comes back with it. `later_port`: where, when it is somewhere else.
[[nodiscard]] Resumption resume(std::uint16_t port, const std::function<void()>& between = {},
                                const std::function<std::uint16_t()>& later_port = {});

/// Plain HTTP, without TLS, to a local listener: bytes in, bytes out.
[[nodiscard]] std::string plain_exchange(std::uint16_t port, const std::string& request);

/// The value of a header, or "".
[[nodiscard]] std::string header(const std::string& answer, const std::string& name);
/// 0: not an HTTP answer.
[[nodiscard]] int status(const std::string& answer);
[[nodiscard]] std::string body(const std::string& answer);

}  // namespace bredvid::support
