// What the browser says about a ceremony, and signs nothing of by itself: the authenticator signs its hash (W3C Web
// Authentication Level 3, 5.8.1).
#pragma once

#include <string>
#include <string_view>

#include "crypto/base/bytes.h"

namespace bredvid::webauthn {

inline constexpr std::string_view kCreate = "webauthn.create";
inline constexpr std::string_view kGet = "webauthn.get";

struct ExpectedClientData {
  std::string_view type;
  ByteView challenge;
  std::string_view origin;
};

/// Sections 7.1, steps 5 to 10, and 7.2, steps 9 to 13: an object in JSON, each name once, of this type, for this
/// challenge, from a page of this origin that stood in nobody's frame. Members that are not known are allowed, as the
/// section asks.
[[nodiscard]] bool fits(ByteView client_data_json, const ExpectedClientData& expected);

/// RFC 4648, section 5, without padding: how a challenge stands in the client data.
[[nodiscard]] std::string base64url(ByteView bytes);

}  // namespace bredvid::webauthn
