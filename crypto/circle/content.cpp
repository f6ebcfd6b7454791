#include "crypto/circle/content.h"

#include <concepts>
#include <set>

#include "crypto/circle/content_attachment.h"
#include "crypto/circle/content_card.h"
#include "crypto/circle/content_message.h"
#include "crypto/circle/content_programme.h"

namespace bredvid::circle {
namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};

// A ContentType is the place of its struct in ContentBody, from 1.
constexpr std::uint8_t kTypeCount = 33;
static_assert(std::variant_size_v<ContentBody> == kTypeCount);

template <typename IdType>
void encode_ids(tls::Writer& writer, const std::vector<IdType>& ids) {
  writer.vector_of(ids);
}

template <typename IdType>
std::vector<IdType> decode_ids(tls::Reader& reader, std::size_t max_count) {
  std::vector<IdType> ids;
  reader.vector([&](tls::Reader& inner) { ids.push_back(IdType::decode(inner)); }, max_count * kIdSize);
  if (ids.empty() || std::set<IdType>(ids.begin(), ids.end()).size() != ids.size()) {
    reader.fail(CryptoError::malformed);
  }
  return ids;
}

Text decode_text(tls::Reader& reader) {
  return {decode_utf8(reader, 1, kMaxTextCodePoints)};
}

Receipt decode_receipt(tls::Reader& reader) {
  const std::uint8_t state = reader.u8();
  if (state != 1 && state != 2) reader.fail(CryptoError::malformed);
  return {static_cast<Receipt::State>(state), decode_ids<ContentId>(reader, kMaxReceiptIds)};
}

Contact decode_contact(tls::Reader& reader) {
  const std::uint8_t kind = reader.u8();
  const std::uint32_t day = reader.u32();
  if (kind < 1 || kind > 7 || day >= kDayLimit) reader.fail(CryptoError::malformed);
  return {static_cast<Contact::Kind>(kind), day, decode_ids<MemberId>(reader, kMaxParticipants)};
}

Hello decode_hello(tls::Reader& reader) {
  const ByteView name = reader.opaque_view(kMaxNameSize);
  Hello hello{std::string(name.begin(), name.end()), reader.opaque_secret(kCountSecretSize)};
  if (!name_is_good(hello.name)) reader.fail(CryptoError::malformed);
  if (!hello.count_secret.empty() && hello.count_secret.size() != kCountSecretSize) {
    reader.fail(CryptoError::malformed);
  }
  return hello;
}

SlipRevoked decode_revoked(tls::Reader& reader) {
  SlipRevoked slip{reader.u32(), to_bytes(reader.fixed(kPskIdSize))};
  if (slip.selector >= kSelectorLimit) reader.fail(CryptoError::malformed);
  return slip;
}

bool decode_flag(tls::Reader& reader) {
  const std::uint8_t flag = reader.u8();
  if (flag > 1) reader.fail(CryptoError::malformed);
  return flag == 1;
}

Feeling decode_feeling(tls::Reader& reader) {
  const std::uint8_t moment = reader.u8();
  const std::uint8_t face = reader.u8();
  if (moment < 1 || moment > 3 || face > kFaceCount) reader.fail(CryptoError::malformed);
  return {static_cast<Feeling::Moment>(moment), face};
}

Objection decode_objection(tls::Reader& reader) {
  const ContentId contact = ContentId::decode(reader);
  return {contact, decode_flag(reader)};
}

Closing decode_closing(tls::Reader& reader) {
  const std::uint8_t outcome = reader.u8();
  if (outcome < 1 || outcome > 4) reader.fail(CryptoError::malformed);
  return {static_cast<Closing::Outcome>(outcome)};
}

FeedbackAnswer decode_answer(tls::Reader& reader) {
  const ContentId question = ContentId::decode(reader);
  return {question, decode_flag(reader)};
}

ComeAsk decode_come_ask(tls::Reader& reader) {
  const std::uint8_t purpose = reader.u8();
  const ByteView name = reader.opaque_view(kMaxNameSize);
  ComeAsk ask{static_cast<ComeAsk::Purpose>(purpose), std::string(name.begin(), name.end())};
  if (purpose < 1 || purpose > 3 || (!ask.name.empty() && !name_is_good(ask.name))) {
    reader.fail(CryptoError::malformed);
  }
  return ask;
}

ComeAnswer decode_come_answer(tls::Reader& reader) {
  const ContentId question = ContentId::decode(reader);
  const std::uint8_t follows = reader.u8();
  if (follows > 3) reader.fail(CryptoError::malformed);
  return {question, static_cast<ComeAnswer::Follows>(follows)};
}

Before decode_before(tls::Reader& reader) {
  Before before;
  before.text_id = ContentId::decode(reader);
  before.author = MemberId::decode(reader);
  const auto role = role_from(reader.u8());
  before.role = role.value_or(Role::parent);
  const ByteView name = reader.opaque_view(kMaxNameSize);
  before.name.assign(name.begin(), name.end());
  before.written_at_ms = reader.u64();
  before.text = decode_utf8(reader, 1, kMaxTextCodePoints);
  if (!role || *role == Role::coordinator || !name_is_good(before.name) || before.written_at_ms >= kTimeLimitMs) {
    reader.fail(CryptoError::malformed);
  }
  return before;
}

