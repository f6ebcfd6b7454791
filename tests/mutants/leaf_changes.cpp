#include "tests/mutants/leaf_changes.h"

namespace bredvid::mutants {

using namespace mls;

namespace {

class List {
 public:
  void add(std::string field, std::string way, std::function<void(LeafNode&)> change) {
    all_.push_back({std::move(field), std::move(way), std::move(change)});
  }
  std::vector<LeafChange> take() { return std::move(all_); }

 private:
  std::vector<LeafChange> all_;
};

void add_keys(List& list, const World& world, const LeafNode& before, std::optional<NodeIndex> parent) {
  std::vector<std::pair<std::string, Bytes>> encryption_keys{{"empty", {}},
                                                             {"31 bytes", Bytes(31, 9)},
                                                             {"33 bytes", Bytes(33, 9)},
                                                             {"zeros", Bytes(32)},
                                                             {"small order", small_order_point()},
                                                             {"of order 1",
                                                              [] {
                                                                Bytes one(32);
                                                                one[0] = 1;
                                                                return one;
                                                              }()},
                                                             {"the victim's", world.leaf(0).encryption_key},
                                                             {"another member's", world.leaf(3).encryption_key},
                                                             {"its own old one", before.encryption_key}};
  if (parent) encryption_keys.emplace_back("a parent's", *world.bo.tree.encryption_key(*parent));
  for (const auto& [way, key] : encryption_keys) {
    list.add("encryption_key", way, [key = key](LeafNode& leaf) { leaf.encryption_key = key; });
  }
  const std::vector<std::pair<std::string, Bytes>> signature_keys{{"empty", {}},
                                                                  {"31 bytes", Bytes(31, 9)},
                                                                  {"33 bytes", Bytes(33, 9)},
                                                                  {"zeros", Bytes(32)},
                                                                  {"the victim's", world.leaf(0).signature_key},
                                                                  {"all ones", Bytes(32, 0xff)}};
  for (const auto& [way, key] : signature_keys) {
    list.add("signature_key", way, [key = key](LeafNode& leaf) { leaf.signature_key = key; });
  }
}

void add_capabilities(List& list) {
  list.add("capabilities.versions", "empty", [](LeafNode& leaf) { leaf.capabilities.versions.clear(); });
  list.add("capabilities.versions", "another", [](LeafNode& leaf) { leaf.capabilities.versions = {2}; });
  list.add("capabilities.cipher_suites", "empty", [](LeafNode& leaf) { leaf.capabilities.cipher_suites.clear(); });
  list.add("capabilities.cipher_suites", "another", [](LeafNode& leaf) { leaf.capabilities.cipher_suites = {1}; });
  list.add("capabilities.credentials", "empty", [](LeafNode& leaf) { leaf.capabilities.credentials.clear(); });
  list.add("capabilities.credentials", "another", [](LeafNode& leaf) { leaf.capabilities.credentials = {2}; });
  for (std::uint16_t type : {std::uint16_t{0x0a0a}, std::uint16_t{0xf0f0}, std::uint16_t{0xffff}}) {
    list.add("leaf extensions", "not in its capabilities",
             [type](LeafNode& leaf) { leaf.extensions.push_back({type, {}}); });
  }
  list.add("leaf extensions", "one type twice", [](LeafNode& leaf) {
    leaf.capabilities.extensions.push_back(0xf0f0);
    leaf.extensions = {{0xf0f0, {}}, {0xf0f0, {1}}};
  });
}

}  // namespace

Bytes small_order_point() {
  return {0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4, 0x6a,
          0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00};
}

std::vector<LeafChange> changes_before_signing(const World& world, const LeafNode& before, LeafNodeSource source,
                                               std::optional<NodeIndex> parent) {
  List list;
  add_keys(list, world, before, parent);
  add_capabilities(list);
  list.add("credential", "x509", [](LeafNode& leaf) {
    leaf.credential.type = Credential::kX509;
    leaf.credential.certificates = {Bytes{1, 2, 3}};
    leaf.capabilities.credentials.push_back(Credential::kX509);
  });
  if (source != LeafNodeSource::key_package) {
    // Whom a leaf stands for may not change.
    list.add("credential", "another name", [](LeafNode& leaf) { leaf.credential.identity = {1}; });
    list.add("credential", "no name", [](LeafNode& leaf) { leaf.credential.identity.clear(); });
    list.add("credential", "one letter more", [](LeafNode& leaf) { leaf.credential.identity.push_back('a'); });
  }
  for (LeafNodeSource other : {LeafNodeSource::key_package, LeafNodeSource::update, LeafNodeSource::commit}) {
    if (other == source) continue;
    list.add("leaf_node_source", std::to_string(static_cast<int>(other)),
             [other](LeafNode& leaf) { leaf.source = other; });
  }
  if (source == LeafNodeSource::commit) {
    for (std::size_t i = 0; i < 32; ++i) {
      list.add("parent_hash", "a byte", [i](LeafNode& leaf) { leaf.parent_hash[i] ^= 1; });
    }
    for (std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}}) {
      list.add("parent_hash", "a size", [size](LeafNode& leaf) { leaf.parent_hash.resize(size); });
    }
  }
  return list.take();
}

std::vector<LeafChange> changes_of_signature() {
  List list;
  for (std::size_t i = 0; i < 64; i += 4) {
    list.add("leaf signature", "a byte", [i](LeafNode& leaf) { leaf.signature[i] ^= 0x10; });
  }
  for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{63}, std::size_t{65}, std::size_t{128}}) {
    list.add("leaf signature", "a size", [size](LeafNode& leaf) { leaf.signature.resize(size); });
  }
  list.add("leaf signature", "zeros", [](LeafNode& leaf) { leaf.signature.assign(64, 0); });
  return list.take();
}

}  // namespace bredvid::mutants
