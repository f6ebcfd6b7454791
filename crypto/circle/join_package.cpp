#include "crypto/circle/join_package.h"

#include <set>

#include "crypto/primitives/aead.h"

namespace bredvid::circle {
namespace {

constexpr std::uint8_t kPackageVersion = 1;
// With restarted_from. Not written otherwise, so that older clients read what concerns them.
constexpr std::uint8_t kRestartedVersion = 2;
// Of a circle that parents never come into.
constexpr std::uint8_t kStaffVersion = 3;

Bytes additional_data(const CircleId& circle, std::uint32_t selector) {
  tls::Writer writer;
  writer.fixed(bytes_of("bredvid join v1"));
  circle.encode(writer);
  writer.u32(selector);
  return writer.take();
}

bool knows(const std::vector<RosterEntry>& roster, const MemberId& member) {
  return std::ranges::find(roster, member, &RosterEntry::member) != roster.end();
}

// Whoever has a device, and whoever a live slip brings back: the joiner's own commit has to pack that slip again.
std::vector<RosterEntry> described(const PackageSource& source) {
  std::vector<RosterEntry> entries;
  for (const RosterEntry& entry : source.roster) {
    const bool present = std::ranges::find(source.members, entry.member) != source.members.end();
    const bool expected =
        std::ranges::any_of(source.slips, [&](const LiveSlip& live) { return live.slip.replaces == entry.member; });
    if (present || expected) entries.push_back(entry.clone());
  }
  return entries;
}

std::vector<OtherSlip> others(const PackageSource& source, std::optional<std::uint32_t> selector) {
  std::vector<OtherSlip> slips;
  for (const LiveSlip& live : source.slips) {
    if (live.slip.selector == selector) continue;
    LiveSlip copy = live.clone();
    slips.push_back({std::move(copy.slip), copy.maker});
  }
  return slips;
}

}  // namespace

void JoinPackage::encode(tls::Writer& writer) const {
  writer.u8(staff ? kStaffVersion : restarted_from ? kRestartedVersion : kPackageVersion);
  writer.opaque(group_info);
  writer.u8(static_cast<std::uint8_t>(role));
  writer.u32(expires_day);
  encode_optional(writer, replaces);
  writer.vector([&](tls::Writer& inner) {
    for (const OtherSlip& other : other_slips) {
      encode_slip(inner, other.slip);
      other.maker.encode(inner);
    }
  });
  writer.vector_of(roster);
  if (restarted_from && !staff) restarted_from->encode(writer);
}

JoinPackage JoinPackage::decode(tls::Reader& reader) {
  JoinPackage package;
  const std::uint8_t version = reader.u8();
  if (version < kPackageVersion || version > kStaffVersion) reader.fail(CryptoError::malformed);
  package.staff = version == kStaffVersion;
  package.group_info = reader.opaque(kMaxSealedSize);
  const auto role = role_from(reader.u8());
  package.role = role.value_or(Role::parent);
  package.expires_day = reader.u32();
  package.replaces = decode_optional<MemberTag>(reader);
  package.other_slips = reader.items<OtherSlip>([](tls::Reader& inner) {
    SlipMade slip = decode_slip(inner);
    return OtherSlip{std::move(slip), MemberId::decode(inner)};
  });
  package.roster = reader.items<RosterEntry>();
  if (version == kRestartedVersion) package.restarted_from = CircleId::decode(reader);
  std::set<MemberId> members;
  for (const RosterEntry& entry : package.roster) members.insert(entry.member);
  if (!role || package.expires_day >= kDayLimit || package.other_slips.size() > kMaxLiveSlips ||
      package.roster.size() > kMaxRoster || members.size() != package.roster.size()) {
    reader.fail(CryptoError::malformed);
  }
  return package;
}

Outcome<Bytes> seal_package(const JoinPackage& package, ByteView join_key, const CircleId& circle,
                            std::uint32_t selector, Random& random) {
  tls::Writer writer;
  package.encode(writer);
  const Bytes nonce = random.bytes(crypto::kAeadNonceSize);
  BREDVID_TRY(body, lift(crypto::aead_seal(join_key, nonce, additional_data(circle, selector), writer.view())));
  Bytes sealed = concat({nonce, body});
  if (sealed.size() > kMaxSealedSize) return failed(Code::not_allowed);
  return sealed;
}

Outcome<JoinPackage> open_package(ByteView sealed, ByteView join_key, const CircleId& circle, std::uint32_t selector) {
  if (sealed.size() < crypto::kAeadNonceSize || sealed.size() > kMaxSealedSize) return failed(Code::join_failed);
  const auto plain = crypto::aead_open(join_key, sealed.first(crypto::kAeadNonceSize),
                                       additional_data(circle, selector), sealed.subspan(crypto::kAeadNonceSize));
  if (!plain) return failed(Code::join_failed);
  auto package = tls::decode<JoinPackage>(plain->view());
  if (!package) return failed(Code::join_failed);
  return std::move(*package);
}

Outcome<std::vector<SealedPackage>> make_packages(const PackageSource& source, const CircleId& circle, Random& random) {
  std::vector<SealedPackage> packages;
  for (const LiveSlip& live : source.slips) {
    // Somebody who would come back by our package without their name and count secret would be a stranger in the
    // counts. The slip's maker knows them, and packs it after us (SlipsBehind).
    if (!live.mine && live.slip.replaces && !knows(source.roster, *live.slip.replaces)) continue;
    JoinPackage package{
        to_bytes(source.group_info),        live.slip.role,    live.slip.expires_day, live.slip.replaces,
        others(source, live.slip.selector), described(source), source.restarted_from, source.staff};
    BREDVID_TRY(sealed, seal_package(package, live.slip.keys.join.view(), circle, live.slip.selector, random));
    packages.push_back({live.slip.selector, std::move(sealed)});
  }
  return packages;
}

JoinPackage make_introduction(const PackageSource& source, Role role) {
  return {{},          role, 0, std::nullopt, others(source, std::nullopt), described(source), source.restarted_from,
          source.staff};
}

std::vector<LiveSlip> usable_slips(const std::vector<LiveSlip>& slips, std::uint32_t now_day,
                                   const std::vector<MemberId>& removed) {
  std::vector<LiveSlip> usable;
  for (const LiveSlip& live : slips) {
    const bool orphaned = std::ranges::find(removed, live.maker) != removed.end();
    if (live.slip.expires_day >= now_day && !orphaned) usable.push_back(live.clone());
  }
  return usable;
}

}  // namespace bredvid::circle
