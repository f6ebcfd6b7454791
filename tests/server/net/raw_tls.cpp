#include "tests/server/net/raw_tls.h"

#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <cstdlib>
#include <memory>

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

}  // namespace

Exchange exchange(std::uint16_t port, const std::string& request, int max_version) {
  Exchange result;
  const std::unique_ptr<SSL_CTX, FreeContext> context(SSL_CTX_new(TLS_client_method()));
  if (max_version != 0) SSL_CTX_set_max_proto_version(context.get(), max_version);
  const std::unique_ptr<BIO, FreeBio> bio(BIO_new_ssl_connect(context.get()));
  const std::string address = "127.0.0.1:" + std::to_string(port);
  BIO_set_conn_hostname(bio.get(), address.c_str());
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
