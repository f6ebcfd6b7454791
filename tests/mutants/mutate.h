// Makes altered copies of a message: half of them field by field, the rest byte by byte. The same seed gives the same.
#pragma once

#include <cstdint>
#include <set>

#include "tests/mutants/structure.h"

namespace bredvid::mutants {

// What the issue asks of every message.
inline constexpr std::size_t kMutantsPerMessage = 200;

// A small generator for choices; nothing here has to be secret.
class Choice {
 public:
  explicit Choice(std::uint64_t seed) : state_(seed) {}
  [[nodiscard]] std::uint64_t next();
  // 0 to below `end`, which is not 0.
  [[nodiscard]] std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
  [[nodiscard]] Bytes bytes(std::size_t size_bytes);

 private:
  std::uint64_t state_;
};

// The run's seed: BREDVID_MUTANTS_SEED or always the same.
[[nodiscard]] std::uint64_t run_seed();

struct Mutant {
  Bytes bytes;
  const char* way;    // how it was made
  const char* field;  // where; "" when byte by byte
};

// `count` altered copies, each another one, none equal to the original. `donors` are messages of the same file, whose
// fields are put in the place of this one's. `genuine` are messages that are right as they are, so no mutants.
[[nodiscard]] std::vector<Mutant> make_mutants(const Node& original, const std::vector<const Node*>& donors,
                                               const std::set<Bytes>& genuine, std::size_t count, Choice& choice);

}  // namespace bredvid::mutants
