// The labelled forms of hash, KDF, signature and encryption (RFC 9420 5.1, 5.2, 8, 9).
//
// Every label but RefHash's gets "MLS 1.0 " in front, so that nothing made for MLS can be used for something else.
#pragma once

#include "crypto/primitives/hash.h"
#include "crypto/primitives/hpke.h"

namespace bredvid::mls {

// struct { opaque label<V>; opaque value<V>; } RefHashInput;
[[nodiscard]] Bytes ref_hash(std::string_view label, ByteView value);
[[nodiscard]] Bytes key_package_ref(ByteView encoded_key_package);         // "MLS 1.0 KeyPackage Reference"
[[nodiscard]] Bytes proposal_ref(ByteView encoded_authenticated_content);  // "MLS 1.0 Proposal Reference"

// struct { uint16 length; opaque label<V>; opaque context<V>; } KDFLabel;
[[nodiscard]] Bytes kdf_label(std::string_view label, ByteView context, std::size_t size_bytes);

template <std::size_t Size>
[[nodiscard]] SecretBytes expand_with_label(const SecretBytes& secret, std::string_view label, ByteView context) {
  return crypto::hkdf_expand<Size>(secret.view(), kdf_label(label, context, Size));
}

// Errors: bad_argument beyond 255 * 32 bytes.
[[nodiscard]] Result<SecretBytes> expand_with_label(const SecretBytes& secret, std::string_view label, ByteView context,
                                                    std::size_t size_bytes);

// ExpandWithLabel(secret, label, "", KDF.Nh)
[[nodiscard]] inline SecretBytes derive_secret(const SecretBytes& secret, std::string_view label) {
  return expand_with_label<crypto::kHashSize>(secret, label, {});
}

// ExpandWithLabel(secret, label, generation, Size)
template <std::size_t Size>
[[nodiscard]] SecretBytes derive_tree_secret(const SecretBytes& secret, std::string_view label,
                                             std::uint32_t generation) {
  const Bytes context{static_cast<std::uint8_t>(generation >> 24), static_cast<std::uint8_t>(generation >> 16),
                      static_cast<std::uint8_t>(generation >> 8), static_cast<std::uint8_t>(generation)};
  return expand_with_label<Size>(secret, label, context);
}

// struct { opaque label<V>; opaque content<V>; } SignContent;
[[nodiscard]] Result<Bytes> sign_with_label(ByteView seed, std::string_view label, ByteView content);
[[nodiscard]] Result<void> verify_with_label(ByteView public_key, std::string_view label, ByteView content,
                                             ByteView signature);

// struct { opaque label<V>; opaque context<V>; } EncryptContext;
[[nodiscard]] Result<crypto::HpkeMessage> encrypt_with_label(ByteView public_key, std::string_view label,
                                                             ByteView context, ByteView plaintext, Random& random);
[[nodiscard]] Result<SecretBytes> decrypt_with_label(ByteView private_key, std::string_view label, ByteView context,
                                                     const crypto::HpkeMessage& message);

}  // namespace bredvid::mls
