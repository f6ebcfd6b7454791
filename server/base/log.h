// The server's log: levels and structured fields, to stderr. It cannot take user data.
//
// An entry is a fixed event name and fields; a field is a number, an error code, or an id shortened to its first
// four bytes. There is no way to pass a free text, a name, an address or a frame: what cannot be written down is
// not kept (DESIGN 3, promise 3). The two exceptions, a file's path and a port, exist for the operator's start-up
// messages and go through `operator_note`. Thread-safe.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

#include "server/base/failure.h"
#include "server/base/ids.h"

namespace bredvid::log {

enum class Level : std::uint8_t { debug, info, warning, error };

/// The first four bytes of an id, in hexadecimal: enough to follow one thing through a log, too little to find it again
/// in the database.
struct ShortId {
  std::array<char, 9> text{};
};
template <class Tag>
[[nodiscard]] ShortId shorten(const ByteId<Tag, 16>& id);
[[nodiscard]] ShortId shorten_bytes(std::span<const std::uint8_t, 16> bytes);

template <class Tag>
ShortId shorten(const ByteId<Tag, 16>& id) {
  return shorten_bytes(id.view());
}

struct Field {
  /// a literal
  const char* key;
  std::variant<std::int64_t, std::uint64_t, ErrorCode, ShortId> value;
};

/// REQUIRES: `event` is a literal without spaces, for example "commit_failed". More than thirty of one kind in a minute
/// are left out and counted (log_limit.h).
void write(Level level, const char* event, std::initializer_list<Field> fields = {});

/// Start-up and shutdown only: what the operator typed or configured, said back.
void operator_note(Level level, std::string_view sentence);

/// Entries below this are dropped; info at the start.
void set_level(Level level);

/// Where entries go, for tests; nullptr: stderr again. Not while others write.
void set_sink(void (*sink)(std::string_view line));

}  // namespace bredvid::log
