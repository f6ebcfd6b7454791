// Between JSON and the types of crypto/mls/group.h. Bytes are lower-case hex. Malformed input throws.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "crypto/mls/group.h"
#include "tests/support/hex.h"

namespace bredvid::interop {

using Json = nlohmann::json;

using support::hex;
[[nodiscard]] Bytes unhex(const std::string& text);

// A field of a command; the second form when it may be missing.
[[nodiscard]] Bytes bytes_at(const Json& from, const char* key);
[[nodiscard]] std::optional<Bytes> optional_bytes_at(const Json& from, const char* key);
[[nodiscard]] std::vector<Bytes> byte_list_at(const Json& from, const char* key);
[[nodiscard]] std::vector<std::uint64_t> number_list_at(const Json& from, const char* key);
[[nodiscard]] std::vector<mls::LeafIndex> leaf_list_at(const Json& from, const char* key);
[[nodiscard]] mls::LeafIndex leaf_at(const Json& from, const char* key);
[[nodiscard]] mls::Lifetime lifetime_at(const Json& from);
[[nodiscard]] mls::HandshakeFormat format_at(const Json& from);
[[nodiscard]] std::optional<mls::Requirements> requirements_at(const Json& from);

[[nodiscard]] Json json_of(const mls::Member& member);
[[nodiscard]] Json json_of(const std::vector<mls::Member>& members);
[[nodiscard]] Json json_of(const mls::CommitApplied& applied);
[[nodiscard]] Json json_of(const mls::Processed& processed);

}  // namespace bredvid::interop
