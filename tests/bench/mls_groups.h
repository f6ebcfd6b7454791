// Groups for the benchmark, and the steps that are measured on them.
//
// Every member came by an external commit, so every node with members on both sides has a key and none has unmerged
// leaves: the best case for the size of a commit, the worst for the number of keys above a leaf. `group_of` looks.
#pragma once

#include <optional>

#include "crypto/mls/group.h"

namespace bredvid::bench {

inline constexpr std::size_t kPadded = 256;  // the circle's smallest bucket
inline constexpr std::size_t kText = 200;

// Not random at all, and so quick that it does not count: SplitMix64.
class BenchRandom final : public Random {
 public:
  void fill(MutableByteView target) override;

 private:
  std::uint64_t next();
  std::uint64_t state_ = 1;
};

// Two members of a group of `members` that sit side by side, so that the follower derives every key above them: one who
// commits and one who follows. Four past epochs are kept.
struct TwoOf {
  mls::Group committer;
  mls::Group follower;
};
[[nodiscard]] TwoOf group_of(std::size_t members, Random& random);

// A device that could come in either way.
struct Newcomer {
  mls::OwnIdentity own;
  mls::KeyPackageBundle bundle;
  mls::CommitRequest add;
  Bytes welcome;
  Bytes group_info;
};
[[nodiscard]] Newcomer newcomer_to(const mls::Group& member, Random& random);
void join_by_welcome(const Newcomer& newcomer);

// With a PSK, as a slip's holder joins. Gives the commit.
[[nodiscard]] Bytes join_by_external_commit(const Newcomer& newcomer, Random& random);

// A commit of either kind, by a member who knows the PSK.
void follow(mls::Group& group, ByteView commit);

[[nodiscard]] mls::OwnIdentity someone(Random& random);
[[nodiscard]] mls::Group copy_of(const SecretBytes& stored);
[[nodiscard]] Bytes a_text();

}  // namespace bredvid::bench
