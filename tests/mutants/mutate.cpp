#include "tests/mutants/mutate.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string>

namespace bredvid::mutants {
namespace {

// One change of one field. `other` is the same field of another message, null when there is none. False: not possible.
struct Edit {
  const char* way;
  bool (*change)(Node& node, const Node* other, Choice& choice);
};

std::size_t content_size(const Node& node) {
  Node bare = node;
  bare.kind = NodeKind::group;
  return bare.write().size();
}

bool set_length_bytes(Node& node, std::size_t size_bytes, std::size_t limit) {
  if (!node.has_length() || content_size(node) >= limit) return false;
  node.length_bytes = size_bytes;
  return true;
}
bool claim(Node& node, std::size_t length) {
  if (!node.has_length() || content_size(node) == length) return false;
  node.claimed_length = length;
  return true;
}
// Of numbers, as big-endian bytes.
bool add_to(Node& node, int step) {
  if (node.kind != NodeKind::number) return false;
  for (std::size_t i = node.bytes.size(); i-- > 0;) {
    const std::uint8_t before = node.bytes[i];
    node.bytes[i] = static_cast<std::uint8_t>(before + step);
    if (before != (step > 0 ? 255 : 0)) break;
  }
  return true;
}
bool fill(Node& node, std::uint8_t byte) {
  if (node.bytes.empty()) return false;
  std::fill(node.bytes.begin(), node.bytes.end(), byte);
  return true;
}
bool swap_half(Node& node, const Node* other, bool first) {
  if (other == nullptr || node.kind != NodeKind::opaque || node.bytes.size() < 2) return false;
  const std::size_t half = std::min(node.bytes.size(), other->bytes.size()) / 2;
  if (first) std::copy_n(other->bytes.begin(), half, node.bytes.begin());
  if (!first) std::copy_n(other->bytes.rbegin(), half, node.bytes.rbegin());
  return true;
}
// The point of order 8 that every X25519 key multiplies to zero; beside it the all-zero value of "zeros".
constexpr std::uint8_t kSmallOrder[32] = {0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3,
                                          0xfa, 0xf1, 0x9f, 0xc4, 0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32,
                                          0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00};

const std::vector<Edit> kEdits{
    {"taken from another message",
     [](Node& node, const Node* other, Choice&) {
       if (other == nullptr || other->kind != node.kind) return false;
       node.bytes = other->bytes;
       node.children = other->children;
       return true;
     }},
    {"emptied",
     [](Node& node, const Node*, Choice&) {
       if (!node.has_length() || (node.bytes.empty() && node.children.empty())) return false;
       node.bytes.clear();
       node.children.clear();
       return true;
     }},
    {"zeros", [](Node& node, const Node*, Choice&) { return fill(node, 0); }},
    {"all ones", [](Node& node, const Node*, Choice&) { return fill(node, 0xff); }},
    {"small order",
     [](Node& node, const Node*, Choice&) {
       if (node.kind != NodeKind::opaque || node.bytes.size() != 32) return false;
       node.bytes.assign(std::begin(kSmallOrder), std::end(kSmallOrder));
       return true;
     }},
    {"length form",
     [](Node& node, const Node*, Choice& choice) {
       static constexpr std::size_t kSizes[3] = {2, 4, 8};
       const std::size_t which = choice.below(3);
       return set_length_bytes(node, kSizes[which], which == 0 ? 64 : 16384);
     }},
    {"length + 1", [](Node& node, const Node*, Choice&) { return claim(node, content_size(node) + 1); }},
    {"length - 1",
     [](Node& node, const Node*, Choice&) {
       const std::size_t size = content_size(node);
       return size > 0 && claim(node, size - 1);
     }},
    {"length 0", [](Node& node, const Node*, Choice&) { return claim(node, 0); }},
    {"length huge", [](Node& node, const Node*, Choice&) { return claim(node, (std::size_t{1} << 30) - 1); }},
    {"one byte less",
     [](Node& node, const Node*, Choice&) {
       if (node.kind != NodeKind::opaque || node.bytes.empty()) return false;
       node.bytes.pop_back();
       return true;
     }},
    {"one byte more",
     [](Node& node, const Node*, Choice&) {
       if (node.kind == NodeKind::opaque) node.bytes.push_back(0);
       return node.kind == NodeKind::opaque;
     }},
    {"twice",
     [](Node& node, const Node*, Choice&) {
       if (node.kind != NodeKind::opaque || node.bytes.empty()) return false;
       const Bytes once = node.bytes;
       node.bytes.insert(node.bytes.end(), once.begin(), once.end());
       return true;
     }},
    {"first half of another", [](Node& node, const Node* other, Choice&) { return swap_half(node, other, true); }},
    {"last half of another", [](Node& node, const Node* other, Choice&) { return swap_half(node, other, false); }},
    {"number + 1", [](Node& node, const Node*, Choice&) { return add_to(node, 1); }},
    {"number - 1", [](Node& node, const Node*, Choice&) { return add_to(node, -1); }},
    {"item dropped",
     [](Node& node, const Node*, Choice& choice) {
       if (node.children.empty()) return false;
       node.children.erase(node.children.begin() + static_cast<std::ptrdiff_t>(choice.below(node.children.size())));
       return true;
     }},
    {"item twice",
     [](Node& node, const Node*, Choice& choice) {
       if (node.children.empty()) return false;
       const std::size_t at = choice.below(node.children.size());
       Node copy = node.children[at];
       node.children.insert(node.children.begin() + static_cast<std::ptrdiff_t>(at), std::move(copy));
       return true;
     }},
    {"items exchanged",
     [](Node& node, const Node*, Choice& choice) {
       if (node.children.size() < 2) return false;
       const std::size_t at = choice.below(node.children.size() - 1);
       std::swap(node.children[at], node.children[at + 1]);
       return true;
     }},
};

using Way = std::vector<std::size_t>;  // indices of children from the root

void collect(const Node& node, Way& here, std::vector<Way>& ways) {
  if (!here.empty()) ways.push_back(here);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    here.push_back(i);
    collect(node.children[i], here, ways);
    here.pop_back();
  }
}

Node& at(Node& root, const Way& way) {
  Node* node = &root;
  for (std::size_t step : way) node = &node->children[step];
  return *node;
}

// Takes altered copies in until there are enough of them.
class Collector {
 public:
  Collector(Bytes original, const std::set<Bytes>& genuine) : original_(std::move(original)), genuine_(genuine) {}
  void offer(Bytes bytes, const char* way, const char* field) {
    if (bytes == original_ || genuine_.contains(bytes) || !seen_.insert(bytes).second) return;
    mutants_.push_back({std::move(bytes), way, field});
  }
  [[nodiscard]] std::size_t size() const { return mutants_.size(); }
  [[nodiscard]] const Bytes& original() const { return original_; }
  [[nodiscard]] std::vector<Mutant> take() { return std::move(mutants_); }

