// The anonymous tags of one parent for one tally (DESIGN 7.2). Equal for the same parent within a span, day or year,
// unlinkable beyond that without the count secret, which lives only inside the circle.
//
//   tag = HMAC-SHA256(count_secret, "span" || uint32 span_id)   day_tag: "day" || uint32   year_tag: "year" || uint32
#pragma once

#include "crypto/base/secret_bytes.h"

namespace bredvid::circle {

struct TagSet {
  Bytes tag;  // 32 bytes each
  Bytes day_tag;
  Bytes year_tag;
};

// `day`: civil day since 1970-01-01; `year`: the civil year of that day, for example 2026.
[[nodiscard]] TagSet tally_tags(const SecretBytes& count_secret, std::uint32_t span_id, std::uint32_t day,
                                std::uint32_t year);

}  // namespace bredvid::circle
