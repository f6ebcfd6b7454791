#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <ctime>
#include <memory>

#include "server/app/doctor_facts.h"
#include "server/base/freed.h"

namespace bredvid::app {
namespace {

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Stream = std::unique_ptr<std::FILE, Freed<std::fclose>>;

// Without this, OpenSSL would ask for a passphrase on the terminal and wait.
int no_passphrase(char*, int, int, void*) {
  return 0;
}

Certificate read_certificate(const std::filesystem::path& path) {
  const Stream stream(std::fopen(path.c_str(), "re"));
  return Certificate(stream ? PEM_read_X509(stream.get(), nullptr, no_passphrase, nullptr) : nullptr);
}

Key read_key(const std::filesystem::path& path) {
  const Stream stream(std::fopen(path.c_str(), "re"));
  return Key(stream ? PEM_read_PrivateKey(stream.get(), nullptr, no_passphrase, nullptr) : nullptr);
}

Instant instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return {static_cast<std::int64_t>(::timegm(&parts)) * 1000};
}

/// "https://name:port" or "https://[address]:port".
std::string host_of(const std::string& base_url) {
  constexpr std::size_t scheme = sizeof("https://") - 1;
  std::string rest = base_url.size() > scheme ? base_url.substr(scheme) : std::string();
  if (rest.starts_with('[')) return rest.substr(1, rest.find(']') - 1);
  return rest.substr(0, rest.find(':'));
}

bool names(X509* certificate, const std::string& host) {
  return X509_check_host(certificate, host.c_str(), host.size(), 0, nullptr) == 1 ||
         X509_check_ip_asc(certificate, host.c_str(), 0) == 1;
}

}  // namespace

CertificateFacts certificate_facts(const std::filesystem::path& certificate, const std::filesystem::path& key,
                                   const std::string& base_url) {
  CertificateFacts facts;
  facts.host = host_of(base_url);
  const Certificate read = read_certificate(certificate);
  const Key secret = read_key(key);
  if (!read) {
    facts.trouble = OperatorError{ErrorCode::cert_unreadable, certificate.string()};
  } else if (!secret) {
    facts.trouble = OperatorError{ErrorCode::cert_unreadable, key.string()};
  } else if (X509_check_private_key(read.get(), secret.get()) != 1) {
    facts.trouble = OperatorError{ErrorCode::cert_mismatch, key.string()};
  }
  if (read) {
    facts.from = instant_of(X509_get0_notBefore(read.get()));
    facts.until = instant_of(X509_get0_notAfter(read.get()));
    facts.names_host = names(read.get(), facts.host);
  }
  ERR_clear_error();
  return facts;
}

}  // namespace bredvid::app
