// What is said about another content (content.h has the structs), and text as contents carry it. Internal to
// content.cpp.
#pragma once

#include "crypto/circle/content.h"

namespace bredvid::circle {

// Fails the reader for what is not UTF-8 or is outside of this length.
[[nodiscard]] std::string decode_utf8(tls::Reader& reader, std::size_t least_code_points, std::size_t most_code_points);

void encode_message(tls::Writer& writer, const Reply& reply);
void encode_message(tls::Writer& writer, const Reaction& reaction);
void encode_message(tls::Writer& writer, const Edit& edit);
void encode_message(tls::Writer& writer, const Delete& gone);
// Each fails the reader for what is outside its limits.
[[nodiscard]] Reply decode_reply(tls::Reader& reader);
[[nodiscard]] Reaction decode_reaction(tls::Reader& reader);
[[nodiscard]] Edit decode_edit(tls::Reader& reader);

}  // namespace bredvid::circle
