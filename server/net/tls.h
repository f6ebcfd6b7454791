// The server's TLS context: TLS 1.3 only, one certificate chain and its key, both PEM.
//
// Resumption by stateless tickets (ticket_keys.h), always with a fresh (EC)DHE exchange (psk_dhe_ke), one ticket a
// handshake; nothing is kept for a connection that has gone. No early data, ever: it can be replayed.
// Groups: the three that every browser has. A stranger may not make us compute in ffdhe8192.
#pragma once

#include <openssl/ssl.h>

#include "server/base/shared_slot.h"
#include "server/net/certificate.h"
#include "server/net/operator_error.h"
#include "server/net/ticket_keys.h"

#include <memory>

namespace bredvid::net {

struct TlsContext {
  std::shared_ptr<SSL_CTX> context;
  CertificateDates dates;
};

/// Errors: cert_unreadable (not PEM, or the key needs a passphrase), cert_mismatch. The subject is a file's name out of
/// `files`; the ring lives as long as any connection of the context.
[[nodiscard]] OperatorResult<TlsContext> make_tls_context(const CertificateBytes& bytes, const CertificateFiles& files,
                                                          std::shared_ptr<TicketKeyRing> tickets);

/// The context for new connections; old ones keep theirs until they end. Thread-safe.
class TlsSlot {
 public:
  explicit TlsSlot(std::shared_ptr<SSL_CTX> first) : context_(std::move(first)) {}
  [[nodiscard]] std::shared_ptr<SSL_CTX> current() const { return context_.load(); }
  void put(std::shared_ptr<SSL_CTX> next) { context_.store(std::move(next)); }

 private:
  SharedSlot<SSL_CTX> context_;
};

}  // namespace bredvid::net
