// HPKE (RFC 9180), base mode and PSK mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305 or export-only.
//
// MLS uses base mode. With a PSK, whoever has no more than the public key can neither seal nor open (the open door).
// One context is one direction: messages are opened in the order they were sealed. MLS uses only the first message.
#pragma once

#include "crypto/primitives/kem.h"

namespace bredvid::crypto {

enum class HpkeAead : std::uint16_t { chacha20_poly1305 = 0x0003, export_only = 0xffff };

inline constexpr std::size_t kMinHpkePskSize = 32;  // RFC 9180 9.5

// What both ends share beforehand. The key is borrowed and must outlive the call.
struct HpkePsk {
  ByteView key;  // at least kMinHpkePskSize bytes
  ByteView id;   // public, never empty
};

struct HpkeMessage {
  Bytes enc;
  Bytes ciphertext;
};

class HpkeContext {
 public:
  // Base mode. Both: errors bad_key. `info` binds the context to its purpose.
  struct Sender;
  [[nodiscard]] static Result<Sender> to_receiver(ByteView public_key, ByteView info, Random& random,
                                                  HpkeAead aead = HpkeAead::chacha20_poly1305);
  [[nodiscard]] static Result<HpkeContext> from_sender(ByteView enc, ByteView private_key, ByteView info,
                                                       HpkeAead aead = HpkeAead::chacha20_poly1305);
  // PSK mode (RFC 9180 5.1.2). Errors: bad_argument for a PSK that is too short or has no id, so that a missing one
  // never becomes base mode; bad_key.
  [[nodiscard]] static Result<Sender> to_receiver(ByteView public_key, ByteView info, const HpkePsk& psk,
                                                  Random& random, HpkeAead aead = HpkeAead::chacha20_poly1305);
  [[nodiscard]] static Result<HpkeContext> from_sender(ByteView enc, ByteView private_key, ByteView info,
                                                       const HpkePsk& psk, HpkeAead aead = HpkeAead::chacha20_poly1305);

  // Errors: bad_argument for an export-only context or after 2^32 messages; decrypt_failed. The sequence number
  // advances only on success.
  [[nodiscard]] Result<Bytes> seal(ByteView additional_data, ByteView plaintext);
  [[nodiscard]] Result<SecretBytes> open(ByteView additional_data, ByteView ciphertext);

  // RFC 9180 5.3. Errors: bad_argument beyond 255 * 32 bytes.
  [[nodiscard]] Result<SecretBytes> export_secret(ByteView exporter_context, std::size_t size_bytes) const;

 private:
  // psk: null in base mode
  static HpkeContext key_schedule(const SecretBytes& shared_secret, ByteView info, const HpkePsk* psk, HpkeAead aead);
  [[nodiscard]] Result<SecretBytes> next_nonce() const;

  HpkeAead aead_ = HpkeAead::chacha20_poly1305;
  SecretBytes key_;
  SecretBytes base_nonce_;
  SecretBytes exporter_secret_;
  std::uint64_t sequence_ = 0;
};

struct HpkeContext::Sender {
  Bytes enc;
  HpkeContext context;
};

// One message, as MLS uses it.
[[nodiscard]] Result<HpkeMessage> hpke_seal(ByteView public_key, ByteView info, ByteView additional_data,
                                            ByteView plaintext, Random& random);
[[nodiscard]] Result<SecretBytes> hpke_open(ByteView private_key, const HpkeMessage& message, ByteView info,
                                            ByteView additional_data);

}  // namespace bredvid::crypto
