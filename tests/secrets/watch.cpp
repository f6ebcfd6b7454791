#include "tests/secrets/watch.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

// All lists live in mappings of their own, made at first use and left out when the memory is looked through.
template <typename T, std::size_t Capacity>
struct Own {
  T* items = nullptr;
  std::size_t size = 0;

  T* add() {
    if (items == nullptr) {
      void* made = mmap(nullptr, Capacity * sizeof(T), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
      if (made == MAP_FAILED) std::abort();
      items = static_cast<T*>(made);
    }
    if (size == Capacity) std::abort();
    return &items[size++];
  }
  bool holds(std::uintptr_t address) const {
    const auto from = reinterpret_cast<std::uintptr_t>(items);
    return items != nullptr && address >= from && address < from + Capacity * sizeof(T);
  }
};

struct Block {
  unsigned char* data;
  std::size_t size;
  bool freed;
};
// In front of each block; keeps its alignment.
struct alignas(16) Header {
  std::size_t index;
};
struct Piece {
  unsigned char bytes[bredvid::watch::kPiece];
  const char* kind;
  bool published;
};
struct Stack {
  const char* name;
  std::size_t at;  // in stack_bytes
};

constexpr std::size_t kStackSize = std::size_t{64} << 10;
// Below the frame that copies; what a step leaves there is not seen, so steps run further down.
constexpr std::size_t kOwnFrames = 1024;

Own<Block, std::size_t{1} << 24> blocks;
Own<Piece, std::size_t{1} << 18> pieces;
Own<Stack, std::size_t{1} << 13> stacks;
Own<unsigned char, std::size_t{1} << 29> stack_bytes;
Own<std::uint32_t, std::size_t{1} << 20> table;  // of pieces, by their first eight bytes; 0 is empty

void* give(std::size_t size) {
  auto* memory = static_cast<unsigned char*>(std::malloc(size + sizeof(Header)));
  if (memory == nullptr) std::abort();
  reinterpret_cast<Header*>(memory)->index = blocks.size;
  *blocks.add() = {memory + sizeof(Header), size, false};
  return memory + sizeof(Header);
}

void take_back(void* memory) {
  if (memory == nullptr) return;
  const auto* header = reinterpret_cast<const Header*>(static_cast<unsigned char*>(memory) - sizeof(Header));
  blocks.items[header->index].freed = true;  // and not given to free: kept as it is
}

std::uint64_t first_eight(const unsigned char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

std::size_t slot_of(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9e3779b97f4a7c15U) >> 44);  // 20 bits
}

Piece* find_piece(const unsigned char* bytes) {
  for (std::size_t slot = slot_of(first_eight(bytes));; slot = (slot + 1) & 0xfffff) {
    const std::uint32_t entry = table.items[slot];
    if (entry == 0) return nullptr;
    Piece& piece = pieces.items[entry - 1];
    if (std::memcmp(piece.bytes, bytes, sizeof piece.bytes) == 0) return &piece;
  }
}

void add_piece(const unsigned char* bytes, const char* kind) {
  if (table.items == nullptr) {
    (void)table.add();
    (void)pieces.add();
    pieces.size = 0;
  }
  bool plain = true;  // runs of one byte are everywhere
  for (std::size_t i = 1; i < bredvid::watch::kPiece; ++i) plain = plain && bytes[i] == bytes[0];
  if (plain || find_piece(bytes) != nullptr) return;
  Piece* piece = pieces.add();
  std::memcpy(piece->bytes, bytes, sizeof piece->bytes);
  piece->kind = kind;
  piece->published = false;
  std::size_t slot = slot_of(first_eight(bytes));
  while (table.items[slot] != 0) slot = (slot + 1) & 0xfffff;
  table.items[slot] = static_cast<std::uint32_t>(pieces.size);
}

template <typename Found>
void look(const unsigned char* from, std::size_t size, Found&& found) {
  if (size < bredvid::watch::kPiece) return;
  for (std::size_t i = 0; i + bredvid::watch::kPiece <= size; ++i) {
    if (Piece* piece = find_piece(from + i); piece != nullptr) found(*piece);
  }
}

bool is_ours(std::uintptr_t address) {
  return blocks.holds(address) || pieces.holds(address) || stacks.holds(address) || stack_bytes.holds(address) ||
         table.holds(address);
}

// The block that a place of the heap lies in; null in libc's own part of it.
const Block* block_at(const unsigned char* place, std::size_t& hint) {
  // Blocks come mostly in ascending order, but libc reuses nothing of ours and may go back: search around the hint.
  for (std::size_t tries = 0; tries < blocks.size; ++tries) {
    const Block& block = blocks.items[(hint + tries) % blocks.size];
    if (place >= block.data && place < block.data + block.size) {
      hint = (hint + tries) % blocks.size;
      return &block;
    }
  }
  return nullptr;
}

