// A WebSocket client's bytes: however they are cut, the same messages come of them. The first byte says how.
#include <vector>

#include "server/net/frame_reader.h"
#include "tests/fuzz/fuzz.h"

namespace bredvid::fuzz {
namespace {

using net::FrameReader;
constexpr std::size_t kMaxMessage = 4096;

struct Seen {
  FrameReader::What what;
  std::uint16_t code;
  std::vector<std::uint8_t> payload;
  bool operator==(const Seen&) const = default;
};

std::vector<Seen> read_all(ByteView input, std::size_t piece) {
  FrameReader reader(kMaxMessage);
  std::vector<Seen> seen;
  std::vector<std::uint8_t> bytes(input.begin(), input.end());
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    std::span<std::uint8_t> rest(bytes.data() + at, std::min(piece, bytes.size() - at));
    while (!rest.empty()) {
      const auto event = reader.next(rest);
      if (event.what == FrameReader::What::more) break;
      require(event.payload.size() <= kMaxMessage, "a message beyond the limit");
      seen.push_back({event.what, event.code, {event.payload.begin(), event.payload.end()}});
      if (event.what >= FrameReader::What::not_binary) return seen;
    }
    reader.release();
    require(reader.held_bytes() <= 2 * (at + piece), "it holds more than has come");
    require(reader.unfinished() || reader.held_bytes() == 0, "it holds something for nothing");
  }
  return seen;
}

}  // namespace

void run(ByteView input) {
  if (input.empty()) return;
  const ByteView rest = input.subspan(1);
  require(read_all(rest, rest.size() + 1) == read_all(rest, 1U + input[0] % 17), "the cut decides what is read");
}

}  // namespace bredvid::fuzz
