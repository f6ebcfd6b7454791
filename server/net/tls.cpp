#include "server/net/tls.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <ctime>

namespace bredvid::net {
namespace {

constexpr const char* kGroups = "X25519:P-256:P-384";

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
};
struct FreeX509 {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
using Certificate = std::unique_ptr<X509, FreeX509>;
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

// Without this, OpenSSL would ask for a passphrase on the terminal and wait.
int no_passphrase(char*, int, int, void*) {
  return 0;
}

void free_ring(void*, void* ring, CRYPTO_EX_DATA*, int, long, void*) {
  delete static_cast<std::shared_ptr<TicketKeyRing>*>(ring);
}

/// Where an SSL_CTX keeps its share of the ring.
int ring_index() {
  static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, free_ring);
  return index;
}

/// Fetched once: looking an algorithm up costs OpenSSL 3 as much as using it.
const EVP_CIPHER* ticket_cipher() {
  static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr);
  return cipher;
}

bool set_mac_key(EVP_MAC_CTX* mac, const TicketKey& key) {
  char digest[] = "SHA256";
  auto* raw = const_cast<std::uint8_t*>(key.mac.view().data());  // OSSL_PARAM has no const
  const OSSL_PARAM params[] = {OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_KEY, raw, Secret32::kSize),
                               OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                               OSSL_PARAM_construct_end()};
  return EVP_MAC_CTX_set_params(mac, params) == 1;
}

constexpr int kFailed = -1;
constexpr int kNoTicket = 0;
constexpr int kSealed = 1;
// Opened, and a fresh one is to be given: a ticket is meant to be shown once.
constexpr int kOpenedRenew = 2;

int ticket_key(SSL* ssl, unsigned char* name, unsigned char* iv, EVP_CIPHER_CTX* cipher, EVP_MAC_CTX* mac,
               int sealing) {
  // OpenSSL is C: nothing may be thrown through it.
  try {
    const auto* slot =
        static_cast<std::shared_ptr<TicketKeyRing>*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), ring_index()));
    if (slot == nullptr) return kFailed;
    TicketKeyRing& ring = **slot;
    if (sealing != 0) {
      const auto key = ring.current();
      if (RAND_bytes(iv, EVP_CIPHER_get_iv_length(ticket_cipher())) != 1) return kFailed;
      std::copy(key->name.begin(), key->name.end(), name);
      const bool ready = EVP_EncryptInit_ex(cipher, ticket_cipher(), nullptr, key->cipher.view().data(), iv) == 1 &&
                         set_mac_key(mac, *key);
      return ready ? kSealed : kFailed;
    }
    const auto key = ring.find(std::span<const std::uint8_t, 16>(name, 16));
    if (!key) return kNoTicket;
    const bool ready = set_mac_key(mac, *key) &&
                       EVP_DecryptInit_ex(cipher, ticket_cipher(), nullptr, key->cipher.view().data(), iv) == 1;
    return ready ? kOpenedRenew : kFailed;
  } catch (const std::exception&) {
    return kFailed;
  }
}

bool set_protocol(SSL_CTX* raw) {
  SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
  SSL_CTX_clear_options(raw, SSL_OP_ALLOW_NO_DHE_KEX);
  SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_default_passwd_cb(raw, no_passphrase);
  return SSL_CTX_set_min_proto_version(raw, TLS1_3_VERSION) == 1 &&
         SSL_CTX_set_max_proto_version(raw, TLS1_3_VERSION) == 1 && SSL_CTX_set1_groups_list(raw, kGroups) == 1;
}

bool set_tickets(SSL_CTX* raw, std::shared_ptr<TicketKeyRing> tickets) {
  static constexpr unsigned char kOurs[] = "bredvid";
  SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_timeout(raw, kTicketLifetime_s);
  return SSL_CTX_set_num_tickets(raw, 1) == 1 && SSL_CTX_set_max_early_data(raw, 0) == 1 &&
         SSL_CTX_set_recv_max_early_data(raw, 0) == 1 &&
         SSL_CTX_set_session_id_context(raw, kOurs, sizeof kOurs - 1) == 1 &&
         SSL_CTX_set_ex_data(raw, ring_index(), new std::shared_ptr<TicketKeyRing>(std::move(tickets))) == 1 &&
         SSL_CTX_set_tlsext_ticket_key_evp_cb(raw, ticket_key) == 1;
}

Bio bytes_of(const std::string& text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// The leaf, with the rest of the chain given to `raw`; null: not a whole chain in PEM.
Certificate use_chain(SSL_CTX* raw, const std::string& chain) {
  const Bio in = bytes_of(chain);
  Certificate leaf(PEM_read_bio_X509_AUX(in.get(), nullptr, no_passphrase, nullptr));
  if (!leaf || SSL_CTX_use_certificate(raw, leaf.get()) != 1) return nullptr;
  for (;;) {
    Certificate next(PEM_read_bio_X509(in.get(), nullptr, no_passphrase, nullptr));
    if (!next) break;
    if (SSL_CTX_add0_chain_cert(raw, next.get()) != 1) return nullptr;
    static_cast<void>(next.release());
  }
  // The end of the text, and not the middle of a certificate that is still being written.
  const unsigned long reason = ERR_peek_last_error();
  ERR_clear_error();
  const bool ended = ERR_GET_LIB(reason) == ERR_LIB_PEM && ERR_GET_REASON(reason) == PEM_R_NO_START_LINE;
  return ended ? std::move(leaf) : nullptr;
}

std::int64_t seconds_of(const ASN1_TIME* time) {
  std::tm parts{};
  return ASN1_TIME_to_tm(time, &parts) == 1 ? static_cast<std::int64_t>(::timegm(&parts)) : 0;
}

}  // namespace

OperatorResult<TlsContext> make_tls_context(const CertificateBytes& bytes, const CertificateFiles& files,
                                            std::shared_ptr<TicketKeyRing> tickets) {
  std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  SSL_CTX* raw = context.get();
  ERR_clear_error();
  if (raw == nullptr || !set_protocol(raw) || !set_tickets(raw, std::move(tickets)))
    return operator_fail(ErrorCode::internal, "OpenSSL without TLS 1.3");
  const Certificate leaf = use_chain(raw, bytes.chain());
  ERR_clear_error();
  if (!leaf) return operator_fail(ErrorCode::cert_unreadable, files.certificate.string());
  const Bio key_text = bytes_of(bytes.key());
  const Key key(PEM_read_bio_PrivateKey(key_text.get(), nullptr, no_passphrase, nullptr));
  ERR_clear_error();
  if (!key) return operator_fail(ErrorCode::cert_unreadable, files.key.string());
  const bool fits = X509_check_private_key(leaf.get(), key.get()) == 1 && SSL_CTX_use_PrivateKey(raw, key.get()) == 1 &&
                    SSL_CTX_check_private_key(raw) == 1;
  ERR_clear_error();
  if (!fits) return operator_fail(ErrorCode::cert_mismatch, files.key.string());
  return TlsContext{std::move(context),
                    {seconds_of(X509_get0_notBefore(leaf.get())), seconds_of(X509_get0_notAfter(leaf.get()))}};
}

}  // namespace bredvid::net
