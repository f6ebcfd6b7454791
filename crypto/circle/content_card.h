// Things to return to (content.h has the structs). Internal to content.cpp.
#pragma once

#include <concepts>

#include "crypto/circle/content.h"

namespace bredvid::circle {

template <typename Body>
concept ToReturnTo = std::same_as<Body, Card> || std::same_as<Body, Tick> || std::same_as<Body, Pin> ||
                     std::same_as<Body, MeetingAnswer>;

void encode_card(tls::Writer& writer, const Card& card);
void encode_card(tls::Writer& writer, const Tick& tick);
void encode_card(tls::Writer& writer, const Pin& pin);
void encode_card(tls::Writer& writer, const MeetingAnswer& answer);
// Each fails the reader for what is outside its limits.
[[nodiscard]] Card decode_card(tls::Reader& reader);
[[nodiscard]] Tick decode_tick(tls::Reader& reader);
[[nodiscard]] Pin decode_pin(tls::Reader& reader);
[[nodiscard]] MeetingAnswer decode_meeting_answer(tls::Reader& reader);

}  // namespace bredvid::circle
