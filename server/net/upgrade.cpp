#include "server/net/upgrade.h"

#include <openssl/evp.h>

#include <array>

namespace bredvid::net {
namespace {

constexpr std::string_view kWebsocketGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr std::size_t kKeyCharacters = 24;
constexpr std::size_t kKeyBytes = 16;
constexpr std::size_t kSha1Bytes = 20;

std::string_view view_of(beast::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

std::string websocket_accept(std::string_view key) {
  // SHA-1 as the RFC has it: no secret rests on it.
  const std::string text = std::string(key) + std::string(kWebsocketGuid);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha1(), nullptr);
  std::array<unsigned char, 4 * ((kSha1Bytes + 2) / 3) + 1> base64{};
  const int size = EVP_EncodeBlock(base64.data(), digest.data(), kSha1Bytes);
  return {base64.begin(), base64.begin() + size};
}

bool has_websocket_key(const Request& request) {
  const std::string_view key = view_of(request[http::field::sec_websocket_key]);
  if (view_of(request[http::field::sec_websocket_version]) != "13" || key.size() != kKeyCharacters) return false;
  std::array<unsigned char, kKeyCharacters> bytes{};
  const int size =
      EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(key.data()), static_cast<int>(key.size()));
  // It counts what the padding stands for as bytes.
  return size == static_cast<int>(kKeyBytes + 2) && key.ends_with("==");
}

std::vector<std::uint8_t> upgrade_answer(const Request& request) {
  http::fields fields;
  set_security_headers(fields);
  fields.set(http::field::upgrade, "websocket");
  fields.set(http::field::connection, "Upgrade");
  fields.set(http::field::sec_websocket_accept, websocket_accept(view_of(request[http::field::sec_websocket_key])));
  fields.set(http::field::sec_websocket_protocol, beast::string_view(kSubprotocol.data(), kSubprotocol.size()));
  std::string text = "HTTP/1.1 101 Switching Protocols\r\n";
  for (const auto& field : fields) {
    text.append(view_of(field.name_string())).append(": ").append(view_of(field.value())).append("\r\n");
  }
  text += "\r\n";
  return {text.begin(), text.end()};
}

}  // namespace bredvid::net
