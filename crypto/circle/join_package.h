// What a slip's holder needs to join while nobody else is online: the group as it stands, and the circle's own facts.
// Sealed for one slip; each commit brings new ones for every live slip.
//
//   struct {
//     uint8 version;                   1; 2 in a circle that was started afresh; 3 in a staff circle, which never is
//     opaque group_info<V>;            MLSMessage with ratchet_tree and external_pub; empty in an introduction
//     uint8 role;
//     uint32 expires_day;
//     optional<MemberId> replaces;
//     OtherSlip other_slips<V>;        the other live slips with their keys: the joiner's commit renews their packages
//     RosterEntry roster<V>;
//     select (version) { case 2: CircleId restarted_from; };
//   } JoinPackage;
//   sealed = nonce[12] || ChaCha20-Poly1305(join key, nonce, "bredvid join v1" || circle_id || uint32 selector,
//   package)
#pragma once

#include "crypto/circle/circle_state.h"

namespace bredvid::circle {

struct OtherSlip {
  SlipMade slip;
  MemberId maker;
};

struct JoinPackage {
  Bytes group_info;
  Role role = Role::parent;
  std::uint32_t expires_day = 0;
  std::optional<MemberId> replaces;
  std::vector<OtherSlip> other_slips;
  std::vector<RosterEntry> roster;
  std::optional<CircleId> restarted_from = std::nullopt;
  bool staff = false;

  void encode(tls::Writer& writer) const;
  [[nodiscard]] static JoinPackage decode(tls::Reader& reader);
};

// Errors: not_allowed when it is larger than the wire takes.
[[nodiscard]] Outcome<Bytes> seal_package(const JoinPackage& package, ByteView join_key, const CircleId& circle,
                                          std::uint32_t selector, Random& random);
// Errors: join_failed.
[[nodiscard]] Outcome<JoinPackage> open_package(ByteView sealed, ByteView join_key, const CircleId& circle,
                                                std::uint32_t selector);

// The circle as it is to be described: after a pending commit this differs from the state.
struct PackageSource {
  ByteView group_info;
  const std::vector<MemberId>& members;  // who has a device
  const std::vector<RosterEntry>& roster;
  const std::vector<LiveSlip>& slips;  // those that get a package
  const std::optional<CircleId>& restarted_from;
  bool staff;
};

// One package for each slip, except those of others that bring back somebody who is not known here. A member who left
// is only described while a live slip brings them back.
[[nodiscard]] Outcome<std::vector<SealedPackage>> make_packages(const PackageSource& source, const CircleId& circle,
                                                                Random& random);
// The facts for a device that was added by its key package; sealed with selector 0.
[[nodiscard]] JoinPackage make_introduction(const PackageSource& source, Role role);

// Those that a new package is made for: not past their last day, and not made by somebody in `removed`.
[[nodiscard]] std::vector<LiveSlip> usable_slips(const std::vector<LiveSlip>& slips, std::uint32_t now_day,
                                                 const std::vector<MemberId>& removed);

}  // namespace bredvid::circle