Away decode_away(tls::Reader& reader) {
  Away away;
  away.first_day = reader.u32();
  away.last_day = reader.u32();
  away.cover = decode_optional<MemberTag>(reader);
  away.text = decode_utf8(reader, 0, kMaxAwayTextCodePoints);
  if (away.last_day < away.first_day || away.last_day >= kDayLimit) reader.fail(CryptoError::malformed);
  return away;
}

Details decode_details(tls::Reader& reader) {
  const AssignmentId assignment = AssignmentId::decode(reader);
  return {assignment, decode_utf8(reader, 0, kMaxDetailsCodePoints)};
}

// The smallest bucket that holds this many bytes; zero when none does.
std::size_t bucket_for(std::size_t size_bytes) {
  for (const std::size_t bucket : kContentBuckets) {
    if (size_bytes <= bucket) return bucket;
  }
  return 0;
}

Outcome<Content> decode_unpadded(ByteView bytes) {
  tls::Reader reader(bytes);
  const std::uint8_t type = reader.u8();
  Content content;
  content.id = ContentId::decode(reader);
  content.sent_at_ms = reader.u64();
  if (!reader.ok() || type == 0 || content.sent_at_ms >= kTimeLimitMs) return failed(Code::mls_malformed);
  if (type > kTypeCount) return failed(Code::content_unknown);
  content.body = decode_body(reader, type);
  if (!reader.finish()) return failed(Code::mls_malformed);
  return content;
}

void encode_membership(tls::Writer& writer, const ComeAsk& ask) {
  writer.u8(static_cast<std::uint8_t>(ask.purpose));
  writer.opaque(bytes_of(ask.name));
}
void encode_membership(tls::Writer& writer, const ComeAskBack& back) {
  back.question.encode(writer);
}
void encode_membership(tls::Writer& writer, const ComeAnswer& answer) {
  answer.question.encode(writer);
  writer.u8(static_cast<std::uint8_t>(answer.follows));
}
void encode_membership(tls::Writer& writer, const Before& before) {
  before.text_id.encode(writer);
  before.author.encode(writer);
  writer.u8(static_cast<std::uint8_t>(before.role));
  writer.opaque(bytes_of(before.name));
  writer.u64(before.written_at_ms);
  writer.opaque(bytes_of(before.text));
}
void encode_membership(tls::Writer& writer, const Away& away) {
  writer.u32(away.first_day);
  writer.u32(away.last_day);
  encode_optional(writer, away.cover);
  writer.opaque(bytes_of(away.text));
}
void encode_membership(tls::Writer& writer, const AwayBack& back) {
  back.away.encode(writer);
}
void encode_membership(tls::Writer& /*writer*/, const OwnAsk& /*ask*/) {}
void encode_membership(tls::Writer& /*writer*/, const QuickExit& /*exit*/) {}
void encode_membership(tls::Writer& writer, const Programme& programme) {
  encode_programme(writer, programme);
}
void encode_membership(tls::Writer& writer, const Details& details) {
  details.assignment.encode(writer);
  writer.opaque(bytes_of(details.text));
}

template <typename Body>
concept AboutAMessage =
    std::same_as<Body, Reply> || std::same_as<Body, Reaction> || std::same_as<Body, Edit> || std::same_as<Body, Delete>;

}  // namespace

std::uint8_t content_type(const ContentBody& body) {
  return static_cast<std::uint8_t>(body.index() + 1);
}

void encode_body(tls::Writer& writer, const ContentBody& body) {
  std::visit(Overloaded{
                 [&](const Text& text) { writer.opaque(bytes_of(text.text)); },
                 [&](const Receipt& receipt) {
                   writer.u8(static_cast<std::uint8_t>(receipt.state));
                   encode_ids(writer, receipt.contents);
                 },
                 [&](const Contact& contact) {
                   writer.u8(static_cast<std::uint8_t>(contact.kind));
                   writer.u32(contact.day);
                   encode_ids(writer, contact.participants);
                 },
                 [&](const ContactUndo& undo) { undo.contact.encode(writer); },
                 [&](const Hello& hello) {
                   writer.opaque(bytes_of(hello.name));
                   writer.opaque(hello.count_secret);
                 },
                 [&](const SlipMade& slip) { encode_slip(writer, slip); },
                 [&](const SlipRevoked& slip) {
                   writer.u32(slip.selector);
                   writer.fixed(slip.psk_id);
                 },
                 [](const Leave&) {},
                 [&](const Feeling& feeling) {
                   writer.u8(static_cast<std::uint8_t>(feeling.moment));
                   writer.u8(feeling.face);
                 },
                 [&](const Objection& objection) {
                   objection.contact.encode(writer);
                   writer.u8(objection.stands ? 1 : 0);
                 },
                 [&](const Closing& closing) { writer.u8(static_cast<std::uint8_t>(closing.outcome)); },
                 [&](const ClosingBack& back) { back.closing.encode(writer); },
                 [](const FeedbackAsk&) {},
                 [&](const FeedbackAnswer& answer) {
                   answer.question.encode(writer);
                   writer.u8(answer.yes ? 1 : 0);
                 },
                 [&](const AboutAMessage auto& said) { encode_message(writer, said); },
                 [&](const Attachment& attachment) { encode_attachment(writer, attachment); },
                 [&](const ToReturnTo auto& kept) { encode_card(writer, kept); },
                 [&](const auto& membership) { encode_membership(writer, membership); },
             },
             body);
}

