#include "server/webauthn/cose_key.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <memory>

#include "crypto/primitives/signature.h"

namespace bredvid::webauthn {
namespace {

// RFC 9052, 7.1 and RFC 9053, 7: labels and values of COSE keys
constexpr std::int32_t kKeyType = 1;
constexpr std::int32_t kKeyAlgorithm = 3;
constexpr std::int32_t kCurve = -1;
constexpr std::int32_t kX = -2;
constexpr std::int32_t kY = -3;
constexpr std::int32_t kRsaModulus = -1;
constexpr std::int32_t kRsaExponent = -2;
constexpr std::int32_t kTypeOkp = 1;
constexpr std::int32_t kTypeEc2 = 2;
constexpr std::int32_t kTypeRsa = 3;
constexpr std::int32_t kCurveP256 = 1;
constexpr std::int32_t kCurveEd25519 = 6;

constexpr std::size_t kCoordinateBytes = 32;
constexpr std::size_t kExponentBytes = 3;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)>;
using Params = std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

bool labelled(CborReader& reader, std::int32_t label) {
  return reader.integer() == label;
}

std::optional<ByteView> bytes_at(CborReader& reader, std::int32_t label) {
  if (!labelled(reader, label)) return std::nullopt;
  return reader.bytes();
}

Key key_from(const char* kind, OSSL_PARAM* params) {
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr), EVP_PKEY_CTX_free);
  EVP_PKEY* made = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params) != 1) {
    return Key(nullptr, EVP_PKEY_free);
  }
  return Key(made, EVP_PKEY_free);
}

/// OpenSSL refuses a point that is not on the curve.
Key p256_key(const CoseKey& key) {
  // SEC 1, 2.3.3: uncompressed
  constexpr std::uint8_t kUncompressed[] = {4};
  Bytes point = concat({kUncompressed, key.first, key.second});
  char group[] = "prime256v1";
  OSSL_PARAM params[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
      OSSL_PARAM_construct_end(),
  };
  return key_from("EC", params);
}

Key rsa_key(const CoseKey& key) {
  const auto number = [](ByteView raw) {
    return Number(BN_bin2bn(raw.data(), static_cast<int>(raw.size()), nullptr), BN_free);
  };
  const Number modulus = number(key.first);
  const Number exponent = number(key.second);
  const Builder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
  if (!modulus || !exponent || !builder ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1) {
    return Key(nullptr, EVP_PKEY_free);
  }
  const Params params(OSSL_PARAM_BLD_to_param(builder.get()), OSSL_PARAM_free);
  return key_from("RSA", params.get());
}

bool verify_sha256(const Key& key, ByteView message, ByteView signature) {
  if (!key) return false;
  const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  return digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
         EVP_DigestVerify(digest.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
}

using Read = std::expected<CoseKey, KeyFault>;

Read malformed() {
  return std::unexpected(KeyFault::malformed);
}

/// RFC 9053, 7.1.1 (EC2: x and y) and 7.2 (OKP: x).
Read read_curve(CborReader& reader, Algorithm algorithm, std::int32_t expected_curve, bool has_y) {
  if (!labelled(reader, kCurve)) return malformed();
  const auto curve = reader.integer();
  if (!curve) return malformed();
  if (*curve != expected_curve) return std::unexpected(KeyFault::unsuited);
  CoseKey key{algorithm, {}, {}};
  const auto x = bytes_at(reader, kX);
  if (!x || x->size() != kCoordinateBytes) return malformed();
  key.first = *x;
  if (!has_y) return key;
  // A compressed point says y as true or false; authenticators may not (W3C Level 3, 5.8.5).
  const auto y = bytes_at(reader, kY);
  if (!y || y->size() != kCoordinateBytes) return malformed();
  key.second = *y;
  return key;
}

/// RFC 8230, 4.
Read read_rsa(CborReader& reader) {
  const auto modulus = bytes_at(reader, kRsaModulus);
  const auto exponent = modulus ? bytes_at(reader, kRsaExponent) : std::nullopt;
  if (!exponent || modulus->empty() || modulus->front() == 0) return malformed();
  constexpr std::uint8_t k65537[kExponentBytes] = {1, 0, 1};
  if (modulus->size() < kMinRsaBytes || modulus->size() > kMaxRsaBytes || !equal_public(*exponent, k65537))
    return std::unexpected(KeyFault::unsuited);
  return CoseKey{Algorithm::rs256, *modulus, *exponent};
}

}  // namespace

Read read_cose_key(CborReader& reader) {
  const auto pairs = reader.map();
  if (!pairs || !labelled(reader, kKeyType)) return malformed();
  const auto type = reader.integer();
  if (!type || !labelled(reader, kKeyAlgorithm)) return malformed();
  const auto algorithm = reader.integer();
  if (!algorithm) return malformed();
  const auto is = [&](Algorithm wanted, std::int32_t of_type) {
    return *algorithm == static_cast<std::int32_t>(wanted) && *type == of_type;
  };
  if (is(Algorithm::es256, kTypeEc2))
    return *pairs == 5 ? read_curve(reader, Algorithm::es256, kCurveP256, true) : malformed();
  if (is(Algorithm::eddsa, kTypeOkp))
    return *pairs == 4 ? read_curve(reader, Algorithm::eddsa, kCurveEd25519, false) : malformed();
  if (is(Algorithm::rs256, kTypeRsa)) return *pairs == 4 ? read_rsa(reader) : malformed();
  return std::unexpected(KeyFault::unsuited);
}

bool verify(const CoseKey& key, ByteView message, ByteView signature) {
  switch (key.algorithm) {
    case Algorithm::eddsa:
      return crypto::verify(key.first, message, signature).has_value();
    case Algorithm::es256:
      return verify_sha256(p256_key(key), message, signature);
    case Algorithm::rs256:
      return verify_sha256(rsa_key(key), message, signature);
  }
  return false;
}

}  // namespace bredvid::webauthn
