#include "crypto/mls/psk.h"

#include "crypto/mls/labels.h"

namespace bredvid::mls {

void PreSharedKeyId::encode(tls::Writer& writer) const {
  writer.u8(static_cast<std::uint8_t>(type));
  if (type == PskType::external) {
    writer.opaque(psk_id);
  } else {
    writer.u8(static_cast<std::uint8_t>(usage));
    writer.opaque(psk_group_id);
    writer.u64(psk_epoch);
  }
  writer.opaque(psk_nonce);
}

PreSharedKeyId PreSharedKeyId::decode(tls::Reader& reader) {
  PreSharedKeyId made;
  const std::uint8_t type = reader.u8();
  made.type = static_cast<PskType>(type);
  if (made.type == PskType::external) {
    made.psk_id = reader.opaque();
  } else if (made.type == PskType::resumption) {
    const std::uint8_t usage = reader.u8();
    if (usage < 1 || usage > 3) reader.fail(CryptoError::malformed);
    made.usage = static_cast<ResumptionUsage>(usage);
    made.psk_group_id = reader.opaque();
    made.psk_epoch = reader.u64();
  } else {
    reader.fail(CryptoError::malformed);
  }
  made.psk_nonce = reader.opaque();
  return made;
}

Result<void> check_psk_usage(const PreSharedKeyId& id) {
  if (id.type != PskType::resumption || id.usage == ResumptionUsage::application) return {};
  return std::unexpected(id.usage == ResumptionUsage::reinit ? CryptoError::reinit_unsupported
                                                             : CryptoError::branching_unsupported);
}

SecretBytes psk_secret(const std::vector<Psk>& psks) {
  // psk_extracted_[i] = KDF.Extract(0, psk_[i])
  // psk_input_[i] = ExpandWithLabel(psk_extracted_[i], "derived psk", PSKLabel, KDF.Nh)
  // psk_secret_[i] = KDF.Extract(psk_input_[i-1], psk_secret_[i-1])
  const SecretBytes zero(crypto::kHashSize);
  SecretBytes secret = zero.clone();
  for (std::size_t i = 0; i < psks.size(); ++i) {
    tls::Writer label;  // struct { PreSharedKeyID id; uint16 index; uint16 count; } PSKLabel;
    psks[i].id.encode(label);
    label.u16(static_cast<std::uint16_t>(i));
    label.u16(static_cast<std::uint16_t>(psks.size()));
    const SecretBytes extracted = crypto::hkdf_extract(zero.view(), psks[i].secret.view());
    const SecretBytes input = expand_with_label<crypto::kHashSize>(extracted, "derived psk", label.view());
    secret = crypto::hkdf_extract(input.view(), secret.view());
  }
  return secret;
}

}  // namespace bredvid::mls
