// How staff sign in: what of config.json decides it, and what follows from base_url. Pure.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/json_fields.h"
#include "server/domain/connection.h"

namespace bredvid::app {

struct StaffSignIn {
  /// false: the device's key and its PIN are enough ("device")
  bool passkey = false;
  domain::SessionLimits session{};
};

inline constexpr std::uint32_t kMinStaffSession_s = 60;
inline constexpr std::uint32_t kMinStaffIdle_s = 30;

/// staff_sign_in, staff_session_s, staff_idle_s. Sessions can be made shorter than the usual, never longer.
[[nodiscard]] StaffSignIn read_staff_sign_in(Fields& fields, std::string_view base_url);

/// Whom passkeys are made for: base_url's host (a name: WebAuthn knows no addresses) and the origin that browsers make
/// of it. Nothing: base_url is not such a URL.
[[nodiscard]] std::optional<webauthn::RelyingParty> relying_party(std::string_view base_url);

/// A name that people elsewhere can reach: not this machine's own.
[[nodiscard]] bool is_real_name(std::string_view base_url);

/// Null: "device".
[[nodiscard]] std::shared_ptr<domain::PasskeyAccess> passkey_access(const StaffSignIn& staff,
                                                                    std::string_view base_url);

/// `json` with "staff_sign_in": "passkey" as its first field, when it does not say how and base_url is a real name: a
/// new server is made the safe way.
[[nodiscard]] std::string with_passkeys(std::string json, std::string_view base_url);

}  // namespace bredvid::app
