// A client without good manners, for the limits of the network layer: it connects, says exactly what it is told, in
// TLS or in plain bytes, and sees when the server lets go. Blocking, with a limit; one thread.
#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace bredvid::support {

class BareClient {
 public:
  explicit BareClient(std::uint16_t port);
  ~BareClient();
  BareClient(const BareClient&) = delete;
  BareClient& operator=(const BareClient&) = delete;

  /// Bytes on the socket itself.
  void put_raw(const std::string& bytes);
  /// TLS 1.3 on it, trusting anybody; false: refused or no answer in time.
  [[nodiscard]] bool handshake(std::chrono::milliseconds patience = std::chrono::milliseconds(5000));
  /// The first flight alone: the server answers and waits for ours.
  void begin_handshake();
  void put(const std::string& bytes);
  /// At least `bytes` more, or less at the end or when the time is over.
  [[nodiscard]] std::string get(std::size_t bytes,
                                std::chrono::milliseconds patience = std::chrono::milliseconds(2000));
  /// handshake(), the upgrade's request, and its answer.
  [[nodiscard]] std::string upgrade();
  /// The server has closed within that time; what it still sent is read and thrown away.
  [[nodiscard]] bool sees_end(std::chrono::milliseconds patience);
  [[nodiscard]] SSL* ssl() { return ssl_.get(); }

 private:
  void patience(std::chrono::milliseconds time);
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
  int socket_;
};

[[nodiscard]] std::string upgrade_request();

}  // namespace bredvid::support
