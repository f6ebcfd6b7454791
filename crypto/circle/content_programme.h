// How a support goes on, as a content (content.h has the struct). Internal to content.cpp.
#pragma once

#include "crypto/circle/content.h"

namespace bredvid::circle {

void encode_programme(tls::Writer& writer, const Programme& programme);
// Fails the reader for what is outside its limits.
[[nodiscard]] Programme decode_programme(tls::Reader& reader);

}  // namespace bredvid::circle
