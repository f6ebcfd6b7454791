// The server's half of WebSocket's opening handshake, RFC 6455 section 4.2. Whether to take it at all, says
// check_upgrade() in http_answer.h. No I/O.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/net/http_answer.h"

namespace bredvid::net {

/// Sec-WebSocket-Accept for a Sec-WebSocket-Key.
[[nodiscard]] std::string websocket_accept(std::string_view key);

/// True: the key is sixteen bytes in base64 and the version is 13.
[[nodiscard]] bool has_websocket_key(const Request& request);

/// The whole 101 answer, security headers included, as it goes out.
[[nodiscard]] std::vector<std::uint8_t> upgrade_answer(const Request& request);

}  // namespace bredvid::net
