#include "crypto/circle/tally_tags.h"

#include "crypto/primitives/hash.h"
#include "crypto/tls_codec/writer.h"

namespace bredvid::circle {
namespace {

Bytes tag(const SecretBytes& secret, std::string_view label, std::uint32_t number) {
  tls::Writer writer;
  writer.fixed(bytes_of(label));
  writer.u32(number);
  return crypto::hmac_sha256(secret.view(), writer.view());
}

}  // namespace

TagSet tally_tags(const SecretBytes& count_secret, std::uint32_t span_id, std::uint32_t day, std::uint32_t year) {
  return {tag(count_secret, "span", span_id), tag(count_secret, "day", day), tag(count_secret, "year", year)};
}

}  // namespace bredvid::circle
