// LabeledExtract and LabeledExpand of RFC 9180 4, shared by the KEM and HPKE. For this folder only.
#pragma once

#include "crypto/primitives/hash.h"

namespace bredvid::crypto::detail {

inline constexpr std::uint16_t kKemId = 0x0020;  // DHKEM(X25519, HKDF-SHA256)
inline constexpr std::uint16_t kKdfId = 0x0001;  // HKDF-SHA256

[[nodiscard]] inline Bytes two_bytes(std::size_t value) {
  return {static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
}

[[nodiscard]] inline SecretBytes labeled_extract(ByteView salt, ByteView suite_id, std::string_view label,
                                                 ByteView input_key) {
  SecretBytes::Storage labeled;
  for (ByteView part : {bytes_of("HPKE-v1"), suite_id, bytes_of(label), input_key}) {
    labeled.insert(labeled.end(), part.begin(), part.end());
  }
  return hkdf_extract(salt, {labeled.data(), labeled.size()});
}

[[nodiscard]] inline Bytes expand_info(ByteView suite_id, std::string_view label, ByteView info, std::size_t size) {
  return concat({two_bytes(size), bytes_of("HPKE-v1"), suite_id, bytes_of(label), info});
}

template <std::size_t Size>
[[nodiscard]] SecretBytes labeled_expand(const SecretBytes& key, ByteView suite_id, std::string_view label,
                                         ByteView info) {
  return hkdf_expand<Size>(key.view(), expand_info(suite_id, label, info, Size));
}

}  // namespace bredvid::crypto::detail
