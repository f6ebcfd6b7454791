// Looks at the memory. Replaces the program's operator new and delete: what is given back is kept as it is and never
// used again, so that after a whole life one can look through every block there ever was, once the secrets are known.
//
// `learn` says what is secret, at any time, also long after it was used. `during` runs one step and keeps a copy of the
// stack it left behind. `search` then looks through the heap, all other writable memory of the program (so also what
// libsodium allocated by itself) and the kept stacks. What this module itself notes lies in mappings of its own, which
// are left out. One thread; Linux.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "crypto/base/bytes.h"

namespace bredvid::watch {

// The shortest piece that is looked for; every secret is looked for by its first and its last bytes.
inline constexpr std::size_t kPiece = 12;

// Forgets everything that was learnt. What is in memory stays there.
void start();

// `kind` has to be a literal. Shorter secrets than kPiece are left out; what was learnt before counts once.
void learn(ByteView secret, const char* kind);
// This went over the wire: what is found in there is no secret.
void published(ByteView message);
std::size_t learnt();
// How many of what was learnt under this kind were published.
std::size_t published_of(const char* kind);

// Runs a step. The stack below the caller, as the step left it, is kept under its name (a literal).
template <typename Step>
void during(const char* name, Step&& step);

// Where a secret was found: "freed", "live" (allocated), "memory" (anything else writable) or "stack after NAME"; then
// its kind. With how many places.
using Finds = std::map<std::string, std::size_t>;
Finds search();

namespace detail {
void run_deep(void (*step)(void*), void* context);
void keep_stack(const char* name);
}  // namespace detail

template <typename Step>
void during(const char* name, Step&& step) {
  detail::run_deep([](void* context) { (*static_cast<Step*>(context))(); }, &step);
  detail::keep_stack(name);
}

}  // namespace bredvid::watch
