// TLS without a helper's good manners: bytes in, bytes out, any protocol version.
#pragma once

#include <cstdint>
#include <string>

namespace bredvid::support {

struct Exchange {
  bool handshake = false;
  std::string protocol;  ///< for example TLSv1.3
  std::string answer;    ///< until the server closes, or the header's Content-Length is there
};

/// Sends `request` as it stands. `max_version`: an OpenSSL constant, 0 for any.
[[nodiscard]] Exchange exchange(std::uint16_t port, const std::string& request, int max_version = 0);

/// The value of a header, or "".
[[nodiscard]] std::string header(const std::string& answer, const std::string& name);
/// 0: not an HTTP answer.
[[nodiscard]] int status(const std::string& answer);
[[nodiscard]] std::string body(const std::string& answer);

}  // namespace bredvid::support
