// Bytes in, structure, the same bytes out: deserialization, messages, tree-math.
#include "crypto/mls/message.h"
#include "crypto/mls/ratchet_tree.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {
namespace {

TEST(Vectors, Deserialization) {
  BREDVID_VECTORS(entries, "deserialization.json");
  Tally tally("deserialization");
  for (const Json& entry : entries) {
    const Bytes header = unhex(entry["vlbytes_header"]);
    tls::Reader reader(header);
    EXPECT_EQ(reader.varint(), entry["length"].get<std::size_t>());
    EXPECT_TRUE(reader.finish());
    tls::Writer writer;
    writer.varint(entry["length"].get<std::size_t>());
    EXPECT_EQ(writer.take(), header);
    tally.entry();
  }
}

template <typename T>
void check_round_trip(const Json& entry, const char* field) {
  const Bytes bytes = unhex(entry[field]);
  const auto decoded = tls::decode<T>(bytes);
  ASSERT_TRUE(decoded.has_value()) << field << ": " << error_name(decoded.error());
  EXPECT_EQ(hex(tls::encode(*decoded)), hex(bytes)) << field;
  Bytes longer = bytes;
  longer.push_back(0);
  EXPECT_FALSE(tls::decode<T>(longer)) << field;
  EXPECT_FALSE(tls::decode<T>(ByteView(bytes).first(bytes.size() - 1))) << field;
}

// A proposal's body without its type.
void check_proposal(const Json& entry, const char* field, std::uint16_t type) {
  const Bytes bytes = unhex(entry[field]);
  tls::Reader reader(bytes);
  const mls::Proposal proposal = mls::decode_body(reader, type);
  ASSERT_TRUE(reader.finish()) << field;
  EXPECT_EQ(proposal.type(), type);
  tls::Writer writer;
  mls::encode_body(writer, proposal);
  EXPECT_EQ(hex(writer.view()), hex(bytes)) << field;
}

TEST(Vectors, Messages) {
  BREDVID_VECTORS(entries, "messages.json");
  Tally tally("messages");
  for (const Json& entry : entries) {
    for (const char* field : {"mls_welcome", "mls_group_info", "mls_key_package", "public_message_application",
                              "public_message_proposal", "public_message_commit", "private_message"}) {
      check_round_trip<mls::MlsMessage>(entry, field);
    }
    check_round_trip<mls::RatchetTree>(entry, "ratchet_tree");
    check_round_trip<mls::GroupSecrets>(entry, "group_secrets");
    check_round_trip<mls::Commit>(entry, "commit");
    check_proposal(entry, "add_proposal", 1);
    check_proposal(entry, "update_proposal", 2);
    check_proposal(entry, "remove_proposal", 3);
    check_proposal(entry, "pre_shared_key_proposal", 4);
    check_proposal(entry, "re_init_proposal", 5);
    check_proposal(entry, "external_init_proposal", 6);
    check_proposal(entry, "group_context_extensions_proposal", 7);
    tally.entry();
  }
}

TEST(Vectors, TreeMath) {
  BREDVID_VECTORS(entries, "tree-math.json");
  Tally tally("tree-math");
  for (const Json& entry : entries) {
    const mls::LeafCount leaves{entry["n_leaves"].get<std::uint32_t>()};
    EXPECT_EQ(mls::node_count(leaves), entry["n_nodes"].get<std::uint32_t>());
    const mls::NodeIndex top = mls::root(leaves);
    EXPECT_EQ(top.value, entry["root"].get<std::uint32_t>());
    for (std::uint32_t i = 0; i < mls::node_count(leaves); ++i) {
      const mls::NodeIndex node{i};
      EXPECT_EQ(mls::is_leaf(node), entry["left"][i].is_null());
      if (!mls::is_leaf(node)) {
        EXPECT_EQ(mls::left(node).value, entry["left"][i].get<std::uint32_t>());
        EXPECT_EQ(mls::right(node).value, entry["right"][i].get<std::uint32_t>());
      }
      EXPECT_EQ(node == top, entry["parent"][i].is_null());
      if (node != top) {
        EXPECT_EQ(mls::parent(node).value, entry["parent"][i].get<std::uint32_t>());
        EXPECT_EQ(mls::sibling(node).value, entry["sibling"][i].get<std::uint32_t>());
      }
    }
    tally.entry();
  }
}

}  // namespace
}  // namespace bredvid::vectors
