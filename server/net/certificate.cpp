#include "server/net/certificate.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <fstream>

namespace bredvid::net {
namespace {

constexpr std::int64_t kDay_s = 24 * 60 * 60;

OperatorResult<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(kMaxCertificateBytes + 1, '\0');
  if (in) in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const auto size = static_cast<std::size_t>(in.gcount());
  if (size == 0 || size > kMaxCertificateBytes || in.bad()) {
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return operator_fail(ErrorCode::cert_unreadable, path.string());
  }
  // Shrinking in place: a copy to a smaller buffer would leave the key's bytes in this one.
  bytes.resize(size);
  return bytes;
}

}  // namespace

OperatorResult<CertificateBytes> CertificateBytes::read(const CertificateFiles& files) {
  CertificateBytes bytes;
  auto chain = read_file(files.certificate);
  if (!chain) return std::unexpected(chain.error());
  bytes.chain_ = *std::move(chain);
  auto key = read_file(files.key);
  if (!key) return std::unexpected(key.error());
  bytes.key_ = *std::move(key);
  return bytes;
}

CertificateBytes::~CertificateBytes() {
  OPENSSL_cleanse(key_.data(), key_.size());
}

CertificateBytes::Fingerprint CertificateBytes::fingerprint() const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> hash(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  const std::uint64_t chain_size = chain_.size();
  Fingerprint digest{};
  EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr);
  EVP_DigestUpdate(hash.get(), &chain_size, sizeof chain_size);
  EVP_DigestUpdate(hash.get(), chain_.data(), chain_.size());
  EVP_DigestUpdate(hash.get(), key_.data(), key_.size());
  EVP_DigestFinal_ex(hash.get(), digest.data(), nullptr);
  return digest;
}

std::int64_t CertificateDates::days_left(std::int64_t now_s) const {
  const std::int64_t left = not_after_s - now_s;
  return left >= 0 ? left / kDay_s : -((-left + kDay_s - 1) / kDay_s);
}

bool may_replace(const CertificateDates& present, const CertificateDates& next, std::int64_t now_s) {
  return next.valid_at(now_s) || !present.valid_at(now_s);
}

}  // namespace bredvid::net
