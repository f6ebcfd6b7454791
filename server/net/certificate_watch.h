// Takes over a renewed certificate without dropping a connection.
//
// A thread of its own watches the folders, looks when certificate_plan.h says so, checks the new pair (it fits, it is
// not worse than the present one: certificate.h) and puts it into the TlsSlot for new handshakes. A bad pair changes
// nothing and is logged once. Says loudly, at the start and daily, that a certificate ends soon or has ended; the
// server goes on all the same: whether to talk to it is the browser's decision, and parents must not be locked out by
// us.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "server/net/certificate_plan.h"
#include "server/net/folder_watch.h"
#include "server/net/tls.h"

namespace bredvid::net {

class CertificateWatch {
 public:
  using Now_s = std::function<std::int64_t()>;

  /// What the server starts with. cert_unreadable, cert_mismatch; never because of dates.
  [[nodiscard]] static OperatorResult<std::unique_ptr<CertificateWatch>> load(CertificateFiles files);

  CertificateWatch(CertificateFiles files, std::shared_ptr<TicketKeyRing> tickets, TlsContext first,
                   CertificateBytes::Fingerprint used);
  ~CertificateWatch();
  CertificateWatch(const CertificateWatch&) = delete;
  CertificateWatch& operator=(const CertificateWatch&) = delete;

  [[nodiscard]] const TlsSlot& slot() const { return slot_; }
  /// `now_s`: the wall clock, in seconds since 1970; called on the watch's thread. Call once.
  void start(Now_s now_s);
  /// Look at once. Any thread.
  void look_now();
  /// Idempotent.
  void stop();

 private:
  /// `what`: nothing when it could not be read
  struct Refused {
    ErrorCode code{ErrorCode::internal};
    std::optional<CertificateBytes::Fingerprint> what;
    friend bool operator==(const Refused&, const Refused&) = default;
  };

  void run();
  void look();
  void refuse(ErrorCode code, std::optional<CertificateBytes::Fingerprint> what);
  void take(TlsContext next);
  void speak_of_dates();

  CertificateFiles files_;
  std::shared_ptr<TicketKeyRing> tickets_;
  TlsSlot slot_;
  CertificateDates dates_;
  CertificateBytes::Fingerprint used_;
  std::optional<Refused> refused_;
  Now_s now_s_;
  FolderWatch folders_;
  int wake_;  // an eventfd
  std::atomic<bool> asked_{false};
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace bredvid::net
