#include "crypto/mls/types.h"

namespace bredvid::mls {
namespace {

void encode_numbers(tls::Writer& writer, const std::vector<std::uint16_t>& numbers) {
  writer.vector([&](tls::Writer& inner) {
    for (std::uint16_t number : numbers) inner.u16(number);
  });
}

std::vector<std::uint16_t> decode_numbers(tls::Reader& reader) {
  return reader.items<std::uint16_t>([](tls::Reader& inner) { return inner.u16(); });
}

}  // namespace

void Extension::encode(tls::Writer& writer) const {
  writer.u16(type);
  writer.opaque(data);
}

Extension Extension::decode(tls::Reader& reader) {
  const std::uint16_t type = reader.u16();
  return {type, reader.opaque()};
}

Extensions decode_extensions(tls::Reader& reader) {
  Extensions extensions = reader.items<Extension>();
  std::vector<std::uint16_t> types;  // sorted, so that a long list does not cost the square of its length
  for (const Extension& extension : extensions) types.push_back(extension.type);
  std::sort(types.begin(), types.end());
  if (std::adjacent_find(types.begin(), types.end()) != types.end()) reader.fail(CryptoError::malformed);
  return extensions;
}

const Extension* find_extension(const Extensions& extensions, std::uint16_t type) {
  for (const Extension& extension : extensions) {
    if (extension.type == type) return &extension;
  }
  return nullptr;
}

void Credential::encode(tls::Writer& writer) const {
  writer.u16(type);
  if (type == kBasic) {
    writer.opaque(identity);
  } else {
    writer.vector([&](tls::Writer& inner) {
      for (const Bytes& certificate : certificates) inner.opaque(certificate);
    });
  }
}

Credential Credential::decode(tls::Reader& reader) {
  Credential credential;
  credential.type = reader.u16();
  if (credential.type == kBasic) {
    credential.identity = reader.opaque();
  } else if (credential.type == kX509) {
    credential.certificates = reader.items<Bytes>([](tls::Reader& inner) { return inner.opaque(); });
  } else {
    reader.fail(CryptoError::unsupported);
  }
  return credential;
}

void Capabilities::encode(tls::Writer& writer) const {
  for (const auto* list : {&versions, &cipher_suites, &extensions, &proposals, &credentials}) {
    encode_numbers(writer, *list);
  }
}

Capabilities Capabilities::decode(tls::Reader& reader) {
  Capabilities made;
  for (auto* list : {&made.versions, &made.cipher_suites, &made.extensions, &made.proposals, &made.credentials}) {
    *list = decode_numbers(reader);
  }
  return made;
}

Capabilities own_capabilities() {
  return {{kMls10}, {kSuite}, {extension_type::kLastResort}, {}, {Credential::kBasic}};
}

void RequiredCapabilities::encode(tls::Writer& writer) const {
  for (const auto* list : {&types.extensions, &types.proposals, &types.credentials}) encode_numbers(writer, *list);
}

RequiredCapabilities RequiredCapabilities::decode(tls::Reader& reader) {
  RequiredCapabilities made;
  for (auto* list : {&made.types.extensions, &made.types.proposals, &made.types.credentials}) {
    *list = decode_numbers(reader);
  }
  return made;
}

bool meets(const Capabilities& capabilities, const Requirements& requirements) {
  for (std::uint16_t type : requirements.extensions) {
    if (!is_default_extension(type) && !contains(capabilities.extensions, type)) return false;
  }
  for (std::uint16_t type : requirements.proposals) {
    if (!is_default_proposal(type) && !contains(capabilities.proposals, type)) return false;
  }
  return std::all_of(requirements.credentials.begin(), requirements.credentials.end(),
                     [&](std::uint16_t type) { return contains(capabilities.credentials, type); });
}

void encode_hpke(tls::Writer& writer, const crypto::HpkeMessage& message) {
  writer.opaque(message.enc);
  writer.opaque(message.ciphertext);
}

crypto::HpkeMessage decode_hpke(tls::Reader& reader) {
  Bytes enc = reader.opaque();
  return {std::move(enc), reader.opaque()};
}

}  // namespace bredvid::mls
