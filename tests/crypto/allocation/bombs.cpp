#include "tests/crypto/allocation/bombs.h"

#include <functional>

#include "crypto/mls/framing.h"

namespace bredvid::allocation {
namespace {

using tls::Writer;

// Room that is left for what stands around a list.
constexpr std::size_t kAround = 128;

constexpr std::size_t less(std::size_t size_bytes, std::size_t taken) {
  return size_bytes > taken ? size_bytes - taken : 0;
}

// A vector of elements that `write` makes from their number, as many as fit.
template <typename Write>
void fill(Writer& writer, std::size_t size_bytes, Write&& write) {
  Writer content;
  const std::size_t most = less(size_bytes, kAround);
  for (std::uint32_t i = 0;; ++i) {
    Writer element;
    write(element, i);
    if (content.view().size() + element.view().size() > most) break;
    content.fixed(element.view());
  }
  writer.opaque(content.view());
}

Bytes filled(std::size_t size_bytes, const std::function<void(Writer&, std::uint32_t)>& write) {
  Writer writer;
  fill(writer, size_bytes, write);
  return writer.take();
}

using Element = std::function<void(Writer&, std::uint32_t)>;

Element constant(Bytes bytes) {
  return [bytes = std::move(bytes)](Writer& writer, std::uint32_t) { writer.fixed(bytes); };
}

// Two keys, basic credential without a name, five empty capabilities, source update, no extensions, no signature.
const Bytes kSmallestLeaf{0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0};
const Bytes kSmallestParent{0, 0, 0};

void empty_extension(Writer& writer, std::uint32_t number) {
  writer.u16(static_cast<std::uint16_t>(number));
  writer.opaque(ByteView{});
}

// Honest bytes make room for what stands beside them.
Bytes leaf_with_name(std::size_t size) {
  Writer writer;
  writer.fixed(Bytes{0, 0, 0, 1});
  writer.opaque(Bytes(size, 'x'));
  writer.fixed(Bytes{0, 0, 0, 0, 0, 2, 0, 0});
  return writer.take();
}

// A leaf with one long list in it.
std::vector<Bomb> leaf_bombs(std::size_t size) {
  const auto leaf = [](const std::function<void(Writer&)>& credential, const std::function<void(Writer&)>& capabilities,
                       const std::function<void(Writer&)>& extensions) {
    Writer writer;
    writer.fixed(Bytes{0, 0});
    credential(writer);
    capabilities(writer);
    writer.u8(2);
    extensions(writer);
    writer.u8(0);
    return writer.take();
  };
  const auto basic = [](Writer& writer) { writer.fixed(Bytes{0, 1, 0}); };
  const auto five = [](Writer& writer) { writer.fixed(Bytes(5)); };
  const auto none = [](Writer& writer) { writer.u8(0); };
  const auto certificates = [&](Writer& writer) {
    writer.u16(2);
    fill(writer, size, constant({0}));
  };
  const auto suites = [&](Writer& writer) {
    writer.u8(0);
    fill(writer, size, [](Writer& w, std::uint32_t i) { w.u16(static_cast<std::uint16_t>(i)); });
    writer.fixed(Bytes(3));
  };
  const auto extensions = [&](Writer& writer) { fill(writer, size, empty_extension); };
  return {{"certificates", leaf(certificates, five, none)},
          {"capabilities", leaf(basic, suites, none)},
          {"extensions", leaf(basic, five, extensions)}};
}

Bytes with_path(const Bytes& leaf, const Bytes& nodes) {
  return concat({Bytes{0, 1}, leaf, nodes});  // no proposals, a path
}

Bytes key_package_of(const Bytes& leaf) {
  return concat({Bytes{0, 1, 0, 3, 0}, leaf, Bytes{0, 0}});
}

Bytes message_of(std::uint16_t wire_format, const Bytes& body) {
  return concat({Bytes{0, 1, 0, static_cast<std::uint8_t>(wire_format)}, body});
}

// Group id, epoch, sender, no authenticated data, content; then signature and, for a commit, the confirmation tag.
Bytes framed(const Bytes& sender, mls::ContentType type, const Bytes& content) {
  Writer writer;
  writer.opaque(bytes_of("circle"));
  writer.u64(0);
  writer.fixed(sender);
  writer.opaque(ByteView{});
  writer.u8(static_cast<std::uint8_t>(type));
  writer.fixed(content);
  writer.fixed(Bytes{0, 0});
  return writer.take();
}

Bytes group_info_of(const Bytes& context_extensions, const Bytes& extensions) {
  return concat(
      {Bytes{0, 1, 0, 3, 0}, Bytes(8), Bytes{0, 0}, context_extensions, extensions, Bytes{0}, Bytes(4), Bytes{0}});
}

Bytes tree_extension(const Bytes& tree) {
  Writer writer;
  writer.vector([&](Writer& inner) {
    inner.u16(2);
    inner.opaque(tree);
  });
  return writer.take();
}

// A reproducible noise.
Bytes noise(std::size_t size, std::uint32_t state) {
  Bytes bytes(size);
  for (std::uint8_t& byte : bytes) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<std::uint8_t>(state >> 24);
  }
  return bytes;
}

// Frames of the server: an array of a type's number, a request id and a list of `count` tiny things (CBOR).
void add_frame_bombs(std::vector<Bomb>& bombs, std::uint16_t count) {
  Bytes head{0x99, static_cast<std::uint8_t>(count >> 8), static_cast<std::uint8_t>(count)};
  if (count < 256) head = {0x98, static_cast<std::uint8_t>(count)};
  for (const std::uint8_t type : Bytes{5, 12, 17, 20}) {
    for (const std::uint8_t item : Bytes{0x80, 0x00, 0x40, 0x60, 0xf6}) {
      bombs.push_back({"frame " + std::to_string(type) + " of " + std::to_string(item),
                       concat({Bytes{0x83, type, 7}, head, Bytes(count, item)})});
    }
  }
}

}  // namespace

