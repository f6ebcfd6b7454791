#include "crypto/mls/key_schedule.h"

#include "crypto/mls/labels.h"

namespace bredvid::mls {
namespace {

constexpr std::string_view kExternalInitLabel = "MLS 1.0 external init secret";

}  // namespace

EpochSecrets EpochSecrets::clone() const {
  return {sender_data.clone(),    encryption.clone(),          exporter.clone(),
          external.clone(),       confirmation_key.clone(),    membership_key.clone(),
          resumption_psk.clone(), epoch_authenticator.clone(), init.clone()};
}

SecretBytes joiner_secret(const SecretBytes& init_before, const SecretBytes& commit_secret, ByteView encoded_context) {
  const SecretBytes extracted = crypto::hkdf_extract(init_before.view(), commit_secret.view());
  return expand_with_label<crypto::kHashSize>(extracted, "joiner", encoded_context);
}

SecretBytes welcome_secret(const SecretBytes& joiner, const SecretBytes& psk_secret) {
  return derive_secret(crypto::hkdf_extract(joiner.view(), psk_secret.view()), "welcome");
}

EpochSecrets epoch_secrets(const SecretBytes& joiner, const SecretBytes& psk_secret, ByteView encoded_context) {
  const SecretBytes extracted = crypto::hkdf_extract(joiner.view(), psk_secret.view());
  return epoch_secrets_from(expand_with_label<crypto::kHashSize>(extracted, "epoch", encoded_context));
}

EpochSecrets epoch_secrets_from(const SecretBytes& epoch_secret) {
  return {derive_secret(epoch_secret, "sender data"), derive_secret(epoch_secret, "encryption"),
          derive_secret(epoch_secret, "exporter"),    derive_secret(epoch_secret, "external"),
          derive_secret(epoch_secret, "confirm"),     derive_secret(epoch_secret, "membership"),
          derive_secret(epoch_secret, "resumption"),  derive_secret(epoch_secret, "authentication"),
          derive_secret(epoch_secret, "init")};
}

Bytes confirmation_tag(const SecretBytes& confirmation_key, ByteView confirmed_transcript_hash) {
  return crypto::hmac_sha256(confirmation_key.view(), confirmed_transcript_hash);
}

Result<SecretBytes> mls_export(const SecretBytes& exporter_secret, std::string_view label, ByteView context,
                               std::size_t size_bytes) {
  return expand_with_label(derive_secret(exporter_secret, label), "exported", crypto::sha256(context), size_bytes);
}

crypto::KemKey external_key(const SecretBytes& external_secret) {
  return crypto::kem_derive_key(external_secret.view());
}

Result<ExternalInitSecret> make_external_init(ByteView external_pub, Random& random) {
  BREDVID_TRY(sender, crypto::HpkeContext::to_receiver(external_pub, {}, random));
  BREDVID_TRY(init, sender.context.export_secret(bytes_of(kExternalInitLabel), crypto::kHashSize));
  return ExternalInitSecret{std::move(init), std::move(sender.enc)};
}

Result<SecretBytes> open_external_init(ByteView kem_output, const SecretBytes& external_secret) {
  const crypto::KemKey key = external_key(external_secret);
  BREDVID_TRY(context, crypto::HpkeContext::from_sender(kem_output, key.private_key.view(), {}));
  return context.export_secret(bytes_of(kExternalInitLabel), crypto::kHashSize);
}

}  // namespace bredvid::mls
