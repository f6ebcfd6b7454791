// The bytes of every frame type, shared with the client's tests (tests/golden/wire.json). They may never change.
// BREDVID_WRITE_GOLDEN=1 writes the file anew, for a new frame type.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "server/wire/codec.h"
#include "tests/server/wire/examples.h"

namespace bredvid::wire {
namespace {

using Ordered = nlohmann::ordered_json;

const std::string kFile = std::string(BREDVID_GOLDEN_DIR) + "/wire.json";

/// Byte strings become "h'..'", as in CDDL's examples.
Ordered readable(const nlohmann::json& json) {
  if (json.is_binary()) return "h'" + to_hex(std::span<const std::uint8_t>(json.get_binary())) + "'";
  if (!json.is_array()) return Ordered(json);
  Ordered out = Ordered::array();
  for (const auto& item : json) out.push_back(readable(item));
  return out;
}

Ordered entry(const char* from, const std::string& name, const Blob& bytes) {
  return {{"name", name},
          {"from", from},
          {"hex", to_hex(std::span<const std::uint8_t>(bytes))},
          {"frame", readable(nlohmann::json::from_cbor(bytes))}};
}

Ordered all_entries() {
  Ordered all = Ordered::array();
  for (const auto& example : client_examples()) all.push_back(entry("client", example.name, encode(example.frame)));
  for (const auto& example : server_examples()) all.push_back(entry("server", example.name, encode(example.frame)));
  return all;
}

std::string lines(const Ordered& entries) {
  std::string text = "[\n";
  for (std::size_t i = 0; i < entries.size(); ++i) text += entries[i].dump() + (i + 1 < entries.size() ? ",\n" : "\n");
  return text + "]\n";
}

TEST(WireGolden, EveryFrameHasTheBytesInTheFile) {
  const Ordered made = all_entries();
  if (std::getenv("BREDVID_WRITE_GOLDEN") != nullptr) std::ofstream(kFile) << lines(made);
  std::ifstream file(kFile);
  ASSERT_TRUE(file) << kFile;
  const Ordered kept = Ordered::parse(file);
  ASSERT_EQ(kept.size(), made.size());
  for (std::size_t i = 0; i < made.size(); ++i) EXPECT_EQ(kept[i], made[i]) << made[i]["name"];
}

TEST(WireGolden, EveryFrameComesBackAsItWas) {
  for (const auto& example : client_examples()) {
    const auto back = decode_client(encode(example.frame));
    ASSERT_TRUE(back) << example.name;
    EXPECT_TRUE(*back == example.frame) << example.name;
  }
  for (const auto& example : server_examples()) {
    const auto back = decode_server(encode(example.frame));
    ASSERT_TRUE(back) << example.name;
    EXPECT_TRUE(*back == example.frame) << example.name;
  }
}

TEST(WireGolden, EveryFrameTypeHasAnExample) {
  std::vector<bool> client(std::variant_size_v<ClientFrame::variant>);
  std::vector<bool> server(std::variant_size_v<ServerFrame::variant>);
  for (const auto& example : client_examples()) client[example.frame.index()] = true;
  for (const auto& example : server_examples()) server[example.frame.index()] = true;
  for (std::size_t i = 0; i < client.size(); ++i) EXPECT_TRUE(client[i]) << "client frame " << i;
  for (std::size_t i = 0; i < server.size(); ++i) EXPECT_TRUE(server[i]) << "server frame " << i;
}

}  // namespace
}  // namespace bredvid::wire
