#include "tests/mutants/structure.h"

#include <functional>
#include <string_view>

namespace bredvid::mutants {
namespace {

void put_number(Bytes& out, std::uint64_t value, std::size_t size_bytes) {
  for (std::size_t i = size_bytes; i-- > 0;) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

// The two highest bits say how many bytes the length has: 1, 2, 4, and 8, which RFC 9420 does not allow.
void put_length(Bytes& out, std::size_t length, std::size_t length_bytes) {
  std::size_t size = length < 64 ? 1 : length < 16384 ? 2 : 4;
  if (length_bytes > size) size = length_bytes;
  const std::uint64_t prefix = size == 1 ? 0 : size == 2 ? 1 : size == 4 ? 2 : 3;
  put_number(out, length | prefix << (8 * size - 2), size);
}

void write_to(Bytes& out, const Node& node) {
  Bytes content = node.bytes;
  for (const Node& child : node.children) write_to(content, child);
  if (node.has_length()) put_length(out, node.claimed_length.value_or(content.size()), node.length_bytes);
  out.insert(out.end(), content.begin(), content.end());
}

class Grammar {
 public:
  explicit Grammar(ByteView bytes) : rest_(bytes) {}
  [[nodiscard]] bool finished() const { return ok_ && rest_.empty(); }

  Node structure(Structure which) {
    switch (which) {
      case Structure::message:
        return message();
      case Structure::authenticated_content:
        return authenticated_content();
      case Structure::ratchet_tree:
        return ratchet_tree();
      case Structure::group_secrets:
        return group_secrets();
      case Structure::commit:
        return commit();
      case Structure::proposal:
        return proposal();
      case Structure::update_path:
        return update_path();
      default:
        return proposal_body(1 + static_cast<std::uint64_t>(which) - static_cast<std::uint64_t>(Structure::add));
    }
  }

 private:
  using Fields = std::vector<Node>;

  ByteView take(std::size_t size_bytes) {
    if (size_bytes > rest_.size()) {
      ok_ = false;
      rest_ = {};
      return {};
    }
    const ByteView taken = rest_.first(size_bytes);
    rest_ = rest_.subspan(size_bytes);
    return taken;
  }
  std::uint64_t last_number_ = 0;
  Node number(const char* name, std::size_t size_bytes) {
    const ByteView bytes = take(size_bytes);
    last_number_ = 0;
    for (std::uint8_t byte : bytes) last_number_ = last_number_ << 8 | byte;
    return {NodeKind::number, name, to_bytes(bytes), {}, 0, {}};
  }
  ByteView with_length() {
    if (rest_.empty()) ok_ = false;
    if (!ok_) return {};
    const std::size_t size = std::size_t{1} << (rest_[0] >> 6);
    const ByteView bytes = take(size);
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) length = length << 8 | (i == 0 ? bytes[i] & 0x3f : bytes[i]);
    return take(length);
  }
  Node opaque(const char* name) { return {NodeKind::opaque, name, to_bytes(with_length()), {}, 0, {}}; }
  Node list(const char* name, const std::function<Node(Grammar&)>& item) {
    Node made{NodeKind::list, name, {}, {}, 0, {}};
    Grammar inner(with_length());
    while (ok_ && inner.ok_ && !inner.rest_.empty()) made.children.push_back(item(inner));
    if (!inner.ok_) ok_ = false;
    return made;
  }
  static Node group(const char* name, Fields fields) { return {NodeKind::group, name, {}, std::move(fields), 0, {}}; }
  // optional<T>: the presence byte and, if set, the value.
  void optional(Fields& fields, const char* name, const std::function<Node()>& value) {
    fields.push_back(number(name, 1));
    if (last_number_ == 1 && ok_) fields.push_back(value());
  }

  Node numbers(const char* name) {
    return list(name, [](Grammar& g) { return g.number("type", 2); });
  }
  Node extensions(const char* name) {
    return list(name, [](Grammar& g) {
      Fields fields;
      fields.push_back(g.number("extension_type", 2));
      fields.push_back(g.opaque("extension_data"));
      return group("extension", std::move(fields));
    });
  }
  Node credential() {
    Fields fields;
    fields.push_back(number("credential_type", 2));
    if (last_number_ == 2) {
      fields.push_back(list("certificates", [](Grammar& g) { return g.opaque("cert_data"); }));
    } else {
      fields.push_back(opaque("identity"));
    }
    return group("credential", std::move(fields));
  }
  Node leaf_node() {
    Fields fields;
    fields.push_back(opaque("encryption_key"));
    fields.push_back(opaque("signature_key"));
    fields.push_back(credential());
    for (const char* name : {"versions", "cipher_suites", "extension_types", "proposal_types", "credential_types"}) {
      fields.push_back(numbers(name));
    }
    fields.push_back(number("leaf_node_source", 1));
    if (last_number_ == 1) {
      fields.push_back(number("not_before", 8));
      fields.push_back(number("not_after", 8));
    } else if (last_number_ == 3) {
      fields.push_back(opaque("parent_hash"));
    }
    fields.push_back(extensions("leaf_extensions"));
    fields.push_back(opaque("leaf_signature"));
    return group("leaf_node", std::move(fields));
  }
  Node key_package() {
    Fields fields;
    fields.push_back(number("kp_version", 2));
    fields.push_back(number("kp_cipher_suite", 2));
    fields.push_back(opaque("init_key"));
    fields.push_back(leaf_node());
    fields.push_back(extensions("kp_extensions"));
    fields.push_back(opaque("kp_signature"));
    return group("key_package", std::move(fields));
  }
  Node psk_id() {
    Fields fields;
    fields.push_back(number("psktype", 1));
    if (last_number_ == 1) {
      fields.push_back(opaque("psk_id"));
    } else {
      fields.push_back(number("usage", 1));
      fields.push_back(opaque("psk_group_id"));
      fields.push_back(number("psk_epoch", 8));
    }
    fields.push_back(opaque("psk_nonce"));
    return group("psk", std::move(fields));
  }
  Node proposal_body(std::uint64_t type) {
    switch (type) {
      case 1:
        return key_package();
      case 2:
        return leaf_node();
      case 3:
        return number("removed", 4);
      case 4:
        return psk_id();
      case 5: {
        Fields fields;
        fields.push_back(opaque("reinit_group_id"));
        fields.push_back(number("reinit_version", 2));
        fields.push_back(number("reinit_cipher_suite", 2));
        fields.push_back(extensions("reinit_extensions"));
        return group("reinit", std::move(fields));
      }
      case 6:
        return opaque("external_kem_output");
      case 7:
        return extensions("group_extensions");
      default:
        ok_ = false;
        return {};
    }
  }
  Node proposal() {
    Fields fields;
    fields.push_back(number("proposal_type", 2));
    fields.push_back(proposal_body(last_number_));
    return group("proposal", std::move(fields));
  }
  Node hpke(const char* name) {
    Fields fields;
    fields.push_back(opaque("kem_output"));
    fields.push_back(opaque("ciphertext"));
    return group(name, std::move(fields));
  }
  Node update_path() {
    Fields fields;
    fields.push_back(leaf_node());
    fields.push_back(list("path_nodes", [](Grammar& g) {
      Fields node;
      node.push_back(g.opaque("path_encryption_key"));
      node.push_back(g.list("encrypted_path_secret", [](Grammar& inner) { return inner.hpke("hpke"); }));
      return group("path_node", std::move(node));
    }));
    return group("update_path", std::move(fields));
  }
  Node commit() {
    Fields fields;
    fields.push_back(list("proposals", [](Grammar& g) {
      Fields item;
      item.push_back(g.number("proposal_or_ref", 1));
      item.push_back(g.last_number_ == 1 ? g.proposal() : g.opaque("reference"));
      return group("proposal_or_ref", std::move(item));
    }));
    optional(fields, "has_path", [&] { return update_path(); });
    return group("commit", std::move(fields));
  }
  // FramedContent and FramedContentAuthData. Gives the sender's type.
  std::uint64_t framed_content(Fields& fields) {
    fields.push_back(opaque("group_id"));
    fields.push_back(number("epoch", 8));
    fields.push_back(number("sender_type", 1));
    const std::uint64_t sender = last_number_;
    if (sender == 1 || sender == 2) fields.push_back(number("sender", 4));
    fields.push_back(opaque("authenticated_data"));
    fields.push_back(number("content_type", 1));
    const std::uint64_t type = last_number_;
    fields.push_back(type == 1 ? opaque("application_data") : type == 2 ? proposal() : commit());
    fields.push_back(opaque("signature"));
    if (type == 3) fields.push_back(opaque("confirmation_tag"));
    return sender;
  }
  Node authenticated_content() {
    Fields fields;
    fields.push_back(number("wire_format", 2));
    (void)framed_content(fields);
    return group("authenticated_content", std::move(fields));
  }
  void public_message(Fields& fields) {
    if (framed_content(fields) == 1) fields.push_back(opaque("membership_tag"));
  }
  void private_message(Fields& fields) {
    fields.push_back(opaque("group_id"));
    fields.push_back(number("epoch", 8));
    fields.push_back(number("content_type", 1));
    fields.push_back(opaque("authenticated_data"));
    fields.push_back(opaque("encrypted_sender_data"));
    fields.push_back(opaque("ciphertext"));
  }
  void welcome(Fields& fields) {
    fields.push_back(number("cipher_suite", 2));
    fields.push_back(list("secrets", [](Grammar& g) {
      Fields item;
      item.push_back(g.opaque("new_member"));
      item.push_back(g.hpke("encrypted_group_secrets"));
      return group("secret", std::move(item));
    }));
    fields.push_back(opaque("encrypted_group_info"));
  }
  void group_info(Fields& fields) {
    fields.push_back(number("context_version", 2));
    fields.push_back(number("cipher_suite", 2));
    fields.push_back(opaque("group_id"));
    fields.push_back(number("epoch", 8));
    fields.push_back(opaque("tree_hash"));
    fields.push_back(opaque("confirmed_transcript_hash"));
    fields.push_back(extensions("group_extensions"));
    fields.push_back(extensions("info_extensions"));
    fields.push_back(opaque("confirmation_tag"));
    fields.push_back(number("signer", 4));
    fields.push_back(opaque("signature"));
  }
  Node message() {
    Fields fields;
    fields.push_back(number("version", 2));
    fields.push_back(number("wire_format", 2));
    switch (last_number_) {
      case 1:
        public_message(fields);
        break;
      case 2:
        private_message(fields);
        break;
      case 3:
        welcome(fields);
        break;
      case 4:
        group_info(fields);
        break;
      case 5:
        fields.push_back(key_package());
        break;
      default:
        ok_ = false;
    }
    return group("message", std::move(fields));
  }
  Node ratchet_tree() {
    return list("ratchet_tree", [](Grammar& g) {
      Fields fields;
      g.optional(fields, "has_node", [&] {
        Fields node;
        node.push_back(g.number("node_type", 1));
        if (g.last_number_ == 1) {
          node.push_back(g.leaf_node());
        } else {
          node.push_back(g.opaque("encryption_key"));
          node.push_back(g.opaque("parent_hash"));
          node.push_back(g.list("unmerged_leaves", [](Grammar& inner) { return inner.number("leaf_index", 4); }));
        }
        return group("node", std::move(node));
      });
      return group("optional_node", std::move(fields));
    });
  }
  Node group_secrets() {
    Fields fields;
    fields.push_back(opaque("joiner_secret"));
    optional(fields, "has_path_secret", [&] { return opaque("path_secret"); });
    fields.push_back(list("psks", [](Grammar& g) { return g.psk_id(); }));
    return group("group_secrets", std::move(fields));
  }

  ByteView rest_;
  bool ok_ = true;
};

}  // namespace

Bytes Node::write() const {
  Bytes out;
  write_to(out, *this);
  return out;
}

std::optional<Node> parse(Structure structure, ByteView bytes) {
  Grammar grammar(bytes);
  Node made = grammar.structure(structure);
  if (!grammar.finished()) return std::nullopt;
  return made;
}

const Node* find(const Node& node, std::string_view name) {
  if (node.name == name) return &node;
  for (const Node& child : node.children) {
    if (const Node* found = find(child, name)) return found;
  }
  return nullptr;
}

}  // namespace bredvid::mutants
