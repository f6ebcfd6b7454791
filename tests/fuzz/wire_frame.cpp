// Frames of clients and servers: what decodes encodes to the same bytes. The first byte is the direction.
#include "server/wire/codec.h"
#include "server/wire/limits.h"
#include "tests/fuzz/fuzz.h"

namespace bredvid::fuzz {

// Each item of a frame, a byte on the wire, becomes a node of a tree for a while; their number is limited.
constexpr std::size_t kItemMemory = 160;

void run(ByteView input) {
  if (input.empty()) return;
  const ByteView rest = input.subspan(1);
  if (input[0] % 2 == 0) {
    const auto frame = modestly(
        rest, [](ByteView bytes) { return wire::decode_client(bytes); }, wire::kMaxClientFrameItems * kItemMemory);
    if (frame) require(equal_public(wire::encode(*frame), rest), "a second form of the same frame");
  } else {
    const auto frame = modestly(
        rest, [](ByteView bytes) { return wire::decode_server(bytes); }, wire::kMaxServerFrameItems * kItemMemory);
    if (frame) require(equal_public(wire::encode(*frame), rest), "a second form of the same frame");
  }
}

}  // namespace bredvid::fuzz
