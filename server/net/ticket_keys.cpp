#include "server/net/ticket_keys.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace bredvid::net {

TicketKeyRing::TicketKeyRing(Now now_ms, Random random)
    : now_ms_(std::move(now_ms)), random_(std::move(random)), began_ms_(now_ms_()), current_(fresh()) {}

std::shared_ptr<TicketKeyRing> TicketKeyRing::make() {
  const auto now = [] {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
  };
  const auto random = [](std::span<std::uint8_t> out) {
    if (RAND_priv_bytes(out.data(), static_cast<int>(out.size())) != 1) throw std::runtime_error("no randomness");
  };
  return std::make_shared<TicketKeyRing>(now, random);
}

std::shared_ptr<const TicketKey> TicketKeyRing::current() {
  const std::lock_guard lock(mutex_);
  rotate_if_due();
  return current_;
}

std::shared_ptr<const TicketKey> TicketKeyRing::find(std::span<const std::uint8_t, 16> name) {
  const std::lock_guard lock(mutex_);
  rotate_if_due();
  for (const auto& key : {current_, previous_}) {
    if (key && std::ranges::equal(key->name, name)) return key;
  }
  return nullptr;
}

void TicketKeyRing::forget() {
  const std::lock_guard lock(mutex_);
  current_ = fresh();
  previous_ = nullptr;
  began_ms_ = now_ms_();
}

void TicketKeyRing::rotate_if_due() {
  const std::int64_t now = now_ms_();
  const std::int64_t age = now - began_ms_;
  if (age < kTicketRotation_ms) return;
  // After a pause of two rotations or more the current key, too, is older than a previous one may be.
  previous_ = age < 2 * kTicketRotation_ms ? current_ : nullptr;
  current_ = fresh();
  began_ms_ = now;
}

std::shared_ptr<const TicketKey> TicketKeyRing::fresh() const {
  auto key = std::make_shared<TicketKey>();
  random_(key->name);
  std::array<std::uint8_t, Secret32::kSize> raw{};
  random_(raw);
  key->cipher = Secret32(raw);
  random_(raw);
  key->mac = Secret32(raw);
  OPENSSL_cleanse(raw.data(), raw.size());
  return key;
}

}  // namespace bredvid::net