ContentBody decode_body(tls::Reader& reader, std::uint8_t type) {
  switch (type) {
    case 1:
      return decode_text(reader);
    case 2:
      return decode_receipt(reader);
    case 3:
      return decode_contact(reader);
    case 4:
      return ContactUndo{ContentId::decode(reader)};
    case 5:
      return decode_hello(reader);
    case 6:
      return decode_slip(reader);
    case 7:
      return decode_revoked(reader);
    case 8:
      return Leave{};
    case 9:
      return decode_feeling(reader);
    case 10:
      return decode_objection(reader);
    case 11:
      return decode_closing(reader);
    case 12:
      return ClosingBack{ContentId::decode(reader)};
    case 13:
      return FeedbackAsk{};
    case 14:
      return decode_answer(reader);
    case 15:
      return decode_come_ask(reader);
    case 16:
      return ComeAskBack{ContentId::decode(reader)};
    case 17:
      return decode_come_answer(reader);
    case 18:
      return decode_before(reader);
    case 19:
      return decode_away(reader);
    case 20:
      return AwayBack{ContentId::decode(reader)};
    case 21:
      return OwnAsk{};
    case 22:
      return decode_programme(reader);
    case 23:
      return decode_details(reader);
    case 24:
      return decode_reply(reader);
    case 25:
      return decode_reaction(reader);
    case 26:
      return decode_edit(reader);
    case 27:
      return Delete{ContentId::decode(reader)};
    case 28:
      return decode_attachment(reader);
    case 29:
      return decode_card(reader);
    case 30:
      return decode_tick(reader);
    case 31:
      return decode_pin(reader);
    case 32:
      return decode_meeting_answer(reader);
    case 33:
      return QuickExit{};
    default:
      reader.fail(CryptoError::malformed);
      return Leave{};
  }
}

void encode_slip(tls::Writer& writer, const SlipMade& slip) {
  writer.u32(slip.selector);
  writer.u8(static_cast<std::uint8_t>(slip.role));
  writer.u32(slip.expires_day);
  encode_optional(writer, slip.replaces);
  writer.fixed(slip.keys.join.view());
  writer.fixed(slip.keys.psk.view());
  writer.fixed(slip.keys.psk_id);
}

SlipMade decode_slip(tls::Reader& reader) {
  SlipMade slip;
  slip.selector = reader.u32();
  const auto role = role_from(reader.u8());
  slip.role = role.value_or(Role::parent);
  slip.expires_day = reader.u32();
  slip.replaces = decode_optional<MemberTag>(reader);
  slip.keys.join = SecretBytes(reader.fixed(kSlipKeySize));
  slip.keys.psk = SecretBytes(reader.fixed(kSlipKeySize));
  slip.keys.psk_id = to_bytes(reader.fixed(kPskIdSize));
  if (!role || slip.selector >= kSelectorLimit || slip.expires_day >= kDayLimit) reader.fail(CryptoError::malformed);
  return slip;
}

Outcome<SecretBytes> encode_content(const Content& content) {
  tls::Writer inner;
  inner.u8(content_type(content.body));
  content.id.encode(inner);
  inner.u64(content.sent_at_ms);
  encode_body(inner, content.body);
  // Whatever we would refuse to read is never written.
  if (!decode_unpadded(inner.view())) return failed(Code::not_allowed);
  tls::Writer writer;
  writer.u8(kContentVersion);
  writer.opaque(inner.view());
  const std::size_t bucket = bucket_for(writer.view().size());
  if (bucket == 0) return failed(Code::not_allowed);
  writer.fixed(Bytes(bucket - writer.view().size()));
  return std::move(writer).take_secret();
}

Outcome<Content> decode_content(ByteView padded) {
  if (padded.empty()) return failed(Code::mls_malformed);
  if (padded[0] > kContentVersion) return failed(Code::content_unknown);
  tls::Reader reader(padded.subspan(1));
  const ByteView inner = reader.opaque_view(kContentBuckets.back());
  const bool zeros = std::ranges::all_of(reader.rest(), [](std::uint8_t byte) { return byte == 0; });
  const std::size_t used = padded.size() - reader.rest().size();
  if (!reader.ok() || padded[0] != kContentVersion || !zeros || bucket_for(used) != padded.size()) {
    return failed(Code::mls_malformed);
  }
  return decode_unpadded(inner);
}

}  // namespace bredvid::circle
