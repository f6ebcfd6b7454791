// Bytes that are a secret: keys, shared secrets, plaintext state.
//
// Move-only, so that a copy is always written out (`clone`). Zeroised when destroyed or overwritten. Can't be printed:
// streaming is deleted and it is no range, so neither a log nor a test framework shows the content by accident.
// Nothing here is locked in memory: WebAssembly has no such call and the browser's memory is not ours to lock.
#pragma once

#include <iosfwd>
#include <vector>

#include "crypto/base/bytes.h"
#include "crypto/base/wiping_allocator.h"

namespace bredvid {

// Bytes that may be copied but are wiped when their memory is given back: the plaintext of messages, which can carry
// keys. A secret that has a name of its own is a SecretBytes.
using WipedBytes = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;

class SecretBytes {
 public:
  using Storage = WipedBytes;

  SecretBytes() = default;
  // `size_bytes` zeros.
  explicit SecretBytes(std::size_t size_bytes) : data_(size_bytes) {}
  // Copies; wiping the source is its owner's duty.
  explicit SecretBytes(ByteView source) : data_(source.begin(), source.end()) {}
  explicit SecretBytes(Storage&& storage) : data_(std::move(storage)) {}

  SecretBytes(SecretBytes&& other) noexcept : data_(std::move(other.data_)) { other.data_.clear(); }
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  ~SecretBytes() = default;

  [[nodiscard]] SecretBytes clone() const { return SecretBytes(view()); }
  [[nodiscard]] std::size_t size() const { return data_.size(); }
  [[nodiscard]] bool empty() const { return data_.empty(); }

  // The view lives until this object is moved from, assigned or destroyed.
  [[nodiscard]] ByteView view() const { return {data_.data(), data_.size()}; }
  [[nodiscard]] MutableByteView mutable_view() { return {data_.data(), data_.size()}; }

  friend std::ostream& operator<<(std::ostream&, const SecretBytes&) = delete;

 private:
  Storage data_;
};

// Constant time. Different lengths are unequal at once.
[[nodiscard]] bool equal_constant_time(const SecretBytes& left, const SecretBytes& right);

}  // namespace bredvid
