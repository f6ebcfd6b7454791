// Groups for the benchmark: every member came by an external commit, so every node above a leaf has a key.
#pragma once

#include <optional>

#include "crypto/mls/group.h"
#include "crypto/primitives/hash.h"

namespace bredvid::bench {

// Not random at all, and quick: a counter under SHA-256.
class BenchRandom final : public Random {
 public:
  void fill(MutableByteView target) override {
    for (std::uint8_t& byte : target) {
      if (left_.empty()) {
        ++counter_;
        left_ = crypto::sha256(Bytes{static_cast<std::uint8_t>(counter_ >> 16),
                                     static_cast<std::uint8_t>(counter_ >> 8), static_cast<std::uint8_t>(counter_)});
      }
      byte = left_.back();
      left_.pop_back();
    }
  }

 private:
  std::uint32_t counter_ = 0;
  Bytes left_;
};

// Two members of a group of `members`: one who commits and one who follows.
struct TwoOf {
  mls::Group committer;
  mls::Group follower;
};

[[nodiscard]] mls::OwnIdentity someone(Random& random);
[[nodiscard]] TwoOf group_of(std::size_t members, Random& random);
[[nodiscard]] mls::Group copy_of(const SecretBytes& stored);
[[nodiscard]] mls::PskLookup bench_psk();
[[nodiscard]] mls::PskInput bench_psk_input();

}  // namespace bredvid::bench
