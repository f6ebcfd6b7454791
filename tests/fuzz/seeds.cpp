// fuzz_seeds DIR: writes DIR/FUZZER/HASH for every fuzzer.
#include "tests/fuzz/seeds.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "crypto/primitives/hash.h"
#include "server/wire/codec.h"
#include "tests/fuzz/fuzz.h"
#include "tests/server/wire/examples.h"

namespace bredvid::fuzz {
namespace {

std::filesystem::path folder;

void write_wire_seeds() {
  const auto with_direction = [](std::uint8_t direction, ByteView frame) { return concat({Bytes{direction}, frame}); };
  for (const auto& example : wire::client_examples())
    seed("wire_frame", with_direction(0, wire::encode(example.frame)));
  for (const auto& example : wire::server_examples())
    seed("wire_frame", with_direction(1, wire::encode(example.frame)));
}

// A message, a long one, one in fragments around a ping, and a close: all with a mask of zeros.
void write_websocket_seeds() {
  const Bytes mask(4, 0);
  const Bytes whole = concat({Bytes{0x82, 0x83}, mask, Bytes{1, 2, 3}});
  const Bytes length16 = concat({Bytes{0x82, 0xfe, 0x00, 0xc8}, mask, Bytes(200, 7)});
  const Bytes fragments =
      concat({Bytes{0x02, 0x81}, mask, Bytes{1}, Bytes{0x89, 0x80}, mask, Bytes{0x80, 0x81}, mask, Bytes{2}});
  const Bytes close = concat({Bytes{0x88, 0x82}, mask, Bytes{0x03, 0xe8}});
  for (const Bytes& one : {whole, length16, fragments, close}) seed("websocket_frames", concat({Bytes{3}, one}));
  seed("websocket_frames", concat({Bytes{5}, whole, length16, fragments, close}));
}

}  // namespace

void seed(const std::string& fuzzer, ByteView bytes) {
  const auto target = folder / fuzzer;
  std::filesystem::create_directories(target);
  std::string name;
  for (const std::uint8_t byte : Bytes(crypto::sha256(bytes))) {
    static constexpr char kDigits[] = "0123456789abcdef";
    name += kDigits[byte >> 4];
    name += kDigits[byte & 15];
  }
  std::ofstream file(target / name.substr(0, 40), std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  require(file.good(), "a seed could not be written");
}

}  // namespace bredvid::fuzz

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: fuzz_seeds DIR\n");
    return 2;
  }
  bredvid::fuzz::folder = arguments[1];
  bredvid::fuzz::write_mls_seeds();
  bredvid::fuzz::write_circle_seeds();
  bredvid::fuzz::write_wire_seeds();
  bredvid::fuzz::write_websocket_seeds();
  return 0;
}
