#include "server/net/http_answer.h"

#include <algorithm>

#include "server/net/security_headers.h"

namespace bredvid::net {
namespace {

constexpr std::string_view kCacheForEver = "public, max-age=31536000, immutable";
// Revalidated every time: an update reaches people with their next visit.
constexpr std::string_view kCacheAskFirst = "no-cache";

Answer base_answer(http::status status, unsigned version) {
  Answer answer(status, version);
  set_security_headers(answer);
  return answer;
}

bool accepts_gzip(const Request& request) {
  return http::ext_list(request[http::field::accept_encoding]).exists("gzip");
}

bool etag_matches(const Request& request, const std::string& etag) {
  const auto wanted = request[http::field::if_none_match];
  return !wanted.empty() && std::string_view(wanted.data(), wanted.size()).find(etag) != std::string_view::npos;
}

std::string_view view_of(beast::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

void set_security_headers(http::fields& fields) {
  for (const auto& [name, value] : kSecurityHeaders)
    fields.set(beast::string_view(name.data(), name.size()), beast::string_view(value.data(), value.size()));
}

Answer answer_request(const Request& request, const StaticSite& site, const InfoPages& info) {
  if (request.method() != http::verb::get && request.method() != http::verb::head) {
    Answer answer = refuse_request(http::status::method_not_allowed, request.version());
    answer.set(http::field::allow, "GET, HEAD");
    return answer;
  }
  const Asset* found = site.find(view_of(request.target()));
  if (found == nullptr) found = info.find(view_of(request.target()));
  const Asset& asset = found != nullptr ? *found : site.not_found();
  Answer answer = base_answer(found != nullptr ? http::status::ok : http::status::not_found, request.version());
  answer.keep_alive(request.keep_alive());
  const std::string_view caching = asset.immutable && found != nullptr ? kCacheForEver : kCacheAskFirst;
  answer.set(http::field::cache_control, beast::string_view(caching.data(), caching.size()));
  answer.set(http::field::content_type, beast::string_view(asset.type.data(), asset.type.size()));
  if (!asset.gzip.empty()) answer.set(http::field::vary, "Accept-Encoding");
  answer.set(http::field::etag, asset.etag);
  if (found != nullptr && etag_matches(request, asset.etag)) {
    answer.result(http::status::not_modified);
    return answer;
  }
  const bool gzip = !asset.gzip.empty() && accepts_gzip(request);
  if (gzip) answer.set(http::field::content_encoding, "gzip");
  const std::string& body = gzip ? asset.gzip : asset.content;
  answer.content_length(body.size());
  if (request.method() == http::verb::get) answer.body() = {body.data(), body.size()};
  return answer;
}

Answer refuse_request(http::status status, unsigned version) {
  Answer answer = base_answer(status, version);
  answer.set(http::field::cache_control, "no-store");
  answer.keep_alive(false);
  answer.content_length(0);
  return answer;
}

std::optional<http::status> check_upgrade(const Request& request, std::string_view origin) {
  if (view_of(request.target()) != kWebsocketPath) return http::status::not_found;
  if (!beast::websocket::is_upgrade(request)) return http::status::upgrade_required;
  if (!http::token_list(request[http::field::sec_websocket_protocol])
           .exists(beast::string_view(kSubprotocol.data(), kSubprotocol.size()))) {
    return http::status::bad_request;
  }
  // A page of another site can open a WebSocket to here, with no CORS in its way; only the Origin tells.
  const std::string_view said = view_of(request[http::field::origin]);
  if (!origin.empty()) return beast::iequals(said, origin) ? std::optional<http::status>() : http::status::forbidden;
  const std::string_view host = view_of(request[http::field::host]);
  constexpr std::string_view scheme = "https://";
  const bool same = !host.empty() && said.starts_with(scheme) && beast::iequals(said.substr(scheme.size()), host);
  if (!same) return http::status::forbidden;
  return std::nullopt;
}

}  // namespace bredvid::net
