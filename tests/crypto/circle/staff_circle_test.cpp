// A circle that a coordinator made: colleagues alone, and how an assignment's parent is reached. The rule lives in the
// members: here people whose own devices were altered try to break it.
#include "crypto/circle/circle_rules.h"
#include "tests/crypto/circle/circle_rules_world.h"

namespace bredvid::circle {
namespace {

class StaffCircle : public CircleRules {
 protected:
  AssignmentId assignment_ = AssignmentId::fresh(random_);

  Phone coordinate(std::string_view name = "Karin") {
    const Identity self{Role::coordinator, MemberId::fresh(random_), DeviceId::fresh(random_)};
    return Phone{*Circle::create(circle_, self, name, random_)};
  }
  Content details(std::string text) {
    return {ContentId::fresh(random_), now_ms_++, Details{assignment_, std::move(text)}};
  }
  // What an altered device believes: that its circle is of the other kind.
  static Phone altered(const Phone& phone, bool staff) {
    auto state = CircleState::restore(phone.circle.serialize().view());
    state->staff = staff;
    return Phone{*Circle::restore(state->serialize().view()), phone.read};
  }
  Code slip_refused(Phone& phone, Role role) {
    const auto made = phone.circle.make_slip({SlipForm::qr, role, kToday + 7, kToday, std::nullopt},
                                             ContentId::fresh(random_), now_ms_++, random_);
    return made ? Code{} : made.error().code;
  }
  // Its notice is refused, and so is whoever comes with it.
  void expect_nobody_comes(Phone& altered, Role role, const std::vector<Phone*>& honest) {
    const auto made = altered.circle.make_slip({SlipForm::qr, role, kToday + 7, kToday, std::nullopt},
                                               ContentId::fresh(random_), now_ms_++, random_);
    ASSERT_TRUE(made);
    server_.refresh(made->packages);
    EXPECT_EQ(try_join(made->slip, "Ny").error().code, Code::join_failed) << "an honest newcomer sees who is in";
    for (Phone* phone : honest) {
      const auto events = phone->circle.receive(EnvelopeKind::message, made->notice.epoch, made->notice.blob);
      ASSERT_NE(find_event<Unreadable>(events), nullptr);
      EXPECT_EQ(find_event<Unreadable>(events)->code, Code::mls_refused);
      EXPECT_TRUE(phone->circle.live_slips().empty());
      // Even a device that knew of the slip would not take the newcomer.
      auto state = *CircleState::restore(phone->circle.serialize().view());
      const CircleState knows = *CircleState::restore(altered.circle.serialize().view());
      state.slips.push_back(knows.slips.back().clone());
      mls::CommitApplied commit;
      commit.external = true;
      const Identity joiner{role, MemberId::fresh(random_), DeviceId::fresh(random_)};
      commit.committer = {mls::LeafIndex{9}, joiner.encode(), Bytes(32)};
      commit.added = {commit.committer};
      commit.psk_ids = {state.slips.back().slip.keys.psk_id};
      const auto before = devices_of(state.group.members());
      EXPECT_FALSE(commit_allowed(state, before, commit));
      commit.external = false;
      commit.psk_ids.clear();
      for (const mls::Member& member : state.group.members()) {
        if (Identity::decode(member.identity) == altered.circle.self()) commit.committer = member;
      }
      EXPECT_FALSE(commit_allowed(state, before, commit));
    }
  }
};

TEST_F(StaffCircle, DetailsReachTheColleagueAndAreTakenBack) {
  Phone coordinator = coordinate();
  Phone supporter = come_in(invite(coordinator, Role::supporter), "Stina");
  coordinator.fetch(server_);
  EXPECT_TRUE(coordinator.circle.staff() && supporter.circle.staff());
  EXPECT_EQ(coordinator.circle.words(), supporter.circle.words());
  for (const std::string_view text : {"Amina\n070-123 45 67", ""}) {
    const auto sent = coordinator.circle.send(details(std::string(text)), random_);
    ASSERT_TRUE(sent && server_.send(*sent));
    const auto heard = supporter.fetch(server_);
    ASSERT_NE(find_said<Details>(heard), nullptr);
    EXPECT_EQ(find_said<Details>(heard)->assignment, assignment_);
    EXPECT_EQ(find_said<Details>(heard)->text, text);
  }
  // A colleague more, whom the first one can bring in too; and one can be taken out.
  coordinator.fetch(server_);
  Phone second = come_in(invite(coordinator, Role::supporter), "Siv");
  supporter.fetch(server_);
  Phone other = come_in(invite_after_fetch(supporter, Role::coordinator), "Kurt");
  EXPECT_TRUE(other.circle.staff());
  coordinator.fetch(server_);
  const auto commit = coordinator.circle.remove_member(second.circle.self().member, kToday, random_);
  ASSERT_TRUE(commit && server_.commit(*commit));
  coordinator.fetch(server_);
  EXPECT_EQ(coordinator.circle.devices().size(), 3u);
}

TEST_F(StaffCircle, OnlyACoordinatorGivesDetails) {
  Phone coordinator = coordinate();
  Phone supporter = come_in(invite(coordinator, Role::supporter), "Stina");
  coordinator.fetch(server_);
  EXPECT_EQ(supporter.circle.send(details("070"), random_).error().code, Code::not_allowed);
  // An altered device that writes them all the same: the group's own encryption knows no kinds.
  auto state = CircleState::restore(supporter.circle.serialize().view());
  const auto plain = encode_content(details("070"));
  const auto blob = state->group.encrypt(plain->view(), plain->size(), random_);
  ASSERT_TRUE(blob);
  const auto events = coordinator.circle.receive(EnvelopeKind::message, coordinator.circle.epoch(), *blob);
  ASSERT_NE(find_event<Unreadable>(events), nullptr);
  EXPECT_EQ(find_event<Unreadable>(events)->code, Code::mls_refused);
}

TEST_F(StaffCircle, AFamilysCircleKnowsNoDetailsAndNoCoordinator) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  EXPECT_FALSE(supporter.circle.staff() || parent.circle.staff());
  EXPECT_EQ(supporter.circle.send(details("070"), random_).error().code, Code::not_allowed);
  EXPECT_EQ(parent.circle.send(details("070"), random_).error().code, Code::not_allowed);
  EXPECT_EQ(slip_refused(supporter, Role::coordinator), Code::not_allowed);
  Phone liar = altered(supporter, true);
  expect_nobody_comes(liar, Role::coordinator, {&parent});
}

TEST_F(StaffCircle, AParentNeverComesIn) {
  Phone coordinator = coordinate();
  Phone supporter = come_in(invite(coordinator, Role::supporter), "Stina");
  coordinator.fetch(server_);
  EXPECT_EQ(slip_refused(coordinator, Role::parent), Code::not_allowed);
  EXPECT_EQ(slip_refused(supporter, Role::parent), Code::not_allowed);
  Phone liar = altered(supporter, false);
  expect_nobody_comes(liar, Role::parent, {&coordinator});
}

TEST_F(StaffCircle, WhatKindItIsIsStoredAndNothingBelongsThatDoesNot) {
  Phone coordinator = coordinate();
  coordinator.reload();
  EXPECT_TRUE(coordinator.circle.staff());
  auto state = CircleState::restore(coordinator.circle.serialize().view());
  state->staff = false;
  EXPECT_EQ(Circle::restore(state->serialize().view()).error().code, Code::state_bad);
  EXPECT_EQ(coordinate().circle.tags_for(coordinator.circle.self().member, 1, 1, 1).error().code, Code::not_allowed)
      << "nobody is counted here";
  Phone supporter = come_in(invite(coordinator, Role::supporter), "Stina");
  EXPECT_EQ(
      Circle::create_afresh(supporter.circle, CircleId::fresh(random_), DeviceId::fresh(random_), random_).error().code,
      Code::not_allowed);
}

TEST_F(StaffCircle, AColleagueAddedByWelcomeLearnsTheKind) {
  Phone coordinator = coordinate();
  const auto offer = [&](Role role) {
    return *Circle::offer({role, MemberId::fresh(random_), DeviceId::fresh(random_)}, "Ny", random_);
  };
  const NewDevice parent = offer(Role::parent);
  EXPECT_EQ(coordinator.circle.add_by_welcome(parent.bundle.key_package, kToday, random_).error().code,
            Code::not_allowed);
  const NewDevice colleague = offer(Role::supporter);
  const auto commit = coordinator.circle.add_by_welcome(colleague.bundle.key_package, kToday, random_);
  ASSERT_TRUE(commit && server_.commit(*commit));
  const auto joined = Circle::join_by_welcome(circle_, colleague, *commit->welcome, commit->introduction, random_);
  ASSERT_TRUE(joined);
  EXPECT_TRUE(joined->staff());
}

}  // namespace
}  // namespace bredvid::circle
