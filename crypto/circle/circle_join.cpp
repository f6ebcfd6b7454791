// Coming into a circle: by a slip (external commit) or by a Welcome from a member.
#include <set>

#include "crypto/circle/circle.h"

namespace bredvid::circle {
namespace {

constexpr std::string_view kIntroductionLabel = "bredvid introduction v1";

// The devices of a group we are about to enter: each one well formed, no device twice.
std::optional<std::vector<Device>> checked_devices(const std::vector<mls::Member>& members) {
  auto devices = devices_of(members);
  std::set<DeviceId> ids;
  for (const Device& device : devices) ids.insert(device.identity.device);
  if (devices.size() != members.size() || ids.size() != devices.size()) return std::nullopt;
  return devices;
}

// Colleagues among colleagues, or a family with its supporters: what the package says and who is in have to agree.
bool all_belong(const JoinPackage& package, const std::vector<Device>& devices) {
  return belongs_in(package.role, package.staff) && std::ranges::all_of(devices, [&](const Device& device) {
           return belongs_in(device.identity.role, package.staff);
         });
}

// What the package says of the circle becomes ours, and we enter the roster.
void take_facts(CircleState& state, JoinPackage&& package, std::string_view name, Random& random) {
  state.roster = std::move(package.roster);
  state.restarted_from = package.restarted_from;
  state.staff = package.staff;
  for (OtherSlip& other : package.other_slips) {
    if (state.slip(other.slip.selector) != nullptr) continue;
    state.slips.push_back({std::move(other.slip), other.maker, false, 0});
  }
  RosterEntry& me = state.admit(state.self.member, state.self.role);
  me.role = state.self.role;
  me.name = name;
  // A replaced device's member keeps the count secret, so that one parent is counted as one.
  if (me.role == Role::parent && me.count_secret.empty()) me.count_secret = random.secret(kCountSecretSize);
}

struct Place {
  Identity self;
  std::optional<mls::LeafIndex> remove;
};

// Where in the group the slip leads to.
Outcome<Place> place_for(const JoinPackage& package, const std::vector<Device>& devices, const DeviceId& device,
                         Random& random) {
  Place place{{package.role, package.replaces ? *package.replaces : MemberId::fresh(random), device}, std::nullopt};
  for (const Device& known : devices) {
    const bool same_device = known.identity.device == device;
    if (known.identity.member != place.self.member) {
      if (same_device) return failed(Code::join_failed);
      continue;
    }
    if (known.identity.role != package.role) return failed(Code::join_failed);
    // A device that lost the thread takes its own place.
    if (!place.remove || same_device) place.remove = known.leaf;
  }
  if (devices.size() >= kMaxDevices && !place.remove) return failed(Code::circle_full);
  return place;
}

}  // namespace

Outcome<Joined> Circle::join(const JoinOptions& options, Random& random) {
  if (!name_is_good(options.name)) return failed(Code::not_allowed);
  const SlipKeys keys = derive_slip_keys(options.slip);
  BREDVID_TRY(package, open_package(options.sealed, keys.join.view(), options.circle, options.slip.selector));
  if (options.now_day > package.expires_day) return failed(Code::slip_expired);
  const auto summary = mls::inspect_group_info(package.group_info);
  if (!summary || !equal_public(summary->group_id, options.circle.view())) return failed(Code::join_failed);
  const auto devices = checked_devices(summary->members);
  if (!devices || !all_belong(package, *devices)) return failed(Code::join_failed);
  BREDVID_TRY(place, place_for(package, *devices, options.device, random));

  const mls::OwnIdentity own{place.self.encode(), crypto::make_signature_key(random)};
  mls::ExternalJoinRequest request{package.group_info, std::nullopt, {}, place.remove};
  request.psks.push_back({keys.psk_id, keys.psk.clone()});
  auto entered = mls::Group::join_external(request, own, random);
  if (!entered || entered->commit.size() > kMaxCommitSize) return failed(Code::join_failed);

  OutgoingCommit commit{summary->epoch, std::move(entered->commit), {}, {}, std::nullopt, {}};
  for (const Device& device : *devices) {
    if (device.leaf == place.remove) commit.removed.push_back(device.identity.device);
  }
  CircleState state(options.circle, place.self, std::move(entered->group));
  take_facts(state, std::move(package), options.name, random);
  state.dead_slips.push_back({options.slip.selector, keys.psk_id, true});
  state.remember_sent(commit.commit, std::nullopt);
  state.remember_commit(commit.epoch, commit.commit);
  Circle circle(std::move(state));
  BREDVID_TRY(packages, circle.refresh_packages(options.now_day, random));
  commit.packages = std::move(packages);
  return Joined{std::move(circle), std::move(commit)};
}

Outcome<NewDevice> Circle::offer(const Identity& identity, std::string_view name, Random& random,
                                 mls::Lifetime lifetime, mls::KeyPackageUse use) {
  if (!name_is_good(name)) return failed(Code::not_allowed);
  crypto::SignatureKey key = crypto::make_signature_key(random);
  const mls::OwnIdentity own{identity.encode(), key.clone()};
  BREDVID_TRY(bundle, lift(mls::make_key_package(own, lifetime, random, use)));
  return NewDevice{identity, std::string(name), std::move(bundle), std::move(key)};
}

Outcome<Circle> Circle::join_by_welcome(const CircleId& circle, const NewDevice& device, ByteView welcome,
                                        ByteView introduction, Random& random) {
  const mls::OwnIdentity own{device.identity.encode(), device.signature_key.clone()};
  const auto no_psk = [](ByteView) -> std::optional<SecretBytes> { return std::nullopt; };
  auto group = mls::Group::join_by_welcome(welcome, device.bundle, own, no_psk);
  if (!group || !equal_public(group->group_id(), circle.view())) return failed(Code::join_failed);
  const auto devices = checked_devices(group->members());
  if (!devices) return failed(Code::join_failed);
  BREDVID_TRY(key, lift(group->export_secret(kIntroductionLabel, device.identity.device.view(), kSlipKeySize)));
  BREDVID_TRY(package, open_package(introduction, key.view(), circle, 0));
  if (package.role != device.identity.role || !all_belong(package, *devices)) return failed(Code::join_failed);
  CircleState state(circle, device.identity, std::move(*group));
  take_facts(state, std::move(package), device.name, random);
  return Circle(std::move(state));
}

}  // namespace bredvid::circle
