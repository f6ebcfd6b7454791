#include "tests/bench/primitive_bench.h"

#include <array>

#include <sodium.h>

#include "crypto/base/bytes.h"
#include "tests/bench/stopwatch.h"

namespace bredvid::bench {
namespace {

using Key = std::array<std::uint8_t, 32>;

constexpr std::size_t kBatch = 20;
constexpr std::size_t kMessage = 400;  // about what is signed: a label, a content, a group context
constexpr std::size_t kLong = 16384;   // long enough that only the bytes count
constexpr std::size_t kSha256Block = 64;
constexpr std::size_t kKilobyte = 1024;

template <typename Step>
double median_us(Step&& step) {
  const auto took_us = time_step(kBatch, [] { return 0; }, [&](int) { step(); });
  return took_us[took_us.size() / 2];
}

void report(const char* primitive, double us) {
  std::printf("{\"bench\":\"mls\",\"platform\":\"%s\",\"primitive\":\"%s\",\"us\":%.3f}\n", kPlatform, primitive, us);
}

void report_aead(const Key& key) {
  const Bytes nonce(12);
  const Bytes plain(kLong, 1);
  Bytes sealed(kLong + 16);
  const auto seal = [&](std::size_t size) {
    return median_us([&] {
      crypto_aead_chacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), size, nullptr, 0, nullptr,
                                                nonce.data(), key.data());
    });
  };
  const double empty = seal(0);
  report("aead", empty);
  report("aead_kb", (seal(kLong) - empty) * kKilobyte / kLong);
}

}  // namespace

void primitives() {
  const Key seed{7};
  const Bytes message(kMessage, 1);
  Key public_key;
  Key out;
  std::array<std::uint8_t, 64> secret_key;
  std::array<std::uint8_t, 64> signature;
  report("ed25519_keypair",
         median_us([&] { crypto_sign_seed_keypair(public_key.data(), secret_key.data(), seed.data()); }));
  report("ed25519_sign", median_us([&] {
           crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_key.data());
         }));
  report("ed25519_verify", median_us([&] {
           require(
               crypto_sign_verify_detached(signature.data(), message.data(), message.size(), public_key.data()) == 0,
               "verify");
         }));
  report("x25519_public", median_us([&] { crypto_scalarmult_base(public_key.data(), seed.data()); }));
  report("x25519",
         median_us([&] { require(crypto_scalarmult(out.data(), seed.data(), public_key.data()) == 0, "x25519"); }));
  const Bytes long_message(kLong, 1);
  report("sha256_block",
         median_us([&] { crypto_hash_sha256(out.data(), long_message.data(), kLong); }) * kSha256Block / kLong);
  report_aead(seed);
}

}  // namespace bredvid::bench
