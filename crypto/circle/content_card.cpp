#include "crypto/circle/content_card.h"

#include <algorithm>

#include "crypto/circle/content_message.h"

namespace bredvid::circle {
namespace {

constexpr std::uint8_t kLastKind = static_cast<std::uint8_t>(Card::Kind::week);
constexpr std::size_t kTimeSize = 8;
// Bytes of a line with its length before it.
constexpr std::size_t kMaxLineSize = 4 * kMaxCardLineCodePoints + 2;

std::string decode_line(tls::Reader& reader, std::size_t least_code_points, std::size_t most_code_points) {
  std::string line = decode_utf8(reader, least_code_points, most_code_points);
  const bool one_line = std::ranges::none_of(line, [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; });
  if (!one_line) reader.fail(CryptoError::malformed);
  return line;
}

bool fits_its_kind(const Card& card) {
  if ((card.kind == Card::Kind::meeting) == card.times.empty()) return false;
  if ((card.kind == Card::Kind::week) == card.lines.empty()) return false;
  return card.kind != Card::Kind::gone || (card.title.empty() && card.text.empty());
}

std::uint32_t decode_revision(tls::Reader& reader) {
  const std::uint32_t revision = reader.u32();
  if (revision == 0) reader.fail(CryptoError::malformed);
  return revision;
}

}  // namespace

void encode_card(tls::Writer& writer, const Card& card) {
  card.id.encode(writer);
  writer.u32(card.revision);
  writer.u8(static_cast<std::uint8_t>(card.kind));
  writer.opaque(bytes_of(card.title));
  writer.opaque(bytes_of(card.text));
  writer.vector([&](tls::Writer& inner) {
    for (const std::uint64_t time_ms : card.times) inner.u64(time_ms);
  });
  writer.vector([&](tls::Writer& inner) {
    for (const std::string& line : card.lines) inner.opaque(bytes_of(line));
  });
}
void encode_card(tls::Writer& writer, const Tick& tick) {
  tick.card.encode(writer);
  writer.u32(tick.revision);
  writer.u8(tick.line);
  writer.u8(tick.done ? 1 : 0);
}
void encode_card(tls::Writer& writer, const Pin& pin) {
  pin.content.encode(writer);
  writer.u8(pin.pinned ? 1 : 0);
}
void encode_card(tls::Writer& writer, const MeetingAnswer& answer) {
  answer.card.encode(writer);
  writer.u32(answer.revision);
  writer.u8(answer.choice);
}

Card decode_card(tls::Reader& reader) {
  Card card;
  card.id = CardId::decode(reader);
  card.revision = decode_revision(reader);
  const std::uint8_t kind = reader.u8();
  card.kind = static_cast<Card::Kind>(kind);
  card.title = decode_line(reader, 0, kMaxCardTitleCodePoints);
  card.text = decode_utf8(reader, 0, kMaxCardTextCodePoints);
  reader.vector([&](tls::Reader& inner) { card.times.push_back(inner.u64()); }, kMaxCardTimes * kTimeSize);
  reader.vector([&](tls::Reader& inner) { card.lines.push_back(decode_line(inner, 1, kMaxCardLineCodePoints)); },
                kMaxCardLines * kMaxLineSize);
  const bool in_time = std::ranges::all_of(card.times, [](std::uint64_t time_ms) { return time_ms < kTimeLimitMs; });
  if (kind > kLastKind || card.lines.size() > kMaxCardLines || !in_time || !fits_its_kind(card)) {
    reader.fail(CryptoError::malformed);
  }
  return card;
}

Tick decode_tick(tls::Reader& reader) {
  Tick tick;
  tick.card = CardId::decode(reader);
  tick.revision = decode_revision(reader);
  tick.line = reader.u8();
  const std::uint8_t done = reader.u8();
  tick.done = done == 1;
  if (tick.line >= kMaxCardLines || done > 1) reader.fail(CryptoError::malformed);
  return tick;
}

Pin decode_pin(tls::Reader& reader) {
  const ContentId content = ContentId::decode(reader);
  const std::uint8_t pinned = reader.u8();
  if (pinned > 1) reader.fail(CryptoError::malformed);
  return {content, pinned == 1};
}

MeetingAnswer decode_meeting_answer(tls::Reader& reader) {
  const CardId card = CardId::decode(reader);
  const std::uint32_t revision = decode_revision(reader);
  const std::uint8_t choice = reader.u8();
  if (choice > kMaxCardTimes) reader.fail(CryptoError::malformed);
  return {card, revision, choice};
}

}  // namespace bredvid::circle
