// Signing, the membership tag and encryption of messages (RFC 9420 6.1-6.3).
#pragma once

#include <functional>

#include "crypto/mls/framing.h"
#include "crypto/mls/secret_tree.h"
#include "crypto/primitives/signature.h"

namespace bredvid::mls {

// Signs content as it will be framed in `wire_format`; the confirmation tag of a commit is added afterwards.
[[nodiscard]] Result<AuthenticatedContent> sign_content(std::uint16_t wire_format, FramedContent content,
                                                        ByteView encoded_context, ByteView seed);
// Errors: bad_signature.
[[nodiscard]] Result<void> verify_content(const AuthenticatedContent& content, ByteView encoded_context,
                                          ByteView signature_key);

// Adds the membership tag when the sender is a member. Errors: bad_argument for application data, which is never
// public.
[[nodiscard]] Result<PublicMessage> protect_public(AuthenticatedContent content, const SecretBytes& membership_key,
                                                   ByteView encoded_context);
// Checks the membership tag; the signature is still to be verified. Errors: bad_membership_tag, malformed for
// application data.
[[nodiscard]] Result<AuthenticatedContent> unprotect_public(PublicMessage message, const SecretBytes& membership_key,
                                                            ByteView encoded_context);

// What private messages of one epoch need.
struct PrivateKeys {
  SecretTree& secret_tree;
  const SecretBytes& sender_data_secret;
  ByteView encoded_context;
};

// Bytes that content, signature and lengths take at most around application data, so that a padded message's length
// tells nothing about the data's: varint of the data, varint and bytes of the signature.
inline constexpr std::size_t kPrivateOverhead = 4 + 2 + crypto::kSignatureSize;

// Handshakes are padded to a multiple of this, so that a commit's length says little about what it does.
inline constexpr std::size_t kHandshakeStep = 256;

// Spends one generation of the sender's ratchet. `content_size` is what the plaintext is padded to; 0 stands for the
// next multiple of kHandshakeStep. Errors: bad_argument when the content is longer, unknown_sender.
[[nodiscard]] Result<PrivateMessage> protect_private(const AuthenticatedContent& content, std::size_t content_size,
                                                     PrivateKeys keys, Random& random);

// Finds the signature key of a leaf of that epoch, null when blank.
using SignatureKeyLookup = std::function<const Bytes*(LeafIndex)>;

// A message that was decrypted and verified, and its sender's ratchet without the key that opened it.
struct OpenedPrivate {
  AuthenticatedContent content;
  LeafIndex sender;
  RatchetType type = RatchetType::application;
  Ratchet moved;

  // Puts the ratchet in place: the key is spent. REQUIRES the tree that it was opened with, or a copy.
  void spend(SecretTree& secret_tree);
};

// Decrypts and verifies the signature; nothing moves. `own` is refused as own_message, or as state_rolled_back when
// the key is one that our ratchet has yet to use.
// Errors: decrypt_failed, unknown_sender, own_message, state_rolled_back, replayed, too_far_ahead, bad_padding,
// bad_signature, codec.
[[nodiscard]] Result<OpenedPrivate> open_private(const PrivateMessage& message, LeafIndex own,
                                                 const SignatureKeyLookup& lookup, const PrivateKeys& keys);

// The same, and spends the key.
[[nodiscard]] Result<AuthenticatedContent> unprotect_private(const PrivateMessage& message, LeafIndex own,
                                                             const SignatureKeyLookup& lookup, PrivateKeys keys);

}  // namespace bredvid::mls
