// A message as the tree of its fields, so that a test can alter one field and write the message again with everything
// around it in order: the lengths of the vectors that enclose it follow, unless it is a length that is altered.
//
// Read by a grammar of its own (RFC 9420's structs), not by the decoders that are being tested.
#pragma once

#include <optional>
#include <vector>

#include "crypto/base/bytes.h"

namespace bredvid::mutants {

enum class NodeKind : std::uint8_t {
  number,  // fixed size, big endian
  opaque,  // opaque<V>
  list,    // T items<V>
  group,   // fields one after the other
};

struct Node {
  NodeKind kind = NodeKind::group;
  const char* name = "";
  Bytes bytes;                 // number and opaque
  std::vector<Node> children;  // list and group

  // How the length of an opaque or list is written, when not as it should be.
  std::size_t length_bytes = 0;  // 2, 4 or 8: this many although fewer would do
  std::optional<std::size_t> claimed_length;

  [[nodiscard]] bool has_length() const { return kind == NodeKind::opaque || kind == NodeKind::list; }
  [[nodiscard]] Bytes write() const;
};

// The structures of which the vectors hold whole instances.
enum class Structure : std::uint8_t {
  message,  // MLSMessage of any wire format
  authenticated_content,
  ratchet_tree,
  group_secrets,
  commit,
  proposal,  // with its type
  update_path,
  add,  // a proposal's body from here on
  update,
  remove,
  pre_shared_key,
  reinit,
  external_init,
  group_context_extensions,
};

// Nothing when the bytes are not such a structure.
[[nodiscard]] std::optional<Node> parse(Structure structure, ByteView bytes);

// The first field of this name, depth first; null when there is none.
[[nodiscard]] const Node* find(const Node& node, std::string_view name);

}  // namespace bredvid::mutants
