// What a person types from a slip: whatever is taken has one canonical text, which reads as the same slip.
#include "crypto/circle/slip.h"
#include "tests/fuzz/fuzz.h"

namespace bredvid::fuzz {

void run(ByteView input) {
  const std::string_view text(reinterpret_cast<const char*>(input.data()), input.size());
  const auto slip = modestly(input, [&](ByteView) { return circle::parse_slip(text); });
  if (!slip) return;
  const std::string canonical = circle::slip_text(*slip);
  const auto again = circle::parse_slip(canonical);
  require(again.has_value(), "a canonical text is refused");
  require(again->selector == slip->selector && again->form == slip->form &&
              equal_public(again->secret.view(), slip->secret.view()),
          "the canonical text is another slip");
  (void)circle::redeem_token(*slip);
  (void)circle::derive_slip_keys(*slip);
}

}  // namespace bredvid::fuzz
