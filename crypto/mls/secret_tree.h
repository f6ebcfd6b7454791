// Message keys: two ratchets for each leaf, one for handshakes and one for application data (RFC 9420 9).
//
// The whole tree is unfolded when an epoch begins and its inner secrets are gone at once: with a handful of leaves that
// costs nothing and leaves only the ratchets to look after. A ratchet remembers the keys of generations that were
// jumped over, up to a limit, and forgets each key when it was used.
#pragma once

#include <vector>

#include "crypto/base/error.h"
#include "crypto/mls/tree_math.h"
#include "crypto/primitives/aead.h"
#include "crypto/tls_codec/reader.h"
#include "crypto/tls_codec/writer.h"

namespace bredvid::mls {

// How far a message may jump ahead of the last one seen. Larger forgives more lost messages, smaller costs an attacker
// inside the group less of our time and memory to waste.
inline constexpr std::uint32_t kForwardLimit = 256;
// How many skipped keys wait for late messages; the oldest go first.
inline constexpr std::size_t kSkippedLimit = 256;

enum class RatchetType : std::uint8_t { handshake, application };

struct MessageKey {
  SecretBytes key;
  SecretBytes nonce;
};

class Ratchet {
 public:
  Ratchet() = default;
  explicit Ratchet(SecretBytes first) : secret_(std::move(first)) {}
  [[nodiscard]] Ratchet clone() const;

  [[nodiscard]] std::uint32_t next_generation() const { return next_; }
  // The key of a generation, once. Errors: replayed (used or too old), too_far_ahead. Nothing moves on an error.
  [[nodiscard]] Result<MessageKey> take(std::uint32_t generation);
  // Passes over the next `count` generations; their keys are gone. Errors: bad_argument beyond kForwardLimit, which
  // others would not follow.
  [[nodiscard]] Result<void> skip(std::uint32_t count);

  void encode(tls::Writer& writer) const;
  static Ratchet decode(tls::Reader& reader);

 private:
  struct Skipped {
    std::uint32_t generation;
    MessageKey key;
  };
  MessageKey step();

  SecretBytes secret_;
  std::uint32_t next_ = 0;
  std::vector<Skipped> skipped_;  // oldest first
};

class SecretTree {
 public:
  SecretTree() = default;
  // REQUIRES a power of two.
  SecretTree(const SecretBytes& encryption_secret, LeafCount leaves);
  [[nodiscard]] SecretTree clone() const;

  [[nodiscard]] LeafCount leaf_count() const { return {static_cast<std::uint32_t>(leaves_.size())}; }
  // Null outside the tree.
  [[nodiscard]] Ratchet* ratchet(LeafIndex leaf, RatchetType type);
  [[nodiscard]] const Ratchet* ratchet(LeafIndex leaf, RatchetType type) const;

  void encode(tls::Writer& writer) const;
  static SecretTree decode(tls::Reader& reader);

 private:
  struct LeafRatchets {
    Ratchet handshake;
    Ratchet application;
  };
  std::vector<LeafRatchets> leaves_;
};

// The key that hides who sent a message (6.3.2); the sample is the first 32 bytes of the ciphertext.
[[nodiscard]] MessageKey sender_data_key(const SecretBytes& sender_data_secret, ByteView ciphertext);

}  // namespace bredvid::mls
