// A circle's ordinary life: start, join by slip, talk, count, change phones, leave.
#include "tests/crypto/circle/circle_world.h"

namespace bredvid::circle {
namespace {

TEST_F(CircleWorld, AParentJoinsWhileNobodyIsOnlineAndBothTalk) {
  Phone supporter = start();
  const Slip slip = invite(supporter);
  Phone parent = come_in(slip, "Amira");  // the supporter fetches nothing meanwhile
  say(parent, "Hej, är någon där?");

  const auto events = supporter.fetch(server_);
  const auto* joined = find_event<DeviceJoined>(events);
  ASSERT_NE(joined, nullptr);
  EXPECT_TRUE(joined->new_member);
  EXPECT_EQ(joined->device.role, Role::parent);
  ASSERT_NE(find_event<SlipUsed>(events), nullptr);
  EXPECT_EQ(find_event<SlipUsed>(events)->selector, slip.selector);
  EXPECT_EQ(find_said<Hello>(events)->name, "Amira");
  EXPECT_EQ(find_said<Text>(events)->text, "Hej, är någon där?");
  EXPECT_TRUE(supporter.circle.live_slips().empty());
  expect_talk(supporter, parent);
}

TEST_F(CircleWorld, TwoSlipsBringTwoPeopleInWithNobodyElseOnline) {
  Phone supporter = start();
  const Slip first = invite(supporter);
  const Slip second = invite(supporter);
  Phone mother = come_in(first, "Mor");
  Phone father = come_in(second, "Far");
  supporter.fetch(server_);
  expect_talk(mother, father);
  expect_talk(supporter, father);
  expect_talk(mother, supporter);
  EXPECT_EQ(supporter.circle.devices().size(), 3u);
  EXPECT_EQ(supporter.circle.roster().size(), 3u);
}

TEST_F(CircleWorld, TheJoinerKnowsNamesAndCanBeCounted) {
  Phone supporter = start("Kerstin");
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  const auto name_of = [](const Circle& circle, const MemberId& member) {
    for (const auto& entry : circle.roster()) {
      if (entry.member == member) return entry.name;
    }
    return std::string();
  };
  const MemberId parent_id = parent.circle.self().member;
  EXPECT_EQ(name_of(parent.circle, supporter.circle.self().member), "Kerstin");
  EXPECT_EQ(name_of(supporter.circle, parent_id), "Amira");
  const auto here = supporter.circle.tags_for(parent_id, 3, kToday, 2024);
  const auto there = parent.circle.tags_for(parent_id, 3, kToday, 2024);
  ASSERT_TRUE(here && there);
  EXPECT_EQ(here->tag, there->tag);
  EXPECT_EQ(here->day_tag, there->day_tag);
  EXPECT_EQ(here->year_tag, there->year_tag);
  EXPECT_EQ(supporter.circle.tags_for(supporter.circle.self().member, 3, kToday, 2024).error().code, Code::not_allowed);
}

TEST_F(CircleWorld, ANewPhoneTakesTheOldOnesPlace) {
  Phone supporter = start();
  Phone old_phone = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  const MemberId parent = old_phone.circle.self().member;
  const Bytes tag_before = supporter.circle.tags_for(parent, 1, 1, 1)->tag;

  Phone new_phone = come_in(invite(supporter, Role::parent, parent), "Amira");
  EXPECT_EQ(new_phone.circle.self().member, parent);
  const auto events = supporter.fetch(server_);
  const auto* joined = find_event<DeviceJoined>(events);
  ASSERT_NE(joined, nullptr);
  EXPECT_FALSE(joined->new_member);
  ASSERT_EQ(joined->replaced.size(), 1u);
  EXPECT_EQ(joined->replaced[0], old_phone.circle.self().device);
  expect_talk(supporter, new_phone);
  // One parent stays one parent in the counts.
  EXPECT_EQ(new_phone.circle.tags_for(parent, 1, 1, 1)->tag, tag_before);

  const auto last = old_phone.fetch(server_);
  EXPECT_NE(find_event<SelfRemoved>(last), nullptr);
  EXPECT_FALSE(old_phone.circle.active());
  EXPECT_EQ(old_phone.circle.send(text("?"), random_).error().code, Code::not_a_member);
  EXPECT_EQ(find_said<Text>(last), nullptr);
}

TEST_F(CircleWorld, ARemovedMemberIsToldAndReadsNothingMore) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  Phone second = come_in(invite(supporter, Role::supporter), "Bo");
  supporter.fetch(server_);
  parent.fetch(server_);
  const auto commit = supporter.circle.remove_member(parent.circle.self().member, kToday, random_);
  ASSERT_TRUE(commit);
  EXPECT_EQ(commit->removed, std::vector<DeviceId>{parent.circle.self().device});
  supporter.reload();  // killed before the answer
  ASSERT_TRUE(server_.commit(*commit));
  const auto own = supporter.fetch(server_);
  EXPECT_NE(find_event<CommitAccepted>(own), nullptr);
  EXPECT_NE(find_event<MemberRemoved>(own), nullptr);
  say(supporter, "hemligt");

