// What is said in a circle. First byte: 0 the padded content; 1 its inside, which is padded here.
#include "crypto/circle/content.h"
#include "tests/fuzz/fuzz.h"

namespace bredvid::fuzz {
namespace {

Bytes padded(ByteView inside) {
  tls::Writer writer;
  writer.u8(circle::kContentVersion);
  writer.opaque(inside);
  for (const std::size_t bucket : circle::kContentBuckets) {
    if (writer.view().size() > bucket) continue;
    writer.fixed(Bytes(bucket - writer.view().size()));
    break;
  }
  return writer.take();
}

}  // namespace

void run(ByteView input) {
  if (input.empty()) return;
  const ByteView rest = input.subspan(1);
  const Bytes bytes = input[0] % 2 == 1 ? padded(rest) : to_bytes(rest);
  const auto content = modestly(bytes, [](ByteView read) { return circle::decode_content(read); });
  if (!content) return;
  const auto again = circle::encode_content(*content);
  require(again.has_value(), "what was read can't be written");
  require(equal_public(again->view(), bytes), "a second form of the same content");
}

}  // namespace bredvid::fuzz
