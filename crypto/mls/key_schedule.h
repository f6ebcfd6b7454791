// From one epoch's secrets to the next (RFC 9420 8).
//
//              init_secret_[n-1]
//                    |
//    commit_secret -> KDF.Extract -> ExpandWithLabel(., "joiner", GroupContext_[n]) = joiner_secret
//                                                       |
//                         psk_secret -> KDF.Extract ----+--> "welcome" = welcome_secret
//                                                       |
//                                    ExpandWithLabel(., "epoch", GroupContext_[n]) = epoch_secret
#pragma once

#include "crypto/base/error.h"
#include "crypto/base/secret_bytes.h"
#include "crypto/primitives/kem.h"

namespace bredvid::mls {

// Everything derived from epoch_secret (table 4 of 8).
struct EpochSecrets {
  SecretBytes sender_data;
  SecretBytes encryption;
  SecretBytes exporter;
  SecretBytes external;
  SecretBytes confirmation_key;
  SecretBytes membership_key;
  SecretBytes resumption_psk;
  SecretBytes epoch_authenticator;
  SecretBytes init;

  [[nodiscard]] EpochSecrets clone() const;
};

[[nodiscard]] SecretBytes joiner_secret(const SecretBytes& init_before, const SecretBytes& commit_secret,
                                        ByteView encoded_context);
[[nodiscard]] SecretBytes welcome_secret(const SecretBytes& joiner, const SecretBytes& psk_secret);
[[nodiscard]] EpochSecrets epoch_secrets(const SecretBytes& joiner, const SecretBytes& psk_secret,
                                         ByteView encoded_context);
// For a new group, whose epoch_secret is random (11).
[[nodiscard]] EpochSecrets epoch_secrets_from(const SecretBytes& epoch_secret);

// MAC(confirmation_key, confirmed_transcript_hash) (6.1).
[[nodiscard]] Bytes confirmation_tag(const SecretBytes& confirmation_key, ByteView confirmed_transcript_hash);

// MLS-Exporter (8.5). Errors: bad_argument beyond 255 * 32 bytes.
[[nodiscard]] Result<SecretBytes> mls_export(const SecretBytes& exporter_secret, std::string_view label,
                                             ByteView context, std::size_t size_bytes);

// External initialisation (8.3): a joiner's own init_secret and what members need to derive it.
struct ExternalInitSecret {
  SecretBytes init;
  Bytes kem_output;
};
[[nodiscard]] crypto::KemKey external_key(const SecretBytes& external_secret);
[[nodiscard]] Result<ExternalInitSecret> make_external_init(ByteView external_pub, Random& random);
[[nodiscard]] Result<SecretBytes> open_external_init(ByteView kem_output, const SecretBytes& external_secret);

}  // namespace bredvid::mls
