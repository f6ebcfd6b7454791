// The flat C ABI of bredvid_core.wasm: the only functions that JavaScript sees. Pointers are offsets into wasm memory.
//
// The caller writes arguments into memory from bv_alloc, calls, reads the answer and gives both back with bv_free,
// which wipes. If the module traps (out of memory), the instance is dead: a new one starts from what was stored.
#include <cstdlib>
#include <cstring>

#include "crypto/bindings/session.h"
#include "crypto/primitives/system_random.h"

#define BREDVID_EXPORT(name) extern "C" __attribute__((used, export_name(#name)))

namespace {

bredvid::bindings::Session& session() {
  static bredvid::crypto::SystemRandom random;
  static bredvid::bindings::Session only(random);
  return only;
}

constexpr std::size_t kLengthSize = 4;

}  // namespace

// Null when there is no memory.
BREDVID_EXPORT(bv_alloc) void* bv_alloc(std::size_t size_bytes) {
  return std::malloc(size_bytes > 0 ? size_bytes : 1);
}

BREDVID_EXPORT(bv_free) void bv_free(void* memory, std::size_t size_bytes) {
  bredvid::wipe(memory, size_bytes);
  std::free(memory);
}

// Gives uint32 length (little-endian, as wasm memory is) || answer, to be freed with 4 + length; null without memory.
BREDVID_EXPORT(bv_call)
std::uint8_t* bv_call(std::uint32_t number, const std::uint8_t* arguments, std::size_t size_bytes) {
  const bredvid::SecretBytes answer = session().call(number, {arguments, size_bytes});
  const auto length = static_cast<std::uint32_t>(answer.size());
  auto* memory = static_cast<std::uint8_t*>(std::malloc(kLengthSize + length));
  if (memory == nullptr) return nullptr;
  std::memcpy(memory, &length, kLengthSize);
  std::memcpy(memory + kLengthSize, answer.view().data(), length);
  return memory;
}
