// When the certificate's files are to be looked at: after a change has settled, now and then anyway, or at once.
//
// An ACME client writes a certificate and its key one after the other, or renames, or switches a link: looking in the
// middle would find a pair that does not fit. Pure: time comes in, in milliseconds of a steady clock.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace bredvid::net {

/// After the last change in a folder. A client that needs longer between two files is caught by the next look.
inline constexpr std::int64_t kCertificateQuiet_ms = 1000;
/// Changes that never end (another program works in that folder) must not keep us from looking.
inline constexpr std::int64_t kCertificateLongestWait_ms = 10'000;
/// Without any change noticed: links higher up, network file systems and lost events are found by this.
inline constexpr std::int64_t kCertificateLookEvery_ms = 60'000;

class CertificatePlan {
 public:
  explicit CertificatePlan(std::int64_t now_ms) : looked_ms_(now_ms) {}

  void changed(std::int64_t now_ms) {
    last_change_ms_ = now_ms;
    if (!first_change_ms_) first_change_ms_ = now_ms;
  }
  void asked() { asked_ = true; }
  void looked(std::int64_t now_ms) {
    looked_ms_ = now_ms;
    asked_ = false;
    first_change_ms_.reset();
  }

  /// How long nothing needs to be done; 0: look now.
  [[nodiscard]] std::int64_t wait_ms(std::int64_t now_ms) const {
    if (asked_) return 0;
    std::int64_t due = looked_ms_ + kCertificateLookEvery_ms;
    if (first_change_ms_) {
      due = std::min({due, last_change_ms_ + kCertificateQuiet_ms, *first_change_ms_ + kCertificateLongestWait_ms});
    }
    return std::max<std::int64_t>(0, due - now_ms);
  }

 private:
  std::int64_t looked_ms_;
  std::int64_t last_change_ms_ = 0;
  std::optional<std::int64_t> first_change_ms_;
  bool asked_ = false;
};

}  // namespace bredvid::net
