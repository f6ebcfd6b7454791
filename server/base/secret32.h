// 32 secret bytes: redeem tokens, shares, share_auth. Move-only, zeroised, compared in constant time,
// and without any way to print them. A copy has to be asked for by name.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace bredvid {

class Secret32 {
 public:
  static constexpr std::size_t kSize = 32;

  Secret32() = default;
  explicit Secret32(const std::array<std::uint8_t, kSize>& bytes) : bytes_(bytes) {}
  /// nullopt unless `raw` is exactly 32 bytes.
  [[nodiscard]] static std::optional<Secret32> from(std::span<const std::uint8_t> raw);

  Secret32(const Secret32&) = delete;
  Secret32& operator=(const Secret32&) = delete;
  Secret32(Secret32&& other) noexcept;
  Secret32& operator=(Secret32&& other) noexcept;
  ~Secret32();

  [[nodiscard]] Secret32 copy() const { return Secret32(bytes_); }
  [[nodiscard]] std::span<const std::uint8_t, kSize> view() const { return bytes_; }
  [[nodiscard]] friend bool operator==(const Secret32& a, const Secret32& b) { return a.equals(b); }

 private:
  [[nodiscard]] bool equals(const Secret32& other) const;
  void wipe();

  std::array<std::uint8_t, kSize> bytes_{};
};

}  // namespace bredvid