  const auto told = parent.fetch(server_);
  ASSERT_NE(find_event<SelfRemoved>(told), nullptr);
  EXPECT_EQ(find_event<SelfRemoved>(told)->by, supporter.circle.self().member);
  EXPECT_EQ(find_said<Text>(told), nullptr);
  const auto seen = second.fetch(server_);
  ASSERT_NE(find_event<MemberRemoved>(seen), nullptr);
  EXPECT_EQ(find_event<MemberRemoved>(seen)->member, parent.circle.self().member);
  EXPECT_EQ(find_said<Text>(seen)->text, "hemligt");

  // The same person may come back with a new slip, and is the same person in the counts.
  Phone back = come_in(invite(supporter, Role::parent, parent.circle.self().member), "Amira");
  expect_talk(supporter, back);
}

// Whoever packs a slip for somebody who left must know them, else they would come back as a stranger to the counts.
TEST_F(CircleWorld, SomebodyWhoLeftComesBackAsThemselvesPastOneWhoNeverKnewThem) {
  Phone supporter = start();
  Phone father = come_in(invite(supporter), "Far");
  supporter.fetch(server_);
  const MemberId father_id = father.circle.self().member;
  const auto tags = supporter.circle.tags_for(father_id, 1, 1, 1);
  const auto removal = supporter.circle.remove_member(father_id, kToday, random_);
  ASSERT_TRUE(removal && server_.commit(*removal));
  supporter.fetch(server_);
  Phone other = come_in(invite(supporter), "Mor");
  supporter.fetch(server_);
  for (const RosterEntry& entry : other.circle.roster()) EXPECT_NE(entry.member, father_id);

  const Slip slip = invite(supporter, Role::parent, father_id);
  other.fetch(server_);
  const auto update = other.circle.update(kToday, random_);
  ASSERT_TRUE(update && server_.commit(*update));
  EXPECT_TRUE(update->packages.empty());
  const auto events = supporter.fetch(server_);
  ASSERT_NE(find_event<SlipsBehind>(events), nullptr);
  server_.refresh(*supporter.circle.refresh_packages(kToday, random_));

  // A slip made meanwhile, and its user packs the father's slip.
  Phone third = come_in(invite(supporter), "Syster");
  Phone back = come_in(slip, "Far");
  supporter.fetch(server_);
  EXPECT_EQ(back.circle.self().member, father_id);
  EXPECT_EQ(back.circle.tags_for(father_id, 1, 1, 1)->tag, tags->tag);
  expect_talk(supporter, back);
  expect_talk(third, back);
}

TEST_F(CircleWorld, EverythingThatIsSaidArrives) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  const MemberId parent_id = parent.circle.self().member;
  const Content contact{ContentId::fresh(random_), now_ms_, Contact{Contact::Kind::visit, kToday, {parent_id}}};
  const Content undo{ContentId::fresh(random_), now_ms_, ContactUndo{contact.id}};
  const Content receipt{ContentId::fresh(random_), now_ms_, Receipt{Receipt::State::read, {contact.id, undo.id}}};
  const Content leave{ContentId::fresh(random_), now_ms_, Leave{}};
  for (const Content* content : {&contact, &undo, &receipt, &leave}) {
    const auto sent = supporter.circle.send(*content, random_);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->content, content->id);
    ASSERT_TRUE(server_.send(*sent));
  }
  const auto events = parent.fetch(server_);
  ASSERT_NE(find_said<Contact>(events), nullptr);
  EXPECT_EQ(find_said<Contact>(events)->participants, std::vector{parent_id});
  EXPECT_EQ(find_said<ContactUndo>(events)->contact, contact.id);
  EXPECT_EQ(find_said<Receipt>(events)->contents.size(), 2u);
  EXPECT_NE(find_said<Leave>(events), nullptr);
}

