// The server's TLS context: TLS 1.3 only, one certificate chain and its key, both PEM.
//
// No session tickets: a returning device is not recognisable from its handshake, and no early data exists.
#pragma once

#include "server/net/asio.h"
#include "server/net/operator_error.h"

#include <filesystem>

namespace bredvid::net {

/// Errors: cert_unreadable (either file is missing, not PEM, or the key needs a passphrase), cert_mismatch.
[[nodiscard]] OperatorResult<asio::ssl::context> make_tls_context(const std::filesystem::path& certificate,
                                                                  const std::filesystem::path& key);

}  // namespace bredvid::net
