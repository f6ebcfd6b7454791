#include "crypto/base/secret_bytes.h"

#include <utility>

#include <sodium.h>

namespace bredvid {

void wipe(void* data, std::size_t size_bytes) {
  if (size_bytes != 0) sodium_memzero(data, size_bytes);
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  if (this != &other) {
    Storage(std::move(other.data_)).swap(data_);  // our old memory is wiped when the temporary dies
    other.data_.clear();
  }
  return *this;
}

bool equal_constant_time(const SecretBytes& left, const SecretBytes& right) {
  return equal_constant_time(left.view(), right.view());
}

}  // namespace bredvid
