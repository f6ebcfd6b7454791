#include "server/webauthn/client_data.h"

#include <sodium.h>

#include <nlohmann/json.hpp>
#include <set>

#include "server/webauthn/limits.h"

namespace bredvid::webauthn {
namespace {

using nlohmann::json;

/// Nothing: not JSON, not an object, a name twice in it, or nested deeper than any member that is known.
json parse(ByteView text) {
  constexpr int kMaxDepth = 4;
  std::set<std::string> names;
  bool fine = true;
  const auto look = [&](int depth, json::parse_event_t event, json& value) {
    if (depth > kMaxDepth) fine = false;
    if (event == json::parse_event_t::key && depth == 1) fine = names.insert(value.get<std::string>()).second && fine;
    return fine;
  };
  json parsed = json::parse(text.begin(), text.end(), look, false);
  return fine && parsed.is_object() ? parsed : json(nullptr);
}

bool says(const json& data, const char* name, std::string_view expected) {
  const auto found = data.find(name);
  return found != data.end() && found->is_string() && found->get_ref<const std::string&>() == expected;
}

/// Not there, or false: the page was nobody's frame.
bool is_absent_or_false(const json& data, const char* name) {
  const auto found = data.find(name);
  return found == data.end() || (found->is_boolean() && !found->get<bool>());
}

}  // namespace

std::string base64url(ByteView bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the terminator is counted
  return text;
}

bool fits(ByteView client_data_json, const ExpectedClientData& expected) {
  if (client_data_json.size() > kMaxClientDataBytes) return false;
  const json data = parse(client_data_json);
  return data.is_object() && says(data, "type", expected.type) &&
         says(data, "challenge", base64url(expected.challenge)) && says(data, "origin", expected.origin) &&
         is_absent_or_false(data, "crossOrigin") && !data.contains("topOrigin");
}

}  // namespace bredvid::webauthn
