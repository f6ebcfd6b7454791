#include "tests/fuzz/people.h"

namespace bredvid::fuzz {
namespace {

template <typename T>
auto must(T&& result) {
  require(result.has_value(), "a fuzzer's people could not come together");
  return std::move(*result);
}

}  // namespace

mls::OwnIdentity person(std::uint8_t number) {
  FixedRandom random(1000U + number);
  return {Bytes{'p', number}, crypto::make_signature_key(random)};
}

SecretBytes shared_psk() {
  return SecretBytes(Bytes(32, 0x5a));
}
mls::PskLookup knows_psk() {
  return [](ByteView id) -> std::optional<SecretBytes> {
    if (!equal_public(id, kPskId)) return std::nullopt;
    return shared_psk();
  };
}
mls::CommitPolicy accepts_all() {
  return [](const mls::CommitApplied&) { return true; };
}

const Newcomer& newcomer() {
  static const Newcomer one = [] {
    FixedRandom random(77);
    mls::OwnIdentity own = person(200);
    auto bundle = must(mls::make_key_package(own, {}, random));
    return Newcomer{std::move(own), std::move(bundle)};
  }();
  return one;
}

const std::vector<Bytes>& stored_trio() {
  static const std::vector<Bytes> trio = [] {
    FixedRandom random(3);
    std::vector<mls::Group> groups;
    groups.push_back(must(mls::Group::create(bytes_of("circle"), person(0), {}, random)));
    for (std::uint8_t number = 1; number < kMembers; ++number) {
      const Bytes info = must(groups[0].group_info());
      mls::ExternalJoinRequest request{info, std::nullopt, {}, std::nullopt};
      auto joined = must(mls::Group::join_external(request, person(number), random));
      for (mls::Group& group : groups) (void)must(group.process(joined.commit, knows_psk(), accepts_all()));
      groups.push_back(std::move(joined.group));
    }
    std::vector<Bytes> states;
    for (const mls::Group& group : groups) states.push_back(stored(group));
    return states;
  }();
  return trio;
}

mls::Group restored(ByteView stored) {
  return must(mls::Group::restore(stored));
}

mls::GroupState opened_state(ByteView stored) {
  tls::Reader reader(stored.subspan(1));  // after the version
  auto state = mls::GroupState::decode(reader, mls::kStateVersion);
  require(reader.finish().has_value(), "a stored state could not be read");
  return state;
}

void sign_again(mls::GroupInfo& info) {
  const auto own = person(0);
  (void)mls::sign_group_info(info, own.signature_key.seed.view());
}

const CircleStates& circle_states() {
  static const CircleStates states = [] {
    using namespace circle;
    FixedRandom random(5);
    const std::uint64_t now_ms = std::uint64_t{kToday} * 86'400'000;
    const auto id = CircleId::fresh(random);
    std::vector<Circle> phones;
    phones.push_back(must(
        Circle::create(id, {Role::supporter, MemberId::fresh(random), DeviceId::fresh(random)}, "Kerstin", random)));
    std::vector<Outgoing> messages;
    const auto tell = [&](std::size_t from, const Outgoing& outgoing) {
      for (std::size_t i = 0; i < phones.size(); ++i) {
        if (i != from) (void)phones[i].receive(EnvelopeKind::message, outgoing.epoch, outgoing.blob);
      }
    };
    const auto invite = [&] {
      auto made = must(phones[0].make_slip({SlipForm::qr, Role::parent, kToday + 7, kToday, std::nullopt},
                                           ContentId::fresh(random), now_ms, random));
      tell(0, made.notice);
      return made;
    };
    for (const char* name : {"Anna", "Bo"}) {
      const auto made = invite();
      auto joined = must(
          Circle::join({made.slip, id, made.packages.back().sealed, DeviceId::fresh(random), name, kToday}, random));
      for (Circle& phone : phones) {
        (void)phone.receive(EnvelopeKind::commit, joined.commit.epoch, joined.commit.commit);
      }
      phones.push_back(std::move(joined.circle));
      tell(phones.size() - 1, must(phones.back().hello(ContentId::fresh(random), now_ms, random)));
    }
    auto live = invite();
    CircleStates made{id, {}, {}, live.packages.back().sealed, std::move(live.slip)};
    for (const Circle& phone : phones) made.phones.push_back(to_bytes(phone.serialize().view()));
    for (std::size_t i = 1; i < phones.size(); ++i) {
      for (const char* words : {"Hur är det?", "Bra."}) {
        made.messages.push_back(must(phones[i].send({ContentId::fresh(random), now_ms, Text{words}}, random)));
      }
    }
    return made;
  }();
  return states;
}

}  // namespace bredvid::fuzz
