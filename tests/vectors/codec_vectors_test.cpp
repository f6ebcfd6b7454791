// Bytes in, structure, the same bytes out: deserialization, messages, tree-math.
#include "crypto/mls/message.h"
#include "crypto/mls/ratchet_tree.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {
namespace {

void check_header(const Value& entry, Report& /*report*/) {
  const Bytes header = unhex(entry["vlbytes_header"]);
  const auto length = entry["length"].number<std::size_t>();
  tls::Reader reader(header);
  EXPECT_EQ(reader.varint(), length);
  EXPECT_TRUE(reader.finish());
  ASSERT_LE(length, tls::kMaxVarint);
  tls::Writer writer;
  writer.varint(length);
  EXPECT_EQ(writer.take(), header);
}
BREDVID_VECTOR_FILE(Deserialization, "deserialization.json", check_header, "vlbytes_header", "length");

template <typename T>
void check_round_trip(const Value& entry, const char* field) {
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
void check_proposal(const Value& entry, const char* field, std::uint16_t type) {
  const Bytes bytes = unhex(entry[field]);
  tls::Reader reader(bytes);
  const mls::Proposal proposal = mls::decode_body(reader, type);
  ASSERT_TRUE(reader.finish()) << field;
  EXPECT_EQ(proposal.type(), type);
  tls::Writer writer;
  mls::encode_body(writer, proposal);
  EXPECT_EQ(hex(writer.view()), hex(bytes)) << field;
}

void check_messages(const Value& entry, Report& /*report*/) {
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
}
BREDVID_VECTOR_FILE(Messages, "messages.json", check_messages, "mls_welcome", "mls_group_info", "mls_key_package",
                    "ratchet_tree", "group_secrets", "add_proposal", "update_proposal", "remove_proposal",
                    "pre_shared_key_proposal", "re_init_proposal", "external_init_proposal",
                    "group_context_extensions_proposal", "commit", "public_message_application",
                    "public_message_proposal", "public_message_commit", "private_message");

void check_node(const mls::NodeIndex node, mls::NodeIndex top, const Value& left, const Value& right,
                const Value& parent, const Value& sibling) {
  EXPECT_EQ(mls::is_leaf(node), left.is_null());
  EXPECT_EQ(mls::is_leaf(node), right.is_null());
  if (!left.is_null() && !right.is_null()) {
    EXPECT_EQ(mls::left(node).value, left.number<std::uint32_t>());
    EXPECT_EQ(mls::right(node).value, right.number<std::uint32_t>());
  }
  EXPECT_EQ(node == top, parent.is_null());
  if (!parent.is_null()) {
    EXPECT_EQ(mls::parent(node).value, parent.number<std::uint32_t>());
    EXPECT_EQ(mls::sibling(node).value, sibling.number<std::uint32_t>());
  }
}

void check_tree_math(const Value& entry, Report& /*report*/) {
  const mls::LeafCount leaves{entry["n_leaves"].number<std::uint32_t>()};
  ASSERT_GT(leaves.value, 0U);
  EXPECT_EQ(mls::node_count(leaves), entry["n_nodes"].number<std::uint32_t>());
  const mls::NodeIndex top = mls::root(leaves);
  EXPECT_EQ(top.value, entry["root"].number<std::uint32_t>());
  const std::vector<Value> left = entry["left"].items();
  const std::vector<Value> right = entry["right"].items();
  const std::vector<Value> parent = entry["parent"].items();
  const std::vector<Value> sibling = entry["sibling"].items();
  for (const auto* list : {&left, &right, &parent, &sibling}) ASSERT_EQ(list->size(), mls::node_count(leaves));
  for (std::uint32_t i = 0; i < mls::node_count(leaves); ++i) {
    check_node({i}, top, left[i], right[i], parent[i], sibling[i]);
  }
}
BREDVID_VECTOR_FILE(TreeMath, "tree-math.json", check_tree_math, "n_leaves", "n_nodes", "root", "left", "right",
                    "parent", "sibling");

}  // namespace
}  // namespace bredvid::vectors
