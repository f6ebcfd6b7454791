// How often a step calls libsodium: the linker puts the functions below in front of libsodium's own (--wrap). Native
// only; the same sources make the same calls in WebAssembly. One line a step, which run.mjs multiplies with the times
// of primitive_bench.
#include <sodium.h>

#include "tests/bench/mls_groups.h"
#include "tests/bench/stopwatch.h"

namespace {

struct Counts {
  std::size_t x25519 = 0;
  std::size_t x25519_public = 0;
  std::size_t ed25519_keypair = 0;
  std::size_t ed25519_sign = 0;
  std::size_t ed25519_verify = 0;
  std::size_t sha256_block = 0;
  std::size_t aead = 0;
  std::size_t aead_bytes = 0;
};
Counts counted;
std::size_t hmac_bytes = 0;

constexpr std::size_t kBlock = 64;
constexpr std::size_t kPaddingAndLength = 9;

// Compressions for a message of this size.
std::size_t blocks_of(std::size_t size) {
  return (size + kPaddingAndLength + kBlock - 1) / kBlock;
}

}  // namespace

extern "C" {

int __real_crypto_scalarmult(unsigned char*, const unsigned char*, const unsigned char*);
int __wrap_crypto_scalarmult(unsigned char* out, const unsigned char* scalar, const unsigned char* point) {
  ++counted.x25519;
  return __real_crypto_scalarmult(out, scalar, point);
}
int __real_crypto_scalarmult_base(unsigned char*, const unsigned char*);
int __wrap_crypto_scalarmult_base(unsigned char* out, const unsigned char* scalar) {
  ++counted.x25519_public;
  return __real_crypto_scalarmult_base(out, scalar);
}
int __real_crypto_sign_seed_keypair(unsigned char*, unsigned char*, const unsigned char*);
int __wrap_crypto_sign_seed_keypair(unsigned char* public_key, unsigned char* secret_key, const unsigned char* seed) {
  ++counted.ed25519_keypair;
  return __real_crypto_sign_seed_keypair(public_key, secret_key, seed);
}
int __real_crypto_sign_detached(unsigned char*, unsigned long long*, const unsigned char*, unsigned long long,
                                const unsigned char*);
int __wrap_crypto_sign_detached(unsigned char* signature, unsigned long long* size, const unsigned char* message,
                                unsigned long long message_size, const unsigned char* key) {
  ++counted.ed25519_sign;
  return __real_crypto_sign_detached(signature, size, message, message_size, key);
}
int __real_crypto_sign_verify_detached(const unsigned char*, const unsigned char*, unsigned long long,
                                       const unsigned char*);
int __wrap_crypto_sign_verify_detached(const unsigned char* signature, const unsigned char* message,
                                       unsigned long long message_size, const unsigned char* key) {
  ++counted.ed25519_verify;
  return __real_crypto_sign_verify_detached(signature, message, message_size, key);
}
int __real_crypto_hash_sha256(unsigned char*, const unsigned char*, unsigned long long);
int __wrap_crypto_hash_sha256(unsigned char* out, const unsigned char* data, unsigned long long size) {
  counted.sha256_block += blocks_of(size);
  return __real_crypto_hash_sha256(out, data, size);
}
// HMAC: one block each for the inner and the outer key (keys are never longer than a block here), the message, and the
// outer hash of 32 bytes.
int __real_crypto_auth_hmacsha256_init(crypto_auth_hmacsha256_state*, const unsigned char*, size_t);
int __wrap_crypto_auth_hmacsha256_init(crypto_auth_hmacsha256_state* state, const unsigned char* key, size_t size) {
  counted.sha256_block += 2;
  hmac_bytes = 0;
  return __real_crypto_auth_hmacsha256_init(state, key, size);
}
int __real_crypto_auth_hmacsha256_update(crypto_auth_hmacsha256_state*, const unsigned char*, unsigned long long);
int __wrap_crypto_auth_hmacsha256_update(crypto_auth_hmacsha256_state* state, const unsigned char* data,
                                         unsigned long long size) {
  hmac_bytes += size;
  return __real_crypto_auth_hmacsha256_update(state, data, size);
}
int __real_crypto_auth_hmacsha256_final(crypto_auth_hmacsha256_state*, unsigned char*);
int __wrap_crypto_auth_hmacsha256_final(crypto_auth_hmacsha256_state* state, unsigned char* out) {
  counted.sha256_block += blocks_of(hmac_bytes) + 1;
  return __real_crypto_auth_hmacsha256_final(state, out);
}
int __real_crypto_aead_chacha20poly1305_ietf_encrypt(unsigned char*, unsigned long long*, const unsigned char*,
                                                     unsigned long long, const unsigned char*, unsigned long long,
                                                     const unsigned char*, const unsigned char*, const unsigned char*);
int __wrap_crypto_aead_chacha20poly1305_ietf_encrypt(unsigned char* out, unsigned long long* out_size,
                                                     const unsigned char* plain, unsigned long long size,
                                                     const unsigned char* aad, unsigned long long aad_size,
                                                     const unsigned char* none, const unsigned char* nonce,
                                                     const unsigned char* key) {
  ++counted.aead;
  counted.aead_bytes += size + aad_size;
  return __real_crypto_aead_chacha20poly1305_ietf_encrypt(out, out_size, plain, size, aad, aad_size, none, nonce, key);
}
int __real_crypto_aead_chacha20poly1305_ietf_decrypt(unsigned char*, unsigned long long*, unsigned char*,
                                                     const unsigned char*, unsigned long long, const unsigned char*,
                                                     unsigned long long, const unsigned char*, const unsigned char*);
int __wrap_crypto_aead_chacha20poly1305_ietf_decrypt(unsigned char* out, unsigned long long* out_size,
                                                     unsigned char* none, const unsigned char* sealed,
                                                     unsigned long long size, const unsigned char* aad,
                                                     unsigned long long aad_size, const unsigned char* nonce,
                                                     const unsigned char* key) {
  ++counted.aead;
  counted.aead_bytes += size + aad_size;
  return __real_crypto_aead_chacha20poly1305_ietf_decrypt(out, out_size, none, sealed, size, aad, aad_size, nonce, key);
}

}  // extern "C"

