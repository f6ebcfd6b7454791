#include "crypto/mls/labels.h"

#include <string>

#include "crypto/primitives/signature.h"
#include "crypto/tls_codec/writer.h"

namespace bredvid::mls {
namespace {

// Wiped, because content may be an application message.
SecretBytes labelled(std::string_view label, ByteView content) {
  tls::Writer writer;
  writer.opaque(bytes_of(std::string("MLS 1.0 ").append(label)));
  writer.opaque(content);
  return std::move(writer).take_secret();
}

}  // namespace

Bytes ref_hash(std::string_view label, ByteView value) {
  tls::Writer writer;
  writer.opaque(bytes_of(label));
  writer.opaque(value);
  return crypto::sha256(writer.view());
}

Bytes key_package_ref(ByteView encoded_key_package) {
  return ref_hash("MLS 1.0 KeyPackage Reference", encoded_key_package);
}

Bytes proposal_ref(ByteView encoded_authenticated_content) {
  return ref_hash("MLS 1.0 Proposal Reference", encoded_authenticated_content);
}

Bytes kdf_label(std::string_view label, ByteView context, std::size_t size_bytes) {
  tls::Writer writer;
  writer.u16(static_cast<std::uint16_t>(size_bytes));
  writer.fixed(labelled(label, context).view());
  return writer.take();
}

Result<SecretBytes> expand_with_label(const SecretBytes& secret, std::string_view label, ByteView context,
                                      std::size_t size_bytes) {
  return crypto::hkdf_expand(secret.view(), kdf_label(label, context, size_bytes), size_bytes);
}

Result<Bytes> sign_with_label(ByteView seed, std::string_view label, ByteView content) {
  return crypto::sign(seed, labelled(label, content).view());
}

Result<void> verify_with_label(ByteView public_key, std::string_view label, ByteView content, ByteView signature) {
  return crypto::verify(public_key, labelled(label, content).view(), signature);
}

Result<crypto::HpkeMessage> encrypt_with_label(ByteView public_key, std::string_view label, ByteView context,
                                               ByteView plaintext, Random& random) {
  return crypto::hpke_seal(public_key, labelled(label, context).view(), {}, plaintext, random);
}

Result<SecretBytes> decrypt_with_label(ByteView private_key, std::string_view label, ByteView context,
                                       const crypto::HpkeMessage& message) {
  return crypto::hpke_open(private_key, message, labelled(label, context).view(), {});
}

}  // namespace bredvid::mls
