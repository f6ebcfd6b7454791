#include "server/wire/codec.h"
#include "server/wire/limits.h"
#include "tests/crypto/allocation/decoders.h"
#include "tests/server/wire/examples.h"

namespace bredvid::allocation {

std::vector<Decoder> wire_decoders() {
  // Only clients send frames to this program: the other direction is read by the tests and by the browser.
  return {
      {"frame of a client", [](ByteView input) { return wire::decode_client(input).has_value(); }, kFixedFrameMemory}};
}

std::vector<Bytes> real_frames() {
  std::vector<Bytes> frames;
  for (const auto& example : wire::client_examples()) frames.push_back(wire::encode(example.frame));
  const wire::Sealed sealed{{99}, wire::counted(wire::kMaxSealedBytes, 6)};
  wire::SendCommit full{{7}, {}, {}, {4}, wire::counted(wire::kMaxCommitBytes, 5), {}, {}};
  full.sealed.assign(wire::kMaxLiveSlips, sealed);
  full.removed.assign(wire::kMaxRemoved, wire::counted_id<DeviceId>(0x30));
  frames.push_back(wire::encode(wire::ClientFrame{std::move(full)}));
  return frames;
}

}  // namespace bredvid::allocation