 private:
  Bytes original_;
  const std::set<Bytes>& genuine_;
  std::set<Bytes> seen_;
  std::vector<Mutant> mutants_;
};

// Every kind of edit gets its turn, each time at a field chosen at random.
void edit_fields(const Node& root, const std::vector<const Node*>& donors, std::size_t count, Choice& choice,
                 Collector& out) {
  std::vector<Way> ways;
  Way here;
  collect(root, here, ways);
  if (root.kind != NodeKind::group) ways.emplace_back();  // a structure that is one field
  for (std::size_t tries = 0; out.size() < count && tries < 20 * count; ++tries) {
    const Edit& edit = kEdits[tries % kEdits.size()];
    Node copy = root;
    Node& node = at(copy, ways[choice.below(ways.size())]);
    const Node* other = donors.empty() ? nullptr : find(*donors[choice.below(donors.size())], node.name);
    if (edit.change(node, other, choice)) out.offer(copy.write(), edit.way, node.name);
  }
}

Bytes cut(Bytes bytes, Choice& choice) {
  bytes.resize(choice.below(bytes.size()));
  return bytes;
}
Bytes lengthen(Bytes bytes, Choice& choice) {
  const Bytes more = choice.below(3) == 0 ? Bytes(1 + choice.below(8)) : choice.bytes(1 + choice.below(40));
  bytes.insert(bytes.end(), more.begin(), more.end());
  return bytes;
}
// A stretch of bytes is left out, or written twice, or exchanged with the one behind it.
Bytes move_stretch(const Bytes& bytes, Choice& choice) {
  const std::size_t from = choice.below(bytes.size());
  const std::size_t size = 1 + choice.below(std::min<std::size_t>(bytes.size() - from, 64));
  const auto first = bytes.begin() + static_cast<std::ptrdiff_t>(from);
  const auto last = first + static_cast<std::ptrdiff_t>(size);
  Bytes made(bytes.begin(), first);
  const std::size_t what = choice.below(3);
  if (what == 1) made.insert(made.end(), first, last);
  if (what == 2) {
    const auto behind = last + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(size), bytes.end() - last);
    made.insert(made.end(), last, behind);
    made.insert(made.end(), first, last);
    made.insert(made.end(), behind, bytes.end());
    return made;
  }
  if (what == 1) made.insert(made.end(), first, last);
  made.insert(made.end(), last, bytes.end());
  return made;
}

void edit_bytes(std::size_t count, Choice& choice, Collector& out) {
  const Bytes& original = out.original();
  for (std::size_t turn = 0; out.size() < count; ++turn) {
    if (original.empty() || turn % 8 == 7) {
      out.offer(lengthen(original, choice), "extended", "");
      continue;
    }
    Bytes bytes = original;
    std::uint8_t& byte = bytes[choice.below(bytes.size())];
    switch (turn % 8) {
      case 0:
      case 1:
      case 2:
        byte = static_cast<std::uint8_t>(byte ^ (1U << choice.below(8)));
        out.offer(std::move(bytes), "bit flipped", "");
        break;
      case 3:
      case 4:
        byte = static_cast<std::uint8_t>(choice.next());
        out.offer(std::move(bytes), "byte changed", "");
        break;
      case 5:
        out.offer(cut(std::move(bytes), choice), "truncated", "");
        break;
      default:
        out.offer(move_stretch(original, choice), "stretch moved", "");
    }
  }
}

}  // namespace

// splitmix64
std::uint64_t Choice::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

Bytes Choice::bytes(std::size_t size_bytes) {
  Bytes made(size_bytes);
  for (std::uint8_t& byte : made) byte = static_cast<std::uint8_t>(next());
  return made;
}

std::uint64_t run_seed() {
  const char* chosen = std::getenv("BREDVID_MUTANTS_SEED");
  return chosen == nullptr ? 9420 : std::strtoull(chosen, nullptr, 10);
}

std::vector<Mutant> make_mutants(const Node& original, const std::vector<const Node*>& donors,
                                 const std::set<Bytes>& genuine, std::size_t count, Choice& choice) {
  Collector out(original.write(), genuine);
  edit_fields(original, donors, count / 2, choice, out);
  edit_bytes(count, choice, out);
  return out.take();
}

}  // namespace bredvid::mutants
