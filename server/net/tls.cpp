#include "server/net/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace bredvid::net {
namespace {

// Without this, OpenSSL would ask for a passphrase on the terminal and wait.
int no_passphrase(char*, int, int, void*) {
  return 0;
}

}  // namespace

OperatorResult<asio::ssl::context> make_tls_context(const std::filesystem::path& certificate,
                                                    const std::filesystem::path& key) {
  asio::ssl::context context(asio::ssl::context::tls_server);
  SSL_CTX* raw = context.native_handle();
  ERR_clear_error();
  if (SSL_CTX_set_min_proto_version(raw, TLS1_3_VERSION) != 1 ||
      SSL_CTX_set_max_proto_version(raw, TLS1_3_VERSION) != 1) {
    return operator_fail(ErrorCode::internal, "OpenSSL without TLS 1.3");
  }
  SSL_CTX_set_options(raw, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_num_tickets(raw, 0);
  SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_default_passwd_cb(raw, no_passphrase);

  if (SSL_CTX_use_certificate_chain_file(raw, certificate.c_str()) != 1) {
    return operator_fail(ErrorCode::cert_unreadable, certificate.string());
  }
  if (SSL_CTX_use_PrivateKey_file(raw, key.c_str(), SSL_FILETYPE_PEM) != 1) {
    const unsigned long reason = ERR_peek_last_error();
    ERR_clear_error();
    const bool mismatch =
        ERR_GET_LIB(reason) == ERR_LIB_X509 &&
        (ERR_GET_REASON(reason) == X509_R_KEY_VALUES_MISMATCH || ERR_GET_REASON(reason) == X509_R_KEY_TYPE_MISMATCH);
    return operator_fail(mismatch ? ErrorCode::cert_mismatch : ErrorCode::cert_unreadable, key.string());
  }
  if (SSL_CTX_check_private_key(raw) != 1) {
    ERR_clear_error();
    return operator_fail(ErrorCode::cert_mismatch, key.string());
  }
  return context;
}

}  // namespace bredvid::net
