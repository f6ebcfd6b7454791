#include "tests/fuzz/people.h"
#include "tests/fuzz/seeds.h"

namespace bredvid::fuzz {
namespace {

using namespace circle;

Bytes marked(std::uint8_t first, ByteView rest) {
  return concat({Bytes{first}, rest});
}

void content_seeds(Random& random) {
  const auto id = ContentId::fresh(random);
  const auto member = MemberId::fresh(random);
  std::vector<ContentBody> bodies;
  bodies.emplace_back(Text{"Hur är det idag? 💛"});
  bodies.emplace_back(Text{std::string(300, 'x')});
  bodies.emplace_back(Receipt{Receipt::State::read, {id, ContentId::fresh(random)}});
  bodies.emplace_back(Contact{Contact::Kind::visit, kToday, {member}});
  bodies.emplace_back(ContactUndo{id});
  bodies.emplace_back(Hello{"Anna", random.secret(kCountSecretSize)});
  bodies.emplace_back(SlipMade{5, Role::parent, kToday, member, derive_slip_keys(make_slip(SlipForm::qr, random))});
  bodies.emplace_back(SlipRevoked{5, Bytes(kPskIdSize)});
  bodies.emplace_back(Leave{});
  bodies.emplace_back(Feeling{Feeling::Moment::first, 3});
  bodies.emplace_back(Objection{id, true});
  bodies.emplace_back(Closing{Closing::Outcome::completed});
  bodies.emplace_back(ClosingBack{id});
  bodies.emplace_back(FeedbackAsk{});
  bodies.emplace_back(FeedbackAnswer{id, true});
  bodies.emplace_back(ComeAsk{ComeAsk::Purpose::handover, "Yusuf"});
  bodies.emplace_back(ComeAskBack{id});
  bodies.emplace_back(ComeAnswer{id, ComeAnswer::Follows::week});
  bodies.emplace_back(Before{id, member, Role::supporter, "Karin", 1'727'000'000'000, "Hur är det? 🌱"});
  bodies.emplace_back(Away{kToday, kToday + 7, member, "På kurs"});
  bodies.emplace_back(AwayBack{id});
  bodies.emplace_back(OwnAsk{});
  bodies.emplace_back(
      Programme{"phased_support", "Stöd i faser", "", "", 3, 5, {{1, 4, 0}, {8, 16, 2}}, 1, 20'000, true, 1});
  bodies.emplace_back(Details{AssignmentId::fresh(random), "Amina\n070-123 45 67"});
  bodies.emplace_back(Details{AssignmentId::fresh(random), ""});
  bodies.emplace_back(Reply{id, "Ja, gärna 🌷"});
  bodies.emplace_back(Reaction{id, Reaction::Mark::hug});
  bodies.emplace_back(Reaction{id, Reaction::Mark::none});
  bodies.emplace_back(Edit{id, 2, "Klockan tre, menar jag"});
  bodies.emplace_back(Delete{id});
  const auto card = CardId::fresh(random);
  bodies.emplace_back(Card{card, 1, Card::Kind::meeting, "Möte", "Ta med papperen", {1'728'000'000'000}, {}});
  bodies.emplace_back(Card{card, 2, Card::Kind::gone, "", "", {}, {}});
  bodies.emplace_back(Card{card, 1, Card::Kind::phone, "Jouren", "+46 8 123 45", {}, {}});
  bodies.emplace_back(Card{card, 1, Card::Kind::agreed, "", "Vi hörs varje kväll", {}, {}});
  bodies.emplace_back(Card{card, 1, Card::Kind::week, "Veckan", "", {}, {"Ring skolan", "Sov"}});
  bodies.emplace_back(Tick{card, 1, 1, true});
  bodies.emplace_back(Pin{id, true});
  bodies.emplace_back(MeetingAnswer{card, 1, 3});
  bodies.emplace_back(QuickExit{});
  bodies.emplace_back(Attachment{Attachment::Kind::photo,
                                 AttachmentId::fresh(random),
                                 random.secret(kAttachmentKeySize),
                                 300'000,
                                 1600,
                                 1200,
                                 0,
                                 "",
                                 {0xff, 0xd8},
                                 "Rummet 🌱"});
  bodies.emplace_back(Attachment{Attachment::Kind::file,
                                 AttachmentId::fresh(random),
                                 random.secret(kAttachmentKeySize),
                                 70,
                                 0,
                                 0,
                                 0,
                                 "Beslut.pdf",
                                 {},
                                 ""});
  bodies.emplace_back(Attachment{Attachment::Kind::voice,
                                 AttachmentId::fresh(random),
                                 random.secret(kAttachmentKeySize),
                                 9'000,
                                 0,
                                 0,
                                 4'000,
                                 "",
                                 {},
                                 ""});
  for (ContentBody& body : bodies) {
    tls::Writer inside;
    inside.u8(content_type(body));
    id.encode(inside);
    inside.u64(1'728'000'000'000);
    encode_body(inside, body);
    seed("content", marked(1, inside.view()));
    const auto padded = encode_content({id, 1'728'000'000'000, std::move(body)});
    require(padded.has_value(), "a content");
    if (padded->size() < 4096) seed("content", marked(0, padded->view()));
  }
}

void slip_seeds(Random& random) {
  for (const SlipForm form : {SlipForm::typed, SlipForm::qr}) {
    const std::string text = slip_text(make_slip(form, random));
    seed("slip_text", bytes_of(text));
    std::string lower;
    for (const char c : text) lower += c == '-' ? std::string(" ") : std::string(1, static_cast<char>(c | 0x20));
    seed("slip_text", bytes_of(lower));
  }
}

// Calls on the session's first circle, whose handle is 1: number, size, arguments.
void session_seeds(Random& random) {
  tls::Writer calls;
  const auto call = [&](std::uint8_t number, ByteView arguments) {
    calls.u8(number);
    calls.u8(static_cast<std::uint8_t>(arguments.size()));
    calls.fixed(arguments);
  };
  const Bytes handle{0, 0, 0, 1};
  const Bytes day{0, 0, 0x4e, 0x20};
  tls::Writer text;  // type, content id, time, text
  text.fixed(handle);
  text.u8(1);
  text.fixed(random.bytes(16));
  text.u64(5);
  text.opaque(bytes_of("hej"));
  call(25, text.view());
  for (const std::uint8_t number : Bytes{24, 28, 33, 36, 38}) call(number, handle);
  tls::Writer slip;
  slip.fixed(handle);
  slip.fixed(Bytes{2, 1});
  slip.fixed(Bytes{0, 0, 0x4e, 0x25});
  slip.fixed(day);
  slip.u8(0);
  slip.fixed(random.bytes(16));
  slip.u64(7);
  call(27, slip.view());
  for (const std::uint8_t number : Bytes{29, 30, 32}) call(number, concat({handle, day}));
  for (const std::uint8_t number : Bytes{33, 34, 35}) call(number, handle);
  call(37, concat({handle, Bytes(16, 2), Bytes(12)}));
  call(2, Bytes{1});
  call(4, {});
  seed("bindings_session", calls.view());
  tls::Writer receive;
  receive.fixed(handle);
  receive.u8(0);
  receive.u64(0);
  receive.opaque(Bytes(40, 1));
  tls::Writer other;
  other.u8(26);
  other.u8(static_cast<std::uint8_t>(receive.view().size()));
  other.fixed(receive.view());
  seed("bindings_session", other.view());
}

}  // namespace

void write_circle_seeds() {
  FixedRandom random(12);
  const CircleStates& states = circle_states();
  for (const Bytes& state : states.phones) seed("circle_state", state);
  auto phone = Circle::restore(states.phones[0]);
  (void)phone->update(kToday, random);
  seed("circle_state", phone->serialize().view());
  seed("join_package", marked(0, states.sealed_package));
  const auto keys = derive_slip_keys(states.slip);
  const auto package = open_package(states.sealed_package, keys.join.view(), states.id, states.slip.selector);
  require(package.has_value(), "a join package");
  tls::Writer plain;
  package->encode(plain);
  seed("join_package", marked(1, plain.view()));
  tls::Writer for_staff;
  JoinPackage colleagues{package->group_info, Role::supporter, package->expires_day};
  colleagues.staff = true;
  colleagues.encode(for_staff);
  seed("join_package", marked(1, for_staff.view()));
  const Identity coordinator{Role::coordinator, MemberId::fresh(random), DeviceId::fresh(random)};
  seed("circle_state", Circle::create(states.id, coordinator, "Karin", random)->serialize().view());
  for (std::uint8_t i = 0; i < 6; ++i) seed("circle_receive", Bytes{i});
  seed("circle_receive", Bytes{0, 0, 1, 2, 3, 4, 0x45, 0, 3, 1, 2, 0x42, 1, 0, 9});
  seed("circle_receive", Bytes{5, 4, 0, 1, 2, 3});
  seed("vault_open", marked(0, random.bytes(80)));
  seed("vault_open", Bytes{1, 0, 3, 1, 'h', 'e', 'j'});
  content_seeds(random);
  slip_seeds(random);
  session_seeds(random);
}

}  // namespace bredvid::fuzz
