// Which addresses stay inside of this machine. The plain listener and the metrics are for those alone: neither is
// encrypted.
#pragma once

#include <string_view>

namespace bredvid::net {

/// 127.0.0.0/8 or ::1, written as an address; a name, also "localhost", is none: it may be made to mean anything.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace bredvid::net
