// A self-signed certificate for localhost, for development and tests: `bredvid init --dev-cert`.
//
// P-256, names localhost, 127.0.0.1 and ::1, good for 397 days (the most that browsers accept). Not an
// authority: it can sign nothing else.
#pragma once

#include <string>

#include "server/net/operator_error.h"

namespace bredvid::app {

struct DevCertificate {
  std::string certificate_pem;
  std::string key_pem;
};

/// When it is good, in days from now.
struct DevCertificateDays {
  /// A machine whose clock is a little behind must still accept it.
  long from = -1;
  long to = 396;
};

/// internal: OpenSSL would not.
[[nodiscard]] OperatorResult<DevCertificate> make_dev_certificate(DevCertificateDays days = {});

}  // namespace bredvid::app
