// The headers that every answer carries, whatever its status: files, refusals, the upgrade.
//
// Content-Security-Policy: our own files alone, nothing inline; wasm may be compiled; images also as data: and blob:
//   (QR codes, photos), sound as blob: alone (voice notes, decoded in the page). COOP, COEP, CORP: no other site shares
//   a process with the page, embeds us or is embedded, so that a side channel in the browser has nothing of ours to
//   read. HSTS without includeSubDomains: the organisation's other names are not ours. No Server header: which version
//   runs is nobody's business.
#pragma once

#include <array>
#include <string_view>

namespace bredvid::net {

struct HeaderField {
  std::string_view name;
  std::string_view value;
};

inline constexpr std::array<HeaderField, 8> kSecurityHeaders{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
     "media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action "
     "'none'; "
     "base-uri 'none'; frame-ancestors 'none'"},
    {"Strict-Transport-Security", "max-age=31536000"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    // The camera scans slips, the microphone records voice notes; calls will need both. Everything else stays off.
    {"Permissions-Policy",
     "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), hid=(), "
     "midi=(), accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(), browsing-topics=()"},
}};

}  // namespace bredvid::net
