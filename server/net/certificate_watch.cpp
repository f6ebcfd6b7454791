#include "server/net/certificate_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>

#include "server/base/log.h"
#include "server/base/metrics.h"

namespace bredvid::net {
namespace {

/// ACME clients renew a third of the lifetime before the end, 30 days for the usual 90: with 14 left something is
/// wrong.
constexpr std::int64_t kEndsSoon_days = 14;
constexpr std::int64_t kSpeakEvery_ms = 24LL * 60 * 60 * 1000;

std::int64_t steady_ms() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

}  // namespace

OperatorResult<std::unique_ptr<CertificateWatch>> CertificateWatch::load(CertificateFiles files) {
  const auto bytes = CertificateBytes::read(files);
  if (!bytes) return std::unexpected(bytes.error());
  auto tickets = TicketKeyRing::make();
  auto context = make_tls_context(*bytes, files, tickets);
  if (!context) return std::unexpected(context.error());
  return std::make_unique<CertificateWatch>(std::move(files), std::move(tickets), *std::move(context),
                                            bytes->fingerprint());
}

CertificateWatch::CertificateWatch(CertificateFiles files, std::shared_ptr<TicketKeyRing> tickets, TlsContext first,
                                   CertificateBytes::Fingerprint used)
    : files_(std::move(files)),
      tickets_(std::move(tickets)),
      slot_(std::move(first.context)),
      dates_(first.dates),
      used_(used),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

CertificateWatch::~CertificateWatch() {
  stop();
  ::close(wake_);
}

void CertificateWatch::start(Now_s now_s) {
  now_s_ = std::move(now_s);
  metrics::server().certificate_not_after_s.set(dates_.not_after_s);
  speak_of_dates();
  folders_.watch({files_.certificate, files_.key});
  thread_ = std::thread([this] { run(); });
}

void CertificateWatch::look_now() {
  asked_ = true;
  static_cast<void>(::eventfd_write(wake_, 1));
}

void CertificateWatch::stop() {
  stopping_ = true;
  static_cast<void>(::eventfd_write(wake_, 1));
  if (thread_.joinable()) thread_.join();
}

void CertificateWatch::run() {
  CertificatePlan plan(steady_ms());
  // A change between the first load and the watch's beginning would be seen by nobody: look once.
  plan.changed(steady_ms());
  std::int64_t spoken_ms = steady_ms();
  while (!stopping_) {
    pollfd waiting[2] = {{wake_, POLLIN, 0}, {folders_.descriptor(), POLLIN, 0}};
    ::poll(waiting, 2, static_cast<int>(plan.wait_ms(steady_ms())));
    eventfd_t ignored = 0;
    static_cast<void>(::eventfd_read(wake_, &ignored));
    if (stopping_) return;
    if (folders_.drain()) plan.changed(steady_ms());
    if (asked_.exchange(false)) plan.asked();
    if (plan.wait_ms(steady_ms()) > 0) continue;
    // Before looking: a change during the look is a change after it.
    plan.looked(steady_ms());
    folders_.watch({files_.certificate, files_.key});
    look();
    if (steady_ms() - spoken_ms < kSpeakEvery_ms) continue;
    spoken_ms = steady_ms();
    speak_of_dates();
  }
}

void CertificateWatch::look() {
  const auto bytes = CertificateBytes::read(files_);
  if (!bytes) return refuse(bytes.error().code, std::nullopt);
  const auto fingerprint = bytes->fingerprint();
  if (used_ == fingerprint) {
    refused_.reset();
    return;
  }
  // Also what was refused before: a certificate of tomorrow is good tomorrow.
  auto next = make_tls_context(*bytes, files_, tickets_);
  if (!next) return refuse(next.error().code, fingerprint);
  if (!may_replace(dates_, next->dates, now_s_())) return refuse(ErrorCode::cert_not_valid, fingerprint);
  used_ = fingerprint;
  refused_.reset();
  take(*std::move(next));
}

/// Once for each state of the files: a look a minute must not fill the log.
void CertificateWatch::refuse(ErrorCode code, std::optional<CertificateBytes::Fingerprint> what) {
  const Refused now{code, what};
  if (refused_ == now) return;
  refused_ = now;
  metrics::server().certificate_refusals.add();
  log::write(log::Level::error, "certificate_refused", {{"code", code}});
}

void CertificateWatch::take(TlsContext next) {
  slot_.put(std::move(next.context));
  dates_ = next.dates;
  // A device that resumes is not shown the certificate: whoever comes now is to see the new one.
  tickets_->forget();
  metrics::server().certificate_not_after_s.set(dates_.not_after_s);
  metrics::server().certificate_reloads.add();
  log::write(log::Level::info, "certificate_reloaded", {{"days_left", dates_.days_left(now_s_())}});
  speak_of_dates();
}

void CertificateWatch::speak_of_dates() {
  const std::int64_t now = now_s_();
  const std::int64_t days = dates_.days_left(now);
  if (now > dates_.not_after_s) {
    log::write(log::Level::error, "certificate_expired", {{"days_left", days}});
  } else if (now < dates_.not_before_s) {
    log::write(log::Level::error, "certificate_not_valid_yet", {{"days_left", days}});
  } else if (days < kEndsSoon_days) {
    log::write(log::Level::warning, "certificate_ends_soon", {{"days_left", days}});
  }
}

}  // namespace bredvid::net
