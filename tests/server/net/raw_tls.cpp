#include "tests/server/net/raw_tls.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <cstdlib>
#include <memory>
#include <string_view>

namespace bredvid::support {
namespace {

struct FreeContext {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct FreeBio {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
};

bool complete(const std::string& answer) {
  const std::string length = header(answer, "Content-Length");
  if (answer.find("\r\n\r\n") == std::string::npos) return false;
  return !length.empty() && body(answer).size() >= std::stoul(length);
}

std::unique_ptr<BIO, FreeBio> connect_to(SSL_CTX* context, std::uint16_t port) {
  std::unique_ptr<BIO, FreeBio> bio(BIO_new_ssl_connect(context));
  BIO_set_conn_hostname(bio.get(), ("127.0.0.1:" + std::to_string(port)).c_str());
  return bio;
}

}  // namespace

Exchange exchange(std::uint16_t port, const std::string& request, int max_version) {
  Exchange result;
  const std::unique_ptr<SSL_CTX, FreeContext> context(SSL_CTX_new(TLS_client_method()));
  if (max_version != 0) SSL_CTX_set_max_proto_version(context.get(), max_version);
  const std::unique_ptr<BIO, FreeBio> bio = connect_to(context.get(), port);
  if (BIO_do_connect(bio.get()) != 1 || BIO_do_handshake(bio.get()) != 1) return result;
  int socket = -1;
  BIO_get_fd(bio.get(), &socket);
  const timeval patience{5, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  SSL* ssl = nullptr;
  BIO_get_ssl(bio.get(), &ssl);
  result.handshake = true;
  result.protocol = SSL_get_version(ssl);
  BIO_write(bio.get(), request.data(), static_cast<int>(request.size()));
  char buffer[4096];
  while (!complete(result.answer)) {
    const int size = BIO_read(bio.get(), buffer, sizeof buffer);
    if (size <= 0) break;
    result.answer.append(buffer, static_cast<std::size_t>(size));
  }
  return result;
}

std::string leaf_pem(std::uint16_t port) {
  const std::unique_ptr<SSL_CTX, FreeContext> context(SSL_CTX_new(TLS_client_method()));
  const std::unique_ptr<BIO, FreeBio> bio = connect_to(context.get(), port);
  SSL* ssl = nullptr;
  BIO_get_ssl(bio.get(), &ssl);
  if (BIO_do_connect(bio.get()) != 1 || BIO_do_handshake(bio.get()) != 1) return {};
  X509* leaf = SSL_get1_peer_certificate(ssl);
  const std::unique_ptr<BIO, FreeBio> text(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(text.get(), leaf);
  X509_free(leaf);
  char* data = nullptr;
  const long size = BIO_get_mem_data(text.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

namespace {

SSL_SESSION* g_ticket = nullptr;

int keep_ticket(SSL*, SSL_SESSION* session) {
  SSL_SESSION_free(g_ticket);
  g_ticket = session;
  return 1;
}

/// One request with what is in g_ticket; a new ticket goes there.
bool visit_resumed(SSL_CTX* context, std::uint16_t port) {
  const std::unique_ptr<BIO, FreeBio> bio = connect_to(context, port);
  SSL* ssl = nullptr;
  BIO_get_ssl(bio.get(), &ssl);
  if (g_ticket != nullptr) SSL_set_session(ssl, g_ticket);
  if (BIO_do_connect(bio.get()) != 1 || BIO_do_handshake(bio.get()) != 1) return false;
  constexpr std::string_view request = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  BIO_write(bio.get(), request.data(), static_cast<int>(request.size()));
  char buffer[4096];
  while (BIO_read(bio.get(), buffer, sizeof buffer) > 0) {
  }
  return SSL_session_reused(ssl) == 1;
}

}  // namespace

Resumption resume(std::uint16_t port, const std::function<void()>& between,
                  const std::function<std::uint16_t()>& later_port) {
  const std::unique_ptr<SSL_CTX, FreeContext> context(SSL_CTX_new(TLS_client_method()));
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL_STORE);
  SSL_CTX_sess_set_new_cb(context.get(), keep_ticket);
  Resumption result;
  result.first_resumed = visit_resumed(context.get(), port);
  if (between) between();
  result.second_resumed = visit_resumed(context.get(), later_port ? later_port() : port);
  SSL_SESSION_free(g_ticket);
  g_ticket = nullptr;
  return result;
}

std::string plain_exchange(std::uint16_t port, const std::string& request) {
  const std::unique_ptr<BIO, FreeBio> bio(BIO_new_connect("127.0.0.1"));
  BIO_set_conn_port(bio.get(), std::to_string(port).c_str());
  if (BIO_do_connect(bio.get()) != 1) return {};
  int socket = -1;
  BIO_get_fd(bio.get(), &socket);
  const timeval patience{5, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  BIO_write(bio.get(), request.data(), static_cast<int>(request.size()));
  std::string answer;
  char buffer[4096];
  while (!complete(answer)) {
    const int size = BIO_read(bio.get(), buffer, sizeof buffer);
    if (size <= 0) break;
    answer.append(buffer, static_cast<std::size_t>(size));
  }
  return answer;
}

std::string header(const std::string& answer, const std::string& name) {
  const std::size_t end = answer.find("\r\n\r\n");
  const std::size_t at = answer.find("\r\n" + name + ": ");
  if (at == std::string::npos || at > end) return {};
  const std::size_t begin = at + name.size() + 4;
  return answer.substr(begin, answer.find("\r\n", begin) - begin);
}

int status(const std::string& answer) {
  return answer.starts_with("HTTP/1.1 ") && answer.size() > 12 ? std::atoi(answer.c_str() + 9) : 0;
}

std::string body(const std::string& answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

}  // namespace bredvid::support
