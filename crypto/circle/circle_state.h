// What a device keeps of a circle beside its MLS group. For this folder only; circle.h is the door.
#pragma once

#include <deque>

#include "crypto/circle/content.h"
#include "crypto/mls/group.h"

namespace bredvid::circle {

inline constexpr std::size_t kMaxLiveSlips = 8;
inline constexpr std::size_t kMaxDeadSlips = 64;  // ids of slips that must not come alive again; oldest forgotten first
inline constexpr std::size_t kMaxOwnSent = 64;    // own messages whose echo is still recognised; oldest forgotten first
// Commits that are remembered as followed; oldest forgotten first. One is enough to notice a fork; more let it be
// noticed earlier, before messages that cannot be read are shown. Forty bytes each.
inline constexpr std::size_t kMaxKnownCommits = 16;
inline constexpr std::size_t kMaxCommitSize = 16384;  // the wire's MAX_COMMIT
inline constexpr std::size_t kMaxSealedSize = 24576;  // the wire's MAX_SEALED
// Sixteen devices that all leave gaps of kSkippedLimit keys in all epochs that are remembered come to two megabytes.
inline constexpr std::size_t kMaxStateSize = std::size_t{4} << 20;
inline constexpr std::uint8_t kStateVersion = 4;        // written
inline constexpr std::uint8_t kOldestStateVersion = 1;  // still read

struct LiveSlip {
  SlipMade slip;
  MemberId maker;
  bool mine = false;             // made on this device
  std::uint64_t made_epoch = 0;  // the epoch its notice was sent in; only kept for own slips

  [[nodiscard]] LiveSlip clone() const;
};

// One join package on its way to the server.
struct SealedPackage {
  std::uint32_t selector = 0;
  Bytes sealed;
};

// A commit on its way to the server.
struct OutgoingCommit {
  std::uint64_t epoch = 0;  // the epoch that it leaves
  Bytes commit;
  std::vector<SealedPackage> packages;
  std::vector<DeviceId> removed;
  // For a device that was added by its key package: the MLS Welcome, and what the circle knows beside the group,
  // sealed under a key that only members of the new epoch can export.
  std::optional<Bytes> welcome;
  Bytes introduction;
};

struct Pending {
  mls::PendingCommit commit;
  OutgoingCommit outgoing;
};

// Must not come alive again.
struct DeadSlip {
  std::uint32_t selector = 0;
  Bytes psk_id;
  bool used = false;  // else revoked
};

// Recognises our own message when it comes back; content is empty for a commit.
struct OwnSent {
  Bytes digest;
  std::optional<ContentId> content;
};

// The commit that ended an epoch of ours. The server takes one for each epoch: another one for the same epoch comes
// from a server that has gone back in time.
struct KnownCommit {
  std::uint64_t epoch = 0;  // the epoch that it left
  Bytes digest;
};

// Whether keys that this state has yet to use may have been used already, because it is older than what was here once.
enum class Doubt : std::uint8_t {
  none = 0,
  doubted = 1,     // nothing is encrypted until an update has taken effect
  recovering = 2,  // the pending commit is that update
};

struct CircleState {
  CircleState(const CircleId& id, const Identity& own, mls::Group&& joined)
      : circle(id), self(own), group(std::move(joined)) {}

  CircleId circle;
  Identity self;
  mls::Group group;
  std::optional<Pending> pending;
  std::vector<RosterEntry> roster;
  std::vector<LiveSlip> slips;
  std::deque<DeadSlip> dead_slips;
  std::deque<OwnSent> own_sent;
  std::optional<CircleId> restarted_from;  // the circle that this one takes the place of
  std::uint32_t keys_skipped = 0;          // of our own ratchets in this epoch, by Circle::recover
  Doubt doubt = Doubt::none;
  bool thread_lost = false;  // the log has gone where this device cannot follow
  std::deque<KnownCommit> known_commits;
  bool staff = false;  // made by a coordinator: colleagues alone are in it; never changes

  // Nothing when there is none.
  [[nodiscard]] RosterEntry* entry(const MemberId& member);
  [[nodiscard]] const RosterEntry* entry(const MemberId& member) const;
  [[nodiscard]] LiveSlip* slip(std::uint32_t selector);
  [[nodiscard]] const LiveSlip* slip_by_psk(ByteView psk_id) const;
  [[nodiscard]] bool is_dead(ByteView psk_id) const;

  // Adds or finds the entry; forgets the oldest member without a device when the roster is full.
  RosterEntry& admit(const MemberId& member, Role role);
  void bury(std::uint32_t selector, bool used);
  void remember_sent(ByteView message, std::optional<ContentId> content);
  void remember_commit(std::uint64_t left_epoch, ByteView message);
  // Whether another commit than this one ended that epoch here. False for epochs before ours and long ago.
  [[nodiscard]] bool contradicts(std::uint64_t left_epoch, ByteView message) const;
  void drop_pending();
  // To be called when the group has moved to another epoch.
  void epoch_begun();

  [[nodiscard]] SecretBytes serialize() const;
  [[nodiscard]] static Outcome<CircleState> restore(ByteView stored);
};

// Identities of all devices in the group, in leaf order. Policy has seen to it that each one decodes.
struct Device {
  mls::LeafIndex leaf;
  Identity identity;
};
[[nodiscard]] std::vector<Device> devices_of(const std::vector<mls::Member>& members);

}  // namespace bredvid::circle