std::vector<Bomb> commit_bombs(std::size_t size) {
  const auto proposals = [&](const Bytes& one) { return concat({filled(size, constant(one)), Bytes{0}}); };
  const Bytes no_nodes{0};
  std::vector<Bomb> bombs{
      {"add", proposals(concat({Bytes{1, 0, 1}, key_package_of(kSmallestLeaf)}))},
      {"update", proposals(concat({Bytes{1, 0, 2}, kSmallestLeaf}))},
      {"remove", proposals({1, 0, 3, 0, 0, 0, 1})},
      {"external psk", proposals({1, 0, 4, 1, 0, 0})},
      {"resumption psk", proposals({1, 0, 4, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})},
      {"reinit", proposals({1, 0, 5, 0, 0, 1, 0, 3, 0})},
      {"external init", proposals({1, 0, 6, 0})},
      {"context extensions", proposals({1, 0, 7, 0})},
      {"reference", proposals({2, 0})},
      {"remove beside a long name", concat({filled(size / 2, constant({1, 0, 3, 0, 0, 0, 1})), Bytes{1},
                                            leaf_with_name(less(size / 2, kAround)), Bytes{0}})},
      {"path nodes", with_path(kSmallestLeaf, filled(size, constant({0, 0})))},
      {"path ciphertexts", with_path(kSmallestLeaf, filled(size,
                                                           [&](Writer& writer, std::uint32_t i) {
                                                             if (i > 0)
                                                               return writer.fixed(Bytes(size));  // one node only
                                                             writer.u8(0);
                                                             fill(writer, less(size, kAround), constant({0, 0}));
                                                           }))},
  };
  for (Bomb& leaf : leaf_bombs(size)) bombs.push_back({"path leaf's " + leaf.name, with_path(leaf.bytes, no_nodes)});
  for (const Bomb& leaf : leaf_bombs(size)) {
    Writer writer;
    writer.vector([&](Writer& inner) {
      inner.fixed(Bytes{1, 0, 2});
      inner.fixed(leaf.bytes);
    });
    bombs.push_back({"update's " + leaf.name, concat({writer.take(), Bytes{0}})});
  }
  return bombs;
}