struct Mapping {
  std::uintptr_t from;
  std::uintptr_t to;
  bool is_stack;
};

// Writable mappings of the program, read into a fixed array: nothing is allocated while looking.
std::size_t mappings(Mapping* list, std::size_t capacity) {
  std::FILE* file = std::fopen("/proc/self/maps", "r");
  if (file == nullptr) std::abort();
  char line[512];
  std::size_t count = 0;
  while (count < capacity && std::fgets(line, sizeof line, file) != nullptr) {
    unsigned long from = 0;
    unsigned long to = 0;
    char rights[8] = {};
    if (std::sscanf(line, "%lx-%lx %7s", &from, &to, rights) != 3 || rights[0] != 'r' || rights[1] != 'w') continue;
    if (!is_ours(from)) list[count++] = {from, to, std::strstr(line, "[stack]") != nullptr};
  }
  std::fclose(file);
  return count;
}

}  // namespace

void* operator new(std::size_t size) {
  return give(size);
}
void* operator new[](std::size_t size) {
  return give(size);
}
void operator delete(void* memory) noexcept {
  take_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  take_back(memory);
}
void operator delete[](void* memory) noexcept {
  take_back(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  take_back(memory);
}

namespace bredvid::watch {

void start() {
  pieces.size = 0;
  stacks.size = 0;
  stack_bytes.size = 0;
  if (table.items != nullptr) std::memset(table.items, 0, (std::size_t{1} << 20) * sizeof(std::uint32_t));
}

void learn(ByteView secret, const char* kind) {
  if (secret.size() < kPiece) return;
  add_piece(secret.data(), kind);
  add_piece(secret.data() + secret.size() - kPiece, kind);
}

void published(ByteView message) {
  look(message.data(), message.size(), [](Piece& piece) { piece.published = true; });
}

std::size_t learnt() {
  return pieces.size;
}

std::size_t published_of(const char* kind) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < pieces.size; ++i) {
    if (pieces.items[i].published && std::strcmp(pieces.items[i].kind, kind) == 0) ++count;
  }
  return count;
}

Finds search() {
  struct Hit {
    const char* place;
    const char* name;
    const char* kind;
  };
  static Own<Hit, std::size_t{1} << 20> hits;
  hits.size = 0;
  const auto note = [](const char* place, const char* name, const Piece& piece) {
    if (!piece.published) *hits.add() = {place, name, piece.kind};
  };
  static Mapping list[512];
  const std::size_t count = mappings(list, 512);
  std::size_t hint = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (list[i].is_stack || hits.holds(list[i].from)) continue;  // the stack is what `during` has kept
    const auto* from = reinterpret_cast<const unsigned char*>(list[i].from);
    const std::size_t size = list[i].to - list[i].from;
    if (size < kPiece) continue;
    for (std::size_t at = 0; at + kPiece <= size; ++at) {
      const Piece* piece = find_piece(from + at);
      if (piece == nullptr || piece->published) continue;
      const Block* block = block_at(from + at, hint);
      note(block == nullptr ? "memory" : block->freed ? "freed" : "live", "", *piece);
    }
  }
  for (std::size_t i = 0; i < stacks.size; ++i) {
    look(stack_bytes.items + stacks.items[i].at, kStackSize,
         [&](Piece& piece) { note("stack after ", stacks.items[i].name, piece); });
  }
  Finds finds;
  for (std::size_t i = 0; i < hits.size; ++i) {
    const Hit& hit = hits.items[i];
    ++finds[std::string(hit.place) + hit.name + ": " + hit.kind];
  }
  return finds;
}

namespace detail {

[[gnu::noinline]] void run_deep(void (*step)(void*), void* context) {
  volatile unsigned char room[2 * kOwnFrames];
  room[0] = 0;
  step(context);
  room[sizeof room - 1] = room[0];
}

[[gnu::noinline]] void keep_stack(const char* name) {
  const auto* here = static_cast<const unsigned char*>(__builtin_frame_address(0));
  if (stack_bytes.items == nullptr) {
    (void)stack_bytes.add();
    stack_bytes.size = 0;
  }
  unsigned char* copy = stack_bytes.items + stack_bytes.size;
  std::memcpy(copy, here - kOwnFrames - kStackSize, kStackSize);
  *stacks.add() = {name, stack_bytes.size};
  stack_bytes.size += kStackSize;
}

}  // namespace detail

}  // namespace bredvid::watch
