// Who a device is: the identity inside its MLS credential, and the roster's facts about its member.
#pragma once

#include <string>

#include "crypto/circle/errors.h"
#include "crypto/circle/ids.h"

namespace bredvid::circle {

// The wire's role numbers; only these three are ever in a circle.
enum class Role : std::uint8_t { parent = 1, supporter = 2, coordinator = 3 };

[[nodiscard]] std::optional<Role> role_from(std::uint8_t value);

// A circle that a coordinator made is a staff circle, for colleagues alone; every other one is a family's. So nobody
// reads a family's circle by rank, and no parent's contact details go where a parent is.
[[nodiscard]] bool belongs_in(Role role, bool staff_circle);
// Who makes slips and brings people in.
[[nodiscard]] bool may_invite(Role role, bool staff_circle);

// The credential's identity: role || member_id[16] || device_id[16].
struct Identity {
  Role role = Role::parent;
  MemberId member;
  DeviceId device;
  bool operator==(const Identity&) const = default;

  [[nodiscard]] Bytes encode() const;
  // Nothing unless it is exactly of that form.
  [[nodiscard]] static std::optional<Identity> decode(ByteView credential_identity);
};

inline constexpr std::size_t kMaxNameCodePoints = 40;
inline constexpr std::size_t kMaxNameSize = 4 * kMaxNameCodePoints;
inline constexpr std::size_t kCountSecretSize = 32;
inline constexpr std::size_t kMaxDevices = 16;  // of one circle
// Members that left stay known by name, for the conversation they were part of; the oldest are dropped first.
inline constexpr std::size_t kMaxRoster = 32;

// What the circle knows of a person beside the devices, which are the group's own knowledge.
struct RosterEntry {
  MemberId member;
  Role role = Role::parent;
  std::string name;          // empty until the member has said hello
  SecretBytes count_secret;  // parents only; 32 bytes, or empty while it is not known here

  [[nodiscard]] RosterEntry clone() const { return {member, role, name, count_secret.clone()}; }
  void encode(tls::Writer& writer) const;
  [[nodiscard]] static RosterEntry decode(tls::Reader& reader);
};

// Code points of strict UTF-8; nothing when it is not (RFC 3629: no surrogates, no overlong forms).
[[nodiscard]] std::optional<std::size_t> utf8_length(ByteView text);
// 1 to 40 code points, no control characters.
[[nodiscard]] bool name_is_good(std::string_view name);

}  // namespace bredvid::circle
