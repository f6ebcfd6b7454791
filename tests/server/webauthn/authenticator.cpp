#include "tests/server/webauthn/authenticator.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "crypto/primitives/hash.h"
#include "server/webauthn/client_data.h"

namespace bredvid::webauthn {
namespace {

EVP_PKEY* make_key(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::es256:
      return EVP_EC_gen("P-256");
    case Algorithm::eddsa:
      return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    case Algorithm::rs256:
      return EVP_RSA_gen(2048);
  }
  return nullptr;
}

Bytes number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  EVP_PKEY_get_bn_param(key, name, &number);
  Bytes out(static_cast<std::size_t>(BN_num_bytes(number)));
  BN_bn2bin(number, out.data());
  BN_free(number);
  return out;
}

Bytes coordinate(EVP_PKEY* key, const char* name) {
  Bytes out = number_of(key, name);
  out.insert(out.begin(), 32 - out.size(), 0);
  return out;
}

}  // namespace

Bytes cbor_head(std::uint8_t major, std::uint64_t value) {
  const auto first = static_cast<std::uint8_t>(major << 5);
  if (value < 24) return {static_cast<std::uint8_t>(first | value)};
  if (value < 256) return {static_cast<std::uint8_t>(first | 24), static_cast<std::uint8_t>(value)};
  return {static_cast<std::uint8_t>(first | 25), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value)};
}
Bytes cbor_bytes(ByteView value) {
  return concat({cbor_head(2, value.size()), value});
}
Bytes cbor_text(std::string_view value) {
  return concat({cbor_head(3, value.size()), bytes_of(value)});
}
Bytes cbor_integer(std::int64_t value) {
  return value < 0 ? cbor_head(1, static_cast<std::uint64_t>(-1 - value))
                   : cbor_head(0, static_cast<std::uint64_t>(value));
}

std::string client_data(std::string_view type, ByteView challenge, std::string_view origin) {
  return R"({"type":")" + std::string(type) + R"(","challenge":")" + base64url(challenge) + R"(","origin":")" +
         std::string(origin) + R"(","crossOrigin":false})";
}

Authenticator::Authenticator(Algorithm which, std::string rp, std::string page)
    : algorithm(which), rp_id(std::move(rp)), origin(std::move(page)), key_(make_key(which)) {}
Authenticator::~Authenticator() {
  EVP_PKEY_free(key_);
}

Bytes Authenticator::cose_key() const {
  const auto pair = [](std::int64_t label, const Bytes& value) { return concat({cbor_integer(label), value}); };
  const Bytes alg = pair(3, cbor_integer(static_cast<std::int64_t>(algorithm)));
  switch (algorithm) {
    case Algorithm::es256:
      return concat({cbor_head(5, 5), pair(1, cbor_integer(2)), alg, pair(-1, cbor_integer(1)),
                     pair(-2, cbor_bytes(coordinate(key_, OSSL_PKEY_PARAM_EC_PUB_X))),
                     pair(-3, cbor_bytes(coordinate(key_, OSSL_PKEY_PARAM_EC_PUB_Y)))});
    case Algorithm::eddsa: {
      Bytes point(32);
      std::size_t size = point.size();
      EVP_PKEY_get_raw_public_key(key_, point.data(), &size);
      return concat(
          {cbor_head(5, 4), pair(1, cbor_integer(1)), alg, pair(-1, cbor_integer(6)), pair(-2, cbor_bytes(point))});
    }
    case Algorithm::rs256:
      break;
  }
  return concat({cbor_head(5, 4), pair(1, cbor_integer(3)), alg,
                 pair(-1, cbor_bytes(number_of(key_, OSSL_PKEY_PARAM_RSA_N))),
                 pair(-2, cbor_bytes(number_of(key_, OSSL_PKEY_PARAM_RSA_E)))});
}

Bytes Authenticator::attested() const {
  const std::size_t size = credential_id.size();
  const Bytes length{static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size)};
  return concat({Bytes(16, 0), length, credential_id, cose_key()});
}

Bytes Authenticator::data(std::uint8_t with_flags, ByteView rest) const {
  const Bytes head{with_flags, static_cast<std::uint8_t>(counter >> 24), static_cast<std::uint8_t>(counter >> 16),
                   static_cast<std::uint8_t>(counter >> 8), static_cast<std::uint8_t>(counter)};
  return concat({crypto::sha256(bytes_of(rp_id)), head, rest});
}

Bytes Authenticator::sign(ByteView message) const {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const EVP_MD* digest = algorithm == Algorithm::eddsa ? nullptr : EVP_sha256();
  EVP_DigestSignInit(context, nullptr, digest, nullptr, key_);
  std::size_t size = 0;
  EVP_DigestSign(context, nullptr, &size, message.data(), message.size());
  Bytes signature(size);
  EVP_DigestSign(context, signature.data(), &size, message.data(), message.size());
  signature.resize(size);
  EVP_MD_CTX_free(context);
  return signature;
}

Bytes Authenticator::attestation(ByteView authenticator_data) const {
  return concat({cbor_head(5, 3), cbor_text("fmt"), cbor_text("none"), cbor_text("attStmt"), cbor_head(5, 0),
                 cbor_text("authData"), cbor_bytes(authenticator_data)});
}

Bytes Authenticator::self_attestation(ByteView authenticator_data, ByteView client) const {
  const Bytes signature = sign(concat({authenticator_data, crypto::sha256(client)}));
  return concat({cbor_head(5, 3), cbor_text("fmt"), cbor_text("packed"), cbor_text("attStmt"), cbor_head(5, 2),
                 cbor_text("alg"), cbor_integer(static_cast<std::int64_t>(algorithm)), cbor_text("sig"),
                 cbor_bytes(signature), cbor_text("authData"), cbor_bytes(authenticator_data)});
}

Made Authenticator::make(ByteView challenge) const {
  return {to_bytes(bytes_of(client_data(kCreate, challenge, origin))),
          attestation(data(flags | kAt, concat({attested(), extensions})))};
}

Signed Authenticator::get(ByteView challenge) const {
  Signed made{to_bytes(bytes_of(client_data(kGet, challenge, origin))), data(flags, extensions), {}};
  made.signature = sign(concat({made.authenticator_data, crypto::sha256(made.client_data)}));
  return made;
}

}  // namespace bredvid::webauthn
