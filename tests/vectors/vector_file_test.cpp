#include "tests/vectors/vector_file.h"

#include <cstdlib>

namespace bredvid::vectors {
namespace {

#ifndef BREDVID_DEFAULT_VECTORS
#define BREDVID_DEFAULT_VECTORS "../shared/vectors"
#endif

int digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<std::string> read_vector_file(const std::string& name) {
  const char* folder = std::getenv("BREDVID_VECTORS");
  const std::string path = std::string(folder != nullptr ? folder : BREDVID_DEFAULT_VECTORS) + "/" + name;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string text;
  char chunk[65536];
  for (std::size_t got = 0; (got = std::fread(chunk, 1, sizeof chunk, file)) > 0;) text.append(chunk, got);
  std::fclose(file);
  return text;
}

Bytes unhex(const Json& text) {
  Bytes bytes;
  if (!text.is_string()) return bytes;
  const std::string letters = text.get<std::string>();
  for (std::size_t i = 0; i + 1 < letters.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(digit(letters[i]) * 16 + digit(letters[i + 1])));
  }
  return bytes;
}

Json hex(ByteView bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (std::uint8_t byte : bytes) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

Bytes signature_seed(const Json& text) {
  Bytes bytes = unhex(text);
  if (bytes.size() > 32) bytes.erase(bytes.begin(), bytes.end() - 32);
  return bytes;
}

TEST(VectorFile, HexRoundTrip) {
  EXPECT_EQ(unhex(Json("00ff1A")), (Bytes{0, 255, 26}));
  EXPECT_EQ(hex(Bytes{0, 255, 26}), "00ff1a");
  EXPECT_TRUE(unhex(Json(nullptr)).empty());
}

}  // namespace bredvid::vectors
