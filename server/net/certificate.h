// A certificate chain and its key as they stand on disk: read once, as bytes, so that what is compared, checked and
// used is the same. No TLS settings here: tls.h.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "server/net/operator_error.h"

namespace bredvid::net {

struct CertificateFiles {
  std::filesystem::path certificate;
  std::filesystem::path key;
};

/// A longer file is no certificate chain.
inline constexpr std::size_t kMaxCertificateBytes = 256 * 1024;

/// The two files' bytes. Move-only; the key's are zeroised.
class CertificateBytes {
 public:
  /// cert_unreadable: one of the two is missing, can't be read, is empty or too large. Both may be of different
  /// renewals.
  [[nodiscard]] static OperatorResult<CertificateBytes> read(const CertificateFiles& files);

  CertificateBytes(CertificateBytes&&) noexcept = default;
  CertificateBytes& operator=(CertificateBytes&&) = delete;
  CertificateBytes(const CertificateBytes&) = delete;
  CertificateBytes& operator=(const CertificateBytes&) = delete;
  ~CertificateBytes();

  [[nodiscard]] const std::string& chain() const { return chain_; }
  [[nodiscard]] const std::string& key() const { return key_; }
  using Fingerprint = std::array<std::uint8_t, 32>;
  /// Over both, to see whether anything has changed. Never shown: it depends on the key.
  [[nodiscard]] Fingerprint fingerprint() const;

 private:
  CertificateBytes() = default;
  std::string chain_;
  std::string key_;
};

/// When the leaf says that it is good, in seconds since 1970.
struct CertificateDates {
  std::int64_t not_before_s = 0;
  std::int64_t not_after_s = 0;
  [[nodiscard]] bool valid_at(std::int64_t now_s) const { return now_s >= not_before_s && now_s <= not_after_s; }
  /// Whole days until the end; negative after it.
  [[nodiscard]] std::int64_t days_left(std::int64_t now_s) const;
};

/// A pair that is not valid today must not take the place of one that is: somebody copied an old file, or the machine's
/// clock is wrong, and parents would be shown a warning for it. When the present one is not valid either, the
/// operator's newer wish counts.
[[nodiscard]] bool may_replace(const CertificateDates& present, const CertificateDates& next, std::int64_t now_s);

}  // namespace bredvid::net
