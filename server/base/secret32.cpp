#include "server/base/secret32.h"

#include <sodium.h>

#include <cstring>

namespace bredvid {

std::optional<Secret32> Secret32::from(std::span<const std::uint8_t> raw) {
  if (raw.size() != kSize) return std::nullopt;
  Secret32 secret;
  std::memcpy(secret.bytes_.data(), raw.data(), kSize);
  return secret;
}

Secret32::Secret32(Secret32&& other) noexcept : bytes_(other.bytes_) {
  other.wipe();
}

Secret32& Secret32::operator=(Secret32&& other) noexcept {
  if (this != &other) {
    bytes_ = other.bytes_;
    other.wipe();
  }
  return *this;
}

Secret32::~Secret32() {
  wipe();
}

bool Secret32::equals(const Secret32& other) const {
  return sodium_memcmp(bytes_.data(), other.bytes_.data(), kSize) == 0;
}

void Secret32::wipe() {
  sodium_memzero(bytes_.data(), kSize);
}

}  // namespace bredvid
