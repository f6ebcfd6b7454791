// Contents: strict decoding at its edges, and sizes that tell nothing.
#include "tests/crypto/circle/content_fixture.h"

namespace bredvid::circle {
namespace {

Programme phased() {
  Programme programme{
      "phased_support", "Stöd i faser", "Support in phases", "دعم على مراحل", 0, 0, {}, 2, 20'000, true, 7};
  programme.phases = {{1, 4, 0}, {8, 16, 2}};
  return programme;
}

TEST_F(ContentTest, EveryKindComesBackByteForByte) {
  CountingRandom slip_random(9);
  std::vector<ContentBody> bodies;
  bodies.emplace_back(Text{"Åäö 👨‍👩‍👧 مرحبا"});
  bodies.emplace_back(Receipt{Receipt::State::delivered, {ContentId::fresh(random_)}});
  bodies.emplace_back(Contact{Contact::Kind::group, 20'000, {MemberId::fresh(random_), MemberId::fresh(random_)}});
  bodies.emplace_back(ContactUndo{ContentId::fresh(random_)});
  bodies.emplace_back(Hello{"Amira", random_.secret(kCountSecretSize)});
  bodies.emplace_back(Hello{"Kerstin", {}});
  bodies.emplace_back(SlipMade{7, Role::parent, 20'007, MemberId::fresh(random_),
                               derive_slip_keys(make_slip(SlipForm::qr, slip_random))});
  bodies.emplace_back(SlipRevoked{7, random_.bytes(kPskIdSize)});
  bodies.emplace_back(Leave{});
  bodies.emplace_back(Feeling{Feeling::Moment::last, kFaceCount});
  bodies.emplace_back(Objection{ContentId::fresh(random_), false});
  bodies.emplace_back(Closing{Closing::Outcome::further_support});
  bodies.emplace_back(ClosingBack{ContentId::fresh(random_)});
  bodies.emplace_back(FeedbackAsk{});
  bodies.emplace_back(FeedbackAnswer{ContentId::fresh(random_), true});
  bodies.emplace_back(ComeAsk{ComeAsk::Purpose::parent, ""});
  bodies.emplace_back(ComeAskBack{ContentId::fresh(random_)});
  bodies.emplace_back(ComeAnswer{ContentId::fresh(random_), ComeAnswer::Follows::all});
  bodies.emplace_back(Before{ContentId::fresh(random_), MemberId::fresh(random_), Role::supporter, "Karin",
                             1'690'000'000'000, "Hur är det? 🌱"});
  bodies.emplace_back(Away{20'000, 20'007, MemberId::fresh(random_), "På kurs"});
  bodies.emplace_back(AwayBack{ContentId::fresh(random_)});
  bodies.emplace_back(OwnAsk{});
  bodies.emplace_back(phased());
  bodies.emplace_back(Details{AssignmentId::fresh(random_), "Amina\n+46 70 123 45 67"});
  bodies.emplace_back(Details{AssignmentId::fresh(random_), ""});
  bodies.emplace_back(Reply{ContentId::fresh(random_), "Ja 🌷 نعم"});
  bodies.emplace_back(Reaction{ContentId::fresh(random_), Reaction::Mark::tick});
  bodies.emplace_back(Reaction{ContentId::fresh(random_), Reaction::Mark::none});
  bodies.emplace_back(Edit{ContentId::fresh(random_), 4'000'000'000, "Klockan tre"});
  bodies.emplace_back(Delete{ContentId::fresh(random_)});
  bodies.emplace_back(Card{CardId::fresh(random_), 7, Card::Kind::meeting, "Möte", "Rad\nrad", {1, 2, 3}, {}});
  bodies.emplace_back(Card{CardId::fresh(random_), 1, Card::Kind::week, "", "", {}, {"Ring skolan", "نوم"}});
  bodies.emplace_back(Tick{CardId::fresh(random_), 7, 13, true});
  bodies.emplace_back(Pin{ContentId::fresh(random_), true});
  bodies.emplace_back(MeetingAnswer{CardId::fresh(random_), 7, 3});
  bodies.emplace_back(QuickExit{});
  bodies.emplace_back(Attachment{Attachment::Kind::file,
                                 AttachmentId::fresh(random_),
                                 random_.secret(kAttachmentKeySize),
                                 1,
                                 0,
                                 0,
                                 0,
                                 "Beslut å ä ö.pdf",
                                 {},
                                 ""});
  // a hello, details, a reaction and a card in both their forms
  ASSERT_EQ(bodies.size(), std::variant_size_v<ContentBody> + 4);
  for (auto& body : bodies) {
    const auto encoded = encode_content(with(std::move(body)));
    ASSERT_TRUE(encoded);
    const auto decoded = decode_content(encoded->view());
    ASSERT_TRUE(decoded);
    const auto again = encode_content(*decoded);
    ASSERT_TRUE(again);
    EXPECT_TRUE(equal_constant_time(*encoded, *again));
  }
}

TEST_F(ContentTest, PaddingHidesAReceiptAmongShortTexts) {
  std::vector<ContentId> ids;
  for (std::size_t i = 0; i < kMaxReceiptIds; ++i) ids.push_back(ContentId::fresh(random_));
  std::vector<MemberId> members;
  for (std::size_t i = 0; i < kMaxParticipants; ++i) members.push_back(MemberId::fresh(random_));
  std::string longest_name;
  for (std::size_t i = 0; i < kMaxNameCodePoints; ++i) longest_name += "😀";
  EXPECT_EQ(size_of(Text{"Ja"}), 256u);
  EXPECT_EQ(size_of(Text{std::string(200, 'x')}), 256u);
  EXPECT_EQ(size_of(Receipt{Receipt::State::read, ids}), 256u);
  EXPECT_EQ(size_of(Contact{Contact::Kind::visit, 1, members}), 256u);
  EXPECT_EQ(size_of(Hello{longest_name, random_.secret(kCountSecretSize)}), 256u);
  EXPECT_EQ(size_of(Leave{}), 256u);
  EXPECT_EQ(size_of(Feeling{Feeling::Moment::first, 1}), 256u);
  EXPECT_EQ(size_of(Objection{ids[0], true}), 256u);
  EXPECT_EQ(size_of(Closing{Closing::Outcome::declined}), 256u);
  EXPECT_EQ(size_of(ClosingBack{ids[0]}), 256u);
  EXPECT_EQ(size_of(FeedbackAsk{}), 256u);
  EXPECT_EQ(size_of(FeedbackAnswer{ids[0], false}), 256u);
  EXPECT_EQ(size_of(ComeAsk{ComeAsk::Purpose::handover, longest_name}), 256u);
  EXPECT_EQ(size_of(ComeAskBack{ids[0]}), 256u);
  EXPECT_EQ(size_of(ComeAnswer{ids[0], ComeAnswer::Follows::week}), 256u);
  EXPECT_EQ(size_of(Before{ids[0], members[0], Role::parent, "Mira", 1, "Tack"}), 256u);
  EXPECT_EQ(size_of(Away{1, 2, members[0], ""}), 256u);
  EXPECT_EQ(size_of(AwayBack{ids[0]}), 256u);
  EXPECT_EQ(size_of(OwnAsk{}), 256u);
  EXPECT_EQ(size_of(phased()), 256u);
  EXPECT_EQ(size_of(Details{AssignmentId::fresh(random_), ""}), 256u) << "taken back looks like given";
  EXPECT_EQ(size_of(Reply{ids[0], "Ja"}), 256u);
  EXPECT_EQ(size_of(Reaction{ids[0], Reaction::Mark::heart}), 256u);
  EXPECT_EQ(size_of(Reaction{ids[0], Reaction::Mark::none}), 256u);
  EXPECT_EQ(size_of(Edit{ids[0], 1, "Nej"}), 256u);
  EXPECT_EQ(size_of(Delete{ids[0]}), 256u);
  EXPECT_EQ(size_of(QuickExit{}), 256u) << "whoever watches the line sees a short text, and not that somebody left";
}

TEST_F(ContentTest, TextsFillTheBucketsUpToTheLongest) {
  std::string longest;
  for (std::size_t i = 0; i < kMaxTextCodePoints; ++i) longest += "😀";
  EXPECT_EQ(size_of(Text{std::string(300, 'x')}), 1024u);
  EXPECT_EQ(size_of(Text{std::string(1000, 'x')}), 4096u);
  EXPECT_EQ(size_of(Text{std::string(4000, 'x')}), 4096u);
  EXPECT_EQ(size_of(Text{longest}), 20480u);
  // Whatever was written can be given on, under the longest name.
  const std::string name = longest.substr(0, 4 * kMaxNameCodePoints);
  EXPECT_EQ(size_of(Before{ContentId::fresh(random_), MemberId::fresh(random_), Role::parent, name, 1, longest}),
            20480u);
  EXPECT_FALSE(encode_content(
      with(Before{ContentId::fresh(random_), MemberId::fresh(random_), Role::parent, name, 1, longest + "x"})));
  EXPECT_FALSE(encode_content(with(Text{longest + "x"})));
  // So can an answer and new words.
  EXPECT_EQ(size_of(Reply{ContentId::fresh(random_), longest}), 20480u);
  EXPECT_EQ(size_of(Edit{ContentId::fresh(random_), 1, longest}), 20480u);
  EXPECT_FALSE(encode_content(with(Reply{ContentId::fresh(random_), longest + "x"})));
  EXPECT_FALSE(encode_content(with(Edit{ContentId::fresh(random_), 1, longest + "x"})));
}

TEST_F(ContentTest, WhatIsOutsideItsLimitsIsNeverWritten) {
  const ContentId id = ContentId::fresh(random_);
  std::vector<ContentId> many;
  for (std::size_t i = 0; i <= kMaxReceiptIds; ++i) many.push_back(ContentId::fresh(random_));
  EXPECT_FALSE(encode_content(with(Text{""})));
  EXPECT_FALSE(encode_content(with(Text{"\xed\xa0\x80"})));      // a surrogate
  EXPECT_FALSE(encode_content(with(Text{"\xc0\xaf"})));          // overlong
  EXPECT_FALSE(encode_content(with(Text{"\xf4\x90\x80\x80"})));  // beyond Unicode
  EXPECT_FALSE(encode_content(with(Text{"\xe2\x82"})));          // cut
  EXPECT_FALSE(encode_content(with(Receipt{Receipt::State::read, {}})));
  EXPECT_FALSE(encode_content(with(Receipt{Receipt::State::read, {id, id}})));
  EXPECT_FALSE(encode_content(with(Receipt{Receipt::State::read, many})));
  EXPECT_FALSE(encode_content(with(Contact{Contact::Kind::visit, kDayLimit, {MemberId::fresh(random_)}})));
  EXPECT_FALSE(encode_content(with(Contact{Contact::Kind::visit, 1, {}})));
  EXPECT_FALSE(encode_content(with(Hello{"", {}})));
  EXPECT_FALSE(encode_content(with(Hello{"Bo", random_.secret(16)})));
  EXPECT_FALSE(encode_content({id, kTimeLimitMs, Leave{}}));
  EXPECT_FALSE(encode_content(with(Feeling{Feeling::Moment::first, kFaceCount + 1})));
  EXPECT_FALSE(encode_content(with(Feeling{Feeling::Moment{}, 1})));
  EXPECT_FALSE(encode_content(with(Closing{Closing::Outcome{}})));
  EXPECT_FALSE(encode_content(with(ComeAsk{ComeAsk::Purpose{}, ""})));
  EXPECT_FALSE(encode_content(with(ComeAsk{ComeAsk::Purpose::beside, "två\nrader"})));
  EXPECT_FALSE(encode_content(with(ComeAnswer{id, static_cast<ComeAnswer::Follows>(4)})));
  const MemberId member = MemberId::fresh(random_);
  EXPECT_FALSE(encode_content(with(Before{id, member, Role::parent, "", 1, "Tack"})));
  EXPECT_FALSE(encode_content(with(Before{id, member, Role::parent, "Mira", 1, ""})));
  EXPECT_FALSE(encode_content(with(Before{id, member, Role{}, "Mira", 1, "Tack"})));
  EXPECT_FALSE(encode_content(with(Before{id, member, Role::parent, "Mira", kTimeLimitMs, "Tack"})));
  std::string note;
  for (std::size_t i = 0; i < kMaxAwayTextCodePoints; ++i) note += "å";
  EXPECT_TRUE(encode_content(with(Away{5, 5, {}, note})));
  EXPECT_FALSE(encode_content(with(Away{5, 5, {}, note + "x"})));
  EXPECT_FALSE(encode_content(with(Away{6, 5, {}, ""})));
  EXPECT_FALSE(encode_content(with(Away{5, kDayLimit, {}, ""})));
  EXPECT_FALSE(encode_content(with(Before{id, member, Role::coordinator, "Mira", 1, "Tack"})));
  const AssignmentId assignment = AssignmentId::fresh(random_);
  std::string reached;
  for (std::size_t i = 0; i < kMaxDetailsCodePoints; ++i) reached += "😀";
  EXPECT_TRUE(encode_content(with(Details{assignment, reached})));
  EXPECT_FALSE(encode_content(with(Details{assignment, reached + "x"})));
  EXPECT_FALSE(encode_content(with(Details{assignment, "\xed\xa0\x80"})));
}

TEST_F(ContentTest, AProgrammesLimits) {
  const auto taken = [&](auto change) {
    Programme programme = phased();
    change(programme);
    return encode_content(with(std::move(programme))).has_value();
  };
  std::string longest;
  for (std::size_t i = 0; i < kMaxProgrammeNameCodePoints; ++i) longest += "😀";
  EXPECT_TRUE(taken([&](Programme& p) {
    p.id = std::string(kMaxProgrammeIdSize, 'a');
    p.sv = p.en = p.ar = longest;
    p.least = p.most = kMaxConversations;
    p.phases.assign(kMaxPhases, {kMaxPhaseWeeks, kMaxPhaseWeeks, kMaxCheckInWeeks});
    p.phase = kMaxPhases;
    p.since_day = kDayLimit - 1;
  }));
  EXPECT_TRUE(taken([](Programme& p) { p.phases.clear(), p.phase = 0; })) << "without an end";
  EXPECT_FALSE(taken([](Programme& p) { p.id = std::string(kMaxProgrammeIdSize + 1, 'a'); }));
  for (const char* id : {"", "1a", "_a", "Aa", "a-b", "å"}) EXPECT_FALSE(taken([&](Programme& p) { p.id = id; })) << id;
  EXPECT_FALSE(taken([&](Programme& p) { p.sv = longest + "x"; }));
  EXPECT_FALSE(taken([&](Programme& p) { p.ar = longest + "x"; }));
  EXPECT_FALSE(taken([](Programme& p) { p.sv = ""; })) << "Swedish is always there";
  EXPECT_FALSE(taken([](Programme& p) { p.en = "two\nlines"; }));
  EXPECT_FALSE(taken([](Programme& p) { p.en = "\xc0\xaf"; }));
  EXPECT_FALSE(taken([](Programme& p) { p.least = 1; }));
  EXPECT_FALSE(taken([](Programme& p) { p.most = 1; }));
  EXPECT_FALSE(taken([](Programme& p) { p.least = 3, p.most = 2; }));
  EXPECT_FALSE(taken([](Programme& p) { p.least = 1, p.most = kMaxConversations + 1; }));
  EXPECT_FALSE(taken([](Programme& p) { p.phases.resize(kMaxPhases + 1); }));
  EXPECT_FALSE(taken([](Programme& p) { p.phases[0].least_weeks = 0; }));
  EXPECT_FALSE(taken([](Programme& p) { p.phases[0].least_weeks = 5; }));
  EXPECT_FALSE(taken([](Programme& p) { p.phases[1].most_weeks = kMaxPhaseWeeks + 1; }));
  EXPECT_FALSE(taken([](Programme& p) { p.phases[1].check_in_every_weeks = kMaxCheckInWeeks + 1; }));
  EXPECT_FALSE(taken([](Programme& p) { p.phase = 0; }));
  EXPECT_FALSE(taken([](Programme& p) { p.phase = 3; }));
  EXPECT_FALSE(taken([](Programme& p) { p.phases.clear(); }));
  EXPECT_FALSE(taken([](Programme& p) { p.since_day = kDayLimit; }));
  EXPECT_FALSE(taken([](Programme& p) { p.revision = 0; }));
  // id "a", name "b", no number, no phases, since day 2, no feedback, revision 1
  const Bytes small{1, 'a', 1, 'b', 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1};
  ASSERT_TRUE(decode_content(padded(inner(22, small), 256)));
  Bytes flag = small;
  flag[14] = 2;
  EXPECT_EQ(code(padded(inner(22, flag), 256)), Code::mls_malformed);
  for (std::size_t size = 0; size < small.size(); ++size)
    EXPECT_EQ(code(padded(inner(22, ByteView(small).first(size)), 256)), Code::mls_malformed) << size;
  EXPECT_EQ(code(padded(inner(22, concat({small, Bytes{0}})), 256)), Code::mls_malformed);
}

TEST_F(ContentTest, RefusesEveryOtherForm) {
  const Bytes good = padded(inner(8, {}), 256);
  ASSERT_TRUE(decode_content(good));
  Bytes dirty = good;
  dirty.back() = 1;
  EXPECT_EQ(code(dirty), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(8, {}), 1024)), Code::mls_malformed);  // not the smallest bucket
  EXPECT_EQ(code(padded(inner(8, {}), 257)), Code::mls_malformed);
  EXPECT_EQ(code(ByteView(good).first(255)), Code::mls_malformed);
  EXPECT_EQ(code({}), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(8, Bytes{0}), 256)), Code::mls_malformed);  // trailing byte inside
  EXPECT_EQ(code(padded(inner(0, {}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(8, {}, kTimeLimitMs), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(1, Bytes{0x40, 0x01, 'x'}), 256)), Code::mls_malformed);  // a longer length than needed
  EXPECT_EQ(code(padded(inner(3, Bytes{8, 0, 0, 0, 1, 0}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(2, Bytes{3, 0}), 256)), Code::mls_malformed);
  ASSERT_TRUE(decode_content(padded(inner(9, Bytes{2, 5}), 256)));
  ASSERT_TRUE(decode_content(padded(inner(9, Bytes{3, 1}), 256)));
  EXPECT_EQ(code(padded(inner(9, Bytes{4, 1}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(9, Bytes{1, 6}), 256)), Code::mls_malformed);
  ASSERT_TRUE(decode_content(padded(inner(10, concat({Bytes(kIdSize), Bytes{1}})), 256)));
  EXPECT_EQ(code(padded(inner(10, concat({Bytes(kIdSize), Bytes{2}})), 256)), Code::mls_malformed);  // a flag is 0 or 1
  ASSERT_TRUE(decode_content(padded(inner(11, Bytes{4}), 256)));
  EXPECT_EQ(code(padded(inner(11, Bytes{5}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(13, Bytes{0}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(14, concat({Bytes(kIdSize), Bytes{2}})), 256)), Code::mls_malformed);
  ASSERT_TRUE(decode_content(padded(inner(15, Bytes{3, 2, 'B', 'o'}), 256)));
  EXPECT_EQ(code(padded(inner(15, Bytes{4, 0}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(15, Bytes{0, 0}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(15, Bytes{1, 1, '\n'}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(16, Bytes(kIdSize - 1)), 256)), Code::mls_malformed);
  ASSERT_TRUE(decode_content(padded(inner(17, concat({Bytes(kIdSize), Bytes{3}})), 256)));
  EXPECT_EQ(code(padded(inner(17, concat({Bytes(kIdSize), Bytes{4}})), 256)), Code::mls_malformed);
  const auto before = [](std::uint8_t role, ByteView name, std::uint8_t hour, ByteView text) {
    return concat({Bytes(2 * kIdSize), Bytes{role}, name, Bytes{0, hour, 0, 0, 0, 0, 0, 0}, text});
  };
  const Bytes name{1, 'K'};
  const Bytes text{1, 'x'};
  ASSERT_TRUE(decode_content(padded(inner(18, before(2, name, 0, text)), 256)));
  EXPECT_EQ(code(padded(inner(18, before(3, name, 0, text)), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(18, before(2, Bytes{0}, 0, text)), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(18, before(2, name, 1, text)), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(18, before(2, name, 0, Bytes{0})), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(18, before(2, name, 0, Bytes{1, 0xff})), 256)), Code::mls_malformed);
  ASSERT_TRUE(decode_content(padded(inner(19, Bytes{0, 0, 0, 2, 0, 0, 0, 2, 0, 0}), 256)));
  EXPECT_EQ(code(padded(inner(19, Bytes{0, 0, 0, 2, 0, 0, 0, 1, 0, 0}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(19, Bytes{0, 0, 0, 2, 0, 1, 0x86, 0xa0, 0, 0}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(19, Bytes{0, 0, 0, 2, 0, 0, 0, 2, 2, 0}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(20, Bytes{}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(21, Bytes{0}), 256)), Code::mls_malformed);
  ASSERT_TRUE(decode_content(padded(inner(23, concat({Bytes(kIdSize), Bytes{0}})), 256)));
  EXPECT_EQ(code(padded(inner(23, Bytes(kIdSize)), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(23, concat({Bytes(kIdSize), Bytes{0, 0}})), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(23, concat({Bytes(kIdSize), Bytes{1, 0xff}})), 256)), Code::mls_malformed);
}

TEST_F(ContentTest, WhatIsSaidAboutAMessageHasOneForm) {
  const ContentId id = ContentId::fresh(random_);
  EXPECT_FALSE(encode_content(with(Reply{id, ""})));
  EXPECT_FALSE(encode_content(with(Reply{id, "\xed\xa0\x80"})));
  EXPECT_FALSE(encode_content(with(Edit{id, 1, ""})));
  EXPECT_FALSE(encode_content(with(Edit{id, 0, "Nej"})));
  EXPECT_FALSE(encode_content(with(Reaction{id, static_cast<Reaction::Mark>(kReactionCount + 1)})));
  const std::vector<std::pair<std::uint8_t, Bytes>> good{
      {24, concat({Bytes(kIdSize), Bytes{1, 'x'}})},
      {25, concat({Bytes(kIdSize), Bytes{kReactionCount}})},
      {26, concat({Bytes(kIdSize), Bytes{0, 0, 0, 1, 1, 'x'}})},
      {27, Bytes(kIdSize)},
  };
  for (const auto& [type, body] : good) {
    ASSERT_TRUE(decode_content(padded(inner(type, body), 256))) << int{type};
    for (std::size_t size = 0; size < body.size(); ++size) {
      EXPECT_EQ(code(padded(inner(type, ByteView(body).first(size)), 256)), Code::mls_malformed) << int{type} << size;
    }
    EXPECT_EQ(code(padded(inner(type, concat({body, Bytes{0}})), 256)), Code::mls_malformed) << int{type};
  }
  EXPECT_EQ(code(padded(inner(24, concat({Bytes(kIdSize), Bytes{1, 0xff}})), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(25, concat({Bytes(kIdSize), Bytes{kReactionCount + 1}})), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(26, concat({Bytes(kIdSize), Bytes{0, 0, 0, 0, 1, 'x'}})), 256)), Code::mls_malformed);
}

TEST_F(ContentTest, NewerKindsAreToldApartFromBrokenOnes) {
  EXPECT_EQ(content_type(OwnAsk{}), 21);
  EXPECT_EQ(content_type(Details{}), 23);
  EXPECT_EQ(content_type(Reply{}), 24);
  EXPECT_EQ(content_type(Reaction{}), 25);
  EXPECT_EQ(content_type(Edit{}), 26);
  EXPECT_EQ(content_type(Delete{}), 27);
  EXPECT_EQ(content_type(Attachment{}), 28);
  EXPECT_EQ(code(padded(inner(28, Bytes{1, 2, 3}), 256)), Code::mls_malformed);
  EXPECT_EQ(content_type(Card{}), 29);
  EXPECT_EQ(content_type(Tick{}), 30);
  EXPECT_EQ(content_type(Pin{}), 31);
  EXPECT_EQ(content_type(MeetingAnswer{}), 32);
  EXPECT_EQ(content_type(QuickExit{}), 33);
  ASSERT_TRUE(decode_content(padded(inner(33, {}), 256)));
  EXPECT_EQ(code(padded(inner(33, Bytes{0}), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(34, Bytes{1, 2, 3}), 256)), Code::content_unknown);
  EXPECT_EQ(code(padded(inner(8, {}), 256, kContentVersion + 1)), Code::content_unknown);
  EXPECT_EQ(code(padded(inner(8, {}), 256, 0)), Code::mls_malformed);
}

TEST_F(ContentTest, EveryTruncationIsRefused) {
  const Bytes whole = inner(5, concat({Bytes{2, 'B', 'o'}, Bytes{32}, random_.bytes(32)}));
  ASSERT_TRUE(decode_content(padded(whole, 256)));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(code(padded(ByteView(whole).first(size), 256)), Code::mls_malformed) << size;
  }
}

}  // namespace
}  // namespace bredvid::circle