namespace bredvid::bench {
namespace {

template <typename Step>
void count(const char* what, std::size_t members, Step&& step) {
  counted = {};
  step();
  const Counts c = counted;
  constexpr double kKilobyte = 1024;
  std::printf(
      "{\"bench\":\"mls\",\"calls_of\":\"%s\",\"members\":%zu,\"x25519\":%zu,\"x25519_public\":%zu,"
      "\"ed25519_keypair\":%zu,\"ed25519_sign\":%zu,\"ed25519_verify\":%zu,\"sha256_block\":%zu,\"aead\":%zu,"
      "\"aead_kb\":%.2f}\n",
      what, members, c.x25519, c.x25519_public, c.ed25519_keypair, c.ed25519_sign, c.ed25519_verify, c.sha256_block,
      c.aead, static_cast<double>(c.aead_bytes) / kKilobyte);
}

void run(std::size_t members, Random& random) {
  TwoOf two = group_of(members, random);
  const Newcomer newcomer = newcomer_to(two.committer, random);
  Bytes update;
  count("commit_update", members, [&] { update = take(two.committer.commit({}, random), "commit").message(); });
  count("join_welcome", members, [&] { join_by_welcome(newcomer); });
  Bytes external;
  count("join_external", members, [&] { external = join_by_external_commit(newcomer, random); });
  mls::Group other = copy_of(two.follower.serialize());
  count("process_external", members, [&] { follow(other, external); });
  Bytes message;
  count("encrypt_200", members, [&] { message = take(two.committer.encrypt(a_text(), kPadded, random), "encrypt"); });
  count("decrypt_200", members, [&] { require(two.follower.process(message, {}, {}).has_value(), "decrypt"); });
  count("process_commit", members, [&] { follow(two.follower, update); });
}

}  // namespace
}  // namespace bredvid::bench

int main() {
  bredvid::bench::BenchRandom random;
  for (const std::size_t members : {2U, 5U, 10U, 50U}) bredvid::bench::run(members, random);
  return 0;
}