TEST_F(CircleWorld, OwnMessagesComeBackAsEchoes) {
  Phone supporter = start();
  const Content content = text("eko");
  ASSERT_TRUE(server_.send(*supporter.circle.send(content, random_)));
  supporter.reload();
  const auto events = supporter.fetch(server_);
  ASSERT_EQ(events.size(), 1u);
  ASSERT_NE(find_event<OwnEcho>(events), nullptr);
  EXPECT_EQ(find_event<OwnEcho>(events)->content, content.id);
}

TEST_F(CircleWorld, AStaleMessageIsSentAgainUnderTheSameId) {
  Phone supporter = start();
  const Slip slip = invite(supporter);
  const Content content = text("samma ord");
  const auto stale = supporter.circle.send(content, random_);
  Phone parent = come_in(slip, "Amira");
  ASSERT_FALSE(server_.send(*stale));
  supporter.fetch(server_);
  const auto again = supporter.circle.send(content, random_);
  ASSERT_TRUE(again && server_.send(*again));
  const auto events = parent.fetch(server_);
  ASSERT_EQ(events.size(), 2u);  // own hello, then the text
  EXPECT_EQ(std::get<Said>(events[1]).content.id, content.id);
}

TEST_F(CircleWorld, OneOfTwoCommitsWinsAndTheLoserGoesOn) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  parent.fetch(server_);
  const auto winner = parent.circle.update(kToday, random_);
  const auto loser = supporter.circle.update(kToday, random_);
  ASSERT_TRUE(winner && loser);
  EXPECT_EQ(supporter.circle.update(kToday, random_).error().code, Code::not_allowed);
  ASSERT_TRUE(server_.commit(*winner));
  ASSERT_FALSE(server_.commit(*loser));
  supporter.reload();
  const auto events = supporter.fetch(server_);
  EXPECT_NE(find_event<CommitLost>(events), nullptr);
  EXPECT_NE(find_event<KeysUpdated>(events), nullptr);
  EXPECT_EQ(supporter.circle.pending(), nullptr);
  const auto again = supporter.circle.update(kToday, random_);
  ASSERT_TRUE(again && server_.commit(*again));
  expect_talk(supporter, parent);
}

TEST_F(CircleWorld, ACommitTakesEffectOnceWhetherByAnswerOrByEcho) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  const auto commit = supporter.circle.update(kToday, random_);
  ASSERT_TRUE(commit && server_.commit(*commit));
  const auto accepted = supporter.circle.commit_accepted();
  ASSERT_TRUE(accepted);
  EXPECT_NE(find_event<CommitAccepted>(*accepted), nullptr);
  supporter.reload();
  const auto events = supporter.fetch(server_);
  EXPECT_NE(find_event<OwnEcho>(events), nullptr);
  EXPECT_EQ(find_event<Unreadable>(events), nullptr);
  EXPECT_EQ(supporter.circle.commit_accepted().error().code, Code::not_allowed);
  expect_talk(supporter, parent);
}

TEST_F(CircleWorld, ADeviceIsAddedByItsKeyPackage) {
  Phone supporter = start();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  auto device = Circle::offer({Role::supporter, MemberId::fresh(random_), DeviceId::fresh(random_)}, "Bo", random_);
  ASSERT_TRUE(device);
  const auto commit = supporter.circle.add_by_welcome(device->bundle.key_package, kToday, random_);
  ASSERT_TRUE(commit && commit->welcome);
  ASSERT_TRUE(server_.commit(*commit));
  auto joined = Circle::join_by_welcome(circle_, *device, *commit->welcome, commit->introduction, random_);
  ASSERT_TRUE(joined);
  Phone second{std::move(*joined), server_.log.size()};
  greet(second);
  const auto events = parent.fetch(server_);
  ASSERT_NE(find_event<DeviceJoined>(events), nullptr);
  EXPECT_EQ(find_event<DeviceJoined>(events)->adder, supporter.circle.self().member);
  expect_talk(parent, second);
  expect_talk(supporter, second);
}

TEST_F(CircleWorld, WordsChangeWithTheEpochAndAreTheSameForAll) {
  Phone supporter = start();
  const auto before = supporter.circle.words();
  Phone parent = come_in(invite(supporter), "Amira");
  supporter.fetch(server_);
  EXPECT_EQ(supporter.circle.words(), parent.circle.words());
  EXPECT_NE(supporter.circle.words(), before);
}

}  // namespace
}  // namespace bredvid::circle
