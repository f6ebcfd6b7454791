#include "crypto/circle/identity.h"

namespace bredvid::circle {

std::optional<Role> role_from(std::uint8_t value) {
  if (value < 1 || value > 3) return std::nullopt;
  return static_cast<Role>(value);
}

bool belongs_in(Role role, bool staff_circle) {
  return role == Role::supporter || (role == Role::coordinator) == staff_circle;
}

bool may_invite(Role role, bool staff_circle) {
  return role != Role::parent && belongs_in(role, staff_circle);
}

Bytes Identity::encode() const {
  const std::uint8_t role_byte = static_cast<std::uint8_t>(role);
  return concat({ByteView(&role_byte, 1), member.view(), device.view()});
}

std::optional<Identity> Identity::decode(ByteView credential_identity) {
  if (credential_identity.size() != 1 + 2 * kIdSize) return std::nullopt;
  const auto role = role_from(credential_identity[0]);
  if (!role) return std::nullopt;
  return Identity{*role, *MemberId::from(credential_identity.subspan(1, kIdSize)),
                  *DeviceId::from(credential_identity.subspan(1 + kIdSize))};
}

void RosterEntry::encode(tls::Writer& writer) const {
  member.encode(writer);
  writer.u8(static_cast<std::uint8_t>(role));
  writer.opaque(bytes_of(name));
  writer.opaque(count_secret);
}

RosterEntry RosterEntry::decode(tls::Reader& reader) {
  RosterEntry entry;
  entry.member = MemberId::decode(reader);
  const auto role = role_from(reader.u8());
  const ByteView name = reader.opaque_view(kMaxNameSize);
  entry.name.assign(name.begin(), name.end());
  entry.count_secret = reader.opaque_secret(kCountSecretSize);
  const bool secret_fits =
      entry.count_secret.empty() || (entry.count_secret.size() == kCountSecretSize && role == Role::parent);
  if (!role || !secret_fits || (!entry.name.empty() && !name_is_good(entry.name))) {
    reader.fail(CryptoError::malformed);
  }
  entry.role = role.value_or(Role::parent);
  return entry;
}

std::optional<std::size_t> utf8_length(ByteView text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::uint8_t lead = text[at];
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
    if (size == 0 || at + size > text.size()) return std::nullopt;
    for (std::size_t i = 1; i < size; ++i) {
      if ((text[at + i] & 0xc0) != 0x80) return std::nullopt;
    }
    const std::uint8_t second = size > 1 ? text[at + 1] : 0;
    const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool surrogate = lead == 0xed && second > 0x9f;
    const bool beyond = lead == 0xf4 && second > 0x8f;
    if (overlong || surrogate || beyond) return std::nullopt;
    at += size;
  }
  return count;
}

bool name_is_good(std::string_view name) {
  const auto length = utf8_length(bytes_of(name));
  if (!length || *length == 0 || *length > kMaxNameCodePoints) return false;
  return std::ranges::none_of(bytes_of(name), [](std::uint8_t byte) { return byte < 0x20 || byte == 0x7f; });
}

}  // namespace bredvid::circle
