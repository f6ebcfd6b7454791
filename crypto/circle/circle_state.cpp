#include "crypto/circle/circle_state.h"

#include "crypto/primitives/hash.h"

namespace bredvid::circle {
namespace {

void encode_live(tls::Writer& writer, const LiveSlip& live) {
  encode_slip(writer, live.slip);
  live.maker.encode(writer);
  writer.present(live.mine);
  writer.u64(live.made_epoch);
}

LiveSlip decode_live(tls::Reader& reader) {
  LiveSlip live;
  live.slip = decode_slip(reader);
  live.maker = MemberId::decode(reader);
  live.mine = reader.present();
  live.made_epoch = reader.u64();
  return live;
}

void encode_pending(tls::Writer& writer, const Pending& pending) {
  writer.opaque(pending.commit.serialize());
  writer.u64(pending.outgoing.epoch);
  writer.vector([&](tls::Writer& inner) {
    for (const auto& package : pending.outgoing.packages) {
      inner.u32(package.selector);
      inner.opaque(package.sealed);
    }
  });
  writer.vector_of(pending.outgoing.removed);
  writer.opaque(pending.outgoing.introduction);
}

Result<Pending> decode_pending(tls::Reader& reader) {
  BREDVID_TRY(commit, mls::PendingCommit::restore(reader.opaque_view(kMaxStateSize)));
  OutgoingCommit outgoing;
  outgoing.epoch = reader.u64();
  outgoing.commit = commit.message();
  outgoing.welcome = commit.welcome();
  reader.vector([&](tls::Reader& inner) {
    SealedPackage package;
    package.selector = inner.u32();
    package.sealed = inner.opaque(kMaxSealedSize);
    outgoing.packages.push_back(std::move(package));
  });
  reader.vector([&](tls::Reader& inner) { outgoing.removed.push_back(DeviceId::decode(inner)); });
  outgoing.introduction = reader.opaque(kMaxSealedSize);
  return Pending{std::move(commit), std::move(outgoing)};
}

void decode_since_2(tls::Reader& reader, CircleState& state) {
  state.restarted_from = decode_optional<CircleTag>(reader);
  state.keys_skipped = reader.u32();
  const std::uint8_t doubt = reader.u8();
  state.doubt = static_cast<Doubt>(doubt);
  state.thread_lost = reader.present();
  const bool recovers = state.doubt == Doubt::recovering;
  if (doubt > static_cast<std::uint8_t>(Doubt::recovering) || (recovers && !state.pending)) {
    reader.fail(CryptoError::malformed);
  }
}

void decode_since_3(tls::Reader& reader, CircleState& state) {
  reader.vector([&](tls::Reader& inner) {
    const std::uint64_t epoch = inner.u64();
    state.known_commits.push_back({epoch, to_bytes(inner.fixed(crypto::kHashSize))});
  });
}

}  // namespace

LiveSlip LiveSlip::clone() const {
  return {{slip.selector, slip.role, slip.expires_day, slip.replaces, slip.keys.clone()}, maker, mine, made_epoch};
}

RosterEntry* CircleState::entry(const MemberId& member) {
  const auto found = std::ranges::find(roster, member, &RosterEntry::member);
  return found == roster.end() ? nullptr : &*found;
}

const RosterEntry* CircleState::entry(const MemberId& member) const {
  const auto found = std::ranges::find(roster, member, &RosterEntry::member);
  return found == roster.end() ? nullptr : &*found;
}

LiveSlip* CircleState::slip(std::uint32_t selector) {
  const auto found = std::ranges::find(slips, selector, [](const LiveSlip& live) { return live.slip.selector; });
  return found == slips.end() ? nullptr : &*found;
}

const LiveSlip* CircleState::slip_by_psk(ByteView psk_id) const {
  const auto found =
      std::ranges::find_if(slips, [&](const LiveSlip& live) { return equal_public(live.slip.keys.psk_id, psk_id); });
  return found == slips.end() ? nullptr : &*found;
}

bool CircleState::is_dead(ByteView psk_id) const {
  return std::ranges::any_of(dead_slips, [&](const DeadSlip& dead) { return equal_public(dead.psk_id, psk_id); });
}

RosterEntry& CircleState::admit(const MemberId& member, Role role) {
  if (RosterEntry* known = entry(member)) return *known;
  if (roster.size() >= kMaxRoster) {
    const auto devices = devices_of(group.members());
    const auto gone = std::ranges::find_if(roster, [&](const RosterEntry& candidate) {
      return std::ranges::none_of(devices, [&](const Device& d) { return d.identity.member == candidate.member; });
    });
    if (gone != roster.end()) roster.erase(gone);
  }
  roster.push_back({member, role, {}, {}});
  return roster.back();
}

void CircleState::bury(std::uint32_t selector, bool used) {
  const auto found = std::ranges::find(slips, selector, [](const LiveSlip& live) { return live.slip.selector; });
  if (found == slips.end()) return;
  dead_slips.push_back({selector, found->slip.keys.psk_id, used});
  if (dead_slips.size() > kMaxDeadSlips) dead_slips.pop_front();
  slips.erase(found);
}

void CircleState::remember_sent(ByteView message, std::optional<ContentId> content) {
  own_sent.push_back({crypto::sha256(message), content});
  if (own_sent.size() > kMaxOwnSent) own_sent.pop_front();
}

void CircleState::remember_commit(std::uint64_t left_epoch, ByteView message) {
  known_commits.push_back({left_epoch, crypto::sha256(message)});
  if (known_commits.size() > kMaxKnownCommits) known_commits.pop_front();
}

bool CircleState::contradicts(std::uint64_t left_epoch, ByteView message) const {
  const auto known = std::ranges::find(known_commits, left_epoch, &KnownCommit::epoch);
  return known != known_commits.end() && !equal_public(known->digest, crypto::sha256(message));
}

void CircleState::drop_pending() {
  pending.reset();
  if (doubt == Doubt::recovering) doubt = Doubt::doubted;
}

void CircleState::epoch_begun() {
  keys_skipped = 0;
  thread_lost = false;
}

// struct { uint8 version; CircleId; Identity<V>; opaque group<V>; optional<Pending>; RosterEntry<V>; LiveSlip<V>;
//          DeadSlip<V>; OwnSent<V>;
//          since version 4: uint8 staff;
//          since version 3: KnownCommit<V>;
//          since version 2: optional<CircleId> restarted_from; uint32 keys_skipped; uint8 doubt; uint8 thread_lost;
//        } CircleState
SecretBytes CircleState::serialize() const {
  tls::Writer writer;
  writer.u8(kStateVersion);
  circle.encode(writer);
  writer.opaque(self.encode());
  writer.opaque(group.serialize());
  writer.present(pending.has_value());
  if (pending) encode_pending(writer, *pending);
  writer.vector_of(roster);
  writer.vector([&](tls::Writer& inner) {
    for (const LiveSlip& live : slips) encode_live(inner, live);
  });
  writer.vector([&](tls::Writer& inner) {
    for (const DeadSlip& dead : dead_slips) {
      inner.u32(dead.selector);
      inner.fixed(dead.psk_id);
      inner.present(dead.used);
    }
  });
  writer.vector([&](tls::Writer& inner) {
    for (const OwnSent& sent : own_sent) {
      inner.fixed(sent.digest);
      encode_optional(inner, sent.content);
    }
  });
  writer.present(staff);
  writer.vector([&](tls::Writer& inner) {
    for (const KnownCommit& known : known_commits) {
      inner.u64(known.epoch);
      inner.fixed(known.digest);
    }
  });
  encode_optional(writer, restarted_from);
  writer.u32(keys_skipped);
  writer.u8(static_cast<std::uint8_t>(doubt));
  writer.present(thread_lost);
  return std::move(writer).take_secret();
}

Outcome<CircleState> CircleState::restore(ByteView stored) {
  tls::Reader reader(stored);
  const std::uint8_t version = reader.u8();
  if (stored.size() > kMaxStateSize || version < kOldestStateVersion || version > kStateVersion) {
    return failed(Code::state_bad);
  }
  const CircleId circle = CircleId::decode(reader);
  const auto self = Identity::decode(reader.opaque_view());
  auto group = mls::Group::restore(reader.opaque_view(kMaxStateSize));
  if (!self || !group) return failed(Code::state_bad);
  CircleState state(circle, *self, std::move(*group));
  if (reader.present()) {
    auto pending = decode_pending(reader);
    if (!pending) return failed(Code::state_bad);
    state.pending = std::move(*pending);
  }
  reader.vector([&](tls::Reader& inner) { state.roster.push_back(RosterEntry::decode(inner)); });
  reader.vector([&](tls::Reader& inner) { state.slips.push_back(decode_live(inner)); });
  reader.vector([&](tls::Reader& inner) {
    DeadSlip dead{inner.u32(), to_bytes(inner.fixed(kPskIdSize)), false};
    dead.used = inner.present();
    state.dead_slips.push_back(std::move(dead));
  });
  reader.vector([&](tls::Reader& inner) {
    OwnSent sent{to_bytes(inner.fixed(crypto::kHashSize)), std::nullopt};
    sent.content = decode_optional<ContentTag>(inner);
    state.own_sent.push_back(std::move(sent));
  });
  if (version >= 4) state.staff = reader.present();
  if (version >= 3) decode_since_3(reader, state);
  if (version >= 2) decode_since_2(reader, state);
  const bool fits = state.roster.size() <= kMaxRoster && state.slips.size() <= kMaxLiveSlips &&
                    state.dead_slips.size() <= kMaxDeadSlips && state.own_sent.size() <= kMaxOwnSent &&
                    state.known_commits.size() <= kMaxKnownCommits &&
                    equal_public(state.group.group_id(), circle.view()) && belongs_in(self->role, state.staff);
  if (!reader.finish() || !fits) return failed(Code::state_bad);
  return state;
}

std::vector<Device> devices_of(const std::vector<mls::Member>& members) {
  std::vector<Device> devices;
  for (const mls::Member& member : members) {
    if (const auto identity = Identity::decode(member.identity)) devices.push_back({member.leaf, *identity});
  }
  return devices;
}

}  // namespace bredvid::circle
