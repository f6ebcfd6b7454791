// Attachment's bytes (content.h); for content.cpp.
#pragma once

#include "crypto/circle/content.h"

namespace bredvid::circle {

void encode_attachment(tls::Writer& writer, const Attachment& attachment);
[[nodiscard]] Attachment decode_attachment(tls::Reader& reader);

}  // namespace bredvid::circle
