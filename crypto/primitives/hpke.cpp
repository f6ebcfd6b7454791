#include "crypto/primitives/hpke.h"

#include "crypto/primitives/aead.h"
#include "crypto/primitives/hpke_labels.h"

namespace bredvid::crypto {
namespace {

constexpr std::uint8_t kModeBase = 0x00;
constexpr std::uint8_t kModePsk = 0x01;
constexpr std::uint64_t kMaxMessages = std::uint64_t{1} << 32;  // far below RFC 9180's limit, far above any use here

// "HPKE" || kem_id || kdf_id || aead_id
Bytes suite_id(HpkeAead aead) {
  return concat({bytes_of("HPKE"), detail::two_bytes(detail::kKemId), detail::two_bytes(detail::kKdfId),
                 detail::two_bytes(static_cast<std::uint16_t>(aead))});
}

// VerifyPSKInputs of RFC 9180 5.1, for PSK mode.
bool good(const HpkePsk& psk) {
  return psk.key.size() >= kMinHpkePskSize && !psk.id.empty();
}

}  // namespace

// RFC 9180 5.1. In base mode PSK and PSK id are empty.
HpkeContext HpkeContext::key_schedule(const SecretBytes& shared_secret, ByteView info, const HpkePsk* psk,
                                      HpkeAead aead) {
  const Bytes suite = suite_id(aead);
  const std::uint8_t mode = psk == nullptr ? kModeBase : kModePsk;
  const HpkePsk used = psk == nullptr ? HpkePsk{} : *psk;
  const SecretBytes psk_id_hash = detail::labeled_extract({}, suite, "psk_id_hash", used.id);
  const SecretBytes info_hash = detail::labeled_extract({}, suite, "info_hash", info);
  const Bytes context = concat({Bytes{mode}, psk_id_hash.view(), info_hash.view()});
  const SecretBytes secret = detail::labeled_extract(shared_secret.view(), suite, "secret", used.key);
  HpkeContext made;
  made.aead_ = aead;
  if (aead != HpkeAead::export_only) {
    made.key_ = detail::labeled_expand<kAeadKeySize>(secret, suite, "key", context);
    made.base_nonce_ = detail::labeled_expand<kAeadNonceSize>(secret, suite, "base_nonce", context);
  }
  made.exporter_secret_ = detail::labeled_expand<kHashSize>(secret, suite, "exp", context);
  return made;
}

Result<HpkeContext::Sender> HpkeContext::to_receiver(ByteView public_key, ByteView info, Random& random,
                                                     HpkeAead aead) {
  BREDVID_TRY(encapsulated, kem_encapsulate(public_key, random));
  return Sender{std::move(encapsulated.enc), key_schedule(encapsulated.shared_secret, info, nullptr, aead)};
}

Result<HpkeContext> HpkeContext::from_sender(ByteView enc, ByteView private_key, ByteView info, HpkeAead aead) {
  BREDVID_TRY(shared_secret, kem_decapsulate(enc, private_key));
  return key_schedule(shared_secret, info, nullptr, aead);
}

Result<HpkeContext::Sender> HpkeContext::to_receiver(ByteView public_key, ByteView info, const HpkePsk& psk,
                                                     Random& random, HpkeAead aead) {
  if (!good(psk)) return std::unexpected(CryptoError::bad_argument);
  BREDVID_TRY(encapsulated, kem_encapsulate(public_key, random));
  return Sender{std::move(encapsulated.enc), key_schedule(encapsulated.shared_secret, info, &psk, aead)};
}

Result<HpkeContext> HpkeContext::from_sender(ByteView enc, ByteView private_key, ByteView info, const HpkePsk& psk,
                                             HpkeAead aead) {
  if (!good(psk)) return std::unexpected(CryptoError::bad_argument);
  BREDVID_TRY(shared_secret, kem_decapsulate(enc, private_key));
  return key_schedule(shared_secret, info, &psk, aead);
}

// base_nonce XOR sequence (RFC 9180 5.2).
Result<SecretBytes> HpkeContext::next_nonce() const {
  if (aead_ == HpkeAead::export_only || sequence_ >= kMaxMessages) return std::unexpected(CryptoError::bad_argument);
  SecretBytes nonce = base_nonce_.clone();
  for (std::size_t i = 0; i < sizeof sequence_; ++i) {
    nonce.mutable_view()[nonce.size() - 1 - i] ^= static_cast<std::uint8_t>(sequence_ >> (8 * i));
  }
  return nonce;
}

Result<Bytes> HpkeContext::seal(ByteView additional_data, ByteView plaintext) {
  BREDVID_TRY(nonce, next_nonce());
  BREDVID_TRY(ciphertext, aead_seal(key_.view(), nonce.view(), additional_data, plaintext));
  ++sequence_;
  return std::move(ciphertext);
}

Result<SecretBytes> HpkeContext::open(ByteView additional_data, ByteView ciphertext) {
  BREDVID_TRY(nonce, next_nonce());
  BREDVID_TRY(plaintext, aead_open(key_.view(), nonce.view(), additional_data, ciphertext));
  ++sequence_;
  return std::move(plaintext);
}

Result<SecretBytes> HpkeContext::export_secret(ByteView exporter_context, std::size_t size_bytes) const {
  return hkdf_expand(exporter_secret_.view(), detail::expand_info(suite_id(aead_), "sec", exporter_context, size_bytes),
                     size_bytes);
}

Result<HpkeMessage> hpke_seal(ByteView public_key, ByteView info, ByteView additional_data, ByteView plaintext,
                              Random& random) {
  BREDVID_TRY(sender, HpkeContext::to_receiver(public_key, info, random));
  BREDVID_TRY(ciphertext, sender.context.seal(additional_data, plaintext));
  return HpkeMessage{std::move(sender.enc), std::move(ciphertext)};
}

Result<SecretBytes> hpke_open(ByteView private_key, const HpkeMessage& message, ByteView info,
                              ByteView additional_data) {
  BREDVID_TRY(context, HpkeContext::from_sender(message.enc, private_key, info));
  return context.open(additional_data, message.ciphertext);
}

}  // namespace bredvid::crypto
