#include "crypto/circle/circle.h"

#include "crypto/circle/safety_words.h"

namespace bredvid::circle {

Outcome<Circle> Circle::create(const CircleId& circle, const Identity& self, std::string_view name, Random& random) {
  if (!name_is_good(name)) return failed(Code::not_allowed);
  const mls::OwnIdentity own{self.encode(), crypto::make_signature_key(random)};
  BREDVID_TRY(group, lift(mls::Group::create(circle.view(), own, mls::Lifetime{}, random)));
  CircleState state(circle, self, std::move(group));
  state.staff = self.role == Role::coordinator;
  RosterEntry& me = state.admit(self.member, self.role);
  me.name = name;
  if (self.role == Role::parent) me.count_secret = random.secret(kCountSecretSize);
  return Circle(std::move(state));
}

Outcome<Circle> Circle::create_afresh(const Circle& before, const CircleId& next, const DeviceId& device,
                                      Random& random) {
  if (!before.active()) return failed(Code::not_a_member);
  const Identity self{Role::supporter, before.self().member, device};
  if (before.self().role != Role::supporter || before.staff() || next == before.id()) return failed(Code::not_allowed);
  const RosterEntry* me = before.state_.entry(self.member);
  if (me == nullptr) return failed(Code::not_a_member);
  BREDVID_TRY(made, create(next, self, me->name, random));
  made.state_.roster.clear();
  for (const RosterEntry& entry : before.roster()) made.state_.roster.push_back(entry.clone());
  made.state_.restarted_from = before.id();
  return std::move(made);
}

Outcome<Circle> Circle::restore(ByteView stored) {
  BREDVID_TRY(state, CircleState::restore(stored));
  return Circle(std::move(state));
}

Outcome<Outgoing> Circle::encrypt(const Content& content, Random& random) {
  if (active() && in_doubt()) return failed(Code::state_rolled_back);
  BREDVID_TRY(plain, encode_content(content));
  BREDVID_TRY(blob, lift(state_.group.encrypt(plain.view(), plain.size(), random)));
  state_.remember_sent(blob, content.id);
  return Outgoing{content.id, state_.group.epoch(), std::move(blob)};
}

Outcome<Outgoing> Circle::send(const Content& content, Random& random) {
  const bool own_call = std::holds_alternative<Hello>(content.body) || std::holds_alternative<SlipMade>(content.body) ||
                        std::holds_alternative<SlipRevoked>(content.body);
  const bool not_mine = std::holds_alternative<Details>(content.body) && state_.self.role != Role::coordinator;
  if (own_call || not_mine) return failed(Code::not_allowed);
  return encrypt(content, random);
}

Outcome<Outgoing> Circle::hello(const ContentId& id, std::uint64_t sent_at_ms, Random& random) {
  const RosterEntry* me = state_.entry(state_.self.member);
  if (me == nullptr) return failed(Code::not_a_member);
  return encrypt({id, sent_at_ms, Hello{me->name, me->count_secret.clone()}}, random);
}

std::vector<Identity> Circle::devices() const {
  std::vector<Identity> identities;
  if (!active()) return identities;
  for (const Device& device : devices_of(state_.group.members())) identities.push_back(device.identity);
  return identities;
}

Outcome<TagSet> Circle::tags_for(const MemberId& member, std::uint32_t span_id, std::uint32_t day,
                                 std::uint32_t year) const {
  const RosterEntry* entry = state_.entry(member);
  if (entry == nullptr || entry->count_secret.empty()) return failed(Code::not_allowed);
  return tally_tags(entry->count_secret, span_id, day, year);
}

std::array<std::string_view, 3> Circle::words() const {
  return safety_words(state_.group.epoch_authenticator());
}

}  // namespace bredvid::circle
