// What a plain HTTP request is answered with: an asset, or a short refusal; always with the security headers.
// No I/O: http_connection.h reads and writes.
#pragma once

#include "server/net/beast.h"
#include "server/net/info_pages.h"
#include "server/net/static_site.h"

namespace bredvid::net {

using Request = http::request<http::empty_body>;
/// The body is a view into the site or the pages (or a literal): they must outlive the answer.
using Answer = http::response<http::span_body<const char>>;

/// GET and HEAD of an asset or an information page, conditional by ETag; 404 otherwise; 405 for other methods.
[[nodiscard]] Answer answer_request(const Request& request, const StaticSite& site, const InfoPages& info);

/// A refusal without a body, for example 400, 403, 408, 426, 431. The connection is to be closed afterwards.
[[nodiscard]] Answer refuse_request(http::status status, unsigned version);

/// The upgrade's own check: /ws, a WebSocket upgrade, kSubprotocol bredvid.v1 offered, and the right Origin: `origin`,
/// or when that is empty https:// and the Host this request names. Nothing: all is well; else the status to refuse
/// with.
[[nodiscard]] std::optional<http::status> check_upgrade(const Request& request, std::string_view origin = {});

/// The security headers of every answer, also of the upgrade's.
void set_security_headers(http::fields& fields);

inline constexpr std::string_view kWebsocketPath = "/ws";
inline constexpr std::string_view kSubprotocol = "bredvid.v1";

}  // namespace bredvid::net