std::vector<Bomb> tree_bombs(std::size_t size) {
  const Bytes leaf = concat({Bytes{1, 1}, kSmallestLeaf});
  const Bytes parent = concat({Bytes{1, 2}, kSmallestParent});
  const auto at = [](std::uint32_t last) {
    return [last](Writer& writer, std::uint32_t i) {
      if (i > last) return writer.fixed(Bytes(std::size_t{1} << 20));
      writer.fixed(i == last ? concat({Bytes{1, 1}, kSmallestLeaf}) : Bytes{0});
    };
  };
  std::vector<Bomb> bombs{
      {"blanks", filled(size, constant({0}))},
      {"blanks and a leaf", filled(size, at(static_cast<std::uint32_t>(less(size, 2 * kAround) / 2 * 2)))},
      {"as many leaves as blanks allow", filled(size, at(1024))},
      {"leaves", filled(size, [&](Writer& w, std::uint32_t i) { w.fixed(i % 2 == 0 ? leaf : Bytes{0}); })},
      {"parents", filled(size, [&](Writer& w, std::uint32_t i) { w.fixed(i % 2 == 0 ? Bytes{0} : parent); })},
      {"nodes", filled(size, [&](Writer& w, std::uint32_t i) { w.fixed(i % 2 == 0 ? leaf : parent); })},
      {"unmerged leaves", filled(size,
                                 [&](Writer& writer, std::uint32_t i) {
                                   if (i == 0) return writer.fixed(leaf);
                                   if (i > 2) return writer.fixed(Bytes(size));
                                   if (i == 2) return writer.fixed(leaf);
                                   writer.fixed(Bytes{1, 2, 0, 0});
                                   fill(writer, less(size, 2 * kAround),
                                        [](Writer& w, std::uint32_t number) { w.u32(number); });
                                 })},
  };
  for (const Bomb& one : leaf_bombs(size)) {
    Writer writer;
    writer.vector([&](Writer& inner) { inner.fixed(concat({Bytes{1, 1}, one.bytes})); });
    bombs.push_back({"one leaf's " + one.name, writer.take()});
  }
  return bombs;
}

std::vector<Bomb> make_bombs(std::size_t size) {
  std::vector<Bomb> bombs;
  add_frame_bombs(bombs, static_cast<std::uint16_t>(less(size, 16)));
  add_frame_bombs(bombs, 58);  // as many as the server's limit on items lets through
  const auto add = [&](std::string name, Bytes bytes) { bombs.push_back({std::move(name), std::move(bytes)}); };
  const Bytes member{1, 0, 0, 0, 1};
  for (const Bomb& commit : commit_bombs(size)) {
    add("commit, " + commit.name, commit.bytes);
    for (const auto& [who, sender] : {std::pair{"member", member}, std::pair{"newcomer", Bytes{4}}}) {
      const Bytes body = framed(sender, mls::ContentType::commit, commit.bytes);
      add(std::string("commit of a ") + who + ", " + commit.name, message_of(1, body));
    }
    const Bytes content = framed(member, mls::ContentType::commit, commit.bytes);
    add("authenticated commit, " + commit.name, concat({Bytes{0, 1}, content}));
  }
  for (const Bomb& tree : tree_bombs(size)) {
    add("tree, " + tree.name, tree.bytes);
    add("group info with tree, " + tree.name, message_of(4, group_info_of({0}, tree_extension(tree.bytes))));
  }
  for (const Bomb& leaf : leaf_bombs(size)) {
    add("leaf, " + leaf.name, leaf.bytes);
    add("key package, " + leaf.name, message_of(5, key_package_of(leaf.bytes)));
  }
  const Bytes extensions = filled(size, empty_extension);
  add("group info's extensions", message_of(4, group_info_of({0}, extensions)));
  add("group context's extensions", message_of(4, group_info_of(extensions, {0})));
  add("key package's extensions", message_of(5, concat({Bytes{0, 1, 0, 3, 0}, kSmallestLeaf, extensions, Bytes{0}})));
  add("welcome's secrets", message_of(3, concat({Bytes{0, 3}, filled(size, constant({0, 0, 0})), Bytes{0}})));
  add("group secrets' psks", concat({Bytes{0, 0}, filled(size, constant({1, 0, 0}))}));
  add("group secrets' resumption psks",
      concat({Bytes{0, 0}, filled(size, constant({2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))}));
  add("empty lists", filled(size, constant({0})));
  add("noise", noise(size, 1));
  add("noise behind a message's head", message_of(2, noise(size - 4, 2)));
  add("zeros", Bytes(size));
  return bombs;
}

}  // namespace bredvid::allocation
