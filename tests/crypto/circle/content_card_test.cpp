// Things to return to: their limits at the edge, and one form only.
#include "tests/crypto/circle/content_fixture.h"

namespace bredvid::circle {
namespace {

class ContentCardTest : public ContentTest {};

TEST_F(ContentCardTest, ACardsLimits) {
  const CardId id = CardId::fresh(random_);
  const auto taken = [&](Card::Kind kind, auto change) {
    Card card{id, 1, kind, "", "", {}, {}};
    if (kind == Card::Kind::meeting) card.times = {5};
    if (kind == Card::Kind::week) card.lines = {"Sov"};
    change(card);
    return encode_content(with(std::move(card))).has_value();
  };
  using Kind = Card::Kind;
  std::string title;
  std::string text;
  std::string line;
  for (std::size_t i = 0; i < kMaxCardTitleCodePoints; ++i) title += "😀";
  for (std::size_t i = 0; i < kMaxCardTextCodePoints; ++i) text += "😀";
  for (std::size_t i = 0; i < kMaxCardLineCodePoints; ++i) line += "😀";
  const auto nothing = [](Card&) {};
  for (const Kind kind : {Kind::gone, Kind::meeting, Kind::phone, Kind::agreed, Kind::week}) {
    EXPECT_TRUE(taken(kind, nothing));
    EXPECT_FALSE(taken(kind, [](Card& c) { c.revision = 0; }));
    EXPECT_FALSE(taken(kind, [&](Card& c) { c.title = title + "x"; }));
    EXPECT_FALSE(taken(kind, [&](Card& c) { c.text = text + "x"; }));
    EXPECT_EQ(taken(kind, [](Card& c) { c.times = {1}; }), kind == Kind::meeting);
    EXPECT_EQ(taken(kind, [](Card& c) { c.lines = {"x"}; }), kind == Kind::week);
    EXPECT_EQ(taken(kind, [&](Card& c) { c.title = title, c.text = text; }), kind != Kind::gone);
  }
  EXPECT_FALSE(taken(static_cast<Kind>(5), nothing));
  EXPECT_FALSE(taken(Kind::agreed, [](Card& c) { c.title = "two\nlines"; }));
  EXPECT_FALSE(taken(Kind::agreed, [](Card& c) { c.text = "\xed\xa0\x80"; }));
  EXPECT_FALSE(taken(Kind::meeting, [](Card& c) { c.times.clear(); }));
  EXPECT_TRUE(taken(Kind::meeting, [](Card& c) { c.times = {0, 1, kTimeLimitMs - 1}; }));
  EXPECT_FALSE(taken(Kind::meeting, [](Card& c) { c.times = {kTimeLimitMs}; }));
  EXPECT_FALSE(taken(Kind::meeting, [](Card& c) { c.times = {1, 2, 3, 4}; }));
  EXPECT_FALSE(taken(Kind::week, [](Card& c) { c.lines.clear(); }));
  EXPECT_TRUE(taken(Kind::week, [&](Card& c) { c.lines.assign(kMaxCardLines, line); }));
  EXPECT_FALSE(taken(Kind::week, [&](Card& c) { c.lines.assign(kMaxCardLines + 1, "x"); }));
  EXPECT_FALSE(taken(Kind::week, [&](Card& c) { c.lines = {line + "x"}; }));
  EXPECT_FALSE(taken(Kind::week, [](Card& c) { c.lines = {"x", ""}; }));
  EXPECT_FALSE(taken(Kind::week, [](Card& c) { c.lines = {"two\nlines"}; }));
  EXPECT_TRUE(encode_content(with(Tick{id, 1, kMaxCardLines - 1, true})));
  EXPECT_FALSE(encode_content(with(Tick{id, 1, kMaxCardLines, true})));
  EXPECT_FALSE(encode_content(with(Tick{id, 0, 0, true})));
  EXPECT_TRUE(encode_content(with(MeetingAnswer{id, 1, kMaxCardTimes})));
  EXPECT_FALSE(encode_content(with(MeetingAnswer{id, 1, kMaxCardTimes + 1})));
  EXPECT_FALSE(encode_content(with(MeetingAnswer{id, 0, 1})));
}

TEST_F(ContentCardTest, WhatIsKeptHasOneForm) {
  const Bytes id(kIdSize);
  const std::vector<std::pair<std::uint8_t, Bytes>> good{
      {29, concat({id, Bytes{0, 0, 0, 1, 3, 1, 'a', 1, 'b', 0, 0}})},
      {29, concat({id, Bytes{0, 0, 0, 1, 1, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 5, 0}})},
      {29, concat({id, Bytes{0, 0, 0, 1, 4, 0, 0, 0, 2, 1, 'x'}})},
      {30, concat({id, Bytes{0, 0, 0, 1, 0, 1}})},
      {31, concat({id, Bytes{1}})},
      {32, concat({id, Bytes{0, 0, 0, 1, 3}})},
  };
  for (const auto& [type, body] : good) {
    ASSERT_TRUE(decode_content(padded(inner(type, body), 256))) << int{type};
    for (std::size_t size = 0; size < body.size(); ++size) {
      EXPECT_EQ(code(padded(inner(type, ByteView(body).first(size)), 256)), Code::mls_malformed) << int{type} << size;
    }
    EXPECT_EQ(code(padded(inner(type, concat({body, Bytes{0}})), 256)), Code::mls_malformed) << int{type};
  }
  EXPECT_EQ(code(padded(inner(30, concat({id, Bytes{0, 0, 0, 1, 0, 2}})), 256)), Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(31, concat({id, Bytes{2}})), 256)), Code::mls_malformed);
  // a time of seven bytes; a line that ends after its own list
  EXPECT_EQ(code(padded(inner(29, concat({id, Bytes{0, 0, 0, 1, 1, 0, 0, 7, 0, 0, 0, 0, 0, 0, 5, 0}})), 256)),
            Code::mls_malformed);
  EXPECT_EQ(code(padded(inner(29, concat({id, Bytes{0, 0, 0, 1, 4, 0, 0, 0, 1, 1, 'x'}})), 256)), Code::mls_malformed);
}

}  // namespace
}  // namespace bredvid::circle
